#include "app/http/refusal.hpp"

#include "base/require.hpp"

namespace zk::app::http {

RefusalFacts const& facts_of(Refusal refusal)
{
    static constexpr RefusalFacts k_malformed { 400, "request-malformed",
        "Dit verzoek is niet te lezen. Laad de pagina opnieuw; blijft het, meld het dan aan de beheerder." };
    static constexpr RefusalFacts k_bad_target { 400, "address-malformed",
        "Dit adres klopt niet. Controleer het, of begin bij de startpagina." };
    static constexpr RefusalFacts k_wrong_host { 421, "wrong-host",
        "Zorgkluis kent deze naam niet als de zijne. Gebruik het adres dat de beheerder gaf." };
    static constexpr RefusalFacts k_unknown_route { 404, "not-found", "Deze pagina is er niet." };
    static constexpr RefusalFacts k_method_not_allowed { 405, "method-not-allowed", "Dit kan hier niet." };
    static constexpr RefusalFacts k_body_too_large { 413, "body-too-large",
        "Dit is te groot om te versturen. Maak het kleiner, of verdeel het." };
    static constexpr RefusalFacts k_head_too_large { 431, "head-too-large",
        "De browser stuurt te veel gegevens over zichzelf mee. Wis de cookies van deze site." };
    static constexpr RefusalFacts k_target_too_long { 414, "address-too-long",
        "Dit adres is te lang. Begin bij de startpagina." };
    static constexpr RefusalFacts k_wrong_version { 505, "http-version",
        "Zorgkluis spreekt alleen HTTP/1.1. Gebruik een browser van nu." };
    static constexpr RefusalFacts k_length_required { 411, "length-required",
        "Zorgkluis wil vooraf weten hoe groot een bericht is. Gebruik een browser van nu." };
    static constexpr RefusalFacts k_unknown_expectation { 417, "unknown-expectation",
        "Zorgkluis kan niet doen wat dit verzoek vooraf verwacht." };
    static constexpr RefusalFacts k_busy { 503, "busy", "Het is even te druk. Probeer het zo opnieuw." };
    static constexpr RefusalFacts k_stopping { 503, "stopping",
        "Zorgkluis stopt of start opnieuw. Probeer het over een halve minuut." };
    static constexpr RefusalFacts k_failed {
        500, "internal",
        "Er ging iets mis in Zorgkluis. Probeer het opnieuw; blijft het, meld het dan met het nummer van dit verzoek."
    };

    switch (refusal) {
    case Refusal::malformed:
        return k_malformed;
    case Refusal::bad_target:
        return k_bad_target;
    case Refusal::wrong_host:
        return k_wrong_host;
    case Refusal::unknown_route:
        return k_unknown_route;
    case Refusal::method_not_allowed:
        return k_method_not_allowed;
    case Refusal::body_too_large:
        return k_body_too_large;
    case Refusal::head_too_large:
        return k_head_too_large;
    case Refusal::target_too_long:
        return k_target_too_long;
    case Refusal::wrong_version:
        return k_wrong_version;
    case Refusal::length_required:
        return k_length_required;
    case Refusal::unknown_expectation:
        return k_unknown_expectation;
    case Refusal::busy:
        return k_busy;
    case Refusal::stopping:
        return k_stopping;
    case Refusal::failed:
        return k_failed;
    }
    ZK_REQUIRE(false);
    return k_failed;
}

} // namespace zk::app::http
