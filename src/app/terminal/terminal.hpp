// terminal: whom a command speaks to: what he reads and types, the folder he stands in, the variables he set.
// Used by every command; a process has one, and a server speaks through that of the program that sent it a command.
// Always: a thread has one terminal at a time; a lent one is not waited for when he who lent it has gone or sits still.
// An attacker who lends us his gets what he could read and write himself.
#pragma once

#include "app/posix_file.hpp"

#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace zk::app {

enum class Stream : std::uint8_t { in = 0, out = 1, err = 2 };

class Terminal {
public:
    // Of this process.
    Terminal();
    struct Lent {
        std::array<Descriptor, 3> streams; // in, out, err
        int alive;                         // can be read from when he has gone
        std::chrono::milliseconds patience;
        std::filesystem::path folder;
        std::map<std::string, std::string> variables;
    };
    explicit Terminal(Lent lent);
    Terminal(Terminal const&) = delete;
    Terminal& operator=(Terminal const&) = delete;
    ~Terminal();

    [[nodiscard]] static Terminal& current();
    // The one of this thread, as long as this lives.
    class Use {
    public:
        explicit Use(Terminal& terminal);
        Use(Use const&) = delete;
        Use& operator=(Use const&) = delete;
        ~Use();

    private:
        Terminal* m_before;
    };

    [[nodiscard]] int number(Stream stream) const { return m_numbers.at(static_cast<std::size_t>(stream)); }
    [[nodiscard]] bool is_interactive(Stream stream) const;

    void out(std::string_view text);
    // After all that stands in `out`.
    void err(std::string_view text);
    // False when something could not be written.
    bool flush();

    // Without its end; nothing at the end of the input, when nobody types, or when it is longer than that.
    [[nodiscard]] std::optional<std::string> read_line(std::size_t bytes_max);
    // To the end of the input, or that many bytes.
    [[nodiscard]] std::string read_some(std::size_t bytes_max);

    // As he typed it, seen from his folder.
    [[nodiscard]] std::filesystem::path path(std::filesystem::path const& typed) const;
    [[nodiscard]] std::optional<std::string> variable(std::string const& name) const;

private:
    [[nodiscard]] bool ready(Stream stream, short event) const;
    [[nodiscard]] bool write(Stream stream, std::string_view text);
    [[nodiscard]] bool read_byte(char& byte);

    std::optional<Lent> m_lent;
    std::array<int, 3> m_numbers;
    std::string m_waiting;
    bool m_written = true;
};

// To the terminal of this thread.
[[gnu::format(printf, 1, 2)]] void print(char const* format, ...);
[[gnu::format(printf, 1, 2)]] void print_error(char const* format, ...);
void print_text(std::string_view text);

} // namespace zk::app
