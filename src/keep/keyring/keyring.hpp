// keyring: the keys of patients, sealed by the practice key, which is sealed by passphrase and by recovery code.
// Used by the vault and the journal; made at init, opened at unlock.
// Always: patients' keys are opened one by one when needed; the practice key and secrets lie in locked memory.
// An attacker who has the file without passphrase or code has nothing; who removes a slot has erased its class.
#pragma once

#include "base/random.hpp"
#include "crypto/password.hpp"
#include "crypto/sign.hpp"
#include "keep/keyring/recovery_code.hpp"
#include "keep/keyring/slot.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace zk::keep {

// What changes in one durable transaction of the keyring.
struct KeyringChange {
    struct Put {
        SlotId id;
        Slot slot;
    };
    std::vector<Put> put;
    std::vector<SlotId> destroy;
    std::optional<Bytes> add_intent; // plaintext; sealed here
    std::vector<std::uint64_t> remove_intents;
    std::optional<std::uint64_t> journal_size; // of lines known durable when this was written
};

struct PendingIntent {
    std::uint64_t number;
    Bytes plain;
};

class Keyring {
public:
    struct Created {
        std::unique_ptr<Keyring> keyring;
        RecoveryCode recovery_code;
    };
    [[nodiscard]] static Result<Created> create(
        std::filesystem::path const& path, std::string_view passphrase, crypto::Cost cost, Random& random);
    [[nodiscard]] static Result<std::unique_ptr<Keyring>> open(
        std::filesystem::path const& path, std::string_view passphrase, Random& random);
    // Opens with the code on paper and sets a new passphrase; everything else stays.
    [[nodiscard]] static Result<std::unique_ptr<Keyring>> recover(
        std::filesystem::path const& path, RecoveryCode const& code, std::string_view new_passphrase, Random& random);

    // A new practice key over everything, for this passphrase and a new recovery code; the old code opens nothing any
    // more, nor does the old passphrase when this is another. Whole or not at all. What patients' keys seal stays as it
    // is. Nobody else may use the keyring meanwhile.
    [[nodiscard]] Result<RecoveryCode> rotate(std::string_view passphrase);

    Keyring(Keyring const&) = delete;
    Keyring& operator=(Keyring const&) = delete;
    ~Keyring();

    [[nodiscard]] PracticeId const& practice() const;
    // Another name for the same person in each store, and in each period of a class that has periods.
    [[nodiscard]] Subject subject_of(PatientId const& patient, catalogue::RetentionClass which, Period period) const;
    [[nodiscard]] Subject subject_of_practice() const;
    // How the journal's index names him: not as any store does.
    [[nodiscard]] Subject journal_subject_of(PatientId const& patient) const;
    [[nodiscard]] SlotId slot_id(Subject const& subject, catalogue::RetentionClass which, Period period) const;

    // Nothing when there is no such key: never made, or destroyed.
    [[nodiscard]] Result<std::optional<Slot>> slot(SlotId const& id) const;
    // Which of these there are, in one query.
    [[nodiscard]] Result<std::vector<SlotId>> existing(std::span<SlotId const> ids) const;
    [[nodiscard]] Result<std::vector<SlotId>> slot_ids() const;

    // Durable when it returns. Returns the number of the added intent, or 0.
    [[nodiscard]] Result<std::uint64_t> apply(KeyringChange const& change);
    // In the order in which they were decided.
    [[nodiscard]] Result<std::vector<PendingIntent>> pending_intents() const;
    // How long the journal was known to be at the last write: it can never be shorter.
    [[nodiscard]] Result<std::uint64_t> journal_size() const;

    [[nodiscard]] crypto::Signer journal_signer() const;
    // For the names under which patients stand on a screen that others can see; the same after a restart.
    [[nodiscard]] crypto::Key alias_key() const;
    [[nodiscard]] Result<> settle();
    [[nodiscard]] Result<> vacuum();
    [[nodiscard]] Result<std::string> shape() const;
    [[nodiscard]] static std::string expected_shape();

private:
    struct Inside;
    explicit Keyring(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

} // namespace zk::keep
