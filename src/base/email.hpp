// email: an address that a mail server can take.
// Used for contact and search; whether what is sent there may be sent is the gate's matter.
// Always: one @, a local part, a domain with a dot; plain ASCII without white space or control, so it cannot add a
// header. An attacker gains nothing here; it becomes personal inside its Field.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace zk {

class Email {
public:
    // What mail providers give out, not all that RFC 5322 and 6531 allow: no quotes, no comments, no address literals,
    // no letters that look like others.
    [[nodiscard]] static Result<Email> parse(std::string_view text);

    // The domain in small letters, the local part as written.
    [[nodiscard]] std::string const& text() const { return m_text; }
    [[nodiscard]] std::string_view domain() const { return std::string_view(m_text).substr(m_text.find('@') + 1); }
    // In small letters: no provider gives "Jan@" and "jan@" to two people.
    [[nodiscard]] std::string search_text() const;

    friend bool operator==(Email const&, Email const&) = default;

private:
    explicit Email(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

} // namespace zk
