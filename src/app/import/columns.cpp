#include "app/import/columns.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using enum RowKind;

struct KindKey {
    RowKind kind;
    Code key;
};
constexpr std::array k_kind_keys {
    KindKey { patients, "patients" },
    KindKey { treatments, "treatments" },
    KindKey { invoices, "invoices" },
    KindKey { appointments, "appointments" },
    KindKey { staff, "staff" },
};

struct ColumnKey {
    Column column;
    Code key;
};
constexpr std::array k_column_keys {
    ColumnKey { Column::patient_number, "patient_number" },
    ColumnKey { Column::bsn, "bsn" },
    ColumnKey { Column::name, "name" },
    ColumnKey { Column::surname, "surname" },
    ColumnKey { Column::tussenvoegsel, "tussenvoegsel" },
    ColumnKey { Column::initials, "initials" },
    ColumnKey { Column::first_name, "first_name" },
    ColumnKey { Column::sex, "sex" },
    ColumnKey { Column::birth_date, "birth_date" },
    ColumnKey { Column::address, "address" },
    ColumnKey { Column::street, "street" },
    ColumnKey { Column::house_number, "house_number" },
    ColumnKey { Column::house_number_addition, "house_number_addition" },
    ColumnKey { Column::postcode_and_city, "postcode_and_city" },
    ColumnKey { Column::postcode, "postcode" },
    ColumnKey { Column::city, "city" },
    ColumnKey { Column::phone, "phone" },
    ColumnKey { Column::mobile, "mobile" },
    ColumnKey { Column::email, "email" },
    ColumnKey { Column::uzovi, "uzovi" },
    ColumnKey { Column::policy_number, "policy_number" },
    ColumnKey { Column::registered, "registered" },
    ColumnKey { Column::deregistered, "deregistered" },
    ColumnKey { Column::deceased, "deceased" },
    ColumnKey { Column::alert, "alert" },
    ColumnKey { Column::memo, "memo" },
    ColumnKey { Column::number, "number" },
    ColumnKey { Column::date, "date" },
    ColumnKey { Column::date_and_time, "date_and_time" },
    ColumnKey { Column::time, "time" },
    ColumnKey { Column::end_time, "end_time" },
    ColumnKey { Column::duration, "duration" },
    ColumnKey { Column::practitioner, "practitioner" },
    ColumnKey { Column::code, "code" },
    ColumnKey { Column::description, "description" },
    ColumnKey { Column::element, "element" },
    ColumnKey { Column::quantity, "quantity" },
    ColumnKey { Column::tariff, "tariff" },
    ColumnKey { Column::note, "note" },
    ColumnKey { Column::due_date, "due_date" },
    ColumnKey { Column::amount, "amount" },
    ColumnKey { Column::paid, "paid" },
    ColumnKey { Column::paid_date, "paid_date" },
    ColumnKey { Column::reason, "reason" },
    ColumnKey { Column::status, "status" },
    ColumnKey { Column::role, "role" },
    ColumnKey { Column::big, "big" },
    ColumnKey { Column::agb, "agb" },
    ColumnKey { Column::room, "room" },
};
static_assert(k_column_keys.size() == k_column_count);

// The headers by which a column is known, folded, the best known first.
struct Headers {
    Column column;
    std::string_view words;
};

constexpr std::string_view k_patient_number_words
    = "patientnr patientnummer patientid clientnr clientnummer clientid clientcode patientcode patnr patid dossiernr "
      "dossiernummer relatienr relatienummer klantnr klantnummer debiteurnr debiteurnummer kaartnr kaartnummer "
      "oudpatientnummer patientnumber clientnumber";
constexpr std::string_view k_practitioner_words
    = "behandelaar behandelaarcode behandelend zorgverlener zorgverlenercode uitvoerder uitvoerend therapeut beh "
      "medewerker medewerkercode tandarts fysiotherapeut practitioner provider";
constexpr std::string_view k_note_words
    = "notitie notities opmerking opmerkingen bijzonderheden aantekening aantekeningen memo "
      "toelichting vrijetekst notes note remarks comment comments";

