#include "app/routes/abilities.hpp"
#include "app/routes/cookie.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "base/amsterdam.hpp"
#include "gate/sessions/network.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t k_secret_bytes_max = 1024;
// As long as somebody is new, the page says with each look that it is in the log.
constexpr int k_first_days = 7;

ordered_json session_json(gate::Practice const& practice, gate::Session const& session)
{
    gate::Account const& account = session.account;
    bool const locked = session.screen == gate::Screen::locked;
    ordered_json out;
    out["account"] = { { "name", account.name } };
    out["practice"] = { { "name", practice.facts().name }, { "kind", gate::text_of(practice.facts().kind) },
        { "mode", gate::text_of(practice.facts().mode) } };
    out["csrf"] = session.csrf;
    out["now"] = iso_with_offset(practice.clock().now());
    out["ends_at"] = iso_with_offset(session.ends_at);
    out["lock"] = { { "locked", locked },
        { "after_seconds", std::chrono::duration_cast<std::chrono::seconds>(session.idle_limit).count() },
        { "by", { "password", "second_step" } }, { "pin_set", account.has_pin },
        { "pin_allowed", session.pin_allowed } };
    if (account.has_pin && session.pin_allowed)
        out["lock"]["by"] = { "pin", "password", "second_step" };
    if (locked)
        return out;
    bool const first_week
        = account.active_since && practice.clock().now() - *account.active_since < std::chrono::days(k_first_days);
    out["account"].update({ { "login", account.login }, { "role", catalogue::name_of(account.role) },
        { "short_code", account.short_code }, { "first_week", first_week } });
    if (!account.practitioner.empty())
        out["account"]["practitioner"] = account.practitioner;
    constexpr std::int64_t k_seconds_per_minute = 60;
    out["names"] = { { "hidden", session.names_hidden }, { "style", practice.settings().text("names.style") },
        { "hide_after_seconds", practice.settings().number("names.hide_after_minutes") * k_seconds_per_minute } };
    out["places"] = places_json(account.role);
    out["may"] = abilities_json(account);
    return out;
}

http::Response session_answer(gate::Practice const& practice, gate::Session const& session)
{
    return http::json(200, session_json(practice, session).dump());
}

// Nobody is known yet, so the line names none; what was typed stands nowhere.
Result<> note_failed_login(gate::Practice& practice, std::string_view peer)
{
    keep::LineDraft draft { .event = keep::LogEvent::login_failed, .action = keep::LogAction::execute };
    draft.outcome = keep::LogOutcome::serious_failure;
    draft.actor = keep::LogActor::browser;
    draft.purpose = catalogue::Purpose::practice;
    draft.access_point = gate::network_of(peer);
    ZK_CHECK(practice.log().append(draft));
    return {};
}

Result<gate::Proof::By> proof_by(std::string const& text)
{
    if (text == "password")
        return gate::Proof::By::password;
    if (text == "second_step")
        return gate::Proof::By::second_step;
    if (text == "pin")
        return gate::Proof::By::pin;
    return fail(Fault::bad_input, "unlock-unknown", Place::of("by"));
}

} // namespace

Reply say_healthy(ServedPractice&, http::Request const&)
{
    return http::json(200, R"({"ok":true})");
}

Reply log_in(ServedPractice& served, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const login, body.text("login", k_secret_bytes_max));
    ZK_TRY(std::string const password, body.text("password", k_secret_bytes_max));
    ZK_TRY(std::string const code, body.text("code", k_secret_bytes_max));
    std::string const source = gate::network_of(request.peer);
    auto const account
        = served.accounts.log_in({ .login = login, .password = password, .code = code, .source = source });
    if (!account) {
        if (account.error().fault() == Fault::refused)
            ZK_CHECK(note_failed_login(served.practice, request.peer));
        return std::unexpected(account.error());
    }
    gate::Sessions::Begun begun = served.sessions.begin(*account, request.peer);
    Caller const caller = caller_of(begun.token, std::move(begun.session), served.practice.today());
    // The whole address: the practice's list of networks may be finer than what a session may move in.
    gate::Who who = caller.who;
    who.access_point = request.peer;
    auto const noted
        = served.practice.policy().note(who, keep::LogEvent::logged_in, keep::LogAction::execute, "session");
    if (!noted) {
        served.sessions.end(caller.token);
        return std::unexpected(noted.error());
    }
    http::Response out = session_answer(served.practice, caller.session);
    set_session_cookie(out, caller.token);
    return out;
}

Reply show_session(ServedPractice& served, Caller const& caller, http::Request const&)
{
    return session_answer(served.practice, caller.session);
}

Reply log_out(ServedPractice& served, Caller const& caller, http::Request const&)
{
    served.sessions.end(caller.token);
    http::Response out = http::no_content();
    drop_session_cookie(out);
    // What the browser kept to go back to.
    out.with("Clear-Site-Data", "\"cache\", \"storage\"");
    return out;
}

Reply lock(ServedPractice& served, Caller const& caller, http::Request const&)
{
    served.sessions.lock(caller.token);
    return http::no_content();
}

Reply unlock(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const by_text, body.text("by"));
    ZK_TRY(gate::Proof::By const by, proof_by(by_text));
    ZK_TRY(std::string const value, body.text("value", k_secret_bytes_max));
    std::string const source = gate::network_of(request.peer);
    auto const session = served.sessions.unlock(caller.token, request.peer, { by, value, source });
    if (!session) {
        if (session.error().fault() == Fault::refused)
            ZK_CHECK(served.practice.policy().note(
                caller.who, keep::LogEvent::login_failed, keep::LogAction::execute, "unlock"));
        return std::unexpected(session.error());
    }
    return session_answer(served.practice, *session);
}

Reply stay_awake(ServedPractice&, Caller const&, http::Request const&)
{
    return http::no_content();
}

Reply set_pin(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const pin, body.text("pin", k_secret_bytes_max));
    ZK_TRY(std::string const password, body.text("password", k_secret_bytes_max));
    std::string const source = gate::network_of(request.peer);
    ZK_CHECK(
        served.practice.policy().note(caller.who, keep::LogEvent::account_changed, keep::LogAction::update, "pin"));
    // A wrong password here ends no session: the page asks again.
    auto const done
        = served.accounts.set_pin(caller.session.account.id, pin, { gate::Proof::By::password, password, source });
    if (!done && done.error().code() == "login-failed")
        return fail(Fault::bad_input, "password-wrong", Place::of("password"));
    ZK_CHECK(done);
    return http::no_content();
}

Reply hide_names(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(bool const hidden, body.yes_or_no("hidden"));
    if (!hidden)
        ZK_CHECK(
            served.practice.policy().note(caller.who, keep::LogEvent::looked, keep::LogAction::execute, "names-shown"));
    served.sessions.set_names_hidden(caller.token, hidden);
    return http::no_content();
}

} // namespace zk::app
