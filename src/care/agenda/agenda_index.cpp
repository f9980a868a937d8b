#include "care/agenda/agenda_index.hpp"

#include <algorithm>
#include <limits>

namespace zk::care {

namespace {

// More codes or rooms than this are no practice; what comes after shares the last one.
constexpr std::size_t k_words_max = std::numeric_limits<std::uint16_t>::max();

} // namespace

std::uint16_t AgendaIndex::number_of(std::vector<std::string>& words, std::string const& word)
{
    auto const found = std::ranges::find(words, word);
    auto const number = static_cast<std::size_t>(found - words.begin());
    if (found == words.end()) {
        if (words.size() == k_words_max)
            return static_cast<std::uint16_t>(k_words_max - 1);
        words.push_back(word);
    }
    return static_cast<std::uint16_t>(number);
}

Booking AgendaIndex::booking_of(Date date, Entry const& entry) const
{
    return { .patient = PatientId::from_raw(entry.patient),
        .date = date,
        .start = entry.start,
        .minutes = entry.minutes,
        .practitioner = m_practitioners[entry.practitioner],
        .room = m_rooms[entry.room],
        .status = entry.status };
}

void AgendaIndex::put(PatientId const& patient, std::vector<Booking> const& bookings, bool is_waiting)
{
    for (Booking const& one : bookings) {
        auto& day = m_days[one.date];
        Entry const entry { .patient = patient.raw(),
            .start = static_cast<std::uint16_t>(one.start),
            .minutes = static_cast<std::uint16_t>(one.minutes),
            .practitioner = number_of(m_practitioners, one.practitioner),
            .room = number_of(m_rooms, one.room),
            .status = one.status };
        // A day is read in order of time far more often than it is written.
        auto const place = std::ranges::upper_bound(day, entry.start, {}, &Entry::start);
        day.insert(place, entry);
        ++m_size;
    }
    if (is_waiting)
        m_waiting.insert(patient);
}

void AgendaIndex::add(PatientId const& patient, std::vector<Booking> const& bookings, bool is_waiting)
{
    std::unique_lock const lock(m_mutex);
    put(patient, bookings, is_waiting);
}

void AgendaIndex::set(PatientId const& patient, std::vector<Booking> const& bookings, bool is_waiting)
{
    std::unique_lock const lock(m_mutex);
    for (auto day = m_days.begin(); day != m_days.end();) {
        m_size -= std::erase_if(day->second, [&](Entry const& entry) { return entry.patient == patient.raw(); });
        day = day->second.empty() ? m_days.erase(day) : std::next(day);
    }
    m_waiting.erase(patient);
    put(patient, bookings, is_waiting);
}

std::vector<Booking> AgendaIndex::between(Date from, Date to) const
{
    std::shared_lock const lock(m_mutex);
    std::vector<Booking> out;
    for (auto day = m_days.lower_bound(from); day != m_days.end() && day->first <= to; ++day) {
        for (Entry const& entry : day->second)
            out.push_back(booking_of(day->first, entry));
    }
    return out;
}

std::vector<PatientId> AgendaIndex::patients_on(Date date) const
{
    std::shared_lock const lock(m_mutex);
    std::set<PatientId> out;
    if (auto const day = m_days.find(date); day != m_days.end()) {
        for (Entry const& entry : day->second)
            out.insert(PatientId::from_raw(entry.patient));
    }
    return { out.begin(), out.end() };
}

std::vector<PatientId> AgendaIndex::waiting() const
{
    std::shared_lock const lock(m_mutex);
    return { m_waiting.begin(), m_waiting.end() };
}

std::vector<std::string> AgendaIndex::practitioners_from(Date date) const
{
    std::shared_lock const lock(m_mutex);
    std::set<std::string> out;
    for (auto day = m_days.lower_bound(date); day != m_days.end(); ++day) {
        for (Entry const& entry : day->second)
            out.insert(m_practitioners[entry.practitioner]);
    }
    return { out.begin(), out.end() };
}

std::vector<std::string> AgendaIndex::rooms() const
{
    std::shared_lock const lock(m_mutex);
    std::vector<std::string> out = m_rooms;
    std::erase(out, "");
    std::ranges::sort(out);
    return out;
}

std::size_t AgendaIndex::size() const
{
    std::shared_lock const lock(m_mutex);
    return m_size;
}

std::size_t AgendaIndex::memory_bytes() const
{
    constexpr std::size_t k_node_bytes = 48;
    std::shared_lock const lock(m_mutex);
    std::size_t out = sizeof *this + m_waiting.size() * (sizeof(PatientId) + k_node_bytes);
    for (auto const& [date, entries] : m_days)
        out += sizeof date + sizeof entries + k_node_bytes + entries.capacity() * sizeof(Entry);
    return out;
}

void AgendaIndex::take(AgendaIndex&& other)
{
    std::scoped_lock const lock(m_mutex, other.m_mutex);
    for (auto& [date, entries] : other.m_days)
        entries.shrink_to_fit();
    m_days = std::move(other.m_days);
    m_waiting = std::move(other.m_waiting);
    m_practitioners = std::move(other.m_practitioners);
    m_rooms = std::move(other.m_rooms);
    m_size = other.m_size;
}

} // namespace zk::care
