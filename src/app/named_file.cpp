#include "app/named_file.hpp"

#include "app/posix_disk.hpp"
#include "app/terminal/terminal.hpp"

namespace zk::app {

namespace {

struct Named {
    std::filesystem::path folder;
    std::string file;
};

Named named(std::filesystem::path const& typed)
{
    std::filesystem::path const path = Terminal::current().path(typed);
    return { path.has_parent_path() ? path.parent_path() : std::filesystem::path("."), path.filename().string() };
}

} // namespace

Result<Bytes> read_named_file(std::filesystem::path const& path)
{
    Named const name = named(path);
    ZK_TRY(auto const disk, PosixDisk::open(name.folder));
    return disk->read(name.file);
}

Result<> write_named_file(std::filesystem::path const& path, ByteView bytes)
{
    Named const name = named(path);
    ZK_TRY(auto const disk, PosixDisk::open(name.folder));
    return disk->write_durably(name.file, bytes);
}

} // namespace zk::app
