#include "gate/accounts/staff_functions.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace zk::gate {

namespace {

using catalogue::Role;

struct Function {
    std::string_view name; // folded
    Role role;
};

constexpr auto k_functions = std::to_array<Function>({
    { "praktijkhouder", Role::praktijkhouder },
    { "praktijkhoudster", Role::praktijkhouder },
    { "praktijkeigenaar", Role::praktijkhouder },
    { "eigenaar", Role::praktijkhouder },
    { "eigenaresse", Role::praktijkhouder },
    { "tandarts praktijkhouder", Role::praktijkhouder },
    { "tandarts eigenaar", Role::praktijkhouder },
    { "huisarts praktijkhouder", Role::praktijkhouder },
    { "fysiotherapeut praktijkhouder", Role::praktijkhouder },
    { "fysiotherapeut eigenaar", Role::praktijkhouder },
    { "psycholoog praktijkhouder", Role::praktijkhouder },
    { "praktijkhouder tandarts", Role::praktijkhouder },
    { "praktijkhouder huisarts", Role::praktijkhouder },
    { "praktijkhouder fysiotherapeut", Role::praktijkhouder },

    { "behandelaar", Role::behandelaar },
    { "zorgverlener", Role::behandelaar },
    { "waarnemer", Role::behandelaar },
    { "arts", Role::behandelaar },
    { "tandarts", Role::behandelaar },
    { "kindertandarts", Role::behandelaar },
    { "implantoloog", Role::behandelaar },
    { "endodontoloog", Role::behandelaar },
    { "parodontoloog", Role::behandelaar },
    { "orthodontist", Role::behandelaar },
    { "kaakchirurg", Role::behandelaar },
    { "mondhygienist", Role::behandelaar },
    { "mondhygieniste", Role::behandelaar },
    { "tandprotheticus", Role::behandelaar },
    { "huisarts", Role::behandelaar },
    { "waarnemend huisarts", Role::behandelaar },
    { "huisarts in opleiding", Role::behandelaar },
    { "aios", Role::behandelaar },
    { "haio", Role::behandelaar },
    { "praktijkondersteuner", Role::behandelaar },
    { "poh", Role::behandelaar },
    { "poh s", Role::behandelaar },
    { "poh somatiek", Role::behandelaar },
    { "poh ggz", Role::behandelaar },
    { "verpleegkundige", Role::behandelaar },
    { "praktijkverpleegkundige", Role::behandelaar },
    { "verpleegkundig specialist", Role::behandelaar },
    { "physician assistant", Role::behandelaar },
    { "verloskundige", Role::behandelaar },
    { "fysiotherapeut", Role::behandelaar },
    { "kinderfysiotherapeut", Role::behandelaar },
    { "bekkenfysiotherapeut", Role::behandelaar },
    { "sportfysiotherapeut", Role::behandelaar },
    { "geriatriefysiotherapeut", Role::behandelaar },
    { "psychosomatisch fysiotherapeut", Role::behandelaar },
    { "manueel therapeut", Role::behandelaar },
    { "oedeemtherapeut", Role::behandelaar },
    { "oefentherapeut", Role::behandelaar },
    { "oefentherapeut cesar", Role::behandelaar },
    { "oefentherapeut mensendieck", Role::behandelaar },
    { "ergotherapeut", Role::behandelaar },
    { "huidtherapeut", Role::behandelaar },
    { "podotherapeut", Role::behandelaar },
    { "therapeut", Role::behandelaar },
    { "logopedist", Role::behandelaar },
    { "logopediste", Role::behandelaar },
    { "dietist", Role::behandelaar },
    { "dietiste", Role::behandelaar },
    { "psycholoog", Role::behandelaar },
    { "gz psycholoog", Role::behandelaar },
    { "klinisch psycholoog", Role::behandelaar },
    { "psychotherapeut", Role::behandelaar },
    { "orthopedagoog", Role::behandelaar },
    { "orthopedagoog generalist", Role::behandelaar },
    { "psychiater", Role::behandelaar },

    { "assistent", Role::assistent },
    { "assistente", Role::assistent },
    { "tandartsassistent", Role::assistent },
    { "tandartsassistente", Role::assistent },
    { "preventieassistent", Role::assistent },
    { "preventieassistente", Role::assistent },
    { "paro preventieassistent", Role::assistent },
    { "paro preventieassistente", Role::assistent },
    { "orthodontieassistent", Role::assistent },
    { "orthodontieassistente", Role::assistent },
    { "stoelassistent", Role::assistent },
    { "stoelassistente", Role::assistent },
    { "doktersassistent", Role::assistent },
    { "doktersassistente", Role::assistent },
    { "praktijkassistent", Role::assistent },
    { "praktijkassistente", Role::assistent },
    { "fysiotherapieassistent", Role::assistent },
    { "fysiotherapieassistente", Role::assistent },

    { "receptie", Role::receptie },
    { "receptionist", Role::receptie },
    { "receptioniste", Role::receptie },
    { "balie", Role::receptie },
    { "baliemedewerker", Role::receptie },
    { "baliemedewerkster", Role::receptie },
    { "balieassistent", Role::receptie },
    { "balieassistente", Role::receptie },
    { "telefonist", Role::receptie },
    { "telefoniste", Role::receptie },
    { "planner", Role::receptie },

    { "administratie", Role::administratie },
    { "administratief medewerker", Role::administratie },
    { "administratief medewerkster", Role::administratie },
    { "boekhouder", Role::administratie },
    { "boekhoudster", Role::administratie },
    { "boekhouding", Role::administratie },
    { "facturatie", Role::administratie },
    { "declaratiemedewerker", Role::administratie },
    { "financiele administratie", Role::administratie },

    { "functionaris", Role::functionaris },
    { "functionaris gegevensbescherming", Role::functionaris },
    { "functionaris voor gegevensbescherming", Role::functionaris },
    { "fg", Role::functionaris },
});

} // namespace

Result<Role> role_from_function(std::string_view function)
{
    std::string const folded = function.size() > k_name_bytes_max ? "" : fold_for_search(function);
    auto const* const found = std::ranges::find(k_functions, folded, &Function::name);
    if (found == k_functions.end())
        return fail(Fault::bad_input, "staff-function-unknown");
    return found->role;
}

} // namespace zk::gate
