// passphrase: where the key of the practice comes from: a file, systemd's credentials, or a person at a terminal.
// Used by every command that opens a practice.
// Always: never from an argument; never asked for without a terminal; one trailing newline is dropped.
// An attacker who can read the file has the practice's key: the manual says where to put it.
#pragma once

#include "base/result.hpp"

#include <string>

namespace zk::app {

// In production the passphrase alone stands between a thief and every dossier.
inline constexpr std::size_t k_passphrase_characters_min = 15;

enum class Ask : std::uint8_t { once, twice };

[[nodiscard]] Result<std::string> read_passphrase(Ask how);
// For `key recover` and `key rotate`: the new one, from $ZORGKLUIS_NEW_PASSPHRASE_FILE or the terminal.
[[nodiscard]] Result<std::string> read_new_passphrase();
// Any secret line, such as the recovery code: from the file that the variable names, or the terminal.
[[nodiscard]] Result<std::string> read_secret(std::string const& variable, std::string const& question, Ask how);

void wipe_text(std::string& text);

} // namespace zk::app
