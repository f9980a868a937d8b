#include "app/moving_in/decide.hpp"

#include "app/moving_in/fields.hpp"
#include "base/names.hpp"
#include "care/billing/records.hpp"

#include <algorithm>

namespace zk::app {

namespace {

// Beyond this an appointment or invoice is a slip of the pen.
constexpr int k_years_ahead_max = 3;

class Deciding {
public:
    Deciding(SourceFolder const& source, Known const& known, TestNumbers test_numbers, Date today, Random& random)
        : m_source(source)
        , m_known(known)
        , m_test_numbers(test_numbers)
        , m_today(today)
        , m_latest(today.plus_years(k_years_ahead_max))
        , m_random(random)
        , m_by_number(known.by_number)
        , m_by_bsn(known.by_bsn)
        , m_waiting_numbers(known.waiting_numbers)
    {
    }

    Result<Decisions> run()
    {
        ZK_CHECK(refuse_test_export());
        for (Quarantined const& row : m_source.quarantined)
            wait(row.kind, row.origin, row.reason, row.patient_number, fields_of(row));
        for (SourcePatient const& row : m_source.patients)
            decide_patient(row);
        for (SourceTreatment const& row : m_source.treatments)
            decide_row(row, RowKind::treatments, row.date, &Bundle::treatments);
        for (SourceInvoice const& row : m_source.invoices)
            decide_row(row, RowKind::invoices, row.date, &Bundle::invoices);
        for (SourceAppointment const& row : m_source.appointments)
            decide_row(row, RowKind::appointments, row.date, &Bundle::appointments);
        // What the reading half noted about rows that are there already was told at the first import.
        std::ranges::copy_if(m_source.problems, std::back_inserter(m_out.problems),
            [&](Problem const& problem) { return !m_out.known_rows.contains({ problem.file, problem.row }); });
        std::ranges::sort(
            m_out.problems, {}, [](Problem const& problem) { return std::pair(problem.file, problem.row); });
        for (auto& [patient, bundle] : m_bundles)
            m_out.bundles.push_back(std::move(bundle));
        return std::move(m_out);
    }

private:
    Result<> refuse_test_export() const
    {
        if (m_test_numbers == TestNumbers::allowed)
            return {};
        auto const with_bsn
            = std::ranges::count_if(m_source.patients, [](auto const& row) { return row.bsn.has_value(); });
        auto const test = std::ranges::count_if(
            m_source.patients, [](auto const& row) { return row.bsn && row.bsn->is_test_range(); });
        if (test > 0 && test * 2 > with_bsn)
            return fail(Fault::refused, "test-patients-in-production");
        return {};
    }

    bool is_known(RowOrigin const& origin)
    {
        bool const known = m_known.has(origin.fingerprint);
        if (known)
            m_out.known_rows.emplace(origin.file, origin.row);
        return known;
    }

    Bundle& bundle_of(PatientId const& patient)
    {
        auto [found, added] = m_bundles.try_emplace(patient, Bundle { patient });
        return found->second;
    }

    void wait(
        RowKind kind, RowOrigin const& origin, Code reason, std::string const& number, std::vector<std::string> fields)
    {
        if (is_known(origin))
            return;
        if (kind == RowKind::patients && !number.empty() && !m_by_number.contains(number))
            m_waiting_numbers.insert(number);
        m_out.waiting.push_back({ kind, origin, reason, number, std::move(fields) });
        m_out.problems.push_back({ origin.file, origin.row, reason });
    }

    void wait(SourcePatient const& row, Code reason)
    {
        wait(RowKind::patients, row.origin, reason, row.number, fields_of(row, Memo::with));
    }

    void decide_patient(SourcePatient const& row)
    {
        if (is_known(row.origin))
            return;
        if (row.birth_date > m_today)
            return wait(row, "impossible_birth_date");
        if (m_by_number.contains(row.number) || m_waiting_numbers.contains(row.number))
            return wait(row, "number_used_twice");
        if (row.bsn && row.bsn->is_test_range() && m_test_numbers == TestNumbers::refused)
            return wait(row, "test_bsn");
        Likeness const likeness { row.birth_date, row.sex, full_name(row) };
        if (row.bsn) {
            if (auto const other = m_by_bsn.find(row.bsn->digits()); other != m_by_bsn.end()) {
                if (!is_same_person(other->second.likeness, likeness))
                    return wait(row, "bsn_of_another_person");
                m_by_number.emplace(row.number, other->second.id);
                bundle_of(other->second.id).merged.push_back(&row);
                m_out.problems.push_back({ row.origin.file, row.origin.row, "merged_with_existing" });
                return;
            }
        }
        auto const patient = PatientId::random(m_random);
        m_by_number.emplace(row.number, patient);
        if (row.bsn)
            m_by_bsn.emplace(row.bsn->digits(), KnownPatient { patient, likeness });
        bundle_of(patient).main = &row;
    }

    static bool is_same_person(Likeness const& a, Likeness const& b)
    {
        return a.birth_date == b.birth_date && a.sex == b.sex && looks_like_same_name(a.name, b.name);
    }

    template<typename Row>
    void decide_row(Row const& row, RowKind kind, Date date, std::vector<Row const*> Bundle::* list)
    {
        if (is_known(row.origin))
            return;
        if (date > m_latest || date.year() < static_cast<int>(care::k_first_invoice_year))
            return wait(kind, row.origin, "impossible_date", row.patient_number, fields_of(row));
        if (auto const found = m_by_number.find(row.patient_number); found != m_by_number.end()) {
            (bundle_of(found->second).*list).push_back(&row);
            return;
        }
        Code const reason = m_waiting_numbers.contains(row.patient_number) ? Code("waits_for_quarantined_patient")
                                                                           : Code("unknown_patient");
        wait(kind, row.origin, reason, row.patient_number, fields_of(row));
    }

    SourceFolder const& m_source;
    Known const& m_known;
    TestNumbers m_test_numbers;
    Date m_today;
    Date m_latest;
    Random& m_random;
    std::unordered_map<std::string, PatientId> m_by_number;
    std::unordered_map<std::string, KnownPatient> m_by_bsn;
    std::unordered_set<std::string> m_waiting_numbers;
    std::map<PatientId, Bundle> m_bundles;
    Decisions m_out;
};

} // namespace

Result<Decisions> decide(
    SourceFolder const& source, Known const& known, TestNumbers test_numbers, Date today, Random& random)
{
    Deciding deciding(source, known, test_numbers, today, random);
    return deciding.run();
}

} // namespace zk::app
