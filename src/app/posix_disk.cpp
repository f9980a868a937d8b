#include "app/posix_disk.hpp"

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <optional>
#include <span>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace zk::app {

namespace {

constexpr mode_t k_folder_rights = 0700;
constexpr mode_t k_file_rights = 0600;
constexpr int k_always = O_CLOEXEC | O_NOFOLLOW;
// What write_durably() writes before it has its name. It lies in the root: a journal knows every file below its own
// folder, and a crash may leave this one.
constexpr char const* k_unfinished = "unfinished";

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

std::unexpected<Error> failed(Place const& place)
{
    int const number = errno;
    return std::unexpected(error_of(number, place));
}

// Calls again when a signal came between.
template<typename Call>
auto uninterrupted(Call const& call)
{
    auto outcome = call();
    while (outcome < 0 && errno == EINTR)
        outcome = call();
    return outcome;
}

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool is_open() const { return m_number >= 0; }
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

Descriptor open_at(int folder, char const* name, int flags)
{
    return Descriptor(uninterrupted([&] { return ::openat(folder, name, flags | k_always, k_file_rights); }));
}

Result<> write_all(int file, ByteView bytes, Place const& place)
{
    while (!bytes.empty()) {
        ssize_t const written = uninterrupted([&] { return ::write(file, bytes.data(), bytes.size()); });
        if (written < 0)
            return failed(place);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<> sync_file(int file, Place const& place)
{
    if (uninterrupted([&] { return ::fdatasync(file); }) != 0)
        return failed(place);
    return {};
}

Result<> sync_folder(int folder, Place const& place)
{
    // Some file systems have nothing to sync in a folder, and say so.
    if (uninterrupted([&] { return ::fsync(folder); }) != 0 && errno != EINVAL && errno != ENOTSUP)
        return failed(place);
    return {};
}

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
            return failed(place);
        ZK_CHECK(sync_folder(folder.number(), place));
        next = open_at(folder.number(), name.c_str(), O_RDONLY | O_DIRECTORY);
    }
    if (!next.is_open())
        return failed(place);
    return next;
}

Result<Descriptor> walk(int root, std::span<std::string const> names, WhenAbsent when_absent, Place const& place)
{
    Descriptor folder = open_at(root, ".", O_RDONLY | O_DIRECTORY);
    if (!folder.is_open())
        return failed(place);
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

// Not a pipe, not a device: those could keep us waiting.
Result<Descriptor> open_file(Spot const& spot, int flags, Place const& place)
{
    Descriptor file = open_at(spot.folder.number(), spot.name.c_str(), flags | O_NONBLOCK);
    struct stat found {};
    if (!file.is_open() || ::fstat(file.number(), &found) != 0)
        return failed(place);
    if (!S_ISREG(found.st_mode))
        return fail(Fault::storage, "file-cannot-be-opened", place);
    return file;
}

Result<std::uint64_t> size_of(Descriptor const& file, Place const& place)
{
    struct stat found {};
    if (::fstat(file.number(), &found) != 0)
        return failed(place);
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
            return failed(place);
        if (some == 0)
            break;
        filled += static_cast<std::size_t>(some);
    }
    out.resize(filled);
    return out;
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

// Takes the descriptor over.
Result<std::vector<DiskEntry>> list_folder(Descriptor folder, Place const& place)
{
    std::unique_ptr<DIR, CloseFolder> const stream(::fdopendir(folder.number()));
    if (!stream)
        return failed(place);
    int const number = folder.release();
    std::vector<DiskEntry> out;
    for (;;) {
        errno = 0;
        dirent const* const entry = ::readdir(stream.get());
        if (entry == nullptr && errno != 0)
            return failed(place);
        if (entry == nullptr)
            break;
        std::string name = static_cast<char const*>(entry->d_name);
        if (name == "." || name == "..")
            continue;
        struct stat found {};
        if (::fstatat(number, name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0)
            return failed(place);
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
        return failed(place);
    ZK_TRY(Descriptor inner, step_into(spot.folder, spot.name, WhenAbsent::fail, place));
    Spot below { open_at(inner.number(), ".", O_RDONLY | O_DIRECTORY), {} };
    if (!below.folder.is_open())
        return failed(place);
    ZK_TRY(std::vector<DiskEntry> const entries, list_folder(std::move(inner), place));
    for (DiskEntry const& entry : entries) {
        below.name = entry.name;
        ZK_CHECK(remove_at(below, place));
    }
    if (::unlinkat(spot.folder.number(), name, AT_REMOVEDIR) != 0)
        return failed(place);
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
        return remembered([&] { return write_all(m_file.number(), bytes, m_place); });
    }
    [[nodiscard]] Result<> sync() override
    {
        return remembered([&] { return sync_file(m_file.number(), m_place); });
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
        return failed(place);
    return std::unique_ptr<PosixDisk>(new PosixDisk(root, folder.release()));
}

Place PosixDisk::place_of(std::string const& path) const
{
    return Place::path((path.empty() ? m_root : m_root / path).string());
}

Result<Bytes> PosixDisk::read(std::string const& path) const
{
    return read_some(path, 0, SIZE_MAX);
}

Result<Bytes> PosixDisk::read_some(std::string const& path, std::uint64_t offset, std::size_t bytes_max) const
{
    Place const place = place_of(path);
    ZK_TRY(Spot const spot, spot_of(m_folder, path, WhenAbsent::fail, place));
    ZK_TRY(Descriptor const file, open_file(spot, O_RDONLY, place));
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
        return failed(place);
    Descriptor const file = open_at(m_folder, k_unfinished, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open())
        return failed(place);
    Result<> written = write_all(file.number(), bytes, place);
    if (written)
        written = sync_file(file.number(), place);
    if (written && ::renameat(m_folder, k_unfinished, spot.folder.number(), spot.name.c_str()) != 0)
        written = failed(place);
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
    ZK_TRY(Descriptor file, open_file(spot, O_WRONLY | O_APPEND | O_CREAT, place));
    ZK_TRY(std::uint64_t const size, size_of(file, place));
    if (size < size_bytes)
        return fail(Fault::storage, "file-shorter-than-asked", place);
    if (size > size_bytes
        && uninterrupted([&] { return ::ftruncate(file.number(), static_cast<off_t>(size_bytes)); }) != 0)
        return failed(place);
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
