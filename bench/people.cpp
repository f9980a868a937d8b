#include "people.hpp"

#include "measure.hpp"

#include <array>
#include <fmt/format.h>

namespace zk::bench {

namespace {

using catalogue::Field;

constexpr std::array k_first_parts { "Aalder", "Bakker", "Berg", "Bloem", "Boer", "Bos", "Brouw", "Dekk", "Dijk",
    "Doorn", "Eik", "Elst", "Gerrit", "Graaf", "Groen", "Haan", "Heuv", "Hoek", "Huis", "Jans", "Kamp", "Klaver",
    "Koning", "Kooi", "Kuip", "Linden", "Maas", "Meul", "Molen", "Noord", "Oost", "Peter", "Post", "Riet", "Roos",
    "Schaap", "Smit", "Sterk", "Timmer", "Veen", "Verhoev", "Visser", "Vos", "Water", "West", "Wiel", "Wijn", "Zand" };
constexpr std::array k_last_parts { "", "aar", "beek", "berg", "bos", "brink", "burg", "dal", "dijk", "dorp", "en",
    "enaar", "enga", "er", "gaard", "haar", "horst", "huis", "hof", "ing", "inga", "kamp", "ker", "laan", "land", "loo",
    "man", "meer", "mans", "oord", "sen", "sloot", "sma", "stra", "tink", "veld", "voort", "wijk", "woud", "zicht" };
constexpr std::array k_between { "", "", "", "", "", "van", "van der", "de", "van den", "ter" };
constexpr std::array k_first_names { "Anna", "Bram", "Cato", "Daan", "Emma", "Fleur", "Gijs", "Hanna", "Isa", "Jan",
    "Kees", "Lotte", "Mees", "Noor", "Olivier", "Puck", "Quinten", "Roos", "Sem", "Tess", "Ugo", "Vera", "Willem",
    "Xander", "Yara", "Zoë", "André", "Chloé", "Elisabeth", "Johannes" };
constexpr std::array k_streets { "Dorpsstraat", "Kerkstraat", "Molenweg", "Schoolstraat", "Lindelaan", "Stationsweg" };
constexpr std::array k_cities { "Almere", "Breda", "Deventer", "Emmen", "Franeker", "Goes", "Haarlem", "Zwolle" };

// splitmix64: chance that is the same everywhere.
class Chance {
public:
    explicit Chance(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t below(std::uint64_t end) { return next() % end; }
    template<typename Array>
    auto one_of(Array const& array)
    {
        return array[below(array.size())];
    }
    // The first come more often than the last, as with surnames.
    template<typename Array>
    auto one_of_skewed(Array const& array)
    {
        std::uint64_t const size = array.size();
        return array[below(size * size) / size * below(size) / size];
    }

private:
    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

std::string surname(Chance& chance)
{
    std::string const first = chance.one_of_skewed(k_first_parts);
    return first + chance.one_of_skewed(k_last_parts);
}

Bsn bsn_of(std::uint64_t number)
{
    // Of any ten numbers that differ in the last digit at most one passes.
    for (std::uint64_t tail = number * 10 % 100'000;; tail = (tail + 1) % 100'000) {
        if (auto const bsn = Bsn::parse(fmt::format("9999{:05}", tail)))
            return *bsn;
    }
}

} // namespace

Invented invent(std::uint64_t number)
{
    Chance chance(number);
    Invented out;
    care::patients::SearchCard& card = out.card;
    card.surname = surname(chance);
    card.tussenvoegsel = chance.one_of(k_between);
    card.first_name = chance.one_of(k_first_names);
    card.initials = card.first_name.substr(0, 1) + ".";
    card.birth_date = Date::of(std::chrono::sys_days { std::chrono::year { 1930 } / 1 / 1 })
                          .plus_days(static_cast<int>(chance.below(34'000)));
    card.bsn = bsn_of(number);
    card.phones = { fmt::format("06{:08}", chance.below(100'000'000)) };
    card.postcode = fmt::format("{} {}{}", 1000 + chance.below(9000), static_cast<char>('A' + chance.below(26)),
        static_cast<char>('A' + chance.below(26)));
    card.house_number = std::to_string(1 + chance.below(300));
    card.email = fmt::format("{}.{}@example.com", card.first_name, number);
    card.old_numbers = { std::to_string(100'000 + number) };
    std::string const street = chance.one_of(k_streets);
    std::string const city = chance.one_of(k_cities);
    Sex const sex = chance.below(2) == 0 ? Sex::female : Sex::male;
    Date const registered = card.birth_date->plus_years(1);

    out.person = {
        .surname = Field<"patient.surname", std::string>(card.surname),
        .tussenvoegsel = Field<"patient.tussenvoegsel", std::string>(card.tussenvoegsel),
        .initials = Field<"patient.initials", std::string>(card.initials),
        .first_name = Field<"patient.first_name", std::string>(card.first_name),
        .sex = Field<"patient.sex", Sex>(sex),
        .birth_date = Field<"patient.birth_date", Date>(*card.birth_date),
        .street = Field<"patient.street", std::string>(street),
        .house_number = Field<"patient.house_number", std::string>(card.house_number),
        .postcode = Field<"patient.postcode", std::string>(card.postcode),
        .city = Field<"patient.city", std::string>(city),
        .mobile = Field<"patient.mobile", std::string>(card.phones.front()),
        .email = Field<"patient.email", std::string>(card.email),
        .old_numbers = Field<"patient.old_numbers", std::vector<std::string>>(card.old_numbers),
        .registered = Field<"patient.registered", Date>(registered),
    };
    out.identification = { .bsn = Field<"patient.bsn", Bsn>(*card.bsn) };
    out.as_text = fmt::format("{};{};{};{};{};{};{};{};{};{};{};{};{};{}", card.surname, card.tussenvoegsel,
        card.initials, card.first_name, sex_letter(sex), card.birth_date->iso(), street, card.house_number,
        card.postcode, city, card.phones.front(), card.email, card.old_numbers.front(), registered.iso());
    return out;
}

std::string part_of_a_name(std::uint64_t number)
{
    Chance chance(number);
    std::string const name = surname(chance);
    return name.substr(name.size() > 6 ? 1 : 0, 6);
}

} // namespace zk::bench
