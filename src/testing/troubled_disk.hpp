// troubled_disk: another disk, with a trouble that the test picks: full, giving back other bytes, or gone with us.
// Used by tests of backup and restore.
// Always: until the trouble comes it is the disk inside.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "base/disk.hpp"

#include <optional>

namespace zk::testing {

class TroubledDisk final : public Disk {
public:
    explicit TroubledDisk(Disk& inside)
        : m_inside(inside)
    {
    }

    // From now on it takes so many bytes.
    void leave_room(std::uint64_t bytes) { m_room_bytes = bytes; }
    // Reading this file gives back another last byte than was written.
    void spoil(std::string path) { m_spoiled = std::move(path); }
    // The whole program ends at this changing call, counted from 0, before anything is done.
    void die_at(std::uint64_t step) { m_last_step = step; }
    [[nodiscard]] std::uint64_t steps() const { return m_steps; }

    [[nodiscard]] Result<Bytes> read(std::string const& path) const override;
    [[nodiscard]] bool exists(std::string const& path) const override { return m_inside.exists(path); }
    [[nodiscard]] Result<std::vector<DiskEntry>> list(std::string const& path) const override
    {
        return m_inside.list(path);
    }
    [[nodiscard]] Result<> write_durably(std::string const& path, ByteView bytes) override;
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> open_append(
        std::string const& path, std::uint64_t size_bytes) override;
    [[nodiscard]] Result<> remove(std::string const& path) override;

private:
    class Appender;
    void take_step();
    [[nodiscard]] Result<> take_room(std::size_t bytes);

    Disk& m_inside;
    std::optional<std::uint64_t> m_room_bytes;
    std::optional<std::string> m_spoiled;
    std::optional<std::uint64_t> m_last_step;
    std::uint64_t m_steps = 0;
};

} // namespace zk::testing
