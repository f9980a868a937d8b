#include "care/dossier/dossier.hpp"

#include "base/text.hpp"
#include "care/views.hpp"

#include <algorithm>
#include <array>

namespace zk::care {

namespace {

using catalogue::Grant;
using catalogue::View;

// Words that begin so, folded. A negation ("geen allergie") is no alert.
struct AlertWord {
    std::string_view begins;
    AlertKind kind;
};
constexpr std::array k_alert_words {
    AlertWord { "allergi", AlertKind::allergy },
    AlertWord { "overgevoelig", AlertKind::allergy },
    AlertWord { "bloedverdunner", AlertKind::anticoagulant },
    AlertWord { "antistolling", AlertKind::anticoagulant },
    AlertWord { "anticoagula", AlertKind::anticoagulant },
    AlertWord { "acenocoumarol", AlertKind::anticoagulant },
    AlertWord { "sintrom", AlertKind::anticoagulant },
    AlertWord { "marcoumar", AlertKind::anticoagulant },
    AlertWord { "fenprocoumon", AlertKind::anticoagulant },
    AlertWord { "apixaban", AlertKind::anticoagulant },
    AlertWord { "rivaroxaban", AlertKind::anticoagulant },
    AlertWord { "dabigatran", AlertKind::anticoagulant },
    AlertWord { "edoxaban", AlertKind::anticoagulant },
};
constexpr std::array<std::string_view, 4> k_negations { "geen", "niet", "zonder", "gestopt" };

} // namespace

std::optional<AlertKind> alert_in(std::string_view memo)
{
    std::string const folded = fold_for_search(memo);
    std::string_view before;
    for (std::string_view const word : split_words(folded)) {
        bool const negated = std::ranges::find(k_negations, before) != k_negations.end();
        before = word;
        if (negated)
            continue;
        for (AlertWord const& alert : k_alert_words) {
            if (word.starts_with(alert.begins))
                return alert.kind;
        }
    }
    return std::nullopt;
}

Result<std::vector<View>> treatments(keep::Vault const& vault, Grant const& grant, PatientId const& patient)
{
    ZK_TRY(std::vector<View> out, views<TreatmentRecord>(vault, grant, patient));
    catalogue::newest_first(out, "date");
    return out;
}

Result<std::vector<View>> notes(keep::Vault const& vault, Grant const& grant, PatientId const& patient)
{
    ZK_TRY(std::vector<View> out, views<NoteRecord>(vault, grant, patient));
    // Of one day the last one written first; what came from the old software below it.
    catalogue::newest_first(out, "written_at");
    catalogue::newest_first(out, "date");
    return out;
}

Result<std::vector<View>> alerts(keep::Vault const& vault, Grant const& grant, PatientId const& patient)
{
    return views<AlertRecord>(vault, grant, patient);
}

} // namespace zk::care
