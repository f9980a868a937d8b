// views: reads the records of a kind of one patient and shows what the grant covers.
// Used by the slices of care/.
// Always: a record of which the grant opens nothing is not read at all.
// An attacker gains nothing without a grant.
#pragma once

#include "catalogue/views.hpp"
#include "keep/vault/vault.hpp"

namespace zk::care {

template<catalogue::Record R>
[[nodiscard]] Result<std::vector<catalogue::View>> views(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient, keep::Period period = 0)
{
    if (!catalogue::opens_something<R>(grant))
        return std::vector<catalogue::View> {};
    ZK_TRY(auto const stored, vault.read<R>(grant, patient, period));
    std::vector<catalogue::View> out;
    for (auto const& one : stored) {
        out.push_back(catalogue::View::of(one.record, grant));
        out.back().note_origin(one.id, one.version);
    }
    return out;
}

} // namespace zk::care
