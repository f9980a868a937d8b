// ours: sealed insert and sealed read, each through the policy, with its durable line in the journal.
// Used by bench_sealed.
// Always: the way that the program goes: ask, line on the disk, grant, vault; nothing of it is left out.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "care/patients/search_index.hpp"
#include "measure.hpp"
#include "people.hpp"
#include "practice.hpp"

#include <atomic>

namespace zk::bench {

class Ours {
public:
    // The patients that are there to be read.
    Ours(std::filesystem::path const& folder, std::uint64_t patients);

    // A new patient, whom the next search finds.
    [[nodiscard]] double inserts(Window const& window);
    // One patient's person record, as the screen shows it.
    [[nodiscard]] double reads(Window const& window);
    // Only the line in the journal, without a record.
    [[nodiscard]] double lines(Window const& window);
    // Writes out what waits, so that the next one measured does not pay for it.
    void settle();

private:
    BenchPractice m_practice;
    std::vector<PatientId> m_patients;
    care::patients::SearchIndex m_index;
    std::atomic<std::uint64_t> m_next;
};

} // namespace zk::bench
