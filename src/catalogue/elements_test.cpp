#include "catalogue/elements.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace zk::catalogue {
namespace {

TEST(Elements, have_a_label_a_purpose_a_ground_and_a_term_with_its_source)
{
    for (Element const& element : k_elements) {
        EXPECT_FALSE(element.label.empty()) << element.key;
        EXPECT_FALSE(label_of(element.category).empty()) << element.key;
        EXPECT_FALSE(label_of(element.purpose).empty()) << element.key;
        EXPECT_FALSE(label_of(element.ground).empty()) << element.key;
        Retention const& retention = retention_of(element.retention);
        EXPECT_EQ(retention.retention_class, element.retention) << element.key;
        EXPECT_FALSE(retention.label.empty()) << element.key;
        EXPECT_FALSE(retention.source.empty()) << element.key;
    }
}

TEST(Elements, have_keys_of_a_thing_and_a_name)
{
    for (Element const& element : k_elements) {
        EXPECT_EQ(std::ranges::count(element.key, '.'), 1) << element.key;
        EXPECT_EQ(element.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_."), std::string_view::npos) << element.key;
        EXPECT_FALSE(element.key.starts_with('.') || element.key.ends_with('.')) << element.key;
    }
}

TEST(Elements, have_a_ground_that_names_its_article)
{
    for (Element const& element : k_elements)
        EXPECT_NE(label_of(element.ground).find("AVG "), std::string_view::npos) << element.key;
}

// What stands on disks by its number: never change a line, add new ones.
struct Numbered {
    std::uint16_t number;
    std::string_view key;
};
constexpr Numbered k_on_disks[] = {
    { 1, "patient.surname" },
    { 6, "patient.birth_date" },
    { 15, "patient.old_numbers" },
    { 21, "patient.gp" },
    { 26, "identity_change.fields" },
    { 30, "patient.bsn" },
    { 47, "insurance_change.bsn_before" },
    { 50, "alert.text" },
    { 55, "alert.ended" },
    { 60, "treatment.date" },
    { 67, "treatment.note" },
    { 71, "note.s" },
    { 75, "note.text" },
    { 84, "note.corrected" },
    { 85, "appointment.date" },
    { 100, "relation.practitioners" },
    { 105, "look.reason" },
    { 110, "invoice.number" },
    { 130, "quarantine.kind" },
    { 160, "staff.login" },
    { 200, "log.event" },
    { 240, "practice.name" },
    { 255, "statement.probe" },
    { 270, "import.state" },
    { 330, "treatment.consult" },
    { 337, "note_change.fields" },
    { 341, "treatment_change.fields" },
    { 345, "alert_change.fields" },
};

TEST(Elements, keep_their_numbers)
{
    for (auto const& [number, key] : k_on_disks) {
        ASSERT_NE(element_index(number), k_not_an_element) << key;
        EXPECT_EQ(k_elements[element_index(number)].key, key);
    }
    EXPECT_EQ(element_index("patient.shoe_size"), k_not_an_element);
    EXPECT_EQ(element_index(std::uint16_t { 0 }), k_not_an_element);
}

struct Placed {
    RetentionClass retention;
    std::uint8_t number;
    Compartment compartment;
};
// The number is on disks too, as the high byte of a record's kind.
constexpr Placed k_places[] = {
    { RetentionClass::person, 1, Compartment::identity },
    { RetentionClass::identification, 2, Compartment::identity },
    { RetentionClass::dossier, 3, Compartment::care },
    { RetentionClass::agenda, 4, Compartment::care },
    { RetentionClass::relation, 5, Compartment::care },
    { RetentionClass::look_reason, 6, Compartment::care },
    { RetentionClass::quarantine, 7, Compartment::care },
    { RetentionClass::invoice, 8, Compartment::money },
    { RetentionClass::staff, 9, Compartment::practice },
    { RetentionClass::practice, 10, Compartment::practice },
    { RetentionClass::access_log, 11, Compartment::journal },
};

TEST(Retention, has_each_class_in_one_compartment)
{
    ASSERT_EQ(std::size(k_places), k_retention.size());
    for (auto const& [retention, number, compartment] : k_places) {
        EXPECT_EQ(static_cast<std::uint8_t>(retention), number);
        EXPECT_EQ(retention_of(retention).compartment, compartment);
        for (Element const& element : k_elements) {
            if (element.retention == retention) {
                EXPECT_EQ(compartment_of(element), compartment) << element.key;
            }
        }
    }
}

TEST(Retention, has_a_use_for_each_class)
{
    for (Retention const& retention : k_retention) {
        EXPECT_TRUE(std::ranges::any_of(k_elements, [&](Element const& element) {
            return element.retention == retention.retention_class;
        })) << retention.label;
    }
}

TEST(Retention, has_a_length_where_a_term_runs_by_itself)
{
    for (Retention const& retention : k_retention) {
        bool const follows = retention.start == TermStart::with_dossier || retention.start == TermStart::none;
        EXPECT_EQ(retention.term_months == 0, follows) << retention.label;
    }
    EXPECT_EQ(retention_of(RetentionClass::dossier).term_months, 20 * 12);
    EXPECT_EQ(retention_of(RetentionClass::invoice).term_months, 7 * 12);
    EXPECT_EQ(retention_of(RetentionClass::access_log).term_months, 5 * 12);
}

// design.md: a store that is stolen by itself tells nothing of the others.
TEST(Elements, lie_where_their_sort_of_data_belongs)
{
    for (Element const& element : k_elements) {
        Compartment const where = compartment_of(element);
        switch (sensitivity_of(element.category)) {
        case Sensitivity::health:
            EXPECT_EQ(where, Compartment::care) << element.key;
            break;
        case Sensitivity::national_id:
            EXPECT_EQ(where, Compartment::identity) << element.key;
            break;
        case Sensitivity::financial:
            EXPECT_EQ(where, Compartment::money) << element.key;
            break;
        case Sensitivity::ordinary:
            break;
        }
        if (element.category == Category::setting || element.category == Category::staff) {
            EXPECT_EQ(where, Compartment::practice) << element.key;
        }
    }
}

TEST(Elements, leave_the_practice_only_when_they_are_a_patients)
{
    for (Element const& element : k_elements) {
        Compartment const where = compartment_of(element);
        if (where == Compartment::practice) {
            EXPECT_TRUE(element.recipients.none() && element.portability == Portability::internal) << element.key;
        }
        if (element.portability != Portability::internal) {
            EXPECT_TRUE(element.key == "patient.bsn_unverified" || element.recipients.has(Recipient::patient))
                << element.key;
        }
        // Not able, not merely not allowed.
        if (element.recipients.has(Recipient::finance)) {
            EXPECT_EQ(element.key, "invoice.amount");
        }
        if (element.recipients.has(Recipient::insurer)) {
            EXPECT_FALSE(element.category == Category::note || element.category == Category::alert) << element.key;
        }
    }
}

TEST(Elements, show_a_bsn_only_on_demand)
{
    for (Element const& element : k_elements) {
        bool const is_bsn = element.key == "patient.bsn" || element.key == "patient.bsn_unverified"
            || element.key == "insurance_change.bsn_before";
        EXPECT_EQ(element.shown == Shown::on_demand, is_bsn) << element.key;
    }
}

template<typename Enum>
void expect_words_for_all(std::uint8_t last)
{
    std::set<std::string_view> names;
    std::set<std::string_view> labels;
    for (std::uint8_t i = 1; i <= last; ++i) {
        names.insert(name_of(static_cast<Enum>(i)));
        labels.insert(label_of(static_cast<Enum>(i)));
    }
    EXPECT_EQ(names.size(), last);
    EXPECT_EQ(labels.size(), last);
    EXPECT_FALSE(names.contains("") || labels.contains(""));
}

TEST(Kinds, have_words_of_their_own)
{
    expect_words_for_all<Category>(k_category_last);
    expect_words_for_all<Role>(k_role_last);
    expect_words_for_all<Purpose>(k_purpose_last);
}

} // namespace
} // namespace zk::catalogue
