#include "app/routes/handlers.hpp"

namespace zk::app {

namespace {

using catalogue::Purpose;
using catalogue::Role;
using http::Method;
using enum Door;
using enum gate::Activity;

// The functionaris sees no dossiers and searches nobody.
Roles who_work_with_patients()
{
    return roles({ Role::praktijkhouder, Role::behandelaar, Role::assistent, Role::receptie, Role::administratie });
}
Roles who_plan()
{
    return roles({ Role::praktijkhouder, Role::behandelaar, Role::assistent, Role::receptie });
}
// Administratie sends invoices to those whom others enrolled.
Roles who_enrol()
{
    return who_plan();
}
Roles who_write_in_dossiers()
{
    return roles({ Role::praktijkhouder, Role::behandelaar, Role::assistent });
}
Roles who_oversee()
{
    return roles({ Role::praktijkhouder, Role::functionaris });
}

// Who runs the practice.
Roles owner()
{
    return roles({ Role::praktijkhouder });
}

} // namespace

std::vector<DeclaredRoute> const& all_routes()
{
    static std::vector<DeclaredRoute> const routes {
        { Method::get, "/api/health", street, everybody(), Purpose::practice, page, say_healthy },

        { Method::post, "/api/session", street, everybody(), Purpose::practice, person, log_in },
        { Method::get, "/api/session", session, everybody(), Purpose::practice, page, show_session },
        { Method::remove, "/api/session", session, everybody(), Purpose::practice, person, log_out },
        { Method::post, "/api/session/lock", session, everybody(), Purpose::practice, person, lock },
        { Method::post, "/api/session/unlock", session, everybody(), Purpose::practice, person, unlock },
        { Method::post, "/api/session/active", screen, everybody(), Purpose::practice, person, stay_awake },
        { Method::put, "/api/session/pin", screen, everybody(), Purpose::practice, person, set_pin },
        { Method::post, "/api/session/names", screen, everybody(), Purpose::practice, person, hide_names },
        { Method::post, "/api/activation", street, everybody(), Purpose::practice, person, activate },
        { Method::post, "/api/activation/confirm", street, everybody(), Purpose::practice, person, confirm_activation },

        { Method::post, "/api/patients/search", screen, who_work_with_patients(), Purpose::identification, person,
            search_patients },
        { Method::get, "/api/recent", screen, who_work_with_patients(), Purpose::identification, person, show_recent },
        { Method::get, "/api/patients/{id}", screen, who_work_with_patients(), Purpose::care, person, show_patient },
        { Method::post, "/api/patients/{id}/bsn", screen, who_work_with_patients(), Purpose::identification, person,
            reveal_bsn },
        { Method::post, "/api/patients/{id}/glass", screen, roles({ Role::behandelaar, Role::assistent }),
            Purpose::care, person, break_glass },
        { Method::get, "/api/patients/{id}/log", screen, who_oversee(), Purpose::oversight, person, show_log },

        { Method::get, "/api/agenda", screen, who_plan(), Purpose::planning, page, show_agenda },
        { Method::post, "/api/agenda/free", screen, who_plan(), Purpose::planning, person, find_free },
        { Method::put, "/api/agenda/hours", screen, who_plan(), Purpose::practice, person, set_hours },
        { Method::post, "/api/agenda/absences", screen, who_plan(), Purpose::practice, person, add_absence },
        { Method::remove, "/api/agenda/absences/{id}", screen, who_plan(), Purpose::practice, person, end_absence },
        { Method::post, "/api/appointments", screen, who_plan(), Purpose::planning, person, make_appointment },
        { Method::put, "/api/appointments/{id}", screen, who_plan(), Purpose::planning, person, move_appointment },
        { Method::post, "/api/appointments/{id}/status", screen, who_plan(), Purpose::planning, person,
            set_appointment_status },
        { Method::post, "/api/waiting", screen, who_plan(), Purpose::planning, person, add_waiting },
        { Method::post, "/api/waiting/{id}", screen, who_plan(), Purpose::planning, person, end_waiting },
        { Method::post, "/api/patients", screen, who_enrol(), Purpose::identification, person, add_patient },
        { Method::put, "/api/patients/{id}/identity", screen, who_work_with_patients(), Purpose::identification, person,
            change_identity },
        { Method::post, "/api/patients/{id}/insurance", screen, who_work_with_patients(), Purpose::identification,
            person, show_insurance },
        { Method::put, "/api/patients/{id}/insurance", screen, who_work_with_patients(), Purpose::identification,
            person, change_insurance },
        { Method::get, "/api/patients/{id}/history", screen, who_work_with_patients(), Purpose::care, person,
            show_history },

        { Method::post, "/api/patients/{id}/consults", screen, who_write_in_dossiers(), Purpose::care, person,
            write_consult },
        { Method::put, "/api/patients/{id}/note", screen, who_write_in_dossiers(), Purpose::care, person,
            correct_note },
        { Method::put, "/api/patients/{id}/treatment", screen, who_write_in_dossiers(), Purpose::care, person,
            correct_treatment },
        { Method::post, "/api/patients/{id}/alerts", screen, who_write_in_dossiers(), Purpose::care, person,
            write_alert },
        { Method::put, "/api/patients/{id}/alerts", screen, who_write_in_dossiers(), Purpose::care, person,
            change_alert },

        { Method::get, "/api/today", screen, everybody(), Purpose::practice, page, show_today },

        { Method::post, "/api/today/glass-seen", screen, owner(), Purpose::oversight, person, note_glass_seen },

        { Method::get, "/api/accounts", screen, who_oversee(), Purpose::practice, person, list_accounts },
        { Method::post, "/api/accounts", screen, owner(), Purpose::practice, person, add_account },
        { Method::put, "/api/accounts/{id}", screen, owner(), Purpose::practice, person, edit_account },
        { Method::post, "/api/accounts/{id}/invite", screen, owner(), Purpose::practice, person, invite_account },
        { Method::post, "/api/accounts/{id}/reset", screen, owner(), Purpose::practice, person, reset_account },
        { Method::post, "/api/accounts/{id}/disable", screen, owner(), Purpose::practice, person, disable_account },
        { Method::remove, "/api/accounts/{id}/sessions", screen, owner(), Purpose::practice, person, end_sessions },
        { Method::post, "/api/accounts/{id}/roster", screen, owner(), Purpose::practice, person, add_to_roster },
        { Method::post, "/api/accounts/{id}/roster/remove", screen, owner(), Purpose::practice, person,
            remove_from_roster },

        { Method::get, "/api/settings", screen, who_oversee(), Purpose::practice, person, show_settings },
        { Method::put, "/api/settings", screen, owner(), Purpose::practice, person, change_setting },
        { Method::get, "/api/practice", screen, who_oversee(), Purpose::practice, person, show_practice },
        { Method::put, "/api/practice", screen, owner(), Purpose::practice, person, change_practice },

        // The page asks by itself how far it is.
        { Method::get, "/api/moving-in", screen, owner(), Purpose::moving_in, page, show_moving_in },
        { Method::remove, "/api/moving-in", screen, owner(), Purpose::moving_in, person, forget_moving_in },
        { Method::post, "/api/moving-in/files", screen, owner(), Purpose::moving_in, person, take_piece },
        { Method::post, "/api/moving-in/files/remove", screen, owner(), Purpose::moving_in, person, drop_file },
        { Method::get, "/api/moving-in/preview", screen, owner(), Purpose::moving_in, person, preview_moving_in },
        { Method::put, "/api/moving-in/mapping", screen, owner(), Purpose::moving_in, person, set_mapping },
        { Method::post, "/api/moving-in/run", screen, owner(), Purpose::moving_in, person, run_moving_in },
        { Method::get, "/api/imports", screen, who_oversee(), Purpose::moving_in, person, list_imports },
        { Method::post, "/api/imports/{id}/undo", screen, owner(), Purpose::moving_in, person, undo_one_import },
        { Method::get, "/api/quarantine", screen, owner(), Purpose::moving_in, person, list_waiting },
        { Method::get, "/api/quarantine/{id}", screen, owner(), Purpose::moving_in, person, show_waiting },
        { Method::post, "/api/quarantine/{id}", screen, owner(), Purpose::moving_in, person, correct_waiting },
        { Method::get, "/api/merges", screen, owner(), Purpose::moving_in, person, list_merges },
        { Method::post, "/api/merges/{id}/undo", screen, owner(), Purpose::moving_in, person, undo_merge },

        { Method::get, "/api/backup", screen, who_oversee(), Purpose::practice, page, show_backup },
        { Method::post, "/api/backup", screen, owner(), Purpose::practice, person, begin_backup },

        { Method::get, "/api/check", screen, everybody(), Purpose::practice, page, show_check },
        { Method::post, "/api/check", screen, who_oversee(), Purpose::practice, person, measure_check },
        { Method::post, "/api/check/statements", screen, who_oversee(), Purpose::practice, person, declare_statement },
        { Method::get, "/api/check/report", screen, who_oversee(), Purpose::practice, person, download_report },
    };
    return routes;
}

} // namespace zk::app
