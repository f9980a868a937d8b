// assets: the web interface, which is part of the binary: the page, its scripts, styles and fonts.
// Used by serve for every path that is not of the API.
// Always: nothing is read from disk; the page has a fresh nonce each time; other files come packed as they were built.
// An attacker reads here what everybody may: the program, without a person's data.
#pragma once

#include "app/http/request.hpp"
#include "app/http/response.hpp"
#include "base/random.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace zk::app::http {

enum class Coding : std::uint8_t { identity, gzip };
// Immutable: its name changes when it does.
enum class Lifetime : std::uint8_t { checked, immutable };

struct Asset {
    std::string_view path; // "/assets/index-B3x9.js"
    std::string_view content_type;
    std::string_view etag; // with its quotes
    Coding coding;
    Lifetime lifetime;
    std::string_view bytes;
};

// What was built into this program from build/web/; empty when that was not there. See cmake/assets.cmake.
[[nodiscard]] std::span<Asset const> embedded_assets();

// Stands in index.html wherever a style of ours needs the nonce.
inline constexpr std::string_view k_nonce_mark = "__CSP_NONCE__";

class Assets {
public:
    // The random is asked from several threads at once.
    Assets(std::span<Asset const> table, Random& random)
        : m_table(table)
        , m_random(random)
    {
    }

    // A file by its path; the page for a path that the browser's router knows (no extension); 404 for the rest, and for
    // /api, which the router of the API did not know.
    [[nodiscard]] Response answer(Request const& request) const;

private:
    [[nodiscard]] Asset const* find(std::string_view path) const;
    [[nodiscard]] Response page(Asset const& index) const;

    std::span<Asset const> m_table;
    Random& m_random;
};

} // namespace zk::app::http
