#include "app/terminal/terminal.hpp"

#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace zk::app {
namespace {

using namespace std::chrono_literals;

struct Pair {
    Descriptor read { -1 };
    Descriptor write { -1 };
};

Pair make_pipe()
{
    std::array<int, 2> ends { -1, -1 };
    EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    return { Descriptor(ends[0]), Descriptor(ends[1]) };
}

// Somebody with three pipes, and a line that breaks when he goes.
class Guest {
public:
    explicit Guest(std::chrono::milliseconds patience = 10s)
        : m_terminal(Terminal::Lent { { std::move(m_in.read), std::move(m_out.write), std::move(m_err.write) },
              m_alive.read.number(), patience, "/ergens", { { "ZORGKLUIS_X", "ja" } } })
    {
        std::signal(SIGPIPE, SIG_IGN);
    }
    Terminal& terminal() { return m_terminal; }
    void types(std::string_view text)
    {
        ASSERT_EQ(::write(m_in.write.number(), text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    void ends_input() { m_in.write = Descriptor(-1); }
    void goes() { m_alive.write = Descriptor(-1); }
    void closes_output() { m_out.read = Descriptor(-1); }
    std::string sees(Pair const& pair)
    {
        std::string out(100'000, '\0');
        ssize_t const size = ::read(pair.read.number(), out.data(), out.size());
        out.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
        return out;
    }
    std::string sees_out() { return sees(m_out); }
    std::string sees_err() { return sees(m_err); }

private:
    Pair m_in = make_pipe();
    Pair m_out = make_pipe();
    Pair m_err = make_pipe();
    Pair m_alive = make_pipe();
    Terminal m_terminal;
};

TEST(Terminal, SpeaksToTheOneOfThisThread)
{
    Guest guest;
    {
        Terminal::Use const use(guest.terminal());
        print("%s is %d\n", "drie", 3);
        print_text("100% zeker\n");
        print_error("let op: %s\n", "niets");
        std::thread([] { EXPECT_NE(&Terminal::current(), nullptr); }).join();
        EXPECT_EQ(&Terminal::current(), &guest.terminal());
    }
    EXPECT_NE(&Terminal::current(), &guest.terminal());
    EXPECT_EQ(guest.sees_out(), "drie is 3\n100% zeker\n");
    EXPECT_EQ(guest.sees_err(), "let op: niets\n");
}

TEST(Terminal, KnowsTheFolderAndTheVariablesOfItsOwner)
{
    Guest guest;
    EXPECT_EQ(guest.terminal().path("verslag.json"), "/ergens/verslag.json");
    EXPECT_EQ(guest.terminal().path("/elders/verslag.json"), "/elders/verslag.json");
    EXPECT_EQ(guest.terminal().path(""), "");
    EXPECT_EQ(guest.terminal().variable("ZORGKLUIS_X"), "ja");
    EXPECT_EQ(guest.terminal().variable("PATH"), std::nullopt);
    EXPECT_EQ(Terminal::current().path("verslag.json"), "verslag.json");
    EXPECT_TRUE(Terminal::current().variable("PATH"));
}

TEST(Terminal, ReadsLinesAndNoByteMore)
{
    Guest guest;
    guest.types("een\n\ntwee\nde rest");
    EXPECT_EQ(guest.terminal().read_line(10), "een");
    EXPECT_EQ(guest.terminal().read_line(10), "");
    EXPECT_EQ(guest.terminal().read_line(3), std::nullopt);
    guest.ends_input();
    EXPECT_EQ(guest.terminal().read_some(4), "\nde ");
    EXPECT_EQ(guest.terminal().read_line(10), "rest");
    EXPECT_EQ(guest.terminal().read_line(10), std::nullopt);
}

TEST(Terminal, WaitsForNobodyWhoHasGone)
{
    Guest guest;
    guest.types("te laat\n");
    guest.goes();
    EXPECT_EQ(guest.terminal().read_line(10), std::nullopt);
    guest.terminal().out("klaar\n");
    EXPECT_TRUE(guest.terminal().flush());
    EXPECT_EQ(guest.sees_out(), "klaar\n");
    // More than a pipe holds, and nobody who reads it.
    guest.terminal().out(std::string(1'000'000, 'x'));
    EXPECT_FALSE(guest.terminal().flush());
}

TEST(Terminal, WaitsNoLongerThanItsPatience)
{
    Guest guest(20ms);
    EXPECT_EQ(guest.terminal().read_line(10), std::nullopt);
    guest.terminal().out(std::string(1'000'000, 'x'));
    EXPECT_FALSE(guest.terminal().flush());
}

TEST(Terminal, SurvivesAClosedPipe)
{
    Guest guest;
    guest.closes_output();
    guest.terminal().out("voor niemand\n");
    EXPECT_FALSE(guest.terminal().flush());
    guest.terminal().err("toch\n");
    EXPECT_EQ(guest.sees_err(), "toch\n");
}

} // namespace
} // namespace zk::app
