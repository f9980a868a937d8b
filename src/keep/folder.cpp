#include "keep/folder.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace zk::keep {

namespace {

constexpr std::string_view k_format = "zorgkluis-data/1\n";
constexpr mode_t k_folder_rights = 0700;
constexpr mode_t k_file_rights = 0600;
// The lock is the format file itself: a folder without it is not ours. While a restore is at work it has another name.
constexpr char const* k_format_file = "zorgkluis";
constexpr char const* k_restoring_file = "restoring";

Result<int> lock_file(std::filesystem::path const& path, char const* name, int flags)
{
    int const file = ::open((path / name).c_str(), flags | O_RDWR | O_CLOEXEC | O_NOFOLLOW, k_file_rights);
    if (file < 0) {
        std::error_code ignored;
        if (errno == ENOENT && std::filesystem::exists(path / k_restoring_file, ignored))
            return fail(Fault::conflict, "restore-unfinished", Place::path(path.string()));
        if (errno == ENOENT)
            return fail(Fault::not_found, "no-practice-here", Place::path(path.string()));
        return fail(Fault::storage, "folder-cannot-be-opened", Place::path(path.string()));
    }
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return fail(Fault::unavailable, "practice-in-use", Place::path(path.string()));
    }
    return file;
}

Result<> make_folder(std::filesystem::path const& path)
{
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error)
        return fail(Fault::storage, "folder-cannot-be-made", Place::path(path.string()));
    return {};
}

Result<> check_empty(std::filesystem::path const& path)
{
    std::error_code error;
    if (!std::filesystem::is_empty(path, error) || error)
        return fail(Fault::conflict, "folder-not-empty", Place::path(path.string()));
    return {};
}

Result<> keep_to_owner(std::filesystem::path const& path)
{
    if (::chmod(path.c_str(), k_folder_rights) != 0)
        return fail(Fault::storage, "folder-rights-cannot-be-set", Place::path(path.string()));
    return {};
}

Result<> write_format(int file, std::filesystem::path const& path)
{
    if (::pwrite(file, k_format.data(), k_format.size(), 0) != static_cast<ssize_t>(k_format.size())
        || ::fsync(file) != 0)
        return fail(Fault::storage, "disk-full", Place::path(path.string()));
    return {};
}

bool sync_folder(std::filesystem::path const& path)
{
    int const folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool const synced = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0)
        ::close(folder);
    return synced;
}

} // namespace

Result<Folder> Folder::create(std::filesystem::path const& path)
{
    ZK_CHECK(make_folder(path));
    ZK_CHECK(check_empty(path));
    ZK_CHECK(keep_to_owner(path));
    ZK_TRY(int const file, lock_file(path, k_format_file, O_CREAT | O_EXCL));
    Folder out(path, file);
    ZK_CHECK(write_format(file, path));
    return out;
}

Result<Folder> Folder::open(std::filesystem::path const& path)
{
    ZK_TRY(int const file, lock_file(path, k_format_file, 0));
    Folder out(path, file);
    std::array<char, 64> text {};
    ssize_t const size = ::pread(file, text.data(), text.size(), 0);
    if (size < 0 || std::string_view(text.data(), static_cast<std::size_t>(size)) != k_format)
        return fail(Fault::bad_input, "folder-of-another-version", Place::path(path.string()));
    // Nobody else is at work here: what lies there was left by a backup that was broken off.
    out.remove_copy();
    return out;
}

Result<Folder> Folder::create_for_restore(std::filesystem::path const& path)
{
    ZK_CHECK(make_folder(path));
    std::error_code error;
    if (!std::filesystem::exists(path / k_restoring_file, error))
        ZK_CHECK(check_empty(path));
    if (std::filesystem::exists(path / k_format_file, error))
        return fail(Fault::conflict, "folder-not-empty", Place::path(path.string()));
    ZK_CHECK(keep_to_owner(path));
    ZK_TRY(int const file, lock_file(path, k_restoring_file, O_CREAT));
    Folder out(path, file);
    ZK_CHECK(write_format(file, path));
    out.empty_after_failed_restore();
    return out;
}

Result<> Folder::finish_restore()
{
    if (::rename((m_path / k_restoring_file).c_str(), (m_path / k_format_file).c_str()) != 0 || !sync_folder(m_path))
        return fail(Fault::storage, "disk-failed", Place::path(m_path.string()));
    return {};
}

void Folder::empty_after_failed_restore()
{
    std::error_code error;
    if (!std::filesystem::exists(m_path / k_restoring_file, error))
        return;
    for (std::filesystem::directory_iterator at(m_path, error), end; !error && at != end; at.increment(error)) {
        if (at->path().filename() == k_restoring_file)
            continue;
        std::error_code left_behind;
        std::filesystem::remove_all(at->path(), left_behind);
    }
}

void Folder::remove_copy() const
{
    for (char const* suffix : { "", "-journal", "-wal", "-shm" }) {
        std::error_code ignored;
        std::filesystem::remove(copy().string() + suffix, ignored);
    }
}

Folder::Folder(Folder&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_lock(std::exchange(other.m_lock, -1))
{
}

Folder& Folder::operator=(Folder&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    return *this;
}

Folder::~Folder()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

} // namespace zk::keep
