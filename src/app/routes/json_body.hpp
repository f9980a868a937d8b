// json_body: the body of a request as JSON, read field by field, with errors that name the field.
// Used by the routes.
// Always: JSON alone (a form of another site cannot send it), one object, no deeper than it needs; texts are UTF-8 and bounded.
// An attacker who sends something else gets 422 with the field's name.
#pragma once

#include "app/http/request.hpp"
#include "base/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zk::app {

inline constexpr std::size_t k_field_bytes_max = 4096;

class JsonBody {
public:
    [[nodiscard]] static Result<JsonBody> of(http::Request const& request);

    // Fault::bad_input "field-missing", "field-not-text", "field-too-long", at the field.
    [[nodiscard]] Result<std::string> text(Code field, std::size_t bytes_max = k_field_bytes_max) const;
    [[nodiscard]] bool has(Code field) const;
    // Nothing when it is not there.
    [[nodiscard]] Result<std::optional<std::string>> text_if_there(
        Code field, std::size_t bytes_max = k_field_bytes_max) const;
    // Objects; none when it is not there. Fault::bad_input "field-not-a-list".
    [[nodiscard]] Result<std::vector<JsonBody>> list(Code field, std::size_t at_most) const;
    // Empty when it is not there.
    [[nodiscard]] Result<std::string> text_or_empty(Code field, std::size_t bytes_max = k_field_bytes_max) const;
    [[nodiscard]] Result<bool> yes_or_no(Code field) const;
    // Not there is no.
    [[nodiscard]] Result<bool> yes_if_there(Code field) const;
    // Of what somebody read before he changed it.
    [[nodiscard]] Result<std::uint64_t> version() const;
    [[nodiscard]] Result<std::optional<std::uint64_t>> number(Code field, std::uint64_t largest) const;
    // An object of texts, in the order of its names; empty when it is not there.
    [[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> texts(
        Code field, std::size_t bytes_max = k_field_bytes_max) const;

private:
    explicit JsonBody(std::shared_ptr<nlohmann::json const> object)
        : m_object(std::move(object))
    {
    }
    std::shared_ptr<nlohmann::json const> m_object;
};

} // namespace zk::app
