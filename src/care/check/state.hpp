// state: what a question or a probe can be, and the reasons that lead there.
// Used by the whole check: a reason decides its state, so the two can never disagree.
// Always: failed > open > declared > proven; `na` is neutral.
// An attacker gains nothing: these are words.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace zk::care::check {

// The greater is the worse.
enum class State : std::uint8_t { na, proven, declared, open, failed };

[[nodiscard]] constexpr State worse(State a, State b)
{
    return std::max(a, b);
}

enum class Reason : std::uint8_t {
    // proven
    pass,
    drilled,
    mended,
    // declared
    stated,
    // na
    nothing_there,
    part_absent,
    one_person,
    test_mode,
    small_practice,
    not_due,
    // open
    no_data,
    not_built,
    unreadable,
    probe_error,
    stale,
    clock,
    expired,
    never_done,
    empty,
    no_statement,
    stated_unknown,
    text_changed,
    lapsed,
    networks_not_set,
    package_lists_old,
    sample_small,
    cannot_erase_yet,
    neighbours_first,
    // failed
    breach,
    not_done,
    contradicted,
    stated_no,
};
inline constexpr std::size_t k_reason_count = static_cast<std::size_t>(Reason::stated_no) + 1;

struct Finding {
    State state;
    Reason reason;

    friend bool operator==(Finding const&, Finding const&) = default;
};

[[nodiscard]] State state_of(Reason reason);
[[nodiscard]] inline Finding finding(Reason reason)
{
    return { state_of(reason), reason };
}

// As the report writes them: "proven", "no_data".
[[nodiscard]] std::string_view name_of(State state);
[[nodiscard]] std::string_view name_of(Reason reason);
[[nodiscard]] std::optional<Reason> reason_named(std::string_view name);

// Dutch: "aangetoond", "verklaard", "open", "niet in orde", "niet van toepassing".
[[nodiscard]] std::string_view label_of(State state);
// Dutch: why, in one sentence.
[[nodiscard]] std::string_view sentence_of(Reason reason);

// What to do about a reason that is no matter of the probe itself; without text when the probe's own step holds.
struct Step {
    std::string_view text;
    std::string_view command;
};
[[nodiscard]] Step step_of(Reason reason);

// From here on a statement is what is missing, whatever the probe measures.
[[nodiscard]] constexpr bool asks_for_statement(Reason reason)
{
    return reason == Reason::no_statement || reason == Reason::stated_unknown || reason == Reason::text_changed
        || reason == Reason::lapsed;
}

} // namespace zk::care::check
