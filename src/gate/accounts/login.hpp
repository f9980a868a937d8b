// login: the name by which somebody logs in, and what two spellings of one name share.
// Used by Accounts, which keeps it unique.
// Always: it is text with at least one letter or digit, without control characters, not longer than the limit.
// An attacker who knows one still needs the password and the second step; no answer tells him that it exists.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace zk::gate {

class Login {
public:
    [[nodiscard]] static Result<Login> parse(std::string_view typed);

    // As it was chosen: "M.Kersbergen".
    [[nodiscard]] std::string const& text() const { return m_text; }
    // Without case, accents and signs: "m kersbergen".
    [[nodiscard]] std::string const& folded() const { return m_folded; }

    friend bool operator==(Login const& a, Login const& b) { return a.m_folded == b.m_folded; }

private:
    Login(std::string text, std::string folded)
        : m_text(std::move(text))
        , m_folded(std::move(folded))
    {
    }
    std::string m_text;
    std::string m_folded;
};

} // namespace zk::gate
