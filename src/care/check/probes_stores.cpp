#include "care/check/probes.hpp"

#include "base/amsterdam.hpp"

#include <algorithm>
#include <cstdlib>

namespace zk::care::check {

namespace {

std::vector<Item> settings_named(std::vector<std::string> const& labels)
{
    std::vector<Item> items;
    items.reserve(labels.size());
    for (std::string const& label : labels)
        items.push_back({ Item::Kind::setting, label });
    return items;
}

std::int64_t patients_counted(CountFacts const& facts)
{
    return std::max(facts.registered, facts.treated_per_year);
}

bool is_large(CountFacts const& facts)
{
    return facts.scale == CountFacts::Scale::always_large
        || !threshold(Limit::patients_large_scale).holds(patients_counted(facts));
}

bool says_solo(CountFacts const& facts)
{
    return facts.treating_accounts == 1 && facts.solo_stated == Answer::ja;
}

} // namespace

Measurement sealed_sample(SampleFacts const& facts)
{
    Measurement found = Measurement::of(Limit::plain_records, facts.hits, facts.sampled).at(facts.observed_at);
    std::int64_t const wanted = std::min(threshold(Limit::sample_size).value, facts.records);
    if (facts.hits == 0 && facts.sampled < wanted)
        return Measurement::unknown(Reason::sample_small)
            .shown(Limit::sample_size, facts.sampled, facts.records)
            .at(facts.observed_at);
    return found;
}

Measurement separated_ids(SeparationFacts const& facts)
{
    return Measurement::of(Limit::shared_ids, facts.shared, facts.ids);
}

Measurement accounts_past_end(AccountFacts const& facts, Instant now)
{
    Date const today = amsterdam_date(now);
    std::vector<Item> items;
    for (AccountFacts::Account const& account : facts.accounts) {
        bool const can_get_in = account.login == AccountFacts::Login::possible || account.sessions > 0;
        if (can_get_in && account.ends_on && *account.ends_on < today)
            items.push_back({ Item::Kind::account, account.code, account.ends_on });
    }
    auto const past = std::ssize(items);
    return Measurement::of(Limit::accounts_past_end, past, std::ssize(facts.accounts)).with(std::move(items));
}

Measurement journal_whole(JournalFacts const& facts)
{
    if (facts.verified == JournalFacts::Verified::unreadable)
        return Measurement::unknown(Reason::unreadable).at(facts.observed_at);
    std::int64_t const broken = facts.verified == JournalFacts::Verified::broken ? 1 : 0;
    std::int64_t const deviations
        = broken + std::abs(facts.grants - facts.grant_lines) + std::abs(facts.setting_changes - facts.setting_lines);
    // A broken log may look empty; that is no "0 of 0".
    return Measurement::of(Limit::log_deviations, deviations, std::max(facts.entries, deviations))
        .at(facts.observed_at);
}

Measurement catalogue_complete(CatalogueFacts const& facts)
{
    return Measurement::of(Limit::undeclared_elements, std::ssize(facts.undeclared), facts.elements)
        .with(settings_named(facts.undeclared));
}

Measurement large_scale(CountFacts const& facts)
{
    std::int64_t const patients = patients_counted(facts);
    if (!is_large(facts))
        return Measurement::not_applicable(Reason::small_practice)
            .shown(Limit::patients_large_scale, patients, patients);
    if (says_solo(facts))
        return Measurement::asks();
    if (facts.dpia_stated == Answer::ja)
        return Measurement::of(Limit::dpia_missing, 0, 1);
    if (!threshold(Limit::patients_large_scale).holds(patients))
        return Measurement::of(Limit::patients_large_scale, patients, patients);
    return Measurement::of(Limit::dpia_missing, 1, 1);
}

Measurement dpia_due(CountFacts const& facts)
{
    // What stands in the DPIA is measured by a later part; that none is due by number shows here.
    if (!is_large(facts) || says_solo(facts))
        return Measurement::not_applicable(Reason::not_due);
    return Measurement::unknown(Reason::not_built);
}

Measurement patient_log_complete(IndexFacts const& facts)
{
    std::int64_t const deviations = facts.missing + facts.extra;
    return Measurement::of(Limit::index_deviations, deviations, std::max(facts.lines_with_patient, deviations));
}

Measurement rights_as_shipped(MatrixFacts const& facts)
{
    std::vector<std::string> unjustified;
    for (MatrixFacts::Widened const& widened : facts.widened) {
        if (widened.justified == MatrixFacts::Justified::no)
            unjustified.push_back(widened.cell);
    }
    return Measurement::of(Limit::widened_cells, std::ssize(unjustified), facts.cells)
        .with(settings_named(unjustified));
}

Measurement records_past_term(RetentionFacts const& facts)
{
    if (facts.overdue > 0 && facts.erasing == RetentionFacts::Erasing::not_built)
        return Measurement::unknown(Reason::cannot_erase_yet)
            .shown(Limit::overdue_records, facts.overdue, facts.records);
    return Measurement::of(Limit::overdue_records, facts.overdue, facts.records);
}

} // namespace zk::care::check
