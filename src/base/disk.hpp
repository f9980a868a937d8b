// disk: the few things that the journal and backup ask of a file system, passed in so that tests can let it fail.
// Used by keep/journal and keep/backup; the real one is app/posix_disk; tests bring testing/memory_disk.
// Always: what sync() or write_durably() reported done survives a power cut; errors are told, never retried in silence.
// An attacker who owns the disk can stop us; what he changes is seen by those who read.
#pragma once

#include "base/bytes.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace zk {

// A file that only grows.
class AppendFile {
public:
    AppendFile() = default;
    AppendFile(AppendFile const&) = delete;
    AppendFile& operator=(AppendFile const&) = delete;
    virtual ~AppendFile() = default;
    [[nodiscard]] virtual Result<> append(ByteView bytes) = 0;
    // Returns when all that was appended is on the disk. After an error nobody knows what is: give up the file.
    [[nodiscard]] virtual Result<> sync() = 0;
};

enum class EntryKind : std::uint8_t { file, directory, other };

struct DiskEntry {
    std::string name;
    EntryKind kind;
    std::uint64_t size_bytes;
};

// Paths are relative to the disk's root, with '/', and never leave it.
// FAT takes no file of 4 GiB.
inline constexpr std::uint64_t k_fat_file_bytes_max = UINT32_MAX;

// What fits, as far as the file system tells beforehand.
struct DiskRoom {
    std::uint64_t free_bytes = UINT64_MAX;
    std::uint64_t file_bytes_max = UINT64_MAX;
};

class Disk {
public:
    Disk() = default;
    Disk(Disk const&) = delete;
    Disk& operator=(Disk const&) = delete;
    virtual ~Disk() = default;
    [[nodiscard]] virtual Result<DiskRoom> room() const { return DiskRoom {}; }
    [[nodiscard]] virtual Result<Bytes> read(std::string const& path) const = 0;
    // At most so many bytes from there on, fewer only at the file's end: for files that do not fit in memory.
    [[nodiscard]] virtual Result<Bytes> read_some(
        std::string const& path, std::uint64_t offset, std::size_t bytes_max) const
    {
        ZK_TRY(Bytes const all, read(path));
        ByteView const rest
            = ByteView(all).subspan(static_cast<std::size_t>(std::min<std::uint64_t>(offset, all.size())));
        return to_bytes(rest.first(std::min(bytes_max, rest.size())));
    }
    [[nodiscard]] virtual bool exists(std::string const& path) const = 0;
    // The entries of a directory, sorted by name; an absent directory is an error.
    [[nodiscard]] virtual Result<std::vector<DiskEntry>> list(std::string const& path) const = 0;
    // The whole file or nothing: written beside, synced, renamed, directory synced. Makes missing directories.
    [[nodiscard]] virtual Result<> write_durably(std::string const& path, ByteView bytes) = 0;
    // Opens for appending, makes it when absent, and cuts it to `size_bytes` first.
    [[nodiscard]] virtual Result<std::unique_ptr<AppendFile>> open_append(
        std::string const& path, std::uint64_t size_bytes)
        = 0;
    // Removes a file, or a directory with all that is in it; absent is fine.
    [[nodiscard]] virtual Result<> remove(std::string const& path) = 0;
};

} // namespace zk
