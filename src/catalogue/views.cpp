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

struct AsText {
    std::string operator()(std::string const& value) const { return value; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(bool value) const { return value ? "ja" : "nee"; }
    std::string operator()(Cents value) const { return value.dutch(); }
    std::string operator()(std::vector<std::string> const& values) const
    {
        std::string out;
        for (std::string const& value : values)
            out += (out.empty() ? "" : ", ") + value;
        return out;
    }
};

} // namespace

void newest_first(std::vector<View>& views, std::string_view name)
{
    std::ranges::stable_sort(views, std::greater {}, [&](View const& view) { return key_of(view, name); });
}

std::string text_of(View::Item const* item)
{
    return item == nullptr ? std::string() : std::visit(AsText {}, item->value);
}

} // namespace zk::catalogue
