// handlers: what the API answers, a function a route; declared with their doors in all_routes.
// Used by all_routes alone.
// Always: a handler with a caller runs behind its door; what it reads of a patient it reads under policy's grant.
// An attacker must come through a door.
#pragma once

#include "app/routes/declared_route.hpp"

namespace zk::app {

// Anybody's.
Reply say_healthy(ServedPractice& served, http::Request const& request);
Reply log_in(ServedPractice& served, http::Request const& request);
Reply activate(ServedPractice& served, http::Request const& request);
Reply confirm_activation(ServedPractice& served, http::Request const& request);

// The session's own.
Reply show_session(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply log_out(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply lock(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply unlock(ServedPractice& served, Caller const& caller, http::Request const& request);
// Somebody reads or types: what the door noted is all that is wanted.
Reply stay_awake(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply set_pin(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply hide_names(ServedPractice& served, Caller const& caller, http::Request const& request);

Reply search_patients(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply show_recent(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply show_patient(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply reveal_bsn(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply break_glass(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply show_log(ServedPractice& served, Caller const& caller, http::Request const& request);

// Who a patient is: enrol, change, what stood there before.
Reply add_patient(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply change_identity(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply show_insurance(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply change_insurance(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply show_history(ServedPractice& served, Caller const& caller, http::Request const& request);

// His dossier: write, correct.
Reply write_consult(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply correct_note(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply correct_treatment(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply write_alert(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply change_alert(ServedPractice& served, Caller const& caller, http::Request const& request);

Reply show_check(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply measure_check(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply declare_statement(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply download_report(ServedPractice& served, Caller const& caller, http::Request const& request);

Reply show_agenda(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply find_free(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply set_hours(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply add_absence(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply end_absence(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply make_appointment(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply move_appointment(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply set_appointment_status(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply add_waiting(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply end_waiting(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply list_accounts(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply add_account(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply edit_account(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply invite_account(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply reset_account(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply disable_account(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply end_sessions(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply add_to_roster(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply remove_from_roster(ServedPractice& served, Caller const& caller, http::Request const& request);

Reply show_settings(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply change_setting(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply show_practice(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply change_practice(ServedPractice& served, Caller const& caller, http::Request const& request);

Reply show_moving_in(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply forget_moving_in(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply take_piece(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply drop_file(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply preview_moving_in(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply set_mapping(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply run_moving_in(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply list_imports(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply undo_one_import(ServedPractice& served, Caller const& caller, http::Request const& request);

Reply list_waiting(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply show_waiting(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply correct_waiting(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply list_merges(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply undo_merge(ServedPractice& served, Caller const& caller, http::Request const& request);

Reply show_backup(ServedPractice& served, Caller const& caller, http::Request const& request);
Reply begin_backup(ServedPractice& served, Caller const& caller, http::Request const& request);

Reply note_glass_seen(ServedPractice& served, Caller const& caller, http::Request const& request);

Reply show_today(ServedPractice& served, Caller const& caller, http::Request const& request);

} // namespace zk::app
