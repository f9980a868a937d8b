// wording: the sentences of the check: its heading, its score, the next step, the money.
// Used by the terminal, the screens and the report.
// Always: worst first, never a percentage; a step names only commands that exist; no legal verdict.
// An attacker gains nothing.
#pragma once

#include "base/money.hpp"
#include "care/check/evaluate.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zk::care::check {

// The example of the white paper; the practice may set another amount.
inline constexpr Cents k_cents_each = Cents::of(20'000);

inline constexpr std::string_view k_no_legal_verdict = "geen juridisch oordeel";
inline constexpr std::string_view k_money_label = "rekenvoorbeeld uit de whitepaper van 2018";
inline constexpr std::string_view k_fine
    = "tot € 10 miljoen of 2% (art. 83 lid 4: beveiliging, registers, verwerkers, datalekken, DPIA) of tot € 20 "
      "miljoen "
      "of 4% van de wereldwijde jaaromzet (lid 5: beginselen, rechten, doorgifte), steeds het hoogste van de twee";

// "Niet in orde: [vraag]", "Nog niet bekend: n", "Alles aangetoond".
[[nodiscard]] std::string heading(CheckResult const& result);
// "1 niet in orde · 3 open · 9 verklaard · 6 aangetoond (van 19)"
[[nodiscard]] std::string score(StateCounts const& counts);
// "3 van 4 gemeten"
[[nodiscard]] std::string parts_measured(QuestionResult const& result);

// What to do next; empty when there is nothing to do.
[[nodiscard]] std::string next_step(Evidence const& evidence);
[[nodiscard]] std::string next_step(QuestionResult const& result, Date today);
// The question to begin with, and its step: what failed, then what expires, then what is open. Null when nothing is.
struct FirstStep {
    QuestionResult const* question = nullptr;
    std::string step {};
};
[[nodiscard]] FirstStep first_step_of(CheckResult const& result, Date today);
[[nodiscard]] std::string first_step(CheckResult const& result, Date today);

// "366 dagen", "0"
[[nodiscard]] std::string amount(std::int64_t value, Unit unit);
// "hoogstens 365 dagen"
[[nodiscard]] std::string limit_text(Threshold const& limit);
// "4.014 patiënten × € 200,00 = € 802.800,00 (rekenvoorbeeld uit de whitepaper van 2018)"
[[nodiscard]] std::string at_stake_text(std::int64_t patients, Cents each);
// "22-11-2026"
[[nodiscard]] std::string dutch_date(Date date);

// Every command that any step may name, without "zorgkluis".
[[nodiscard]] std::vector<std::string_view> commands_named();

} // namespace zk::care::check
