#include "app/terminal/terminal.hpp"

#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <poll.h>
#include <unistd.h>

namespace zk::app {

namespace {

constexpr std::array k_own_streams { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO };
// A pipe that is ready takes this much without keeping us waiting.
constexpr std::size_t k_at_once = PIPE_BUF;

Terminal*& terminal_of_this_thread()
{
    thread_local Terminal* current = nullptr;
    return current;
}

[[gnu::format(printf, 1, 0)]] std::string formatted(char const* format, std::va_list arguments)
{
    std::va_list again;
    va_copy(again, arguments);
    int const size = std::vsnprintf(nullptr, 0, format, again);
    va_end(again);
    std::string out(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    std::vsnprintf(out.data(), out.size() + 1, format, arguments);
    return out;
}

} // namespace

Terminal::Terminal()
    : m_numbers(k_own_streams)
{
}

Terminal::Terminal(Lent lent)
    : m_lent(std::move(lent))
    , m_numbers { m_lent->streams[0].number(), m_lent->streams[1].number(), m_lent->streams[2].number() }
{
}

Terminal::~Terminal()
{
    flush();
}

Terminal& Terminal::current()
{
    static Terminal own;
    Terminal* const lent = terminal_of_this_thread();
    return lent == nullptr ? own : *lent;
}

Terminal::Use::Use(Terminal& terminal)
    : m_before(std::exchange(terminal_of_this_thread(), &terminal))
{
}

Terminal::Use::~Use()
{
    terminal_of_this_thread() = m_before;
}

bool Terminal::is_interactive(Stream stream) const
{
    return ::isatty(number(stream)) != 0;
}

void Terminal::out(std::string_view text)
{
    m_waiting += text;
    if (m_waiting.size() >= k_at_once)
        flush();
}

void Terminal::err(std::string_view text)
{
    flush();
    // Who cannot be told of an error cannot be told that either.
    [[maybe_unused]] bool const written = write(Stream::err, text);
}

bool Terminal::flush()
{
    if (!m_waiting.empty() && m_written)
        m_written = write(Stream::out, m_waiting);
    m_waiting.clear();
    return m_written;
}

bool Terminal::ready(Stream stream, short event) const
{
    std::array<pollfd, 2> waiting { pollfd { number(stream), event, 0 },
        pollfd { m_lent ? m_lent->alive : -1, POLLIN, 0 } };
    int const patience = m_lent ? static_cast<int>(m_lent->patience.count()) : -1;
    uninterrupted([&] { return ::poll(waiting.data(), waiting.size(), patience); });
    bool const gone = waiting[1].revents != 0;
    // What he left at the terminal is no longer for us to read; what he asked for may still be written.
    return waiting[0].revents != 0 && !(gone && stream == Stream::in);
}

bool Terminal::write(Stream stream, std::string_view text)
{
    while (!text.empty()) {
        if (!ready(stream, POLLOUT))
            return false;
        ssize_t const size
            = uninterrupted([&] { return ::write(number(stream), text.data(), std::min(text.size(), k_at_once)); });
        if (size < 0 && errno == EAGAIN)
            continue;
        if (size <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
}

bool Terminal::read_byte(char& byte)
{
    return ready(Stream::in, POLLIN) && uninterrupted([&] { return ::read(number(Stream::in), &byte, 1); }) == 1;
}

std::optional<std::string> Terminal::read_line(std::size_t bytes_max)
{
    flush();
    std::string out;
    // It may be a secret: no copies are left behind by growing.
    out.reserve(bytes_max);
    char byte = 0;
    while (read_byte(byte)) {
        if (byte == '\n')
            return out;
        if (out.size() == bytes_max)
            return std::nullopt;
        out += byte;
    }
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}

std::string Terminal::read_some(std::size_t bytes_max)
{
    std::string out;
    out.reserve(bytes_max);
    char byte = 0;
    while (out.size() < bytes_max && read_byte(byte))
        out += byte;
    return out;
}

std::filesystem::path Terminal::path(std::filesystem::path const& typed) const
{
    return m_lent && !typed.empty() ? m_lent->folder / typed : typed;
}

std::optional<std::string> Terminal::variable(std::string const& name) const
{
    if (m_lent) {
        auto const found = m_lent->variables.find(name);
        return found == m_lent->variables.end() ? std::nullopt : std::optional(found->second);
    }
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread of this program ever sets a variable
    char const* const value = std::getenv(name.c_str());
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

void print(char const* format, ...)
{
    std::va_list arguments;
    va_start(arguments, format);
    Terminal::current().out(formatted(format, arguments));
    va_end(arguments);
}

void print_error(char const* format, ...)
{
    std::va_list arguments;
    va_start(arguments, format);
    Terminal::current().err(formatted(format, arguments));
    va_end(arguments);
}

void print_text(std::string_view text)
{
    Terminal::current().out(text);
}

} // namespace zk::app
