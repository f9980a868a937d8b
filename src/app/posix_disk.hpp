// posix_disk: the real disk, seen from one folder: the data folder, or the target of a backup or an export.
// Made in app/ alone; passed on as zk::Disk.
// Always: no path leaves the folder and no link is followed; a file is whole or absent, also after a power cut.
// An attacker who puts a link in the folder gets an error, not a file elsewhere.
#pragma once

#include "base/disk.hpp"

#include <filesystem>
#include <memory>
#include <mutex>

namespace zk::app {

// Whether a folder that is not there is an error.
enum class WhenAbsent : std::uint8_t { fail, make };

class PosixDisk final : public Disk {
public:
    // What is made is for its owner alone, where the file system knows owners.
    [[nodiscard]] static Result<std::unique_ptr<PosixDisk>> open(
        std::filesystem::path const& root, WhenAbsent when_absent = WhenAbsent::fail);
    ~PosixDisk() override;

    [[nodiscard]] Result<DiskRoom> room() const override;
    [[nodiscard]] Result<Bytes> read(std::string const& path) const override;
    [[nodiscard]] Result<Bytes> read_some(
        std::string const& path, std::uint64_t offset, std::size_t bytes_max) const override;
    [[nodiscard]] bool exists(std::string const& path) const override;
    [[nodiscard]] Result<std::vector<DiskEntry>> list(std::string const& path) const override;
    [[nodiscard]] Result<> write_durably(std::string const& path, ByteView bytes) override;
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> open_append(
        std::string const& path, std::uint64_t size_bytes) override;
    [[nodiscard]] Result<> remove(std::string const& path) override;

private:
    class Appender;
    PosixDisk(std::filesystem::path root, int folder);
    [[nodiscard]] Place place_of(std::string const& path) const;

    std::filesystem::path const m_root;
    int const m_folder;
    // One file is unfinished at a time.
    std::mutex m_writing;
};

} // namespace zk::app
