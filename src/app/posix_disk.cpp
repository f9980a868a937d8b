#include "app/posix_disk.hpp"

#include "app/posix_file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <optional>
#include <span>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <utility>

namespace zk::app {

namespace {

constexpr mode_t k_folder_rights = 0700;
// What write_durably() writes before it has its name. It lies in the root: a journal knows every file below its own
// folder, and a crash may leave this one.
constexpr char const* k_unfinished = "unfinished";

// The names along a path; nothing that could lead out of the folder.
Result<std::vector<std::string>> names_of(std::string const& path, Place const& place)
{
    std::vector<std::string> names;
    std::size_t begin = 0;
    while (begin <= path.size() && !path.empty()) {
        std::size_t const end = std::min(path.find('/', begin), path.size());
        std::string name = path.substr(begin, end - begin);
        if (name.empty() || name == "." || name == ".." || name.find('\0') != std::string::npos)
            return fail(Fault::bad_input, "path-leaves-folder", place);
        names.push_back(std::move(name));
        begin = end + 1;
    }
    return names;
}

// The folder in which the last name stands.
struct Spot {
    Descriptor folder;
    std::string name;
};

Result<Descriptor> step_into(
    Descriptor const& folder, std::string const& name, WhenAbsent when_absent, Place const& place)
{
    Descriptor next = open_at(folder.number(), name.c_str(), O_RDONLY | O_DIRECTORY);
    if (!next.is_open() && errno == ENOENT && when_absent == WhenAbsent::make) {
        if (::mkdirat(folder.number(), name.c_str(), k_folder_rights) != 0 && errno != EEXIST)
            return system_error(place);
        ZK_CHECK(sync_folder(folder.number(), place));
        next = open_at(folder.number(), name.c_str(), O_RDONLY | O_DIRECTORY);
    }
    if (!next.is_open())
        return system_error(place);
    return next;
}

Result<Descriptor> walk(int root, std::span<std::string const> names, WhenAbsent when_absent, Place const& place)
{
    Descriptor folder = open_at(root, ".", O_RDONLY | O_DIRECTORY);
    if (!folder.is_open())
        return system_error(place);
    for (std::string const& name : names) {
        ZK_TRY(folder, step_into(folder, name, when_absent, place));
    }
    return folder;
}

Result<Spot> spot_of(int root, std::string const& path, WhenAbsent when_absent, Place const& place)
{
    ZK_TRY(std::vector<std::string> const names, names_of(path, place));
    if (names.empty())
        return fail(Fault::wrong_use, "path-names-no-file", place);
    ZK_TRY(Descriptor folder, walk(root, std::span(names).first(names.size() - 1), when_absent, place));
    return Spot { std::move(folder), names.back() };
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

// Takes the descriptor over.
Result<std::vector<DiskEntry>> list_folder(Descriptor folder, Place const& place)
{
    std::unique_ptr<DIR, CloseFolder> const stream(::fdopendir(folder.number()));
    if (!stream)
        return system_error(place);
    int const number = folder.release();
    std::vector<DiskEntry> out;
    for (;;) {
        errno = 0;
        // NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is ours alone
        dirent const* const entry = ::readdir(stream.get());
        if (entry == nullptr && errno != 0)
            return system_error(place);
        if (entry == nullptr)
            break;
        std::string name = static_cast<char const*>(entry->d_name);
        if (name == "." || name == "..")
            continue;
        struct stat found {};
        if (::fstatat(number, name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0)
            return system_error(place);
        EntryKind const kind = S_ISREG(found.st_mode) ? EntryKind::file
            : S_ISDIR(found.st_mode)                  ? EntryKind::directory
                                                      : EntryKind::other;
        out.push_back(
            { .name = std::move(name), .kind = kind, .size_bytes = static_cast<std::uint64_t>(found.st_size) });
    }
    std::ranges::sort(out, {}, &DiskEntry::name);
    return out;
}

Result<> remove_at(Spot const& spot, Place const& place)
{
    char const* const name = spot.name.c_str();
    if (::unlinkat(spot.folder.number(), name, 0) == 0 || errno == ENOENT)
        return {};
    // Linux says EISDIR, POSIX EPERM.
    if (errno != EISDIR && errno != EPERM)
        return system_error(place);
    ZK_TRY(Descriptor inner, step_into(spot.folder, spot.name, WhenAbsent::fail, place));
    Spot below { open_at(inner.number(), ".", O_RDONLY | O_DIRECTORY), {} };
    if (!below.folder.is_open())
        return system_error(place);
    ZK_TRY(std::vector<DiskEntry> const entries, list_folder(std::move(inner), place));
    for (DiskEntry const& entry : entries) {
        below.name = entry.name;
        ZK_CHECK(remove_at(below, place));
    }
    if (::unlinkat(spot.folder.number(), name, AT_REMOVEDIR) != 0)
        return system_error(place);
    return {};
}

} // namespace

class PosixDisk::Appender final : public AppendFile {
public:
    Appender(Descriptor file, Place place)
        : m_file(std::move(file))
        , m_place(std::move(place))
    {
    }

    [[nodiscard]] Result<> append(ByteView bytes) override
    {
        return remembered([&] { return write_all(m_file, bytes, m_place); });
    }
    [[nodiscard]] Result<> sync() override
    {
        return remembered([&] { return sync_file(m_file, m_place); });
    }

private:
    // After an error the kernel has thrown pages away: a later sync would say yes to what is not there.
    template<typename Call>
    Result<> remembered(Call const& call)
    {
        if (!m_failed) {
            if (Result<> const done = call(); !done)
                m_failed = done.error();
        }
        return m_failed ? Result<>(std::unexpected(*m_failed)) : Result<> {};
    }

    Descriptor m_file;
    Place m_place;
    std::optional<Error> m_failed;
};

PosixDisk::PosixDisk(std::filesystem::path root, int folder)
    : m_root(std::move(root))
    , m_folder(folder)
{
}

PosixDisk::~PosixDisk()
{
    ::close(m_folder);
}

Result<std::unique_ptr<PosixDisk>> PosixDisk::open(std::filesystem::path const& root, WhenAbsent when_absent)
{
    Place const place = Place::path(root.string());
    if (when_absent == WhenAbsent::make) {
        std::error_code error;
        std::filesystem::create_directories(root.parent_path().empty() ? "." : root.parent_path(), error);
        if (error || (::mkdir(root.c_str(), k_folder_rights) != 0 && errno != EEXIST))
            return fail(Fault::storage, "folder-cannot-be-made", place);
    }
    // The folder itself was named by its owner: that may be a link.
    Descriptor folder(uninterrupted([&] { return ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
    if (!folder.is_open())
        return system_error(place);
    return std::unique_ptr<PosixDisk>(new PosixDisk(root, folder.release()));
}

Place PosixDisk::place_of(std::string const& path) const
{
    return Place::path((path.empty() ? m_root : m_root / path).string());
}

Result<DiskRoom> PosixDisk::room() const
{
    struct statfs found {};
    if (uninterrupted([&] { return ::fstatfs(m_folder, &found); }) != 0)
        return system_error(place_of(""));
    DiskRoom out { .free_bytes
        = static_cast<std::uint64_t>(found.f_bavail) * static_cast<std::uint64_t>(found.f_bsize) };
    if (found.f_type == MSDOS_SUPER_MAGIC)
        out.file_bytes_max = k_fat_file_bytes_max;
    return out;
}

Result<Bytes> PosixDisk::read(std::string const& path) const
{
    return read_some(path, 0, SIZE_MAX);
}

Result<Bytes> PosixDisk::read_some(std::string const& path, std::uint64_t offset, std::size_t bytes_max) const
{
    Place const place = place_of(path);
    ZK_TRY(Spot const spot, spot_of(m_folder, path, WhenAbsent::fail, place));
    ZK_TRY(Descriptor const file, open_file_at(spot.folder.number(), spot.name.c_str(), O_RDONLY, place));
    return read_from(file, offset, bytes_max, place);
}

bool PosixDisk::exists(std::string const& path) const
{
    if (path.empty())
        return true;
    auto const spot = spot_of(m_folder, path, WhenAbsent::fail, place_of(path));
    struct stat found {};
    return spot && ::fstatat(spot->folder.number(), spot->name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0;
}

Result<std::vector<DiskEntry>> PosixDisk::list(std::string const& path) const
{
    Place const place = place_of(path);
    ZK_TRY(std::vector<std::string> const names, names_of(path, place));
    ZK_TRY(Descriptor folder, walk(m_folder, names, WhenAbsent::fail, place));
    return list_folder(std::move(folder), place);
}

Result<> PosixDisk::write_durably(std::string const& path, ByteView bytes)
{
    Place const place = place_of(path);
    std::lock_guard const lock(m_writing);
    ZK_TRY(Spot const spot, spot_of(m_folder, path, WhenAbsent::make, place));
    if (::unlinkat(m_folder, k_unfinished, 0) != 0 && errno != ENOENT)
        return system_error(place);
    Descriptor const file = open_at(m_folder, k_unfinished, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open())
        return system_error(place);
    Result<> written = write_all(file, bytes, place);
    if (written)
        written = sync_file(file, place);
    if (written && ::renameat(m_folder, k_unfinished, spot.folder.number(), spot.name.c_str()) != 0)
        written = system_error(place);
    if (!written) {
        ::unlinkat(m_folder, k_unfinished, 0);
        return written;
    }
    return sync_folder(spot.folder.number(), place);
}

Result<std::unique_ptr<AppendFile>> PosixDisk::open_append(std::string const& path, std::uint64_t size_bytes)
{
    Place const place = place_of(path);
    ZK_TRY(Spot const spot, spot_of(m_folder, path, WhenAbsent::make, place));
    ZK_TRY(
        Descriptor file, open_file_at(spot.folder.number(), spot.name.c_str(), O_WRONLY | O_APPEND | O_CREAT, place));
    ZK_TRY(std::uint64_t const size, size_of(file, place));
    if (size < size_bytes)
        return fail(Fault::storage, "file-shorter-than-asked", place);
    if (size > size_bytes
        && uninterrupted([&] { return ::ftruncate(file.number(), static_cast<off_t>(size_bytes)); }) != 0)
        return system_error(place);
    ZK_CHECK(sync_folder(spot.folder.number(), place));
    return std::make_unique<Appender>(std::move(file), place);
}

Result<> PosixDisk::remove(std::string const& path)
{
    Place const place = place_of(path);
    auto const spot = spot_of(m_folder, path, WhenAbsent::fail, place);
    if (spot)
        return remove_at(*spot, place);
    if (spot.error().fault() == Fault::not_found)
        return {};
    return std::unexpected(spot.error());
}

} // namespace zk::app
