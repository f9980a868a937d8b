#include "app/http/answer_writer.hpp"

#include "app/http/limits.hpp"
#include "base/require.hpp"

#include <fmt/format.h>
#include <iterator>

namespace zk::app::http {

namespace {

constexpr std::string_view k_last_chunk = "0\r\n\r\n";

} // namespace

AnswerWriter::Begun AnswerWriter::begin(Response response, HeadFacts const& facts, Method answers_to)
{
    Begun begun = Begun::as_given;
    m_response = std::move(response);
    auto head = head_of(m_response, facts);
    if (!head) {
        begun = Begun::as_failure;
        Code const route = m_response.route;
        m_response = http::error(Refusal::failed);
        m_response.route = route;
        head = head_of(m_response, facts);
    }
    ZK_REQUIRE(head);
    m_out = std::move(*head);
    m_at = At::head;
    m_framing = answers_to == Method::head ? Framing::none : framing_of(m_response);
    m_rest = {};
    m_produced = More::yes;
    m_stream_left.reset();
    if (m_framing == Framing::none)
        return begun;
    if (auto const* text = std::get_if<std::string>(&m_response.body))
        m_rest = *text;
    else if (auto const* fixed = std::get_if<FixedBytes>(&m_response.body))
        m_rest = fixed->bytes;
    else
        m_stream_left = std::get<Stream>(m_response.body).length;
    // A small answer goes in one record.
    if (m_out.size() + m_rest.size() <= k_read_bytes) {
        m_out += m_rest;
        m_rest = {};
    }
    return begun;
}

AnswerWriter::Step AnswerWriter::next()
{
    switch (m_at) {
    case At::head:
        m_at = At::body;
        return write(m_out);
    case At::body:
        if (!m_rest.empty()) {
            std::string_view const piece = m_rest.substr(0, k_piece_bytes);
            m_rest.remove_prefix(piece.size());
            return write(piece);
        }
        if (m_framing != Framing::none && std::holds_alternative<Stream>(m_response.body))
            return next_of_stream();
        m_at = At::end;
        return Step::done;
    case At::waits_for_piece:
        m_at = At::body;
        return take_piece();
    case At::end:
        return Step::done;
    }
    ZK_REQUIRE(false);
    return Step::failed;
}

void AnswerWriter::produce()
{
    m_piece.clear();
    m_produced = fail(Fault::internal, "producer-threw");
    m_produced = std::get<Stream>(m_response.body).produce(m_piece);
}

AnswerWriter::Step AnswerWriter::write(std::string_view bytes)
{
    m_bytes = bytes;
    return Step::write;
}

AnswerWriter::Step AnswerWriter::fail_with(std::unexpected<Error> error)
{
    m_produced = std::move(error);
    return Step::failed;
}

AnswerWriter::Step AnswerWriter::next_of_stream()
{
    if (*m_produced == More::no)
        return end_stream();
    m_at = At::waits_for_piece;
    return Step::produce;
}

AnswerWriter::Step AnswerWriter::take_piece()
{
    if (!m_produced)
        return Step::failed;
    if (m_piece.empty())
        return next_of_stream();
    if (m_framing == Framing::chunked) {
        m_out.clear();
        fmt::format_to(std::back_inserter(m_out), "{:x}\r\n", m_piece.size());
        m_out += m_piece;
        m_out += "\r\n";
        return write(m_out);
    }
    if (m_piece.size() > *m_stream_left)
        return fail_with(fail(Fault::internal, "stream-longer-than-told"));
    *m_stream_left -= m_piece.size();
    return write(m_piece);
}

AnswerWriter::Step AnswerWriter::end_stream()
{
    m_at = At::end;
    if (m_framing == Framing::chunked)
        return write(k_last_chunk);
    if (*m_stream_left != 0)
        return fail_with(fail(Fault::internal, "stream-shorter-than-told"));
    return Step::done;
}

} // namespace zk::app::http