constexpr std::array k_patient_headers {
    Headers { Column::patient_number, k_patient_number_words },
    Headers { Column::bsn,
        "bsn burgerservicenummer bsnnummer bsnnr burgerservicenr sofinrbsn bsnsofi bsnsofinummer sofinummer sofinr" },
    Headers { Column::surname,
        "achternaam geslachtsnaam familienaam achternaampatient achternaamclient surname lastname familyname "
        "geboortenaam" },
    Headers { Column::name, "naam volledigenaam patientnaam naampatient naamclient clientnaam name fullname" },
    Headers { Column::tussenvoegsel,
        "tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels tussenv voorv tv voorvoegselachternaam "
        "tussenvoegselachternaam voorvoegselgeslachtsnaam infix prefix" },
    Headers { Column::initials, "voorletters initialen voorl voorletter initials" },
    Headers {
        Column::first_name, "roepnaam voornaam roepn voornaamroepnaam roepnaamvoornaam voornamen firstname givenname" },
    Headers { Column::sex, "geslacht mv sexe manvrouw vm gesl sekse sex gender" },
    Headers { Column::birth_date,
        "geboortedatum gebdatum geboren geborenop gebdat datumgeboorte geboortedat dob dateofbirth birthdate "
        "birthday" },
    Headers { Column::address,
        "adres straatenhuisnummer straathuisnummer straatenhuisnr straatennummer straatnummer woonadres adresregel "
        "adresregel1 adres1 address streetaddress" },
    Headers { Column::street, "straat straatnaam adresstraat woonstraat street streetname" },
    Headers { Column::house_number, "huisnummer huisnr nr nummer hnr housenumber" },
    Headers { Column::house_number_addition,
        "toevoeging huisnummertoevoeging huisnrtoev huisnrtoevoeging toev huisletter addition" },
    Headers {
        Column::postcode_and_city, "postcodeplaats postcodeenplaats postcodewoonplaats postcodeenwoonplaats pcplaats" },
    Headers { Column::postcode, "postcode pc postcd zip zipcode postalcode" },
    Headers { Column::city, "plaats woonplaats stad plaatsnaam woonplaatsnaam city town" },
    Headers { Column::phone,
        "telefoon telefoonnummer telvast telefoonvast telthuis telefoonthuis vastetelefoon telprive telefoonprive tel "
        "telefoonnr telnr telefoon1 tel1 phone telephone homephone" },
    Headers { Column::mobile,
        "mobiel telmobiel telefoonmobiel mobielnummer mobieltelefoon mobielenummer gsm 06nummer mobieletelefoon "
        "telefoon2 tel2 mobile mobilephone cellphone" },
    Headers { Column::email, "email emailadres mail mailadres emailaddress" },
    Headers { Column::uzovi,
        "uzovi uzovicode uzovinummer uzovinr verzekeraar zorgverzekeraar verzekeraarnr verzekeraarcode "
        "verzekeringsmaatschappij insurer" },
    Headers { Column::policy_number,
        "polisnummer verzekerdenummer polisnr verzekerdenr verzekeringsnummer verzekeringsnr relatienrverzekeraar "
        "relatienummerverzekeraar verzekerdenummerpolis policynumber" },
    Headers { Column::registered,
        "inschrijfdatum ingeschrevensinds ingeschreven ingeschrevenop datuminschrijving patientsinds clientsinds "
        "registratiedatum registered registrationdate" },
    Headers { Column::deregistered,
        "uitschrijfdatum uitgeschreven uitgeschrevenper uitgeschrevenop datumuitschrijving vertrokkenop vertrokken "
        "deregistered" },
    Headers { Column::deceased,
        "overlijdensdatum overledenop overleden datumoverlijden overldatum datumoverleden deceased dateofdeath" },
    Headers { Column::alert,
        "waarschuwing waarschuwingen alert alerts medischewaarschuwing medischewaarschuwingen allergie allergieen" },
    Headers { Column::memo, k_note_words },
};

constexpr std::array k_treatment_headers {
    Headers { Column::patient_number, k_patient_number_words },
    Headers { Column::number,
        "regelnr regelnummer regel verrichtingnr verrichtingnummer verrichtingid behandelnr volgnr volgnummer "
        "linenumber" },
    Headers { Column::date,
        "datum behandeldatum datumbehandeling verrichtingdatum verrichtingsdatum datumdd opdatum dag date" },
    Headers { Column::practitioner, k_practitioner_words },
    Headers { Column::code,
        "prestatiecode verrichtingcode verrichtingscode code codeprestatie prestatie declaratiecode tariefcode" },
    Headers { Column::description,
        "omschrijving prestatieomschrijving omschr verrichting verrichtingomschrijving omschrijvingverrichting "
        "omschrijvingprestatie description" },
    Headers { Column::element, "element gebitselement elementnr elementnummer elem tand tandnummer tooth" },
    Headers { Column::quantity, "aantal aant hoeveelheid keer quantity" },
    Headers { Column::tariff,
        "tarief prijs tariefperstuk bedragperstuk prijsperstuk stukprijs eenheidsprijs tariefeur bedrag price "
        "unitprice" },
    Headers { Column::note, k_note_words },
};

