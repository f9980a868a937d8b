#include "app/socket/local_server.hpp"

#include "app/passphrase.hpp"
#include "app/terminal/terminal.hpp"
#include "crypto/seal.hpp"

#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zk::app {

namespace {

constexpr int k_waiting_max = 16;
// A client has its message ready before it comes.
constexpr std::chrono::milliseconds k_message_patience { 5'000 };
// Who sits still that long keeps others from their commands.
constexpr std::chrono::milliseconds k_terminal_patience { 5 * 60'000 };
constexpr std::chrono::milliseconds k_pause_without_descriptors { 100 };
constexpr std::size_t k_streams = 3;

struct Received {
    CommandMessage message;
    std::array<Descriptor, k_streams> streams;
};

// Whatever came is ours to close.
std::vector<Descriptor> descriptors_in(msghdr& message)
{
    std::vector<Descriptor> out;
    for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
            continue;
        std::size_t const count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int number = -1;
            std::memcpy(&number, CMSG_DATA(part) + i * sizeof number, sizeof number);
            out.emplace_back(number);
        }
    }
    return out;
}

Result<Received> receive(Descriptor const& connection)
{
    pollfd waiting { connection.number(), POLLIN, 0 };
    if (uninterrupted([&] { return ::poll(&waiting, 1, static_cast<int>(k_message_patience.count())); }) != 1)
        return fail(Fault::unavailable, "message-too-slow");
    Bytes bytes(k_message_bytes_max);
    alignas(cmsghdr) std::array<char, CMSG_SPACE(k_streams * sizeof(int))> control {};
    iovec part { bytes.data(), bytes.size() };
    msghdr message {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t const size
        = uninterrupted([&] { return ::recvmsg(connection.number(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC); });
    if (size <= 0)
        return fail(Fault::unavailable, "message-absent");
    std::vector<Descriptor> streams = descriptors_in(message);
    if ((message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0 || streams.size() != k_streams)
        return fail(Fault::bad_input, "message-malformed");
    auto parsed = parse_message(ByteView(bytes).first(static_cast<std::size_t>(size)));
    crypto::wipe(bytes);
    if (!parsed)
        return std::unexpected(parsed.error());
    return Received { std::move(*parsed), { std::move(streams[0]), std::move(streams[1]), std::move(streams[2]) } };
}

void answer(Descriptor const& connection, Exit exit)
{
    auto const byte = static_cast<std::uint8_t>(exit);
    // Who has gone needs no answer.
    [[maybe_unused]] ssize_t const sent = ::send(connection.number(), &byte, sizeof byte, MSG_NOSIGNAL | MSG_DONTWAIT);
}

// Reading from the terminal under which the server itself was started must fail, not stop the server.
void hold_signals_of_terminals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTTIN);
    sigaddset(&signals, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

Result<std::unique_ptr<LocalServer>> LocalServer::start(Served served, Clock const& clock, Random& random, Run run)
{
    std::filesystem::path const& folder = served.practice.folder().path();
    Place const place = Place::path((folder / k_socket_file).string());
    ZK_TRY(LocalAddress address, LocalAddress::in(folder));
    Descriptor listener = open_local_socket();
    // The folder's lock is ours: what lies here was left by a crash.
    ::unlinkat(address.folder(), k_socket_file, 0);
    // The rights of the socket before it has a name are those it gets.
    if (!listener.is_open() || ::fchmod(listener.number(), S_IRUSR | S_IWUSR) != 0
        || ::bind(listener.number(), address.get(), address.size()) != 0
        || ::listen(listener.number(), k_waiting_max) != 0)
        return system_error(place);
    return std::unique_ptr<LocalServer>(
        new LocalServer(std::move(address), std::move(listener), std::move(served), clock, random, std::move(run)));
}

LocalServer::LocalServer(
    LocalAddress address, Descriptor listener, Served served, Clock const& clock, Random& random, Run run)
    : m_address(std::move(address))
    , m_listener(std::move(listener))
    , m_served(std::move(served))
    , m_random(random)
    , m_run(std::move(run))
    , m_throttle(clock)
    , m_thread([this] { listen_for_commands(); })
{
}

LocalServer::~LocalServer()
{
    ::unlinkat(m_address.folder(), k_socket_file, 0);
    {
        std::lock_guard const lock(m_mutex);
        m_stopping = true;
        // It asks nothing more, and ends.
        if (m_at_work >= 0)
            ::shutdown(m_at_work, SHUT_RD);
    }
    ::shutdown(m_listener.number(), SHUT_RDWR);
    m_thread.join();
}

void LocalServer::listen_for_commands()
{
    hold_signals_of_terminals();
    for (;;) {
        Descriptor const connection(::accept4(m_listener.number(), nullptr, nullptr, SOCK_CLOEXEC));
        {
            std::lock_guard const lock(m_mutex);
            if (m_stopping)
                return;
        }
        if (connection.is_open())
            handle(connection);
        else
            std::this_thread::sleep_for(k_pause_without_descriptors);
    }
}

void LocalServer::begin(Descriptor const& connection)
{
    std::lock_guard const lock(m_mutex);
    m_at_work = connection.number();
    if (m_stopping)
        ::shutdown(m_at_work, SHUT_RD);
}

void LocalServer::end()
{
    std::lock_guard const lock(m_mutex);
    m_at_work = -1;
}

void LocalServer::handle(Descriptor const& connection)
{
    auto const sender = peer_of(connection);
    if (!sender || (*sender != ::geteuid() && *sender != 0))
        return;
    begin(connection);
    if (auto received = receive(connection)) {
        Terminal terminal(Terminal::Lent { std::move(received->streams), connection.number(), k_terminal_patience,
            received->message.folder, std::move(received->message.variables) });
        Terminal::Use const use(terminal);
        Exit const exit = obey(received->message, *sender);
        terminal.flush();
        end();
        answer(connection, exit);
        return;
    }
    end();
}

Exit LocalServer::obey(CommandMessage& message, uid_t sender)
try {
    std::string const user = name_of_system_user(sender);
    if (auto const proven = prove(message, user); !proven)
        return tell(proven.error());
    Served served = m_served;
    served.system_user = user;
    std::vector<char const*> arguments;
    arguments.reserve(message.arguments.size());
    for (std::string const& argument : message.arguments)
        arguments.push_back(argument.c_str());
    Exit const exit = m_run(arguments, served);
    // Browsers find what it wrote.
    if (auto const refreshed = m_served.patients.refresh(); !refreshed)
        return tell(refreshed.error());
    if (auto const refreshed = m_served.agenda.refresh(); !refreshed)
        return tell(refreshed.error());
    return exit;
} catch (std::exception const&) {
    return tell(Error(Fault::internal, "command-failed"));
}

// Who may speak to us may do so only with the key, as when he worked alone.
Result<> LocalServer::prove(CommandMessage& message, std::string const& sender)
{
    ZK_CHECK(m_throttle.admit(sender, ""));
    auto const keyring = keep::Keyring::open(m_served.practice.folder().keyring(), message.passphrase, m_random);
    wipe_text(message.passphrase);
    if (keyring) {
        m_throttle.succeeded(sender, "");
        return {};
    }
    keep::LineDraft draft { .event = keep::LogEvent::login_failed, .action = keep::LogAction::execute };
    draft.outcome = keep::LogOutcome::serious_failure;
    draft.actor = keep::LogActor::command_line;
    draft.system_user = sender;
    draft.purpose = catalogue::Purpose::practice;
    ZK_CHECK(m_served.practice.log().append(draft));
    return std::unexpected(keyring.error());
}

} // namespace zk::app
