#include "app/http/assets.hpp"

#include "testing/seeded_random.hpp"

#include <array>
#include <gtest/gtest.h>

namespace zk::app::http {
namespace {

constexpr std::array k_table {
    Asset { "/assets/index-B3x9aQ.js", "text/javascript; charset=utf-8", "\"aa\"", Coding::gzip, Lifetime::immutable,
        "packed" },
    Asset { "/favicon.svg", "image/svg+xml", "\"bb\"", Coding::identity, Lifetime::checked, "<svg/>" },
    Asset { "/index.html", "text/html; charset=utf-8", "\"cc\"", Coding::identity, Lifetime::checked,
        "<meta content=\"__CSP_NONCE__\"><style nonce=\"__CSP_NONCE__\"></style>" },
};

class AssetsTest : public ::testing::Test {
protected:
    Response ask(std::string path, Method method = Method::get, std::string known_etag = "")
    {
        Request request { .method = method, .path = std::move(path) };
        if (!known_etag.empty())
            request.headers.emplace_back("if-none-match", known_etag);
        return m_assets.answer(request);
    }
    static std::string header(Response const& response, std::string_view name)
    {
        for (auto const& line : response.headers) {
            if (line.name == name)
                return line.value;
        }
        return "-";
    }
    static std::string_view body(Response const& response)
    {
        if (auto const* fixed = std::get_if<FixedBytes>(&response.body))
            return fixed->bytes;
        return std::get<std::string>(response.body);
    }
    testing::SeededRandom m_random;
    Assets m_assets { k_table, m_random };
};

TEST_F(AssetsTest, gives_the_page_a_fresh_nonce_each_time)
{
    Response const first = ask("/");
    Response const second = ask("/index.html");
    ASSERT_TRUE(first.style_nonce && second.style_nonce);
    EXPECT_NE(*first.style_nonce, *second.style_nonce);
    EXPECT_EQ(body(first),
        "<meta content=\"" + *first.style_nonce + "\"><style nonce=\"" + *first.style_nonce + "\"></style>");
    EXPECT_EQ(header(first, "Cache-Control"), "-") << "so that it is no-store";
}

TEST_F(AssetsTest, gives_the_page_for_the_routes_of_the_browser)
{
    for (std::string const path : { "/patienten", "/patienten/123/log", "/agenda/", "/apis" })
        EXPECT_TRUE(ask(path).style_nonce) << path;
    for (std::string const path : { "/assets/gone-123.js", "/robots.txt", "/.env", "/api", "/api/", "/api/gone" })
        EXPECT_EQ(ask(path).status, 404) << path;
    EXPECT_EQ(ask("/", Method::post).status, 405);
}

TEST_F(AssetsTest, lets_browsers_keep_files)
{
    Response const script = ask("/assets/index-B3x9aQ.js");
    EXPECT_EQ(header(script, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(header(script, "Content-Encoding"), "gzip");
    EXPECT_EQ(body(script), "packed");
    Response const icon = ask("/favicon.svg");
    EXPECT_EQ(header(icon, "Cache-Control"), "no-cache");
    EXPECT_EQ(header(icon, "Content-Encoding"), "-");
    EXPECT_EQ(header(icon, "Content-Type"), "image/svg+xml");
    EXPECT_EQ(ask("/favicon.svg", Method::get, "W/\"xx\", \"bb\"").status, 304);
    EXPECT_EQ(ask("/favicon.svg", Method::get, "\"b\"").status, 200);
}

TEST_F(AssetsTest, says_so_when_the_pages_were_not_built)
{
    Assets const empty({}, m_random);
    Response const response = empty.answer({ .path = "/" });
    EXPECT_EQ(response.status, 503);
    EXPECT_TRUE(body(response).contains("./dev build"));
}

// What is in this very binary, if anything is.
TEST_F(AssetsTest, embeds_files_that_it_can_serve)
{
    Assets const assets(embedded_assets(), m_random);
    for (Asset const& asset : embedded_assets()) {
        EXPECT_EQ(assets.answer({ .path = std::string(asset.path) }).status, 200) << asset.path;
        EXPECT_EQ(asset.coding == Coding::gzip, asset.bytes.starts_with("\x1f\x8b")) << asset.path;
        EXPECT_FALSE(asset.bytes.empty()) << asset.path;
    }
}

} // namespace
} // namespace zk::app::http
