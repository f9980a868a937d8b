#include "app/json_view.hpp"

#include "app/terminal/terminal.hpp"
#include "catalogue/views.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

using nlohmann::ordered_json;

ordered_json json_of(catalogue::View const& view)
{
    ordered_json out = ordered_json::object();
    for (catalogue::View::Item const& item : view.items()) {
        std::string const name(item.name());
        if (auto const* cents = std::get_if<Cents>(&item.value))
            out[name + "_cents"] = cents->count();
        else
            std::visit(
                [&](auto const& value) {
                    if constexpr (!std::is_same_v<std::decay_t<decltype(value)>, Cents>)
                        out[name] = value;
                },
                item.value);
    }
    return out;
}

ordered_json json_of(std::vector<catalogue::View> const& views)
{
    ordered_json out = ordered_json::array();
    for (catalogue::View const& view : views)
        out.push_back(json_of(view));
    return out;
}

Result<> print_json(ordered_json const& answer)
{
    std::string const text = answer.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    print_text(text);
    if (!Terminal::current().flush())
        return fail(Fault::storage, "answer-cannot-be-written");
    return {};
}

std::string text_of(catalogue::View const& view, std::string_view name)
{
    return catalogue::text_of(view.find(name));
}

} // namespace zk::app
