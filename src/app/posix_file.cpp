#include "app/posix_file.hpp"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zk::app {

namespace {

constexpr mode_t k_file_rights = 0600;
constexpr int k_always = O_CLOEXEC | O_NOFOLLOW;

Error error_of(int number, Place place)
{
    switch (number) {
    case ENOENT:
        return { Fault::not_found, "file-absent", std::move(place) };
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return { Fault::storage, "disk-full", std::move(place) };
    case EACCES:
    case EPERM:
    case EROFS:
    case ELOOP:
    case ENOTDIR:
    case EISDIR:
    case ENAMETOOLONG:
        return { Fault::storage, "file-cannot-be-opened", std::move(place) };
    default:
        return { Fault::storage, "disk-failed", std::move(place) };
    }
}

} // namespace

Descriptor::~Descriptor()
{
    if (m_number >= 0)
        ::close(m_number);
}

std::unexpected<Error> system_error(Place const& place)
{
    int const number = errno;
    return std::unexpected(error_of(number, place));
}

Descriptor open_at(int folder, char const* name, int flags)
{
    return Descriptor(uninterrupted([&] { return ::openat(folder, name, flags | k_always, k_file_rights); }));
}

Result<> write_all(Descriptor const& file, ByteView bytes, Place const& place)
{
    while (!bytes.empty()) {
        ssize_t const written = uninterrupted([&] { return ::write(file.number(), bytes.data(), bytes.size()); });
        if (written < 0)
            return system_error(place);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<> sync_file(Descriptor const& file, Place const& place)
{
    if (uninterrupted([&] { return ::fdatasync(file.number()); }) != 0)
        return system_error(place);
    return {};
}

Result<> sync_folder(int folder, Place const& place)
{
    // Some file systems have nothing to sync in a folder, and say so.
    if (uninterrupted([&] { return ::fsync(folder); }) != 0 && errno != EINVAL && errno != ENOTSUP)
        return system_error(place);
    return {};
}

Result<Descriptor> open_file_at(int folder, char const* name, int flags, Place const& place)
{
    Descriptor file = open_at(folder, name, flags | O_NONBLOCK);
    struct stat found {};
    if (!file.is_open() || ::fstat(file.number(), &found) != 0)
        return system_error(place);
    if (!S_ISREG(found.st_mode))
        return fail(Fault::storage, "file-cannot-be-opened", place);
    return file;
}

Result<std::uint64_t> size_of(Descriptor const& file, Place const& place)
{
    struct stat found {};
    if (::fstat(file.number(), &found) != 0)
        return system_error(place);
    return static_cast<std::uint64_t>(found.st_size);
}

Result<Bytes> read_from(Descriptor const& file, std::uint64_t offset, std::uint64_t bytes_max, Place const& place)
{
    ZK_TRY(std::uint64_t const size, size_of(file, place));
    Bytes out(static_cast<std::size_t>(std::min(bytes_max, size - std::min(offset, size))));
    std::size_t filled = 0;
    while (filled < out.size()) {
        auto const at = static_cast<off_t>(offset + filled);
        ssize_t const some
            = uninterrupted([&] { return ::pread(file.number(), out.data() + filled, out.size() - filled, at); });
        if (some < 0)
            return system_error(place);
        if (some == 0)
            break;
        filled += static_cast<std::size_t>(some);
    }
    out.resize(filled);
    return out;
}

} // namespace zk::app
