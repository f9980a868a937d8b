// agenda_index: when which practitioner has whom, in memory, without opening a record: by day, in order of time.
// Filled at unlock from the sealed appointments, kept up by the agenda slice; asked for days, overlaps and free places.
// Always: it holds ids, times, codes and rooms; no name and no reason. Many may ask at once, beside one who changes it.
// An attacker who can read this memory knows when somebody comes to whom, and not who.
#pragma once

#include "base/date.hpp"
#include "care/agenda/status.hpp"
#include "catalogue/grant.hpp"

#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

namespace zk::care {

inline constexpr int k_minutes_per_day = 24 * 60;

// An appointment as the agenda counts it. Times are those of the clock on the wall: no season shifts them.
struct Booking {
    PatientId patient;
    Date date;
    int start;   // minutes since midnight
    int minutes; // ends on the same day
    std::string practitioner;
    std::string room;
    AppointmentStatus status;

    [[nodiscard]] int end() const { return start + minutes; }
    friend bool operator==(Booking const&, Booking const&) = default;
};

class AgendaIndex {
public:
    AgendaIndex() = default;

    // All that this patient has, instead of what was known of him.
    void set(PatientId const& patient, std::vector<Booking> const& bookings, bool is_waiting);
    // The same, of somebody who is not in it yet.
    void add(PatientId const& patient, std::vector<Booking> const& bookings, bool is_waiting);

    // Both days included; in order of day and time.
    [[nodiscard]] std::vector<Booking> between(Date from, Date to) const;
    // Who stands in the agenda of that day, each once, also when it was called off.
    [[nodiscard]] std::vector<PatientId> patients_on(Date date) const;
    // Whose waiting list has something.
    [[nodiscard]] std::vector<PatientId> waiting() const;
    // Those with an appointment on that day or later, sorted.
    [[nodiscard]] std::vector<std::string> practitioners_from(Date date) const;
    [[nodiscard]] std::vector<std::string> rooms() const;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::size_t memory_bytes() const;

    void take(AgendaIndex&& other);

private:
    // Small, for there is one of each appointment.
    struct Entry {
        PatientId::Raw patient;
        std::uint16_t start;
        std::uint16_t minutes;
        std::uint16_t practitioner;
        std::uint16_t room;
        AppointmentStatus status;
    };
    static_assert(sizeof(Entry) <= 26);
    using Days = std::map<Date, std::vector<Entry>>;

    void put(PatientId const& patient, std::vector<Booking> const& bookings, bool is_waiting);
    [[nodiscard]] static std::uint16_t number_of(std::vector<std::string>& words, std::string const& word);
    [[nodiscard]] Booking booking_of(Date date, Entry const& entry) const;

    mutable std::shared_mutex m_mutex;
    Days m_days;
    std::set<PatientId> m_waiting;
    std::vector<std::string> m_practitioners;
    std::vector<std::string> m_rooms;
    std::size_t m_size = 0;
};

} // namespace zk::care
