#include "gate/glass_seen.hpp"

#include <algorithm>

namespace zk::gate {

namespace {

// The number of the first line after what was seen.
Result<std::uint64_t> first_unseen(keep::Vault const& vault)
{
    ZK_TRY(auto const records, vault.read_practice<GlassSeenRecord>());
    std::uint64_t out = 0;
    for (auto const& stored : records)
        out = std::max(out, stored.record.entry.get_or(0) + 1);
    return out;
}

} // namespace

Result<UnseenGlass> unseen_glass(Practice& practice)
{
    ZK_TRY(std::uint64_t const first, first_unseen(practice.vault()));
    ZK_TRY(auto const lines, practice.log().lines_of(keep::LogEvent::glass_broken));
    Instant const since = practice.clock().now() - k_glass_news;
    UnseenGlass out;
    for (keep::ReadLine const& read : lines) {
        if (read.entry < first || read.line.at.get_or(Instant {}) < since)
            continue;
        ++out.count;
        out.last_entry = std::max(out.last_entry, read.entry);
    }
    return out;
}

Result<> note_glass_seen(Practice& practice, Who const& who, std::uint64_t entry)
{
    if (who.role != Role::praktijkhouder)
        return fail(Fault::refused, "not-for-this-role");
    ZK_TRY(auto const lines, practice.log().lines_of(keep::LogEvent::glass_broken));
    if (std::ranges::find(lines, entry, &keep::ReadLine::entry) == lines.end())
        return fail(Fault::bad_input, "glass-seen-unknown", Place::of("entry"));
    GlassSeenRecord record;
    record.entry = entry;
    record.by = who.account;
    record.at = practice.clock().now();
    keep::Change change = practice.vault().change();
    practice.vault().insert_practice(change, record);
    ZK_CHECK(practice.policy().note(who, keep::LogEvent::log_read, keep::LogAction::update, "glass-seen"));
    return practice.vault().commit(std::move(change));
}

} // namespace zk::gate
