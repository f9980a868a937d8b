#include "care/agenda/agenda_state.hpp"

#include "care/patients/patients.hpp"

#include <algorithm>

namespace zk::care {

namespace {

using catalogue::Field;
using catalogue::Grant;

using Appointments = std::vector<keep::Stored<AppointmentRecord>>;

// Further ahead nobody plans, and further back nobody remembers: a year mistyped is seen.
constexpr int k_years_ahead = 5;
constexpr int k_years_back = 2;

constexpr int k_minutes_min = 5;

template<catalogue::FixedString K>
Field<K, std::string> text_or_none(std::string const& text)
{
    return text.empty() ? Field<K, std::string>() : Field<K, std::string>(text);
}

void put_when(AppointmentRecord& record, When const& when)
{
    record.date = Field<"appointment.date", Date>(when.date);
    record.time = Field<"appointment.time", TimeOfDay>(when.time);
    record.minutes = Field<"appointment.minutes", std::uint64_t>(static_cast<std::uint64_t>(when.minutes));
    record.practitioner = Field<"appointment.practitioner", std::string>(when.practitioner);
    record.room = text_or_none<"appointment.room">(when.room);
}

void put_status(AppointmentRecord& record, AppointmentStatus status)
{
    record.status = Field<"appointment.status", std::string>(std::string(text_of(status)));
}

Booking booking_of(When const& when, PatientId const& patient)
{
    return { .patient = patient,
        .date = when.date,
        .start = when.time.minutes_since_midnight(),
        .minutes = when.minutes,
        .practitioner = when.practitioner,
        .room = when.room,
        .status = AppointmentStatus::planned };
}

// With whom he has an appointment, and until when.
std::vector<gate::Treats> planned_in(Appointments const& all, Grant const& grant)
{
    std::vector<gate::Treats> out;
    for (auto const& stored : all) {
        auto const& date = stored.record.date.reveal(grant);
        if (date && gives_relation(stored.record, grant))
            gate::note_contact(out, stored.record.practitioner.reveal(grant).value_or(std::string()), *date);
    }
    return out;
}

Error told_as_changed(Error const& error)
{
    return error.fault() == Fault::conflict ? Error(Fault::conflict, "changed-by-another") : error;
}

bool overlaps(Booking const& one, Booking const& other)
{
    return one.date == other.date && one.start < other.end() && other.start < one.end();
}

} // namespace

// From the line in the log until the commit.
struct Agenda::Act {
    Grant grant;
    Appointments appointments;
    std::vector<keep::Stored<WaitingRecord>> waiting;
    keep::Change change;

