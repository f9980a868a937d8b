#include "keep/sqlite/snapshot.hpp"

namespace zk::keep {

Result<Snapshot> Snapshot::take(std::filesystem::path const& path)
{
    ZK_TRY(Database database, Database::open(path, OpenMode::read_only));
    ZK_CHECK(database.execute("BEGIN"));
    // The first read is what pins the moment.
    ZK_CHECK(database.execute("SELECT 1 FROM sqlite_schema"));
    return Snapshot(std::move(database));
}

Result<std::uint64_t> Snapshot::size_bytes() const
{
    ZK_TRY(
        Statement size, m_database.prepare("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"));
    ZK_TRY(bool const row, size.step());
    return row ? static_cast<std::uint64_t>(size.integer(0)) : 0;
}

Result<> Snapshot::copy_to(std::filesystem::path const& target) const
{
    ZK_CHECK(m_database.copy_to(target));
    ZK_TRY(Database const copy, Database::open(target, OpenMode::read_only));
    return copy.check_whole();
}

} // namespace zk::keep
