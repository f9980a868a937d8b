// kinds: the words in which the catalogue speaks: what data, where it lies, for what, on which ground, for whom.
// Used by the declarations and by everything that follows from them.
// Always: the numbers are on disk and in the journal; they are never reused or changed.
// An attacker gains nothing: this is the public shape of the house.
#pragma once

#include <cstdint>
#include <string_view>

namespace zk::catalogue {

// The rows of the need-to-know table (docs/need-to-know.md).
enum class Category : std::uint8_t {
    name_contact = 1,
    bsn_insurance = 2,
    appointment_time = 3,
    appointment_reason = 4,
    alert = 5,
    treatment_code = 6,
    note = 7,
    invoice = 8,
    log = 9,
    setting = 10,
    staff = 11,
};
inline constexpr std::uint8_t k_category_last = 11;

// A store of its own: what lies in one cannot be joined to the other without a key.
enum class Compartment : std::uint8_t { identity = 1, care = 2, money = 3, practice = 4, journal = 5 };

enum class Sensitivity : std::uint8_t { ordinary, financial, national_id, health };

enum class Role : std::uint8_t {
    praktijkhouder = 1,
    behandelaar = 2,
    assistent = 3,
    receptie = 4,
    administratie = 5,
    functionaris = 6,
};
inline constexpr std::uint8_t k_role_last = 6;

enum class Purpose : std::uint8_t {
    care = 1,           // treating the patient
    planning = 2,       // appointments
    identification = 3, // knowing that the data are this patient's
    billing = 4,        // invoices and claims
    oversight = 5,      // looking after who looked
    patient_right = 6,  // answering the patient
    practice = 7,       // running the practice: staff, settings
    maintenance = 8,    // the program itself; seen by nobody
    moving_in = 9,      // importing the export of the old software
};
inline constexpr std::uint8_t k_purpose_last = 9;

enum class Ground : std::uint8_t {
    treatment_contract = 1, // AVG 6(1)(b), 9(2)(h); BW 7:446, 7:454
    wabvpz = 2,             // AVG 6(1)(c); Wabvpz 4-9, UAVG 46
    fiscal = 3,             // AVG 6(1)(c); AWR 52(4)
    log_duty = 4,           // AVG 6(1)(c); Begz 5, NEN 7513
    employment = 5,         // AVG 6(1)(b)
    accountability = 6,     // AVG 6(1)(c); AVG 5(2), 24, 32
};

// Where an element may go, when its document and channel allow it (the outgoing gate decides per document).
enum class Recipient : std::uint8_t {
    patient = 1 << 0,
    provider = 1 << 1,
    insurer = 1 << 2,
    office = 1 << 3,
    finance = 1 << 4,
    authority = 1 << 5,
};

class Recipients {
public:
    constexpr Recipients() = default;
    constexpr Recipients(Recipient one) // NOLINT(google-explicit-constructor): one recipient is a set of one
        : m_bits(static_cast<std::uint8_t>(one))
    {
    }
    [[nodiscard]] constexpr bool has(Recipient one) const { return (m_bits & static_cast<std::uint8_t>(one)) != 0; }
    [[nodiscard]] constexpr bool none() const { return m_bits == 0; }
    friend constexpr Recipients operator|(Recipients a, Recipients b)
    {
        Recipients out;
        out.m_bits = static_cast<std::uint8_t>(a.m_bits | b.m_bits);
        return out;
    }

private:
    std::uint8_t m_bits = 0;
};
constexpr Recipients operator|(Recipient a, Recipient b)
{
    return Recipients(a) | Recipients(b);
}

// Portable: the patient gave it himself (AVG 20). All that is about him is in the full copy anyway (AVG 15).
enum class Portability : std::uint8_t { portable, copy_only, internal };

// Shown with the rest, or only when asked for by itself with a reason.
enum class Shown : std::uint8_t { with_the_rest, on_demand };

[[nodiscard]] constexpr Sensitivity sensitivity_of(Category category)
{
    switch (category) {
    case Category::bsn_insurance:
        return Sensitivity::national_id;
    case Category::appointment_reason:
    case Category::alert:
    case Category::treatment_code:
    case Category::note:
        return Sensitivity::health;
    case Category::invoice:
        return Sensitivity::financial;
    case Category::name_contact:
    case Category::appointment_time:
    case Category::log:
    case Category::setting:
    case Category::staff:
        return Sensitivity::ordinary;
    }
    return Sensitivity::health;
}

// Dutch, for screens, registers and documents.
[[nodiscard]] std::string_view label_of(Category category);
[[nodiscard]] std::string_view label_of(Role role);
[[nodiscard]] std::string_view label_of(Purpose purpose);
[[nodiscard]] std::string_view label_of(Compartment compartment);
// With the article.
[[nodiscard]] std::string_view label_of(Ground ground);

// As written on the command line and in JSON: "praktijkhouder", "treatment_code".
[[nodiscard]] std::string_view name_of(Category category);
[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::string_view name_of(Purpose purpose);

// For the codec of one-byte enums (codec.hpp).
[[nodiscard]] constexpr Category last_of(Category)
{
    return static_cast<Category>(k_category_last);
}
[[nodiscard]] constexpr Role last_of(Role)
{
    return static_cast<Role>(k_role_last);
}
[[nodiscard]] constexpr Purpose last_of(Purpose)
{
    return static_cast<Purpose>(k_purpose_last);
}
[[nodiscard]] inline std::string_view text_of(Category value)
{
    return name_of(value);
}
[[nodiscard]] inline std::string_view text_of(Role value)
{
    return name_of(value);
}
[[nodiscard]] inline std::string_view text_of(Purpose value)
{
    return name_of(value);
}

} // namespace zk::catalogue
