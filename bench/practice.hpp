// practice: a practice on the real disk, opened as the program does, with the real clock and chance.
// Used by the benchmarks.
// Always: in production mode, so that the passphrase costs what it costs in a practice.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "app/posix_disk.hpp"
#include "app/real_clock.hpp"
#include "crypto/system_random.hpp"
#include "gate/practice.hpp"

namespace zk::bench {

class BenchPractice {
public:
    // Makes it when the folder is not there.
    explicit BenchPractice(std::filesystem::path const& folder);

    [[nodiscard]] gate::Practice& operator*() { return *m_practice; }
    [[nodiscard]] gate::Practice* operator->() { return m_practice.get(); }
    [[nodiscard]] Random& random() { return m_random; }
    // Somebody at the desk: sees names and addresses of everybody.
    [[nodiscard]] gate::Who const& desk() const { return m_desk; }
    [[nodiscard]] gate::Who const& owner() const { return m_owner; }

private:
    crypto::SystemRandom m_random;
    app::RealClock m_clock;
    std::unique_ptr<app::PosixDisk> m_disk;
    std::unique_ptr<gate::Practice> m_practice;
    gate::Who m_desk;
    gate::Who m_owner;
};

// Patients invented for these numbers, [from, to), many in one commit as the import does. Returns their ids.
[[nodiscard]] std::vector<PatientId> fill(BenchPractice& practice, std::uint64_t from, std::uint64_t to);

} // namespace zk::bench
