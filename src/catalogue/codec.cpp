#include "catalogue/codec.hpp"

#include "base/amsterdam.hpp"

namespace zk::catalogue {

namespace {

// Within the years that a Date has, so that every moment that decodes can be shown.
constexpr Instant k_first_instant = std::chrono::sys_days { std::chrono::year(k_year_min) / std::chrono::January / 1 };
constexpr Instant k_last_instant = std::chrono::sys_days { std::chrono::year(k_year_max) / std::chrono::December / 31 };

} // namespace

Result<std::uint64_t> Codec<std::uint64_t>::decode(ByteView bytes)
{
    Reader reader(bytes);
    ZK_TRY(std::uint64_t value, reader.varint());
    ZK_CHECK(reader.expect_end());
    return value;
}

Result<bool> Codec<bool>::decode(ByteView bytes)
{
    if (bytes.size() != 1 || bytes[0] > 1)
        return fail(Fault::tampered, "element-unknown-value");
    return bytes[0] == 1;
}

// Days since 1 January 1970, as a signed number in 4 bytes.
void Codec<Date>::encode(Writer& out, Date value)
{
    out.u32(static_cast<std::uint32_t>(value.sys_days().time_since_epoch().count()));
}

Result<Date> Codec<Date>::decode(ByteView bytes)
{
    Reader reader(bytes);
    ZK_TRY(std::uint32_t days, reader.u32());
    ZK_CHECK(reader.expect_end());
    std::chrono::year_month_day const day { std::chrono::sys_days {
        std::chrono::days { static_cast<std::int32_t>(days) } } };
    auto date = Date::from(
        static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    // A number far out of range comes back as a day of another century: chrono keeps years in 16 bits.
    if (!date || static_cast<std::uint32_t>(date->sys_days().time_since_epoch().count()) != days)
        return fail(Fault::tampered, "element-unknown-value");
    return date;
}

// Milliseconds since 1970, UTC.
void Codec<Instant>::encode(Writer& out, Instant value)
{
    out.u64(static_cast<std::uint64_t>(value.time_since_epoch().count()));
}

Result<Instant> Codec<Instant>::decode(ByteView bytes)
{
    Reader reader(bytes);
    ZK_TRY(std::uint64_t milliseconds, reader.u64());
    ZK_CHECK(reader.expect_end());
    Instant const instant { std::chrono::milliseconds { static_cast<std::int64_t>(milliseconds) } };
    if (instant < k_first_instant || instant > k_last_instant)
        return fail(Fault::tampered, "element-unknown-value");
    return instant;
}

std::string Codec<Instant>::text(Instant value)
{
    return iso_with_offset(value);
}

void Codec<TimeOfDay>::encode(Writer& out, TimeOfDay value)
{
    out.u16(static_cast<std::uint16_t>(value.minutes_since_midnight()));
}

Result<TimeOfDay> Codec<TimeOfDay>::decode(ByteView bytes)
{
    Reader reader(bytes);
    ZK_TRY(std::uint16_t minutes, reader.u16());
    ZK_CHECK(reader.expect_end());
    auto time = TimeOfDay::from(minutes / 60, minutes % 60);
    if (!time)
        return fail(Fault::tampered, "element-unknown-value");
    return time;
}

std::string Codec<TimeOfDay>::text(TimeOfDay value)
{
    return value.text();
}

void Codec<Cents>::encode(Writer& out, Cents value)
{
    out.u64(static_cast<std::uint64_t>(value.count()));
}

Result<Cents> Codec<Cents>::decode(ByteView bytes)
{
    Reader reader(bytes);
    ZK_TRY(std::uint64_t count, reader.u64());
    ZK_CHECK(reader.expect_end());
    return Cents::of(static_cast<std::int64_t>(count));
}

void Codec<Bsn>::encode(Writer& out, Bsn const& value)
{
    out.raw(as_bytes(value.digits()));
}

Result<Bsn> Codec<Bsn>::decode(ByteView bytes)
{
    auto bsn = Bsn::parse(as_text(bytes));
    // Parsing is kinder than a format may be: it takes points, spaces and a lost zero.
    if (!bsn || bsn->digits() != as_text(bytes))
        return fail(Fault::tampered, "element-unknown-value");
    return bsn;
}

std::string Codec<Bsn>::text(Bsn const& value)
{
    return value.digits();
}

void Codec<Sex>::encode(Writer& out, Sex value)
{
    out.u8(static_cast<std::uint8_t>(value));
}

Result<Sex> Codec<Sex>::decode(ByteView bytes)
{
    if (bytes.size() != 1 || bytes[0] > static_cast<std::uint8_t>(Sex::unspecified))
        return fail(Fault::tampered, "element-unknown-value");
    return static_cast<Sex>(bytes[0]);
}

std::string Codec<Sex>::text(Sex value)
{
    return std::string(sex_letter(value));
}

} // namespace zk::catalogue
