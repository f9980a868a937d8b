// Any bytes as what a client sends: the same requests however they are cut, with paths that are safe to compare; and the
// router finds for each a route or none.
#include "app/http/limits.hpp"
#include "app/http/request_parser.hpp"
#include "app/http/router.hpp"
#include "base/encoding.hpp"
#include "base/require.hpp"

#include <algorithm>

namespace zk::app::http {
namespace {

using State = RequestParser::State;

constexpr std::uint64_t k_body_max = 1000;

Response answer_with_parameters(Request& request)
{
    for (auto const& [name, value] : request.parameters)
        ZK_REQUIRE(!value.empty() && !value.contains('/'));
    return no_content();
}

Router const& router()
{
    static Router const instance(
        { { Method::get, "/", answer_with_parameters }, { Method::get, "/api/patients/recent", answer_with_parameters },
            { Method::get, "/api/patients/{id}", answer_with_parameters },
            { Method::post, "/api/patients/{id}/bsn", answer_with_parameters, k_body_max / 2 } });
    return instance;
}

void check(Request& request)
{
    std::string const bounded = request.path + "/";
    ZK_REQUIRE(request.path.starts_with('/') && valid_utf8(request.path));
    ZK_REQUIRE(!bounded.contains("/../") && !bounded.contains("/./") && !request.path.contains("//"));
    ZK_REQUIRE(request.path.find_first_of(std::string_view("\\\r\n\0", 4)) == std::string::npos);
    ZK_REQUIRE(request.header("host") && request.query.size() <= k_query_parameters_max);
    for (auto const& [name, value] : request.headers)
        ZK_REQUIRE(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
    ZK_REQUIRE(request.body.size() <= k_body_max);
    int const status = router().answer(request).status;
    ZK_REQUIRE(status == 204 || status == 404 || status == 405);
}

// What it read, and how it ended.
std::string read(std::string_view bytes, std::size_t piece_bytes)
{
    static ParserRules const rules { k_head_bytes_max, { *Host::parse("localhost"), *Host::parse("127.0.0.1") } };
    RequestParser parser(rules);
    std::string out;
    auto outcome = parser.feed({});
    for (;;) {
        if (!outcome)
            return out + std::string(facts_of(outcome.error()).code.text());
        if (*outcome == State::has_head) {
            outcome = parser.take_body(std::min(k_body_max, router().body_bytes_max(parser.request())));
        } else if (*outcome == State::complete) {
            check(parser.request());
            out += parser.request().path + "\n" + parser.request().body + "\n";
            if (parser.body_facts().after == After::close)
                return out + "close";
            outcome = parser.next();
        } else if (bytes.empty()) {
            return out + "more";
        } else {
            std::string_view const piece = bytes.substr(0, piece_bytes);
            bytes.remove_prefix(piece.size());
            outcome = parser.feed(piece);
        }
    }
}

} // namespace
} // namespace zk::app::http

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace zk::app::http;
    if (size == 0)
        return 0;
    // The first byte says how the rest is cut.
    std::string_view const bytes(reinterpret_cast<char const*>(data + 1), size - 1);
    std::string const whole = read(bytes, std::string_view::npos);
    std::string const cut = read(bytes, data[0] + std::size_t { 1 });
    // A limit may strike before or after another refusal, by where the bytes were cut; what was read before does not differ.
    ZK_REQUIRE(whole == cut || (whole.substr(0, whole.rfind('\n') + 1) == cut.substr(0, cut.rfind('\n') + 1)));
    static_cast<void>(Target::parse(bytes));
    static_cast<void>(Host::parse_with_port(bytes));
    return 0;
}
