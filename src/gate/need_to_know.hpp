// need_to_know: which role sees which sort of data, in which relation. One table, each row with its source.
// Used by Policy; the check compares what is in force with what was shipped (probe 4.2a).
// Always: what is not in the table is not seen. docs/need-to-know.md is this table for people.
// An attacker gains nothing: this is the public shape of the house.
#pragma once

#include "catalogue/kinds.hpp"

#include <array>
#include <string>
#include <string_view>

namespace zk::gate {

using catalogue::Category;
using catalogue::Role;

enum class Sight : std::uint8_t {
    never,            // absent from every answer
    on_demand,        // only by itself, with a reason each time
    related,          // in a treatment relation of his own
    related_or_glass, // in a treatment relation, or by breaking the glass with a reason
    if_treating,      // for whoever treats patients at all
    always,
};

struct NeedToKnow {
    Category category;
    // In the order of Role: praktijkhouder, behandelaar, assistent, receptie, administratie, functionaris.
    std::array<Sight, catalogue::k_role_last> sights;
    std::string_view source;
    std::string_view valid_from;
    bool verified;
};

[[nodiscard]] std::array<NeedToKnow, catalogue::k_category_last> const& need_to_know();
[[nodiscard]] Sight shipped_sight(Role role, Category category);
[[nodiscard]] std::string_view name_of(Sight sight);
// Dutch, for docs and screens.
[[nodiscard]] std::string_view label_of(Sight sight);
// The Markdown table of docs/need-to-know.md.
[[nodiscard]] std::string need_to_know_table();

} // namespace zk::gate
