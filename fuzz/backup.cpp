// Any bytes as the manifest of a backup: refused, or read and written again without a difference; also under a
// signature.
#include "base/require.hpp"
#include "keep/backup/manifest.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace zk::keep;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const peeked = peek_manifest(bytes);
    ZK_REQUIRE(!peeked || bytes.starts_with(text_of(*peeked)));
    auto const manifest = parse_manifest(bytes);
    if (!manifest)
        return 0;
    ZK_REQUIRE(text_of(*manifest) == bytes);
    ZK_REQUIRE(manifest->files.size() == file_names_of(manifest->part).size());
    ZK_REQUIRE(peek_manifest(std::string(bytes) + "\n\u2014 nobody AAAA\n") == *manifest);
    return 0;
}
