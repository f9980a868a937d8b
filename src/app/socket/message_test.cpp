#include "app/socket/message.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::app {
namespace {

CommandMessage find_jansen()
{
    CommandMessage out;
    out.arguments = { "zorgkluis", "patient", "find", "jansen" };
    out.folder = "/srv/balie";
    out.variables = { { "ZORGKLUIS_DATA", "praktijk" }, { "ZORGKLUIS_X", "" } };
    out.passphrase = "een lange wachtzin";
    return out;
}

Bytes written(CommandMessage const& message)
{
    auto bytes = write_message(message);
    EXPECT_TRUE(bytes);
    return *std::move(bytes);
}

std::string refusal_of(CommandMessage const& message)
{
    auto const parsed = parse_message(written(message));
    return parsed ? "" : std::string(parsed.error().code());
}

TEST(Message, ComesBackAsItWasSent)
{
    CommandMessage const sent = find_jansen();
    auto const parsed = parse_message(written(sent));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->arguments, sent.arguments);
    EXPECT_EQ(parsed->folder, sent.folder);
    EXPECT_EQ(parsed->variables, sent.variables);
    EXPECT_EQ(parsed->passphrase, sent.passphrase);
}

TEST(Message, IsRefusedWhenCut)
{
    Bytes const whole = written(find_jansen());
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(parse_message(ByteView(whole).first(size))) << size;
    Bytes longer = whole;
    longer.push_back(0);
    EXPECT_FALSE(parse_message(longer));
}

TEST(Message, IsRefusedWhenItSaysWhatCannotBe)
{
    CommandMessage without_arguments = find_jansen();
    without_arguments.arguments.clear();
    EXPECT_EQ(refusal_of(without_arguments), "message-malformed");
    CommandMessage relative = find_jansen();
    relative.folder = "elders";
    EXPECT_EQ(refusal_of(relative), "message-malformed");
    CommandMessage with_zero = find_jansen();
    with_zero.arguments.emplace_back("a\0b", 3);
    EXPECT_EQ(refusal_of(with_zero), "message-malformed");
    CommandMessage of_others = find_jansen();
    of_others.variables["LD_PRELOAD"] = "x";
    EXPECT_EQ(refusal_of(of_others), "message-malformed");
    Bytes const other = Writer().sized(std::string_view("zorgkluis-command/2")).take();
    EXPECT_EQ(parse_message(other).error().code(), "message-of-another-version");
}

TEST(Message, IsBounded)
{
    CommandMessage huge = find_jansen();
    huge.arguments.emplace_back(k_message_bytes_max, 'x');
    EXPECT_EQ(write_message(huge).error().code(), "command-too-long");
    CommandMessage many = find_jansen();
    many.arguments.resize(k_message_arguments_max + 1);
    EXPECT_EQ(write_message(many).error().code(), "command-too-long");
    EXPECT_FALSE(parse_message(Bytes(k_message_bytes_max + 1, 0)));
    // A count that promises more than there is.
    Bytes const promising = Writer().sized(std::string_view("zorgkluis-command/1")).varint(UINT64_MAX).take();
    EXPECT_EQ(parse_message(promising).error().code(), "message-malformed");
}

RC_GTEST_PROP(Message, AnyBytesGiveAnErrorAtTheMost, (std::vector<std::uint8_t> bytes))
{
    Bytes message = Writer().sized(std::string_view("zorgkluis-command/1")).take();
    message.insert(message.end(), bytes.begin(), bytes.end());
    auto const parsed = parse_message(message);
    bool const sound = !parsed || parsed->folder.starts_with('/');
    RC_ASSERT(sound);
}

} // namespace
} // namespace zk::app
