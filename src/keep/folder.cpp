#include "keep/folder.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace zk::keep {

namespace {

constexpr std::string_view k_format = "zorgkluis-data/1\n";
constexpr mode_t k_folder_rights = 0700;
constexpr mode_t k_file_rights = 0600;

// The lock is the format file itself: a folder without it is not ours.
Result<int> lock_file(std::filesystem::path const& path, int flags)
{
    int const file = ::open((path / "zorgkluis").c_str(), flags | O_RDWR | O_CLOEXEC | O_NOFOLLOW, k_file_rights);
    if (file < 0) {
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

} // namespace

Result<Folder> Folder::create(std::filesystem::path const& path)
{
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error)
        return fail(Fault::storage, "folder-cannot-be-made", Place::path(path.string()));
    if (!std::filesystem::is_empty(path, error) || error)
        return fail(Fault::conflict, "folder-not-empty", Place::path(path.string()));
    if (::chmod(path.c_str(), k_folder_rights) != 0)
        return fail(Fault::storage, "folder-rights-cannot-be-set", Place::path(path.string()));
    ZK_TRY(int const file, lock_file(path, O_CREAT | O_EXCL));
    Folder out(path, file);
    if (::write(file, k_format.data(), k_format.size()) != static_cast<ssize_t>(k_format.size()) || ::fsync(file) != 0)
        return fail(Fault::storage, "disk-full", Place::path(path.string()));
    return out;
}

Result<Folder> Folder::open(std::filesystem::path const& path)
{
    ZK_TRY(int const file, lock_file(path, 0));
    Folder out(path, file);
    std::array<char, 64> text {};
    ssize_t const size = ::pread(file, text.data(), text.size(), 0);
    if (size < 0 || std::string_view(text.data(), static_cast<std::size_t>(size)) != k_format)
        return fail(Fault::bad_input, "folder-of-another-version", Place::path(path.string()));
    return out;
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
