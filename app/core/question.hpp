// One question of a procedure's definition, as procedure.hpp holds it.
#pragma once
#include "core/multilingual.hpp"
#include "core/rule.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// From `date` on the answer is typed or looked up in a field.
enum class QuestionKind : std::uint8_t { choice, many, yes_no, date, number, text, place };

/// One answer of a choice; `value` is what rules compare with.
struct Option {
    std::string value;
    Text label;
    std::optional<Text> hint;
};

/// Bounds of a number, or of a date as days from today (negative is the past).
struct Range {
    std::optional<double> min;
    std::optional<double> max;
};

/// Whose data an answer is: of the person who fills in, or of somebody else.
enum class About : std::uint8_t { self, other };

/// One question to the citizen. A yesNo answer is the boolean true or false in rules.
struct Question {
    std::string id;
    NameId name = 0;
    QuestionKind kind = QuestionKind::choice;
    Text text;
    Text why;
    std::optional<Text> help;
    std::vector<Option> options;
    std::optional<RuleId> ask_if;
    bool personal = false;
    bool unknown_allowed = true;
    std::string purpose;
    About about = About::other;
    Range range;
};

/// Whether its answer is typed or looked up in a field.
[[nodiscard]] inline bool is_typed(const Question& question) { return question.kind >= QuestionKind::date; }

/// Whether one of the question's options has this value.
[[nodiscard]] inline bool offers(const Question& question, std::string_view value) {
    for (const Option& option : question.options)
        if (option.value == value) return true;
    return false;
}

}  // namespace danloi
