// root: how the practice key and its secrets lie in the keyring: wrapped by passphrase and recovery code, bound to a place.
// Used by the keyring alone.
// Always: a box opens only with its own key, at its own place of its own practice.
// An attacker who reads it may guess passphrases, at the price of Argon2id each.
#pragma once

#include "base/random.hpp"
#include "crypto/password.hpp"
#include "keep/keyring/slot.hpp"
#include "keep/sqlite/database.hpp"

namespace zk::keep {

// How the practice key was wrapped; stands in root.kind.
enum class RootKind : std::uint8_t { passphrase = 1, recovery = 2 };

[[nodiscard]] Bytes root_place(PracticeId const& practice, RootKind kind);
[[nodiscard]] Bytes secret_place(PracticeId const& practice, std::string_view name);
[[nodiscard]] Bytes slot_place(PracticeId const& practice, SlotId const& id);
[[nodiscard]] Bytes intent_place(PracticeId const& practice, std::uint64_t number);
[[nodiscard]] Bytes known_place(PracticeId const& practice);

struct Root {
    PracticeId practice;
    crypto::Salt salt;
    crypto::Cost cost;
    Bytes box;
};

[[nodiscard]] Result<Root> read_root(Database const& database, RootKind kind);
[[nodiscard]] Result<> write_root(Database& database, PracticeId const& practice, RootKind kind,
    std::string_view secret, crypto::Cost cost, crypto::Key const& practice_key, Random& random);
[[nodiscard]] Result<> write_secret(Database& database, PracticeId const& practice, crypto::Key const& practice_key,
    std::string_view name, crypto::Key const& secret, Random& random);
[[nodiscard]] Result<crypto::Key> read_secret(
    Database const& database, PracticeId const& practice, crypto::Key const& practice_key, std::string_view name);

} // namespace zk::keep
