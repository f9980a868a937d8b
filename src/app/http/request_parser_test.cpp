#include "app/http/request_parser.hpp"

#include "app/http/limits.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::app::http {
namespace {

using State = RequestParser::State;

ParserRules const k_rules { k_head_bytes_max, { *Host::parse("localhost"), *Host::parse("127.0.0.1") } };

// Takes one request, with at most 100 bytes of body, and tells the body or the refusal's code.
std::string read(std::string_view bytes)
{
    RequestParser parser(k_rules);
    auto outcome = parser.feed(bytes);
    if (outcome && *outcome == State::has_head)
        outcome = parser.take_body(100);
    if (!outcome)
        return std::string(facts_of(outcome.error()).code.text());
    return *outcome == State::complete ? "ok " + parser.request().body : "more";
}

std::string post(std::string_view headers, std::string_view body)
{
    return "POST / HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

std::string get(std::string_view headers)
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) + "\r\n";
}

TEST(RequestParser, reads_bodies_with_a_length)
{
    EXPECT_EQ(read(get("")), "ok ");
    EXPECT_EQ(read(post("Content-Length: 5\r\n", "hello")), "ok hello");
    EXPECT_EQ(read(post("Content-Length: 0\r\n", "")), "ok ");
    EXPECT_EQ(read(post("Content-Length: 5\r\n", "hell")), "more");
    EXPECT_EQ(read(post("Content-Length: 005\r\n", "hello")), "ok hello");
}

