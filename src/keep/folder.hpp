// folder: the data folder of one practice: its files, its lock, its rights.
// Made by init and by restore, opened by every command; the one place that knows the names of the files.
// Always: one program at a time writes in it; only its owner can read it; what is half restored is no practice.
// An attacker who can write in it can stop us; what he changes is seen.
#pragma once

#include "base/result.hpp"
#include "catalogue/kinds.hpp"

#include <array>
#include <filesystem>

namespace zk::keep {

struct StoreFile {
    catalogue::Compartment which;
    char const* name;
};
// By name.
inline constexpr std::array k_store_files {
    StoreFile { catalogue::Compartment::care, "care.db" },
    StoreFile { catalogue::Compartment::identity, "identity.db" },
    StoreFile { catalogue::Compartment::money, "money.db" },
    StoreFile { catalogue::Compartment::practice, "practice.db" },
};
inline constexpr char const* k_keyring_file = "keyring.db";
// What a backup copies lies here until it is on the other disk.
inline constexpr char const* k_copy_file = "copy.db";

class Folder {
public:
    // The folder must be absent or empty; made with rights for its owner alone.
    [[nodiscard]] static Result<Folder> create(std::filesystem::path const& path);
    // Fault::unavailable while another program has it in use.
    [[nodiscard]] static Result<Folder> open(std::filesystem::path const& path);
    // As create(), but no practice until finish_restore(). What a restore that was broken off left there is removed.
    [[nodiscard]] static Result<Folder> create_for_restore(std::filesystem::path const& path);
    // Now it is a practice, also after a power cut; everything in it must be durable before.
    [[nodiscard]] Result<> finish_restore();
    // Takes everything out again; does nothing in a folder that is a practice.
    void empty_after_failed_restore();

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
    [[nodiscard]] std::filesystem::path keyring() const { return m_path / k_keyring_file; }
    [[nodiscard]] std::filesystem::path index() const { return m_path / "index.db"; }
    [[nodiscard]] std::filesystem::path copy() const { return m_path / k_copy_file; }
    void remove_copy() const;

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
