// patients: finding and showing who a patient is.
// Used by app/; the other slices exchange ids with it.
// Always: a search leaves one line with the kind of search and the patients shown, never what was typed.
// An attacker gains nothing without a grant.
#pragma once

#include "care/editing.hpp"
#include "care/patients/enrolment.hpp"
#include "care/patients/identification.hpp"
#include "care/patients/search_index.hpp"
#include "catalogue/projection.hpp"
#include "gate/practice.hpp"

#include <memory>
#include <mutex>

namespace zk::care {

class Patients {
public:
    // Builds the index in memory: one line in the log, seen by nobody.
    [[nodiscard]] static Result<Patients> load(gate::Practice& practice);

    // In order of the name. A role that may not see names is refused.
    [[nodiscard]] Result<std::vector<FoundPatient>> find(gate::Who const& who, std::string_view typed);
    // The first ones, for a list under a search field: only who is shown stands in the log.
    struct First {
        std::vector<FoundPatient> patients;
        std::size_t found = 0; // in all
    };
    [[nodiscard]] Result<First> find_first(gate::Who const& who, std::string_view typed, std::size_t at_most);
    // At the desk: which document was shown, and whose BSN that is. Whole or not at all.
    [[nodiscard]] Result<Identified> identify(gate::Who const& who, Sbvz& sbvz, Identification const& seen);
    // Somebody new. He can be found when it returns.
    [[nodiscard]] Result<Enrolled> enrol(gate::Who const& who, Enrolment const& enrolment);
    // Name, address and contact; who died or left.
    [[nodiscard]] Result<Edited> change_identity(gate::Who const& who, IdentityEdit const& edit);
    // What stands there of insurance and BSN, to change it: shown by itself, and so a line of its own.
    [[nodiscard]] Result<Insurance> show_insurance(gate::Who const& who, PatientId const& patient) const;
    [[nodiscard]] Result<InsuranceEdited> change_insurance(gate::Who const& who, InsuranceEdit const& edit);
    // These, in this order, as the same kind of list: with a line that names them.
    [[nodiscard]] Result<std::vector<FoundPatient>> list(
        gate::Who const& who, std::vector<PatientId> const& patients, std::optional<keep::LogSearch> search = {}) const;
    // As it is now: who asks twice may meet a newer one.
    [[nodiscard]] std::shared_ptr<patients::SearchIndex const> index() const { return m_found_in->get(); }

    // After somebody else wrote patients: builds the index anew, beside those who go on searching in the old one.
    [[nodiscard]] Result<> refresh();

private:
    class FoundIn {
    public:
        // One at a time gives somebody a BSN, so that no two get the same.
        std::mutex one_gives_bsn;

        [[nodiscard]] std::shared_ptr<patients::SearchIndex> get() const
        {
            std::lock_guard const lock(m_mutex);
            return m_index;
        }
        void set(std::shared_ptr<patients::SearchIndex> index)
        {
            std::lock_guard const lock(m_mutex);
            m_index.swap(index);
        }
        // One at a time builds it anew; the others wait and find it done.
        [[nodiscard]] std::unique_lock<std::mutex> turn_to_build() { return std::unique_lock(m_building); }

    private:
        mutable std::mutex m_mutex;
        std::shared_ptr<patients::SearchIndex> m_index;
        std::mutex m_building;
    };

    explicit Patients(gate::Practice& practice)
        : m_practice(&practice)
        , m_found_in(std::make_unique<FoundIn>())
    {
    }
    [[nodiscard]] std::uint64_t times_written() const;
    [[nodiscard]] Result<Bsn> parse_bsn(std::string const& typed) const;
    [[nodiscard]] Result<std::vector<FoundPatient>> others_with(
        gate::Who const& who, Bsn const& bsn, std::optional<PatientId> const& but) const;
    [[nodiscard]] Result<std::vector<FoundPatient>> alike(gate::Who const& who, Enrolment const& enrolment) const;

    gate::Practice* m_practice;
    std::unique_ptr<FoundIn> m_found_in;
    std::uint64_t m_built_at = 0; // of the one whose turn it is to build
};

[[nodiscard]] Result<bool> patient_exists(keep::Vault const& vault, PatientId const& patient);
// What the grant covers of the person and his identification.
[[nodiscard]] Result<catalogue::View> identity(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient);
// The same, with the version that a change of the person names.
struct ShownIdentity {
    catalogue::View view;
    std::uint64_t version = 0;
};
[[nodiscard]] Result<ShownIdentity> identity_and_version(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient);
[[nodiscard]] std::string shown_name(catalogue::View const& identity);
// "J.L.": where names are hidden and the practice chose so.
[[nodiscard]] std::string shown_initials(catalogue::View const& identity);
// The label of an item of identity(), in Dutch.
[[nodiscard]] std::string_view label_in_dutch(std::string_view name);

// The BSN alone, or what is known of the identity document, on demand.
[[nodiscard]] gate::Request reveal_bsn(PatientId const& patient, keep::LogReason reason);
[[nodiscard]] gate::Request reveal_document(PatientId const& patient, keep::LogReason reason);

} // namespace zk::care
