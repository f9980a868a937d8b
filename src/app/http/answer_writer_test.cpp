#include "app/http/answer_writer.hpp"

#include "app/http/limits.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace zk::app::http {
namespace {

using Step = AnswerWriter::Step;

Instant const k_now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + std::chrono::hours(9);
HeadFacts const k_facts { k_now, RequestId::from_raw({ 0xab }), Connection::keep };

struct Written {
    std::string head;
    std::string body;
    Step end;
    std::size_t largest = 0;
};

Written write(Response response, Method method = Method::get)
{
    AnswerWriter writer;
    writer.begin(std::move(response), k_facts, method);
    std::string all;
    std::size_t largest = 0;
    Step step = writer.next();
    for (; step == Step::write || step == Step::produce; step = writer.next()) {
        if (step == Step::produce) {
            writer.produce();
            continue;
        }
        all += writer.bytes();
        largest = std::max(largest, writer.bytes().size());
    }
    std::size_t const end = all.find("\r\n\r\n") + 4;
    return { all.substr(0, end), all.substr(end), step, largest };
}

Response stream_of(std::vector<std::string> pieces, std::optional<std::uint64_t> length = std::nullopt)
{
    auto const at = std::make_shared<std::size_t>(0);
    return download("application/pdf", "Brief ë \"1\".pdf",
        { [pieces, at](std::string& piece) -> Result<More> {
             piece += pieces[(*at)++];
             return *at == pieces.size() ? More::no : More::yes;
         },
            length });
}

TEST(AnswerWriter, writes_the_whole_head_in_a_known_order)
{
    Response response = bytes("text/plain", "hello");
    response.style_nonce = "abc";
    Written const written = write(std::move(response));
    EXPECT_TRUE(written.head.starts_with(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nDate: Sun, 22 Nov 2026 09:00:00 GMT\r\n"
        "X-Request-Id: ab000000000000000000000000000000\r\nCache-Control: no-store\r\n"
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; "))
        << written.head;
    EXPECT_EQ(written.body, "hello");
    EXPECT_EQ(written.end, Step::done);
}

TEST(AnswerWriter, gives_no_body_where_there_is_none)
{
    Written const nothing = write(no_content());
    EXPECT_FALSE(nothing.head.contains("Content-Length"));
    EXPECT_EQ(nothing.body, "");
    Written const head = write(bytes("text/plain", "hello"), Method::head);
    EXPECT_TRUE(head.head.contains("Content-Length: 5\r\n"));
    EXPECT_EQ(head.body, "");
    Written const stream = write(stream_of({}), Method::head);
    EXPECT_TRUE(stream.head.contains("Transfer-Encoding: chunked\r\n"));
    EXPECT_EQ(stream.body, "");
}

TEST(AnswerWriter, cuts_what_is_large_into_pieces)
{
    std::string const large(10 * k_piece_bytes + 1, 'x');
    Written const written = write(bytes("text/plain", large));
    EXPECT_EQ(written.body, large);
    EXPECT_EQ(written.largest, k_piece_bytes);
    Response fixed;
    fixed.body = FixedBytes { large };
    EXPECT_EQ(write(std::move(fixed)).body, large);
}

TEST(AnswerWriter, writes_a_stream_with_and_without_a_length)
{
    Written const chunked = write(stream_of({ "hello", "", std::string(17, 'x') }));
    EXPECT_EQ(chunked.body, "5\r\nhello\r\n11\r\nxxxxxxxxxxxxxxxxx\r\n0\r\n\r\n");
    EXPECT_EQ(chunked.end, Step::done);
    EXPECT_TRUE(chunked.head.contains("attachment; filename*=UTF-8''Brief%20%C3%AB%20%221%22.pdf\r\n"));
    Written const counted = write(stream_of({ "hel", "lo", "" }, 5));
    EXPECT_EQ(counted.body, "hello");
    EXPECT_TRUE(counted.head.contains("Content-Length: 5\r\n"));
    EXPECT_EQ(counted.end, Step::done);
}

TEST(AnswerWriter, does_not_end_a_stream_that_is_not_whole)
{
    EXPECT_EQ(write(stream_of({ "hel", "l" }, 5)).end, Step::failed);
    EXPECT_EQ(write(stream_of({ "hel", "lo!" }, 5)).end, Step::failed);
    Written const failed
        = write(download("text/plain", "a", { [first = true](std::string& piece) mutable -> Result<More> {
              piece = "some";
              if (!std::exchange(first, false))
                  return fail(Fault::storage, "disk-failed");
              return More::yes;
          } }));
    EXPECT_EQ(failed.end, Step::failed);
    EXPECT_EQ(failed.body, "4\r\nsome\r\n");

    AnswerWriter writer;
    writer.begin(download("text/plain", "a", { [](std::string&) -> Result<More> { throw std::bad_alloc(); } }), k_facts,
        Method::get);
    EXPECT_EQ(writer.next(), Step::write);
    EXPECT_EQ(writer.next(), Step::produce);
    EXPECT_THROW(writer.produce(), std::bad_alloc);
    EXPECT_EQ(writer.next(), Step::failed);
    EXPECT_EQ(writer.error().code(), "producer-threw");
}

TEST(AnswerWriter, sends_no_header_that_starts_another_or_is_not_the_handlers)
{
    for (HeaderLine const& line : { HeaderLine { "X-A", "b\nc" }, { "X-A", "b\rc" }, { "X A", "b" }, { "", "b" },
             { "X-A:", "b" }, { "Content-Length", "5" }, { "transfer-encoding", "chunked" } }) {
        AnswerWriter writer;
        EXPECT_EQ(writer.begin(no_content().with(line.name, line.value), k_facts, Method::get),
            AnswerWriter::Begun::as_failure);
        EXPECT_EQ(writer.status(), 500);
    }
}

TEST(Response, tells_an_error_as_json)
{
    Response const response = error(422, "bsn-check-failed", "Dit \"BSN\" klopt niet.", "bsn");
    auto const body = nlohmann::json::parse(std::get<std::string>(response.body));
    EXPECT_EQ(body["error"]["code"], "bsn-check-failed");
    EXPECT_EQ(body["error"]["message"], "Dit \"BSN\" klopt niet.");
    EXPECT_EQ(body["error"]["place"], "bsn");
    EXPECT_FALSE(std::get<std::string>(error(Refusal::unknown_route).body).contains("place"));
    EXPECT_EQ(error(Refusal::busy).headers.back().name, "Retry-After");
    EXPECT_EQ(status_of(Fault::conflict), 409);
}

TEST(Headers, writes_dates_as_http_wants_them)
{
    EXPECT_EQ(http_date(Instant()), "Thu, 01 Jan 1970 00:00:00 GMT");
    EXPECT_EQ(http_date(k_now + std::chrono::milliseconds(1999)), "Sun, 22 Nov 2026 09:00:01 GMT");
}

} // namespace
} // namespace zk::app::http
