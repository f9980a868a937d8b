// enrolment: what is asked of a new patient and of a change to one, and what came of it.
// Used by Patients and by the routes.
// Always: texts are as typed; they are parsed before anything is written.
// An attacker who reads this memory has a person: it lives for the length of one call.
#pragma once

#include "care/editing.hpp"
#include "care/patients/identity_fields.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zk::care {

struct FoundPatient {
    PatientId id;
    std::string name;
    std::string birth_date;  // ISO
    std::string initials {}; // "J.L."
};

// Somebody with the same surname and birth date may be another person all the same.
enum class WhenAlike : std::uint8_t { ask, enrol };
// Who enrols may be the one who will treat him: his relation begins today.
enum class EnrolledBy : std::uint8_t { somebody, who_treats };

struct Enrolment {
    std::vector<Typed> identity;
    std::string insurer;
    std::string policy_number;
    std::string bsn;
    WhenAlike when_alike = WhenAlike::ask;
    EnrolledBy by = EnrolledBy::somebody;
};

enum class Alike : std::uint8_t { nobody, same_name_and_birth_date, same_bsn };

struct Enrolled {
    std::optional<PatientId> patient; // none: he may be one of these
    Alike why = Alike::nobody;
    std::vector<FoundPatient> alike {};
};

struct IdentityEdit {
    PatientId patient;
    std::uint64_t version;
    std::string by;
    std::vector<Typed> identity;
};

enum class BsnState : std::uint8_t { missing, unverified, known };

// To change it; the BSN itself is not in it.
struct Insurance {
    std::uint64_t version = 0;
    std::string insurer;
    std::string policy_number;
    BsnState bsn = BsnState::missing;
};

// What is not given stays as it is.
struct InsuranceEdit {
    PatientId patient;
    std::uint64_t version;
    std::string by;
    std::optional<std::string> insurer;
    std::optional<std::string> policy_number;
    std::optional<std::string> bsn;
};

struct InsuranceEdited {
    Edited edited;
    std::vector<FoundPatient> others_with_bsn; // then nothing was changed
};

// Empty stays empty.
[[nodiscard]] Result<std::string> parse_insurer(std::string const& typed);
[[nodiscard]] Result<std::string> parse_policy_number(std::string const& typed);

} // namespace zk::care
