#include "keep/sqlite/database.hpp"

#include "base/require.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace zk::keep {

namespace {

constexpr int k_busy_ms = 10'000;
// At most, of each connection: a page that is not there is read from the file again.
constexpr int k_cache_kib = 8192;

// Statistics of memory that nobody asks for would cost every allocation of every thread the same lock.
void configure_once()
{
    static int const done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    ZK_REQUIRE(done == SQLITE_OK);
}

// An error while moving the write-ahead file must be heard: SQLite's own way of doing it at a commit is silent.
int note_log_pages(void* pages, sqlite3*, char const*, int count)
{
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

char const* synchronous_of(Durability durability)
{
    switch (durability) {
    case Durability::full:
        return "PRAGMA synchronous = FULL";
    case Durability::on_sync:
        return "PRAGMA synchronous = NORMAL";
    case Durability::rebuildable:
        return "PRAGMA synchronous = OFF";
    }
    ZK_REQUIRE(false);
}

Error error_of(int code, std::string const& name)
{
    Place const place = Place::path(name);
    switch (code & 0xff) {
    case SQLITE_FULL:
        return { Fault::storage, "disk-full", place };
    case SQLITE_IOERR:
        return { Fault::storage, "disk-failed", place };
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return { Fault::storage, "file-cannot-be-opened", place };
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return { Fault::unavailable, "store-busy", place };
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_SCHEMA:
        return { Fault::tampered, "store-damaged", place };
    default:
        return { Fault::internal, "store-error", place };
    }
}

} // namespace

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_statement, other.m_statement);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement& Statement::bind(int index, std::int64_t value)
{
    ZK_REQUIRE(sqlite3_bind_int64(m_statement, index, value) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, ByteView value)
{
    // The static pointer says: zero bytes are an empty blob, not NULL.
    void const* const data = value.empty() ? "" : static_cast<void const*>(value.data());
    ZK_REQUIRE(sqlite3_bind_blob64(m_statement, index, data, value.size(), SQLITE_TRANSIENT) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int index, std::string_view value)
{
    ZK_REQUIRE(sqlite3_bind_text64(m_statement, index, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8)
        == SQLITE_OK);
    return *this;
}

Result<bool> Statement::step()
{
    int const code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    sqlite3* const handle = sqlite3_db_handle(m_statement);
    int const extended = sqlite3_extended_errcode(handle);
    reset();
    if (code == SQLITE_DONE)
        return false;
    char const* const file = sqlite3_db_filename(handle, "main");
    return std::unexpected(error_of(extended, file == nullptr ? "" : std::filesystem::path(file).filename().string()));
}

Result<> Statement::run()
{
    ZK_TRY(bool const row, step());
    ZK_REQUIRE(!row);
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

ByteView Statement::blob(int column) const
{
    auto const* data = static_cast<std::uint8_t const*>(sqlite3_column_blob(m_statement, column));
    return { data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) };
}

std::string_view Statement::text(int column) const
{
    return as_text(blob(column));
}

Result<Database> Database::open(std::filesystem::path const& path, OpenMode mode, Durability durability)
{
    configure_once();
    std::string const name = path.filename().string();
    if (mode == OpenMode::create && std::filesystem::exists(path))
        return fail(Fault::conflict, "store-exists-already", Place::path(name));
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= mode == OpenMode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (mode == OpenMode::create)
        flags |= SQLITE_OPEN_CREATE;
    sqlite3* handle = nullptr;
    int const code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Database out(handle, name);
    if (code != SQLITE_OK)
        return std::unexpected(error_of(code, name));
    sqlite3_busy_timeout(handle, k_busy_ms);
    // Nothing in a file that somebody else changed may run code here.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    ZK_CHECK(out.execute("PRAGMA cell_size_check = ON"));
    ZK_CHECK(out.execute(fmt::format("PRAGMA cache_size = -{}", k_cache_kib)));
    if (mode != OpenMode::read_only) {
        ZK_CHECK(out.execute("PRAGMA journal_mode = WAL"));
        ZK_CHECK(out.execute(synchronous_of(durability)));
        if (durability == Durability::on_sync)
            sqlite3_wal_hook(handle, note_log_pages, out.m_log_pages.get());
        else
            sqlite3_wal_autocheckpoint(handle, k_log_pages_max);
        ZK_CHECK(out.execute("PRAGMA secure_delete = ON"));
        // Temporary files would lie outside the data folder.
        ZK_CHECK(out.execute("PRAGMA temp_store = MEMORY"));
    }
    return out;
}

Database::Database(Database&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_name(std::move(other.m_name))
    , m_log_pages(std::move(other.m_log_pages))
{
}

Database& Database::operator=(Database&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_name, other.m_name);
    std::swap(m_log_pages, other.m_log_pages);
    return *this;
}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Error Database::error() const
{
    return error_of(sqlite3_extended_errcode(m_handle), m_name);
}

Result<> Database::execute(std::string const& sql)
{
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(error());
    return {};
}

Result<Statement> Database::prepare(std::string const& sql) const
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(
            m_handle, sql.c_str(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        != SQLITE_OK)
        return std::unexpected(error());
    return Statement(statement);
}

Result<> Database::begin()
{
    return execute("BEGIN IMMEDIATE");
}

Result<> Database::commit()
{
    return execute("COMMIT");
}

void Database::roll_back()
{
    if (sqlite3_get_autocommit(m_handle) == 0)
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<> Database::sync_log()
{
    sqlite3_file* log = nullptr;
    if (sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void*>(&log)) != SQLITE_OK)
        return std::unexpected(error());
    // Nothing was read or written yet.
    if (log == nullptr || log->pMethods == nullptr)
        return {};
    if (int const code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL); code != SQLITE_OK)
        return std::unexpected(error_of(code, m_name));
    return {};
}

Result<> Database::move_log()
{
    if (sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(error());
    return {};
}

Result<> Database::checkpoint()
{
    return execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<> Database::copy_to(std::filesystem::path const& target) const
{
    if (std::filesystem::exists(target))
        return fail(Fault::conflict, "backup-file-exists-already", Place::path(target.filename().string()));
    sqlite3* copy = nullptr;
    int code = sqlite3_open_v2(target.c_str(), &copy,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Database const owner(copy, target.filename().string());
    if (code != SQLITE_OK)
        return std::unexpected(error_of(code, owner.m_name));
    if (sqlite3_exec(copy, "PRAGMA synchronous = OFF", nullptr, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(owner.error());
    sqlite3_backup* const backup = sqlite3_backup_init(copy, "main", m_handle, "main");
    if (backup == nullptr)
        return std::unexpected(owner.error());
    code = sqlite3_backup_step(backup, -1);
    int const finish = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        return std::unexpected(error_of(code, owner.m_name));
    if (finish != SQLITE_OK)
        return std::unexpected(error_of(finish, owner.m_name));
    // A copy on another disk has no write-ahead file beside it.
    if (sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(owner.error());
    return {};
}

Result<> Database::check_whole() const
{
    ZK_TRY(Statement check, prepare("PRAGMA integrity_check(1)"));
    ZK_TRY(bool const row, check.step());
    if (!row || check.text(0) != "ok")
        return fail(Fault::tampered, "store-damaged", Place::path(m_name));
    return {};
}

} // namespace zk::keep
