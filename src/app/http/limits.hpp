// limits: how much and how long the server takes from a client, each with its reason; the defaults are the product's.
// Used by app/http; tests turn single ones down.
// Always: what one client may hold fits in what all may hold; the assertions say so.
// An attacker who sends more, or slower, gets an answer of one line or a closed connection, not our memory or threads.
#pragma once

#include "base/limits.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace zk::app::http {

// A browser sends one or two KiB with its cookie.
inline constexpr std::size_t k_head_bytes_max = 16 * k_kib;
inline constexpr std::size_t k_headers_max = 64;
// No personal data in a URL, so there is nothing long to say in one.
inline constexpr std::size_t k_target_bytes_max = 2 * k_kib;
inline constexpr std::size_t k_query_parameters_max = 32;
// The longest note, each of its characters escaped in JSON by another, and what stands around it.
inline constexpr std::uint64_t k_body_bytes_max = 2 * k_note_bytes_max + 64 * k_kib;
// Of all requests together: what routes with a larger limit of their own can take of our memory.
inline constexpr std::uint64_t k_bodies_bytes_max = 256 * k_mib;

// One record of TLS.
inline constexpr std::size_t k_read_bytes = 16 * k_kib;
// A piece of an answer: the client must take each in time, and a stream holds one in memory.
inline constexpr std::size_t k_piece_bytes = 64 * k_kib;

// A desk holds six connections for each browser; a terminal server is one address with some twenty desks.
inline constexpr std::size_t k_connections_per_peer_max = 128;
// Some 100 KiB each, and below the 1024 files that a process may open by default.
inline constexpr std::size_t k_connections_max = 512;

// Handlers wait for the disk, where waiting writers share one flush: more threads than cores is right.
inline constexpr std::size_t k_handler_threads = 8;
// At 5 ms a request the last in the queue waits 80 ms; what is beyond would wait longer than a person likes.
inline constexpr std::size_t k_queue_max = 128;
// TLS at 30,000 requests/s each.
inline constexpr std::size_t k_io_threads = 2;

struct Limits {
    std::size_t head_bytes_max = k_head_bytes_max;
    std::uint64_t bodies_bytes_max = k_bodies_bytes_max;
    std::size_t connections_max = k_connections_max;
    std::size_t connections_per_peer_max = k_connections_per_peer_max;
    std::size_t queue_max = k_queue_max;
    std::size_t handler_threads = k_handler_threads;
    // From the first byte to the last: a slow line needs one second.
    std::chrono::milliseconds handshake_time_max = std::chrono::seconds(10);
    std::chrono::milliseconds head_time_max = std::chrono::seconds(10);
    // A body gets this, and a second more for each of so many bytes that it announced.
    std::chrono::milliseconds body_time_max = std::chrono::seconds(30);
    std::uint64_t body_bytes_per_second_min = 64 * k_kib;
    // For one piece of an answer: a phone in a lift may lose its network that long.
    std::chrono::milliseconds piece_time_max = std::chrono::seconds(30);
    // Between two requests. Browsers reopen without the user's noticing.
    std::chrono::milliseconds idle_time_max = std::chrono::seconds(60);
    // After our last byte, so that the client reads it before a reset reaches him.
    std::chrono::milliseconds linger_time_max = std::chrono::seconds(2);
    // What is being answered when the server stops; systemd kills after 90 s.
    std::chrono::milliseconds drain_time_max = std::chrono::seconds(10);
};

static_assert(k_target_bytes_max < k_head_bytes_max, "a target fits in a head");
static_assert(k_note_bytes_max < k_body_bytes_max, "the longest note can be sent");
static_assert(k_search_text_bytes_max < k_body_bytes_max, "the longest search can be sent");
static_assert(k_body_bytes_max * k_queue_max <= 2 * k_bodies_bytes_max, "a full queue of common bodies nearly fits");
static_assert(k_connections_per_peer_max * 4 <= k_connections_max, "one peer leaves room for others");
static_assert(k_handler_threads < k_queue_max);
static_assert(k_read_bytes <= k_piece_bytes);

} // namespace zk::app::http
