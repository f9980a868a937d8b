#include "app/check/fact_reader.hpp"

#include "app/check/machine_facts.hpp"
#include "app/check/session_facts.hpp"
#include "base/amsterdam.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using namespace care::check; // NOLINT(google-build-using-namespace): every name here is of the check

// The maintenance job may open what the probes count, and nothing else.
catalogue::ElementSet counted_elements()
{
    return catalogue::elements_where([](catalogue::Element const& element) {
        using catalogue::Category;
        return element.category == Category::name_contact || element.category == Category::bsn_insurance
            || element.category == Category::appointment_time || element.category == Category::invoice
            || element.key == "treatment.date" || element.key == "treatment.changed_at"
            || element.key == "note.changed_at" || element.key == "alert.changed_at";
    });
}

std::int64_t length_minimum()
{
    return 12; // check.md 1.3c
}

} // namespace

Result<std::unique_ptr<PracticeFactReader>> PracticeFactReader::open(gate::Practice& practice,
    gate::Accounts const& accounts, std::vector<Statement> const& statements, Instant now, CheckPlace place)
{
    ZK_TRY(catalogue::Grant grant, practice.policy().for_maintenance(counted_elements(), "check"));
    std::unique_ptr<PracticeFactReader> out(
        new PracticeFactReader(practice, accounts, statements, now, std::move(place), std::move(grant)));
    ZK_TRY(out->m_counts, count_patients(practice, out->m_grant, out->m_place.stop));
    return out;
}

Result<> PracticeFactReader::go_on() const
{
    if (m_place.stop.stop_requested())
        return fail(Fault::unavailable, "check-stopped");
    return {};
}

Result<AccountFacts> PracticeFactReader::accounts()
{
    ZK_TRY(auto const facts, m_accounts.facts());
    AccountFacts out;
    out.password_term_days = static_cast<int>(m_practice.settings().number("password.term_days"));
    for (gate::AccountFacts const& one : facts) {
        AccountFacts::Account account { .code = one.short_code };
        account.login = one.can_log_in ? AccountFacts::Login::possible : AccountFacts::Login::impossible;
        if (one.password_set_at)
            account.password_set_on = amsterdam_date(*one.password_set_at);
        account.second_step
            = one.second_step_confirmed ? AccountFacts::SecondStep::confirmed : AccountFacts::SecondStep::missing;
        account.hash = one.hash_below_floor ? AccountFacts::Hash::below_floor : AccountFacts::Hash::strong;
        account.blocklist
            = one.blocklisted_at_last_login ? AccountFacts::Blocklist::listed : AccountFacts::Blocklist::clear;
        bool const short_password
            = one.password_characters && static_cast<std::int64_t>(*one.password_characters) < length_minimum();
        account.length = short_password ? AccountFacts::Length::too_short : AccountFacts::Length::long_enough;
        account.given_by_another_at = one.given_by_another_at;
        account.ends_on = one.ends_on;
        out.accounts.push_back(std::move(account));
    }
    return out;
}

Result<LockFacts> PracticeFactReader::locks()
{
    gate::Settings const& settings = m_practice.settings();
    LockFacts out { .locks = {}, .session_hours = static_cast<int>(settings.number("session.hours")) };
    for (std::uint8_t role = 1; role <= catalogue::k_role_last; ++role) {
        auto const which = static_cast<Role>(role);
        bool const desk = which == Role::receptie || which == Role::assistent;
        out.locks.push_back(
            { which, static_cast<int>(settings.number(desk ? "lock.desk_minutes" : "lock.other_minutes")) });
    }
    return out;
}

Result<SessionFacts> PracticeFactReader::sessions()
{
    ZK_CHECK(go_on());
    return read_sessions(m_practice, m_now, m_place.listens ? ServedNow::yes : ServedNow::no);
}

// Without a server there are no open ports: the probe stays open until there is one.
Result<TransportFacts> PracticeFactReader::transport()
{
    ZK_CHECK(go_on());
    if (!m_place.listens)
        return TransportFacts { .served = Served::no, .ports = {}, .certificate_until = std::nullopt };
    return read_transport();
}

