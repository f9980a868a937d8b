// commits: turns waiting changes into one batch: keys and intent first (that decides), then the stores.
// Used by the vault alone.
// Always: one batch at a time; an intent stays until its rows are synced; past a failed decision nothing is written.
// An attacker gains nothing here.
#pragma once

#include "keep/commit_queue.hpp"
#include "keep/vault/vault.hpp"

#include <array>
#include <atomic>
#include <mutex>
#include <set>

namespace zk::keep {

struct Vault::Commits {
    Commits(Keyring& keyring, Stores& stores, Random& random, KnownPeriods& known_periods)
        : m_keyring(keyring)
        , m_stores(stores)
        , m_random(random)
        , m_known_periods(known_periods)
    {
    }

    [[nodiscard]] Result<> commit(Change change);
    [[nodiscard]] Result<> settle();
    // Everything is on the disk of its store and no intent waits.
    [[nodiscard]] Result<> while_quiet(std::function<Result<>()> const& act);
    // Held while stores and keyring disagree for a moment.
    [[nodiscard]] std::unique_lock<std::mutex> hold() { return std::unique_lock(m_batch_mutex); }
    [[nodiscard]] std::uint64_t times_written(catalogue::Compartment which) const
    {
        return m_times_written.at(static_cast<std::size_t>(which)).load();
    }
    void note_journal_size(std::function<std::uint64_t()> size) { m_journal_size = std::move(size); }

private:
    struct Waiting : Ticket {
        explicit Waiting(Change of_caller)
            : change(std::move(of_caller))
        {
        }
        Change change;
        Result<> outcome;
    };
    using Queue = CommitQueue<Waiting>;
    class Batch;

    void run(std::vector<Waiting*> const& waiting);
    [[nodiscard]] Result<> write(Batch& batch);
    [[nodiscard]] Result<> apply_to_stores(StoreWrites const& writes);
    // These three know that something is decided: after an error only the next start can go on.
    [[nodiscard]] Result<> sync_stores();
    [[nodiscard]] Result<> forget_intents();
    [[nodiscard]] Result<> leave_no_trace();
    [[nodiscard]] std::unexpected<Error> stop();

    Keyring& m_keyring;
    Stores& m_stores;
    Random& m_random;
    KnownPeriods& m_known_periods;
    std::function<std::uint64_t()> m_journal_size;

    Queue m_queue;
    std::mutex m_batch_mutex;
    std::optional<Error> m_stopped;
    // Decided and written, in stores that were not synced since; oldest first.
    std::vector<std::uint64_t> m_written_intents;
    std::size_t m_written_bytes = 0;
    std::set<catalogue::Compartment> m_unsynced;
    // On the disk of their stores, and still in the keyring.
    std::vector<std::uint64_t> m_synced_intents;
    std::array<std::atomic<std::uint64_t>, static_cast<std::size_t>(catalogue::Compartment::journal) + 1>
        m_times_written {};
};

} // namespace zk::keep
