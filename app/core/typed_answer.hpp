// What is typed into a question's field: what it says, what is wrong with it, and how it is shown back.
#pragma once
#include "core/state.hpp"
#include "core/typed_date.hpp"

#include <string>

namespace danloi {

/// Reads a day with the bounds of its question.
[[nodiscard]] TypedDate read_day(const Question& question, std::string_view typed, Date today);

/// The wording key of what is wrong with what was typed, or empty.
[[nodiscard]] std::string typed_fault(const Question& question, const std::string& typed, Date today);

/// The shown question's fault in words, with its bounds and what was read; empty when there is none.
[[nodiscard]] std::string fault_in_words(const State& state, const Question& question);

/// What was understood, in words, so that a mistake is seen: "Thứ Năm, ngày 3 tháng 9 năm 2026". Empty when there is nothing to say.
[[nodiscard]] std::string understood(const State& state, const Question& question, const std::string& typed);

/// A day that depends on when it is read ("hôm nay") as one that does not ("22/11/2026"); empty for anything else.
[[nodiscard]] std::string settled_day(const Question& question, const std::string& typed, Date today);

}  // namespace danloi
