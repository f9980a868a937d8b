#include "care/check/report_fields.hpp"

#include "base/amsterdam.hpp"
#include "base/ascii.hpp"
#include "base/bytes.hpp"

#include <algorithm>
#include <chrono>

namespace zk::care::check {

namespace {

constexpr std::size_t k_moment_chars = 25; // "2026-11-22T10:00:00+01:00"

Result<Instant> parse_moment(std::string_view text)
{
    if (text.size() != k_moment_chars)
        return fail(Fault::bad_input, "report-bad-moment");
    ZK_TRY(Date date, Date::parse_iso(text.substr(0, 10)));
    auto const hour = ascii::number(text.substr(11, 2));
    auto const minute = ascii::number(text.substr(14, 2));
    auto const second = ascii::number(text.substr(17, 2));
    auto const offset = ascii::number(text.substr(20, 2));
    if (!hour || !minute || !second || !offset)
        return fail(Fault::bad_input, "report-bad-moment");
    Instant const moment = date.sys_days() + std::chrono::hours(*hour - *offset) + std::chrono::minutes(*minute)
        + std::chrono::seconds(*second);
    // There is one way to write a moment; this was another, or a wrong offset.
    if (iso_with_offset(moment) != text)
        return fail(Fault::bad_input, "report-bad-moment");
    return moment;
}

} // namespace

Result<std::string_view> text_at(Json const& json, std::string_view key)
{
    ZK_TRY(Json const* member, json.at(key));
    return member->text();
}

Result<std::int64_t> number_at(Json const& json, std::string_view key)
{
    ZK_TRY(Json const* member, json.at(key));
    return member->number();
}

Result<Date> date_at(Json const& json, std::string_view key)
{
    ZK_TRY(std::string_view text, text_at(json, key));
    return Date::parse_iso(text);
}

Result<Instant> moment_at(Json const& json, std::string_view key)
{
    ZK_TRY(std::string_view text, text_at(json, key));
    return parse_moment(text);
}

Result<std::optional<Instant>> moment_or_null(Json const& json, std::string_view key)
{
    ZK_TRY(Json const* member, json.at(key));
    if (member->is_null())
        return std::optional<Instant> {};
    ZK_TRY(Instant moment, moment_at(json, key));
    return std::optional(moment);
}

Result<catalogue::Role> parse_role(std::string_view text)
{
    for (std::uint8_t number = 1; number <= catalogue::k_role_last; ++number) {
        if (catalogue::name_of(static_cast<catalogue::Role>(number)) == text)
            return static_cast<catalogue::Role>(number);
    }
    return fail(Fault::bad_input, "report-unknown-role");
}

Result<crypto::Digest> parse_digest(std::string_view hex)
{
    ZK_TRY(Bytes bytes, from_hex(hex));
    crypto::Digest out {};
    if (bytes.size() != out.size())
        return fail(Fault::bad_input, "report-bad-hash");
    std::ranges::copy(bytes, out.begin());
    return out;
}

} // namespace zk::care::check
