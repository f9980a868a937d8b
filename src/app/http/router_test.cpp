#include "app/http/router.hpp"

#include <gtest/gtest.h>

namespace zk::app::http {
namespace {

Handler says(std::string what)
{
    return [what](Request& request) {
        std::string out = what;
        for (auto const& [name, value] : request.parameters)
            out += " " + std::string(name) + "=" + value;
        return bytes("text/plain", out);
    };
}

Router sample()
{
    return Router({ { Method::get, "/api/patients/{id}", says("patient") },
        { Method::get, "/api/patients/recent", says("recent") },
        { Method::post, "/api/patients/search", says("search"), 100 },
        { Method::get, "/api/patients/{id}/log/{line}", says("line") }, { Method::remove, "/api/session", says("out") },
        { Method::get, "/", says("root") } });
}

std::string answer(Method method, std::string path)
{
    Request request { .method = method, .path = std::move(path) };
    Response const response = sample().answer(request);
    std::string out = std::to_string(response.status) + " " + std::string(response.route.text());
    if (response.status == 200)
        out += " " + std::get<std::string>(response.body);
    for (auto const& [name, value] : response.headers)
        out += name == "Allow" ? " " + value : "";
    return out;
}

TEST(Router, takes_a_literal_before_a_parameter)
{
    EXPECT_EQ(answer(Method::get, "/api/patients/12"), "200 /api/patients/{id} patient id=12");
    EXPECT_EQ(answer(Method::get, "/api/patients/recent"), "200 /api/patients/recent recent");
    EXPECT_EQ(answer(Method::get, "/api/patients/a b/log/7"), "200 /api/patients/{id}/log/{line} line id=a b line=7");
    EXPECT_EQ(answer(Method::post, "/api/patients/search"), "200 /api/patients/search search");
    EXPECT_EQ(answer(Method::get, "/"), "200 / root");
}

TEST(Router, answers_head_where_it_answers_get)
{
    EXPECT_EQ(answer(Method::head, "/api/patients/12"), "200 /api/patients/{id} patient id=12");
    EXPECT_EQ(answer(Method::head, "/api/session"), "405 - DELETE");
}

TEST(Router, tells_an_unknown_path_from_a_wrong_method)
{
    EXPECT_EQ(answer(Method::get, "/api/patients"), "404 -");
    EXPECT_EQ(answer(Method::get, "/api/patients/"), "404 -");
    EXPECT_EQ(answer(Method::get, "/api/patients/12/"), "404 -");
    EXPECT_EQ(answer(Method::get, "/api/patients//log/1"), "404 -");
    EXPECT_EQ(answer(Method::get, "/API/patients/12"), "404 -");
    EXPECT_EQ(answer(Method::put, "/api/session"), "405 - DELETE");
    EXPECT_EQ(answer(Method::put, "/api/patients/search"), "405 - GET, HEAD, POST");
}

TEST(Router, knows_how_large_a_body_may_be)
{
    Router const router = sample();
    EXPECT_EQ(router.body_bytes_max({ .method = Method::post, .path = "/api/patients/search" }), 100U);
    EXPECT_EQ(router.body_bytes_max({ .method = Method::post, .path = "/nowhere" }), k_body_bytes_max);
    EXPECT_TRUE(router.knows("/api/session"));
    EXPECT_FALSE(router.knows("/api/sessions"));
    EXPECT_EQ(router.routes().size(), 6U);
    EXPECT_EQ(router.routes()[4].pattern.text(), "/api/session");
}

TEST(RouterDeathTest, stops_at_a_table_that_is_wrong)
{
    EXPECT_DEATH(Router({ { Method::get, "/a/{x}", says("") }, { Method::get, "/a/{y}", says("") } }), "same");
    EXPECT_DEATH(Router({ { Method::get, "/a//b", says("") } }), "segment");
    EXPECT_DEATH(Router({ { Method::get, "/A", says("") } }), "segment");
    EXPECT_DEATH(Router({ { Method::get, "/{a", says("") } }), "segment");
    EXPECT_DEATH(Router({ { Method::head, "/a", says("") } }), "head");
    EXPECT_DEATH(Router({ { Method::get, "/a", nullptr } }), "handler");
}

} // namespace
} // namespace zk::app::http
