#include "layers.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace zk::tidy {

namespace {

constexpr std::array<std::string_view, 9> k_layers { "base", "crypto", "scan", "catalogue", "keep", "gate", "care",
    "parties", "app" };
// What tests share: it stands beside the layers, and knows them up to the catalogue.
constexpr std::string_view k_testing = "testing";
constexpr std::size_t k_testing_height = 3;
static_assert(k_layers[k_testing_height] == "catalogue");
constexpr std::string_view k_shared_slice = "patients";

std::optional<std::size_t> height_of(std::string_view folder)
{
    auto const it = std::ranges::find(k_layers, folder);
    if (it == k_layers.end())
        return std::nullopt;
    return static_cast<std::size_t>(it - k_layers.begin());
}

std::string_view first_part(std::string_view path)
{
    return path.substr(0, path.find('/'));
}

// "care/agenda/agenda.hpp" -> "agenda"; empty for what lies in care/ itself.
std::string_view slice_of(std::string_view path)
{
    path.remove_prefix(std::min(path.size(), first_part(path).size() + 1));
    return path.contains('/') ? first_part(path) : std::string_view {};
}

std::string remedy_for(Source const& source, std::string_view from, Include const& include)
{
    std::string_view const folder = first_part(from);
    std::string_view const target = first_part(include.name);
    bool const is_ours = target == k_testing || height_of(target).has_value();
    if (include.kind == Include::Kind::angled)
        return is_ours && include.name.ends_with(".hpp") ? "angle brackets are for others' headers: use quotes" : "";
    if (!is_ours || !include.name.contains('/'))
        return "an include from nowhere is banned: write the path from src/, as \"base/result.hpp\"";
    if (target == k_testing || include.name.ends_with("_for_tests.hpp"))
        return source.is_test() || folder == k_testing
            ? ""
            : "testing/ in the product is banned: use it in *_test.cpp and *_for_tests.hpp alone";

    std::size_t const height = folder == k_testing ? k_testing_height : *height_of(folder);
    if (*height_of(target) > height)
        return std::string(folder) + "/ may not know " + std::string(target)
            + "/: move it up, or hand it in as an interface that " + std::string(folder) + "/ declares";
    if (folder == "care" && target == "care") {
        std::string_view const slice = slice_of(include.name);
        if (!slice.empty() && slice != k_shared_slice && slice != slice_of(from))
            return "a slice that uses a neighbour is banned: exchange ids through care/patients, or join them in app/";
    }
    return "";
}

} // namespace

std::vector<Finding> check_layers(Source const& source)
{
    constexpr std::string_view k_root = "src/";
    if (!source.is_below(k_root) || !source.is_cpp())
        return {};
    std::string_view const from = std::string_view(source.path()).substr(k_root.size());
    std::string_view const folder = first_part(from);
    if (folder != k_testing && !height_of(folder))
        return { { source.path(), 1, "a folder without a layer is banned: give it a place in the list of layers" } };

    std::vector<Finding> out;
    for (Include const& include : includes_of(source)) {
        if (std::string remedy = remedy_for(source, from, include); !remedy.empty())
            out.push_back({ source.path(), include.line, std::move(remedy) });
    }
    return out;
}

} // namespace zk::tidy
