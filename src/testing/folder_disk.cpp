#include "testing/folder_disk.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace zk::testing {

namespace {

class Appender final : public AppendFile {
public:
    explicit Appender(std::filesystem::path const& path)
        : m_file(path, std::ios::binary | std::ios::app)
    {
    }
    [[nodiscard]] Result<> append(ByteView bytes) override
    {
        m_file << as_text(bytes);
        return sync();
    }
    [[nodiscard]] Result<> sync() override
    {
        m_file.flush();
        ZK_REQUIRE(m_file.good());
        return {};
    }

private:
    std::ofstream m_file;
};

} // namespace

Result<Bytes> FolderDisk::read(std::string const& path) const
{
    std::ifstream file(m_root / path, std::ios::binary);
    if (!file.is_open())
        return fail(Fault::not_found, "test-disk-no-such-file");
    return Bytes(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

bool FolderDisk::exists(std::string const& path) const
{
    return std::filesystem::exists(m_root / path);
}

Result<std::vector<DiskEntry>> FolderDisk::list(std::string const& path) const
{
    if (!std::filesystem::is_directory(m_root / path))
        return fail(Fault::not_found, "test-disk-no-such-directory");
    std::vector<DiskEntry> out;
    for (auto const& entry : std::filesystem::directory_iterator(m_root / path)) {
        bool const is_directory = entry.is_directory();
        out.push_back({ .name = entry.path().filename(),
            .kind = is_directory ? EntryKind::directory : EntryKind::file,
            .size_bytes = is_directory ? 0 : entry.file_size() });
    }
    std::ranges::sort(out, {}, &DiskEntry::name);
    return out;
}

Result<> FolderDisk::write_durably(std::string const& path, ByteView bytes)
{
    ZK_TRY(auto const file, open_append(path, 0));
    return file->append(bytes);
}

Result<std::unique_ptr<AppendFile>> FolderDisk::open_append(std::string const& path, std::uint64_t size_bytes)
{
    std::filesystem::create_directories((m_root / path).parent_path());
    if (!std::filesystem::exists(m_root / path))
        std::ofstream(m_root / path).flush();
    if (std::filesystem::file_size(m_root / path) < size_bytes)
        return fail(Fault::storage, "test-disk-file-too-short");
    std::filesystem::resize_file(m_root / path, size_bytes);
    return std::make_unique<Appender>(m_root / path);
}

Result<> FolderDisk::remove(std::string const& path)
{
    std::filesystem::remove_all(m_root / path);
    return {};
}

} // namespace zk::testing
