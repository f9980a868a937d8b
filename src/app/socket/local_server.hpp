// local_server: lets commands that are typed beside a running server work in the practice that it has open.
// Made by the serve command.
// Always: one command at a time, whole, also when its sender goes away; nobody else's but the own user's or root's.
// An attacker under the same user meets the passphrase, and a delay after a few that do not fit.
#pragma once

#include "app/context.hpp"
#include "app/socket/local_address.hpp"
#include "app/socket/message.hpp"
#include "gate/accounts/throttle.hpp"

#include <functional>
#include <mutex>
#include <span>
#include <thread>

namespace zk::app {

class LocalServer {
public:
    using Run = std::function<Exit(std::span<char const* const> arguments, Served& served)>;
    // What is served, the clock and chance outlive it.
    [[nodiscard]] static Result<std::unique_ptr<LocalServer>> start(
        Served served, Clock const& clock, Random& random, Run run);
    LocalServer(LocalServer const&) = delete;
    LocalServer& operator=(LocalServer const&) = delete;
    // Waits for the command that is at work.
    ~LocalServer();

private:
    LocalServer(LocalAddress address, Descriptor listener, Served served, Clock const& clock, Random& random, Run run);
    void listen_for_commands();
    void handle(Descriptor const& connection);
    [[nodiscard]] Exit obey(CommandMessage& message, uid_t sender);
    [[nodiscard]] Result<> prove(CommandMessage& message, std::string const& sender);
    void begin(Descriptor const& connection);
    void end();

    LocalAddress m_address;
    Descriptor m_listener;
    Served m_served;
    Random& m_random;
    Run m_run;
    gate::Throttle m_throttle;

    std::mutex m_mutex;
    bool m_stopping = false;
    int m_at_work = -1; // the connection
    std::thread m_thread;
};

} // namespace zk::app
