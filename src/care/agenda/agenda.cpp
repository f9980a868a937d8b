#include "care/agenda/agenda_state.hpp"

#include "care/patients/patients.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace zk::care {

namespace {

using catalogue::Element;
using catalogue::ElementSet;
using catalogue::Grant;
using catalogue::View;

// Who was registered so shortly before his first appointment comes for the first time. Longer ago he was here before
// there was this program.
constexpr int k_new_days_max = 90;

constexpr std::array<std::string_view, 8> k_of_person { "patient.surname", "patient.tussenvoegsel", "patient.initials",
    "patient.first_name", "patient.birth_date", "patient.phone", "patient.mobile", "patient.registered" };

ElementSet const& elements_of_index()
{
    static ElementSet const out = catalogue::elements_where([](Element const& element) {
        return element.retention == catalogue::RetentionClass::agenda
            && element.category == catalogue::Category::appointment_time;
    });
    return out;
}

std::string text_in(View const& view, std::string_view name)
{
    View::Item const* const item = view.find(name);
    return item == nullptr ? std::string() : std::get<std::string>(item->value);
}

bool is_of(Days const& days, std::string const& practitioner)
{
    return !days.practitioners || std::ranges::find(*days.practitioners, practitioner) != days.practitioners->end();
}

// The first that was not called off or missed, when he was registered shortly before.
std::optional<Date> first_visit_of(std::vector<Booking> const& bookings, View const& person)
{
    std::optional<Date> first;
    for (Booking const& one : bookings) {
        if (takes_time(one.status) && (!first || one.date < *first))
            first = one.date;
    }
    auto const registered = Date::parse_iso(text_in(person, "registered"));
    if (!first || !registered || first->days_since(*registered) > k_new_days_max)
        return std::nullopt;
    return first;
}

Result<> build_index(gate::Practice& practice, AgendaIndex& index)
{
    ZK_TRY(Grant const grant, practice.policy().for_maintenance(elements_of_index(), "agenda-index"));
    keep::Vault const& vault = practice.vault();
    for (PatientId const& patient : grant.patients()) {
        ZK_TRY(auto const records, vault.read<AppointmentRecord>(grant, patient));
        ZK_TRY(auto const waiting, vault.read<WaitingRecord>(grant, patient));
        if (!records.empty() || !waiting.empty())
            index.add(patient, bookings_of(records, grant, patient), !waiting.empty());
    }
    return {};
}

} // namespace

ElementSet const& elements_of_agenda()
{
    static ElementSet const out = catalogue::elements_where([](Element const& element) {
        bool const of_agenda = element.retention == catalogue::RetentionClass::agenda
            && element.portability != catalogue::Portability::internal;
        return of_agenda || std::ranges::find(k_of_person, element.key) != k_of_person.end();
    });
    return out;
}

std::vector<Booking> bookings_of(
    std::vector<keep::Stored<AppointmentRecord>> const& records, Grant const& grant, PatientId const& patient)
{
    std::vector<Booking> out;
    for (auto const& [id, version, record] : records) {
        auto const& date = record.date.reveal(grant);
        auto const& time = record.time.reveal(grant);
        if (!date || !time)
            continue;
        int const start = time->minutes_since_midnight();
        auto const known = record.minutes.reveal(grant).value_or(0);
        std::uint64_t const minutes = known == 0 ? std::uint64_t { k_minutes_when_unknown } : known;
        out.push_back({ .patient = patient,
            .date = *date,
            .start = start,
            .minutes = static_cast<int>(std::min(minutes, static_cast<std::uint64_t>(k_minutes_per_day - start))),
            .practitioner = record.practitioner.reveal(grant).value_or(std::string()),
            .room = record.room.reveal(grant).value_or(std::string()),
            .status = status_of(record, grant) });
    }
    return out;
}

Result<std::vector<PatientAppointment>> appointments(
    keep::Vault const& vault, Grant const& grant, PatientId const& patient)
{
    std::vector<PatientAppointment> out;
    if (!catalogue::opens_something<AppointmentRecord>(grant))
        return out;
    ZK_TRY(auto const stored, vault.read<AppointmentRecord>(grant, patient));
    for (auto const& [id, version, record] : stored) {
        // Without leave for the times there is no status either.
        bool const shows_status = grant.covers(decltype(record.status)::index);
        out.push_back({ id, version, shows_status ? status_of(record, grant) : AppointmentStatus::planned,
            View::of(record, grant) });
    }
    std::ranges::stable_sort(out, std::greater<> {},
        [](PatientAppointment const& one) { return text_in(one.view, "date") + text_in(one.view, "time"); });
    return out;
}

Agenda::Agenda(gate::Practice& practice, gate::Accounts const& accounts)
    : m_practice(&practice)
    , m_accounts(&accounts)
    , m_state(std::make_shared<State>(practice.vault().keyring().alias_key()))
{
}

Result<Agenda> Agenda::load(gate::Practice& practice, gate::Accounts const& accounts)
{
    Agenda out(practice, accounts);
    ZK_CHECK(out.refresh());
    return out;
}

Result<> Agenda::refresh()
{
    // Who plans meanwhile writes into the old index: then it is built once more.
    auto const now = [this] { return m_practice->vault().times_written(catalogue::Compartment::care) + 1; };
    for (std::uint64_t written = now(); written != m_state->built_at; written = now()) {
        AgendaIndex fresh;
        ZK_CHECK(build_index(*m_practice, fresh));
        m_state->index.take(std::move(fresh));
        m_state->built_at = written;
    }
    return read_calendar();
}

