// agenda: what a grant may see of appointments: of one patient, and of days with all who come; and the planning of them.
// Used by app/ to show a patient, a day and a week, and to make, move and call off appointments.
// Always: one line in the log for a screen; who plans sees times, who treats sees the reason of his own patients too.
// An attacker gains nothing without a grant; the index in memory knows times and not names.
#pragma once

#include "care/agenda/agenda_index.hpp"
#include "care/agenda/aliases.hpp"
#include "care/agenda/calendar.hpp"
#include "care/agenda/drafts.hpp"
#include "care/agenda/practitioners.hpp"
#include "care/agenda/records.hpp"
#include "catalogue/projection.hpp"
#include "gate/accounts/accounts.hpp"
#include "gate/practice.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace zk::care {

struct ShownAppointment {
    RecordId id;
    PatientId patient;
    std::uint64_t version;
    Date date;
    AppointmentStatus status;
    std::optional<Instant> arrived_at;
    bool first_visit;
    std::string alias; // of its own day
    catalogue::View view;
};

struct ShownWaiting {
    RecordId id;
    PatientId patient;
    std::uint64_t version;
    std::string alias; // of today
    catalogue::View view;
};

// Who comes, each once, whatever number of times.
struct Screen {
    std::map<PatientId, catalogue::View> patients;
    std::vector<ShownAppointment> appointments; // in order of time
    std::vector<ShownWaiting> waiting;          // the longest waiting first
};

enum class WaitingList : std::uint8_t { without, with };

struct Days {
    Date from;
    Date to; // included
    // Of these alone; nothing: of all.
    std::optional<std::vector<std::string>> practitioners {};
    WaitingList waiting = WaitingList::without;
};

struct FreePlace {
    Date date;
    TimeOfDay time;
    std::string practitioner;
};

class Agenda {
public:
    // Builds the index in memory: one line in the log, seen by nobody. What it is given outlives it.
    [[nodiscard]] static Result<Agenda> load(gate::Practice& practice, gate::Accounts const& accounts);
    // After somebody else wrote: builds it anew, beside those who go on asking the old one.
    [[nodiscard]] Result<> refresh();

    [[nodiscard]] Result<Screen> show(gate::Who const& who, Days const& days) const;
    [[nodiscard]] Result<std::vector<Practitioner>> practitioners(gate::Who const& who, Date from, Date to) const;
    [[nodiscard]] std::shared_ptr<Calendar const> calendar() const;
    [[nodiscard]] AgendaIndex const& index() const;

    // How they are called today where names are hidden; besides those who come today. Empty where the practice chose
    // initials: these follow from the name.
    [[nodiscard]] Aliases::Names aliases_today(std::span<PatientId const> others) const;

    // From this moment on, or from that day. Touches nobody's data.
    [[nodiscard]] Result<std::vector<FreePlace>> find_free(gate::Who const& who, FreeSearch const& search) const;

    // Fault::conflict "appointment-overlaps" at who or what is taken, "outside-working-hours", "changed-by-another".
    [[nodiscard]] Result<Screen> make(gate::Who const& who, NewAppointment const& draft);
    [[nodiscard]] Result<Screen> move(gate::Who const& who, MovedAppointment const& draft);
    [[nodiscard]] Result<Screen> set_status(gate::Who const& who, NewStatus const& draft);
    [[nodiscard]] Result<Screen> add_waiting(gate::Who const& who, NewWaiting const& draft);
    [[nodiscard]] Result<> end_waiting(
        gate::Who const& who, PatientId const& patient, RecordId const& id, std::uint64_t version);

    // For a praktijkhouder, or the practitioner himself. No hours at all: those of the practice again.
    [[nodiscard]] Result<> set_hours(gate::Who const& who, std::string const& practitioner, Week const& week);
    [[nodiscard]] Result<Absence> add_absence(
        gate::Who const& who, std::string const& practitioner, Date from, Date until);
    [[nodiscard]] Result<> end_absence(gate::Who const& who, RecordId const& id);

private:
    struct State;
    struct Act;
    Agenda(gate::Practice& practice, gate::Accounts const& accounts);

    [[nodiscard]] Date today() const;
    [[nodiscard]] Result<> read_calendar();
    [[nodiscard]] Aliases::Names aliases_on(Date date, std::span<PatientId const> others) const;
    [[nodiscard]] Result<> show_patient(
        Screen& screen, catalogue::Grant const& grant, PatientId const& patient, Days const& days) const;
    void name(Screen& screen) const;

    [[nodiscard]] Result<> check(gate::Who const& who, When const& when) const;
    [[nodiscard]] Result<> check_reason(gate::Who const& who, std::optional<std::string> const& reason) const;
    [[nodiscard]] Result<> check_place(
        Booking const& wanted, std::optional<Booking> const& instead_of, Despite despite) const;
    [[nodiscard]] Result<Act> begin(gate::Who const& who, PatientId const& patient, keep::LogAction action) const;
    [[nodiscard]] Result<Screen> finish(Act act, PatientId const& patient, RecordId const& shown);
    [[nodiscard]] Result<> may_set_hours(gate::Who const& who, std::string const& practitioner) const;

    gate::Practice* m_practice;
    gate::Accounts const* m_accounts;
    std::shared_ptr<State> m_state;
};

// What is known to be somebody's appointments, for the index.
[[nodiscard]] std::vector<Booking> bookings_of(std::vector<keep::Stored<AppointmentRecord>> const& records,
    catalogue::Grant const& grant, PatientId const& patient);

// Of one patient, for his page; the newest first.
struct PatientAppointment {
    RecordId id;
    std::uint64_t version;
    AppointmentStatus status;
    catalogue::View view;
};
[[nodiscard]] Result<std::vector<PatientAppointment>> appointments(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient);

} // namespace zk::care
