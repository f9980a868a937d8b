#include "care/patients/sbvz.hpp"

#include <gtest/gtest.h>

namespace zk::care {
namespace {

Date const k_birth_date = *Date::from(1980, 2, 1);

std::string shown(Result<SearchPath> const& path)
{
    if (!path)
        return std::string(path.error().code());
    if (auto const* address = std::get_if<SearchPath::Address>(&path->by()))
        return address->postcode.text() + " " + std::to_string(address->house_number);
    return std::get<SearchPath::Surname>(path->by()).text;
}

std::string path_of(std::string_view surname, std::string_view house_number, std::string_view postcode)
{
    return shown(SearchPath::of(k_birth_date, Sex::female, surname, house_number, postcode));
}

TEST(SearchPath, GoesByTheAddressWhenThereIsOne)
{
    EXPECT_EQ(path_of("Lindeboom", "12", "3421AB"), "3421 AB 12");
    EXPECT_EQ(path_of("", "12", "3421 ab"), "3421 AB 12");
    auto const path = SearchPath::of(k_birth_date, Sex::female, "Lindeboom", "12", "3421 AB");
    EXPECT_EQ(path->birth_date(), k_birth_date);
    EXPECT_EQ(path->sex(), Sex::female);
}

TEST(SearchPath, GoesByTheSurnameOtherwise)
{
    EXPECT_EQ(path_of("Lindeboom", "", ""), "Lindeboom");
    EXPECT_EQ(path_of("Lindeboom", "12", "B-9000"), "Lindeboom");
    EXPECT_EQ(path_of(" Lindeboom ", "woonboot", "3421 AB"), "Lindeboom");
    EXPECT_EQ(path_of("Lindeboom", "0", "3421 AB"), "Lindeboom");
    EXPECT_EQ(path_of(" ", "12", ""), "sbvz-needs-surname-or-address");
}

std::string number_of(std::string_view text)
{
    auto const number = DocumentNumber::parse(text);
    return number ? number->text() : std::string(number.error().code());
}

TEST(DocumentNumber, IsLettersAndDigits)
{
    EXPECT_EQ(number_of("SPECI2014"), "SPECI2014");
    EXPECT_EQ(number_of(" speci 2014 "), "SPECI2014");
    EXPECT_EQ(number_of("5094.962.111"), "5094962111");
    EXPECT_EQ(number_of(""), "document-number-bad-length");
    EXPECT_EQ(number_of("1234"), "document-number-bad-length");
    EXPECT_EQ(number_of("123456789012345678901"), "document-number-bad-length");
    EXPECT_EQ(number_of("SPECI/2014"), "document-number-bad-character");
    EXPECT_EQ(number_of("SPÉCI2014"), "document-number-bad-character");
}

TEST(SbvzWithoutCertificate, AnswersNothing)
{
    SbvzWithoutCertificate sbvz;
    Bsn const bsn = *Bsn::parse("999990019");
    auto const answer = sbvz.verify({ bsn, *SearchPath::of(k_birth_date, Sex::female, "Lindeboom", "", "") });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().fault(), Fault::unavailable);
    EXPECT_EQ(answer.error().code(), "sbvz-no-certificate");
    auto const document = sbvz.check({ bsn, DocumentKind::passport, *DocumentNumber::parse("SPECI2014") });
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code(), "sbvz-no-certificate");
}

} // namespace
} // namespace zk::care
