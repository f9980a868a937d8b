// report: the check on paper: JSON in its one spelling, signed, to be verified by anybody without this practice.
// Used by `check --json` (unsigned), `check --report` (signed) and `verify`. Format: docs/formats/check_report.md.
// Always: the states in it follow from the evidence in it by the rules; counts, dates, settings and staff codes only.
// An attacker without the journal's key cannot change a byte, nor undo an older report that a journal line holds.
#pragma once

#include "base/money.hpp"
#include "care/check/canonical_json.hpp"
#include "care/check/evaluate.hpp"
#include "crypto/hash.hpp"
#include "keep/journal/note.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace zk::care::check {

inline constexpr std::string_view k_report_format = "zorgkluis-check/1";

// What the report says besides the check itself.
struct ReportHead {
    std::string practice_name;
    std::string practice_kind;
    std::string practice_agb;
    std::string software_version;
    Date build_date;
    std::int64_t patients = 0;
    Cents cents_each = Cents::of(20'000);
    std::string journal_origin;
    std::uint64_t journal_size = 0;
    std::string journal_root; // base64
    // The report before this one.
    struct Previous {
        crypto::Digest sha256;
        Instant made;
    };
    std::optional<Previous> previous = std::nullopt;
};

// R13: praktijkhouder and functionaris see all; others the score.
enum class View : std::uint8_t { all, score };

[[nodiscard]] Json report_json(
    CheckResult const& result, ReportHead const& head, Context const& context, View view = View::all);
[[nodiscard]] crypto::Digest report_hash(Json const& unsigned_report);

// Gives back the whole signed note over a text.
using NoteSigner = std::function<std::string(std::string_view text)>;
// The report with its signature, as it is written to a file.
[[nodiscard]] std::string sign_report(
    Json const& unsigned_report, keep::VerifierKey const& key, NoteSigner const& sign);

struct VerifiedReport {
    PracticeMode mode; // a report of a test practice verifies as such
    Instant made;
    State headline;
    StateCounts counts;
    crypto::Digest sha256; // of the report without its signature: what the next one calls `previous`
    std::optional<crypto::Digest> previous;
};

// Offline: the signature, the evidence of every probe, and every state and count that should follow from it.
[[nodiscard]] Result<VerifiedReport> verify_report(std::string_view file, keep::VerifierKey const& key);

} // namespace zk::care::check
