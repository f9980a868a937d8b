#include "keep/sqlite/sqlite_engine.hpp"

#include "keep/sqlite/database.hpp"
#include "keep/sqlite/pool.hpp"

#include <algorithm>
#include <mutex>

namespace zk::keep {

namespace {

constexpr std::string_view k_schema
    = "CREATE TABLE record(practice BLOB NOT NULL, subject BLOB NOT NULL, kind INTEGER NOT NULL, id BLOB NOT NULL, "
      "version INTEGER NOT NULL, box BLOB NOT NULL, PRIMARY KEY(practice, subject, kind, id)) STRICT, WITHOUT ROWID";
// "ZKst": a file that is not ours is not opened.
constexpr std::int64_t k_application_id = 0x5a4b7374;
constexpr std::int64_t k_format = 1;

int first_kind(catalogue::RetentionClass which)
{
    return static_cast<int>(which) << 8;
}

// Reads the five columns subject, kind, id, version, box.
Result<Row> row_of(Statement const& statement)
{
    ZK_TRY(Subject subject, Subject::from_bytes(statement.blob(0)));
    auto const kind = static_cast<catalogue::RecordKind>(statement.integer(1));
    ZK_TRY(RecordId id, RecordId::from_bytes(statement.blob(2)));
    return Row { { subject, kind, id }, static_cast<std::uint64_t>(statement.integer(3)), to_bytes(statement.blob(4)) };
}

struct ReadConnection {
    Database database;
    Statement rows;

    static Result<ReadConnection> open(std::filesystem::path const& path)
    {
        ZK_TRY(Database database, Database::open(path, OpenMode::read_only));
        ZK_TRY(Statement rows,
            database.prepare("SELECT subject, kind, id, version, box FROM record WHERE practice = ?1 AND subject = ?2 "
                             "AND kind >= ?3 AND kind < ?4"));
        return ReadConnection { std::move(database), std::move(rows) };
    }
};

class SqliteEngine final : public Engine {
public:
    SqliteEngine(
        std::filesystem::path const& path, PracticeId const& practice, Database writer, Statement put, Statement remove)
        : m_practice(practice)
        , m_writer(std::move(writer))
        , m_put(std::move(put))
        , m_remove(std::move(remove))
        , m_readers(path)
    {
    }

    Result<> apply(std::span<RowWrite const> writes) override
    {
        std::vector<RowWrite const*> ordered;
        ordered.reserve(writes.size());
        for (RowWrite const& write : writes)
            ordered.push_back(&write);
        std::ranges::stable_sort(ordered, {}, [](RowWrite const* write) { return write->key; });
        std::lock_guard const lock(m_mutex);
        ZK_CHECK(m_writer.begin());
        Result<> done = write_all(ordered);
        if (done)
            done = m_writer.commit();
        if (!done) {
            m_writer.roll_back();
            return done;
        }
        return move_long_log();
    }

    Result<> sync() override
    {
        std::lock_guard const lock(m_mutex);
        return m_writer.sync_log();
    }

    Result<std::vector<Row>> rows(Subject const& subject, catalogue::RetentionClass which) const override
    {
        ZK_TRY(auto reader, m_readers.take());
        Statement& statement = reader->rows;
        statement.bind(1, m_practice.bytes()).bind(2, subject.bytes());
        statement.bind(3, first_kind(which)).bind(4, first_kind(which) + 256);
        std::vector<Row> out;
        ZK_CHECK(collect(statement, [&](Row const& row) {
            out.push_back(row);
            return Result<> {};
        }));
        return out;
    }

    Result<> for_each(catalogue::RecordKind kind, Visit const& visit) const override
    {
        ZK_TRY(auto reader, m_readers.take());
        ZK_TRY(Statement statement,
            reader->database.prepare(
                "SELECT subject, kind, id, version, box FROM record WHERE practice = ?1 AND kind = ?2"));
        statement.bind(1, m_practice.bytes()).bind(2, static_cast<std::int64_t>(kind));
        return collect(statement, visit);
    }

    Result<> for_each(Visit const& visit) const override
    {
        ZK_TRY(auto reader, m_readers.take());
        ZK_TRY(Statement statement,
            reader->database.prepare("SELECT subject, kind, id, version, box FROM record WHERE practice = ?1"));
        statement.bind(1, m_practice.bytes());
        return collect(statement, visit);
    }

