// sqlite_engine: a store in one SQLite file.
// Made by keep/practice_folder; used through Engine.
// Always: one writer at a time, readers never wait for it.
// An attacker who can read the file: see engine.hpp.
#pragma once

#include "keep/engine.hpp"

#include <filesystem>

namespace zk::keep {

// The file must be absent; made with the rights of its folder.
[[nodiscard]] Result<> create_sqlite_store(std::filesystem::path const& path);
[[nodiscard]] Result<std::unique_ptr<Engine>> open_sqlite_store(
    std::filesystem::path const& path, PracticeId const& practice);

} // namespace zk::keep
