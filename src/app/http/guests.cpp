#include "app/http/guests.hpp"

#include <utility>

namespace zk::app::http {

Guests::Seat::Seat(Guests& guests, std::uint64_t number, std::string peer)
    : m_guests(&guests)
    , m_number(number)
    , m_peer(std::move(peer))
{
}

Guests::Seat::Seat(Seat&& other) noexcept
    : m_guests(std::exchange(other.m_guests, nullptr))
    , m_number(other.m_number)
    , m_peer(std::move(other.m_peer))
{
}

Guests::Seat::~Seat()
{
    if (m_guests != nullptr)
        m_guests->free(m_number, m_peer);
}

void Guests::Seat::taken_by(std::weak_ptr<Stoppable> who)
{
    std::lock_guard const lock(m_guests->m_mutex);
    m_guests->m_seats[m_number] = std::move(who);
}

std::optional<Guests::Seat> Guests::admit(std::string const& peer)
{
    std::lock_guard const lock(m_mutex);
    auto const known = m_by_peer.find(peer);
    if (m_seats.size() >= m_all_max || (known != m_by_peer.end() && known->second >= m_per_peer_max))
        return std::nullopt;
    ++m_by_peer[peer];
    m_seats.emplace(m_next, std::weak_ptr<Stoppable>());
    return Seat(*this, m_next++, peer);
}

std::vector<std::shared_ptr<Stoppable>> Guests::all()
{
    std::lock_guard const lock(m_mutex);
    std::vector<std::shared_ptr<Stoppable>> out;
    for (auto const& [number, who] : m_seats) {
        if (auto guest = who.lock())
            out.push_back(std::move(guest));
    }
    return out;
}

std::size_t Guests::count()
{
    std::lock_guard const lock(m_mutex);
    return m_seats.size();
}

Guests::Left Guests::wait_until_gone(std::chrono::milliseconds time_max)
{
    std::unique_lock lock(m_mutex);
    return m_gone.wait_for(lock, time_max, [this] { return m_seats.empty(); }) ? Left::all : Left::some;
}

void Guests::free(std::uint64_t number, std::string const& peer)
{
    std::lock_guard const lock(m_mutex);
    m_seats.erase(number);
    auto const known = m_by_peer.find(peer);
    if (--known->second == 0)
        m_by_peer.erase(known);
    m_gone.notify_all();
}

} // namespace zk::app::http
