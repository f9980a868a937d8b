#include "gate/accounts/login.hpp"

#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace zk::gate {

Result<Login> Login::parse(std::string_view typed)
{
    if (typed.size() > k_account_name_bytes_max)
        return fail(Fault::bad_input, "login-too-long");
    std::string_view const text = trim(typed);
    if (!valid_utf8(text) || std::ranges::any_of(text, ascii::is_control))
        return fail(Fault::bad_input, "login-not-text");
    std::string folded = fold_for_search(text);
    if (folded.empty())
        return fail(Fault::bad_input, "login-empty");
    return Login(std::string(text), std::move(folded));
}

} // namespace zk::gate
