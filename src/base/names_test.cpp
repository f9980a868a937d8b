#include "base/names.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk {
namespace {

struct Split {
    std::string_view text;
    std::string_view tussenvoegsel;
    std::string_view main;
};

TEST(Names, splits_the_particles_off)
{
    constexpr Split cases[] = {
        { "van der Velde", "van der", "Velde" },
        { "Van Der Velde", "Van Der", "Velde" },
        { "VAN DER VELDE", "VAN DER", "VELDE" },
        { "de Jong", "de", "Jong" },
        { "'t Hart", "'t", "Hart" },
        { "’t Hart", "’t", "Hart" },
        { "van 't Hof", "van 't", "Hof" },
        { "in 't Veld", "in 't", "Veld" },
        { "op den Akker", "op den", "Akker" },
        { "aan het Rot", "aan het", "Rot" },
        { "uit den Bogaard", "uit den", "Bogaard" },
        { "El Amrani", "El", "Amrani" },
        { "d'Angremond", "d'", "Angremond" },
        { "d’Angremond", "d’", "Angremond" },
        { "d' Angremond", "d'", "Angremond" },
        { "van d'Angremond", "van d'", "Angremond" },
        { "'s-Gravesande", "", "'s-Gravesande" },
        { "van 's-Gravesande", "van", "'s-Gravesande" },
        { "v.d. Berg", "v.d.", "Berg" },
        { "v/d Berg", "v/d", "Berg" },
        { "vd Berg", "vd", "Berg" },
        { "von der Heide", "von der", "Heide" },
        { "de la Fuente", "de la", "Fuente" },
        { "Velde, van der", "van der", "Velde" },
        { "Velde , van  der", "van  der", "Velde" },
        { "Velde, Jan", "", "Velde, Jan" },
        { ", van", "", ", van" },
        { "Jansen", "", "Jansen" },
        { "Jansen-de Vries", "", "Jansen-de Vries" },
        { "Jansen van der Berg", "", "Jansen van der Berg" },
        { "van den Berg - Jansen", "van den", "Berg - Jansen" },
        { "Ten", "", "Ten" },
        { "van den", "van", "den" },
        { "Vandenberg", "", "Vandenberg" },
        { "Dekker", "", "Dekker" },
        { "  de   Boer  ", "de", "Boer" },
        { "", "", "" },
        { "  ", "", "" },
    };
    for (auto const& [text, tussenvoegsel, main] : cases) {
        Surname const split = split_tussenvoegsel(text);
        EXPECT_EQ(split.tussenvoegsel, tussenvoegsel) << text;
        EXPECT_EQ(split.main, main) << text;
    }
}

struct Pair {
    std::string_view a;
    std::string_view b;
};

TEST(Names, sees_a_likeness)
{
    constexpr Pair cases[] = {
        { "AALTJE Smits", "Aaltje Smits" },
        { "LOÏC Smits", "Loïc Smits" },
        { "Loic Smits", "Loïc Smits" },
        { "J.B. Velde", "J. van der Velde" },
        { "J.B. JILDOU van der Velde", "J.B. Jildou van der Velde" },
        { "Jildou van der Velde", "Velde, Jildou van der" },
        { "J.B. Velde", "Jildou Velde" },
        { "J. Velde", "Jildou Bouke van der Velde" },
        { "JB Velde", "JB van de Velde" },
        { "Lucas El Amrani", "LUCAS el Amrani" },
        { "René van den Heuvel", "RENÉ Heuvel" },
        { "Anna d'Angremond", "Anna Angremond" },
        { "A. d’Angremond", "Anna Angremond" },
        { "Hans 't Hart", "H. Hart" },
        { "Maria Bakker", "M. Bakker-Smit" },
        { "Maria Jansen-de Vries", "Maria Jansen" },
        { "Sint-Maartensdijk, K.", "Kees Sint Maartensdijk" },
        { "v.d. Berg, Jan", "Jan van den Berg" },
        { "Jan Jansen", "Jansen" },
        { "Jan Pieter Jansen", "Jan Jansen" },
        { "Emine Yılmaz", "Emine Yilmaz" },
    };
    for (auto const& [a, b] : cases) {
        EXPECT_TRUE(looks_like_same_name(a, b)) << a << " / " << b;
        EXPECT_TRUE(looks_like_same_name(b, a)) << b << " / " << a;
    }
}

TEST(Names, sees_a_contradiction)
{
    constexpr Pair cases[] = {
        { "Anna Jansen", "Eva Jansen" }, // twins
        { "A. Jansen", "E. Jansen" },
        { "P. Jansen", "Jan Jansen" },
        { "Jan Jansen", "Jan Pietersen" },
        { "J. Jansen", "J. Pietersen" },
        { "Aaltje Smits", "Aaltje Smit" }, // one letter is a difference
        { "A.B. Jansen", "A.C. Jansen" },
        { "Jan Jan Jansen", "Jan Piet Jansen" },
        { "van der Velde", "van der Veen" },
        { "van der", "van der" }, // no name at all
        { "J.", "J." },
        { "", "" },
        { "Jansen", "" },
    };
    for (auto const& [a, b] : cases) {
        EXPECT_FALSE(looks_like_same_name(a, b)) << a << " / " << b;
        EXPECT_FALSE(looks_like_same_name(b, a)) << b << " / " << a;
    }
}

rc::Gen<std::string> any_name()
{
    std::vector<std::string> const words { "Jan", "JAN", "Piet", "J.", "P.", "J.P.", "van", "der", "'t", "d'Angremond",
        "Jansen", "Özdemir", "ozdemir", "Smit-Jansen", "Velde,", "" };
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)),
        [](std::vector<std::string> const& parts) {
            std::string out;
            for (auto const& part : parts)
                out += part + " ";
            return out;
        });
}

RC_GTEST_PROP(NamesProperty, likeness_goes_both_ways, ())
{
    std::string const a = *any_name();
    std::string const b = *any_name();
    RC_ASSERT(looks_like_same_name(a, b) == looks_like_same_name(b, a));
}

RC_GTEST_PROP(NamesProperty, a_name_is_like_itself, ())
{
    std::string const name = *any_name() + " Jansen";
    RC_ASSERT(looks_like_same_name(name, name));
}

RC_GTEST_PROP(NamesProperty, splitting_loses_nothing, ())
{
    std::string const name = *any_name();
    if (name.find(',') != std::string::npos)
        return;
    Surname const split = split_tussenvoegsel(name);
    RC_ASSERT(fold_for_search(split.tussenvoegsel + " " + split.main) == fold_for_search(name));
}

RC_GTEST_PROP(NamesProperty, takes_any_bytes_without_harm, (std::string const& a, std::string const& b))
{
    (void)looks_like_same_name(a, b);
    (void)split_tussenvoegsel(a);
}

} // namespace
} // namespace zk
