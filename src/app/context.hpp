// context: what every command gets: where the data are, how to answer, and the real clock, chance and disk.
// Made in main; used by the commands.
// Always: the only place, with main, that makes the real ones.
// An attacker who can set it up runs the program as its owner already.
#pragma once

#include "app/check/listening.hpp"
#include "app/posix_disk.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "care/agenda/agenda.hpp"
#include "care/patients/patients.hpp"
#include "gate/accounts/accounts.hpp"
#include "gate/practice.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <sys/types.h>

namespace zk::app {

enum class Format : std::uint8_t { text, json };

// design: 0 done, 1 the check or verification found something, 2 wrong use, 3 cannot.
enum class Exit : std::uint8_t { done = 0, found = 1, wrong_use = 2, cannot = 3 };

// What a server has open, for a command that came through its socket.
struct Served {
    gate::Practice& practice;
    gate::Accounts& accounts;
    care::Patients& patients;
    care::Agenda& agenda;
    std::string system_user {}; // who sent the command
    std::optional<ListensAt> listens {};
};

struct Context {
    std::filesystem::path data;
    Format format = Format::text;
    std::string as; // the account on whose behalf; empty: the owner
    Clock const& clock;
    Random& random;
    Served* served = nullptr; // the command is alone with the practice when there is none
};

// A practice opened for one command, with the one who asks.
class OpenPractice {
public:
    [[nodiscard]] static Result<OpenPractice> open(Context const& context);
    [[nodiscard]] gate::Practice& practice() { return m_served != nullptr ? m_served->practice : *m_practice; }
    [[nodiscard]] gate::Accounts& accounts() { return m_served != nullptr ? m_served->accounts : *m_accounts; }
    // Those of the server, or loaded now.
    [[nodiscard]] Result<care::Patients*> patients();
    // Where the server listens, when there is one.
    [[nodiscard]] std::optional<ListensAt> listens() const
    {
        return m_served != nullptr ? m_served->listens : std::nullopt;
    }
    [[nodiscard]] gate::Who const& who() const { return m_who.value(); }
    [[nodiscard]] gate::Account const& account() const { return m_account.value(); }
    // Lays everything out; a command that changed something tells the error. What a server has open stays open.
    [[nodiscard]] Result<> close() { return m_served != nullptr ? Result<>() : m_practice->close(); }

private:
    OpenPractice() = default;
    [[nodiscard]] Result<> open_alone(Context const& context);

    Served* m_served = nullptr;
    std::unique_ptr<PosixDisk> m_disk;
    std::unique_ptr<gate::Practice> m_practice;
    std::unique_ptr<gate::Accounts> m_accounts;
    std::unique_ptr<care::Patients> m_patients;
    std::optional<gate::Account> m_account;
    std::optional<gate::Who> m_who;
};

[[nodiscard]] gate::Practice::Ground ground_of(Context const& context, Disk& disk);
[[nodiscard]] std::string program_name_and_version();
// As the log names him.
[[nodiscard]] std::string name_of_system_user(uid_t user);

// Prints "zorgkluis: ..." with the place and the remedy, in Dutch, and gives the exit code that fits.
Exit tell(Error const& error);

} // namespace zk::app
