#include "care/patients/sbvz.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace zk::care {

namespace {

std::unexpected<Error> without_certificate()
{
    return fail(Fault::unavailable, "sbvz-no-certificate");
}

} // namespace

Result<DocumentNumber> DocumentNumber::parse(std::string_view text)
{
    std::string number = ascii::upper(ascii::without(text, " .-"));
    if (number.size() < k_document_number_characters_min || number.size() > k_document_number_characters_max)
        return fail(Fault::bad_input, "document-number-bad-length");
    if (!std::ranges::all_of(number, ascii::is_alphanumeric))
        return fail(Fault::bad_input, "document-number-bad-character");
    return DocumentNumber(std::move(number));
}

Result<SearchPath> SearchPath::of(
    Date birth_date, Sex sex, std::string_view surname, std::string_view house_number, std::string_view postcode)
{
    auto const number = ascii::number(trim(house_number));
    auto code = Postcode::parse(postcode);
    if (number && *number > 0 && code)
        return SearchPath(birth_date, sex, Address { static_cast<std::uint32_t>(*number), std::move(*code) });
    if (trim(surname).empty())
        return fail(Fault::bad_input, "sbvz-needs-surname-or-address");
    return SearchPath(birth_date, sex, Surname { std::string(trim(surname)) });
}

Result<BsnAnswer> SbvzWithoutCertificate::verify(BsnQuestion const&)
{
    return without_certificate();
}

Result<DocumentAnswer> SbvzWithoutCertificate::check(DocumentQuestion const&)
{
    return without_certificate();
}

} // namespace zk::care
