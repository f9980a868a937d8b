#include "app/check/check_history.hpp"

#include "base/amsterdam.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using catalogue::Open;

struct CheckRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::practice, 6);
    Open<"check.report_hash", Bytes> report_hash;
    Open<"check.made_at", Instant> made_at;
    Open<"check.states", std::string> states;
    static constexpr auto members = std::tuple(&CheckRecord::report_hash, &CheckRecord::made_at, &CheckRecord::states);
};

} // namespace

Result<std::vector<KeptCheck>> load_checks(keep::Vault const& vault)
{
    ZK_TRY(auto const records, vault.read_practice<CheckRecord>());
    std::vector<KeptCheck> out;
    out.reserve(records.size());
    for (auto const& stored : records) {
        Bytes const hash = stored.record.report_hash.get_or({});
        Reader reader(hash);
        ZK_TRY(crypto::Digest const digest, reader.array<32>());
        out.push_back({ digest, stored.record.made_at.get_or(Instant {}), stored.record.states.get_or("") });
    }
    std::ranges::sort(out, {}, &KeptCheck::made);
    return out;
}

std::vector<care::check::PastCheck> past_checks(std::vector<KeptCheck> const& kept)
{
    std::vector<care::check::PastCheck> out;
    out.reserve(kept.size());
    for (KeptCheck const& one : kept)
        out.push_back(care::check::read_states(one.made, one.states));
    return out;
}

Due is_due(std::vector<KeptCheck> const& kept, KeptCheck const& check)
{
    if (kept.empty())
        return Due::yes;
    KeptCheck const& newest = kept.back();
    bool const same_day = amsterdam_date(newest.made) == amsterdam_date(check.made);
    return same_day && newest.states == check.states ? Due::no : Due::yes;
}

Result<> note_check(gate::Practice& practice, gate::Who const* who, KeptCheck const& check)
{
    constexpr char const* object = "check";
    if (who != nullptr) {
        ZK_CHECK(
            practice.policy().note(*who, keep::LogEvent::checked, keep::LogAction::execute, object, check.report_hash));
        return {};
    }
    keep::LineDraft draft { .event = keep::LogEvent::checked, .action = keep::LogAction::execute };
    draft.purpose = catalogue::Purpose::practice;
    draft.object = object;
    draft.digest = check.report_hash;
    ZK_CHECK(practice.log().append(draft));
    return {};
}

Result<> keep_check(gate::Practice& practice, KeptCheck const& check)
{
    CheckRecord record;
    record.report_hash = to_bytes(check.report_hash);
    record.made_at = check.made;
    record.states = check.states;
    keep::Change change = practice.vault().change();
    practice.vault().insert_practice(change, record);
    return practice.vault().commit(std::move(change));
}

} // namespace zk::app
