// evaluate: "Doe de check": asks every probe, looks up every statement, and judges the 19 questions.
// Used by the command, the screens and the report.
// Always: all 19 questions and all of their probes are in the result; a probe that crashes is open, never dropped.
// An attacker who breaks a probe turns its question open, and it says so.
#pragma once

#include "care/check/algebra.hpp"
#include "care/check/context.hpp"
#include "care/check/measurement.hpp"
#include "care/check/probe.hpp"
#include "care/check/questions.hpp"
#include "care/check/statement.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace zk::care::check {

struct Evidence {
    Probe const* probe;
    ProbeMode mode; // as it counts in this practice
    Finding finding;
    Measurement measurement;
    StatementSpec const* spec = nullptr;     // whose statement may speak for it; null: nobody's
    std::optional<Statement> statement = {}; // the newest one
};

struct QuestionResult {
    Question const* question;
    Verdict verdict;
    std::vector<Evidence> evidence;
    std::optional<Date> expires; // the first statement to run out
};

struct StateCounts {
    int proven = 0;
    int declared = 0;
    int open = 0;
    int failed = 0;

    friend bool operator==(StateCounts const&, StateCounts const&) = default;
};

struct CheckResult {
    std::vector<QuestionResult> questions;
    StateCounts counts;
    State headline; // the worst of the 19
};

[[nodiscard]] CheckResult evaluate(ProbeSource& source, std::span<Statement const> statements, Context const& context);

// The question that its evidence makes; also for a verifier, who has the evidence on paper.
[[nodiscard]] QuestionResult conclude(Question const& question, std::vector<Evidence> evidence);
[[nodiscard]] CheckResult conclude(std::vector<QuestionResult> questions);

// The probe that decides: the first with the question's reason.
[[nodiscard]] Evidence const& decisive(QuestionResult const& result);

// R13: exit code 1 asks for a find; open is work, not a find, unless one wants to be strict.
enum class Strictness : std::uint8_t { failed_only, open_too };
[[nodiscard]] bool found_something(CheckResult const& result, Strictness strictness);

} // namespace zk::care::check
