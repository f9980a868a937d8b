#include "testing/memory_disk.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <thread>

namespace zk::testing {

namespace {

std::unexpected<Error> broken()
{
    return zk::fail(Fault::storage, "test-disk-failed");
}

std::string parent_of(std::string const& path)
{
    auto const slash = path.rfind('/');
    return slash == std::string::npos ? std::string {} : path.substr(0, slash);
}

bool is_below(std::string const& path, std::string const& directory)
{
    return path.size() > directory.size() && path.starts_with(directory) && path[directory.size()] == '/';
}

} // namespace

class MemoryDisk::Appender final : public AppendFile {
public:
    Appender(MemoryDisk& disk, std::string path, std::shared_ptr<File> file)
        : m_disk(disk)
        , m_path(std::move(path))
        , m_file(std::move(file))
    {
    }

    [[nodiscard]] Result<> append(ByteView bytes) override
    {
        std::lock_guard const lock(m_disk.m_mutex);
        Step const step = m_disk.next_step();
        std::size_t size = bytes.size();
        if (step == Step::failed_before)
            size = 0;
        else if (step == Step::failed_halfway)
            size /= 2;
        m_file->now.insert(m_file->now.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        if (step != Step::done)
            return broken();
        return {};
    }

    [[nodiscard]] Result<> sync() override
    {
        std::unique_lock lock(m_disk.m_mutex);
        Step const step = m_disk.next_step();
        File& file = *m_file;
        if (step == Step::done || step == Step::failed_after) {
            file.durable.resize(file.now.size());
            auto const dirty = static_cast<std::ptrdiff_t>(std::min(file.clean_size, file.now.size()));
            std::copy(file.now.begin() + dirty, file.now.end(), file.durable.begin() + dirty);
            // Only if the name still stands for this file.
            auto const name = m_disk.m_names.find(m_path);
            if (name != m_disk.m_names.end() && name->second == m_file)
                m_disk.m_durable_names[m_path] = m_file;
        }
        file.clean_size = file.now.size();
        auto const time = m_disk.m_sync_time;
        lock.unlock();
        std::this_thread::sleep_for(time);
        if (step != Step::done)
            return broken();
        return {};
    }

private:
    MemoryDisk& m_disk;
    std::string m_path;
    std::shared_ptr<File> m_file;
};

MemoryDisk::Step MemoryDisk::next_step()
{
    std::uint64_t const step = m_steps++;
    if (m_gone)
        return Step::failed_before;
    if (!m_failure || m_failure->step != step)
        return Step::done;
    m_gone = m_failure->then == Then::gone;
    switch (m_failure->left) {
    case Left::nothing:
        return Step::failed_before;
    case Left::everything:
        return Step::failed_after;
    case Left::half:
        return Step::failed_halfway;
    }
    ZK_REQUIRE(false);
}

void MemoryDisk::make_directories_of(std::string const& path)
{
    for (std::string directory = parent_of(path); m_directories.insert(directory).second;)
        directory = parent_of(directory);
}

Result<Bytes> MemoryDisk::read(std::string const& path) const
{
    std::lock_guard const lock(m_mutex);
    auto const found = m_names.find(path);
    if (found == m_names.end())
        return zk::fail(Fault::not_found, "test-disk-no-such-file");
    return found->second->now;
}

bool MemoryDisk::exists(std::string const& path) const
{
    std::lock_guard const lock(m_mutex);
    return m_names.contains(path) || is_directory(path);
}

Result<std::vector<DiskEntry>> MemoryDisk::list(std::string const& path) const
{
    std::lock_guard const lock(m_mutex);
    if (!is_directory(path))
        return zk::fail(Fault::not_found, "test-disk-no-such-directory");
    std::vector<DiskEntry> out;
    auto name_in = [&](std::string const& full) { return full.substr(path.empty() ? 0 : path.size() + 1); };
    for (auto const& [name, file] : m_names) {
        if (parent_of(name) == path)
            out.push_back({ .name = name_in(name), .kind = EntryKind::file, .size_bytes = file->now.size() });
    }
    for (std::string const& directory : m_directories) {
        if (!directory.empty() && parent_of(directory) == path)
            out.push_back({ .name = name_in(directory), .kind = EntryKind::directory, .size_bytes = 0 });
    }
    std::ranges::sort(out, {}, &DiskEntry::name);
    return out;
}

Result<> MemoryDisk::write_durably(std::string const& path, ByteView bytes)
{
    std::lock_guard const lock(m_mutex);
    Step const step = next_step();
    // Whole or nothing: there is no half.
    if (step == Step::done || step == Step::failed_after) {
        ZK_REQUIRE(!is_directory(path));
        make_directories_of(path);
        auto file = std::make_shared<File>();
        file->now = file->durable = to_bytes(bytes);
        file->clean_size = bytes.size();
        m_names[path] = file;
        m_durable_names[path] = file;
    }
    if (step != Step::done)
        return broken();
    return {};
}

Result<std::unique_ptr<AppendFile>> MemoryDisk::open_append(std::string const& path, std::uint64_t size_bytes)
{
    std::lock_guard const lock(m_mutex);
    Step const step = next_step();
    if (step == Step::failed_before)
        return broken();
    ZK_REQUIRE(!is_directory(path));
    auto found = m_names.find(path);
    if (found == m_names.end()) {
        make_directories_of(path);
        found = m_names.emplace(path, std::make_shared<File>()).first;
    }
    if (found->second->now.size() < size_bytes)
        return zk::fail(Fault::storage, "test-disk-file-too-short");
    File& file = *found->second;
    file.now.resize(static_cast<std::size_t>(size_bytes));
    file.clean_size = std::min(file.clean_size, file.now.size());
    if (step != Step::done)
        return broken();
    return std::make_unique<Appender>(*this, path, found->second);
}

Result<> MemoryDisk::remove(std::string const& path)
{
    std::lock_guard const lock(m_mutex);
    Step const step = next_step();
    if (step == Step::done || step == Step::failed_after) {
        std::erase_if(m_names, [&](auto const& file) { return file.first == path || is_below(file.first, path); });
        std::erase_if(m_directories, [&](auto const& name) { return name == path || is_below(name, path); });
    }
    if (step != Step::done)
        return broken();
    return {};
}

void MemoryDisk::fail(Failure failure)
{
    std::lock_guard const lock(m_mutex);
    m_failure = failure;
}

std::uint64_t MemoryDisk::steps() const
{
    std::lock_guard const lock(m_mutex);
    return m_steps;
}

void MemoryDisk::power_cut(Unsynced unsynced, Removed removed)
{
    std::lock_guard const lock(m_mutex);
    Names after = m_durable_names;
    if (removed == Removed::gone)
        std::erase_if(after, [&](auto const& file) { return !m_names.contains(file.first); });
    for (auto& [path, file] : after) {
        auto left = std::make_shared<File>();
        left->now = file->durable;
        std::size_t const before = file->durable.size();
        if (file->now.size() > before && unsynced != Unsynced::lost) {
            std::size_t const extra = file->now.size() - before;
            left->now.resize(before + (unsynced == Unsynced::half ? extra / 2 : extra));
            if (unsynced != Unsynced::zeros) {
                auto const from = static_cast<std::ptrdiff_t>(before);
                std::copy_n(file->now.begin() + from, left->now.size() - before, left->now.begin() + from);
            }
        }
        left->durable = left->now;
        left->clean_size = left->now.size();
        file = std::move(left);
        make_directories_of(path);
    }
    m_names = m_durable_names = std::move(after);
    m_failure.reset();
    m_gone = false;
}

void MemoryDisk::sync_takes(std::chrono::microseconds time)
{
    std::lock_guard const lock(m_mutex);
    m_sync_time = time;
}

void MemoryDisk::put(std::string const& path, ByteView bytes)
{
    std::lock_guard const lock(m_mutex);
    make_directories_of(path);
    auto file = std::make_shared<File>();
    file->now = file->durable = to_bytes(bytes);
    file->clean_size = bytes.size();
    m_names[path] = m_durable_names[path] = std::move(file);
}

void MemoryDisk::erase(std::string const& path)
{
    std::lock_guard const lock(m_mutex);
    m_names.erase(path);
    m_durable_names.erase(path);
}

std::map<std::string, Bytes> MemoryDisk::files() const
{
    std::lock_guard const lock(m_mutex);
    std::map<std::string, Bytes> out;
    for (auto const& [path, file] : m_names)
        out[path] = file->now;
    return out;
}

} // namespace zk::testing
