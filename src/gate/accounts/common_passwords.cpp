#include "gate/accounts/common_passwords.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>

namespace zk::gate {

namespace {

// A list by hand: long lists of the world's passwords hold few of twelve characters, and these carry most of those.
// clang-format off
constexpr auto k_words = std::to_array<std::string_view>({
    // What the lists of stolen passwords have on top.
    "password", "passwort", "pass", "passwd", "passphrase", "secret", "admin", "administrator", "root", "user",
    "username", "guest", "login", "logon", "default", "changeme", "letmein", "welcome", "master", "access", "system",
    "server", "test", "tester", "testing", "temp", "temporary", "demo", "example", "sample", "internet", "computer",
    "windows", "microsoft", "google", "apple", "samsung", "hello", "freedom", "whatever", "trustno", "trust",
    "iloveyou", "lovely", "loveyou", "love", "sunshine", "princess", "prince", "princesa", "monkey", "dragon",
    "tiger", "lion", "panda", "eagle", "horse", "football", "baseball", "basketball", "hockey", "soccer", "superman",
    "batman", "spiderman", "pokemon", "starwars", "matrix", "merlin", "shadow", "ninja", "hunter", "killer",
    "ranger", "phoenix", "charlie", "michael", "jordan", "jennifer", "jessica", "ashley", "nicole", "daniel",
    "andrew", "thomas", "robert", "matthew", "joshua", "anthony", "maggie", "pepper", "ginger", "cookie", "cheese",
    "chocolate", "banana", "orange", "purple", "yellow", "flower", "summer", "winter", "spring", "autumn", "mustang",
    "ferrari", "porsche", "mercedes", "harley", "yamaha", "liverpool", "chelsea", "arsenal", "barcelona",
    "realmadrid", "blink", "zaq", "qaz", "wsx", "edc", "jesus", "angel", "angels", "buster", "corvette", "cowboy",
    "dallas", "yankees",
    // Rows of keys, and the alphabet.
    "qwerty", "qwertyuiop", "qwertz", "azerty", "azertyuiop", "asdf", "asdfgh", "asdfghjkl", "zxcv", "zxcvbn",
    "zxcvbnm", "qazwsx", "qazwsxedc", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghijkl",
    "abcdefghijklmnopqrstuvwxyz", "xyz", "aaa", "xxx",
    // What the Dutch take.
    "wachtwoord", "wachtwoorden", "wachtzin", "welkom", "welkomthuis", "geheim", "geheimpje", "inloggen", "inlog",
    "gebruiker", "beheer", "beheerder", "beheerders", "toegang", "sleutel", "standaard", "tijdelijk", "nieuw",
    "nieuwe", "oud", "proef", "hallo", "hoi", "doei", "dag", "goedemorgen", "goedendag", "liefde", "liefje",
    "schatje", "schat", "lieverd", "ikhouvanjou", "ikhouvan", "mama", "papa", "oma", "opa", "moeder", "vader",
    "dochter", "zoon", "familie", "kinderen", "baby", "poes", "kat", "hond", "hondje", "paard", "konijn", "vogel",
    "vlinder", "bloem", "bloemen", "zonnetje", "zon", "zonneschijn", "regenboog", "sterretje", "ster", "engel",
    "engeltje", "prinses", "draak", "leeuw", "tijger", "beer", "beertje", "voetbal", "hockeyclub", "ajax",
    "feyenoord", "feijenoord", "psv", "oranje", "nederland", "holland", "amsterdam", "rotterdam", "utrecht",
    "denhaag", "eindhoven", "groningen", "friesland", "limburg", "brabant", "gelderland", "zeeland", "twente",
    "kaas", "koffie", "thee", "fiets", "appel", "banaan", "appeltaart", "pannenkoek", "stroopwafel", "sinterklaas",
    "kerst", "kerstmis", "pasen", "vakantie", "weekend", "feest", "verjaardag", "geluk", "gelukkig", "telefoon",
    "laptop", "printer", "scherm", "kantoor", "werk", "thuis", "bureau",
    // Seasons, months, days.
    "lente", "voorjaar", "zomer", "herfst", "najaar", "januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december", "january", "february", "march", "may", "june",
    "july", "august", "october", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "vandaag", "morgen",
    // What hangs on the wall of a practice.
    "praktijk", "praktijken", "tandarts", "tandartsen", "tandartspraktijk", "tandheelkunde", "mondhygiene",
    "mondhygienist", "mondzorg", "mondzorgpraktijk", "orthodontie", "orthodontist", "gebit", "tand", "tanden",
    "tandpasta", "tandenborstel", "kies", "kiezen", "beugel", "fysio", "fysiotherapie", "fysiotherapeut",
    "fysiopraktijk", "huisarts", "huisartsen", "huisartsenpraktijk", "dokter", "doktoren", "arts", "artsen",
    "assistent", "assistente", "balie", "receptie", "psycholoog", "psychologie", "psychologenpraktijk", "therapie",
    "therapeut", "logopedie", "logopedist", "oefentherapie", "ergotherapie", "dietist", "podotherapie",
    "verloskunde", "apotheek", "kliniek", "ziekenhuis", "gezondheid", "gezond", "gezondheidscentrum", "medisch",
    "medewerker", "collega", "team", "patient", "patienten", "client", "clienten", "dossier", "dossiers", "recept",
    "recepten", "afspraak", "afspraken", "agenda", "behandeling", "behandelaar", "behandelkamer", "zorg", "zorgen",
    "zorgverlener", "zorgcentrum", "zorgpraktijk", "zorgkluis", "zorgmail", "vecozo", "vektis", "infomedics",
    "kluis", "declaratie", "factuur", "facturen", "administratie", "praktijkhouder", "functionaris", "waarnemer",
    "privacy", "veilig", "veiligheid", "bsn", "agb", "avg", "nen",
});
// clang-format on

constexpr std::size_t k_word_letters_min = 3;
static_assert(std::ranges::all_of(k_words, [](std::string_view word) {
    return word.size() >= k_word_letters_min && std::ranges::all_of(word, ascii::is_lower);
}));

} // namespace

std::span<std::string_view const> common_words()
{
    return k_words;
}

} // namespace zk::gate
