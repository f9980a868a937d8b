#include "care/check/measurement.hpp"

#include <fmt/format.h>

namespace zk::care::check {

Measurement Measurement::with(std::vector<Item> shown_items) &&
{
    std::size_t const count = shown_items.size();
    if (count > k_items_shown_max) {
        shown_items.resize(k_items_shown_max);
        shown_items.push_back({ Item::Kind::count, fmt::format("en nog {}", count - k_items_shown_max) });
    }
    items = std::move(shown_items);
    return std::move(*this);
}

std::string_view name_of(Item::Kind kind)
{
    switch (kind) {
    case Item::Kind::account:
        return "account";
    case Item::Kind::partner:
        return "partner";
    case Item::Kind::document:
        return "document";
    case Item::Kind::workstation:
        return "workstation";
    case Item::Kind::setting:
        return "setting";
    case Item::Kind::count:
        return "count";
    }
    return "";
}

} // namespace zk::care::check
