#include "gate/accounts/staff_functions.hpp"

#include <gtest/gtest.h>

namespace zk::gate {
namespace {

using catalogue::Role;

TEST(StaffFunctions, HaveTheRoleThatTheirNameSays)
{
    struct Row {
        std::string_view function;
        Role role;
    };
    for (Row const& row : {
             Row { "praktijkhouder", Role::praktijkhouder },
             Row { "Tandarts-eigenaar", Role::praktijkhouder },
             Row { "tandarts", Role::behandelaar },
             Row { "Tandarts ", Role::behandelaar },
             Row { "BEHANDELAAR", Role::behandelaar },
             Row { "mondhygiënist", Role::behandelaar },
             Row { "Mondhygieniste", Role::behandelaar },
             Row { "GZ-psycholoog", Role::behandelaar },
             Row { "POH-GGZ", Role::behandelaar },
             Row { "fysiotherapeut", Role::behandelaar },
             Row { "diëtist", Role::behandelaar },
             Row { "assistent", Role::assistent },
             Row { "assistente", Role::assistent },
             Row { "doktersassistente", Role::assistent },
             Row { "(paro-)preventieassistent", Role::assistent },
             Row { "balie", Role::receptie },
             Row { "receptioniste", Role::receptie },
             Row { "administratie", Role::administratie },
             Row { "Financiële administratie", Role::administratie },
             Row { "functionaris gegevensbescherming", Role::functionaris },
         }) {
        auto const role = role_from_function(row.function);
        ASSERT_TRUE(role) << row.function;
        EXPECT_EQ(*role, row.role) << row.function;
    }
}

TEST(StaffFunctions, AreNotGuessed)
{
    for (std::string_view const unknown :
        { "", "schoonmaker", "assistent van de praktijkhouder", "stagiair", "tandartss", "praktijkmanager", "???" }) {
        auto const role = role_from_function(unknown);
        ASSERT_FALSE(role) << unknown;
        EXPECT_EQ(role.error().code(), "staff-function-unknown");
        EXPECT_EQ(role.error().place(), "");
    }
    EXPECT_FALSE(role_from_function(std::string(100000, 'a')));
}

} // namespace
} // namespace zk::gate
