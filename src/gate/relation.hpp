// relation: who treats a patient, as need-to-know counts it: by practitioner code, with the last day that counts.
// Written by whoever stores a treatment or an appointment; read by Policy to decide.
// Always: it follows from treatments, and apart from these from appointments, so that a cancelled one takes its part away.
// An attacker who could add an entry could look without breaking the glass: it is sealed like the dossier.
#pragma once

#include "catalogue/record.hpp"

#include <string>
#include <vector>

namespace zk::gate {

struct Treats {
    std::string practitioner; // code, as in the roster
    Date until_seen;          // last treatment, or the furthest appointment
};

// How an account stands in for, or assists, a practitioner today.
enum class RosterKind : std::uint8_t { assists = 1, stands_in = 2 };
constexpr RosterKind last_of(RosterKind)
{
    return RosterKind::stands_in;
}
[[nodiscard]] constexpr std::string_view text_of(RosterKind kind)
{
    return kind == RosterKind::assists ? "assists" : "stands_in";
}

} // namespace zk::gate

namespace zk::catalogue {

template<>
struct Codec<zk::gate::Treats> {
    static void encode(Writer& out, zk::gate::Treats const& value);
    static Result<zk::gate::Treats> decode(ByteView bytes);
    static std::string text(zk::gate::Treats const& value) { return value.practitioner; }
};

} // namespace zk::catalogue

namespace zk::gate {

struct RelationRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::relation, 1);
    catalogue::Field<"relation.practitioners", std::vector<Treats>> practitioners; // by treatments
    catalogue::Field<"relation.planned", std::vector<Treats>> planned {};          // by appointments
    static constexpr auto members = std::tuple(&RelationRecord::practitioners, &RelationRecord::planned);
};

// Adds a contact; the latest day per practitioner stays.
void note_contact(std::vector<Treats>& relation, std::string const& practitioner, Date day);

} // namespace zk::gate
