#include "app/routes/json_body.hpp"

#include <limits>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

constexpr int k_depth_max = 4;

bool is_json(http::Request const& request)
{
    auto const type = request.header("content-type").value_or("");
    return type == "application/json" || type.starts_with("application/json;");
}

} // namespace

Result<JsonBody> JsonBody::of(http::Request const& request)
{
    if (!is_json(request))
        return fail(Fault::bad_input, "body-not-json");
    auto const bounded = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) { return depth <= k_depth_max; };
    nlohmann::json object = nlohmann::json::parse(request.body, bounded, false);
    if (!object.is_object())
        return fail(Fault::bad_input, "body-not-json");
    return JsonBody(std::make_shared<nlohmann::json const>(std::move(object)));
}

Result<std::string> JsonBody::text(Code field, std::size_t bytes_max) const
{
    auto const found = m_object->find(field.text());
    if (found == m_object->end())
        return fail(Fault::bad_input, "field-missing", Place::of(field));
    if (!found->is_string())
        return fail(Fault::bad_input, "field-not-text", Place::of(field));
    auto const& out = found->get_ref<std::string const&>();
    if (out.size() > bytes_max)
        return fail(Fault::bad_input, "field-too-long", Place::of(field));
    return out;
}

Result<std::string> JsonBody::text_or_empty(Code field, std::size_t bytes_max) const
{
    return m_object->contains(field.text()) ? text(field, bytes_max) : std::string();
}

bool JsonBody::has(Code field) const
{
    return m_object->contains(field.text());
}

Result<std::optional<std::string>> JsonBody::text_if_there(Code field, std::size_t bytes_max) const
{
    if (!has(field))
        return std::nullopt;
    return text(field, bytes_max);
}

Result<std::vector<JsonBody>> JsonBody::list(Code field, std::size_t at_most) const
{
    std::vector<JsonBody> out;
    auto const found = m_object->find(field.text());
    if (found == m_object->end())
        return out;
    if (!found->is_array() || found->size() > at_most)
        return fail(Fault::bad_input, "field-not-a-list", Place::of(field));
    for (nlohmann::json const& one : *found) {
        if (!one.is_object())
            return fail(Fault::bad_input, "field-not-a-list", Place::of(field));
        out.push_back(JsonBody(std::make_shared<nlohmann::json const>(one)));
    }
    return out;
}

Result<bool> JsonBody::yes_or_no(Code field) const
{
    auto const found = m_object->find(field.text());
    if (found == m_object->end() || !found->is_boolean())
        return fail(Fault::bad_input, "field-not-yes-or-no", Place::of(field));
    return found->get<bool>();
}

Result<bool> JsonBody::yes_if_there(Code field) const
{
    return has(field) ? yes_or_no(field) : Result<bool>(false);
}

Result<std::uint64_t> JsonBody::version() const
{
    ZK_TRY(auto const version, number("version", std::numeric_limits<std::int64_t>::max()));
    if (!version)
        return fail(Fault::bad_input, "field-missing", Place::of("version"));
    return *version;
}

Result<std::vector<std::pair<std::string, std::string>>> JsonBody::texts(Code field, std::size_t bytes_max) const
{
    std::vector<std::pair<std::string, std::string>> out;
    auto const found = m_object->find(field.text());
    if (found == m_object->end())
        return out;
    if (!found->is_object())
        return fail(Fault::bad_input, "field-not-text", Place::of(field));
    for (auto const& [name, value] : found->items()) {
        if (!value.is_string())
            return fail(Fault::bad_input, "field-not-text", Place::of(field));
        auto const& text = value.get_ref<std::string const&>();
        if (text.size() > bytes_max)
            return fail(Fault::bad_input, "field-too-long", Place::of(field));
        out.emplace_back(name, text);
    }
    return out;
}

Result<std::optional<std::uint64_t>> JsonBody::number(Code field, std::uint64_t largest) const
{
    auto const found = m_object->find(field.text());
    if (found == m_object->end())
        return std::nullopt;
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() > largest)
        return fail(Fault::bad_input, "field-not-a-number", Place::of(field));
    return found->get<std::uint64_t>();
}

} // namespace zk::app
