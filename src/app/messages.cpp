#include "app/messages.hpp"

#include <algorithm>
#include <array>

namespace zk::app {

namespace {

struct Message {
    std::string_view code;
    std::string_view text; // what is wrong, and what to do
};

// to_array: a deduced array has a limit of 256 with clang.
constexpr auto k_messages = std::to_array<Message>({
    // De map met gegevens
    Message {
        "no-practice-here", "hier staat geen praktijk. Maak er een met 'zorgkluis init', of noem de map met --data." },
    Message { "practice-in-use", "een ander programma werkt met deze praktijk. Wacht tot het klaar is, of sluit het." },
    Message { "command-too-long", "deze opdracht is te lang. Zet wat u meegeeft in een bestand." },
    Message { "command-failed",
        "de opdracht is mislukt door een fout in het programma. De server draait door. Meld het uw leverancier." },
    Message { "not-in-the-server", "deze opdracht kan de server niet doen. Stop hem eerst." },
    Message { "own-folder-unknown", "de map waarin u werkt bestaat niet meer. Ga naar een andere map." },
    Message { "server-gone",
        "de server gaf geen antwoord. Kijk na of de opdracht is gedaan, en of de server nog draait en van deze versie "
        "is." },
    Message { "login-too-soon", "te vaak een verkeerde wachtzin. Wacht zoveel seconden en probeer opnieuw." },
    Message { "folder-not-empty", "deze map is niet leeg. Kies een lege of nieuwe map." },
    Message { "folder-cannot-be-made", "deze map kan niet worden gemaakt. Controleer het pad en uw rechten." },
    Message { "folder-cannot-be-opened", "deze map is niet te openen. Controleer uw rechten." },
    Message { "folder-rights-cannot-be-set",
        "de rechten van deze map zijn niet te zetten. Kies een map op een gewone schijf." },
    Message { "folder-of-another-version", "deze map is van een andere versie van Zorgkluis. Werk het programma bij." },
    Message { "disk-full", "de schijf is vol. Maak ruimte en probeer opnieuw; er is niets half gedaan." },
    Message { "disk-failed", "de schijf gaf een fout. Controleer de schijf; bewaar uw reservekopie." },
    Message { "store-busy", "de gegevens zijn bezet. Probeer het zo weer." },
    Message {
        "store-damaged", "dit bestand is beschadigd. Zet de laatste reservekopie terug met 'zorgkluis restore'." },
    Message { "stopped-after-disk-fault",
        "het schrijven is gestopt na een fout van de schijf. Start opnieuw: dan blijkt wat er staat." },
    Message { "stopped-finished-at-next-start",
        "de wijziging is besloten maar nog niet overal geschreven. Maak ruimte en start opnieuw; dan wordt zij "
        "afgemaakt." },
    Message { "journal-stopped",
        "het log kon niet worden geschreven, en zonder log geen inzage. Controleer de schijf en start opnieuw." },
    // Sleutels
    Message { "passphrase-does-not-fit",
        "de wachtzin past niet. Probeer opnieuw, of gebruik de herstelcode met 'zorgkluis key recover'." },
    Message { "recovery-code-does-not-fit",
        "deze herstelcode hoort niet bij deze praktijk. Zoek het papier van 'zorgkluis init'." },
    Message { "recovery-code-mistyped", "de herstelcode bevat een tikfout. Lees de groepen van vier nog eens na." },
    Message { "recovery-code-bad-length",
        "de herstelcode is niet volledig. Het zijn acht groepen van vier tekens en een van twee." },
    Message { "recovery-code-bad-character",
        "in de herstelcode staat een teken dat er niet in kan staan. Letters en cijfers, geen U." },
    Message { "no-passphrase-and-no-terminal",
        "er is geen wachtzin. Zet het pad van een bestand in ZORGKLUIS_PASSPHRASE_FILE, of werk in een terminal." },
    Message { "passphrase-file-unreadable",
        "het bestand met de wachtzin is niet te lezen. Controleer het pad en de rechten." },
    Message { "passphrase-file-too-long",
        "het bestand met de wachtzin is te lang. Het bevat de wachtzin op één regel, verder niets." },
    Message { "passphrase-empty", "er is niets ingevuld, en dat moet wel. Probeer opnieuw." },
    Message { "passphrase-too-short", "de wachtzin is te kort. Neem een zin van ten minste 15 tekens." },
    Message { "passphrases-differ", "wat u twee keer hebt getypt verschilt. Probeer opnieuw." },
    // Gegevens die niet zijn zoals zij zijn achtergelaten
    Message { "rows-not-as-left",
        "gegevens zijn veranderd, weg of ouder dan hoort. Bewaar alles en zet de laatste reservekopie terug." },
    Message {
        "rows-without-key", "er zijn gegevens zonder sleutel. Bewaar alles en zet de laatste reservekopie terug." },
    Message { "row-does-not-open",
        "gegevens zijn veranderd buiten Zorgkluis om. Bewaar alles en zet de laatste reservekopie terug." },
    Message { "row-cut", "gegevens zijn afgebroken. Bewaar alles en zet de laatste reservekopie terug." },
    Message { "slot-swapped",
        "sleutels zijn verwisseld. Bewaar alles en zet de sleutels uit de laatste reservekopie terug." },
    Message { "box-does-not-open",
        "gegevens zijn veranderd buiten Zorgkluis om. Bewaar alles en zet de laatste reservekopie terug." },
    Message { "journal-shorter-than-known",
        "het log mist regels die er waren. Bewaar alles en zet de laatste reservekopie terug." },
    Message { "practice-facts-missing", "deze praktijk is niet volledig. Zet de laatste reservekopie terug." },
    Message { "backup-inside-the-practice",
        "een reservekopie in de map van de praktijk gaat met haar verloren. Kies een map op een andere schijf." },
    Message { "backup-folder-not-empty", "deze map is niet leeg. Maak elke reservekopie in een eigen, nieuwe map." },
    Message { "disk-takes-no-file-of-4-gib",
        "deze schijf neemt geen bestanden van 4 GiB of meer aan (FAT32). Neem een schijf met exFAT, NTFS of ext4." },
    Message { "backup-disk-too-small",
        "op deze schijf is te weinig ruimte voor de reservekopie. Er is niets geschreven. Neem een andere schijf." },
    Message { "backup-needs-room-here",
        "op de schijf van de praktijk is te weinig ruimte om de kopie te maken. Maak eerst ruimte." },
    Message { "backup-file-differs", "dit bestand van de reservekopie is veranderd. Neem een andere reservekopie." },
    Message { "backup-file-missing", "dit bestand van de reservekopie ontbreekt. Neem een andere reservekopie." },
    Message { "backup-extra-file", "dit bestand hoort niet in de reservekopie. Haal het weg, of neem een andere." },
    Message { "backup-of-another-part", "de delen van deze reservekopie horen niet bij elkaar." },
    Message { "backup-of-another-version",
        "deze reservekopie is van een andere versie van Zorgkluis. Werk het programma bij." },
    Message {
        "backup-reads-back-otherwise", "de reservekopie leest anders terug dan geschreven. Vervang deze schijf." },
    Message { "keyring-of-another-practice",
        "deze sleutels zijn van een andere praktijk. Neem de sleutels die bij de reservekopie horen." },
    Message { "manifest-malformed", "dit is geen reservekopie van Zorgkluis, of zij is beschadigd." },
    Message { "log-key-of-this-month-lost", "deze sleutels zijn te oud voor het log. Neem jongere sleutels." },
    // Accounts en rechten
    Message { "account-unknown", "dit account bestaat niet. Bekijk de accounts met 'zorgkluis account list'." },
    Message { "account-closed", "dit account is gesloten. Kies een ander met --as." },
    Message { "no-owner-account", "er is geen praktijkhouder meer met een open account. Noem een account met --as." },
    Message { "not-for-this-role", "deze rol mag dit niet zien of doen. Dat staat nu in het log." },
    Message { "no-treatment-relation",
        "u behandelt deze patiënt niet. Neemt u waar of is er spoed, breek dan het glas met --glass en een reden." },
    Message { "glass-not-needed", "u behandelt deze patiënt; het glas hoeft niet gebroken. Laat --glass weg." },
    Message { "reason-needed", "hiervoor is een reden nodig: geef --reason." },
    Message { "reason-too-long", "deze reden is te lang." },
    Message { "reveal-unknown",
        "op verzoek tonen kan van het BSN (--reveal bsn) en van het identiteitsbewijs (--reveal document)." },
    Message { "mode-unknown", "deze stand bestaat niet. Kies production of test." },
    Message { "folder-needed", "noem de map met de export." },
    Message { "mapping-unreadable", "het bestand met de kolommen is niet te lezen. Controleer het pad." },
    Message { "mapping-too-long", "het bestand met de kolommen is te groot." },
    Message { "answer-cannot-be-written", "het antwoord kon niet worden geschreven." },
    Message { "role-unknown",
        "deze rol bestaat niet. Kies praktijkhouder, behandelaar, assistent, receptie, administratie of "
        "functionaris." },
    Message { "login-taken", "deze inlognaam bestaat al. Kies een andere." },
    Message { "login-empty", "de inlognaam is leeg. Vul er een in." },
    Message { "login-too-long", "deze inlognaam is te lang. Neem een kortere." },
    Message { "login-not-text", "in deze inlognaam staan tekens die er niet in kunnen. Neem letters en cijfers." },
    Message { "practitioner-code-taken", "deze behandelaarcode hoort al bij een ander account. Kies een andere." },
    Message { "account-bad-text", "naam of code is te lang of bevat vreemde tekens." },
    Message { "account-is-active", "dit account is al in gebruik. Een nieuwe code geeft 'zorgkluis account reset'." },
    Message { "account-is-disabled", "dit account is gesloten. Openen kan met 'zorgkluis account invite'." },
    Message { "account-has-ended", "dit account is voorbij zijn einddatum." },
    Message { "last-praktijkhouder",
        "dit is de laatste praktijkhouder die kan inloggen; zonder kan niemand meer beheren. Voeg er eerst een toe, en "
        "laat "
        "die inloggen." },
    Message { "imported-account-in-use",
        "een account van deze import is al in gebruik; de import kan niet meer ongedaan worden gemaakt." },
    Message { "staff-function-unknown",
        "deze functie hoort bij geen rol. Voeg het account zelf toe met 'zorgkluis account add'." },
    Message { "roster-bad-practitioner", "deze behandelaarcode klopt niet." },
    Message { "roster-ends-before-it-begins", "het einde ligt voor het begin." },
    Message { "roster-kind-needed", "zeg met --assists of met --stands-in voor welke behandelaarcode." },
    Message { "one-time-code-mistyped", "de eenmalige code bevat een tikfout. Lees de groepen van vier nog eens na." },
    Message { "one-time-code-refused",
        "deze code past niet bij dit account, of geldt niet meer. Een nieuwe geeft 'zorgkluis account invite'." },
    Message { "password-not-chosen-yet", "kies eerst een wachtwoord met 'zorgkluis account activate'." },
    Message { "second-step-code-wrong",
        "deze zes cijfers kloppen niet. Neem de volgende die de app toont, en kijk of de klok van de telefoon gelijk "
        "loopt." },
    Message { "code-and-password-files-needed",
        "geef de eenmalige code met --code-file en het wachtwoord met --password-file, of werk in een terminal zonder "
        "--json." },
    Message { "password-too-short", "dit wachtwoord is te kort. Neem een zin van ten minste twaalf tekens." },
    Message { "password-too-long", "dit wachtwoord is te lang. Neem een kortere zin." },
    Message { "password-not-text",
        "in dit wachtwoord staan tekens die er niet in kunnen. Neem letters, cijfers, leestekens en spaties." },
    Message { "password-too-common", "dit wachtwoord is te raden. Neem een paar woorden die niet bij elkaar horen." },
    Message { "password-holds-login", "in dit wachtwoord staat uw naam of inlognaam. Kies een ander." },
    Message { "password-holds-practice-name", "in dit wachtwoord staat de naam van de praktijk. Kies een ander." },
    // Patiënten
    Message { "patient-unknown", "deze patiënt is er niet. Zoek eerst met 'zorgkluis patient find'." },
    Message { "id-not-hex", "dit is geen nummer van een patiënt. Neem het id dat 'zorgkluis patient find' toont." },
    Message { "id-bad-length", "dit is geen nummer van een patiënt. Neem het id dat 'zorgkluis patient find' toont." },
    Message { "number-not-merged",
        "dit oude nummer is bij deze patiënt niet samengevoegd, of is al losgemaakt. Zoek met 'zorgkluis patient find' "
        "bij wie het hoort." },
    Message { "merged-row-unreadable",
        "de samengevoegde rij is niet meer te lezen; er is niets gewijzigd. Meld het uw leverancier." },
    // Wie een patiënt is
    Message { "bsn-not-nine-digits", "een BSN heeft negen cijfers. Lees het na op het document." },
    Message { "bsn-check-failed",
        "in dit BSN zit een tikfout: het doorstaat de elfproef niet. Lees het na op het document." },
    Message { "maybe-duplicate", "misschien staat deze patiënt er al. Zelfde achternaam en geboortedatum." },
    Message { "record-unknown", "dit staat er niet meer. Haal de patiënt opnieuw op." },
    Message { "day-in-the-future", "deze dag moet nog komen. Vul vandaag in, of een dag die voorbij is." },
    Message { "day-before-birth", "deze dag ligt voor de geboortedatum. Kijk beide na." },
    Message { "date-impossible", "deze dag bestaat niet. Kijk hem na." },
    Message { "date-unreadable", "dit is geen datum. Schrijf dag, maand en jaar." },
    Message { "date-out-of-range", "dit jaar kan niet. Kijk het na." },
    Message { "postcode-unreadable", "dit is geen postcode. Schrijf vier cijfers en twee letters." },
    Message { "postcode-not-given-out", "deze postcode is nooit uitgegeven. Kijk hem na." },
    Message { "phone-unreadable", "dit is geen telefoonnummer. Kijk na of het alle cijfers heeft." },
    Message { "email-unreadable", "dit is geen e-mailadres. Kijk na of er een @ en een punt in staan." },
    Message { "uzovi-not-four-digits", "het nummer van een verzekeraar (UZOVI) heeft vier cijfers." },
    Message { "sex-unreadable", "kies vrouw, man of anders." },
    Message { "field-not-a-list", "in dit veld hoort een lijst, en niet te lang." },
    // Wat er in een dossier staat
    Message { "consult-empty", "er is nog niets geschreven. Schrijf een tekst of vul een prestatiecode in." },
    Message { "element-not-a-tooth", "dit element bestaat niet. Melk: 51 tot 85. Blijvend: 11 tot 48." },
    Message { "quantity-unreadable", "het aantal is een getal van 1 tot 999." },
    Message { "amount-unreadable", "dit is geen bedrag. Schrijf bijvoorbeeld 79,63." },
    Message { "amount-ambiguous", "hier staat niet vast wat de komma is. Schrijf bijvoorbeeld 1.234,56." },
    Message { "alert-kind-unknown", "kies allergie, antistolling of anders." },
    Message { "bsn-of-another-patient",
        "dit BSN staat al bij een andere patiënt. Zoek die met 'zorgkluis patient find' en het BSN. Is het dezelfde "
        "mens, "
        "werk dan daar verder; zo niet, lees het BSN na op het document." },
    Message { "test-bsn-in-production",
        "dit BSN is uit de 9999-reeks, voor verzonnen patiënten. Lees het na op het document." },
    Message { "document-kind-unknown",
        "met dit document stelt u geen identiteit vast. Kies paspoort, identiteitskaart, rijbewijs of "
        "verblijfsdocument." },
    Message { "document-number-bad-length",
        "het nummer van het document heeft 5 tot 20 letters en cijfers. Lees het na op het document." },
    Message { "document-number-bad-character",
        "in het nummer van het document staan alleen letters en cijfers. Lees het na op het document." },
    Message { "document-not-in-circulation",
        "dit document is niet in omloop; er is niets vastgelegd. Vraag de patiënt om een ander." },
    Message { "sbvz-no-certificate",
        "SBV-Z is niet gevraagd: er is geen UZI-certificaat van de praktijk ingesteld. Ga het BSN buiten Zorgkluis om "
        "na." },
    Message { "sbvz-needs-birth-date",
        "zonder geboortedatum kan SBV-Z niet worden gevraagd; er is niets vastgelegd. Vul haar eerst in." },
    Message { "sbvz-needs-surname-or-address",
        "zonder achternaam of adres kan SBV-Z niet worden gevraagd; er is niets vastgelegd. Vul ze eerst in." },
    Message { "identity-line-unknown", "deze regel hoort hier niet. Schrijf 'number: ...' en zo nodig 'bsn: ...'." },
    Message { "identity-line-twice", "dit staat er twee keer. Schrijf het nummer en het BSN elk één keer." },
    Message { "identity-lines-needed",
        "het nummer van het document ontbreekt. Geef een bestand met --from (of - voor de invoer), of werk in een "
        "terminal." },
    Message { "nothing-typed", "er is niets ingevuld. Probeer opnieuw." },
    Message { "small-file-too-long", "dit bestand is te lang voor wat erin hoort te staan. Controleer het pad." },
    // Instellingen
    Message { "setting-unknown", "deze instelling bestaat niet. Bekijk ze met 'zorgkluis setting list'." },
    Message { "setting-not-a-number", "deze instelling is een heel getal." },
    Message { "setting-out-of-bounds", "deze waarde valt buiten de grenzen. Die staan in 'zorgkluis setting list'." },
    Message { "setting-not-a-choice", "dit is geen van de keuzes. Kijk in 'zorgkluis setting list'." },
    Message { "setting-too-long", "deze waarde of reden is te lang." },
    Message { "widening-needs-a-reason", "een verruiming van de rechten heeft een reden nodig: geef --reason." },
    Message { "widening-unknown-cell", "deze rol of soort gegevens bestaat niet. Kijk in docs/need-to-know.md." },
    Message { "widening-unknown-sight",
        "dit is geen recht. Kies never, on_demand, related, related_or_glass, if_treating of always." },
    Message { "practice-kind-unknown",
        "deze soort praktijk bestaat niet. Kies tandarts, fysio, huisarts, psycholoog, logopedie, oefentherapie, "
        "huisartsenpost, zorggroep, apotheek of anders." },
    // Overzetten
    Message { "waiting-row-unknown", "deze wachtende rij is er niet. Bekijk ze met 'zorgkluis quarantine list'." },
    Message { "column-unknown",
        "deze kolom hoort niet bij deze rij. Schrijf kolom=waarde; de kolommen staan in docs/formats/mapping.md." },
    Message { "import-folder-missing", "deze map is er niet. Controleer het pad." },
    Message { "import-folder-unreadable", "de map is niet te lezen. Controleer de rechten." },
    Message { "import-too-many-files", "er staan te veel bestanden in de map. Zet alleen de export erin." },
    Message { "import-columns-missing",
        "in dit bestand zijn deze kolommen niet herkend. Draai 'zorgkluis import MAP --dry-run', kijk het voorstel na "
        "en geef het mee met --mapping." },
    Message { "import-nothing-recognised",
        "geen bestand in deze map is herkend. Draai 'zorgkluis import MAP --dry-run', kijk het voorstel na en geef het "
        "mee met --mapping." },
    Message { "file-unreadable", "het bestand is niet te lezen. Controleer de rechten en de schijf." },
    Message { "file-too-large", "het bestand is te groot om over te zetten." },
    Message { "file-not-text", "het bestand is geen tekst. Exporteer opnieuw als CSV." },
    Message { "csv-quote-not-closed",
        "in deze rij begint een tekst met een aanhalingsteken dat nergens sluit. Herstel het in het bestand, of "
        "exporteer opnieuw." },
    Message { "csv-field-too-long", "in deze rij staat een veld dat te lang is." },
    Message { "csv-row-too-long", "deze rij is te lang." },
    Message { "csv-too-many-columns", "deze rij heeft te veel kolommen." },
    Message { "csv-too-many-rows", "het bestand heeft te veel rijen." },
    Message { "csv-file-too-large", "het bestand is te groot om over te zetten." },
    Message { "mapping-not-json", "de mapping is geen JSON." },
    Message { "mapping-too-large", "de mapping is te groot." },
    Message { "mapping-too-deep", "de mapping heeft de verkeerde vorm: te diep genest." },
    Message { "mapping-key-twice", "in de mapping staat een naam twee keer." },
    Message { "mapping-unknown-format", "de mapping moet beginnen met \"format\": \"zorgkluis-mapping/1\"." },
    Message { "mapping-unknown-field", "dit veld kent een mapping niet." },
    Message { "mapping-not-an-object", "hier hoort in de mapping een object te staan: { ... }." },
    Message { "mapping-not-a-list", "hier hoort in de mapping een lijst te staan: [ ... ]." },
    Message { "mapping-not-a-text", "hier hoort in de mapping een tekst te staan." },
    Message { "mapping-text-missing", "dit veld ontbreekt in de mapping, of is leeg." },
    Message { "mapping-unknown-kind",
        "deze soort bestand is er niet: patients, treatments, invoices, appointments, staff of ignored." },
    Message { "mapping-unknown-column", "deze kolom wijst naar iets dat er niet is. Zie docs/formats/mapping.md." },
    Message { "mapping-column-of-another-kind",
        "deze kolom hoort niet bij deze soort bestand. Zie docs/formats/mapping.md." },
    Message { "mapping-column-twice", "twee kolommen wijzen naar hetzelfde." },
    Message { "mapping-column-used-and-ignored", "deze kolom staat bij columns en bij ignored." },
    Message { "mapping-file-twice", "dit bestand staat twee keer in de mapping." },
    Message { "mapping-column-not-in-file", "deze kolom van de mapping staat niet in het bestand." },
    Message { "mapping-file-not-in-folder",
        "dit bestand van de mapping staat niet in de map, en geen ander heeft dezelfde kolommen." },
    Message { "mapping-ambiguous", "op dit bestand passen twee regels van de mapping. Zet zijn naam erin." },
    Message { "test-patients-in-production",
        "dit is een export met testpatiënten (BSN's uit de 9999-reeks). Maak een testpraktijk: 'zorgkluis init --mode "
        "test'." },
    Message { "another-import-unfinished",
        "een eerdere import is niet afgemaakt. Draai die opnieuw, of maak haar ongedaan met 'zorgkluis import "
        "--undo'." },
    Message { "import-unknown", "deze import is er niet. Bekijk ze met 'zorgkluis import --list'." },
    Message {
        "import-worked-on", "met deze import is al gewerkt; zij kan niet meer als geheel ongedaan worden gemaakt." },
    // In de browser
    Message { "no-session", "uw sessie is voorbij. Log opnieuw in." },
    Message { "session-locked", "dit scherm is vergrendeld. Ontgrendel het om verder te gaan." },
    Message { "login-failed", "naam, wachtwoord of code klopt niet. Probeer het opnieuw." },
    Message { "listen-not-a-port", "dit is geen adres met poort. Schrijf bijvoorbeeld 127.0.0.1:8443." },
    Message { "listen-address-in-use",
        "op deze poort luistert al een programma. Stop dat, of kies met --listen een andere poort." },
    Message { "listen-address-unreadable", "dit adres is niet te lezen. Schrijf bijvoorbeeld 0.0.0.0:8443." },
    Message { "listen-failed", "op dit adres kan niet worden geluisterd. Controleer adres en netwerk." },
    Message { "listen-not-allowed", "op deze poort mag dit programma niet luisteren. Kies er een boven 1024." },
    Message { "tls-cannot-start", "de beveiligde verbinding kan niet starten. Controleer het certificaat." },
    Message { "authority-expired", "de eigen autoriteit is verlopen. Start opnieuw: dan komt er een nieuwe." },
    Message { "authority-not-for-this-name",
        "de eigen autoriteit kent deze naam niet. Start opnieuw: dan komt er een nieuwe." },
    Message { "certificate-and-key-do-not-fit", "certificaat en sleutel horen niet bij elkaar." },
    Message {
        "certificate-cannot-be-made", "het certificaat kan niet worden gemaakt. Controleer de namen met --host." },
    Message { "certificate-chain-out-of-order",
        "de certificaten staan in een verkeerde volgorde. Eerst dat van de server, dan wie het tekende." },
    Message { "certificate-expired", "het certificaat is verlopen. Vraag een nieuw aan." },
    Message {
        "certificate-key-has-password", "de sleutel heeft een wachtwoord. Lever hem zonder, in een eigen bestand." },
    Message { "certificate-key-unreadable", "de sleutel van het certificaat is niet te lezen. Lever hem als PEM." },
    Message { "certificate-not-for-this-name", "het certificaat geldt niet voor deze naam. Vraag er een voor aan." },
    Message { "certificate-not-valid-yet", "het certificaat is nog niet geldig. Controleer ook de klok." },
    Message { "certificate-unreadable", "het certificaat is niet te lezen. Lever het als PEM." },
    Message { "password-wrong", "dit wachtwoord klopt niet. Probeer het opnieuw." },
    Message { "pin-not-digits", "een pincode heeft vier tot acht cijfers." },
    Message { "pin-too-simple", "deze pincode is te makkelijk te raden. Kies er een zonder reeks of herhaling." },
    Message { "pin-not-allowed", "een pincode mag hier niet. Gebruik uw wachtwoord of de code uit uw app." },
    Message { "csrf", "dit verzoek kwam niet van deze pagina. Laad de pagina opnieuw." },
    Message { "body-not-json", "dit verzoek is niet te lezen. Laad de pagina opnieuw." },
    Message { "field-missing", "dit veld ontbreekt. Vul het in." },
    Message { "field-not-text", "in dit veld hoort tekst." },
    Message { "field-too-long", "dit veld is te lang. Maak de tekst korter." },
    Message { "field-not-yes-or-no", "dit veld is ja of nee." },
    Message { "field-not-a-number", "in dit veld hoort een getal." },
    // De agenda
    Message { "changed-by-another", "een collega heeft dit net ook gewijzigd. Kijk wat er anders is en kies." },
    Message { "appointment-overlaps", "op deze tijd staat al een afspraak. Kies een andere tijd, of bevestig het." },
    Message { "outside-working-hours", "deze behandelaar werkt dan niet. Kies een andere tijd, of bevestig het." },
    Message { "appointment-unknown", "deze afspraak is er niet meer. Laad de agenda opnieuw." },
    Message { "appointment-date-far", "deze dag ligt te ver weg. Kijk het jaar na." },
    Message { "appointment-minutes", "een afspraak duurt 5 minuten tot 8 uur. Kies een andere duur." },
    Message { "appointment-past-midnight", "deze afspraak loopt door na middernacht. Kies een eerdere tijd." },
    Message { "appointment-status-unknown", "deze status bestaat niet. Laad de pagina opnieuw." },
    Message { "practitioner-unknown", "deze behandelaar werkt hier niet. Kies een andere." },
    Message { "reason-not-for-this-role",
        "uw rol ziet de reden van een afspraak niet en legt die niet vast. Laat de reden leeg." },
    Message { "waiting-unknown", "deze patiënt staat niet meer op de wachtlijst. Laad de agenda opnieuw." },
    Message { "days-out-of-order", "de laatste dag ligt voor de eerste. Kies andere dagen." },
    Message { "days-too-many", "dit zijn te veel dagen ineens. Kies er ten hoogste 42." },
    Message { "part-of-day-unknown", "kies de ochtend of de middag." },
    Message { "hours-of-another",
        "dit zijn de werktijden van een ander. De praktijkhouder kan ze wijzigen, of de behandelaar zelf." },
    Message { "hours-end-before-they-begin", "de werkdag eindigt voor hij begint. Kijk de tijden na." },
    Message { "break-outside-hours", "de pauze valt niet binnen de werktijd. Kijk de tijden na." },
    Message { "weekday-unknown", "deze dag van de week bestaat niet. Laad de pagina opnieuw." },
    Message { "weekday-twice", "deze dag van de week staat er twee keer. Laat er één staan." },
    Message { "absence-ends-before-it-begins", "de laatste dag ligt voor de eerste. Kijk de dagen na." },
    Message { "absence-too-long", "een afwezigheid duurt ten hoogste een jaar. Kies een eerdere laatste dag." },
    Message { "absence-unknown", "deze afwezigheid is er niet meer. Laad de agenda opnieuw." },
    Message { "own-account-not-reset",
        "uw eigen account zet u hier niet terug: u zou eruit zijn. Laat een andere praktijkhouder het doen, of gebruik "
        "'zorgkluis account reset' op de server." },
    Message { "login-not-usable", "deze inlognaam kan niet. Neem letters en cijfers." },
    Message { "big-not-eleven-digits", "een BIG-nummer heeft elf cijfers. Kijk het na, of laat het leeg." },
    Message { "agb-not-eight-digits", "een AGB-code heeft acht cijfers. Kijk haar na, of laat haar leeg." },
    Message { "date-unknown", "deze dag is er niet. Schrijf dag-maand-jaar." },
    Message { "roster-kind-unknown", "kies of de collega assisteert of waarneemt." },
    Message { "roster-too-long", "dit rooster is te lang. Haal oude regels weg." },
    Message { "roster-line-unknown", "deze regel van het rooster is al weg." },
    Message { "network-unreadable",
        "een van deze netwerken is niet te lezen. Schrijf ze als 192.168.1.0/24, met komma's ertussen." },
    Message { "network-leaves-you-out",
        "het netwerk waarin u nu zit, staat er niet in. Dan telt uw eigen werk als werk van buiten." },
    Message { "practice-name-missing", "geef de praktijk een naam." },
    Message { "moving-in-runs", "er wordt al overgezet. Wacht tot dat klaar is." },
    Message { "moving-in-by-another",
        "een andere praktijkhouder is bezig met overzetten. Wacht, of laat die de bestanden weghalen." },
    Message { "moving-in-without-files", "er zijn geen bestanden. Kies eerst de export." },
    Message { "moving-in-failed",
        "het overzetten is gestopt. Wat al was opgenomen, blijft. Begin opnieuw met dezelfde bestanden: dan gaat het "
        "verder waar het was." },
    Message { "piece-out-of-order", "het versturen van dit bestand is onderbroken. Kies het opnieuw." },
    Message { "body-not-a-file", "dit verzoek is geen bestand. Laad de pagina opnieuw." },
    Message { "file-name-unusable", "de naam van dit bestand kan niet. Geef het een gewone naam." },
    Message { "file-unknown", "dit bestand staat er niet meer." },
    Message { "export-too-large",
        "de bestanden zijn samen te groot voor de browser. Zet ze over op de server, met 'zorgkluis import'." },
    Message { "backup-place-not-a-path",
        "dit is geen map op de server. Schrijf het hele pad, beginnend met een schuine streep." },
    Message { "backup-without-a-place", "er is nog geen map voor back-ups. Stel die eerst in." },
    Message { "backup-place-missing",
        "de map voor back-ups is er niet, of er mag niet in worden geschreven. Sluit de schijf aan, of kies een andere "
        "map." },
    Message { "backup-runs", "er wordt al een back-up gemaakt. Wacht tot die klaar is." },
    Message { "backup-failed", "de back-up is mislukt door een fout in het programma. Meld het uw leverancier." },
    Message { "glass-seen-unknown", "deze regel is geen gebroken glas. Laad de pagina opnieuw." },
    Message { "folder-without-patients",
        "in deze map staat geen bestand met patiënten. Bekijk wat er wel in staat met --dry-run." },
});

std::string_view text_of_fault(Fault fault)
{
    switch (fault) {
    case Fault::bad_input:
        return "de invoer klopt niet. Verbeter haar en probeer opnieuw.";
    case Fault::wrong_use:
        return "zo werkt deze opdracht niet. Zie --help.";
    case Fault::refused:
        return "dit mag niet.";
    case Fault::not_found:
        return "dit is er niet.";
    case Fault::conflict:
        return "iemand anders heeft dit intussen gewijzigd. Bekijk het opnieuw en probeer nog eens.";
    case Fault::tampered:
        return "de gegevens zijn niet zoals Zorgkluis ze heeft achtergelaten. Bewaar alles en zet de laatste "
               "reservekopie terug.";
    case Fault::storage:
        return "de schijf gaf een fout. Controleer de schijf en probeer opnieuw.";
    case Fault::crypto:
        return "de sleutel past niet.";
    case Fault::unavailable:
        return "dit kan nu even niet. Probeer het zo weer.";
    case Fault::internal:
        return "er ging iets mis in het programma. Meld het uw leverancier.";
    }
    return "er ging iets mis in het programma.";
}

} // namespace

bool has_message(std::string_view code)
{
    return std::ranges::find(k_messages, code, &Message::code) != k_messages.end();
}

std::string_view text_of_error(Error const& error)
{
    auto const found = std::ranges::find(k_messages, error.code(), &Message::code);
    return found == k_messages.end() ? text_of_fault(error.fault()) : found->text;
}

std::string message_of(Error const& error)
{
    std::string out;
    if (!error.place().empty())
        out += error.place() + ": ";
    return out + std::string(text_of_error(error)) + " (" + std::string(error.code()) + ")";
}

} // namespace zk::app
