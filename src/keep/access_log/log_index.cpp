#include "keep/access_log/log_index.hpp"

namespace zk::keep {

namespace {

constexpr std::array k_tables {
    "CREATE TABLE event(event INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(event, entry)) STRICT, WITHOUT "
    "ROWID",
    "CREATE TABLE head(subject BLOB PRIMARY KEY, number INTEGER NOT NULL, leaf BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE line(subject BLOB NOT NULL, number INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(subject, "
    "number)) "
    "STRICT, WITHOUT ROWID",
    "CREATE TABLE reading(one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL) STRICT",
};

std::int64_t signed_of(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

} // namespace

Result<LogIndex::Heads> LogIndex::Heads::open(std::filesystem::path const& path)
{
    ZK_TRY(Database database, Database::open(path, OpenMode::read_only));
    ZK_TRY(Statement head, database.prepare("SELECT number, leaf FROM head WHERE subject = ?1"));
    return Heads { std::move(database), std::move(head) };
}

LogIndex::LogIndex(std::filesystem::path const& path, Database database)
    : m_database(std::move(database))
    , m_heads(path)
{
}

Result<std::unique_ptr<LogIndex>> LogIndex::create(std::filesystem::path const& path)
{
    ZK_TRY(Database database, Database::open(path, OpenMode::create, Durability::rebuildable));
    ZK_CHECK(database.begin());
    for (char const* table : k_tables)
        ZK_CHECK(database.execute(table));
    ZK_CHECK(database.execute("INSERT INTO reading(one, size) VALUES(1, 0)"));
    ZK_CHECK(database.commit());
    return std::unique_ptr<LogIndex>(new LogIndex(path, std::move(database)));
}

Result<std::unique_ptr<LogIndex>> LogIndex::open(std::filesystem::path const& path)
{
    ZK_TRY(Database database, Database::open(path, OpenMode::read_write, Durability::rebuildable));
    std::unique_ptr<LogIndex> out(new LogIndex(path, std::move(database)));
    ZK_TRY([[maybe_unused]] std::uint64_t const size, out->size());
    return out;
}

Result<std::uint64_t> LogIndex::size() const
{
    std::lock_guard const lock(m_mutex);
    ZK_TRY(Statement statement, m_database.prepare("SELECT size FROM reading WHERE one = 1"));
    ZK_TRY(bool const row, statement.step());
    if (!row)
        return fail(Fault::tampered, "log-index-damaged", Place::of("index.db"));
    return static_cast<std::uint64_t>(statement.integer(0));
}

Result<> LogIndex::add(std::span<IndexedLine const> lines, std::uint64_t size)
{
    std::lock_guard const lock(m_mutex);
    ZK_CHECK(m_database.begin());
    auto write = [&]() -> Result<> {
        ZK_TRY(Statement event, m_database.prepare("INSERT OR REPLACE INTO event(event, entry) VALUES(?1, ?2)"));
        ZK_TRY(Statement line,
            m_database.prepare("INSERT OR REPLACE INTO line(subject, number, entry) VALUES(?1, ?2, ?3)"));
        ZK_TRY(Statement head,
            m_database.prepare("INSERT OR REPLACE INTO head(subject, number, leaf) VALUES(?1, ?2, ?3)"));
        for (IndexedLine const& one : lines) {
            event.bind(1, static_cast<std::int64_t>(one.event)).bind(2, signed_of(one.entry));
            ZK_CHECK(event.run());
            for (IndexedLine::Who const& who : one.subjects) {
                line.bind(1, who.subject.bytes()).bind(2, signed_of(who.number)).bind(3, signed_of(one.entry));
                ZK_CHECK(line.run());
                head.bind(1, who.subject.bytes()).bind(2, signed_of(who.number)).bind(3, ByteView(one.leaf));
                ZK_CHECK(head.run());
            }
        }
        ZK_TRY(Statement reading, m_database.prepare("UPDATE reading SET size = ?1 WHERE one = 1"));
        reading.bind(1, signed_of(size));
        ZK_CHECK(reading.run());
        return m_database.commit();
    };
    Result<> const done = write();
    if (!done)
        m_database.roll_back();
    return done;
}

Result<LogHead> LogIndex::head(Subject const& subject) const
{
    ZK_TRY(auto reader, m_heads.take());
    Statement& statement = reader->head;
    statement.bind(1, subject.bytes());
    ZK_TRY(bool const row, statement.step());
    if (!row)
        return LogHead {};
    auto const number = static_cast<std::uint64_t>(statement.integer(0));
    auto const digest = Reader(statement.blob(1)).array<32>();
    statement.reset();
    ZK_CHECK(digest);
    return LogHead { number, *digest };
}

namespace {

Result<std::vector<std::uint64_t>> collect(Statement statement)
{
    std::vector<std::uint64_t> out;
    while (true) {
        ZK_TRY(bool const row, statement.step());
        if (!row)
            return out;
        out.push_back(static_cast<std::uint64_t>(statement.integer(0)));
    }
}

} // namespace

Result<std::vector<std::uint64_t>> LogIndex::entries_of(Subject const& subject) const
{
    std::lock_guard const lock(m_mutex);
    ZK_TRY(Statement statement, m_database.prepare("SELECT entry FROM line WHERE subject = ?1 ORDER BY number"));
    statement.bind(1, subject.bytes());
    return collect(std::move(statement));
}

Result<std::vector<std::uint64_t>> LogIndex::entries_of(LogEvent event) const
{
    std::lock_guard const lock(m_mutex);
    ZK_TRY(Statement statement, m_database.prepare("SELECT entry FROM event WHERE event = ?1 ORDER BY entry"));
    statement.bind(1, static_cast<std::int64_t>(event));
    return collect(std::move(statement));
}

Result<std::uint64_t> LogIndex::subject_rows() const
{
    std::lock_guard const lock(m_mutex);
    ZK_TRY(Statement statement, m_database.prepare("SELECT count(*) FROM line"));
    ZK_TRY(bool const row, statement.step());
    return row ? static_cast<std::uint64_t>(statement.integer(0)) : 0;
}

} // namespace zk::keep
