// Reads JSON from elsewhere into the one spelling: strict, with limits of size and depth, and no key twice.
#include "care/check/canonical_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace zk::care::check {

namespace {

// What nlohmann/json reads, it tells us event by event; we build our own tree, and stop at what we do not allow.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return add({}); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override
    {
        return value >= -k_json_number_max && value <= k_json_number_max && add(std::int64_t { value });
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return value <= std::uint64_t { k_json_number_max } && add(static_cast<std::int64_t>(value));
    }
    bool number_float(number_float_t, string_t const&) override { return false; }
    bool string(string_t& value) override { return add(std::string_view(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Level { .is_object = true }); }
    bool start_array(std::size_t) override { return open(Level { .is_object = false }); }
    bool key(string_t& value) override
    {
        m_levels.back().key = value;
        bool const is_ascii = std::ranges::all_of(value, [](char c) { return c >= 0; });
        return is_ascii && !m_levels.back().members.contains(value);
    }
    bool end_object() override
    {
        return close([](Level& level) { return Json(std::move(level.members)); });
    }
    bool end_array() override
    {
        return close([](Level& level) { return Json(std::move(level.elements)); });
    }
    bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const&) override { return false; }

    [[nodiscard]] Json take() { return std::move(m_root); }

private:
    struct Level {
        bool is_object;
        std::string key = {};
        Json::Object members = {};
        Json::Array elements = {};
    };

    bool add(Json value)
    {
        if (m_levels.empty())
            m_root = std::move(value);
        else if (m_levels.back().is_object)
            m_levels.back().members.emplace(m_levels.back().key, std::move(value));
        else
            m_levels.back().elements.push_back(std::move(value));
        return true;
    }
    bool open(Level level)
    {
        m_levels.push_back(std::move(level));
        return m_levels.size() <= k_json_depth_max;
    }
    template<typename Make>
    bool close(Make make)
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        return add(make(level));
    }

    std::vector<Level> m_levels;
    Json m_root;
};

} // namespace

Result<Json> Json::parse(std::string_view text)
{
    if (text.size() > k_json_bytes_max)
        return fail(Fault::bad_input, "json-too-large");
    Builder builder;
    try {
        if (!nlohmann::json::sax_parse(text, &builder))
            return fail(Fault::bad_input, "json-not-readable");
    } catch (std::exception const&) {
        return fail(Fault::bad_input, "json-not-readable");
    }
    return builder.take();
}

} // namespace zk::care::check
