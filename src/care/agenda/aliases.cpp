#include "care/agenda/aliases.hpp"

#include "crypto/hash.hpp"

#include <algorithm>
#include <array>

namespace zk::care {

namespace {

// At most four letters, and no word that is also said of people.
constexpr std::array<std::string_view, 22> k_birds { "Alk", "Duif", "Eend", "Fuut", "Gaai", "Gors", "Hop", "Ibis",
    "Kauw", "Keep", "Mees", "Mus", "Raaf", "Ral", "Roek", "Sijs", "Snip", "Uil", "Valk", "Vink", "Wouw", "Wulp" };

constexpr std::size_t k_digits_min = 2;
// 10^15 numbers for each bird: that two of a practice share all of it does not happen.
constexpr std::uint64_t k_smallest = 100'000'000'000'000;
constexpr std::uint64_t k_numbers = 9 * k_smallest;

} // namespace

Aliases::Aliases(crypto::Key key)
    : m_key(std::move(key))
{
}

Aliases::Long Aliases::long_of(Date date, PatientId const& patient) const
{
    std::string const day = date.iso();
    crypto::Digest const digest = crypto::keyed(m_key, "zorgkluis alias of a day", { as_bytes(day), patient.bytes() });
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8U | digest.at(i);
    return { patient, std::string(k_birds.at(digest.at(sizeof number) % k_birds.size())),
        std::to_string(k_smallest + number % k_numbers) };
}

std::string Aliases::shortest(Long const& one, std::span<Long const> among)
{
    std::size_t digits = k_digits_min;
    for (Long const& other : among) {
        if (other.patient == one.patient || other.bird != one.bird)
            continue;
        auto const differs = std::ranges::mismatch(one.digits, other.digits).in1 - one.digits.begin();
        digits = std::max(digits, static_cast<std::size_t>(differs) + 1);
    }
    return one.bird + " " + one.digits.substr(0, digits);
}

Aliases::Names Aliases::of_day(Date date, std::span<PatientId const> regulars, std::span<PatientId const> others) const
{
    Names out;
    std::vector<Long> known;
    for (PatientId const& patient : regulars)
        known.push_back(long_of(date, patient));
    for (Long const& one : known)
        out.emplace(one.patient, shortest(one, known));
    std::size_t const regular_count = known.size();
    for (PatientId const& patient : others) {
        if (!out.contains(patient))
            known.push_back(long_of(date, patient));
    }
    for (Long const& one : std::span(known).subspan(regular_count))
        out.emplace(one.patient, shortest(one, known));
    return out;
}

} // namespace zk::care