    [[nodiscard]] Result<keep::Stored<AppointmentRecord>*> find(RecordId const& id, std::uint64_t version)
    {
        auto const found = std::ranges::find(appointments, id, &keep::Stored<AppointmentRecord>::id);
        if (found == appointments.end())
            return fail(Fault::not_found, "appointment-unknown");
        if (found->version != version)
            return fail(Fault::conflict, "changed-by-another");
        return &*found;
    }
    [[nodiscard]] Result<> end_waiting(
        keep::Vault const& vault, PatientId const& patient, RecordId const& id, std::optional<std::uint64_t> version)
    {
        auto const found = std::ranges::find(waiting, id, &keep::Stored<WaitingRecord>::id);
        if (found == waiting.end())
            return fail(Fault::not_found, "waiting-unknown");
        if (version && found->version != *version)
            return fail(Fault::conflict, "changed-by-another");
        vault.remove<WaitingRecord>(change, grant, patient, found->id, found->version);
        return {};
    }
};

Result<> Agenda::check(gate::Who const& who, When const& when) const
{
    Date const now = today();
    if (when.date < now.plus_years(-k_years_back) || when.date > now.plus_years(k_years_ahead))
        return fail(Fault::bad_input, "appointment-date-far", Place::of("date"));
    if (when.minutes < k_minutes_min || when.minutes > k_appointment_minutes_max)
        return fail(Fault::bad_input, "appointment-minutes", Place::of("minutes"));
    if (when.time.minutes_since_midnight() + when.minutes > k_minutes_per_day)
        return fail(Fault::bad_input, "appointment-past-midnight", Place::of("time"));
    if (when.room.size() > k_room_bytes_max)
        return fail(Fault::bad_input, "field-too-long", Place::of("room"));
    ZK_TRY(auto const all, practitioners(who, std::min(now, when.date), now.plus_years(k_years_ahead)));
    bool const works_here = std::ranges::any_of(
        all, [&](Practitioner const& one) { return one.works_here && one.code == when.practitioner; });
    if (!works_here)
        return fail(Fault::bad_input, "practitioner-unknown", Place::of("practitioner"));
    return {};
}

// Who may never see what somebody comes for does not write it either.
Result<> Agenda::check_reason(gate::Who const& who, std::optional<std::string> const& reason) const
{
    if (!reason)
        return {};
    if (m_practice->policy().sight(who.role, catalogue::Category::appointment_reason) == gate::Sight::never)
        return fail(Fault::refused, "reason-not-for-this-role", Place::of("reason"));
    if (reason->size() > k_appointment_reason_bytes_max)
        return fail(Fault::bad_input, "field-too-long", Place::of("reason"));
    return {};
}

Result<> Agenda::check_place(Booking const& wanted, std::optional<Booking> const& instead_of, Despite despite) const
{
    if (despite == Despite::yes)
        return {};
    auto day = m_state->index.between(wanted.date, wanted.date);
    if (instead_of) {
        if (auto const own = std::ranges::find(day, *instead_of); own != day.end())
            day.erase(own);
    }
    for (Booking const& other : day) {
        if (!takes_time(other.status) || !overlaps(wanted, other))
            continue;
        if (other.practitioner == wanted.practitioner)
            return fail(Fault::conflict, "appointment-overlaps", Place::of("practitioner"));
        if (other.patient == wanted.patient)
            return fail(Fault::conflict, "appointment-overlaps", Place::of("patient"));
        if (!wanted.room.empty() && other.room == wanted.room)
            return fail(Fault::conflict, "appointment-overlaps", Place::of("room"));
    }
    auto const working = calendar()->working(wanted.practitioner, wanted.date);
    bool const inside = std::ranges::any_of(
        working, [&](Stretch const& stretch) { return stretch.from <= wanted.start && wanted.end() <= stretch.until; });
    if (!inside)
        return fail(Fault::conflict, "outside-working-hours", Place::of("time"));
    return {};
}

Result<Agenda::Act> Agenda::begin(gate::Who const& who, PatientId const& patient, keep::LogAction action) const
{
    keep::Vault const& vault = m_practice->vault();
    ZK_TRY(bool const exists, patient_exists(vault, patient));
    if (!exists)
        return fail(Fault::not_found, "patient-unknown");
    gate::Request const request { .event = keep::LogEvent::planned,
        .action = action,
        .purpose = catalogue::Purpose::planning,
        .patients = { patient },
        .wanted = elements_of_agenda() };
    ZK_TRY(Grant grant, m_practice->policy().ask(who, request));
    // Policy may leave something and not the times, where the practice took these from a role.
    if (!grant.covers(decltype(AppointmentRecord::date)::index))
        return fail(Fault::refused, "not-for-this-role");
    ZK_TRY(auto appointments, vault.read<AppointmentRecord>(grant, patient));
    ZK_TRY(auto waiting, vault.read<WaitingRecord>(grant, patient));
    return Act { std::move(grant), std::move(appointments), std::move(waiting), vault.change() };
}

// Writes it, lets relation and index follow, and shows what there is now.
Result<Screen> Agenda::finish(Act act, PatientId const& patient, RecordId const& shown)
{
    keep::Vault& vault = m_practice->vault();
    if (auto const done = vault.commit(std::move(act.change)); !done)
        return std::unexpected(told_as_changed(done.error()));
    ZK_TRY(auto const records, vault.read<AppointmentRecord>(act.grant, patient));
    ZK_TRY(auto const waiting, vault.read<WaitingRecord>(act.grant, patient));
    m_state->index.set(patient, bookings_of(records, act.grant, patient), !waiting.empty());
    Screen out;
    ZK_TRY(Date const first, Date::from(k_year_min, 1, 1));
    ZK_TRY(Date const last, Date::from(k_year_max, 12, 31));
    ZK_CHECK(show_patient(out, act.grant, patient, { .from = first, .to = last, .waiting = WaitingList::with }));
    std::erase_if(out.appointments, [&](ShownAppointment const& one) { return one.id != shown; });
    std::erase_if(out.waiting, [&](ShownWaiting const& one) { return one.id != shown; });
    name(out);
    return out;
}

Result<Screen> Agenda::make(gate::Who const& who, NewAppointment const& draft)
{
    ZK_CHECK(check(who, draft.when));
    ZK_CHECK(check_reason(who, draft.reason));
    std::lock_guard const lock(m_state->planning);
    ZK_CHECK(check_place(booking_of(draft.when, draft.patient), {}, draft.despite));
    ZK_TRY(Act act, begin(who, draft.patient, keep::LogAction::create));
    keep::Vault const& vault = m_practice->vault();
    AppointmentRecord record;
    put_when(record, draft.when);
    put_status(record, AppointmentStatus::planned);
    record.reason = text_or_none<"appointment.reason">(draft.reason.value_or(std::string()));
    RecordId const id = vault.insert(act.change, act.grant, draft.patient, record);
    if (draft.waiting)
        ZK_CHECK(act.end_waiting(vault, draft.patient, *draft.waiting, {}));
    act.appointments.push_back({ id, 1, std::move(record) });
    ZK_CHECK(m_practice->policy().follow_plan(
        act.change, act.grant, draft.patient, planned_in(act.appointments, act.grant)));
    return finish(std::move(act), draft.patient, id);
}

Result<Screen> Agenda::move(gate::Who const& who, MovedAppointment const& draft)
{
    ZK_CHECK(check(who, draft.when));
    ZK_CHECK(check_reason(who, draft.reason));
    std::lock_guard const lock(m_state->planning);
    ZK_TRY(Act act, begin(who, draft.patient, keep::LogAction::update));
    ZK_TRY(auto* const stored, act.find(draft.id, draft.version));
    AppointmentRecord& record = stored->record;
    auto const before = bookings_of({ *stored }, act.grant, draft.patient);
    Booking wanted = booking_of(draft.when, draft.patient);
    // On another day he has not arrived yet; and who gets a new time comes again.
    bool const other_day = before.empty() || before.front().date != wanted.date;
    AppointmentStatus const old_status = status_of(record, act.grant);
    bool const comes_again = other_day || old_status == AppointmentStatus::cancelled;
    wanted.status = comes_again ? AppointmentStatus::planned : old_status;
    bool const same_place = !before.empty() && before.front() == wanted;
    if (!same_place && takes_time(wanted.status))
        ZK_CHECK(check_place(wanted, before.empty() ? std::nullopt : std::optional(before.front()), draft.despite));
    put_when(record, draft.when);
    put_status(record, wanted.status);
    if (comes_again)
        record.arrived_at = {};
    if (draft.reason) {
        // What he may not see he does not write over.
        if (record.reason.has_value() && !act.grant.covers(decltype(record.reason)::index))
            return fail(Fault::refused, "no-treatment-relation", Place::of("reason"));
        record.reason = text_or_none<"appointment.reason">(*draft.reason);
    }
    m_practice->vault().update(act.change, act.grant, draft.patient, draft.id, draft.version, record);
    ZK_CHECK(m_practice->policy().follow_plan(
        act.change, act.grant, draft.patient, planned_in(act.appointments, act.grant)));
    return finish(std::move(act), draft.patient, draft.id);
}

Result<Screen> Agenda::set_status(gate::Who const& who, NewStatus const& draft)
{
    std::lock_guard const lock(m_state->planning);
    ZK_TRY(Act act, begin(who, draft.patient, keep::LogAction::update));
    ZK_TRY(auto* const stored, act.find(draft.id, draft.version));
    AppointmentRecord& record = stored->record;
    AppointmentStatus const before = status_of(record, act.grant);
    if (!takes_time(before) && takes_time(draft.status)) {
        // His time may have been given to another. The hours he was planned in were seen to then.
        for (Booking const& own : bookings_of({ *stored }, act.grant, draft.patient)) {
            auto const placed = check_place(own, own, Despite::no);
            if (!placed && placed.error().code() == "appointment-overlaps")
                return std::unexpected(placed.error());
        }
    }
    put_status(record, draft.status);
    if (draft.status == AppointmentStatus::arrived && !record.arrived_at.has_value())
        record.arrived_at = Field<"appointment.arrived_at", Instant>(m_practice->clock().now());
    if (draft.status != AppointmentStatus::arrived && draft.status != AppointmentStatus::done)
        record.arrived_at = {};
    m_practice->vault().update(act.change, act.grant, draft.patient, draft.id, draft.version, record);
    if (gives_relation(before) != gives_relation(draft.status))
        ZK_CHECK(m_practice->policy().follow_plan(
            act.change, act.grant, draft.patient, planned_in(act.appointments, act.grant)));
    return finish(std::move(act), draft.patient, draft.id);
}

Result<Screen> Agenda::add_waiting(gate::Who const& who, NewWaiting const& draft)
{
    if (draft.minutes < k_minutes_min || draft.minutes > k_appointment_minutes_max)
        return fail(Fault::bad_input, "appointment-minutes", Place::of("minutes"));
    if (draft.wish.size() > k_wish_bytes_max)
        return fail(Fault::bad_input, "field-too-long", Place::of("wish"));
    if (!draft.practitioner.empty()) {
        ZK_TRY(auto const all, practitioners(who, today(), today().plus_years(k_years_ahead)));
        if (std::ranges::find(all, draft.practitioner, &Practitioner::code) == all.end())
            return fail(Fault::bad_input, "practitioner-unknown", Place::of("practitioner"));
    }
    std::lock_guard const lock(m_state->planning);
    ZK_TRY(Act act, begin(who, draft.patient, keep::LogAction::create));
    WaitingRecord record;
    record.minutes = Field<"waiting.minutes", std::uint64_t>(static_cast<std::uint64_t>(draft.minutes));
    record.practitioner = text_or_none<"waiting.practitioner">(draft.practitioner);
    record.wish = text_or_none<"waiting.wish">(draft.wish);
    record.since = Field<"waiting.since", Date>(today());
    RecordId const id = m_practice->vault().insert(act.change, act.grant, draft.patient, record);
    return finish(std::move(act), draft.patient, id);
}

Result<> Agenda::end_waiting(gate::Who const& who, PatientId const& patient, RecordId const& id, std::uint64_t version)
{
    std::lock_guard const lock(m_state->planning);
    ZK_TRY(Act act, begin(who, patient, keep::LogAction::remove));
    ZK_CHECK(act.end_waiting(m_practice->vault(), patient, id, version));
    ZK_CHECK(finish(std::move(act), patient, id));
    return {};
}

} // namespace zk::care
