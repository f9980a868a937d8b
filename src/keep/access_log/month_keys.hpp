// month_keys: the keys that seal the journal's lines, one a month: so that lines can end with their term.
// Used by the access log alone.
// Always: a month gets one key; a second one would make the lines under the first look forged.
// An attacker who has one key reads one month.
#pragma once

#include "base/date.hpp"
#include "keep/keyring/keyring.hpp"

#include <mutex>
#include <optional>
#include <unordered_map>

namespace zk::keep {

// 202611
[[nodiscard]] Period month_of(Date day);

class MonthKeys {
public:
    MonthKeys(Keyring& keyring, Random& random)
        : m_keyring(keyring)
        , m_random(random)
    {
    }

    // Fault::not_found when its term is over, or when it was never in this keyring. Stays where it is.
    [[nodiscard]] Result<crypto::Key const*> find(Period month) const;
    // Makes it when it is not there.
    [[nodiscard]] Result<crypto::Key const*> for_writing(Period month);
    // The journal has lines of this month: when its key is gone, no new one may be made.
    [[nodiscard]] Result<> note_used(Period month);

private:
    [[nodiscard]] SlotId slot_of(Period month) const;

    Keyring& m_keyring;
    Random& m_random;
    // Held by who makes a key.
    std::mutex m_making;
    std::optional<Period> m_lost;
    mutable std::mutex m_mutex;
    mutable std::unordered_map<Period, crypto::Key> m_keys;
};

} // namespace zk::keep
