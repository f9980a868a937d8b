#include "catalogue/views.hpp"

#include <algorithm>

namespace zk::catalogue {

namespace {

std::string key_of(View const& view, std::string_view name)
{
    View::Item const* const item = view.find(name);
    auto const* const text = item == nullptr ? nullptr : std::get_if<std::string>(&item->value);
    return text == nullptr ? std::string() : *text;
}

} // namespace

void newest_first(std::vector<View>& views, std::string_view name)
{
    std::ranges::stable_sort(views, std::greater {}, [&](View const& view) { return key_of(view, name); });
}

} // namespace zk::catalogue