    Result<std::uint64_t> count() const override
    {
        ZK_TRY(auto reader, m_readers.take());
        ZK_TRY(Statement statement, reader->database.prepare("SELECT count(*) FROM record WHERE practice = ?1"));
        statement.bind(1, m_practice.bytes());
        ZK_TRY(bool const row, statement.step());
        return row ? static_cast<std::uint64_t>(statement.integer(0)) : 0;
    }

    Result<std::string> shape() const override
    {
        ZK_TRY(auto reader, m_readers.take());
        ZK_TRY(Statement statement,
            reader->database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"));
        std::string out;
        while (true) {
            ZK_TRY(bool const row, statement.step());
            if (!row)
                return out;
            out += std::string(statement.text(0)) + "\n";
        }
    }

    std::string expected_shape() const override { return std::string(k_schema) + "\n"; }

    Result<> settle() override
    {
        std::lock_guard const lock(m_mutex);
        return m_writer.checkpoint();
    }

    Result<> vacuum() override
    {
        std::lock_guard const lock(m_mutex);
        m_readers.clear();
        ZK_CHECK(m_writer.execute("VACUUM"));
        return m_writer.checkpoint();
    }

private:
    static Result<> collect(Statement& statement, Visit const& visit)
    {
        while (true) {
            ZK_TRY(bool const more, statement.step());
            if (!more)
                return {};
            auto row = row_of(statement);
            Result<> visited = row ? visit(*row) : Result<>(std::unexpected(row.error()));
            if (!visited) {
                statement.reset();
                return visited;
            }
        }
    }

    Result<> write_all(std::vector<RowWrite const*> const& writes)
    {
        for (RowWrite const* write : writes) {
            Statement& statement = write->removes() ? m_remove : m_put;
            statement.bind(1, m_practice.bytes()).bind(2, write->key.subject.bytes());
            statement.bind(3, static_cast<std::int64_t>(write->key.kind)).bind(4, write->key.id.bytes());
            if (!write->removes())
                statement.bind(5, static_cast<std::int64_t>(write->version)).bind(6, ByteView(write->box));
            ZK_CHECK(statement.run());
        }
        return {};
    }

    Result<> move_long_log()
    {
        int const pages = m_writer.log_pages();
        if (pages < k_log_pages_max)
            m_move_at_pages = k_log_pages_max;
        if (pages < m_move_at_pages)
            return {};
        // A reader who stays, as a backup does, keeps the file from being begun anew: do not try at each commit.
        m_move_at_pages = pages + k_log_pages_max;
        return m_writer.move_log();
    }

    PracticeId m_practice;
    mutable std::mutex m_mutex;
    Database m_writer;
    int m_move_at_pages = k_log_pages_max;
    Statement m_put;
    Statement m_remove;
    mutable Pool<ReadConnection> m_readers;
};

} // namespace

Result<> create_sqlite_store(std::filesystem::path const& path)
{
    ZK_TRY(Database database, Database::open(path, OpenMode::create));
    ZK_CHECK(database.execute(std::string(k_schema)));
    ZK_CHECK(database.execute("PRAGMA application_id = " + std::to_string(k_application_id)));
    ZK_CHECK(database.execute("PRAGMA user_version = " + std::to_string(k_format)));
    return database.checkpoint();
}

Result<std::unique_ptr<Engine>> open_sqlite_store(std::filesystem::path const& path, PracticeId const& practice)
{
    ZK_TRY(Database writer, Database::open(path, OpenMode::read_write, Durability::on_sync));
    ZK_TRY(Statement format,
        writer.prepare("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"));
    ZK_TRY(bool const row, format.step());
    if (!row || format.integer(0) != k_application_id)
        return fail(Fault::bad_input, "not-a-store-of-zorgkluis", Place::path(path.filename().string()));
    if (format.integer(1) != k_format)
        return fail(Fault::bad_input, "store-of-another-version", Place::path(path.filename().string()));
    format.reset();
    ZK_TRY(Statement put,
        writer.prepare(
            "INSERT OR REPLACE INTO record(practice, subject, kind, id, version, box) VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    ZK_TRY(Statement remove,
        writer.prepare("DELETE FROM record WHERE practice = ?1 AND subject = ?2 AND kind = ?3 AND id = ?4"));
    return std::make_unique<SqliteEngine>(path, practice, std::move(writer), std::move(put), std::move(remove));
}

} // namespace zk::keep
