// views: lists of Views as the slices return them.
// Used by the slices of care/.
// Always: a list over a record that the grant does not open at all is empty, without reading.
// An attacker gains nothing without a grant.
#pragma once

#include "catalogue/projection.hpp"

namespace zk::catalogue {

// By the text of an item, such as a date; Views without it last.
void newest_first(std::vector<View>& views, std::string_view name);

// An item as people read it; empty where there is none.
[[nodiscard]] std::string text_of(View::Item const* item);

} // namespace zk::catalogue
