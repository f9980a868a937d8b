#include "app/socket/local_server.hpp"

#include "app/practice_on_disk_for_tests.hpp"
#include "app/socket/local_client.hpp"
#include "app/terminal/terminal.hpp"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zk::app {
namespace {

using namespace std::chrono_literals;

constexpr std::array k_hello { "zorgkluis", "patient", "find", "jansen" };

// A practice whose commands are answered by a function of the test.
class ServedOnDisk {
public:
    explicit ServedOnDisk(LocalServer::Run run)
        : m_patients(*care::Patients::load(*practice))
        , m_agenda(*care::Agenda::load(*practice, practice.accounts()))
    {
        std::signal(SIGPIPE, SIG_IGN);
        std::ofstream(m_folder / "goed") << "een wachtzin voor de proef\n";
        std::ofstream(m_folder / "fout") << "een andere wachtzin\n";
        auto started = LocalServer::start(
            { *practice, practice.accounts(), m_patients, m_agenda }, practice.clock(), m_random, std::move(run));
        EXPECT_TRUE(started);
        server = std::move(*started);
    }

    // As somebody at a terminal of his own would, with this passphrase; what he sees stands in `seen`.
    std::optional<Result<Exit>> command(std::string const& passphrase)
    {
        std::array<int, 2> screen { -1, -1 };
        EXPECT_EQ(::pipe2(screen.data(), O_CLOEXEC), 0);
        std::optional<Result<Exit>> out;
        {
            Terminal terminal(Terminal::Lent { { Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)),
                                                   Descriptor(::dup(screen[1])), Descriptor(screen[1]) },
                -1, 10s, m_folder.path(), { { "ZORGKLUIS_PASSPHRASE_FILE", passphrase } } });
            Terminal::Use const use(terminal);
            out = run_at_server(practice.path(), k_hello);
        }
        seen.assign(4096, '\0');
        ssize_t const size = ::read(screen[0], seen.data(), seen.size());
        seen.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
        ::close(screen[0]);
        return out;
    }

    Descriptor connect() const
    {
        auto const address = LocalAddress::in(practice.path());
        Descriptor out = open_local_socket();
        EXPECT_EQ(::connect(out.number(), address->get(), address->size()), 0);
        return out;
    }

    PracticeOnDisk practice;
    std::unique_ptr<LocalServer> server;
    std::string seen;

private:
    testing::TempFolder m_folder;
    crypto::SystemRandom m_random;
    care::Patients m_patients;
    care::Agenda m_agenda;
};

Exit say_hello(std::span<char const* const> arguments, Served& served)
{
    print("%s voor %s\n", arguments.back(), served.system_user.c_str());
    return Exit::found;
}

TEST(LocalServer, RunsACommandAtTheTerminalOfItsSender)
{
    ServedOnDisk served(say_hello);
    auto const exit = served.command("goed");
    ASSERT_TRUE(exit && *exit);
    EXPECT_EQ(**exit, Exit::found);
    EXPECT_EQ(served.seen, "jansen voor " + name_of_system_user(::geteuid()) + "\n");
}

TEST(LocalServer, IsItsOwnersAlone)
{
    ServedOnDisk served(say_hello);
    struct stat socket {};
    ASSERT_EQ(::lstat((served.practice.path() / k_socket_file).c_str(), &socket), 0);
    EXPECT_TRUE(S_ISSOCK(socket.st_mode));
    EXPECT_EQ(socket.st_mode & 0777U, 0600U);
    served.server.reset();
    EXPECT_FALSE(std::filesystem::exists(served.practice.path() / k_socket_file));
    EXPECT_FALSE(served.command("goed"));
}

TEST(LocalServer, AsksForThePassphraseAndSlowsGuessing)
{
    ServedOnDisk served(say_hello);
    for (std::uint64_t i = 0; i <= gate::k_free_failures; ++i) {
        auto const exit = served.command("fout");
        ASSERT_TRUE(exit && *exit);
        EXPECT_EQ(**exit, Exit::cannot);
        EXPECT_TRUE(served.seen.contains("passphrase-does-not-fit")) << served.seen;
    }
    EXPECT_EQ(**served.command("goed"), Exit::cannot);
    EXPECT_TRUE(served.seen.contains("login-too-soon")) << served.seen;
    served.practice.clock().advance(gate::k_login_delay_max);
    EXPECT_EQ(**served.command("goed"), Exit::found);
    auto const lines = served.practice->log().lines_of(keep::LogEvent::login_failed);
    ASSERT_TRUE(lines);
    EXPECT_EQ(lines->size(), gate::k_free_failures + 1);
}

TEST(LocalServer, SurvivesWhatIsNoCommand)
{
    ServedOnDisk served(say_hello);
    for (std::size_t const size :
        { std::size_t { 1 }, std::size_t { 100 }, k_message_bytes_max, 2 * k_message_bytes_max }) {
        Descriptor const stranger = served.connect();
        std::string const noise(size, 'x');
        ::send(stranger.number(), noise.data(), noise.size(), MSG_NOSIGNAL);
        std::uint8_t answer = 0;
        EXPECT_LE(::recv(stranger.number(), &answer, 1, 0), 0);
    }
    {
        Descriptor const silent = served.connect();
    }
    EXPECT_EQ(**served.command("goed"), Exit::found);
}

TEST(LocalServer, SurvivesACommandThatThrows)
{
    ServedOnDisk served([](auto, Served&) -> Exit { throw std::bad_alloc(); });
    EXPECT_EQ(**served.command("goed"), Exit::cannot);
    EXPECT_TRUE(served.seen.contains("command-failed")) << served.seen;
    EXPECT_EQ(**served.command("goed"), Exit::cannot);
}

TEST(LocalServer, WaitsForTheCommandAtWorkButNotForItsSender)
{
    std::promise<void> at_work;
    std::optional<std::string> typed = "nog niets";
    ServedOnDisk served([&](auto, Served&) {
        at_work.set_value();
        // Nobody types here: only the end of the server gives an answer.
        std::array<int, 2> keyboard { -1, -1 };
        EXPECT_EQ(::pipe2(keyboard.data(), O_CLOEXEC), 0);
        EXPECT_EQ(::dup2(keyboard[0], Terminal::current().number(Stream::in)), Terminal::current().number(Stream::in));
        typed = Terminal::current().read_line(10);
        ::close(keyboard[0]);
        ::close(keyboard[1]);
        return Exit::done;
    });
    auto command = std::async(std::launch::async, [&] { return served.command("goed"); });
    at_work.get_future().wait();
    served.server.reset();
    EXPECT_EQ(typed, std::nullopt);
    auto const exit = command.get();
    ASSERT_TRUE(exit && *exit);
    EXPECT_EQ(**exit, Exit::done);
}

} // namespace
} // namespace zk::app
