#include "app/http/refusal.hpp"

#include <array>

namespace zk::app::http {

namespace {

// In the order of Refusal.
constexpr std::array k_facts {
    RefusalFacts { Refusal::malformed, 400, "request-malformed",
        "Dit verzoek is niet te lezen. Laad de pagina opnieuw; blijft het, meld het dan aan de beheerder." },
    RefusalFacts { Refusal::bad_target, 400, "address-malformed",
        "Dit adres klopt niet. Controleer het, of begin bij de startpagina." },
    RefusalFacts { Refusal::wrong_host, 421, "wrong-host",
        "Zorgkluis kent deze naam niet als de zijne. Gebruik het adres dat de beheerder gaf." },
    RefusalFacts { Refusal::unknown_route, 404, "not-found", "Deze pagina is er niet." },
    RefusalFacts { Refusal::method_not_allowed, 405, "method-not-allowed", "Dit kan hier niet." },
    RefusalFacts { Refusal::body_too_large, 413, "body-too-large",
        "Dit is te groot om te versturen. Maak het kleiner, of verdeel het." },
    RefusalFacts { Refusal::head_too_large, 431, "head-too-large",
        "De browser stuurt te veel gegevens over zichzelf mee. Wis de cookies van deze site." },
    RefusalFacts {
        Refusal::target_too_long, 414, "address-too-long", "Dit adres is te lang. Begin bij de startpagina." },
    RefusalFacts {
        Refusal::wrong_version, 505, "http-version", "Zorgkluis spreekt alleen HTTP/1.1. Gebruik een browser van nu." },
    RefusalFacts { Refusal::length_required, 411, "length-required",
        "Zorgkluis wil vooraf weten hoe groot een bericht is. Gebruik een browser van nu." },
    RefusalFacts { Refusal::unknown_expectation, 417, "unknown-expectation",
        "Zorgkluis kan niet doen wat dit verzoek vooraf verwacht." },
    RefusalFacts { Refusal::busy, 503, "busy", "Het is even te druk. Probeer het zo opnieuw." },
    RefusalFacts {
        Refusal::stopping, 503, "stopping", "Zorgkluis stopt of start opnieuw. Probeer het over een halve minuut." },
    RefusalFacts { Refusal::failed, 500, "internal",
        "Zorgkluis kon dit niet doen door een fout in het programma. Probeer het opnieuw; blijft het, meld het dan met "
        "het nummer van dit verzoek." },
};
static_assert([] {
    for (std::size_t i = 0; i < k_facts.size(); ++i) {
        if (static_cast<std::size_t>(k_facts[i].refusal) != i)
            return false;
    }
    return k_facts.size() == static_cast<std::size_t>(Refusal::failed) + 1;
}());

} // namespace

RefusalFacts const& facts_of(Refusal refusal)
{
    return k_facts.at(static_cast<std::size_t>(refusal));
}

} // namespace zk::app::http
