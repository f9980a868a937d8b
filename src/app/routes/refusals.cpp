#include "app/routes/refusals.hpp"

#include "app/messages.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

struct Special {
    std::string_view code;
    int status;
};

// Where the fault alone says too little.
constexpr std::array k_specials {
    Special { "no-session", 401 },
    Special { "login-failed", 401 },
    Special { "activation-failed", 401 },
    Special { "session-locked", 423 },
    Special { "login-too-soon", 429 },
};

} // namespace

http::Response refusal_of(Error const& error)
{
    auto const special = std::ranges::find(k_specials, error.code(), &Special::code);
    int const status = special == k_specials.end() ? http::status_of(error.fault()) : special->status;
    http::Response out = http::error(status, error.code(), text_of_error(error), error.place());
    // "seconds 12"
    if (status == 429)
        out.with("Retry-After", error.place().substr(error.place().find(' ') + 1));
    return out;
}

http::Response refusal_with(Error const& error, nlohmann::ordered_json const& more)
{
    nlohmann::ordered_json whole { { "code", error.code() }, { "message", text_of_error(error) } };
    if (!error.place().empty())
        whole["place"] = error.place();
    whole.update(more);
    nlohmann::ordered_json const body { { "error", std::move(whole) } };
    return http::json(
        http::status_of(error.fault()), body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

} // namespace zk::app
