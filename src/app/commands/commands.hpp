// commands: what the program can be asked on the command line, one function each.
// Used by the command line's parser, which fills the options.
// Always: a command opens the practice, acts within the account's rights, journals, and answers as text or JSON.
// An attacker who has the passphrase can do what these can, each with its line in the log.
#pragma once

#include "app/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zk::app {

struct InitOptions {
    std::string name = "Praktijk";
    std::string kind = "anders";
    std::string agb;
    std::string mode = "production";
    std::string owner = "praktijkhouder";
};
[[nodiscard]] Result<Exit> run_init(Context const& context, InitOptions const& options);

struct ImportOptions {
    std::string folder;
    std::string mapping;
    std::string report;
    bool dry_run = false;
};
[[nodiscard]] Result<Exit> run_import(Context const& context, ImportOptions const& options);
[[nodiscard]] Result<Exit> run_import_list(Context const& context);
[[nodiscard]] Result<Exit> run_import_undo(Context const& context, std::string const& import);

struct ServeOptions {
    std::string listen;             // "127.0.0.1:8443"
    std::vector<std::string> hosts; // names by which browsers ask, besides localhost
};
// Beside the data folder's stores: the certificate that browsers are to trust. Public.
inline constexpr char const* k_authority_file = "zorgkluis-ca.pem";
// Until it is told to stop.
[[nodiscard]] Result<Exit> run_serve(Context const& context, ServeOptions const& options);

[[nodiscard]] Result<Exit> run_patient_find(Context const& context, std::string const& typed);
struct ShowOptions {
    std::string id;
    std::string reveal;
    std::string reason;
    bool glass = false;
};
[[nodiscard]] Result<Exit> run_patient_show(Context const& context, ShowOptions const& options);
[[nodiscard]] Result<Exit> run_patient_log(Context const& context, std::string const& id);
struct UnmergeOptions {
    std::string id;
    std::string number;
};
struct IdentifyOptions {
    std::string id;
    std::string document;
    std::string from; // a file with the numbers, or "-"
    bool take_unknown_bsn = false;
};
[[nodiscard]] Result<Exit> run_patient_identify(Context const& context, IdentifyOptions const& options);
[[nodiscard]] Result<Exit> run_patient_unmerge(Context const& context, UnmergeOptions const& options);

struct AccountAddOptions {
    std::string login;
    std::string role;
    std::string name;
    std::string code;
};
[[nodiscard]] Result<Exit> run_account_add(Context const& context, AccountAddOptions const& options);
[[nodiscard]] Result<Exit> run_account_list(Context const& context);
enum class AccountAct : std::uint8_t { invite, reset, disable };
[[nodiscard]] Result<Exit> run_account_act(Context const& context, AccountAct act, std::string const& login);

// With the one-time code: the colleague's own password and second step. Without files it is asked at the terminal.
struct ActivateOptions {
    std::string login;
    std::string code_file;
    std::string password_file;
};
[[nodiscard]] Result<Exit> run_account_activate(Context const& context, ActivateOptions const& options);
struct ConfirmOptions {
    std::string login;
    std::string code_file;
    std::string second_step;
};
[[nodiscard]] Result<Exit> run_account_confirm(Context const& context, ConfirmOptions const& options);

struct RosterOptions {
    std::string login;
    std::string assists;
    std::string stands_in;
    std::string from;
    std::string until;
};
[[nodiscard]] Result<Exit> run_account_roster(Context const& context, RosterOptions const& options);
[[nodiscard]] Result<Exit> run_account_end(Context const& context, std::string const& login, std::string const& date);

[[nodiscard]] Result<Exit> run_setting_list(Context const& context);
[[nodiscard]] Result<Exit> run_setting_set(
    Context const& context, std::string const& key, std::string const& value, std::string const& reason);

[[nodiscard]] Result<Exit> run_journal_verify(Context const& context);
[[nodiscard]] Result<Exit> run_journal_export(Context const& context, std::string const& folder);
[[nodiscard]] Result<Exit> run_journal_reindex(Context const& context);
// A line of the log with its way to the signed root: whoever holds log.vkey checks it without us.
struct ProveOptions {
    std::uint64_t entry = 0;
    std::string out; // a file; otherwise standard output
};
[[nodiscard]] Result<Exit> run_journal_prove(Context const& context, ProveOptions const& options);

struct CheckOptions {
    std::string report;
    bool strict = false;
};
[[nodiscard]] Result<Exit> run_check(Context const& context, CheckOptions const& options);
struct DeclareOptions {
    std::string probe;
    std::string answer;
    std::string date;
    std::string explanation;
};
[[nodiscard]] Result<Exit> run_check_declare(Context const& context, DeclareOptions const& options);
// A signed report, or the proof of a line of the log, offline.
[[nodiscard]] Result<Exit> run_verify(Context const& context, std::string const& file, std::string const& key_file);

[[nodiscard]] Result<Exit> run_backup(Context const& context, std::string const& folder);
[[nodiscard]] Result<Exit> run_restore(Context const& context, std::string const& folder);

[[nodiscard]] Result<Exit> run_repair_rights(Context const& context);

// Rows of an import that wait; `correct` sets a column and tries the row, and what waited for it, again.
[[nodiscard]] Result<Exit> run_quarantine_list(Context const& context);
struct CorrectOptions {
    std::string id;
    std::vector<std::string> set; // "birth_date=1980-03-02"
};
[[nodiscard]] Result<Exit> run_quarantine_show(Context const& context, std::string const& id);
[[nodiscard]] Result<Exit> run_quarantine_correct(Context const& context, CorrectOptions const& options);

[[nodiscard]] Result<Exit> run_key_recover(Context const& context);
// A new practice key over all keys, with a new recovery code and, if there is one, a new passphrase.
[[nodiscard]] Result<Exit> run_key_rotate(Context const& context);

} // namespace zk::app
