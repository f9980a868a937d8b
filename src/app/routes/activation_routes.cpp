#include "app/qr.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "gate/sessions/network.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t k_secret_bytes_max = 1024;

// Who activates has no session; the line names the door that he came through.
Result<> note_activation(gate::Practice& practice, http::Request const& request, keep::LogOutcome outcome)
{
    keep::LineDraft draft { .event = keep::LogEvent::account_changed, .action = keep::LogAction::update };
    draft.outcome = outcome;
    draft.actor = keep::LogActor::browser;
    draft.purpose = catalogue::Purpose::practice;
    draft.access_point = gate::network_of(request.peer);
    draft.object = "activation";
    ZK_CHECK(practice.log().append(draft));
    return {};
}

} // namespace

Reply activate(ServedPractice& served, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const login, body.text("login", k_secret_bytes_max));
    ZK_TRY(std::string const code, body.text("code", k_secret_bytes_max));
    ZK_TRY(std::string const password, body.text("password", k_secret_bytes_max));
    auto const setup = served.accounts.activate({ .login = login, .one_time_code = code, .new_password = password });
    if (!setup) {
        if (setup.error().fault() == Fault::refused)
            ZK_CHECK(note_activation(served.practice, request, keep::LogOutcome::serious_failure));
        return std::unexpected(setup.error());
    }
    ZK_TRY(std::vector<std::string> const rows, qr_rows(setup->uri));
    ordered_json const out { { "secret", setup->secret }, { "uri", setup->uri }, { "qr", rows } };
    return http::json(200, out.dump());
}

Reply confirm_activation(ServedPractice& served, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const login, body.text("login", k_secret_bytes_max));
    ZK_TRY(std::string const code, body.text("code", k_secret_bytes_max));
    ZK_TRY(std::string const second_step, body.text("second_step", k_secret_bytes_max));
    auto const codes
        = served.accounts.confirm_second_step({ .login = login, .one_time_code = code, .second_step = second_step });
    if (!codes) {
        if (codes.error().fault() == Fault::refused)
            ZK_CHECK(note_activation(served.practice, request, keep::LogOutcome::serious_failure));
        return std::unexpected(codes.error());
    }
    ZK_CHECK(note_activation(served.practice, request, keep::LogOutcome::success));
    ordered_json list = ordered_json::array();
    for (gate::OneTimeCode const& one : *codes)
        list.push_back(one.for_paper());
    return http::json(200, ordered_json { { "recovery_codes", std::move(list) } }.dump());
}

} // namespace zk::app
