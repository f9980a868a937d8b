// answer_writer: a response made into the bytes of a connection, piece by piece. It does no input or output of its own.
// Used by the connection, which writes each piece and asks for the next.
// Always: what a client sees as complete is complete: a stream that failed, or was longer or shorter than told, is cut.
// An attacker who reads slowly holds one piece of an answer in our memory, whatever the answer's size.
#pragma once

#include "app/http/headers.hpp"
#include "app/http/request.hpp"
#include "app/http/response.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zk::app::http {

class AnswerWriter {
public:
    enum class Begun : std::uint8_t { as_given, as_failure };
    // A response whose head cannot be sent becomes a 500.
    Begun begin(Response response, HeadFacts const& facts, Method answers_to);

    enum class Step : std::uint8_t {
        write,   // bytes()
        produce, // call produce(), where it may wait
        done,
        failed, // error(); cut the connection
    };
    [[nodiscard]] Step next();
    // Until next() is called again.
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    // Asks the stream for its next piece. May throw what the producer throws: then the next step is failed.
    void produce();
    [[nodiscard]] Error const& error() const { return m_produced.error(); }

    [[nodiscard]] int status() const { return m_response.status; }
    [[nodiscard]] Code route() const { return m_response.route; }

private:
    Step write(std::string_view bytes);
    Step fail_with(std::unexpected<Error> error);
    Step next_of_stream();
    Step take_piece();
    Step end_stream();

    Response m_response;
    Framing m_framing = Framing::none;
    enum class At : std::uint8_t { head, body, waits_for_piece, end } m_at = At::end;
    std::string m_out;
    std::string_view m_rest;
    std::string_view m_bytes;
    std::string m_piece;
    Result<More> m_produced = More::yes;
    std::optional<std::uint64_t> m_stream_left;
};

} // namespace zk::app::http
