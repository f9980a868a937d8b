// roster: for which practitioners an account assists or stands in, and on which days.
// Used by Accounts, which keeps it, and by whoever tells Policy who asks.
// Always: a line names a practitioner, and ends on or after the day it begins.
// An attacker who could add a line could look without breaking the glass: changing it is journaled like an account.
#pragma once

#include "base/date.hpp"
#include "catalogue/codec.hpp"
#include "gate/policy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zk::gate {

inline constexpr std::size_t k_practitioner_code_bytes_max = 32;
inline constexpr std::size_t k_roster_lines_max = 400;

struct RosterLine {
    std::string practitioner;
    RosterKind kind;
    Date from;
    std::optional<Date> until; // the last day; nothing: until further notice

    friend bool operator==(RosterLine const&, RosterLine const&) = default;
};

[[nodiscard]] Result<> check_roster(std::vector<RosterLine> const& lines);

// Each practitioner and kind once, in the order of the lines.
[[nodiscard]] std::vector<WorksFor> works_for(std::vector<RosterLine> const& lines, Date on);

} // namespace zk::gate

namespace zk::catalogue {

template<>
struct Codec<zk::gate::RosterLine> {
    static void encode(Writer& out, zk::gate::RosterLine const& value);
    static Result<zk::gate::RosterLine> decode(ByteView bytes);
};

} // namespace zk::catalogue
