#include "core/typed_answer.hpp"

#include "core/shown.hpp"
#include "core/typed_number.hpp"

#include <cmath>

namespace danloi {

namespace {

std::string date_fault(const Question& question, const std::string& typed, Date today) {
    const TypedDate read = read_day(question, typed, today);
    switch (read.fault) {
        case DateFault::none: break;
        case DateFault::unreadable: return "question.error.date";
        case DateFault::no_year:
        case DateFault::short_year: return "question.error.date_year";
        case DateFault::month: return "question.error.date_month";
        case DateFault::day: return "question.error.date_day";
        case DateFault::lunar: return "question.error.date_lunar";
    }
    const double days = days_between(today, *read.date);
    const bool outside = (question.range.min && days < *question.range.min) || (question.range.max && days > *question.range.max);
    return outside ? "question.error.date_range" : "";
}

std::string number_fault(const Question& question, const std::string& typed) {
    const auto number = parse_typed_number(typed);
    if (!number) return "question.error.number";
    const bool outside = (question.range.min && *number < *question.range.min) || (question.range.max && *number > *question.range.max);
    return outside ? "question.error.range" : "";
}

std::string typed_in(const State& state, const Question& question) {
    const Dossier* dossier = open_dossier(state);
    if (dossier == nullptr) return {};
    const auto found = dossier->answers.find(question.id);
    const auto* typed = found == dossier->answers.end() ? nullptr : std::get_if<std::string>(&found->second);
    return typed == nullptr ? std::string{} : *typed;
}

std::string day_understood(const State& state, const Question& question, const std::string& typed) {
    const TypedDate read = read_day(question, typed, state.today);
    if (!read.date) return {};
    const Wording& wording = state.content->wording;
    const std::string day = shown_day_in_words(*read.date, wording);
    return read.new_month ? wording.say("question.date.solar", {{"date", day}}) : day;
}

}  // namespace

TypedDate read_day(const Question& question, std::string_view typed, Date today) {
    DateBounds bounds;
    if (question.range.min) bounds.first = add_days(today, static_cast<std::int64_t>(*question.range.min));
    if (question.range.max) bounds.last = add_days(today, static_cast<std::int64_t>(*question.range.max));
    return read_typed_date(typed, today, bounds);
}

std::string typed_fault(const Question& question, const std::string& typed, Date today) {
    if (question.kind == QuestionKind::date) return date_fault(question, typed, today);
    if (question.kind == QuestionKind::number) return number_fault(question, typed);
    return typed.empty() ? "question.error.text" : "";
}

std::string fault_in_words(const State& state, const Question& question) {
    if (state.error.empty() || !state.content) return {};
    const auto bound = [&](const std::optional<double>& b) {
        return b ? grouped(static_cast<std::int64_t>(*b), state.lang) : std::string{"…"};
    };
    const std::string min = bound(question.range.min);
    const std::string max = bound(question.range.max);
    const Wording& wording = state.content->wording;
    if (state.error != "question.error.date_day") return wording.say(state.error, {{"min", min}, {"max", max}});
    const TypedDate read = read_day(question, typed_in(state, question), state.today);
    if (read.fault != DateFault::day) return wording.say("question.error.date");
    const DateParts& parts = read.parts;
    // Without a year only February is not sure, and a year with a 29th of it is the kinder one.
    const int days = days_in_month(parts.year == 0 ? 2000 : parts.year, parts.month);
    const std::string month = wording.say("date.month." + std::to_string(parts.month));
    const std::string name = parts.year == 0 ? month : wording.say("date.month_year", {{"month", month}, {"year", std::to_string(parts.year)}});
    return wording.say(state.error, {{"month", name}, {"days", std::to_string(days)}});
}

std::string understood(const State& state, const Question& question, const std::string& typed) {
    if (!state.content) return {};
    if (question.kind == QuestionKind::date) return day_understood(state, question, typed);
    const auto number = question.kind == QuestionKind::number ? parse_typed_number(typed) : std::nullopt;
    return number && std::abs(*number) >= 1000 ? grouped_number(*number, state.lang) : std::string{};
}

std::string settled_day(const Question& question, const std::string& typed, Date today) {
    if (question.kind != QuestionKind::date) return {};
    const TypedDate read = read_day(question, typed, today);
    return read.date && !read.settled ? date_text(to_iso(*read.date)) : std::string{};
}

}  // namespace danloi
