// retention: the classes of data that stay and go together, each under keys of its own, each in one compartment.
// Used by keep (which key seals what), by erasure and by the registers.
// Always: a term of law has its article; what rests on memory only is marked unverified.
// An attacker gains nothing: this is the public shape of the house.
#pragma once

#include "catalogue/kinds.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace zk::catalogue {

// The number is the high byte of every record kind on disk.
enum class RetentionClass : std::uint8_t {
    person = 1,         // name, address, contact
    identification = 2, // BSN, insurance, identity document
    dossier = 3,        // treatments, notes, alerts
    agenda = 4,         // appointments
    relation = 5,       // who treats: for need-to-know
    look_reason = 6,    // typed reasons for a look: the patient may read them
    quarantine = 7,     // rows of an import that wait for a person to correct them
    invoice = 8,        // invoices as sent
    staff = 9,          // accounts
    practice = 10,      // settings, statements, imports: nothing of a patient
    access_log = 11,    // lines of the journal
};
inline constexpr std::uint8_t k_retention_class_last = 11;

enum class TermStart : std::uint8_t {
    last_medical_change, // an import, a new address or a merge restarts nothing (law.md 0.6)
    end_of_own_year,
    written,
    end_of_employment,
    resolved,
    with_dossier, // as long as the dossier stays
    none,         // no personal data of a patient: as long as the practice wants
};

// A key for the patient's whole class, or one for each period from which a term runs.
enum class KeyPeriod : std::uint8_t { whole, year, month };

struct Retention {
    RetentionClass retention_class;
    std::string_view label;
    Compartment compartment;
    KeyPeriod key_period;
    TermStart start;
    std::uint16_t term_months; // 0: see start
    std::string_view source;
    bool verified;
};

inline constexpr std::array k_retention {
    Retention { RetentionClass::person, "persoonsgegevens", Compartment::identity, KeyPeriod::whole,
        TermStart::with_dossier, 0, "BW 7:454 lid 3: zo lang als het dossier dat erbij hoort", true },
    Retention { RetentionClass::identification, "identificatie", Compartment::identity, KeyPeriod::whole,
        TermStart::with_dossier, 0, "Wabvpz 8: in de administratie zo lang als het dossier", true },
    Retention { RetentionClass::dossier, "dossier", Compartment::care, KeyPeriod::whole, TermStart::last_medical_change,
        240, "BW 7:454 lid 3: 20 jaar na de laatste wijziging", true },
    Retention { RetentionClass::agenda, "agenda", Compartment::care, KeyPeriod::whole, TermStart::written, 24,
        "eigen keuze: twee jaar is genoeg voor vragen over gemiste afspraken", true },
    Retention { RetentionClass::relation, "behandelrelatie", Compartment::care, KeyPeriod::whole,
        TermStart::with_dossier, 0, "AVG 32, BW 7:457: nodig om te weten wie mag kijken", true },
    Retention { RetentionClass::look_reason, "reden van inzage", Compartment::care, KeyPeriod::whole,
        TermStart::written, 60, "Stcrt. 2019, 38007, naar de termijn van de logregel", true },
    Retention { RetentionClass::quarantine, "wachtrij van het overzetten", Compartment::care, KeyPeriod::whole,
        TermStart::resolved, 12, "eigen keuze: een jaar om een rij te verbeteren", true },
    Retention { RetentionClass::invoice, "facturen", Compartment::money, KeyPeriod::year, TermStart::end_of_own_year,
        84, "AWR 52 lid 4: zeven jaar na het eigen jaar", true },
    Retention { RetentionClass::staff, "medewerkers", Compartment::practice, KeyPeriod::whole,
        TermStart::end_of_employment, 24, "eigen keuze: twee jaar na vertrek; het log houdt zijn eigen termijn", true },
    Retention { RetentionClass::practice, "praktijk", Compartment::practice, KeyPeriod::whole, TermStart::none, 0,
        "geen gegevens van patiënten", true },
    Retention { RetentionClass::access_log, "inzagelog", Compartment::journal, KeyPeriod::month, TermStart::written, 60,
        "Begz 5; Stcrt. 2019, 38007: vijf jaar na het schrijven van de regel", true },
};
static_assert(k_retention.size() == k_retention_class_last);

[[nodiscard]] constexpr Retention const& retention_of(RetentionClass which)
{
    return k_retention[static_cast<std::size_t>(which) - 1];
}
static_assert([] {
    for (std::size_t i = 0; i < k_retention.size(); ++i) {
        if (static_cast<std::size_t>(k_retention[i].retention_class) != i + 1)
            return false;
    }
    return true;
}());

} // namespace zk::catalogue
