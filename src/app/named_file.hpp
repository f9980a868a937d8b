// named_file: a file that the user named at his terminal: a mapping, a report, a key.
// Used by the commands.
// Always: read whole or an error with its path; written whole or not at all.
// An attacker gains nothing: the path is the user's own.
#pragma once

#include "base/bytes.hpp"

#include <filesystem>

namespace zk::app {

[[nodiscard]] Result<Bytes> read_named_file(std::filesystem::path const& path);
[[nodiscard]] Result<> write_named_file(std::filesystem::path const& path, ByteView bytes);

} // namespace zk::app