Result<> Agenda::read_calendar()
{
    ZK_TRY(Calendar calendar, Calendar::read(m_practice->vault()));
    auto fresh = std::make_shared<Calendar const>(std::move(calendar));
    std::lock_guard const lock(m_state->calendar_mutex);
    m_state->calendar = std::move(fresh);
    return {};
}

std::shared_ptr<Calendar const> Agenda::calendar() const
{
    std::lock_guard const lock(m_state->calendar_mutex);
    return m_state->calendar;
}

AgendaIndex const& Agenda::index() const
{
    return m_state->index;
}

Date Agenda::today() const
{
    return m_practice->today();
}

Result<std::vector<Practitioner>> Agenda::practitioners(gate::Who const& who, Date from, Date to) const
{
    ZK_TRY(auto const accounts, m_accounts->list());
    std::set<std::string> in_agenda;
    for (Booking const& one : m_state->index.between(from, to))
        in_agenda.insert(one.practitioner);
    std::vector<std::string> const codes(in_agenda.begin(), in_agenda.end());
    return practitioners_of(accounts, codes, who, today());
}

Aliases::Names Agenda::aliases_on(Date date, std::span<PatientId const> others) const
{
    return m_state->aliases.of_day(date, m_state->index.patients_on(date), others);
}

Aliases::Names Agenda::aliases_today(std::span<PatientId const> others) const
{
    if (m_practice->settings().text("names.style") == "initials")
        return {};
    return aliases_on(today(), others);
}

Result<Screen> Agenda::show(gate::Who const& who, Days const& days) const
{
    std::set<PatientId> shown;
    for (Booking const& one : m_state->index.between(days.from, days.to)) {
        if (is_of(days, one.practitioner))
            shown.insert(one.patient);
    }
    if (days.waiting == WaitingList::with) {
        for (PatientId const& patient : m_state->index.waiting())
            shown.insert(patient);
    }
    gate::Request const request { .event = keep::LogEvent::looked,
        .action = keep::LogAction::read,
        .purpose = catalogue::Purpose::planning,
        .patients = { shown.begin(), shown.end() },
        .wanted = elements_of_agenda() };
    ZK_TRY(auto const grants, m_practice->policy().ask_for_screen(who, request));
    Screen out;
    for (Grant const& grant : grants) {
        for (PatientId const& patient : grant.patients())
            ZK_CHECK(show_patient(out, grant, patient, days));
    }
    name(out);
    return out;
}

Result<> Agenda::show_patient(Screen& screen, Grant const& grant, PatientId const& patient, Days const& days) const
{
    keep::Vault const& vault = m_practice->vault();
    View person;
    if (catalogue::opens_something<PersonRecord>(grant)) {
        ZK_TRY(auto const persons, vault.read<PersonRecord>(grant, patient));
        for (auto const& stored : persons)
            person.add(stored.record, grant);
    }
    // A role that the practice took the times away from has no agenda.
    if (!grant.covers(decltype(AppointmentRecord::date)::index))
        return {};
    ZK_TRY(auto const records, vault.read<AppointmentRecord>(grant, patient));
    auto const first = first_visit_of(bookings_of(records, grant, patient), person);
    for (auto const& [id, version, record] : records) {
        auto const& date = record.date.reveal(grant);
        if (!date || *date < days.from || *date > days.to || !record.time.reveal(grant)
            || !is_of(days, record.practitioner.reveal(grant).value_or(std::string())))
            continue;
        screen.appointments.push_back({ .id = id,
            .patient = patient,
            .version = version,
            .date = *date,
            .status = status_of(record, grant),
            .arrived_at = record.arrived_at.reveal(grant),
            .first_visit = first == *date,
            .alias = {},
            .view = View::of(record, grant) });
    }
    if (days.waiting == WaitingList::with) {
        ZK_TRY(auto const waiting, vault.read<WaitingRecord>(grant, patient));
        for (auto const& [id, version, record] : waiting)
            screen.waiting.push_back({ id, patient, version, {}, View::of(record, grant) });
    }
    screen.patients.emplace(patient, std::move(person));
    return {};
}

void Agenda::name(Screen& screen) const
{
    auto const time_of = [](ShownAppointment const& one) { return std::pair(one.date, text_in(one.view, "time")); };
    std::ranges::stable_sort(screen.appointments, {}, time_of);
    std::ranges::stable_sort(screen.waiting, {}, [](ShownWaiting const& one) { return text_in(one.view, "since"); });
    if (m_practice->settings().text("names.style") == "initials") {
        for (ShownAppointment& one : screen.appointments)
            one.alias = shown_initials(screen.patients.at(one.patient));
        for (ShownWaiting& one : screen.waiting)
            one.alias = shown_initials(screen.patients.at(one.patient));
        return;
    }
    std::map<Date, Aliases::Names> of_day;
    for (ShownAppointment& one : screen.appointments) {
        auto const found = of_day.find(one.date);
        auto const day = found != of_day.end()
            ? found
            : of_day.emplace(one.date, aliases_on(one.date, std::array { one.patient })).first;
        // Who came into the agenda between two looks has none yet.
        auto const known = day->second.find(one.patient);
        one.alias = known != day->second.end() ? known->second
                                               : aliases_on(one.date, std::array { one.patient }).at(one.patient);
    }
    std::vector<PatientId> waiting;
    for (ShownWaiting const& one : screen.waiting)
        waiting.push_back(one.patient);
    auto const today_names = waiting.empty() ? Aliases::Names {} : aliases_on(today(), waiting);
    for (ShownWaiting& one : screen.waiting)
        one.alias = today_names.at(one.patient);
}

} // namespace zk::care
