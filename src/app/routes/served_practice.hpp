// served_practice: what a request meets: one open practice with its accounts, sessions, search and last check.
// Made by the serve command; handed to every route.
// Always: many threads use it at once; what is not safe by itself has its lock here.
// An attacker who has it has the open program; routes give each caller only what policy grants.
#pragma once

#include "app/backing_up/backup_keeper.hpp"
#include "app/check/do_the_check.hpp"
#include "app/routes/first_looks.hpp"
#include "app/moving_in/desk.hpp"
#include "app/routes/recent_patients.hpp"
#include "care/agenda/agenda.hpp"
#include "app/routes/staff_names.hpp"
#include "care/patients/patients.hpp"
#include "gate/sessions/sessions.hpp"

#include <memory>
#include <mutex>

namespace zk::app {

struct ServedPractice {
    gate::Practice& practice;
    gate::Accounts& accounts;
    gate::Sessions& sessions;
    care::Patients& patients;
    care::Agenda& agenda;

    RecentPatients recent {};
    FirstLooks first_looks {};
    StaffNames staff_names {};

    MovingInDesk moving_in { practice, accounts, patients, agenda };
    BackupKeeper backups { practice };

    // One check at a time; the last one is shown until somebody measures again.
    std::mutex measure_mutex {};
    // For the two below.
    std::mutex check_mutex {};
    std::shared_ptr<CheckRun const> last_check {};
    std::optional<ListensAt> listens {};
};

[[nodiscard]] inline std::shared_ptr<CheckRun const> last_check_of(ServedPractice& served)
{
    std::lock_guard const lock(served.check_mutex);
    return served.last_check;
}

// Who is asking, proven by his session.
struct Caller {
    gate::SessionToken token;
    gate::Session session;
    gate::Who who;
};

[[nodiscard]] Caller caller_of(gate::SessionToken token, gate::Session session, Date today);

} // namespace zk::app
