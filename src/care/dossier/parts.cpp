#include "care/dossier/parts.hpp"

#include "base/ascii.hpp"
#include "care/dossier/tooth.hpp"

namespace zk::care::dossier {

namespace {

constexpr std::size_t k_code_bytes_max = 32;
constexpr int k_quantity_max = 999;

Result<std::uint64_t> quantity_of(std::string_view typed)
{
    if (typed.empty())
        return 1U;
    auto const count = ascii::all_digits(typed) ? ascii::number(typed) : std::nullopt;
    if (!count || *count < 1 || *count > k_quantity_max)
        return fail(Fault::bad_input, "quantity-unreadable", Place::of("quantity"));
    return static_cast<std::uint64_t>(*count);
}

} // namespace

catalogue::ElementSet elements_of(catalogue::Category category)
{
    return catalogue::elements_where([&](catalogue::Element const& element) {
        return element.category == category && catalogue::compartment_of(element) == catalogue::Compartment::care;
    });
}

Result<Date> day_of(std::string const& iso, Date today)
{
    auto const day = Date::parse_iso(std::string(trim(iso)));
    if (!day)
        return std::unexpected(day.error().at(Place::of("date")));
    if (*day > today)
        return fail(Fault::bad_input, "day-in-the-future", Place::of("date"));
    return *day;
}

Result<AlertKind> alert_kind_of(std::string const& text)
{
    for (AlertKind const kind : { AlertKind::allergy, AlertKind::anticoagulant, AlertKind::other }) {
        if (text_of(kind) == text)
            return kind;
    }
    return fail(Fault::bad_input, "alert-kind-unknown", Place::of("kind"));
}

Result<> put_treatment(TreatmentRecord& record, TreatmentText const& text, std::string_view element_before)
{
    if (trim(text.code).empty())
        return fail(Fault::bad_input, "field-missing", Place::of("code"));
    ZK_CHECK(put_text(record.code, "code", text.code, k_code_bytes_max));
    ZK_CHECK(put_text(record.description, "description", text.description, k_address_line_bytes_max));
    std::string_view const element = trim(text.element);
    if (!element.empty() && element != element_before && !is_tooth(element))
        return fail(Fault::bad_input, "element-not-a-tooth", Place::of("element"));
    ZK_CHECK(put_text(record.element, "element", text.element, k_code_bytes_max));
    ZK_TRY(std::uint64_t const quantity, quantity_of(trim(text.quantity)));
    record.quantity = Field<"treatment.quantity", std::uint64_t>(quantity);
    record.tariff = {};
    if (std::string_view const tariff = trim(text.tariff); !tariff.empty()) {
        auto const cents = Cents::parse(tariff);
        if (!cents)
            return std::unexpected(cents.error().at(Place::of("tariff")));
        record.tariff = Field<"treatment.tariff", Cents>(*cents);
    }
    return {};
}

} // namespace zk::care::dossier
