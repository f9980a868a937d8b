#include "app/named_file.hpp"

#include "app/posix_disk.hpp"

namespace zk::app {

namespace {

std::filesystem::path folder_of(std::filesystem::path const& file)
{
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

} // namespace

Result<Bytes> read_named_file(std::filesystem::path const& path)
{
    ZK_TRY(auto const disk, PosixDisk::open(folder_of(path)));
    return disk->read(path.filename().string());
}

Result<> write_named_file(std::filesystem::path const& path, ByteView bytes)
{
    ZK_TRY(auto const disk, PosixDisk::open(folder_of(path)));
    return disk->write_durably(path.filename().string(), bytes);
}

} // namespace zk::app
