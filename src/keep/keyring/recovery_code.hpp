// recovery_code: the code on paper that opens the practice when the passphrase is lost. 160 bits, Crockford base32.
// Used by init (shows it once) and `key recover`.
// Always: a slip of the pen is told from a wrong code by two check characters; O reads as 0, I and L as 1.
// An attacker who finds the paper and the data folder has the practice: keep it in a safe.
#pragma once

#include "base/random.hpp"
#include "base/result.hpp"

#include <string>

namespace zk::keep {

class RecoveryCode {
public:
    [[nodiscard]] static RecoveryCode random(Random& random);
    [[nodiscard]] static Result<RecoveryCode> parse(std::string_view typed);
    // "ABCD-EFGH-...": eight groups of four and one of two.
    [[nodiscard]] std::string for_paper() const;
    // What the key is derived from.
    [[nodiscard]] std::string const& expose() const { return m_symbols; }

private:
    explicit RecoveryCode(std::string symbols)
        : m_symbols(std::move(symbols))
    {
    }
    std::string m_symbols;
};

} // namespace zk::keep
