#include "app/commands/identity_lines.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::app {
namespace {

std::string said(std::string_view text)
{
    auto const lines = read_identity_lines(text);
    if (!lines)
        return lines.error().place() + " " + std::string(lines.error().code());
    return lines->number.text() + " " + (lines->bsn ? lines->bsn->digits() : "-");
}

TEST(IdentityLines, AreANumberAndPerhapsABsn)
{
    EXPECT_EQ(said("number: SPECI2014\nbsn: 999990019\n"), "SPECI2014 999990019");
    EXPECT_EQ(said("bsn:999990019\r\n\r\nnumber:SPECI2014"), "SPECI2014 999990019");
    EXPECT_EQ(said("number: SPECI2014\n"), "SPECI2014 -");
    EXPECT_EQ(said("number: SPECI2014\nbsn:\n"), "SPECI2014 -");
}

TEST(IdentityLines, NameTheLineThatIsWrong)
{
    EXPECT_EQ(said(""), " document-number-bad-length");
    EXPECT_EQ(said("bsn: 999990019\n"), " document-number-bad-length");
    EXPECT_EQ(said("number: SPECI2014\n\nSPECI2014\n"), "regel 3 identity-line-unknown");
    EXPECT_EQ(said("number\n"), "regel 1 identity-line-unknown");
    EXPECT_EQ(said("number: SPECI2014\nname: x\n"), "regel 2 identity-line-unknown");
    EXPECT_EQ(said("number: SPECI2014\nnumber: SPECI2015\n"), "regel 2 identity-line-twice");
    EXPECT_EQ(said("number: SPECI2014\nbsn: 999990018\n"), " bsn-check-failed");
    EXPECT_EQ(said("number: SPECI2014\nbsn: twee\n"), " bsn-not-nine-digits");
}

RC_GTEST_PROP(IdentityLines, take_any_text, (std::string const& text))
{
    auto const lines = read_identity_lines(text);
    RC_ASSERT(lines || lines.error().fault() == Fault::bad_input);
}

} // namespace
} // namespace zk::app
