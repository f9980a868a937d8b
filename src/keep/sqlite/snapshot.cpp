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

Result<> Snapshot::copy_to(std::filesystem::path const& target) const
{
    ZK_CHECK(m_database.copy_to(target));
    ZK_TRY(Database const copy, Database::open(target, OpenMode::read_only));
    return copy.check_whole();
}

} // namespace zk::keep
