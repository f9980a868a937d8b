// pool: connections of one file for readers on many threads, each with its statements prepared once.
// Used by the SQLite engine and the keyring.
// Always: a connection serves one thread at a time.
// An attacker gains nothing here.
#pragma once

#include "keep/sqlite/database.hpp"

#include <filesystem>
#include <mutex>
#include <vector>

namespace zk::keep {

// Connection is built by `static Result<Connection> open(path)`.
template<typename Connection>
class Pool {
public:
    explicit Pool(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }

    class Lease {
    public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection)
            : m_pool(&pool)
            , m_connection(std::move(connection))
        {
        }
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        Lease(Lease const&) = delete;
        Lease& operator=(Lease const&) = delete;
        ~Lease()
        {
            if (m_connection)
                m_pool->give_back(std::move(m_connection));
        }
        Connection* operator->() { return m_connection.get(); }

    private:
        Pool* m_pool;
        std::unique_ptr<Connection> m_connection;
    };

    [[nodiscard]] Result<Lease> take()
    {
        {
            std::lock_guard const lock(m_mutex);
            if (!m_idle.empty()) {
                auto connection = std::move(m_idle.back());
                m_idle.pop_back();
                return Lease(*this, std::move(connection));
            }
        }
        ZK_TRY(Connection connection, Connection::open(m_path));
        return Lease(*this, std::make_unique<Connection>(std::move(connection)));
    }

    void clear()
    {
        std::lock_guard const lock(m_mutex);
        m_idle.clear();
    }

private:
    void give_back(std::unique_ptr<Connection> connection)
    {
        std::lock_guard const lock(m_mutex);
        m_idle.push_back(std::move(connection));
    }

    std::filesystem::path m_path;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

} // namespace zk::keep
