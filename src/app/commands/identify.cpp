#include "app/commands/commands.hpp"
#include "app/commands/identity_lines.hpp"
#include "app/commands/typed.hpp"
#include "app/json_view.hpp"
#include "app/messages.hpp"
#include "app/passphrase.hpp"
#include "app/terminal/terminal.hpp"
#include "care/patients/patients.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using care::BsnAnswer;
using care::BsnOutcome;
using care::DocumentKind;
using care::TaskOutcome;
using nlohmann::ordered_json;

Result<DocumentKind> parse_document_kind(std::string const& text)
{
    for (std::uint8_t kind = 1; kind <= static_cast<std::uint8_t>(care::last_of(DocumentKind {})); ++kind) {
        if (care::text_of(static_cast<DocumentKind>(kind)) == text)
            return static_cast<DocumentKind>(kind);
    }
    return fail(Fault::wrong_use, "document-kind-unknown");
}

// Never from an argument: those stand in the list of processes and in the history of the shell.
Result<IdentityLines> numbers_of(IdentifyOptions const& options)
{
    if (!options.from.empty()) {
        ZK_TRY(std::string text, read_small(options.from));
        auto lines = read_identity_lines(text);
        wipe_text(text);
        return lines;
    }
    if (!at_terminal())
        return fail(Fault::wrong_use, "identity-lines-needed");
    ZK_TRY(std::string number, ask_line("Nummer van het document"));
    ZK_TRY(std::string bsn, ask_line("BSN (leeg: zoals het er al staat)"));
    auto lines = identity_of(number, bsn);
    wipe_text(number);
    wipe_text(bsn);
    return lines;
}

std::string_view name_of(BsnOutcome outcome)
{
    constexpr std::string_view names[] = { "none", "kept", "taken", "not_taken" };
    return names[static_cast<std::size_t>(outcome)];
}

std::string_view name_of(TaskOutcome outcome)
{
    constexpr std::string_view names[] = { "none", "open", "closed" };
    return names[static_cast<std::size_t>(outcome)];
}

ordered_json json_of(care::Identified const& done, care::Identification const& seen, Date today)
{
    ordered_json out { { "id", seen.patient.text() }, { "document", care::text_of(seen.kind) },
        { "checked_by", seen.checked_by }, { "checked_on", today.iso() }, { "bsn", name_of(done.bsn) },
        { "task", name_of(done.task) } };
    if (done.answer)
        out["sbvz"] = care::text_of(*done.answer);
    if (done.not_asked)
        out["sbvz_not_asked"] = done.not_asked->code();
    return out;
}

void print_outcome(care::Identified const& done, care::Identification const& seen)
{
    print("Vastgelegd: %s, gezien door %s.\n", std::string(care::text_of(seen.kind)).c_str(), seen.checked_by.c_str());
    if (done.not_asked)
        print("Let op: %s\n", message_of(*done.not_asked).c_str());
    if (done.answer)
        print("SBV-Z: %s.\n", std::string(care::text_of(*done.answer)).c_str());
    if (done.answer == BsnAnswer::confirmed_with_differences)
        print("Let op: vergelijk naam, geboortedatum en adres met het document en verbeter wat niet klopt.\n");
    if (done.bsn == BsnOutcome::not_taken)
        print("Het BSN is niet overgenomen. Lees het na op het document; weet u het zeker, neem het dan over met\n"
              "--take-unknown-bsn.\n");
    if (done.bsn == BsnOutcome::none)
        print("Er is nog geen BSN van deze patiënt.\n");
    if (done.task == TaskOutcome::closed)
        print("De taak om de identiteit vast te stellen is klaar.\n");
    if (done.task == TaskOutcome::open)
        print("De taak om de identiteit vast te stellen blijft open.\n");
}

} // namespace

Result<Exit> run_patient_identify(Context const& context, IdentifyOptions const& options)
{
    ZK_TRY(PatientId const patient, PatientId::parse(options.id));
    ZK_TRY(DocumentKind const kind, parse_document_kind(options.document));
    ZK_TRY(IdentityLines numbers, numbers_of(options));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(bool const exists, care::patient_exists(open.practice().vault(), patient));
    if (!exists)
        return fail(Fault::not_found, "patient-unknown");
    ZK_TRY(care::Patients * patients, open.patients());
    care::SbvzWithoutCertificate sbvz;
    care::Identification const seen { .patient = patient,
        .kind = kind,
        .number = std::move(numbers.number),
        .bsn = std::move(numbers.bsn),
        .when_not_found = options.take_unknown_bsn ? care::WhenNotFound::take_it : care::WhenNotFound::leave_it,
        .checked_by = open.account().login };
    ZK_TRY(care::Identified const done, patients->identify(open.who(), sbvz, seen));
    Date const today = open.practice().today();
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json(json_of(done, seen, today)));
    else
        print_outcome(done, seen);
    return done.bsn == BsnOutcome::not_taken ? Exit::found : Exit::done;
}

} // namespace zk::app
