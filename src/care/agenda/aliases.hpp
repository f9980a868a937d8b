// aliases: under which name a patient stands on a screen that others can see: a bird and a number, another one each day.
// Used by whatever shows names that can be hidden.
// Always: on one day somebody has one, and nobody has another's; after a restart he has the same.
// An attacker without the practice's key cannot tell who it is, nor that it is the same person on another day.
#pragma once

#include "base/date.hpp"
#include "catalogue/grant.hpp"
#include "crypto/secret.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace zk::care {

class Aliases {
public:
    explicit Aliases(crypto::Key key);

    using Names = std::map<PatientId, std::string>;
    // Of the regulars, who stand in the agenda of that day, and of others beside them. "Wulp 31"; two who would be
    // called alike get more digits ("Wulp 314", "Wulp 318"). What a regular is called hangs on the regulars alone.
    [[nodiscard]] Names of_day(
        Date date, std::span<PatientId const> regulars, std::span<PatientId const> others = {}) const;

private:
    // A name that is long enough to be nobody else's, of which the first digits are used.
    struct Long {
        PatientId patient;
        std::string bird;
        std::string digits;
    };
    [[nodiscard]] Long long_of(Date date, PatientId const& patient) const;
    // As many digits as it takes to be unlike any of these.
    [[nodiscard]] static std::string shortest(Long const& one, std::span<Long const> among);

    crypto::Key m_key;
};

} // namespace zk::care
