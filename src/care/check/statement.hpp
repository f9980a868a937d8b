// statement: somebody's dated word for what cannot be measured (yet), and how long it holds.
// Used by the evaluation; made by the command `check declare`, kept and journaled by the practice's store.
// Always: only a role that may, with a second step, for an event that happened and is not yet too long ago; a statement
// is never edited, a newer one takes its place. An attacker who can write one signs it with an account and a date.
#pragma once

#include "base/result.hpp"
#include "care/check/context.hpp"
#include "care/check/probe.hpp"
#include "care/check/state.hpp"
#include "crypto/hash.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace zk::care::check {

enum class Answer : std::uint8_t { ja, nee, weet_niet };
enum class SecondStep : std::uint8_t { shown, missing };

// Time for a successor to declare it again.
inline constexpr int k_lapse_days = 30;
// From here on it stands among the to-dos.
inline constexpr int k_renew_days = 30;

struct StatementDraft {
    std::string probe;
    Answer answer;
    Role role;
    std::string account; // short code
    SecondStep second_step;
    Date event_date;
    std::string explanation = {};
    std::optional<crypto::Digest> attachment_sha256 = std::nullopt;
};

struct Statement {
    std::string probe;
    Answer answer;
    Role role;
    std::string account;
    Date event_date;
    Instant made_at;
    std::string explanation; // never in a report: people write names in it
    std::optional<crypto::Digest> attachment_sha256;
    int text_version;

    [[nodiscard]] Date expires(StatementSpec const& spec) const { return event_date.plus_days(spec.term_days); }
};

// The statement to be kept, or why it is refused.
[[nodiscard]] Result<Statement> accept_statement(StatementDraft draft, Context const& context);

// What a statement says now; null is none at all.
[[nodiscard]] Finding judge_statement(StatementSpec const& spec, Statement const* statement, Context const& context);

// The newest statement for this probe; null when there is none.
[[nodiscard]] Statement const* newest_statement(std::span<Statement const> statements, std::string_view probe_id);

// For facts that rest on a statement: what was said last, whether or not it still holds.
[[nodiscard]] std::optional<Answer> last_answer(std::span<Statement const> statements, std::string_view probe_id);

[[nodiscard]] bool may_state(MayState who, Role role);

// "ja", "nee", "weet_niet".
[[nodiscard]] std::string_view name_of(Answer answer);
[[nodiscard]] Result<Answer> parse_answer(std::string_view text);

} // namespace zk::care::check
