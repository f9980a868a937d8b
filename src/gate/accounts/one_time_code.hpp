// one_time_code: a code that opens a door once: an invitation, or a recovery code for a lost phone. 80 bits, on paper.
// Made and checked by Accounts; app/ shows it once.
// Always: only its hash is kept, bound to the account and to its use; O reads as 0, I and L as 1.
// An attacker who finds the paper of an invitation can take that account within its term: hand it over in person.
#pragma once

#include "base/random.hpp"
#include "catalogue/grant.hpp"

#include <ostream>
#include <string>
#include <string_view>

namespace zk::gate {

class OneTimeCode {
public:
    enum class Use : std::uint8_t { invitation, recovery };

    [[nodiscard]] static OneTimeCode random(Random& random);
    [[nodiscard]] static Result<OneTimeCode> parse(std::string_view typed);

    // "ABCD-EFGH-JKMN-PQRS"
    [[nodiscard]] std::string for_paper() const;
    // What is kept of it. The code is chance, so a fast hash is enough.
    [[nodiscard]] Bytes hash(Use use, AccountId const& account) const;

    friend void PrintTo(OneTimeCode const&, std::ostream* out) { *out << "[code]"; }

private:
    explicit OneTimeCode(std::string symbols)
        : m_symbols(std::move(symbols))
    {
    }
    std::string m_symbols;
};

} // namespace zk::gate
