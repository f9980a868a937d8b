#include "base/email.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace zk {

namespace {

// RFC 5321, 4.5.3.1; a label's length is RFC 1035's.
constexpr std::size_t k_local_bytes_max = 64;
constexpr std::size_t k_label_bytes_max = 63;
constexpr std::size_t k_address_bytes_max = 254;

bool is_local_part(std::string_view local)
{
    constexpr std::string_view signs = "!#$%&'*+/=?^_`{|}~.-";
    if (local.empty() || local.size() > k_local_bytes_max || local.front() == '.' || local.back() == '.')
        return false;
    if (local.find("..") != std::string_view::npos)
        return false;
    return std::ranges::all_of(local, [&](char c) { return ascii::is_alphanumeric(c) || signs.contains(c); });
}

bool is_label(std::string_view label)
{
    if (label.empty() || label.size() > k_label_bytes_max || label.front() == '-' || label.back() == '-')
        return false;
    return std::ranges::all_of(label, [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
}

bool is_domain(std::string_view domain)
{
    std::size_t dot = domain.find('.');
    if (dot == std::string_view::npos)
        return false;
    while (dot != std::string_view::npos) {
        if (!is_label(domain.substr(0, dot)))
            return false;
        domain = domain.substr(dot + 1);
        dot = domain.find('.');
    }
    // A number at the end is an address of a machine, not a domain.
    return is_label(domain) && domain.size() >= 2 && !ascii::all_digits(domain);
}

} // namespace

Result<Email> Email::parse(std::string_view text)
{
    text = trim(text);
    std::size_t const at = text.find('@');
    if (at == std::string_view::npos || text.size() > k_address_bytes_max)
        return fail(Fault::bad_input, "email-unreadable");
    std::string_view const local = text.substr(0, at);
    std::string_view const domain = text.substr(at + 1);
    if (!is_local_part(local) || !is_domain(domain))
        return fail(Fault::bad_input, "email-unreadable");
    return Email(std::string(local) + "@" + ascii::lower(domain));
}

std::string Email::search_text() const
{
    return ascii::lower(m_text);
}

} // namespace zk
