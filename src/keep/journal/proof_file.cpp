#include "keep/journal/proof_file.hpp"

#include "keep/journal/checkpoint.hpp"

#include <charconv>

namespace zk::keep {

namespace {

constexpr std::string_view k_extra = "extra ";
constexpr std::string_view k_index = "index ";
// A tree of 2^64 entries has no longer way to its root.
constexpr std::size_t k_hashes_max = 64;

std::unexpected<Error> unreadable()
{
    return fail(Fault::tampered, "proof-unreadable");
}

// Takes the text up to the next newline off the front.
Result<std::string_view> take_line(std::string_view& text)
{
    std::size_t const end = text.find('\n');
    if (end == std::string_view::npos)
        return unreadable();
    std::string_view const line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

Result<std::string_view> take_value(std::string_view& text, std::string_view name)
{
    ZK_TRY(std::string_view const line, take_line(text));
    if (!line.starts_with(name))
        return unreadable();
    return line.substr(name.size());
}

Result<std::uint64_t> number_of(std::string_view digits)
{
    std::uint64_t out = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (error != std::errc {} || end != digits.data() + digits.size() || std::to_string(out) != digits)
        return unreadable();
    return out;
}

Result<Bytes> bytes_of(std::string_view base64)
{
    auto bytes = from_base64(base64);
    if (!bytes || to_base64(*bytes) != base64)
        return unreadable();
    return std::move(*bytes);
}

} // namespace

std::string write_proof(std::uint64_t index, ByteView entry, EntryProof const& proof)
{
    std::string out(k_proof_magic);
    out += std::string(k_extra) + to_base64(entry) + "\n" + std::string(k_index) + std::to_string(index) + "\n";
    for (Digest const& hash : proof.hashes)
        out += to_base64(hash) + "\n";
    return out + "\n" + proof.checkpoint;
}

Result<ProvenEntry> check_proof(std::string_view text, VerifierKey const& key)
{
    if (!text.starts_with(k_proof_magic))
        return unreadable();
    text.remove_prefix(k_proof_magic.size());
    ZK_TRY(std::string_view const extra, take_value(text, k_extra));
    ZK_TRY(Bytes const entry, bytes_of(extra));
    ZK_TRY(std::string_view const index_text, take_value(text, k_index));
    ZK_TRY(std::uint64_t const index, number_of(index_text));
    Proof hashes;
    while (true) {
        ZK_TRY(std::string_view const line, take_line(text));
        if (line.empty())
            break;
        ZK_TRY(Bytes const bytes, bytes_of(line));
        Reader reader(bytes);
        auto const hash = reader.array<std::tuple_size_v<Digest>>();
        if (!hash || !reader.at_end() || hashes.size() == k_hashes_max)
            return unreadable();
        hashes.push_back(*hash);
    }
    ZK_TRY(TreeHead const head, open_checkpoint(text, key));
    ProvenEntry const out { index, leaf_hash(entry), head };
    if (index >= head.size || !verify_inclusion(out.leaf, index, head, hashes))
        return fail(Fault::tampered, "proof-of-another-log");
    return out;
}

} // namespace zk::keep
