#include "app/backing_up/place.hpp"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace zk::app {

namespace {

std::optional<dev_t> disk_of(std::filesystem::path const& path)
{
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 ? std::optional(found.st_dev) : std::nullopt;
}

} // namespace

bool lies_inside(std::filesystem::path const& inner, std::filesystem::path const& outer)
{
    std::error_code error;
    std::string const within = std::filesystem::weakly_canonical(inner, error).string() + "/";
    return within.starts_with(std::filesystem::weakly_canonical(outer, error).string() + "/");
}

Result<> check_backup_place(std::filesystem::path const& place, std::filesystem::path const& practice)
{
    if (!place.is_absolute())
        return fail(Fault::bad_input, "backup-place-not-a-path", Place::of("value"));
    if (lies_inside(place, practice))
        return fail(Fault::bad_input, "backup-inside-the-practice", Place::of("value"));
    return {};
}

PlaceFacts look_at_place(std::filesystem::path const& place, std::filesystem::path const& practice)
{
    PlaceFacts out;
    out.there = ::access(place.c_str(), W_OK | X_OK) == 0;
    struct statvfs room {};
    if (::statvfs(place.c_str(), &room) == 0)
        out.free_bytes = std::uint64_t { room.f_bavail } * room.f_frsize;
    auto const own = disk_of(practice);
    auto const other = disk_of(place);
    out.other_disk = own && other && *own != *other;
    return out;
}

} // namespace zk::app
