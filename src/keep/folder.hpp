// folder: the data folder of one practice: its files, its lock, its rights.
// Made by init, opened by every command; the one place that knows the names of the files.
// Always: one program at a time writes in it; only its owner can read it.
// An attacker who can write in it can stop us; what he changes is seen.
#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace zk::keep {

class Folder {
public:
    // The folder must be absent or empty; made with rights for its owner alone.
    [[nodiscard]] static Result<Folder> create(std::filesystem::path const& path);
    // Fault::unavailable while another program has it in use.
    [[nodiscard]] static Result<Folder> open(std::filesystem::path const& path);
    Folder(Folder&& other) noexcept;
    Folder& operator=(Folder&& other) noexcept;
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder();

    [[nodiscard]] std::filesystem::path const& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path identity() const { return m_path / "identity.db"; }
    [[nodiscard]] std::filesystem::path care() const { return m_path / "care.db"; }
    [[nodiscard]] std::filesystem::path money() const { return m_path / "money.db"; }
    [[nodiscard]] std::filesystem::path practice() const { return m_path / "practice.db"; }
    [[nodiscard]] std::filesystem::path keyring() const { return m_path / "keyring.db"; }
    [[nodiscard]] std::filesystem::path index() const { return m_path / "index.db"; }

private:
    Folder(std::filesystem::path path, int lock)
        : m_path(std::move(path))
        , m_lock(lock)
    {
    }
    std::filesystem::path m_path;
    int m_lock;
};

} // namespace zk::keep
