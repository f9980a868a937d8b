// questions: the 19 questions of the white paper's check, in its exact wording, and their four categories.
// Used by the whole check, by its report and by the screens.
// Always: 19 questions in the order of the paper; the Dutch wording is that of the paper, to the letter.
// An attacker gains nothing: this is print.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace zk::care::check {

// The paragraph of AVG art. 83 under which a fine for this matter would fall: a maximum, never a forecast.
enum class FineParagraph : std::uint8_t { four = 4, five = 5 };

struct Question {
    std::string_view id;
    std::string_view category;
    std::string_view text;
    std::string_view text_en;
    FineParagraph fine;
};

inline constexpr std::size_t k_question_count = 19;

[[nodiscard]] std::span<Question const, k_question_count> questions();
// Null when there is no such question.
[[nodiscard]] Question const* find_question(std::string_view id);

} // namespace zk::care::check