Result<SystemFacts> PracticeFactReader::system()
{
    ZK_CHECK(go_on());
    return read_system();
}

Result<FolderFacts> PracticeFactReader::folder()
{
    return read_folder_rights(m_practice.folder().path());
}

Result<ProcessFacts> PracticeFactReader::process()
{
    return read_process(m_place.listens);
}

Result<SoftwareFacts> PracticeFactReader::software()
{
    return read_software();
}

Result<std::optional<SampleFacts>> PracticeFactReader::sample()
{
    ZK_CHECK(go_on());
    ZK_TRY(SampleFacts const facts, read_sample(m_practice, m_grant, m_now));
    return std::optional(facts);
}

Result<SeparationFacts> PracticeFactReader::separation()
{
    ZK_CHECK(go_on());
    return read_separation(m_practice);
}

Result<DemoFacts> PracticeFactReader::demo()
{
    ZK_TRY(auto const accounts, m_accounts.list());
    auto const demo = std::ranges::count_if(
        accounts, [](gate::Account const& account) { return account.login.starts_with("demo"); });
    return DemoFacts { .mode
        = m_practice.facts().mode == gate::Mode::test ? PracticeMode::test : PracticeMode::production,
        .examined = static_cast<std::int64_t>(accounts.size()) + m_counts.patients,
        .demo_accounts = demo,
        .demo_bsns = m_counts.test_numbers };
}

Result<CatalogueFacts> PracticeFactReader::catalogue()
{
    return read_catalogue(m_practice);
}

Result<RetentionFacts> PracticeFactReader::retention()
{
    return RetentionFacts {
        .records = m_counts.records, .overdue = m_counts.overdue, .erasing = RetentionFacts::Erasing::not_built
    };
}

Result<std::optional<JournalFacts>> PracticeFactReader::journal()
{
    ZK_CHECK(go_on());
    ZK_TRY(JournalFacts const facts, read_journal(m_practice, m_now));
    return std::optional(facts);
}

Result<IndexFacts> PracticeFactReader::index()
{
    ZK_CHECK(go_on());
    return read_index(m_practice);
}

Result<MatrixFacts> PracticeFactReader::matrix()
{
    MatrixFacts out { .cells = std::int64_t { catalogue::k_role_last } * catalogue::k_category_last, .widened = {} };
    auto const chosen = m_practice.settings().all_chosen();
    for (auto const& [key, stored] : *chosen) {
        if (!key.starts_with(gate::k_widen_prefix))
            continue;
        auto const widening = gate::parse_widening(key, stored.record.value.get_or(""));
        if (widening && widening->sight <= gate::shipped_sight(widening->role, widening->category))
            continue;
        bool const justified
            = !stored.record.reason.get_or("").empty() && stored.record.author.get() && stored.record.at.get();
        std::string const cell = widening ? std::string(catalogue::name_of(widening->role)) + ": "
                + std::string(catalogue::label_of(widening->category))
                                          : key;
        out.widened.push_back({ cell, justified ? MatrixFacts::Justified::yes : MatrixFacts::Justified::no });
    }
    return out;
}

Result<CountFacts> PracticeFactReader::counts()
{
    ZK_TRY(auto const accounts, m_accounts.list());
    auto const treating = std::ranges::count_if(accounts, [&](gate::Account const& account) {
        return gate::may_enter(account, m_practice.today()) && !account.practitioner.empty()
            && account.role != Role::assistent;
    });
    using gate::PracticeKind;
    PracticeKind const kind = m_practice.facts().kind;
    bool const large
        = kind == PracticeKind::huisartsenpost || kind == PracticeKind::zorggroep || kind == PracticeKind::apotheek;
    constexpr std::int64_t years = 3;
    return CountFacts { .scale = large ? CountFacts::Scale::always_large : CountFacts::Scale::by_number,
        .registered = m_counts.registered,
        .treated_per_year = (m_counts.treated_in_three_years + years - 1) / years,
        .treating_accounts = static_cast<int>(treating),
        .solo_stated = last_answer(m_statements, "3.6a"),
        .dpia_stated = last_answer(m_statements, "3.6c") };
}

} // namespace zk::app
