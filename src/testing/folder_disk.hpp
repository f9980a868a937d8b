// folder_disk: a disk that is a folder of this machine, as short as can be: it promises nothing after a power cut.
// Used by tests of what works on real files besides (SQLite's); the product's own is app/posix_disk.
// Always: the same answers as testing/memory_disk.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "base/disk.hpp"

#include <filesystem>

namespace zk::testing {

class FolderDisk final : public Disk {
public:
    explicit FolderDisk(std::filesystem::path root)
        : m_root(std::move(root))
    {
    }

    [[nodiscard]] Result<Bytes> read(std::string const& path) const override;
    [[nodiscard]] bool exists(std::string const& path) const override;
    [[nodiscard]] Result<std::vector<DiskEntry>> list(std::string const& path) const override;
    [[nodiscard]] Result<> write_durably(std::string const& path, ByteView bytes) override;
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> open_append(
        std::string const& path, std::uint64_t size_bytes) override;
    [[nodiscard]] Result<> remove(std::string const& path) override;

private:
    std::filesystem::path m_root;
};

} // namespace zk::testing
