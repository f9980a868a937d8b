// database: SQLite behind a small face: errors as results, values bound, never spliced.
// Used by keep only: the engine, the keyring and the journal's index.
// Always: WAL, freed pages overwritten; a commit that returned is on the disk as Durability says.
// An attacker who can change the file is seen by those who open the sealed rows in it.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace zk::keep {

// So long may a write-ahead file become before it is moved into the database: 32 MiB.
inline constexpr int k_log_pages_max = 8192;

enum class OpenMode : std::uint8_t { create, read_write, read_only };
// What a power cut may take. The file is whole in any case.
enum class Durability : std::uint8_t {
    full,        // nothing: a commit that returned is on the disk
    on_sync,     // the last commits, in order, up to the last sync_log()
    rebuildable, // anything: it is built anew from elsewhere
};

class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(Statement const&) = delete;
    Statement& operator=(Statement const&) = delete;
    ~Statement();

    // Parameters count from 1, columns from 0.
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, ByteView value);
    Statement& bind(int index, std::string_view value);

    // True while there is a row. Resets itself when there is none, or on an error.
    [[nodiscard]] Result<bool> step();
    // For statements without rows.
    [[nodiscard]] Result<> run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    // Valid until the next step.
    [[nodiscard]] ByteView blob(int column) const;
    [[nodiscard]] std::string_view text(int column) const;

private:
    friend class Database;
    explicit Statement(sqlite3_stmt* statement)
        : m_statement(statement)
    {
    }
    sqlite3_stmt* m_statement;
};

class Database {
public:
    [[nodiscard]] static Result<Database> open(
        std::filesystem::path const& path, OpenMode mode, Durability durability = Durability::full);
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;
    ~Database();

    [[nodiscard]] Result<> execute(std::string const& sql);
    [[nodiscard]] Result<Statement> prepare(std::string const& sql) const;
    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> commit();
    void roll_back();
    // What was committed is on the disk when it returns.
    [[nodiscard]] Result<> sync_log();
    // Pages in the write-ahead file after the last commit. Only for Durability::on_sync.
    [[nodiscard]] int log_pages() const { return *m_log_pages; }
    // Moves what stands in the write-ahead file into the database, as far as readers let it. It is synced before.
    [[nodiscard]] Result<> move_log();
    // Moves the write-ahead file into the database and empties it.
    [[nodiscard]] Result<> checkpoint();
    // A consistent copy while others write; the target must not exist. It is not durable yet.
    [[nodiscard]] Result<> copy_to(std::filesystem::path const& target) const;
    // Every page and every b-tree in order; the error names what is not.
    [[nodiscard]] Result<> check_whole() const;

private:
    explicit Database(sqlite3* handle, std::string name)
        : m_handle(handle)
        , m_name(std::move(name))
    {
    }
    [[nodiscard]] Error error() const;

    sqlite3* m_handle;
    std::string m_name; // the file's own name, for errors
    // SQLite writes it: it stays where it is.
    std::unique_ptr<int> m_log_pages = std::make_unique<int>(0);
};

} // namespace zk::keep
