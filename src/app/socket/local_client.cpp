#include "app/socket/local_client.hpp"

#include "app/passphrase.hpp"
#include "app/socket/local_address.hpp"
#include "app/socket/message.hpp"
#include "app/terminal/terminal.hpp"
#include "crypto/seal.hpp"

#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace zk::app {

namespace {

constexpr std::array k_streams { Stream::in, Stream::out, Stream::err };

// Root may also speak to the server of the folder's owner: it could be him anyway.
bool may_be_trusted(uid_t server, LocalAddress const& address)
{
    uid_t const self = ::geteuid();
    struct stat folder {};
    return server == self || server == 0
        || (self == 0 && ::fstat(address.folder(), &folder) == 0 && folder.st_uid == server);
}

std::optional<Descriptor> connect_to_server(std::filesystem::path const& data)
{
    auto const address = LocalAddress::in(data);
    if (!address)
        return std::nullopt;
    Descriptor connection = open_local_socket();
    if (!connection.is_open()
        || uninterrupted([&] { return ::connect(connection.number(), address->get(), address->size()); }) != 0)
        return std::nullopt;
    auto const server = peer_of(connection);
    if (!server || !may_be_trusted(*server, *address))
        return std::nullopt;
    return connection;
}

std::map<std::string, std::string> own_variables()
{
    std::map<std::string, std::string> out;
    for (char const* const* variable = environ; *variable != nullptr; ++variable) {
        std::string_view const text(*variable);
        if (text.starts_with(k_message_variable_prefix) && text.contains('='))
            out.emplace(text.substr(0, text.find('=')), text.substr(text.find('=') + 1));
    }
    return out;
}

// With our own streams: the server reads and prints where we would.
bool send_message(Descriptor const& connection, Bytes& bytes)
{
    std::array<int, k_streams.size()> streams {};
    for (std::size_t i = 0; i < streams.size(); ++i)
        streams.at(i) = Terminal::current().number(k_streams.at(i));
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof streams)> control {};
    iovec part { bytes.data(), bytes.size() };
    msghdr message {};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* const rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(sizeof streams);
    std::memcpy(CMSG_DATA(rights), streams.data(), sizeof streams);
    auto const sent = uninterrupted([&] { return ::sendmsg(connection.number(), &message, MSG_NOSIGNAL); });
    return sent == static_cast<ssize_t>(bytes.size());
}

Result<Bytes> own_message(std::span<char const* const> arguments)
{
    CommandMessage message;
    message.arguments.assign(arguments.begin(), arguments.end());
    std::error_code error;
    message.folder = std::filesystem::current_path(error).string();
    if (error)
        return fail(Fault::unavailable, "own-folder-unknown");
    message.variables = own_variables();
    ZK_TRY(message.passphrase, read_passphrase(Ask::once));
    return write_message(message);
}

Result<Exit> run_at(Descriptor const& connection, Bytes& message)
{
    bool const sent = send_message(connection, message);
    std::uint8_t answer = 0;
    if (!sent || uninterrupted([&] { return ::recv(connection.number(), &answer, 1, 0); }) != 1
        || answer > static_cast<std::uint8_t>(Exit::cannot))
        return fail(Fault::unavailable, "server-gone");
    return static_cast<Exit>(answer);
}

} // namespace

std::optional<Result<Exit>> run_at_server(std::filesystem::path const& data, std::span<char const* const> arguments)
{
    if (!connect_to_server(data))
        return std::nullopt;
    auto message = own_message(arguments);
    if (!message)
        return Result<Exit>(std::unexpected(message.error()));
    // Only now: the server does not wait for somebody who is still typing his passphrase.
    auto const connection = connect_to_server(data);
    auto out = connection ? run_at(*connection, *message) : Result<Exit>(fail(Fault::unavailable, "server-gone"));
    crypto::wipe(*message);
    return out;
}

} // namespace zk::app
