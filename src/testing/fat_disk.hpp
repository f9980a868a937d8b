// fat_disk: another disk with the rules of FAT: names without case, few characters, no large files, nothing renamed over.
// Used by tests of backups, which people make on a stick.
// Always: what it takes, Linux' vfat takes too.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "base/disk.hpp"

namespace zk::testing {

class FatDisk final : public Disk {
public:
    explicit FatDisk(Disk& inside, DiskRoom room = { .file_bytes_max = k_fat_file_bytes_max })
        : m_inside(inside)
        , m_room(room)
    {
    }

    // Something was asked that FAT does not do; a test looks, since an error may be taken for a full disk.
    [[nodiscard]] std::vector<std::string> const& refused() const { return m_refused; }

    [[nodiscard]] Result<DiskRoom> room() const override { return m_room; }
    [[nodiscard]] Result<Bytes> read(std::string const& path) const override { return m_inside.read(as_kept(path)); }
    [[nodiscard]] bool exists(std::string const& path) const override { return m_inside.exists(as_kept(path)); }
    [[nodiscard]] Result<std::vector<DiskEntry>> list(std::string const& path) const override
    {
        return m_inside.list(as_kept(path));
    }
    [[nodiscard]] Result<> write_durably(std::string const& path, ByteView bytes) override;
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> open_append(
        std::string const& path, std::uint64_t size_bytes) override;
    [[nodiscard]] Result<> remove(std::string const& path) override { return m_inside.remove(as_kept(path)); }

private:
    class Appender;
    // Names that differ in case alone are one.
    [[nodiscard]] static std::string as_kept(std::string path);
    [[nodiscard]] Result<> check(std::string const& path, std::uint64_t size_bytes);

    Disk& m_inside;
    DiskRoom m_room;
    std::vector<std::string> m_refused;
};

} // namespace zk::testing
