// bench_start BINARY DATA PORT NAME: from exec to the first 200 of /api/health, and what the idle server holds in memory.

#include "measure.hpp"

#include <arpa/inet.h>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fstream>
#include <memory>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sstream>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace zk::bench;
using Clock = std::chrono::steady_clock;

constexpr auto k_patience = std::chrono::seconds(60);
constexpr auto k_between_tries = std::chrono::microseconds(500);
// Until what the start has left behind is tidied away.
constexpr auto k_until_idle = std::chrono::seconds(3);
constexpr double k_kib_per_mib = 1024;

pid_t start(char const* binary, std::string const& data, std::string const& port)
{
    pid_t const child = ::fork();
    if (child != 0)
        return child;
    std::string const listen = "127.0.0.1:" + port;
    // What it answers is no line of ours.
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    ::execl(binary, binary, "serve", "--json", "--data", data.c_str(), "--listen", listen.c_str(), nullptr);
    ::_exit(127);
}

struct Close {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};

bool is_healthy(SSL_CTX* context, std::uint16_t port)
{
    int const socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bool healthy = false;
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
        std::unique_ptr<SSL, Close> const ssl(SSL_new(context));
        SSL_set_fd(ssl.get(), socket);
        std::string const request = "GET /api/health HTTP/1.1\r\nHost: localhost:" + std::to_string(port) + "\r\n\r\n";
        char answer[64] {};
        healthy = SSL_connect(ssl.get()) == 1
            && SSL_write(ssl.get(), request.data(), static_cast<int>(request.size())) > 0
            && SSL_read(ssl.get(), answer, sizeof answer - 1) > 0 && std::strstr(answer, "HTTP/1.1 200") == answer;
    }
    ::close(socket);
    return healthy;
}

double resident_mib(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        std::istringstream words(line);
        std::string name;
        double kib = 0;
        if (words >> name >> kib && name == "VmRSS:")
            return kib / k_kib_per_mib;
    }
    give_up("no resident memory");
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5)
        give_up("bench_start BINARY DATA PORT NAME");
    std::string const port = argv[3];
    std::uint16_t number = 0;
    std::from_chars(port.data(), port.data() + port.size(), number);
    std::string const suffix = argv[4];
    // It measures the time, and trusts nobody with anything.
    std::unique_ptr<SSL_CTX, Close> const context(SSL_CTX_new(TLS_client_method()));
    if (is_healthy(context.get(), number))
        give_up("somebody listens there already");

    auto const from = Clock::now();
    pid_t const server = start(argv[1], argv[2], port);
    while (!is_healthy(context.get(), number)) {
        if (Clock::now() - from > k_patience || ::waitpid(server, nullptr, WNOHANG) != 0)
            give_up("the server does not come up");
        std::this_thread::sleep_for(k_between_tries);
    }
    std::chrono::duration<double, std::milli> const took = Clock::now() - from;
    std::this_thread::sleep_for(k_until_idle);
    double const memory = resident_mib(server);
    ::kill(server, SIGTERM);
    int status = 0;
    if (::waitpid(server, &status, 0) != server || status != 0)
        give_up("the server did not end as it should");
    print_line({ "cold_start" + suffix, "ms", took.count() });
    print_line({ "idle_server_memory" + suffix, "MiB", memory });
    return 0;
}
