// Choosing the answers that explore walks through.
#include "core/explore_answers.hpp"

#include "core/guide_slots.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace danloi {

namespace {

constexpr int usual_age_days = 30;
constexpr double most_days_away = 80'000;  // beyond, a number in a rule cannot be meant as days
constexpr double most_years_away = 150;

std::vector<Answer> option_answers(const Question& question) {
    std::vector<Answer> answers;
    for (const Option& option : question.options) answers.emplace_back(option.value);
    return answers;
}

std::vector<Answer> many_answers(const Question& question) {
    std::vector<Answer> answers{std::vector<std::string>{}};
    std::vector<std::string> all;
    for (const Option& option : question.options) {
        answers.emplace_back(std::vector<std::string>{option.value});
        all.push_back(option.value);
    }
    answers.emplace_back(std::move(all));
    return answers;
}

void add_around(std::vector<Date>& days, Date day) {
    for (const int step : {-1, 0, 1}) days.push_back(add_days(day, step));
}

std::vector<Answer> date_answers(const Question& question, const Thresholds& thresholds, Date today) {
    std::vector<Date> days{add_days(today, -usual_age_days)};
    for (const double number : thresholds.numbers) {
        const int whole = static_cast<int>(std::clamp(std::floor(number), -most_days_away, most_days_away));
        if (thresholds.counts_days) add_around(days, add_days(today, -whole));
        if (thresholds.counts_days) add_around(days, add_days(today, whole));
        if (thresholds.counts_years && std::abs(number) <= most_years_away) add_around(days, add_years(today, -whole));
    }
    for (const Date day : thresholds.dates) add_around(days, day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<Answer> answers;
    for (const Date day : days) {
        const int away = days_between(today, day);
        if (question.range.min && away < *question.range.min) continue;
        if (question.range.max && away > *question.range.max) continue;
        answers.emplace_back(to_iso(day));
    }
    if (answers.empty())
        answers.emplace_back(
            to_iso(add_days(today, std::llround(question.range.min.value_or(question.range.max.value_or(0))))));
    return answers;
}

std::vector<Answer> number_answers(const Question& question, const Thresholds& thresholds) {
    const double least = question.range.min.value_or(std::min(0.0, question.range.max.value_or(0.0)));
    std::vector<double> numbers{least, question.range.max.value_or(std::max(1.0, least))};
    for (const double number : thresholds.numbers)
        for (const double step : {-1.0, 0.0, 1.0}) numbers.push_back(number + step);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<Answer> answers;
    for (const double number : numbers)
        if (number >= least && number <= question.range.max.value_or(number)) answers.emplace_back(number);
    return answers;
}

// What the rules that look at this answer alone make of it; nullopt when some rule looks at others with it, for then
// answers cannot be told apart by it. Deadlines count from a day, whichever it is: they do not tell days apart.
std::optional<std::string> effect_of(const RuleStudy& study, std::size_t question, const Answer& answer, Date today) {
    const Procedure& p = study.procedure();
    Arena arena;
    std::vector<Slot> slots(p.questions.size() + p.facts.size(), Slot{Value::null(), Slot::Known::absent});
    slots[question] = {rule_value(p.questions[question], answer, p.rules, arena), Slot::Known::known};
    std::string effect;
    for (std::uint32_t i = 0; i < p.rules.size(); ++i) {
        const std::string& pointer = study.pointer(RuleId{i});
        const bool starts_deadline = pointer.rfind("/deadlines/", 0) == 0 && pointer.find("/from") != std::string::npos;
        if (starts_deadline || !study.sees_value_of(RuleId{i}, question)) continue;
        if (p.rules.names_read(RuleId{i}).size() != 1 || p.rules.names_read(RuleId{i}).front() != question)
            return std::nullopt;
        const RuleResult result = evaluate(p.rules, RuleId{i}, {.slots = slots, .today = today}, arena);
        effect += value_to_json(result.value).dump() + ' ';
    }
    return effect;
}

// Answers that no rule can tell apart lead to the same place: one of them is enough.
void merge_alike(const RuleStudy& study, std::size_t question, Date today, std::vector<Answer>& answers) {
    std::vector<std::string> effects;
    const auto known = [&](const Answer& answer) {
        auto effect = effect_of(study, question, answer, today);
        if (!effect) return false;
        if (std::find(effects.begin(), effects.end(), *effect) != effects.end()) return true;
        effects.push_back(std::move(*effect));
        return false;
    };
    std::erase_if(answers, known);
}

std::vector<Answer> known_answers(const RuleStudy& study, std::size_t index, Date today) {
    const Question& question = study.procedure().questions[index];
    std::vector<Answer> answers;
    switch (question.kind) {
        case QuestionKind::choice: return option_answers(question);
        case QuestionKind::many: return many_answers(question);
        case QuestionKind::yes_no: return {Answer{true}, Answer{false}};
        case QuestionKind::date: answers = date_answers(question, study.thresholds(index), today); break;
        case QuestionKind::number: answers = number_answers(question, study.thresholds(index)); break;
        case QuestionKind::text: return {Answer{std::string{"An"}}};
        case QuestionKind::place: return {Answer{std::string{"00004"}}};
    }
    merge_alike(study, index, today, answers);
    return answers;
}

}  // namespace

std::vector<Answer> standing_answers(const RuleStudy& study, std::size_t question, Date today) {
    std::vector<Answer> answers = known_answers(study, question, today);
    if (!study.is_read(question)) answers.resize(std::min<std::size_t>(answers.size(), 1));
    else if (study.procedure().questions[question].unknown_allowed) answers.emplace_back(Unknown{});
    return answers;
}

std::string written(const Answer& answer) {
    if (const auto* flag = std::get_if<bool>(&answer)) return *flag ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&answer)) return *text;
    if (const auto* number = std::get_if<double>(&answer)) {
        const auto whole = static_cast<std::int64_t>(*number);
        return static_cast<double>(whole) == *number ? std::to_string(whole) : std::to_string(*number);
    }
    const auto* list = std::get_if<std::vector<std::string>>(&answer);
    if (list == nullptr) return "null";
    std::string text;
    for (const std::string& item : *list) text += (text.empty() ? "" : ", ") + item;
    return '[' + text + ']';
}

}  // namespace danloi
