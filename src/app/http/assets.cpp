#include "app/http/assets.hpp"

#include "base/bytes.hpp"

#include <algorithm>

namespace zk::app::http {

namespace {

constexpr std::string_view k_index = "/index.html";
constexpr std::size_t k_nonce_bytes = 16;
constexpr std::string_view k_not_built
    = "<!doctype html>\n<html lang=\"nl\"><meta charset=\"utf-8\"><title>Zorgkluis</title>\n"
      "<p>De webpagina's zijn niet meegebouwd: <code>./dev build</code></p></html>\n";

Response file(Asset const& asset, Request const& request)
{
    Response out;
    out.route = "web";
    out.with("ETag", std::string(asset.etag))
        .with("Cache-Control",
            asset.lifetime == Lifetime::immutable ? "public, max-age=31536000, immutable" : "no-cache");
    // The tag is a digest, so it does not occur within another.
    if (request.header("if-none-match").value_or("").contains(asset.etag)) {
        out.status = 304;
        return out;
    }
    out.with("Content-Type", std::string(asset.content_type));
    if (asset.coding == Coding::gzip)
        out.with("Content-Encoding", "gzip");
    out.body = FixedBytes { asset.bytes };
    return out;
}

bool is_of_the_api(std::string_view path)
{
    return path == "/api" || path.starts_with("/api/");
}

bool names_a_file(std::string_view path)
{
    return path.substr(path.rfind('/')).contains('.');
}

} // namespace

Response Assets::answer(Request const& request) const
{
    if (is_of_the_api(request.path))
        return error(Refusal::unknown_route);
    if (request.method != Method::get && request.method != Method::head) {
        RefusalFacts const& facts = facts_of(Refusal::method_not_allowed);
        return error(facts.status, facts.code.text(), facts.message).with("Allow", "GET, HEAD");
    }
    Asset const* const asset = find(request.path);
    if (asset != nullptr && asset->path != k_index)
        return file(*asset, request);
    if (asset == nullptr && names_a_file(request.path))
        return error(Refusal::unknown_route);
    Asset const* const index = find(k_index);
    if (index == nullptr) {
        Response out = bytes("text/html; charset=utf-8", std::string(k_not_built));
        out.status = 503;
        return out;
    }
    return page(*index);
}

Asset const* Assets::find(std::string_view path) const
{
    auto const found = std::ranges::find(m_table, path, &Asset::path);
    return found == m_table.end() ? nullptr : &*found;
}

Response Assets::page(Asset const& index) const
{
    std::string const nonce = to_base64(m_random.array<k_nonce_bytes>());
    std::string text;
    std::string_view rest = index.bytes;
    for (std::size_t at = rest.find(k_nonce_mark); at != std::string_view::npos; at = rest.find(k_nonce_mark)) {
        text += rest.substr(0, at);
        text += nonce;
        rest.remove_prefix(at + k_nonce_mark.size());
    }
    text += rest;
    Response out = bytes(std::string(index.content_type), std::move(text));
    out.route = "web";
    out.style_nonce = nonce;
    return out;
}

} // namespace zk::app::http
