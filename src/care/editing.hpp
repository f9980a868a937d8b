// editing: changes a record that others may be changing too, and keeps what stood there before.
// Used by the slices that let a person change what stands in a record.
// Always: who read an older version gets what is there now, and changes nothing; old and new lie under the same key.
// An attacker leaves a line in the log and his name in the history.
#pragma once

#include "catalogue/projection.hpp"
#include "gate/practice.hpp"

#include <algorithm>

namespace zk::care {

struct Edit {
    gate::Practice& practice;
    gate::Who const& who;
    PatientId patient;
    std::optional<RecordId> record; // none: he has one of this kind
    std::uint64_t version;          // that was read
    std::string by;                 // name, as the history tells it
    catalogue::ElementSet elements; // of the record and of its history
    catalogue::Purpose purpose;
    std::optional<keep::LogReason> reason {}; // of what is shown and written on demand

    [[nodiscard]] gate::Request to_read() const;
    [[nodiscard]] gate::Request to_write() const;
};

struct Edited {
    std::uint64_t version; // that stands there now
    // Somebody was before us: nothing was changed.
    std::optional<catalogue::View> theirs {};
    std::string by {}; // empty: the program, such as an import
};

// Name, what stood there, what came, in turn, for each that differs. Of what is shown on demand: that it differs.
[[nodiscard]] std::vector<std::string> changes_between(catalogue::View const& before, catalogue::View const& after);

namespace detail {

template<typename C>
[[nodiscard]] C change_of(RecordId const& record, Instant at, std::string by, std::vector<std::string> fields)
{
    C out;
    if constexpr (requires { out.of; })
        out.of = decltype(out.of)(record);
    out.at = decltype(out.at)(at);
    out.by = decltype(out.by)(std::move(by));
    out.fields = decltype(out.fields)(std::move(fields));
    return out;
}

// Who changed it last.
template<typename C>
[[nodiscard]] Result<std::string> last_by(Edit const& edit, RecordId const& record, catalogue::Grant const& grant)
{
    ZK_TRY(auto const changes, edit.practice.vault().read<C>(grant, edit.patient));
    std::optional<Instant> last;
    std::string by;
    for (auto const& stored : changes) {
        if constexpr (requires { stored.record.of; }) {
            if (stored.record.of.reveal(grant) != record)
                continue;
        }
        auto const& at = stored.record.at.reveal(grant);
        if (!at || (last && *at < *last))
            continue;
        last = at;
        by = stored.record.by.reveal(grant).value_or("");
    }
    return by;
}

template<typename R>
[[nodiscard]] Result<keep::Stored<R>> record_of(Edit const& edit, catalogue::Grant const& grant)
{
    ZK_TRY(auto all, edit.practice.vault().read<R>(grant, edit.patient));
    auto const found
        = std::ranges::find_if(all, [&](auto const& stored) { return !edit.record || stored.id == *edit.record; });
    if (found == all.end())
        return fail(Fault::not_found, "record-unknown");
    return std::move(*found);
}

template<typename R, typename C>
[[nodiscard]] Result<Edited> theirs_of(Edit const& edit, keep::Stored<R> const& stored, catalogue::Grant const& grant)
{
    Edited out { .version = stored.version, .theirs = catalogue::View::of(stored.record, grant).without_on_demand() };
    ZK_TRY(out.by, last_by<C>(edit, stored.id, grant));
    return out;
}

} // namespace detail

// `apply(record, grant)` puts in what was typed; `also(change, record, history, grant)` adds what goes with it.
template<catalogue::Record R, catalogue::Record C, typename Apply, typename Also>
[[nodiscard]] Result<Edited> edit_record(Edit const& edit, Apply const& apply, Also const& also)
{
    keep::Vault& vault = edit.practice.vault();
    gate::Policy& policy = edit.practice.policy();
    ZK_TRY(catalogue::Grant const read, policy.ask(edit.who, edit.to_read()));
    ZK_TRY(auto const stored, detail::record_of<R>(edit, read));
    if (stored.version != edit.version)
        return detail::theirs_of<R, C>(edit, stored, read);
    R after = stored.record;
    ZK_CHECK(apply(after, read));
    auto fields = changes_between(catalogue::View::of(stored.record, read), catalogue::View::of(after, read));
    if (fields.empty())
        return Edited { .version = stored.version };
    ZK_TRY(catalogue::Grant const write, policy.ask(edit.who, edit.to_write()));
    keep::Change change = vault.change();
    C history = detail::change_of<C>(stored.id, edit.practice.clock().now(), edit.by, std::move(fields));
    ZK_CHECK(also(change, after, history, write));
    vault.update(change, write, edit.patient, stored.id, stored.version, after);
    vault.insert(change, write, edit.patient, history);
    auto const done = vault.commit(std::move(change));
    if (!done && done.error().fault() == Fault::conflict) {
        ZK_TRY(auto const now, detail::record_of<R>(edit, read));
        return detail::theirs_of<R, C>(edit, now, read);
    }
    ZK_CHECK(done);
    return Edited { .version = stored.version + 1 };
}

} // namespace zk::care
