#include "catalogue/projection.hpp"

#include "testing/grant_for_tests.hpp"
#include "testing/sealing_for_tests.hpp"

#include <gtest/gtest.h>

namespace zk::catalogue {
namespace {

struct Treatment {
    static constexpr RecordKind kind = record_kind(RetentionClass::dossier, 250);
    Field<"treatment.date", Date> date;
    Field<"treatment.code", std::string> code;
    Field<"treatment.quantity", std::uint64_t> quantity;
    Field<"treatment.tariff", Cents> tariff;
    Field<"treatment.note", std::string> note;
    Field<"treatment.source_row", std::string> source_row;
    static constexpr std::tuple members { &Treatment::date, &Treatment::code, &Treatment::quantity, &Treatment::tariff,
        &Treatment::note, &Treatment::source_row };
};

struct Contact {
    static constexpr RecordKind kind = record_kind(RetentionClass::person, 250);
    Field<"patient.surname", std::string> surname;
    Field<"patient.old_numbers", std::vector<std::string>> old_numbers;
    static constexpr std::tuple members { &Contact::surname, &Contact::old_numbers };
};

PatientId const k_patient = PatientId::from_raw({ 1 });
PatientId const k_other = PatientId::from_raw({ 2 });

// As the vault gives it: filled, and a patient's.
template<Record R>
R stored(R const& draft, PatientId const& owner)
{
    auto const access = keep::JournalCodec::access();
    return decode<R>(encode(draft, access), owner, access).value();
}

Treatment filling()
{
    Treatment out;
    out.date = Field<"treatment.date", Date>(Date::parse_iso("2026-11-22").value());
    out.code = Field<"treatment.code", std::string>("V71");
    out.quantity = Field<"treatment.quantity", std::uint64_t>(2);
    out.tariff = Field<"treatment.tariff", Cents>(Cents::of(5394));
    out.note = Field<"treatment.note", std::string>("bloedverdunners");
    out.source_row = Field<"treatment.source_row", std::string>("behandelingen.csv:12");
    return out;
}

Contact de_vries()
{
    Contact out;
    out.surname = Field<"patient.surname", std::string>("Vries");
    out.old_numbers = Field<"patient.old_numbers", std::vector<std::string>>({ "100539", "7" });
    return out;
}

ElementSet set_of(std::initializer_list<std::string_view> keys)
{
    return elements_where([&](Element const& element) { return std::ranges::find(keys, element.key) != keys.end(); });
}

std::vector<std::string_view> names_in(View const& view)
{
    std::vector<std::string_view> out;
    for (View::Item const& item : view.items())
        out.push_back(item.name());
    return out;
}

using Names = std::vector<std::string_view>;

TEST(View, holds_what_the_grant_covers_and_nothing_else)
{
    auto const treatment = stored(filling(), k_patient);
    auto const grant = gate::Policy::some_of(set_of({ "treatment.date", "treatment.code" }), { k_patient });
    View const view = View::of(treatment, grant);
    EXPECT_EQ(names_in(view), (Names { "date", "code" }));
    EXPECT_EQ(view.find("note"), nullptr);
    EXPECT_EQ(view.find("tariff"), nullptr);
}

TEST(View, is_empty_where_the_grant_covers_nothing)
{
    auto const treatment = stored(filling(), k_patient);
    EXPECT_TRUE(View::of(treatment, gate::Policy::some_of({}, { k_patient })).empty());
    EXPECT_TRUE(View::of(treatment, gate::Policy::some_of(set_of({ "patient.surname" }), { k_patient })).empty());
}

TEST(View, leaves_out_the_record_of_another_patient)
{
    auto const grant = gate::Policy::everything_of({ k_other });
    View view = View::of(stored(filling(), k_patient), grant);
    EXPECT_TRUE(view.empty());
    view.add(stored(de_vries(), k_other), grant);
    EXPECT_EQ(names_in(view), (Names { "surname", "old_numbers" }));
    view.add(stored(de_vries(), k_patient), grant);
    EXPECT_EQ(view.items().size(), 2U);
}

TEST(View, leaves_out_what_is_the_programs_own)
{
    View const view = View::of(stored(filling(), k_patient), gate::Policy::everything_of({ k_patient }));
    EXPECT_EQ(names_in(view), (Names { "date", "code", "quantity", "tariff", "note" }));
}

TEST(View, leaves_out_what_has_no_value)
{
    Treatment draft;
    draft.code = Field<"treatment.code", std::string>("V71");
    View const view = View::of(stored(draft, k_patient), gate::Policy::everything_of({ k_patient }));
    EXPECT_EQ(names_in(view), Names { "code" });
}

TEST(View, shows_values_by_their_kind)
{
    auto const grant = gate::Policy::everything_of({ k_patient });
    View view = View::of(stored(filling(), k_patient), grant);
    view.add(stored(de_vries(), k_patient), grant);
    EXPECT_EQ(view.find("date")->value, View::Value("2026-11-22"));
    EXPECT_EQ(view.find("quantity")->value, View::Value(std::int64_t { 2 }));
    EXPECT_EQ(view.find("tariff")->value, View::Value(Cents::of(5394)));
    EXPECT_EQ(view.find("old_numbers")->value, View::Value(std::vector<std::string> { "100539", "7" }));
    EXPECT_EQ(view.find("tariff")->label(), "tarief");
}

} // namespace
} // namespace zk::catalogue
