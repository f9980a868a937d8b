#include "app/check/store_facts.hpp"

#include "care/agenda/records.hpp"
#include "care/billing/billing.hpp"
#include "care/dossier/last_medical_change.hpp"
#include "care/patients/records.hpp"
#include "scan/needles.hpp"

#include <algorithm>
#include <cstring>
#include <ranges>
#include <set>

namespace zk::app {

namespace {

using catalogue::Compartment;
using catalogue::Grant;
using catalogue::RetentionClass;

// 200 finds a fault that is in 1.5 % of the records with 95 % certainty.
constexpr std::size_t k_sample = 200;
// The monthly run may be that late.
constexpr int k_overdue_days = 30;

void add_needles(std::vector<std::string>& to, care::PersonRecord const& person, Grant const& grant)
{
    for (auto const& text :
        { person.surname.reveal(grant), person.first_name.reveal(grant), person.street.reveal(grant),
            person.email.reveal(grant), person.mobile.reveal(grant), person.phone.reveal(grant) }) {
        if (text)
            to.push_back(*text);
    }
}

bool is_overdue(Date start, int months, Date today)
{
    return start.plus_months(months).plus_days(k_overdue_days) < today;
}

class Counting {
public:
    Counting(gate::Practice& practice, Grant const& grant)
        : m_vault(practice.vault())
        , m_grant(grant)
        , m_today(practice.today())
    {
    }

    Result<> add(PatientId const& patient)
    {
        ZK_TRY(auto const persons, m_vault.read<care::PersonRecord>(m_grant, patient));
        if (persons.empty())
            return {};
        care::PersonRecord const& person = persons.front().record;
        ++m_out.patients;
        ++m_out.records;
        if (!person.deregistered.reveal(m_grant) && !person.deceased.reveal(m_grant))
            ++m_out.registered;
        ZK_TRY(auto const identifications, m_vault.read<care::IdentificationRecord>(m_grant, patient));
        for (auto const& stored : identifications) {
            auto const bsn = stored.record.bsn.reveal(m_grant);
            m_out.test_numbers += bsn && bsn->is_test_range() ? 1 : 0;
        }
        ZK_CHECK(add_dossier(patient, person));
        ZK_CHECK(add_appointments(patient));
        return add_invoices(patient);
    }

    [[nodiscard]] PatientCounts const& out() const { return m_out; }

private:
    Result<> add_dossier(PatientId const& patient, care::PersonRecord const& person)
    {
        ZK_TRY(auto const treatments, m_vault.read<care::TreatmentRecord>(m_grant, patient));
        std::set<int> years;
        care::LastMedicalChange last;
        for (auto const& stored : treatments) {
            last.note(stored.record, m_grant);
            auto const date = stored.record.date.reveal(m_grant);
            if (!date)
                continue;
            if (*date <= m_today && *date > m_today.plus_years(-3))
                years.insert(m_today.days_since(*date) / 365);
        }
        m_out.treated_in_three_years += static_cast<std::int64_t>(years.size());
        m_out.records += static_cast<std::int64_t>(treatments.size());
        ZK_TRY(auto const notes, m_vault.read<care::NoteRecord>(m_grant, patient));
        for (auto const& stored : notes)
            last.note(stored.record, m_grant);
        ZK_TRY(auto const alerts, m_vault.read<care::AlertRecord>(m_grant, patient));
        for (auto const& stored : alerts)
            last.note(stored.record, m_grant);
        // For who was never treated, the day he left.
        std::optional<Date> const start = last.day() ? last.day() : person.deregistered.reveal(m_grant);
        if (start && is_overdue(*start, catalogue::retention_of(RetentionClass::dossier).term_months, m_today))
            m_out.overdue += std::max<std::int64_t>(1, static_cast<std::int64_t>(treatments.size()));
        return {};
    }

    Result<> add_appointments(PatientId const& patient)
    {
        ZK_TRY(auto const appointments, m_vault.read<care::AppointmentRecord>(m_grant, patient));
        for (auto const& stored : appointments) {
            auto const date = stored.record.date.reveal(m_grant);
            ++m_out.records;
            if (date && is_overdue(*date, catalogue::retention_of(RetentionClass::agenda).term_months, m_today))
                ++m_out.overdue;
        }
        return {};
    }

    Result<> add_invoices(PatientId const& patient)
    {
        ZK_TRY(auto const years, care::invoice_years(m_vault, patient));
        for (keep::Period const year : years) {
            ZK_TRY(auto const invoices, m_vault.read<care::InvoiceRecord>(m_grant, patient, year));
            m_out.records += static_cast<std::int64_t>(invoices.size());
            ZK_TRY(Date const end, Date::from(static_cast<int>(year), 12, 31));
            if (is_overdue(end, catalogue::retention_of(RetentionClass::invoice).term_months, m_today))
                m_out.overdue += static_cast<std::int64_t>(invoices.size());
        }
        return {};
    }

