#include "care/patients/search_index.hpp"

#include <gtest/gtest.h>

namespace zk::care::patients {
namespace {

PatientId id_of(std::uint32_t number)
{
    Writer out;
    out.u32(number).u32(0).u64(0);
    return PatientId::from_bytes(out.view()).value();
}

// The patients of these tests, each with a word by which the tables call him.
struct Known {
    std::string_view called;
    SearchCard card;
};

Date day(std::string_view iso)
{
    return Date::parse_iso(iso).value();
}

std::vector<Known> practice()
{
    std::uint32_t next = 1;
    std::vector<Known> out;
    auto const add = [&](std::string_view called, SearchCard card) {
        card.id = id_of(next++);
        out.push_back({ called, std::move(card) });
    };
    PatientId const none = id_of(0);
    add("jan-de-jong",
        { .id = none,
            .surname = "Jong",
            .tussenvoegsel = "de",
            .initials = "J.B.",
            .first_name = "Jan",
            .birth_date = day("1953-02-01"),
            .bsn = Bsn::parse("999950666").value(),
            .phones = { "06-12345678", "020-1234567" },
            .postcode = "1234 AB",
            .house_number = "12 A",
            .email = "Jan.de.Jong@example.com",
            .old_numbers = { "100539", "P-0007" } });
    add("anna-de-jong",
        { .id = none,
            .surname = "Jong",
            .tussenvoegsel = "de",
            .initials = "A.",
            .first_name = "Anna",
            .birth_date = day("1985-11-04"),
            .bsn = Bsn::parse("999919751").value(),
            .phones = { "+31 6 87654321" },
            .postcode = "1234 AB",
            .house_number = "123" });
    add("jongbloed",
        { .id = none,
            .surname = "Jong Bloed",
            .initials = "K.",
            .first_name = "Karel",
            .birth_date = day("1953-05-17") });
    add("jan-de-vries",
        { .id = none,
            .surname = "Vries",
            .tussenvoegsel = "de",
            .initials = "J.",
            .first_name = "Jan",
            .birth_date = day("2014-07-04"),
            .phones = { "(030) 765 43 21" } });
    add("marijke-de-vries",
        { .id = none, .surname = "Vries", .tussenvoegsel = "de", .initials = "M.", .first_name = "Marijke" });
    add("amrani", { .id = none, .surname = "Amrani", .tussenvoegsel = "El", .initials = "F.", .first_name = "Fatima" });
    add("gravenzande", { .id = none, .surname = "'s-Gravenzande", .initials = "S.", .first_name = "Sanne" });
    add("yilmaz",
        { .id = none,
            .surname = "Yılmaz",
            .initials = "D.P.",
            .first_name = "Daniëlle",
            .birth_date = day("1953-11-18"),
            .postcode = "6211BA",
            .house_number = "139" });
    add("rene", { .id = none, .surname = "Bakker", .initials = "R.", .first_name = "René" });
    add("muller", { .id = none, .surname = "Müller", .initials = "H.", .first_name = "Hans" });
    add("mueller", { .id = none, .surname = "Mueller", .initials = "G.", .first_name = "Greta" });
    add("obrien", { .id = none, .surname = "O'Brien", .initials = "T.", .first_name = "Tim" });
    add("velde",
        { .id = none, .surname = "Velde", .tussenvoegsel = "van der", .initials = "W.F.", .first_name = "Willem-Jan" });
    add("smits", { .id = none, .surname = "Smits-Özdemir", .initials = "L.", .first_name = "Loïc" });
    // All that an old system may leave of somebody.
    add("bare", { .id = none, .surname = "Nguyễn", .old_numbers = { "7" } });
    return out;
}

class Practice : public testing::Test {
protected:
    void SetUp() override
    {
        for (Known const& known : m_known)
            m_index.put(known.card);
    }

    [[nodiscard]] std::string called(PatientId const& id) const
    {
        for (Known const& known : m_known) {
            if (known.card.id == id)
                return std::string(known.called);
        }
        return "nobody";
    }

    // In the order of the answer: "jan-de-jong anna-de-jong".
    [[nodiscard]] std::string found(std::string_view typed) const
    {
        std::string out;
        auto const answer = m_index.find(typed).value();
        for (PatientId const& id : answer.patients)
            out += (out.empty() ? "" : " ") + called(id);
        return out;
    }

