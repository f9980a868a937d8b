#include "app/command_line.hpp"
#include "app/hardening.hpp"
#include "app/real_clock.hpp"
#include "crypto/system_random.hpp"

int main(int argc, char** argv)
{
    using namespace zk;
    if (auto const hardened = app::harden_process(); !hardened)
        return static_cast<int>(app::tell(hardened.error()));
    if (auto const started = crypto::start(); !started)
        return static_cast<int>(app::tell(started.error()));
    app::RealClock const clock;
    crypto::SystemRandom random;
    return static_cast<int>(app::run_command_line({ argv, static_cast<std::size_t>(argc) }, clock, random));
}
