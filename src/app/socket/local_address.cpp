#include "app/socket/local_address.hpp"

#include <algorithm>
#include <fcntl.h>
#include <string>

namespace zk::app {

LocalAddress::LocalAddress(Descriptor folder)
    : m_folder(std::move(folder))
{
    // The name of a socket may be 107 bytes; that of the folder may be longer.
    std::string const path = "/proc/self/fd/" + std::to_string(m_folder.number()) + "/" + k_socket_file;
    m_address.sun_family = AF_UNIX;
    std::ranges::copy(path, m_address.sun_path);
}

Result<LocalAddress> LocalAddress::in(std::filesystem::path const& folder)
{
    Descriptor opened(uninterrupted([&] { return ::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC); }));
    if (!opened.is_open())
        return system_error(Place::path(folder.string()));
    return LocalAddress(std::move(opened));
}

Descriptor open_local_socket()
{
    return Descriptor(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
}

std::optional<uid_t> peer_of(Descriptor const& connection)
{
    ucred peer {};
    socklen_t size = sizeof peer;
    if (::getsockopt(connection.number(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return std::nullopt;
    return peer.uid;
}

} // namespace zk::app