    [[nodiscard]] SearchKind kind(std::string_view typed) const { return m_index.find(typed).value().kind; }

    std::vector<Known> m_known = practice();
    SearchIndex m_index;
};

struct Case {
    std::string_view typed;
    std::string_view expected;
};

TEST_F(Practice, is_found_by_name)
{
    constexpr Case cases[] = {
        { "Jong de", "anna-de-jong jan-de-jong" },
        { "de Jong", "anna-de-jong jan-de-jong" },
        { "Jong, de", "anna-de-jong jan-de-jong" },
        { "DE JONG", "anna-de-jong jan-de-jong" },
        { "dejong", "anna-de-jong jan-de-jong" },
        { "jong", "anna-de-jong jan-de-jong jongbloed" },
        { "ong", "anna-de-jong jan-de-jong jongbloed" },
        { "jong bloed", "jongbloed" },
        { "jongbloed", "jongbloed" },
        { "jan jong", "jan-de-jong" },
        { "jong jb", "jan-de-jong" },
        { "J.B. de Jong", "jan-de-jong" },
        { "jan vries", "jan-de-vries" },
        { "de vries", "jan-de-vries marijke-de-vries" },
        { "Vries, de", "jan-de-vries marijke-de-vries" },
        { "vries j", "jan-de-vries" },
        { "vries m.", "marijke-de-vries" },
        { "jan", "jan-de-jong velde jan-de-vries" },
        { "El Amrani", "amrani" },
        { "el-amrani", "amrani" },
        { "elamrani", "amrani" },
        { "amrani", "amrani" },
        { "amr", "amrani" },
        { "'s-Gravenzande", "gravenzande" },
        { "’s Gravenzande", "gravenzande" },
        { "s gravenzande", "gravenzande" },
        { "sgravenzande", "gravenzande" },
        { "gravenzande", "gravenzande" },
        { "Yılmaz", "yilmaz" },
        { "yilmaz", "yilmaz" },
        { "YILMAZ", "yilmaz" },
        { "danielle", "yilmaz" },
        { "Daniëlle Y", "yilmaz" },
        { "René", "rene" },
        { "rene", "rene" },
        { "re\u006e\u0065\u0301", "rene" },
        { "rene bakker", "rene" },
        { "Müller", "mueller muller" },
        { "Mu\u0308ller", "mueller muller" },
        { "muller", "muller" },
        { "mueller", "mueller muller" },
        { "O'Brien", "obrien" },
        { "o’brien", "obrien" },
        { "obrien", "obrien" },
        { "o brien", "obrien" },
        { "van der Velde", "velde" },
        { "Velde, van der", "velde" },
        { "velde", "velde" },
        { "vandervelde", "velde" },
        { "willem-jan", "velde" },
        { "willemjan", "velde" },
        { "Smits", "smits" },
        { "ozdemir", "smits" },
        { "oezdemir", "smits" },
        { "smits ozdemir", "smits" },
        { "loic", "smits" },
        { "nguyen", "bare" },
        { "jong xyz", "" },
        { "bruggeman", "" },
    };
    for (auto const& [typed, expected] : cases) {
        EXPECT_EQ(found(typed), expected) << typed;
        EXPECT_EQ(kind(typed), SearchKind::name) << typed;
    }
}

TEST_F(Practice, is_found_by_birth_date)
{
    constexpr Case cases[] = {
        { "01-02-1953", "jan-de-jong" },
        { "1953-02-01", "jan-de-jong" },
        { "1-2-1953", "jan-de-jong" },
        { "01/02/1953", "jan-de-jong" },
        { "1.2.1953", "jan-de-jong" },
        { "01021953", "jan-de-jong" },
        { "19530201", "jan-de-jong" },
        { "01 02 1953", "jan-de-jong" },
        { "1 2 1953", "jan-de-jong" },
        { "1953 02 01", "jan-de-jong" },
        { "1-2-53", "jan-de-jong" },
        { "04-07-14", "jan-de-vries" },
        { "010253", "jan-de-jong" },
        { "01-02-1954", "" },
        { "02-01-1953", "" },
        { "31-02-1953", "" },
    };
    for (auto const& [typed, expected] : cases)
        EXPECT_EQ(found(typed), expected) << typed;
    EXPECT_EQ(kind("1-2-1953"), SearchKind::birth_date);
    EXPECT_EQ(kind("01021953"), SearchKind::birth_date);
    EXPECT_EQ(kind("02-01-1953"), SearchKind::birth_date);
}

TEST_F(Practice, is_found_by_year_beside_a_name)
{
    EXPECT_EQ(found("jong 1953"), "jan-de-jong jongbloed");
    EXPECT_EQ(found("1953 de jong"), "jan-de-jong");
    EXPECT_EQ(found("1953 yilmaz"), "yilmaz");
    EXPECT_EQ(found("yilmaz 1954"), "");
    EXPECT_EQ(found("jong 53"), "jan-de-jong jongbloed");
    EXPECT_EQ(found("53 yilm"), "yilmaz");
    EXPECT_EQ(found("yilmaz 54"), "");
    EXPECT_EQ(found("53"), "");
    // A year by itself would list half the practice.
    EXPECT_EQ(found("1953"), "");
    EXPECT_EQ(kind("jong 1953"), SearchKind::mixed);
}

TEST_F(Practice, is_found_by_bsn)
{
    constexpr Case cases[] = {
        { "999950666", "jan-de-jong" },
        { "9999.50.666", "jan-de-jong" },
        { "9999 50 666", "jan-de-jong" },
        { " 999-950-666 ", "jan-de-jong" },
        { "jong 999950666", "jan-de-jong" },
        { "999919751", "anna-de-jong" },
        { "999950667", "" },
        // Part of it finds nobody: else it could be guessed piece by piece.
        { "99995066", "" },
        { "950666", "" },
    };
    for (auto const& [typed, expected] : cases)
        EXPECT_EQ(found(typed), expected) << typed;
    EXPECT_EQ(kind("9999 50 666"), SearchKind::bsn);
    EXPECT_EQ(kind("999950667"), SearchKind::bsn);
    EXPECT_EQ(kind("jong 999950666"), SearchKind::mixed);
}

TEST_F(Practice, is_found_by_phone)
{
    constexpr Case cases[] = {
        { "06-12345678", "jan-de-jong" },
        { "0612345678", "jan-de-jong" },
        { "06 1234 5678", "jan-de-jong" },
        { "06 12 34 56 78", "jan-de-jong" },
        { "+31 6 1234 5678", "jan-de-jong" },
        { "+31612345678", "jan-de-jong" },
        { "0031 6 12345678", "jan-de-jong" },
        { "+31 (0)6 12345678", "jan-de-jong" },
        { "31612345678", "jan-de-jong" },
        { "612345678", "jan-de-jong" },
        { "12345678", "jan-de-jong" },
        { "345678", "jan-de-jong" },
        { "34 56 78", "jan-de-jong" },
        { "(020) 123 45 67", "jan-de-jong" },
        { "0687654321", "anna-de-jong" },
        { "030-7654321", "jan-de-vries" },
        { "7654321", "anna-de-jong jan-de-vries" },
        { "jong 7654321", "anna-de-jong" },
        { "45678", "" },
        { "06-1234567", "" },
        { "123456", "" },
    };
    for (auto const& [typed, expected] : cases)
        EXPECT_EQ(found(typed), expected) << typed;
    EXPECT_EQ(kind("+31 6 1234 5678"), SearchKind::phone);
    EXPECT_EQ(kind("345678"), SearchKind::phone);
    EXPECT_EQ(kind("06-11111111"), SearchKind::phone);
}

TEST_F(Practice, is_found_by_postcode)
{
    constexpr Case cases[] = {
        { "1234AB", "anna-de-jong jan-de-jong" },
        { "1234 ab", "anna-de-jong jan-de-jong" },
        { "1234ab 12", "jan-de-jong" },
        { "1234 AB 12a", "jan-de-jong" },
        { "1234 AB 12-A", "jan-de-jong" },
        { "12a 1234ab", "jan-de-jong" },
        { "1234AB, 123", "anna-de-jong" },
        { "1234AB 1", "" },
        { "1234AB 124", "" },
        { "1234 ab jan", "jan-de-jong" },
        { "6211ba", "yilmaz" },
        { "6211 BA 139", "yilmaz" },
        { "1234AC", "" },
        { "1234", "" },
        { "12", "" },
    };
    for (auto const& [typed, expected] : cases)
        EXPECT_EQ(found(typed), expected) << typed;
    EXPECT_EQ(kind("1234 ab"), SearchKind::postcode);
    EXPECT_EQ(kind("1234AB 12"), SearchKind::postcode);
    EXPECT_EQ(kind("1234 ab jan"), SearchKind::mixed);
}

TEST_F(Practice, is_found_by_old_number)
{
    constexpr Case cases[] = {
        { "100539", "jan-de-jong" },
        { "P-0007", "jan-de-jong" },
        { "p0007", "jan-de-jong" },
        { "7", "bare" },
        { "0007", "" },
        { "10053", "" },
        { "00539", "" },
    };
    for (auto const& [typed, expected] : cases)
        EXPECT_EQ(found(typed), expected) << typed;
    EXPECT_EQ(kind("100539"), SearchKind::number);
    EXPECT_EQ(kind("P-0007"), SearchKind::number);
    EXPECT_EQ(kind("100538"), SearchKind::number);
}

TEST_F(Practice, is_found_by_mail_address)
{
    EXPECT_EQ(found("jan.de.jong@example.com"), "jan-de-jong");
    EXPECT_EQ(found("Jong@EXAMPLE"), "jan-de-jong");
    EXPECT_EQ(found("bakker@example.com"), "");
}

TEST_F(Practice, is_found_only_when_all_words_fit)
{
    EXPECT_EQ(found("jan de jong 01-02-1953 06-12345678 1234AB 100539"), "jan-de-jong");
    EXPECT_EQ(found("anna 06-12345678"), "");
    EXPECT_EQ(found("100539 1234AB"), "jan-de-jong");
    EXPECT_EQ(found("100539 01-02-1953"), "jan-de-jong");
    EXPECT_EQ(found("100539 1953"), "jan-de-jong");
    EXPECT_EQ(found("100539 1954"), "");
}

TEST_F(Practice, shows_nobody_to_who_types_nothing)
{
    for (std::string_view typed : { "", "  ", "-", "' .", ",", "\u00a0" })
        EXPECT_EQ(found(typed), "") << typed;
    EXPECT_EQ(kind(""), SearchKind::name);
}

TEST_F(Practice, takes_two_hundred_characters)
{
    EXPECT_TRUE(m_index.find(std::string(200, 'a')).has_value());
    std::string accents;
    for (int i = 0; i < 200; ++i)
        accents += "é";
    EXPECT_TRUE(m_index.find(accents).has_value());
    EXPECT_EQ(m_index.find(std::string(201, 'a')).error().code(), "search-text-too-long");
    // Bytes that begin no character count too.
    EXPECT_EQ(m_index.find(std::string(1'000'000, '\x80')).error().code(), "search-text-too-long");
}

TEST_F(Practice, forgets_who_is_removed)
{
    auto const jan = m_known.front().card.id;
    m_index.remove(jan);
    EXPECT_EQ(m_index.size(), m_known.size() - 1);
    for (std::string_view typed : { "999950666", "jan jong", "06-12345678", "100539", "01-02-1953", "jan.de.jong@" })
        EXPECT_EQ(found(typed), "") << typed;
    EXPECT_EQ(found("jong"), "anna-de-jong jongbloed");
    m_index.remove(jan);
    EXPECT_EQ(m_index.size(), m_known.size() - 1);
}

TEST_F(Practice, finds_the_newest_card_of_a_patient)
{
    SearchCard card = m_known.front().card;
    card.surname = "Bruggeman";
    card.tussenvoegsel = "";
    card.email = "";
    m_index.put(card);
    EXPECT_EQ(m_index.size(), m_known.size());
    EXPECT_EQ(found("jan jong"), "");
    EXPECT_EQ(found("bruggeman"), "jan-de-jong");
    EXPECT_EQ(found("999950666"), "jan-de-jong");
}

} // namespace
} // namespace zk::care::patients
