#include "care/check/fact_source.hpp"

#include "care/check/probes.hpp"

#include <algorithm>
#include <array>

namespace zk::care::check {

namespace {

template<typename Facts, typename Probe>
Result<Measurement> measured(Result<Facts> const& facts, Probe probe)
{
    if (!facts)
        return std::unexpected(facts.error());
    return probe(*facts);
}

// What a maintenance job leaves behind is not there before its first run.
template<typename Facts, typename Probe>
Result<Measurement> measured_later(Result<std::optional<Facts>> const& facts, Probe probe)
{
    if (!facts)
        return std::unexpected(facts.error());
    std::optional<Facts> const& found = *facts;
    return found ? probe(*found) : Measurement::unknown(Reason::no_data);
}

struct Row {
    std::string_view probe;
    Result<Measurement> (*measure)(FactSource&);
};

// With the moment, for probes that need it.
template<auto probe>
auto now_in(FactSource& source)
{
    return [&source](auto const& facts) { return probe(facts, source.now()); };
}

using S = FactSource;
constexpr std::array k_rows {
    Row { "1.3a", [](S& s) { return measured(s.accounts(), now_in<password_age>(s)); } },
    Row { "1.3b", [](S& s) { return measured(s.accounts(), second_step); } },
    Row { "1.3c", [](S& s) { return measured(s.accounts(), now_in<password_strength>(s)); } },
    Row { "1.4a", [](S& s) { return measured(s.reader().locks(), lock_settings); } },
    Row { "1.4b", [](S& s) { return measured(s.sessions(), locked_sessions); } },
    Row { "2.1b", [](S& s) { return measured(s.reader().system(), now_in<server_updates>(s)); } },
    Row { "2.2a", [](S& s) { return measured(s.sessions(), sessions_from_elsewhere); } },
    Row { "2.2b", [](S& s) { return measured(s.reader().transport(), now_in<transport>(s)); } },
    Row { "2.2c", [](S& s) { return measured(s.sessions(), devices_outside); } },
    Row { "2.3a", [](S& s) { return measured(s.reader().folder(), folder_rights); } },
    Row { "2.3b", [](S& s) { return measured_later(s.reader().sample(), sealed_sample); } },
    Row { "2.3c", [](S& s) { return measured(s.reader().separation(), separated_ids); } },
    Row { "2.3d", [](S& s) { return measured(s.accounts(), now_in<accounts_past_end>(s)); } },
    Row { "2.3e", [](S& s) { return measured(s.reader().process(), process_hardening); } },
    Row { "2.4a", [](S& s) { return measured(s.reader().software(), now_in<software_age>(s)); } },
    Row { "2.4b", [](S& s) { return measured_later(s.reader().journal(), journal_whole); } },
    Row { "2.4f", [](S& s) { return measured(s.reader().demo(), demo_data); } },
    Row { "3.4a", [](S& s) { return measured(s.reader().catalogue(), catalogue_complete); } },
    Row { "3.6a", [](S& s) { return measured(s.counts(), large_scale); } },
    Row { "3.6c", [](S& s) { return measured(s.counts(), dpia_due); } },
    Row { "4.1d", [](S& s) { return measured(s.reader().index(), patient_log_complete); } },
    Row { "4.2a", [](S& s) { return measured(s.reader().matrix(), rights_as_shipped); } },
    Row { "4.2b", [](S& s) { return measured(s.reader().retention(), records_past_term); } },
};

template<typename Facts, typename Read>
Result<Facts> once(std::optional<Result<Facts>>& kept, Read read)
{
    if (!kept)
        kept = read();
    return *kept;
}

} // namespace

Result<Measurement> FactSource::measure(std::string_view probe_id)
{
    auto const* row = std::ranges::find(k_rows, probe_id, &Row::probe);
    if (row == k_rows.end())
        return Measurement::unknown(Reason::not_built);
    return row->measure(*this);
}

Result<AccountFacts> FactSource::accounts()
{
    return once(m_accounts, [this] { return m_reader.accounts(); });
}

Result<SessionFacts> FactSource::sessions()
{
    return once(m_sessions, [this] { return m_reader.sessions(); });
}

Result<CountFacts> FactSource::counts()
{
    return once(m_counts, [this] { return m_reader.counts(); });
}

} // namespace zk::care::check
