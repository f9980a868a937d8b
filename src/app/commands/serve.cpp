#include "app/command_line.hpp"
#include "app/commands/commands.hpp"
#include "app/http/assets.hpp"
#include "app/http/server.hpp"
#include "app/named_file.hpp"
#include "app/routes/declared_route.hpp"
#include "app/serve/caretaker.hpp"
#include "app/serve/daily_check.hpp"
#include "app/serve/server_identity.hpp"
#include "app/socket/local_server.hpp"
#include "app/stderr_log.hpp"
#include "app/terminal/terminal.hpp"

#include <charconv>
#include <csignal>
#include <fmt/format.h>
#include <pthread.h>

namespace zk::app {

namespace {

constexpr std::uint16_t k_port = 8443;

struct Listen {
    std::string address = "127.0.0.1";
    std::uint16_t port = k_port;
};

// "0.0.0.0:8443", "[::]:8443", ":8443" or "8443".
Result<Listen> parse_listen(std::string_view text)
{
    Listen out;
    if (text.empty())
        return out;
    std::size_t const colon = text.rfind(':');
    std::string_view const port = colon == std::string_view::npos ? text : text.substr(colon + 1);
    auto const [end, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
    if (error != std::errc {} || end != port.data() + port.size())
        return fail(Fault::wrong_use, "listen-not-a-port");
    if (colon == std::string_view::npos || colon == 0)
        return out;
    std::string_view address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    out.address = std::string(address);
    return out;
}

Result<http::Hosts> parse_hosts(std::vector<std::string> const& names)
{
    http::Hosts out;
    for (std::string const& name : names) {
        ZK_TRY(http::Host host, http::Host::parse(name));
        out.push_back(std::move(host));
    }
    return out;
}

// Every thread made after this leaves these signals to the one who waits.
sigset_t hold_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

Result<> tell_where(Context const& context, ServerIdentity const& identity, std::uint16_t port)
{
    ZK_CHECK(write_named_file((context.data / k_authority_file).string(), as_bytes(identity.authority_pem)));
    if (context.format == Format::json)
        print("{\"url\":\"https://localhost:%u\",\"authority\":\"%s\",\"fingerprint\":\"%s\"}\n", unsigned { port },
            k_authority_file, identity.authority_fingerprint.c_str());
    else
        print("Zorgkluis draait op https://localhost:%u. Stop met Ctrl+C.\n"
              "De browser kent de praktijk nog niet? Vertrouw %s, met vingerafdruk\n%s\n",
            unsigned { port }, (context.data / k_authority_file).c_str(), identity.authority_fingerprint.c_str());
    Terminal::current().flush();
    return {};
}

} // namespace

Result<Exit> run_serve(Context const& context, ServeOptions const& options)
{
    ZK_TRY(Listen const listen, parse_listen(options.listen));
    ZK_TRY(http::Hosts const hosts, parse_hosts(options.hosts));
    sigset_t const signals = hold_signals();
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    gate::Practice& practice = open.practice();
    ZK_TRY(care::Patients patients, care::Patients::load(practice));
    ZK_TRY(care::Agenda agenda, care::Agenda::load(practice, open.accounts()));
    gate::Sessions sessions(open.accounts(), practice.settings(), context.clock, context.random);
    ServedPractice served { practice, open.accounts(), sessions, patients, agenda };
    ZK_TRY(ServerIdentity identity, server_identity(practice, hosts));

    http::Router const router(behind_doors(served));
    http::Assets const assets(http::embedded_assets(), context.random);
    StderrLog sink;
    Log const log(sink, context.clock);
    http::Options server_options { .address = listen.address,
        .port = listen.port,
        .identity = std::move(identity.server),
        .hosts = http::with_loopback(hosts) };
    server_options.body_bytes_max = [&router](http::Request const& request) { return router.body_bytes_max(request); };
    ZK_TRY(auto const server,
        http::Server::start(
            std::move(server_options), { log, context.clock, context.random }, [&](http::Request& request) {
                return request.path.starts_with("/api/") ? router.answer(request) : assets.answer(request);
            }));
    ListensAt const listens { listen.address, server->port() };
    {
        std::lock_guard const lock(served.check_mutex);
        served.listens = listens;
    }
    ZK_TRY(auto local,
        LocalServer::start({ practice, open.accounts(), patients, agenda, {}, listens }, context.clock, context.random,
            [&](std::span<char const* const> arguments, Served& for_command) {
                return run_command_line(arguments, context.clock, context.random, &for_command);
            }));
    ZK_CHECK(tell_where(context, identity, server->port()));
    // Ends first of all, so that a check that is at work makes nobody wait.
    auto daily = std::make_unique<DailyCheck>(served);

    std::optional<Caretaker> caretaker(std::in_place, [&served] {
        served.backups.begin_when_due();
        served.moving_in.forget_when_left_alone();
    });

    int signal = 0;
    sigwait(&signals, &signal);
    caretaker.reset();
    daily.reset();
    local.reset();
    server->stop();
    ZK_CHECK(open.close());
    return Exit::done;
}

} // namespace zk::app
