// Any bytes as a mapping: refused, or read and written again without a difference.
#include "app/import/mapping.hpp"
#include "base/require.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const mapping = zk::app::parse_mapping(bytes, zk::Place::path("mapping.json"));
    if (!mapping)
        return 0;
    auto const again = zk::app::parse_mapping(zk::app::write_mapping(*mapping), {});
    ZK_REQUIRE(again && *again == *mapping);
    return 0;
}
