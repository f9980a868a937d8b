#include "care/patients/identity_fields.hpp"

#include "base/ascii.hpp"
#include "base/email.hpp"
#include "base/limits.hpp"
#include "base/phone.hpp"
#include "base/postcode.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace zk::care {

namespace {

using catalogue::Grant;

struct EditableField {
    Code name;
    Result<> (*put)(PersonRecord&, Typed const&, Date today);
};

template<auto Member>
using field_t = std::remove_cvref_t<decltype(std::declval<PersonRecord>().*Member)>;

// The parser gives the text to keep; nothing typed is no value.
template<auto Member, typename Parse>
Result<> put_text(PersonRecord& person, Typed const& typed, std::size_t bytes_max, Parse const& parse)
{
    ZK_TRY(std::string text, bounded(typed, bytes_max));
    if (text.empty()) {
        person.*Member = {};
        return {};
    }
    auto parsed = parse(text);
    if (!parsed)
        return std::unexpected(parsed.error().at(Place::of(typed.field)));
    person.*Member = field_t<Member>(std::move(*parsed));
    return {};
}

Result<std::string> as_it_is(std::string const& text)
{
    return text;
}

// Another country has another shape; four digits with letters are meant for a Dutch one.
Result<std::string> postcode_of(std::string const& text)
{
    auto const parsed = Postcode::parse(text);
    if (parsed)
        return parsed->text();
    bool const has_letter = std::ranges::any_of(text, [](char c) { return ascii::is_letter(c); });
    bool const looks_dutch = ascii::is_digit(text.front()) && has_letter;
    if (looks_dutch || parsed.error().code() != "postcode-unreadable")
        return std::unexpected(parsed.error());
    return text;
}

template<auto Member>
Result<> put_name(PersonRecord& person, Typed const& typed, Date)
{
    return put_text<Member>(person, typed, k_name_bytes_max, as_it_is);
}
template<auto Member>
Result<> put_line(PersonRecord& person, Typed const& typed, Date)
{
    return put_text<Member>(person, typed, k_address_line_bytes_max, as_it_is);
}
template<auto Member>
Result<> put_phone(PersonRecord& person, Typed const& typed, Date)
{
    return put_text<Member>(
        person, typed, k_address_line_bytes_max, [](std::string const& text) -> Result<std::string> {
            ZK_TRY(Phone const phone, Phone::parse(text));
            return phone.written();
        });
}
template<auto Member>
Result<> put_day(PersonRecord& person, Typed const& typed, Date today)
{
    ZK_TRY(std::string const text, bounded(typed, k_address_line_bytes_max));
    if (text.empty()) {
        person.*Member = {};
        return {};
    }
    auto const day = Date::parse_iso(text);
    if (!day)
        return std::unexpected(day.error().at(Place::of(typed.field)));
    if (*day > today)
        return fail(Fault::bad_input, "day-in-the-future", Place::of(typed.field));
    person.*Member = field_t<Member>(*day);
    return {};
}

Result<> put_postcode(PersonRecord& person, Typed const& typed, Date)
{
    return put_text<&PersonRecord::postcode>(person, typed, k_address_line_bytes_max, postcode_of);
}
Result<> put_email(PersonRecord& person, Typed const& typed, Date)
{
    return put_text<&PersonRecord::email>(
        person, typed, k_address_line_bytes_max, [](std::string const& text) -> Result<std::string> {
            ZK_TRY(Email const email, Email::parse(text));
            return email.text();
        });
}
Result<> put_sex(PersonRecord& person, Typed const& typed, Date)
{
    auto const sex = parse_sex(typed.text);
    if (!sex)
        return std::unexpected(sex.error().at(Place::of(typed.field)));
    person.sex = Field<"patient.sex", Sex>(*sex);
    return {};
}

constexpr std::array k_fields {
    EditableField { "initials", put_name<&PersonRecord::initials> },
    EditableField { "first_name", put_name<&PersonRecord::first_name> },
    EditableField { "tussenvoegsel", put_name<&PersonRecord::tussenvoegsel> },
    EditableField { "surname", put_name<&PersonRecord::surname> },
    EditableField { "sex", put_sex },
    EditableField { "birth_date", put_day<&PersonRecord::birth_date> },
    EditableField { "street", put_line<&PersonRecord::street> },
    EditableField { "house_number", put_line<&PersonRecord::house_number> },
    EditableField { "house_number_addition", put_line<&PersonRecord::house_number_addition> },
    EditableField { "postcode", put_postcode },
    EditableField { "city", put_line<&PersonRecord::city> },
    EditableField { "phone", put_phone<&PersonRecord::phone> },
    EditableField { "mobile", put_phone<&PersonRecord::mobile> },
    EditableField { "email", put_email },
    EditableField { "gp", put_line<&PersonRecord::gp> },
    EditableField { "emergency_contact", put_line<&PersonRecord::emergency_contact> },
    EditableField { "emergency_phone", put_phone<&PersonRecord::emergency_phone> },
    EditableField { "registered", put_day<&PersonRecord::registered> },
    EditableField { "deregistered", put_day<&PersonRecord::deregistered> },
    EditableField { "deceased", put_day<&PersonRecord::deceased> },
};

} // namespace

std::vector<Code> const& identity_fields()
{
    static std::vector<Code> const out = [] {
        std::vector<Code> names;
        for (EditableField const& one : k_fields)
            names.push_back(one.name);
        return names;
    }();
    return out;
}

Result<> put_identity(PersonRecord& person, std::vector<Typed> const& typed, Date today)
{
    PersonRecord changed = person;
    for (Typed const& one : typed) {
        auto const found = std::ranges::find(
            k_fields, one.field.text(), [](EditableField const& known) { return known.name.text(); });
        ZK_REQUIRE(found != k_fields.end());
        ZK_CHECK(found->put(changed, one, today));
    }
    person = std::move(changed);
    return {};
}

Result<> check_whole(PersonRecord const& person, Grant const& grant)
{
    if (!person.surname.has_value())
        return fail(Fault::bad_input, "field-missing", Place::of("surname"));
    auto const& born = person.birth_date.reveal(grant);
    if (!born)
        return fail(Fault::bad_input, "field-missing", Place::of("birth_date"));
    if (person.deceased.reveal(grant).value_or(*born) < *born)
        return fail(Fault::bad_input, "day-before-birth", Place::of("deceased"));
    if (person.deregistered.reveal(grant).value_or(*born) < *born)
        return fail(Fault::bad_input, "day-before-birth", Place::of("deregistered"));
    return {};
}

Result<std::string> bounded(Typed const& typed, std::size_t bytes_max)
{
    std::string text(trim(typed.text));
    if (text.size() > bytes_max)
        return fail(Fault::bad_input, "field-too-long", Place::of(typed.field));
    return text;
}

} // namespace zk::care
