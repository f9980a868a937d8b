#include "keep/backup/manifest.hpp"

#include "base/amsterdam.hpp"
#include "base/ascii.hpp"
#include "base/require.hpp"
#include "keep/folder.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace zk::keep {

namespace {

std::string_view format_of(BackupPart part)
{
    return part == BackupPart::stores ? "zorgkluis-backup/1" : "zorgkluis-backup-keyring/1";
}

bool is_program(std::string_view program)
{
    return !program.empty() && program.size() <= k_manifest_program_bytes_max
        && std::ranges::all_of(program, [](char c) { return c >= ' ' && c < '\x7f'; });
}

std::unexpected<Error> malformed()
{
    return fail(Fault::tampered, "manifest-malformed");
}

// Takes what stands before the separator off `rest`.
Result<std::string_view> take_until(std::string_view& rest, char separator)
{
    auto const end = rest.find(separator);
    if (end == std::string_view::npos)
        return malformed();
    std::string_view const out = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return out;
}

// "made 2026-..." -> "2026-..."
Result<std::string_view> take_line(std::string_view& rest, std::string_view key)
{
    ZK_TRY(std::string_view line, take_until(rest, '\n'));
    if (!line.starts_with(key) || line.size() <= key.size() || line[key.size()] != ' ')
        return malformed();
    line.remove_prefix(key.size() + 1);
    return line;
}

template<typename Parse>
auto parsed(Result<std::string_view> const& text, Parse const& parse) -> decltype(parse(*text))
{
    if (!text)
        return std::unexpected(text.error());
    return parse(*text);
}

Result<std::uint64_t> parse_number(std::string_view text)
{
    std::uint64_t out = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc {} || end != text.data() + text.size())
        return malformed();
    return out;
}

// As iso_utc() writes it: "2026-11-22T08:30:00.000Z". Other spellings fall when the whole is written again.
Result<Instant> parse_moment(std::string_view text)
{
    constexpr std::string_view k_pattern = "dddd-dd-ddTdd:dd:dd.dddZ";
    auto const fits = [](char c, char pattern) { return pattern == 'd' ? ascii::is_digit(c) : c == pattern; };
    if (!std::ranges::equal(text, k_pattern, fits))
        return malformed();
    auto const date = Date::parse_iso(text.substr(0, 10));
    if (!date)
        return malformed();
    auto const part
        = [&](std::size_t at, std::size_t size) { return ascii::number(text.substr(at, size)).value_or(0); };
    return Instant(date->sys_days()) + std::chrono::hours(part(11, 2)) + std::chrono::minutes(part(14, 2))
        + std::chrono::seconds(part(17, 2)) + std::chrono::milliseconds(part(20, 3));
}

Result<BackupPart> parse_format(std::string_view line)
{
    for (BackupPart const part : { BackupPart::stores, BackupPart::keyring }) {
        if (line == format_of(part))
            return part;
    }
    if (line.starts_with("zorgkluis-backup"))
        return fail(Fault::bad_input, "backup-of-another-version");
    return malformed();
}

Result<Digest> digest_of(Result<Bytes> const& bytes)
{
    Digest out {};
    if (!bytes || bytes->size() != out.size())
        return malformed();
    std::ranges::copy(*bytes, out.begin());
    return out;
}

Result<Digest> parse_hex(std::string_view text)
{
    return digest_of(from_hex(text));
}

Result<Digest> parse_base64(std::string_view text)
{
    return digest_of(from_base64(text));
}

Result<std::vector<BackedUpFile>> parse_files(std::string_view rest, BackupPart part)
{
    std::vector<BackedUpFile> out;
    for (std::string const& name : file_names_of(part)) {
        ZK_TRY(Digest const digest, parsed(take_until(rest, ' '), parse_hex));
        ZK_TRY(std::uint64_t const size, parsed(take_until(rest, ' '), parse_number));
        ZK_TRY(std::string_view const found, take_until(rest, '\n'));
        if (found != name)
            return malformed();
        out.push_back({ .name = name, .size_bytes = size, .sha256 = digest });
    }
    if (!rest.empty())
        return malformed();
    return out;
}

} // namespace

std::vector<std::string> file_names_of(BackupPart part)
{
    if (part == BackupPart::keyring)
        return { k_keyring_file };
    std::vector<std::string> out;
    out.reserve(k_store_files.size());
    for (StoreFile const& store : k_store_files)
        out.emplace_back(store.name);
    return out;
}

std::string text_of(Manifest const& manifest)
{
    std::string out = fmt::format("{}\npractice {}\nmade {}\nprogram {}\njournal {} {}\n", format_of(manifest.part),
        manifest.practice.text(), iso_utc(manifest.made), manifest.program, manifest.journal.size,
        to_base64(manifest.journal.root));
    for (BackedUpFile const& file : manifest.files)
        out += fmt::format("{} {} {}\n", to_hex(file.sha256), file.size_bytes, file.name);
    return out;
}

Result<Manifest> parse_manifest(std::string_view text)
{
    std::string_view rest = text;
    ZK_TRY(BackupPart const part, parsed(take_until(rest, '\n'), parse_format));
    ZK_TRY(std::string_view const practice_text, take_line(rest, "practice"));
    auto const practice = PracticeId::parse(practice_text);
    if (!practice)
        return malformed();
    ZK_TRY(Instant const made, parsed(take_line(rest, "made"), parse_moment));
    ZK_TRY(std::string_view const program, take_line(rest, "program"));
    if (!is_program(program))
        return malformed();
    ZK_TRY(std::string_view journal, take_line(rest, "journal"));
    TreeHead head;
    ZK_TRY(head.size, parsed(take_until(journal, ' '), parse_number));
    ZK_TRY(head.root, parse_base64(journal));
    ZK_TRY(std::vector<BackedUpFile> files, parse_files(rest, part));
    Manifest out { .part = part,
        .practice = *practice,
        .made = made,
        .program = std::string(program),
        .journal = head,
        .files = std::move(files) };
    // Capitals in hexadecimal, leading zeros, hours beyond 23: one content has one spelling.
    if (text_of(out) != text)
        return malformed();
    return out;
}

std::string sign_manifest(Manifest const& manifest, VerifierKey const& key, crypto::Signer const& signer)
{
    std::string const text = text_of(manifest);
    // What we cannot read again is no backup.
    ZK_REQUIRE(parse_manifest(text) == manifest);
    return sign_note(text, key, signer);
}

Result<Manifest> open_manifest(std::string_view note, VerifierKey const& key)
{
    ZK_TRY(std::string const text, open_note(note, key));
    return parse_manifest(text);
}

Result<Manifest> peek_manifest(std::string_view note)
{
    auto const blank = note.rfind("\n\n");
    if (note.size() > k_note_bytes_max || blank == std::string_view::npos)
        return malformed();
    return parse_manifest(note.substr(0, blank + 1));
}

} // namespace zk::keep
