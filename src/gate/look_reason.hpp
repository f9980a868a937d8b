// look_reason: why somebody looked, in his own words, when no code fits. For the patient to read.
// Written by Policy with the grant it belongs to; read by the overview that the patient asks for (Wabvpz 15e).
// Always: sealed with the patient's key in care.db; the line in the log says "other" and nothing more.
// An attacker gains nothing without the keys.
#pragma once

#include "catalogue/record.hpp"

namespace zk::gate {

struct LookReasonRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::look_reason, 1);
    catalogue::Field<"look.reason", std::string> reason;
    catalogue::Field<"look.entry", std::uint64_t> entry;
    static constexpr auto members = std::tuple(&LookReasonRecord::reason, &LookReasonRecord::entry);
};

} // namespace zk::gate