constexpr std::array k_invoice_headers {
    Headers { Column::patient_number, k_patient_number_words },
    Headers { Column::number,
        "factuurnr factuurnummer notanr notanummer declaratienr declaratienummer factuur invoicenumber invoice" },
    Headers {
        Column::date, "datum factuurdatum datumfactuur notadatum datumnota datumdd opdatum dag date invoicedate" },
    Headers {
        Column::due_date, "vervaldatum vervaltop tebetalenvoor uiterstebetaaldatum vervaldag betaaltermijn duedate" },
    Headers { Column::amount,
        "bedrag factuurbedrag totaalbedrag totaal bedrageur bedragineuro totaaleur eindbedrag amount total" },
    Headers { Column::paid, "betaald voldaan isbetaald betaaldjn voldaanjn paid" },
    Headers { Column::paid_date,
        "betaaldatum betaaldop datumbetaling voldaanop datumbetaald betalingsdatum datumvoldaan paidon paymentdate" },
};

constexpr std::array k_appointment_headers {
    Headers { Column::patient_number, k_patient_number_words },
    Headers { Column::number, "afspraaknr afspraaknummer afspraakid agendanr agendanummer appointmentnumber" },
    Headers { Column::practitioner, k_practitioner_words },
    Headers { Column::date, "datum afspraakdatum datumafspraak datumdd opdatum dag date" },
    Headers { Column::date_and_time, "datumtijd datumentijd begin start begindatumtijd starttijdstip datetime" },
    Headers { Column::time,
        "tijd aanvang begintijd aanvangstijd starttijd tijdstip tijdvan van afspraaktijd time starttime" },
    Headers { Column::end_time, "eindtijd tijdtot tot einde endtime" },
    Headers { Column::duration,
        "duur tijdsduur minuten duurmin duurminuten duurinminuten aantalminuten lengte duration minutes" },
    Headers { Column::reason,
        "soort soortafspraak afspraaksoort type afspraaktype reden redenafspraak omschrijving onderwerp opmerking "
        "opmerkingen reason" },
    Headers { Column::status, "status afspraakstatus statusafspraak stand standvanzaken toestand" },
    Headers { Column::room,
        "kamer kamernr kamernummer behandelkamer ruimte behandelruimte spreekkamer stoel behandelstoel zaal oefenzaal "
        "room" },
};

constexpr std::array k_staff_headers {
    Headers { Column::code,
        "code medewerkercode behandelaarcode afkorting mdw medewerkernr medewerkernummer "
        "personeelsnummer gebruikerscode" },
    Headers { Column::name,
        "naam volledigenaam naammedewerker medewerkernaam naambehandelaar medewerker behandelaar name fullname" },
    Headers { Column::role, "functie rol functienaam taak role" },
    Headers { Column::big, "big bignummer bigregistratie bignr bigcode" },
    Headers { Column::agb, "agb agbcode agbzorgverlener agbnr agbnummer" },
};

std::span<Headers const> headers_of(RowKind kind)
{
    switch (kind) {
    case patients:
        return k_patient_headers;
    case treatments:
        return k_treatment_headers;
    case invoices:
        return k_invoice_headers;
    case appointments:
        return k_appointment_headers;
    case staff:
        return k_staff_headers;
    }
    return {};
}

// One of `columns` must be there; the first is named when none is.
struct Need {
    RowKind kind;
    std::array<Column, 2> columns;
};
constexpr std::array k_needs {
    Need { patients, { Column::patient_number, Column::patient_number } },
    Need { patients, { Column::surname, Column::name } },
    Need { patients, { Column::birth_date, Column::birth_date } },
    Need { treatments, { Column::patient_number, Column::patient_number } },
    Need { treatments, { Column::date, Column::date } },
    Need { treatments, { Column::code, Column::description } },
    Need { invoices, { Column::number, Column::number } },
    Need { invoices, { Column::patient_number, Column::patient_number } },
    Need { invoices, { Column::date, Column::date } },
    Need { invoices, { Column::amount, Column::amount } },
    Need { appointments, { Column::patient_number, Column::patient_number } },
    Need { appointments, { Column::date, Column::date_and_time } },
    Need { appointments, { Column::time, Column::date_and_time } },
    Need { staff, { Column::code, Column::code } },
    Need { staff, { Column::name, Column::name } },
};

