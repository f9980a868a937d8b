// local_address: where in the data folder the server listens for commands, and who sits at the other side.
// Used by the server and the client.
// Always: found by the opened folder, so that a long path and a change of folder do not matter.
// An attacker needs the rights of the folder's owner to come near it.
#pragma once

#include "app/posix_file.hpp"

#include <filesystem>
#include <optional>
#include <sys/socket.h>
#include <sys/un.h>

namespace zk::app {

inline constexpr char const* k_socket_file = "zorgkluis.sock";

class LocalAddress {
public:
    [[nodiscard]] static Result<LocalAddress> in(std::filesystem::path const& folder);
    [[nodiscard]] int folder() const { return m_folder.number(); }
    [[nodiscard]] sockaddr const* get() const { return reinterpret_cast<sockaddr const*>(&m_address); }
    [[nodiscard]] socklen_t size() const { return sizeof m_address; }

private:
    explicit LocalAddress(Descriptor folder);
    Descriptor m_folder;
    sockaddr_un m_address {};
};

// One packet is one message; nothing is inherited by another program.
[[nodiscard]] Descriptor open_local_socket();
// The system says who; for a client it is who made the server listen.
[[nodiscard]] std::optional<uid_t> peer_of(Descriptor const& connection);

} // namespace zk::app
