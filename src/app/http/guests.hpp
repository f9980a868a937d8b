// guests: who is connected now, counted in all and for each address.
// Used by the listener (may he come in?), and by a server that stops (who is still here?).
// Always: a connection is counted from its accept until its object is gone.
// An attacker with one address takes at most its share; with many addresses he can fill the house, and others wait.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace zk::app::http {

// What a server that stops may ask of a connection, from any thread.
class Stoppable {
public:
    Stoppable() = default;
    Stoppable(Stoppable const&) = delete;
    Stoppable& operator=(Stoppable const&) = delete;
    virtual ~Stoppable() = default;
    // Finish what you are doing, then close.
    virtual void leave() = 0;
    // Close now.
    virtual void cut() = 0;
};

class Guests {
public:
    // A place in the house, given back when it is destroyed.
    class Seat {
    public:
        Seat(Guests& guests, std::uint64_t number, std::string peer);
        Seat(Seat&& other) noexcept;
        Seat& operator=(Seat&&) = delete;
        Seat(Seat const&) = delete;
        Seat& operator=(Seat const&) = delete;
        ~Seat();
        [[nodiscard]] std::string const& peer() const { return m_peer; }
        void taken_by(std::weak_ptr<Stoppable> who);

    private:
        Guests* m_guests;
        std::uint64_t m_number;
        std::string m_peer;
    };

    Guests(std::size_t all_max, std::size_t per_peer_max)
        : m_all_max(all_max)
        , m_per_peer_max(per_peer_max)
    {
    }

    [[nodiscard]] std::optional<Seat> admit(std::string const& peer);
    [[nodiscard]] std::vector<std::shared_ptr<Stoppable>> all();
    [[nodiscard]] std::size_t count();
    enum class Left : std::uint8_t { all, some };
    [[nodiscard]] Left wait_until_gone(std::chrono::milliseconds time_max);

private:
    void free(std::uint64_t number, std::string const& peer);

    std::size_t const m_all_max;
    std::size_t const m_per_peer_max;
    std::mutex m_mutex;
    std::condition_variable m_gone;
    std::uint64_t m_next = 0;
    std::map<std::uint64_t, std::weak_ptr<Stoppable>> m_seats;
    std::map<std::string, std::size_t> m_by_peer;
};

} // namespace zk::app::http
