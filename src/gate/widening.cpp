#include "gate/widening.hpp"

#include "gate/settings.hpp"

namespace zk::gate {

namespace {

template<typename Enum, typename Name>
std::optional<Enum> by_name(std::uint8_t first, std::uint8_t last, std::string_view wanted, Name name)
{
    for (int value = first; value <= last; ++value) {
        if (name(static_cast<Enum>(value)) == wanted)
            return static_cast<Enum>(value);
    }
    return std::nullopt;
}

std::string key_of(Role role, Category category)
{
    return std::string(k_widen_prefix) + std::string(catalogue::name_of(role)) + "/"
        + std::string(catalogue::name_of(category));
}

std::optional<Sight> sight_by_name(std::string_view name)
{
    return by_name<Sight>(
        0, static_cast<std::uint8_t>(Sight::always), name, [](Sight sight) { return name_of(sight); });
}

} // namespace

Result<Widening> parse_widening(std::string_view key, std::string_view value)
{
    std::string_view const rest = key.substr(k_widen_prefix.size());
    std::size_t const slash = rest.find('/');
    if (slash == std::string_view::npos)
        return fail(Fault::bad_input, "widening-unknown-cell");
    auto const role = by_name<Role>(
        1, catalogue::k_role_last, rest.substr(0, slash), [](Role one) { return catalogue::name_of(one); });
    auto const category = by_name<Category>(
        1, catalogue::k_category_last, rest.substr(slash + 1), [](Category one) { return catalogue::name_of(one); });
    if (!role || !category)
        return fail(Fault::bad_input, "widening-unknown-cell");
    auto const sight = sight_by_name(value);
    if (!sight)
        return fail(Fault::bad_input, "widening-unknown-sight");
    return Widening { *role, *category, *sight };
}

std::optional<Sight> widened_sight(Settings const& settings, Role role, Category category)
{
    // Asked for each category of each request, and nearly always there is none at all.
    if (!settings.has_any(k_widen_prefix))
        return std::nullopt;
    auto const chosen = settings.chosen(key_of(role, category));
    return chosen ? sight_by_name(chosen->record.value.get_or("")) : std::nullopt;
}

} // namespace zk::gate
