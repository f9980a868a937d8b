// message: one command as it goes through the local socket: what was typed, where, by whose variables, the passphrase.
// Written by the client, read by the server.
// Always: one packet, bounded; read back only when every byte of it has a meaning; wiped when done.
// An attacker who sends one of his own gets an error, or a command that needs the passphrase.
#pragma once

#include "base/bytes.hpp"

#include <map>
#include <string>
#include <vector>

namespace zk::app {

inline constexpr std::size_t k_message_bytes_max = 65'536;
inline constexpr std::size_t k_message_arguments_max = 256;
inline constexpr std::size_t k_message_variables_max = 64;
// Of the variables only those of this program are told.
inline constexpr std::string_view k_message_variable_prefix = "ZORGKLUIS_";

struct CommandMessage {
    std::vector<std::string> arguments; // with the name of the program before them
    std::string folder;                 // absolute: relative paths are seen from here
    std::map<std::string, std::string> variables;
    std::string passphrase;

    CommandMessage() = default;
    CommandMessage(CommandMessage&&) = default;
    CommandMessage& operator=(CommandMessage&&) = default;
    CommandMessage(CommandMessage const&) = delete;
    CommandMessage& operator=(CommandMessage const&) = delete;
    ~CommandMessage();
};

// Fault::wrong_use "command-too-long".
[[nodiscard]] Result<Bytes> write_message(CommandMessage const& message);
// Fault::bad_input "message-malformed", "message-of-another-version".
[[nodiscard]] Result<CommandMessage> parse_message(ByteView bytes);

} // namespace zk::app