    keep::Vault const& m_vault;
    Grant const& m_grant;
    Date m_today;
    PatientCounts m_out;
};

} // namespace

Result<PatientCounts> count_patients(gate::Practice& practice, Grant const& grant, std::stop_token const& stop)
{
    Counting counting(practice, grant);
    for (PatientId const& patient : grant.patients()) {
        if (stop.stop_requested())
            return fail(Fault::unavailable, "check-stopped");
        ZK_CHECK(counting.add(patient));
    }
    return counting.out();
}

Result<care::check::SampleFacts> read_sample(gate::Practice& practice, Grant const& grant, Instant now)
{
    care::check::SampleFacts out {
        .records = static_cast<std::int64_t>(grant.patients().size()), .sampled = 0, .hits = 0, .observed_at = now
    };
    // Ids are chance, so the first ones are as good a sample as any; another one begins elsewhere.
    std::vector<PatientId> patients = grant.patients();
    if (!patients.empty()) {
        auto const pivot = practice.random().array<8>();
        std::size_t start = 0;
        std::memcpy(&start, pivot.data(), sizeof start);
        std::ranges::rotate(patients, patients.begin() + static_cast<std::ptrdiff_t>(start % patients.size()));
    }
    std::vector<std::string> texts;
    for (PatientId const& patient : patients | std::views::take(k_sample)) {
        ZK_TRY(auto const persons, practice.vault().read<care::PersonRecord>(grant, patient));
        for (auto const& stored : persons) {
            ++out.sampled;
            add_needles(texts, stored.record, grant);
        }
    }
    scan::Needles const needles(std::move(texts));
    std::error_code error;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(practice.folder().path(), error)) {
        if (!entry.is_regular_file())
            continue;
        ZK_TRY(Bytes const bytes,
            practice.disk().read(entry.path().lexically_relative(practice.folder().path()).string()));
        out.hits += static_cast<std::int64_t>(needles.count_in(bytes));
    }
    if (error)
        return fail(Fault::unavailable, "fact-unreadable");
    return out;
}

Result<care::check::SeparationFacts> read_separation(gate::Practice& practice)
{
    auto ids_of = [&](Compartment which) -> Result<std::set<Id<struct AnyTag>>> {
        std::set<Id<struct AnyTag>> out;
        ZK_CHECK(practice.vault().store(which).for_each([&](keep::Row const& row) -> Result<> {
            out.insert(Id<struct AnyTag>::from_raw(row.key.subject.raw()));
            out.insert(Id<struct AnyTag>::from_raw(row.key.id.raw()));
            return {};
        }));
        return out;
    };
    ZK_TRY(auto const identity, ids_of(Compartment::identity));
    ZK_TRY(auto const care, ids_of(Compartment::care));
    auto const shared = std::ranges::count_if(identity, [&](auto const& id) { return care.contains(id); });
    return care::check::SeparationFacts { .ids = static_cast<std::int64_t>(identity.size() + care.size()),
        .shared = shared };
}

Result<care::check::CatalogueFacts> read_catalogue(gate::Practice& practice)
{
    care::check::CatalogueFacts out { .elements = static_cast<std::int64_t>(catalogue::k_element_count),
        .undeclared = {} };
    constexpr std::array stores { std::pair { Compartment::identity, "identity.db" },
        std::pair { Compartment::care, "care.db" }, std::pair { Compartment::money, "money.db" },
        std::pair { Compartment::practice, "practice.db" } };
    auto note = [&](std::string const& found, std::string const& expected, std::string const& where) {
        if (found != expected)
            out.undeclared.push_back(where);
    };
    for (auto const& [which, name] : stores) {
        keep::Engine const& store = practice.vault().store(which);
        ZK_TRY(std::string const shape, store.shape());
        note(shape, store.expected_shape(), name);
    }
    ZK_TRY(std::string const keyring, practice.vault().keyring().shape());
    note(keyring, keep::Keyring::expected_shape(), "keyring.db");
    return out;
}

Result<care::check::JournalFacts> read_journal(gate::Practice& practice, Instant now)
{
    using Verified = care::check::JournalFacts::Verified;
    auto const head = practice.log().verify();
    // Between a line and its grant lies a moment, and others ask meanwhile: a real difference stays.
    constexpr int k_looks_max = 1000;
    gate::Policy::Tally tally = practice.policy().tally();
    for (int look = 0; look < k_looks_max && tally.grants != tally.lines; ++look)
        tally = practice.policy().tally();
    care::check::JournalFacts out { .verified = Verified::whole,
        .entries = static_cast<std::int64_t>(practice.log().size()),
        .grants = static_cast<std::int64_t>(tally.grants),
        .grant_lines = static_cast<std::int64_t>(tally.lines),
        .setting_changes = 0,
        .setting_lines = 0,
        .observed_at = now };
    if (!head)
        out.verified = head.error().fault() == Fault::tampered ? Verified::broken : Verified::unreadable;
    auto const chosen = practice.settings().all_chosen();
    for (auto const& [key, stored] : *chosen)
        out.setting_changes += static_cast<std::int64_t>(stored.version);
    // Name, kind and AGB code of the practice; the first version is the founding.
    ZK_TRY(auto const facts, practice.vault().read_practice<gate::PracticeRecord>());
    for (auto const& stored : facts)
        out.setting_changes += static_cast<std::int64_t>(stored.version) - 1;
    if (out.verified == Verified::whole) {
        ZK_TRY(auto const lines, practice.log().lines_of(keep::LogEvent::setting_changed));
        out.setting_lines = static_cast<std::int64_t>(lines.size());
    }
    return out;
}

Result<care::check::IndexFacts> read_index(gate::Practice& practice)
{
    ZK_TRY(auto const rows, practice.log().check_index());
    auto const in_journal = static_cast<std::int64_t>(rows.rows_in_journal);
    auto const in_index = static_cast<std::int64_t>(rows.rows_in_index);
    return care::check::IndexFacts { .lines_with_patient = in_journal,
        .missing = std::max<std::int64_t>(0, in_journal - in_index),
        .extra = std::max<std::int64_t>(0, in_index - in_journal) };
}

} // namespace zk::app