TEST(RequestParser, refuses_the_shapes_of_request_smuggling)
{
    std::string const chunks = "0\r\n\r\n";
    EXPECT_EQ(read(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", chunks)), "request-malformed");
    EXPECT_EQ(read(post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", chunks)), "request-malformed");
    EXPECT_EQ(read(post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello")), "request-malformed");
    EXPECT_EQ(read(post("Content-Length: 5\r\ncontent-length: 5\r\n", "hello")), "request-malformed");
    for (std::string_view const length :
        { "5, 5", "+5", "-1", "0x5", "5 5", "", "5;", "99999999999999999999", "5,", "٥" })
        EXPECT_EQ(read(post("Content-Length: " + std::string(length) + "\r\n", "hello")), "request-malformed")
            << length;
    EXPECT_EQ(read(post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunks)), "request-malformed");
    for (std::string_view const coding :
        { "chunked", "Chunked", "gzip, chunked", "chunked, gzip", "identity", "xchunked", "chunked;q=1", "" })
        EXPECT_EQ(read(post("Transfer-Encoding: " + std::string(coding) + "\r\n", chunks)), "length-required")
            << coding;
    // A name that another reader might take for the real one.
    EXPECT_EQ(read(post("Content-Length : 5\r\n", "hello")), "request-malformed");
    EXPECT_EQ(read(post("Transfer-Encoding\t: chunked\r\n", chunks)), "request-malformed");
    EXPECT_EQ(read(post(" Content-Length: 5\r\n", "hello")), "request-malformed");
    // Folded lines, single line ends, zero bytes.
    EXPECT_EQ(read(get("X-A: b\r\n c\r\n")), "request-malformed");
    EXPECT_EQ(read(get("X-A: b\r\n\tc\r\n")), "request-malformed");
    EXPECT_EQ(read(get("X-A: b\nX-C: d\r\n")), "request-malformed");
    EXPECT_EQ(read(get("X-A: b\rX-C: d\r\n")), "request-malformed");
    EXPECT_EQ(read(get(std::string_view("X-A: b\0c\r\n", 10))), "request-malformed");
    EXPECT_EQ(read(get("X-A\r\n")), "request-malformed");
    EXPECT_EQ(read(get(": b\r\n")), "request-malformed");
    EXPECT_EQ(read("GET / HTTP/1.1\nHost: localhost\n\n\r\n\r\n"), "http-version");
}

TEST(RequestParser, takes_no_field_twice)
{
    EXPECT_EQ(read(get("Host: localhost\r\n")), "request-malformed");
    EXPECT_EQ(read(get("Cookie: a=b\r\ncookie: c=d\r\n")), "request-malformed");
    EXPECT_EQ(read(get("X-Zorgkluis-Csrf: a\r\nX-Zorgkluis-Csrf: a\r\n")), "request-malformed");
}

TEST(RequestParser, knows_its_version_methods_and_hosts)
{
    EXPECT_EQ(read("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n"), "http-version");
    EXPECT_EQ(read("GET / HTTP/2.0\r\nHost: localhost\r\n\r\n"), "http-version");
    EXPECT_EQ(read("GET /\r\n\r\n"), "request-malformed");
    EXPECT_EQ(read("GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n"), "request-malformed");
    for (std::string_view const method : { "OPTIONS", "TRACE", "CONNECT", "get", "FOO" })
        EXPECT_EQ(read(std::string(method) + " / HTTP/1.1\r\nHost: localhost\r\n\r\n"), "method-not-allowed") << method;
    EXPECT_EQ(read("GET / HTTP/1.1\r\n\r\n"), "request-malformed");
    EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: \r\n\r\n"), "wrong-host");
    EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"), "wrong-host");
    EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n"), "wrong-host");
    EXPECT_EQ(read("GET / HTTP/1.1\r\nHost: LOCALHOST:1\r\n\r\n"), "ok ");
    EXPECT_EQ(read("GET https://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n"), "address-malformed");
    EXPECT_EQ(read("GET /%2e%2e HTTP/1.1\r\nHost: localhost\r\n\r\n"), "address-malformed");
}

TEST(RequestParser, has_limits)
{
    EXPECT_EQ(read(post("Content-Length: 101\r\n", "")), "body-too-large");
    EXPECT_EQ(read(get("X-A: " + std::string(k_head_bytes_max, 'a') + "\r\n")), "head-too-large");
    EXPECT_EQ(read(std::string(k_head_bytes_max + 1, 'a')), "head-too-large");
    EXPECT_EQ(read("GET /" + std::string(k_target_bytes_max, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        "address-too-long");
    std::string many;
    for (std::size_t i = 1; i < k_headers_max; ++i)
        many += "X-" + std::to_string(i) + ": y\r\n";
    EXPECT_EQ(read(get(many)), "ok ");
    EXPECT_EQ(read(get(many + "X-One-More: y\r\n")), "head-too-large");
}

TEST(RequestParser, tells_what_the_client_expects)
{
    RequestParser parser(k_rules);
    ASSERT_EQ(
        parser.feed(post("Content-Length: 3\r\nExpect: 100-Continue\r\nConnection: close\r\n", "")), State::has_head);
    EXPECT_EQ(parser.body_facts().length, 3U);
    EXPECT_EQ(parser.body_facts().expects, Expects::a_continue);
    EXPECT_EQ(parser.body_facts().after, After::close);
    EXPECT_EQ(read(post("Expect: 200-ok\r\n", "")), "unknown-expectation");
}

TEST(RequestParser, keeps_what_comes_after_a_request)
{
    RequestParser parser(k_rules);
    std::string const first = post("Content-Length: 5\r\n", "hello");
    ASSERT_EQ(parser.feed(first + get("X-Second: yes\r\n") + "GE"), State::has_head);
    ASSERT_EQ(parser.take_body(5), State::complete);
    EXPECT_EQ(parser.request().body, "hello");
    ASSERT_EQ(parser.next(), State::has_head);
    EXPECT_EQ(parser.request().header("x-second"), "yes");
    EXPECT_EQ(parser.request().body, "");
    ASSERT_EQ(parser.take_body(0), State::complete);
    EXPECT_EQ(parser.next(), State::head);
    EXPECT_EQ(parser.feed(get("").substr(2)), State::has_head);
    EXPECT_EQ(parser.take_body(0), State::complete);
    EXPECT_EQ(parser.next(), State::empty);
}

RC_GTEST_PROP(RequestParser, reads_the_same_however_the_bytes_are_cut, ())
{
    std::string const whole
        = post("Content-Length: 5\r\n", "hello") + get("X-Last: yes\r\n") + post("Content-Length: 2\r\n", "lo");
    RequestParser parser(k_rules);
    std::vector<std::string> bodies;
    std::size_t at = 0;
    auto outcome = parser.feed({});
    while (at < whole.size() || (outcome && *outcome == State::complete)) {
        RC_ASSERT(outcome.has_value());
        if (*outcome == State::has_head) {
            outcome = parser.take_body(10);
        } else if (*outcome == State::complete) {
            bodies.push_back(parser.request().body);
            outcome = parser.next();
        } else {
            auto const size = *rc::gen::inRange<std::size_t>(1, 40);
            outcome = parser.feed(std::string_view(whole).substr(at, size));
            at += std::min(size, whole.size() - at);
        }
        if (at == whole.size() && outcome && *outcome == State::has_head)
            outcome = parser.take_body(10);
    }
    RC_ASSERT(bodies == (std::vector<std::string> { "hello", "", "lo" }));
}

} // namespace
} // namespace zk::app::http
