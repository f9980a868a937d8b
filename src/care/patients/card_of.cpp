#include "care/patients/card_of.hpp"

namespace zk::care::patients {

namespace {

template<typename F>
std::string revealed(F const& field, catalogue::Grant const& grant)
{
    return field.reveal(grant).value_or(std::string());
}

} // namespace

SearchCard card_of(
    PatientId const& id, PersonRecord const& person, std::optional<Bsn> const& bsn, catalogue::Grant const& grant)
{
    SearchCard card { .id = id };
    card.surname = revealed(person.surname, grant);
    card.tussenvoegsel = revealed(person.tussenvoegsel, grant);
    card.initials = revealed(person.initials, grant);
    card.first_name = revealed(person.first_name, grant);
    card.birth_date = person.birth_date.reveal(grant);
    card.bsn = bsn;
    for (std::string const& phone : { revealed(person.phone, grant), revealed(person.mobile, grant) }) {
        if (!phone.empty())
            card.phones.push_back(phone);
    }
    card.postcode = revealed(person.postcode, grant);
    card.house_number = revealed(person.house_number, grant);
    card.email = revealed(person.email, grant);
    card.old_numbers = person.old_numbers.reveal(grant).value_or(std::vector<std::string> {});
    return card;
}

} // namespace zk::care::patients
