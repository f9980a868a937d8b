// database: SQLite behind a small face: errors as results, values bound, never spliced.
// Used by keep only: the engine, the keyring and the journal's index.
// Always: WAL with synchronous=FULL, freed pages overwritten; a commit that returned is on the disk.
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

enum class OpenMode : std::uint8_t { create, read_write, read_only };
// Whether a commit must survive a power cut, or may be built anew from elsewhere.
enum class Durability : std::uint8_t { full, rebuildable };

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
};

} // namespace zk::keep
