#include "app/passphrase.hpp"

#include "crypto/seal.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <termios.h>
#include <unistd.h>

namespace zk::app {

namespace {

constexpr std::size_t k_secret_bytes_max = 4096;

Result<std::string> read_file(std::string const& path)
{
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail(Fault::wrong_use, "passphrase-file-unreadable", Place::path(path));
    std::string out(k_secret_bytes_max + 1, '\0');
    ssize_t const size = ::read(file, out.data(), out.size());
    ::close(file);
    if (size < 0)
        return fail(Fault::wrong_use, "passphrase-file-unreadable", Place::path(path));
    if (static_cast<std::size_t>(size) > k_secret_bytes_max)
        return fail(Fault::wrong_use, "passphrase-file-too-long", Place::path(path));
    out.resize(static_cast<std::size_t>(size));
    if (out.ends_with('\n'))
        out.pop_back();
    if (out.ends_with('\r'))
        out.pop_back();
    if (out.empty())
        return fail(Fault::wrong_use, "passphrase-empty", Place::path(path));
    return out;
}

// Typed characters stay invisible for as long as this lives.
class NoEcho {
public:
    NoEcho()
    {
        ::tcgetattr(STDIN_FILENO, &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    NoEcho(NoEcho const&) = delete;
    NoEcho& operator=(NoEcho const&) = delete;
    ~NoEcho()
    {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }

private:
    termios m_before {};
};

Result<std::string> ask(std::string const& question)
{
    std::fprintf(stderr, "%s: ", question.c_str());
    std::array<char, k_secret_bytes_max> line {};
    NoEcho const quiet;
    if (std::fgets(line.data(), static_cast<int>(line.size()), stdin) == nullptr)
        return fail(Fault::wrong_use, "passphrase-empty");
    std::string out(line.data());
    crypto::wipe({ reinterpret_cast<std::uint8_t*>(line.data()), line.size() });
    if (out.ends_with('\n'))
        out.pop_back();
    if (out.empty())
        return fail(Fault::wrong_use, "passphrase-empty");
    return out;
}

std::optional<std::string> environment(std::string const& name)
{
    char const* const value = std::getenv(name.c_str()); // NOLINT(concurrency-mt-unsafe): nobody sets one
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

} // namespace

Result<std::string> read_secret(std::string const& variable, std::string const& question, Ask how)
{
    if (auto const path = environment(variable))
        return read_file(*path);
    if (::isatty(STDIN_FILENO) == 0)
        return fail(Fault::wrong_use, "no-passphrase-and-no-terminal");
    ZK_TRY(std::string first, ask(question));
    if (how == Ask::once)
        return first;
    ZK_TRY(std::string second, ask(question + " (nog eens)"));
    bool const same = first == second;
    wipe_text(second);
    if (!same)
        return fail(Fault::wrong_use, "passphrases-differ");
    return first;
}

Result<std::string> read_passphrase(Ask how)
{
    if (!environment("ZORGKLUIS_PASSPHRASE_FILE")) {
        if (auto const credentials = environment("CREDENTIALS_DIRECTORY"))
            return read_file(*credentials + "/zorgkluis-passphrase");
    }
    return read_secret("ZORGKLUIS_PASSPHRASE_FILE", "Wachtzin van de praktijk", how);
}

Result<std::string> read_new_passphrase()
{
    return read_secret("ZORGKLUIS_NEW_PASSPHRASE_FILE", "Nieuwe wachtzin", Ask::twice);
}

void wipe_text(std::string& text)
{
    crypto::wipe({ reinterpret_cast<std::uint8_t*>(text.data()), text.size() });
    text.clear();
}

} // namespace zk::app
