#include "care/agenda/agenda_state.hpp"

#include "base/amsterdam.hpp"

#include <algorithm>

namespace zk::care {

namespace {

// Who asks for a place gets one within a year, or hears that there is none.
constexpr int k_search_days = 366;
constexpr int k_absence_days_max = 366;

Error told_as_changed(Error const& error)
{
    return error.fault() == Fault::conflict ? Error(Fault::conflict, "changed-by-another") : error;
}

} // namespace

Result<std::vector<FreePlace>> Agenda::find_free(gate::Who const& who, FreeSearch const& search) const
{
    if (search.minutes <= 0 || search.minutes > k_appointment_minutes_max)
        return fail(Fault::bad_input, "appointment-minutes", Place::of("minutes"));
    LocalTime const now = amsterdam_local(m_practice->clock().now());
    Date const from = std::max(search.from, now.date);
    ZK_TRY(auto everybody, practitioners(who, from, from.plus_days(k_search_days)));
    std::erase_if(everybody, [&](Practitioner const& one) {
        return !one.works_here || (search.practitioner && one.code != *search.practitioner);
    });
    if (search.practitioner && everybody.empty())
        return fail(Fault::bad_input, "practitioner-unknown", Place::of("practitioner"));
    auto const at_most = std::min(search.limit, k_free_places_max);
    auto const hours = calendar();
    std::vector<FreePlace> out;
    for (Date date = from; date <= from.plus_days(k_search_days) && out.size() < at_most; date = date.plus_days(1)) {
        auto const bookings = m_state->index.between(date, date);
        int const earliest = date == now.date ? now.hour * 60 + now.minute : 0;
        std::vector<FreePlace> of_day;
        for (Practitioner const& one : everybody) {
            std::vector<Booking> own;
            std::ranges::copy_if(bookings, std::back_inserter(own),
                [&](Booking const& booking) { return booking.practitioner == one.code; });
            for (int const start :
                free_starts(hours->working(one.code, date), own, search.minutes, earliest, search.part)) {
                ZK_TRY(TimeOfDay const time, TimeOfDay::from(start / 60, start % 60));
                of_day.push_back({ date, time, one.code });
            }
        }
        std::ranges::stable_sort(of_day, {}, &FreePlace::time);
        for (FreePlace& one : of_day) {
            if (out.size() < at_most)
                out.push_back(std::move(one));
        }
    }
    return out;
}

Result<> Agenda::may_set_hours(gate::Who const& who, std::string const& practitioner) const
{
    ZK_TRY(auto const all, practitioners(who, today(), today()));
    if (std::ranges::find(all, practitioner, &Practitioner::code) == all.end() || practitioner.empty())
        return fail(Fault::bad_input, "practitioner-unknown", Place::of("practitioner"));
    if (who.role != catalogue::Role::praktijkhouder && who.practitioner != practitioner)
        return fail(Fault::refused, "hours-of-another", Place::of("practitioner"));
    return {};
}

Result<> Agenda::set_hours(gate::Who const& who, std::string const& practitioner, Week const& week)
{
    ZK_CHECK(may_set_hours(who, practitioner));
    ZK_CHECK(check_week(week));
    std::lock_guard const lock(m_state->planning);
    keep::Vault& vault = m_practice->vault();
    ZK_TRY(auto stored, vault.read_practice<HoursRecord>());
    auto const old
        = std::ranges::find_if(stored, [&](auto const& one) { return one.record.practitioner.get() == practitioner; });
    keep::Change change = vault.change();
    HoursRecord record;
    record.practitioner = practitioner;
    record.week = week;
    if (old == stored.end() && !week.empty())
        vault.insert_practice(change, record);
    else if (old != stored.end() && week.empty())
        vault.remove_without_patient<HoursRecord>(change, old->id, old->version);
    else if (old != stored.end())
        vault.update_practice(change, old->id, old->version, record);
    ZK_CHECK(m_practice->policy().note(
        who, keep::LogEvent::setting_changed, keep::LogAction::update, "hours/" + practitioner));
    if (auto const done = vault.commit(std::move(change)); !done)
        return std::unexpected(told_as_changed(done.error()));
    return read_calendar();
}

Result<Absence> Agenda::add_absence(gate::Who const& who, std::string const& practitioner, Date from, Date until)
{
    ZK_CHECK(may_set_hours(who, practitioner));
    if (until < from)
        return fail(Fault::bad_input, "absence-ends-before-it-begins", Place::of("until"));
    if (until.days_since(from) > k_absence_days_max)
        return fail(Fault::bad_input, "absence-too-long", Place::of("until"));
    std::lock_guard const lock(m_state->planning);
    keep::Vault& vault = m_practice->vault();
    AbsenceRecord record;
    record.practitioner = practitioner;
    record.from = from;
    record.until = until;
    keep::Change change = vault.change();
    RecordId const id = vault.insert_practice(change, record);
    ZK_CHECK(m_practice->policy().note(
        who, keep::LogEvent::setting_changed, keep::LogAction::create, "absence/" + practitioner));
    ZK_CHECK(vault.commit(std::move(change)));
    ZK_CHECK(read_calendar());
    return Absence { id, practitioner, from, until };
}

Result<> Agenda::end_absence(gate::Who const& who, RecordId const& id)
{
    std::lock_guard const lock(m_state->planning);
    keep::Vault& vault = m_practice->vault();
    ZK_TRY(auto const stored, vault.read_practice<AbsenceRecord>());
    auto const found = std::ranges::find(stored, id, &keep::Stored<AbsenceRecord>::id);
    if (found == stored.end())
        return fail(Fault::not_found, "absence-unknown");
    std::string const practitioner = found->record.practitioner.get_or(std::string());
    // Who left, and stands in no agenda any more, may still have days off.
    if (who.role != catalogue::Role::praktijkhouder && who.practitioner != practitioner)
        return fail(Fault::refused, "hours-of-another");
    keep::Change change = vault.change();
    vault.remove_without_patient<AbsenceRecord>(change, found->id, found->version);
    ZK_CHECK(m_practice->policy().note(
        who, keep::LogEvent::setting_changed, keep::LogAction::remove, "absence/" + practitioner));
    if (auto const done = vault.commit(std::move(change)); !done)
        return std::unexpected(told_as_changed(done.error()));
    return read_calendar();
}

} // namespace zk::care
