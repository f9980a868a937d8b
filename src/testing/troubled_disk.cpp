#include "testing/troubled_disk.hpp"

#include <unistd.h>

namespace zk::testing {

class TroubledDisk::Appender final : public AppendFile {
public:
    Appender(TroubledDisk& disk, std::unique_ptr<AppendFile> inside)
        : m_disk(disk)
        , m_inside(std::move(inside))
    {
    }
    [[nodiscard]] Result<> append(ByteView bytes) override
    {
        m_disk.take_step();
        ZK_CHECK(m_disk.take_room(bytes.size()));
        return m_inside->append(bytes);
    }
    [[nodiscard]] Result<> sync() override
    {
        m_disk.take_step();
        return m_inside->sync();
    }

private:
    TroubledDisk& m_disk;
    std::unique_ptr<AppendFile> m_inside;
};

void TroubledDisk::take_step()
{
    // As a kill: no destructor runs.
    if (m_steps == m_last_step)
        ::_exit(0);
    ++m_steps;
}

Result<> TroubledDisk::take_room(std::size_t bytes)
{
    if (!m_room_bytes)
        return {};
    if (bytes > *m_room_bytes)
        return fail(Fault::storage, "disk-full");
    *m_room_bytes -= bytes;
    return {};
}

Result<Bytes> TroubledDisk::read(std::string const& path) const
{
    ZK_TRY(Bytes bytes, m_inside.read(path));
    if (m_spoiled == path && !bytes.empty())
        bytes.back() ^= 1;
    return bytes;
}

Result<> TroubledDisk::write_durably(std::string const& path, ByteView bytes)
{
    take_step();
    ZK_CHECK(take_room(bytes.size()));
    return m_inside.write_durably(path, bytes);
}

Result<std::unique_ptr<AppendFile>> TroubledDisk::open_append(std::string const& path, std::uint64_t size_bytes)
{
    take_step();
    ZK_TRY(auto inside, m_inside.open_append(path, size_bytes));
    return std::make_unique<Appender>(*this, std::move(inside));
}

Result<> TroubledDisk::remove(std::string const& path)
{
    take_step();
    return m_inside.remove(path);
}

} // namespace zk::testing
