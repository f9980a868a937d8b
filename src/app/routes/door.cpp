#include "app/routes/declared_route.hpp"

#include "app/check/session_facts.hpp"
#include "app/routes/cookie.hpp"
#include "app/routes/refusals.hpp"
#include "gate/sessions/network.hpp"

namespace zk::app {

namespace {

using http::Request;
using http::Response;

bool only_reads(http::Method method)
{
    return method == http::Method::get || method == http::Method::head;
}

// A page elsewhere can make a browser send a request, and not one that says it comes from here.
bool comes_from_another_site(Request const& request)
{
    auto const site = request.header("sec-fetch-site");
    return site && *site != "same-origin" && *site != "none";
}

Result<Caller> let_in(ServedPractice& served, DeclaredRoute const& route, Request const& request)
{
    auto const cookie = request.cookie(k_session_cookie);
    if (!cookie)
        return fail(Fault::refused, "no-session");
    ZK_TRY(gate::Session session, served.sessions.find(*cookie, request.peer, route.activity));
    if (route.door == Door::screen && session.screen == gate::Screen::locked)
        return fail(Fault::refused, "session-locked");
    if (!only_reads(route.method) && request.header("x-zorgkluis-csrf") != session.csrf)
        return fail(Fault::refused, "csrf");
    if (!route.who.test(static_cast<std::size_t>(session.account.role)))
        return fail(Fault::refused, "not-for-this-role");
    // The lock was held to above; that it held is measured here (probe 1.4b).
    if (route.door == Door::screen)
        ZK_CHECK(note_if_past_lock(served.practice, session));
    return caller_of(gate::SessionToken(*cookie), std::move(session), served.practice.today());
}

Reply open_door(ServedPractice& served, DeclaredRoute const& route, Request const& request)
{
    if (!only_reads(route.method) && comes_from_another_site(request))
        return fail(Fault::refused, "csrf");
    if (auto const* street = std::get_if<StreetHandler>(&route.handler))
        return (*street)(served, request);
    ZK_TRY(Caller const caller, let_in(served, route, request));
    return std::get<InsideHandler>(route.handler)(served, caller, request);
}

} // namespace

Roles roles(std::initializer_list<catalogue::Role> which)
{
    Roles out;
    for (catalogue::Role const role : which)
        out.set(static_cast<std::size_t>(role));
    return out;
}

Roles everybody()
{
    return Roles().set();
}

Caller caller_of(gate::SessionToken token, gate::Session session, Date today)
{
    gate::Account const& account = session.account;
    gate::Who who { keep::LogActor::browser, "", account.id, account.role, account.practitioner,
        gate::works_for(account, today), gate::network_of(session.address) };
    return { std::move(token), std::move(session), std::move(who) };
}

std::vector<http::Route> behind_doors(ServedPractice& served)
{
    std::vector<http::Route> out;
    for (DeclaredRoute const& route : all_routes()) {
        out.push_back({ route.method, route.pattern, [&served, &route](Request& request) -> Response {
                           Reply answer = open_door(served, route, request);
                           return answer ? std::move(*answer) : refusal_of(answer.error());
                       } });
    }
    return out;
}

} // namespace zk::app
