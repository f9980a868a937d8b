// probe: the declaration of every probe of the 19 questions, and of every statement that may stand in for one.
// Used by the evaluation, the report and the command that records a statement.
// Always: every probe belongs to one question; a probe that this version cannot measure says what speaks for it.
// An attacker gains nothing: it is public.
#pragma once

#include "care/check/limits.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace zk::care::check {

// M, MV and V: is it measured, and is somebody's word taken for it?
enum class ProbeMode : std::uint8_t { measured, measured_or_stated, stated };

// The part of Zorgkluis that measures it; v1 is here from the first version.
enum class Part : std::uint8_t { v1, registers, gate, agent, team, portal, billing, anywhere };

// What "0 of 0" says: nothing, that the question is moot, or that a drill may prove it.
enum class Empty : std::uint8_t { open, moot, drill };

// What speaks for a probe as long as its part is not there.
enum class Absent : std::uint8_t { own_statement, neighbours_statement, moot, nothing };

struct Probe {
    std::string_view id;
    ProbeMode mode;
    Part part;
    Empty empty;
    Absent absent;
    std::string_view neighbour; // whose statement speaks for this one
    std::optional<Limit> limit;
    int fresh_hours;
    std::string_view measures; // Dutch: how we measure it
    std::string_view next;     // Dutch: the step when it failed, without the command
    std::string_view command;  // behind the step: "zorgkluis <command>"

    [[nodiscard]] constexpr std::string_view question() const { return id.substr(0, id.size() - 1); }
};

enum class MayState : std::uint8_t { praktijkhouder, praktijkhouder_or_functionaris };
enum class Explanation : std::uint8_t { optional, required };
// A statement counts always (V), until there is a measurement (MV), or only when the measurement asks for it (some M).
enum class Counts : std::uint8_t { always, until_measured, when_asked };
// A practice of one person gets another text for some probes.
enum class Team : std::uint8_t { several, one_person };

struct StatementSpec {
    std::string_view probe;
    int text_version; // a changed text, term or threshold gets a new number, so that old answers open again
    Team team;
    int term_days;
    MayState by;
    Explanation explanation;
    Counts counts;
    std::string_view text; // Dutch: what "ja" says
    std::string_view step; // Dutch: the step after "nee"
};

// Rises when a probe is added, or measures something else: older reports are not comparable then.
inline constexpr int k_probe_set = 1;

[[nodiscard]] std::span<Probe const> probes();
[[nodiscard]] Probe const* find_probe(std::string_view id);
[[nodiscard]] std::span<Probe const> probes_of(std::string_view question_id);

[[nodiscard]] std::span<StatementSpec const> statement_specs();
// Null when nobody's word is taken for this probe.
[[nodiscard]] StatementSpec const* find_statement_spec(std::string_view probe_id, Team team);
// The probe whose statement speaks for this one: itself, its neighbour, or null.
[[nodiscard]] StatementSpec const* spokesman(Probe const& probe, Team team);
// Does it fall away when one person works in the practice (R8)?
[[nodiscard]] bool moot_when_alone(Probe const& probe);
// Can a missed legal term be mended by an evaluation (R9)?
[[nodiscard]] bool mends(Probe const& probe);

// As the report writes it: "M", "MV", "V".
[[nodiscard]] std::string_view name_of(ProbeMode mode);

} // namespace zk::care::check
