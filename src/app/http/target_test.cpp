#include "app/http/target.hpp"

#include "app/http/limits.hpp"
#include "base/encoding.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::app::http {
namespace {

std::string path_of(std::string_view text)
{
    auto const target = Target::parse(text);
    return target ? target->path : "-";
}

TEST(Target, decodes_a_path_once)
{
    EXPECT_EQ(path_of("/"), "/");
    EXPECT_EQ(path_of("/api/patients/"), "/api/patients/");
    EXPECT_EQ(path_of("/a%20b/%C3%AB"), "/a b/ë");
    EXPECT_EQ(path_of("/a+b"), "/a+b");
    EXPECT_EQ(path_of("/%2541"), "/%41");
    EXPECT_EQ(path_of("/...."), "/....");
}

TEST(Target, refuses_what_two_readers_could_read_differently)
{
    for (std::string_view const text : { "", "a", "*", "//", "/a//b", "//evil.example/", "/.", "/..", "/a/../b", "/a/.",
             "/%2e%2e/b", "/.%2E", "/a%2fb", "/a%5cb", "/a\\b", "/a%00b", "/a%0ab", "/a%7f", "/a%", "/a%4", "/a%zz",
             "/a%+1", "/%ff", "/%c0%af", "/a#b", "/a b", "/\xc3\xab", "/a<b", "https://localhost/", "/a|b", "/a[b" })
        EXPECT_EQ(path_of(text), "-") << text;
}

TEST(Target, reads_a_query)
{
    auto const target = Target::parse("/x?from=2026-11-22&text=a+b%26c%3D&empty=&bare");
    ASSERT_TRUE(target);
    EXPECT_EQ(
        target->query, (Query { { "from", "2026-11-22" }, { "text", "a b&c=" }, { "empty", "" }, { "bare", "" } }));
    EXPECT_EQ(Target::parse("/x?")->query, Query());
}

TEST(Target, refuses_a_query_that_says_a_thing_twice_or_badly)
{
    for (std::string_view const text : { "/x?a=1&a=2", "/x?a&%61", "/x?=1", "/x?&a=1", "/x?a=1&&b=2", "/x?a=%0d%0a",
             "/x?a=%00", "/x?a=\"", "/x?a=%ff", "/x?a=#" })
        EXPECT_EQ(Target::parse(text).error(), Refusal::bad_target) << text;
}

TEST(Target, has_limits)
{
    std::string const longest = "/" + std::string(k_target_bytes_max - 1, 'a');
    EXPECT_TRUE(Target::parse(longest));
    EXPECT_EQ(Target::parse(longest + "a").error(), Refusal::target_too_long);
    std::string many = "/?k=";
    for (std::size_t i = 1; i < k_query_parameters_max; ++i)
        many += "&k" + std::to_string(i);
    EXPECT_EQ(Target::parse(many)->query.size(), k_query_parameters_max);
    EXPECT_FALSE(Target::parse(many + "&one_more"));
}

RC_GTEST_PROP(Target, gives_text_that_is_safe_to_compare, (std::string const& tail))
{
    auto const target = Target::parse("/" + tail);
    if (!target)
        return;
    std::string const bounded = target->path + "/";
    RC_ASSERT(valid_utf8(target->path));
    RC_ASSERT(!bounded.contains("/../") && !bounded.contains("/./") && !target->path.contains("//"));
    RC_ASSERT(
        std::ranges::none_of(target->path, [](char c) { return c == '\\' || (c >= 0 && c < ' ') || c == '\x7f'; }));
}

} // namespace
} // namespace zk::app::http
