#include "testing/fat_disk.hpp"

#include <sstream>

namespace zk::testing {

namespace {

constexpr std::size_t k_name_bytes_max = 255;
constexpr std::string_view k_forbidden = "\"*/:<>?\\|";

bool is_a_name(std::string_view name)
{
    if (name.empty() || name.size() > k_name_bytes_max || name.ends_with('.') || name.ends_with(' '))
        return false;
    return std::ranges::all_of(
        name, [](char c) { return c >= ' ' && c < 127 && k_forbidden.find(c) == std::string_view::npos; });
}

} // namespace

// A file that was opened may grow too long later.
class FatDisk::Appender final : public AppendFile {
public:
    Appender(std::unique_ptr<AppendFile> inside, std::uint64_t room)
        : m_inside(std::move(inside))
        , m_room(room)
    {
    }
    [[nodiscard]] Result<> append(ByteView bytes) override
    {
        if (bytes.size() > m_room)
            return fail(Fault::storage, "disk-full");
        m_room -= bytes.size();
        return m_inside->append(bytes);
    }
    [[nodiscard]] Result<> sync() override { return m_inside->sync(); }

private:
    std::unique_ptr<AppendFile> m_inside;
    std::uint64_t m_room;
};

std::string FatDisk::as_kept(std::string path)
{
    for (char& c : path)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return path;
}

Result<> FatDisk::check(std::string const& path, std::uint64_t size_bytes)
{
    std::istringstream names(path);
    bool good = size_bytes <= m_room.file_bytes_max;
    for (std::string name; std::getline(names, name, '/');)
        good = good && is_a_name(name);
    if (good)
        return {};
    m_refused.push_back(path);
    return fail(Fault::storage, "file-cannot-be-opened");
}

Result<> FatDisk::write_durably(std::string const& path, ByteView bytes)
{
    ZK_CHECK(check(path, bytes.size()));
    if (m_inside.exists(as_kept(path))) {
        m_refused.push_back(path);
        return fail(Fault::storage, "file-cannot-be-opened");
    }
    return m_inside.write_durably(as_kept(path), bytes);
}

Result<std::unique_ptr<AppendFile>> FatDisk::open_append(std::string const& path, std::uint64_t size_bytes)
{
    ZK_CHECK(check(path, size_bytes));
    ZK_TRY(auto inside, m_inside.open_append(as_kept(path), size_bytes));
    return std::make_unique<Appender>(std::move(inside), m_room.file_bytes_max - size_bytes);
}

} // namespace zk::testing
