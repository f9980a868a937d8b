// manifest: what a backup holds, signed by the practice: docs/formats/backup.md has the grammar.
// Used by backup and restore; one for the stores with the journal, one for the keyring, which is kept apart.
// Always: one content has one spelling; the journal is named by its root, which covers every byte of it.
// An attacker cannot make one; an old backup put in the place of a newer one shows its date.
#pragma once

#include "base/clock.hpp"
#include "keep/journal/merkle.hpp"
#include "keep/journal/note.hpp"
#include "keep/keyring/keyring.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace zk::keep {

inline constexpr std::string_view k_manifest_file = "manifest";
inline constexpr std::size_t k_manifest_program_bytes_max = 200;

enum class BackupPart : std::uint8_t { stores, keyring };

struct BackedUpFile {
    std::string name; // in the folder of the manifest
    std::uint64_t size_bytes;
    Digest sha256;
    friend bool operator==(BackedUpFile const&, BackedUpFile const&) = default;
};

struct Manifest {
    BackupPart part;
    PracticeId practice;
    Instant made;                    // the moment at which the stores and the keyring stood as they were copied
    std::string program;             // name and version
    TreeHead journal;                // as far as the journal was copied
    std::vector<BackedUpFile> files; // by name
    friend bool operator==(Manifest const&, Manifest const&) = default;
};

// The files that a backup of this part has: not fewer, not more.
[[nodiscard]] std::vector<std::string> file_names_of(BackupPart part);

[[nodiscard]] std::string text_of(Manifest const& manifest);
[[nodiscard]] Result<Manifest> parse_manifest(std::string_view text);

[[nodiscard]] std::string sign_manifest(Manifest const& manifest, VerifierKey const& key, crypto::Signer const& signer);
[[nodiscard]] Result<Manifest> open_manifest(std::string_view note, VerifierKey const& key);
// What it says before anybody has looked who signed it: enough to find the keyring that can tell.
[[nodiscard]] Result<Manifest> peek_manifest(std::string_view note);

} // namespace zk::keep
