// memory_disk: a disk in memory that fails when told to, and that forgets what was not synced.
// Used by tests and fuzz targets of all that writes through zk::Disk.
// Always: after power_cut() only what was reported durable is sure to be there, as on a bad day with a real disk.
// An attacker is played by the test: put() and erase() change files behind everybody's back.
#pragma once

#include "base/disk.hpp"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

namespace zk::testing {

// What a failed step left behind: both happen, and the caller cannot tell them apart.
enum class Left : std::uint8_t { nothing, everything, half };
// What comes after the failed step: the disk works again, or it is gone until the power is cut.
enum class Then : std::uint8_t { works, gone };

struct Failure {
    std::uint64_t step; // counts the changing calls (append, sync, write_durably, open_append, remove) from 0
    Left left = Left::nothing;
    Then then = Then::works;
};

// What a power cut does to what was not synced. A removal is never synced.
enum class Unsynced : std::uint8_t {
    lost,  // appended bytes are gone
    half,  // the first half of the appended bytes stays
    kept,  // all of them stay
    zeros, // the file has its new length, but the new bytes read as zero
};
enum class Removed : std::uint8_t { gone, back };

class MemoryDisk final : public Disk {
public:
    MemoryDisk() = default;

    [[nodiscard]] Result<Bytes> read(std::string const& path) const override;
    [[nodiscard]] bool exists(std::string const& path) const override;
    [[nodiscard]] Result<std::vector<DiskEntry>> list(std::string const& path) const override;
    [[nodiscard]] Result<> write_durably(std::string const& path, ByteView bytes) override;
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> open_append(
        std::string const& path, std::uint64_t size_bytes) override;
    [[nodiscard]] Result<> remove(std::string const& path) override;

    void fail(Failure failure);
    [[nodiscard]] std::uint64_t steps() const;
    // Files that are still open for appending write into nothing afterwards.
    void power_cut(Unsynced unsynced, Removed removed);
    // How long a sync takes, to measure what shares one.
    void sync_takes(std::chrono::microseconds time);

    // Behind everybody's back, durable at once.
    void put(std::string const& path, ByteView bytes);
    void erase(std::string const& path);
    // What anybody would read now.
    [[nodiscard]] std::map<std::string, Bytes> files() const;

private:
    struct File {
        Bytes now;
        Bytes durable;
        // Bytes from here on were not yet handed to a sync. A failed sync drops them: the kernel marks them clean.
        std::size_t clean_size = 0;
    };
    using Names = std::map<std::string, std::shared_ptr<File>>;
    class Appender;

    enum class Step : std::uint8_t { done, failed_after, failed_before, failed_halfway };
    Step next_step();
    void make_directories_of(std::string const& path);
    [[nodiscard]] bool is_directory(std::string const& path) const { return m_directories.contains(path); }

    mutable std::mutex m_mutex;
    Names m_names;
    Names m_durable_names;
    std::set<std::string> m_directories { "" };
    std::uint64_t m_steps = 0;
    std::optional<Failure> m_failure;
    bool m_gone = false;
    std::chrono::microseconds m_sync_time {};
};

} // namespace zk::testing
