#include "app/http/request_parser.hpp"

#include "app/http/limits.hpp"
#include "base/ascii.hpp"
#include "base/require.hpp"

#include <algorithm>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <charconv>

namespace zk::app::http {

namespace {

namespace beast = boost::beast;
using BeastParser = beast::http::request_parser<beast::http::empty_body>;
using Head = beast::http::request<beast::http::empty_body>;
using beast::http::error;

constexpr std::string_view k_head_end = "\r\n\r\n";

std::string_view view_of(beast::string_view text)
{
    return { text.data(), text.size() };
}

std::unexpected<Refusal> refuse(Refusal refusal)
{
    return std::unexpected(refusal);
}

// Beast joins folded lines; RFC 9112 5.2 lets us refuse them.
bool has_folded_line(std::string_view head)
{
    return head.contains("\r\n ") || head.contains("\r\n\t");
}

// Beast takes "5, 5" too.
std::optional<std::uint64_t> parse_length(std::string_view text)
{
    std::uint64_t length = 0;
    auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (text.empty() || !ascii::all_digits(text) || problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return length;
}

Refusal refusal_of(beast::error_code const& code)
{
    if (code == error::header_limit)
        return Refusal::head_too_large;
    if (code == error::bad_version)
        return Refusal::wrong_version;
    return Refusal::malformed;
}

} // namespace

class RequestParser::Inside {
public:
    explicit Inside(ParserRules const& rules)
        : m_rules(rules)
    {
        begin();
    }

    Outcome feed(std::string_view bytes)
    {
        m_buffer += bytes;
        return go_on();
    }

    Outcome take_body(std::uint64_t bytes_max)
    {
        ZK_REQUIRE(m_state == State::has_head);
        if (m_facts.length > bytes_max)
            return refuse(Refusal::body_too_large);
        m_state = State::body;
        return go_on();
    }

    Outcome next()
    {
        ZK_REQUIRE(m_state == State::complete);
        begin();
        return go_on();
    }

    Request m_request;
    BodyFacts m_facts;

private:
    void begin()
    {
        m_request = {};
        m_facts = {};
        m_state = State::empty;
        m_searched = 0;
    }

    Outcome go_on()
    {
        if (m_state == State::empty || m_state == State::head)
            return go_on_in_head();
        if (m_state == State::body)
            return go_on_in_body();
        return m_state;
    }

    Outcome go_on_in_head()
    {
        std::size_t const found = m_buffer.find(k_head_end, m_searched);
        std::size_t const size = found == std::string::npos ? m_buffer.size() : found + k_head_end.size();
        if (size > m_rules.head_bytes_max)
            return refuse(Refusal::head_too_large);
        if (found == std::string::npos) {
            m_searched = m_buffer.size() - std::min(m_buffer.size(), k_head_end.size() - 1);
            m_state = m_buffer.empty() ? State::empty : State::head;
            return m_state;
        }

        std::string_view const head = std::string_view(m_buffer).substr(0, size);
        if (has_folded_line(head))
            return refuse(Refusal::malformed);
        BeastParser beast;
        beast.header_limit(static_cast<std::uint32_t>(m_rules.head_bytes_max));
        // Ours to check.
        beast.body_limit(boost::none);
        beast::error_code problem;
        std::size_t const used = beast.put(boost::asio::buffer(head), problem);
        if (problem)
            return refuse(refusal_of(problem));
        if (used != size || !beast.is_header_done())
            return refuse(Refusal::malformed);
        if (auto const understood = understand_head(beast.get()); !understood)
            return refuse(understood.error());
        m_buffer.erase(0, size);
        m_state = State::has_head;
        return m_state;
    }

    Outcome go_on_in_body()
    {
        std::size_t const wanted = std::min(m_buffer.size(), m_facts.length - m_request.body.size());
        m_request.body.append(m_buffer, 0, wanted);
        m_buffer.erase(0, wanted);
        if (m_request.body.size() == m_facts.length)
            m_state = State::complete;
        return m_state;
    }

    std::expected<void, Refusal> understand_head(Head const& head)
    {
        if (head.version() != 11)
            return refuse(Refusal::wrong_version);
        for (auto const& field : head) {
            if (m_request.headers.size() == k_headers_max)
                return refuse(Refusal::head_too_large);
            std::string name = ascii::lower(view_of(field.name_string()));
            if (m_request.header(name))
                return refuse(Refusal::malformed);
            m_request.headers.emplace_back(std::move(name), std::string(view_of(field.value())));
        }
        if (auto const framed = understand_framing(); !framed)
            return framed;
        if (auto const wanted = understand_wishes(head); !wanted)
            return wanted;
        return understand_start(head);
    }

    std::expected<void, Refusal> understand_framing()
    {
        auto const length = m_request.header("content-length");
        if (m_request.header("transfer-encoding"))
            return refuse(length ? Refusal::malformed : Refusal::length_required);
        if (!length)
            return {};
        auto const bytes = parse_length(*length);
        if (!bytes)
            return refuse(Refusal::malformed);
        m_facts.length = *bytes;
        return {};
    }

    std::expected<void, Refusal> understand_wishes(Head const& head)
    {
        if (auto const expected = m_request.header("expect")) {
            if (ascii::lower(*expected) != "100-continue")
                return refuse(Refusal::unknown_expectation);
            m_facts.expects = Expects::a_continue;
        }
        if (!head.keep_alive())
            m_facts.after = After::close;
        return {};
    }

    std::expected<void, Refusal> understand_start(Head const& head)
    {
        auto const name = m_request.header("host");
        if (!name)
            return refuse(Refusal::malformed);
        auto const host = Host::parse_with_port(*name);
        if (!host || std::ranges::find(m_rules.hosts, *host) == m_rules.hosts.end())
            return refuse(Refusal::wrong_host);
        auto const method = parse_method(view_of(head.method_string()));
        if (!method)
            return refuse(Refusal::method_not_allowed);
        auto target = Target::parse(view_of(head.target()));
        if (!target)
            return refuse(target.error());
        m_request.method = *method;
        m_request.path = std::move(target->path);
        m_request.query = std::move(target->query);
        return {};
    }

    ParserRules const& m_rules;
    std::string m_buffer;
    std::size_t m_searched = 0;
    State m_state = State::empty;
};

RequestParser::RequestParser(ParserRules const& rules)
    : m_inside(std::make_unique<Inside>(rules))
{
}

RequestParser::RequestParser(RequestParser&&) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&&) noexcept = default;
RequestParser::~RequestParser() = default;

RequestParser::Outcome RequestParser::feed(std::string_view bytes)
{
    return m_inside->feed(bytes);
}

RequestParser::Outcome RequestParser::take_body(std::uint64_t bytes_max)
{
    return m_inside->take_body(bytes_max);
}

Request& RequestParser::request()
{
    return m_inside->m_request;
}

BodyFacts const& RequestParser::body_facts() const
{
    return m_inside->m_facts;
}

RequestParser::Outcome RequestParser::next()
{
    return m_inside->next();
}

} // namespace zk::app::http
