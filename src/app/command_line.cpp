#include "app/command_line.hpp"

#include "app/commands/commands.hpp"
#include "app/socket/local_client.hpp"
#include "app/terminal/terminal.hpp"
#include "app/version.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <sstream>

namespace zk::app {

namespace {

using Run = std::function<Result<Exit>(Context const&)>;

// Where a command runs while a server has the practice open: in the server, or by itself as always.
enum class Beside : std::uint8_t { in_the_server, by_itself };

// The options of all commands, filled while parsing; the chosen command leaves what is to be run.
struct Typed {
    std::string data;
    bool json = false;
    std::string as;
    Run run;
    Beside beside = Beside::in_the_server;

    InitOptions init;
    ImportOptions import;
    ServeOptions serve;
    bool import_list = false;
    std::string import_undo;
    std::string find;
    ShowOptions show;
    std::string log_of;
    UnmergeOptions unmerge;
    IdentifyOptions identify;
    AccountAddOptions account;
    std::string login;
    std::string date;
    ActivateOptions activate;
    ConfirmOptions confirm;
    RosterOptions roster;
    std::string key;
    std::string value;
    std::string reason;
    std::string folder;
    ProveOptions prove;
    CheckOptions check;
    DeclareOptions declare;
    std::string key_file;
    CorrectOptions correct;
};

void add_general(CLI::App& command, Typed& typed)
{
    command.add_option("--data", typed.data, "map met de praktijk (anders $ZORGKLUIS_DATA, anders ./praktijk)");
    command.add_flag("--json", typed.json, "antwoord als JSON");
    command.add_option("--as", typed.as, "namens dit account (anders de praktijkhouder)");
}

CLI::App& add(
    CLI::App& to, Typed& typed, char const* name, char const* help, Run run, Beside beside = Beside::in_the_server)
{
    CLI::App& command = *to.add_subcommand(name, help);
    add_general(command, typed);
    command.callback([&typed, beside, run = std::move(run)] {
        typed.run = run;
        typed.beside = beside;
    });
    return command;
}

void add_init(CLI::App& app, Typed& typed)
{
    CLI::App& init = add(
        app, typed, "init", "een nieuwe praktijk: sleutels, opslag, herstelcode",
        [&typed](Context const& context) { return run_init(context, typed.init); }, Beside::by_itself);
    init.add_option("--name", typed.init.name, "naam van de praktijk");
    init.add_option("--kind", typed.init.kind, "tandarts, fysio, huisarts, psycholoog, logopedie, oefentherapie, ...");
    init.add_option("--agb", typed.init.agb, "AGB-code van de praktijk");
    init.add_option("--mode", typed.init.mode, "production, of test voor BSN's uit de 9999-reeks");
    init.add_option("--owner", typed.init.owner, "inlognaam van de praktijkhouder");
}

void add_import(CLI::App& app, Typed& typed)
{
    CLI::App& import
        = add(app, typed, "import", "de export van de oude software overzetten", [&typed](Context const& context) {
              if (typed.import_list)
                  return run_import_list(context);
              if (!typed.import_undo.empty())
                  return run_import_undo(context, typed.import_undo);
              if (typed.import.folder.empty())
                  return Result<Exit>(fail(Fault::wrong_use, "folder-needed"));
              return run_import(context, typed.import);
          });
    import.add_option("folder", typed.import.folder, "map met de bestanden");
    import.add_option("--mapping", typed.import.mapping, "wat de kolommen betekenen (een voorstel geeft --dry-run)");
    import.add_option("--report", typed.import.report, "het verslag ook in dit bestand");
    import.add_flag("--dry-run", typed.import.dry_run, "niets overzetten: een voorstel voor --mapping tonen");
    import.add_flag("--list", typed.import_list, "eerdere imports");
    import.add_option("--undo", typed.import_undo, "een import als geheel ongedaan maken");
}

void add_serve(CLI::App& app, Typed& typed)
{
    CLI::App& serve = add(
        app, typed, "serve", "de praktijk in de browser, over https",
        [&typed](Context const& context) { return run_serve(context, typed.serve); }, Beside::by_itself);
    serve.add_option("--listen", typed.serve.listen, "adres en poort (anders 127.0.0.1:8443)");
    serve.add_option("--host", typed.serve.hosts, "naam waaronder browsers de server vinden; mag vaker");
}

void add_patient(CLI::App& app, Typed& typed)
{
    CLI::App& patient = *app.add_subcommand("patient", "patiënten zoeken en tonen");
    patient.require_subcommand(1);
    add(patient, typed, "find", "zoeken op (deel van) naam, geboortedatum, BSN, telefoon, postcode, oud nummer",
        [&typed](Context const& context) { return run_patient_find(context, typed.find); })
        .add_option("text", typed.find, "wat u zoekt")
        ->required();
    CLI::App& show = add(patient, typed, "show", "een patiënt tonen, zoals het account hem mag zien",
        [&typed](Context const& context) { return run_patient_show(context, typed.show); });
    show.add_option("id", typed.show.id, "het id dat find toont")->required();
    show.add_option(
        "--reveal", typed.show.reveal, "bsn: ook het BSN tonen; document: ook het identiteitsbewijs; met --reason");
    show.add_option("--reason", typed.show.reason,
        "bij --reveal: identificatie, declaratie, verwijzing, verzekering; bij --glass: waarneming, spoed, verzoek; of "
        "eigen woorden");
    show.add_flag(
        "--glass", typed.show.glass, "het glas breken: het dossier zien zonder behandelrelatie, met --reason");
    add(patient, typed, "log", "wie een patiënt inzag, wanneer en waarvoor",
        [&typed](Context const& context) { return run_patient_log(context, typed.log_of); })
        .add_option("id", typed.log_of, "het id dat find toont")
        ->required();
    CLI::App& identify = add(patient, typed, "identify", "vastleggen met welk document een patiënt zich identificeerde",
        [&typed](Context const& context) { return run_patient_identify(context, typed.identify); });
    identify.add_option("id", typed.identify.id, "het id dat find toont")->required();
    identify
        .add_option("--document", typed.identify.document, "paspoort, identiteitskaart, rijbewijs, verblijfsdocument")
        ->required();
    identify.add_option("--from", typed.identify.from,
        "bestand met 'number: ...' en zo nodig 'bsn: ...', of - voor de invoer (anders wordt ernaar gevraagd)");
    identify.add_flag(
        "--take-unknown-bsn", typed.identify.take_unknown_bsn, "het BSN ook overnemen als SBV-Z het niet kent");
    CLI::App& unmerge = add(patient, typed, "unmerge", "een samenvoeging van het overzetten ongedaan maken",
        [&typed](Context const& context) { return run_patient_unmerge(context, typed.unmerge); });
    unmerge.add_option("id", typed.unmerge.id, "het id dat find toont")->required();
    unmerge.add_option("--number", typed.unmerge.number, "het oude nummer dat weer een eigen patiënt wordt")
        ->required();
}

void add_account_terms(CLI::App& account, Typed& typed)
{
    CLI::App& roster
        = add(account, typed, "roster", "voor wie een collega assisteert of waarneemt: die ziet dan zijn patiënten",
            [&typed](Context const& context) { return run_account_roster(context, typed.roster); });
    roster.add_option("login", typed.roster.login, "inlognaam")->required();
    roster.add_option("--assists", typed.roster.assists, "assisteert deze behandelaarcode");
    roster.add_option("--stands-in", typed.roster.stands_in, "neemt waar voor deze behandelaarcode");
    roster.add_option("--from", typed.roster.from, "vanaf (JJJJ-MM-DD; anders vandaag)");
    roster.add_option("--until", typed.roster.until, "tot en met (JJJJ-MM-DD; anders tot nader order)");
    CLI::App& end = add(account, typed, "end", "de laatste dag van een collega; daarna komt hij er niet meer in",
        [&typed](Context const& context) { return run_account_end(context, typed.login, typed.date); });
    end.add_option("login", typed.login, "inlognaam")->required();
    end.add_option("date", typed.date, "JJJJ-MM-DD")->required();
}

void add_activation(CLI::App& account, Typed& typed)
{
    CLI::App& activate
        = add(account, typed, "activate", "met de eenmalige code een wachtwoord kiezen en de tweede stap instellen",
            [&typed](Context const& context) { return run_account_activate(context, typed.activate); });
    activate.add_option("login", typed.activate.login, "inlognaam")->required();
    activate.add_option("--code-file", typed.activate.code_file, "bestand met de eenmalige code (anders gevraagd)");
    activate.add_option(
        "--password-file", typed.activate.password_file, "bestand met het wachtwoord (anders gevraagd)");
    CLI::App& confirm = add(account, typed, "confirm", "na activate met bestanden: de tweede stap bevestigen",
        [&typed](Context const& context) { return run_account_confirm(context, typed.confirm); });
    confirm.add_option("login", typed.confirm.login, "inlognaam")->required();
    confirm.add_option("--code-file", typed.confirm.code_file, "bestand met de eenmalige code")->required();
    confirm.add_option("--second-step", typed.confirm.second_step, "de zes cijfers die de app toont")->required();
}

void add_account(CLI::App& app, Typed& typed)
{
    CLI::App& account = *app.add_subcommand("account", "accounts van medewerkers");
    account.require_subcommand(1);
    CLI::App& added = add(account, typed, "add", "een account toevoegen",
        [&typed](Context const& context) { return run_account_add(context, typed.account); });
    added.add_option("login", typed.account.login, "inlognaam")->required();
    added
        .add_option("--role", typed.account.role,
            "praktijkhouder, behandelaar, assistent, receptie, administratie, functionaris")
        ->required();
    added.add_option("--name", typed.account.name, "naam");
    added.add_option("--code", typed.account.code, "behandelaarcode, zoals in agenda en behandelingen");
    add(account, typed, "list", "alle accounts", run_account_list);
    constexpr std::array<std::tuple<char const*, char const*, AccountAct>, 3> acts { {
        { "invite", "een eenmalige code om te beginnen", AccountAct::invite },
        { "reset", "een nieuwe eenmalige code; wachtwoord en tweede stap gelden meteen niet meer", AccountAct::reset },
        { "disable", "een account sluiten", AccountAct::disable },
    } };
    for (auto const& [name, help, act] : acts) {
        add(account, typed, name, help,
            [&typed, which = act](Context const& context) { return run_account_act(context, which, typed.login); })
            .add_option("login", typed.login, "inlognaam")
            ->required();
    }
    add_activation(account, typed);
    add_account_terms(account, typed);
}

void add_setting(CLI::App& app, Typed& typed)
{
    CLI::App& setting = *app.add_subcommand("setting", "instellingen van de praktijk");
    setting.require_subcommand(1);
    add(setting, typed, "list", "alle instellingen met hun grenzen", run_setting_list);
    CLI::App& set = add(setting, typed, "set", "een instelling wijzigen",
        [&typed](Context const& context) { return run_setting_set(context, typed.key, typed.value, typed.reason); });
    set.add_option("key", typed.key, "de instelling")->required();
    set.add_option("value", typed.value, "de waarde")->required();
    set.add_option("--reason", typed.reason, "waarom");
}

void add_journal(CLI::App& app, Typed& typed)
{
    CLI::App& journal = *app.add_subcommand("journal", "het inzagelog");
    journal.require_subcommand(1);
    add(journal, typed, "verify", "nagaan dat het log heel is; wijzigt niets", run_journal_verify);
    add(journal, typed, "export", "het log uitvoeren voor wie het zelf wil nagaan",
        [&typed](Context const& context) { return run_journal_export(context, typed.folder); })
        .add_option("folder", typed.folder, "lege of nieuwe map")
        ->required();
    CLI::App& prove = add(journal, typed, "prove", "een regel van het log bewijzen aan wie log.vkey heeft",
        [&typed](Context const& context) { return run_journal_prove(context, typed.prove); });
    prove.add_option("entry", typed.prove.entry, "nummer van de regel, zoals patient log --json het toont")->required();
    prove.add_option("--out", typed.prove.out, "het bewijs in dit bestand (anders op het scherm)");
    add(journal, typed, "reindex", "de index van het log opnieuw bouwen", run_journal_reindex);
}

void add_check(CLI::App& app, Typed& typed)
{
    CLI::App& check = add(app, typed, "check", "doe de check: 19 vragen, met bewijs",
        [&typed](Context const& context) { return run_check(context, typed.check); });
    check.add_option("--report", typed.check.report, "het ondertekende verslag in dit bestand");
    check.add_flag("--strict", typed.check.strict, "ook wat open staat telt als gevonden (afsluitcode 1)");
    CLI::App& declare = *check.add_subcommand("declare", "verklaren wat niet te meten is");
    add_general(declare, typed);
    declare.add_option("probe", typed.declare.probe, "de vraag, zoals 1.2c")->required();
    declare.add_option("answer", typed.declare.answer, "ja, nee of weet_niet")->required();
    declare.add_option("--date", typed.declare.date, "datum van de gebeurtenis (JJJJ-MM-DD; anders vandaag)");
    declare.add_option("--explanation", typed.declare.explanation, "toelichting");
    check.callback([&typed, &declare] {
        if (declare.parsed())
            typed.run = [&typed](Context const& context) { return run_check_declare(context, typed.declare); };
        else
            typed.run = [&typed](Context const& context) { return run_check(context, typed.check); };
    });
    CLI::App& verify = add(
        app, typed, "verify", "een ondertekend verslag of een bewijs van een regel nagaan, zonder praktijk",
        [&typed](Context const& context) { return run_verify(context, typed.folder, typed.key_file); },
        Beside::by_itself);
    verify.add_option("file", typed.folder, "het verslag of het bewijs")->required();
    verify.add_option("--key", typed.key_file, "log.vkey van de praktijk")->required();
}

void add_backup(CLI::App& app, Typed& typed)
{
    add(app, typed, "backup", "een reservekopie, nagelezen na het schrijven",
        [&typed](Context const& context) { return run_backup(context, typed.folder); })
        .add_option("folder", typed.folder, "lege of nieuwe map, liefst op een andere schijf")
        ->required();
    add(
        app, typed, "restore", "een reservekopie terugzetten in een nieuwe map (--data)",
        [&typed](Context const& context) { return run_restore(context, typed.folder); }, Beside::by_itself)
        .add_option("folder", typed.folder, "de reservekopie")
        ->required();
}

void add_quarantine(CLI::App& app, Typed& typed)
{
    CLI::App& quarantine = *app.add_subcommand("quarantine", "rijen van een import die wachten");
    quarantine.require_subcommand(1);
    add(quarantine, typed, "list", "welke rijen wachten, en waarom", run_quarantine_list);
    add(quarantine, typed, "show", "een rij zoals zij in de export stond",
        [&typed](Context const& context) { return run_quarantine_show(context, typed.correct.id); })
        .add_option("id", typed.correct.id, "het id dat list toont")
        ->required();
    CLI::App& correct
        = add(quarantine, typed, "correct", "een rij verbeteren en alsnog overzetten, met wat op haar wacht",
            [&typed](Context const& context) { return run_quarantine_correct(context, typed.correct); });
    correct.add_option("id", typed.correct.id, "het id dat list toont")->required();
    correct.add_option("--set", typed.correct.set, "kolom=waarde, zoals birth_date=1980-03-02; mag vaker")->required();
}

void add_repair(CLI::App& app, Typed& typed)
{
    CLI::App& repair = *app.add_subcommand("repair", "herstellen");
    repair.require_subcommand(1);
    add(repair, typed, "rights", "de rechten van de map met gegevens", run_repair_rights);
}

void add_key(CLI::App& app, Typed& typed)
{
    CLI::App& key = *app.add_subcommand("key", "sleutels");
    key.require_subcommand(1);
    add(key, typed, "rotate", "een nieuwe sleutel voor de praktijk, met een nieuwe herstelcode en zo nodig wachtzin",
        run_key_rotate, Beside::by_itself);
    add(key, typed, "recover", "met de herstelcode van papier een nieuwe wachtzin zetten", run_key_recover,
        Beside::by_itself);
}

Context context_of(Typed const& typed, Clock const& clock, Random& random)
{
    std::string data = typed.data;
    if (data.empty())
        data = Terminal::current().variable("ZORGKLUIS_DATA").value_or("praktijk");
    return { data, typed.json ? Format::json : Format::text, typed.as, clock, random };
}

// A proposal for a mapping reads an export, and no practice.
bool needs_practice(Typed const& typed)
{
    return typed.beside == Beside::in_the_server && !typed.import.dry_run;
}

Result<Exit> run_here_or_there(
    Typed const& typed, Context& context, std::span<char const* const> arguments, Served* served)
{
    if (served != nullptr) {
        if (!needs_practice(typed))
            return fail(Fault::refused, "not-in-the-server");
        context.served = served;
        context.data = served->practice.folder().path();
    } else if (needs_practice(typed)) {
        if (auto const done = run_at_server(context.data, arguments))
            return *done;
    }
    return typed.run(context);
}

// Help, the version, or what is wrong with what was typed.
Exit tell_usage(CLI::App const& app, CLI::ParseError const& error)
{
    std::ostringstream out;
    std::ostringstream err;
    bool const asked_for = app.exit(error, out, err) == 0;
    print_text(out.str());
    if (!err.str().empty())
        print_error("%s", err.str().c_str());
    Terminal::current().flush();
    return asked_for ? Exit::done : Exit::wrong_use;
}

} // namespace

Exit run_command_line(std::span<char const* const> arguments, Clock const& clock, Random& random, Served* served)
{
    CLI::App app("Zorgkluis: het praktijksysteem dat privacy bewijst", "zorgkluis");
    app.set_version_flag(
        "--version", std::string(k_name) + " " + std::string(k_version) + " (" + std::string(k_commit) + ")");
    app.require_subcommand(1);
    Typed typed;
    add_init(app, typed);
    add_import(app, typed);
    add_serve(app, typed);
    add_patient(app, typed);
    add_account(app, typed);
    add_setting(app, typed);
    add_journal(app, typed);
    add_check(app, typed);
    add_backup(app, typed);
    add_quarantine(app, typed);
    add_repair(app, typed);
    add_key(app, typed);
    try {
        app.parse(static_cast<int>(arguments.size()), arguments.data());
    } catch (CLI::ParseError const& error) {
        return tell_usage(app, error);
    }
    Context context = context_of(typed, clock, random);
    Result<Exit> const done = run_here_or_there(typed, context, arguments, served);
    Exit const exit = done ? *done : tell(done.error());
    Terminal::current().flush();
    return exit;
}

} // namespace zk::app
