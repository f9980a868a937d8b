// snapshot: a database as it stands at one moment, to be copied at leisure while others write on.
// Used by backups: taken of all stores while no commit is under way, so that the copies fit together.
// Always: what is committed after take() is not in the copy.
// An attacker gains nothing here: the rows in it are sealed.
#pragma once

#include "keep/sqlite/database.hpp"

namespace zk::keep {

class Snapshot {
public:
    // Short: it only begins to read.
    [[nodiscard]] static Result<Snapshot> take(std::filesystem::path const& path);
    // Of the copy.
    [[nodiscard]] Result<std::uint64_t> size_bytes() const;
    // The target must not exist; the copy was found whole when it returns.
    [[nodiscard]] Result<> copy_to(std::filesystem::path const& target) const;

private:
    explicit Snapshot(Database database)
        : m_database(std::move(database))
    {
    }
    Database m_database;
};

} // namespace zk::keep