// Columns that only this kind of file has: without one of them a file is something else, such as a list of recalls.
ColumnSet signature_of(RowKind kind)
{
    auto const set = [](std::initializer_list<Column> columns) {
        ColumnSet out;
        for (Column const column : columns)
            out.set(index_of(column));
        return out;
    };
    switch (kind) {
    case patients:
        return set({ Column::bsn, Column::birth_date, Column::surname, Column::uzovi, Column::policy_number });
    case treatments:
        return set({ Column::code, Column::element, Column::quantity, Column::tariff });
    case invoices:
        return set({ Column::amount, Column::due_date, Column::paid, Column::paid_date });
    case appointments:
        return set({ Column::time, Column::date_and_time, Column::end_time, Column::duration });
    case staff:
        return set({ Column::role, Column::big });
    }
    return {};
}

// How well known a header is as this column; lower is better, none when it is not.
std::optional<std::size_t> rank_of(std::string_view words, std::string_view folded)
{
    for (std::size_t at = 0; at < words.size();) {
        std::size_t const end = std::min(words.find(' ', at), words.size());
        if (words.substr(at, end - at) == folded)
            return at;
        at = end + 1;
    }
    return std::nullopt;
}

} // namespace

Code key_of(RowKind kind)
{
    return k_kind_keys.at(static_cast<std::size_t>(kind)).key;
}

Code key_of(Column column)
{
    return k_column_keys.at(index_of(column)).key;
}

std::optional<RowKind> row_kind_of(std::string_view key)
{
    auto const* const found = std::ranges::find(k_kind_keys, key, [](KindKey const& k) { return k.key.text(); });
    return found == k_kind_keys.end() ? std::nullopt : std::optional(found->kind);
}

std::optional<Column> column_of(std::string_view key)
{
    auto const* const found = std::ranges::find(k_column_keys, key, [](ColumnKey const& k) { return k.key.text(); });
    return found == k_column_keys.end() ? std::nullopt : std::optional(found->column);
}

bool may_repeat(Column column)
{
    return column == Column::memo || column == Column::note || column == Column::alert || column == Column::reason;
}

bool belongs_to(Column column, RowKind kind)
{
    return std::ranges::find(headers_of(kind), column, &Headers::column) != headers_of(kind).end();
}

std::string fold_header(std::string_view header)
{
    return ascii::without(fold_for_search(header), " ");
}

std::vector<std::optional<Column>> recognise_columns(RowKind kind, std::span<std::string const> headers)
{
    std::vector<std::string> folded;
    folded.reserve(headers.size());
    for (std::string const& header : headers)
        folded.push_back(fold_header(header));

    std::vector<std::optional<Column>> out(headers.size());
    for (Headers const& known : headers_of(kind)) {
        std::optional<std::size_t> best;
        std::optional<std::size_t> best_rank;
        for (std::size_t i = 0; i < folded.size(); ++i) {
            auto const rank = out[i] ? std::nullopt : rank_of(known.words, folded[i]);
            if (!rank)
                continue;
            if (may_repeat(known.column))
                out[i] = known.column;
            else if (!best_rank || *rank < *best_rank) {
                best = i;
                best_rank = rank;
            }
        }
        if (best)
            out[*best] = known.column;
    }
    // "Naam" beside a column of particles is the surname alone.
    ColumnSet const present = set_of(out);
    if (present.test(index_of(Column::tussenvoegsel)) && !present.test(index_of(Column::surname)))
        std::ranges::replace(out, std::optional(Column::name), std::optional(Column::surname));
    return out;
}

ColumnSet set_of(std::span<std::optional<Column> const> columns)
{
    ColumnSet out;
    for (auto const& column : columns)
        if (column)
            out.set(index_of(*column));
    return out;
}

std::vector<Column> missing_columns(RowKind kind, ColumnSet present)
{
    std::vector<Column> out;
    for (Need const& need : k_needs)
        if (need.kind == kind && !present.test(index_of(need.columns[0])) && !present.test(index_of(need.columns[1])))
            out.push_back(need.columns[0]);
    return out;
}

std::optional<KindMatch> recognise_kind(std::span<std::string const> headers)
{
    std::optional<KindMatch> best;
    std::size_t best_score = 0;
    for (RowKind const kind : k_row_kinds) {
        auto columns = recognise_columns(kind, headers);
        ColumnSet const present = set_of(columns);
        auto missing = missing_columns(kind, present);
        bool const complete = missing.empty();
        // A file that lacks something is of this kind only when it can hardly be anything else.
        bool const near = complete || present.count() >= 3;
        std::size_t const score = present.count() + (complete ? k_column_count : 0);
        if (!near || (present & signature_of(kind)).none() || score <= best_score)
            continue;
        best_score = score;
        best = KindMatch { kind, std::move(columns), std::move(missing) };
    }
    return best;
}

} // namespace zk::app
