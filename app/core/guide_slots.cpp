// The answers of a dossier as the slots that rules read.
#include "core/guide_slots.hpp"

#include "core/typed_date.hpp"
#include "core/typed_number.hpp"

#include <algorithm>
#include <array>

namespace danloi {

namespace {

Value date_value(std::string_view typed, Arena& arena) {
    const auto date = parse_typed_date(typed);
    if (!date) return Value::null();
    std::array<char, 10> iso{};
    write_iso(*date, iso.data());
    return Value::of(arena.copy({iso.data(), iso.size()}));
}

Value text_value(const Question& question, std::string_view text, const RuleBook& book, Arena& arena) {
    if (question.kind == QuestionKind::date) return date_value(text, arena);
    if (question.kind != QuestionKind::number) return book.symbol_for(text);
    const auto number = parse_typed_number(text);
    return number ? Value::of(*number) : Value::null();
}

Value list_value(const std::vector<std::string>& items, const RuleBook& book, Arena& arena) {
    const auto values = arena.array<Value>(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) values[i] = book.symbol_for(items[i]);
    return Value::of(std::span<const Value>{values.data(), values.size()});
}

Applies applies_of(const Verdict& verdict) {
    if (!verdict.certain) return Applies::perhaps;
    return verdict.holds ? Applies::yes : Applies::no;
}

}  // namespace

Value rule_value(const Question& question, const Answer& answer, const RuleBook& book, Arena& arena) {
    if (const auto* flag = std::get_if<bool>(&answer)) return Value::of(*flag);
    if (const auto* number = std::get_if<double>(&answer)) return Value::of(*number);
    if (const auto* text = std::get_if<std::string>(&answer)) return text_value(question, *text, book, arena);
    if (const auto* list = std::get_if<std::vector<std::string>>(&answer)) return list_value(*list, book, arena);
    return Value::null();
}

GuideSlots::GuideSlots(const Procedure& procedure, const Dossier& dossier, const GuideInput& input)
    : procedure_(procedure), dossier_(dossier), input_(input),
      slots_(procedure.questions.size() + procedure.facts.size(), Slot{Value::null(), Slot::Known::open}) {
    asked_.reserve(procedure.questions.size());
    for (const PlanStep& step : procedure.plan) {
        if (step.is_fact) fill_fact(step.index);
        else fill_question(step.index);
    }
}

RuleInput GuideSlots::rule_input() const {
    return {.slots = slots_, .today = input_.today, .calendar = input_.calendar, .units = input_.units, .data = nullptr};
}

void GuideSlots::fill_question(std::size_t index) {
    const Question& question = procedure_.questions[index];
    Slot& slot = slots_[index];
    if (question.ask_if) {
        const Verdict ask = decide(procedure_.rules, *question.ask_if, rule_input(), temporaries_);
        if (!ask.holds) {
            // Not asked now. Only a settled "no" makes the answer absent; otherwise it may still be asked.
            slot.known = ask.certain ? Slot::Known::absent : Slot::Known::open;
            return;
        }
    }
    asked_.push_back(index);
    const auto found = dossier_.answers.find(question.id);
    if (found == dossier_.answers.end()) return;
    slot.value = rule_value(question, found->second, procedure_.rules, answers_);
    if (!slot.value.is_null()) slot.known = Slot::Known::known;
}

void GuideSlots::fill_fact(std::size_t index) {
    const Fact& fact = procedure_.facts[index];
    Slot& slot = slots_[procedure_.questions.size() + index];
    const RuleResult result = evaluate(procedure_.rules, fact.rule, rule_input(), answers_);
    slot.value = result.value;
    slot.known = result.certain && !result.failed ? Slot::Known::known : Slot::Known::open;
    if (slot.known == Slot::Known::known) return;
    if (const auto flag = dossier_.carried_flags.find(fact.name); flag != dossier_.carried_flags.end())
        slot = {Value::of(flag->second), Slot::Known::known};
    else if (const auto text = dossier_.carried_values.find(fact.name); text != dossier_.carried_values.end())
        slot = {procedure_.rules.symbol_for(text->second), Slot::Known::known};
}

Applies GuideSlots::applies(const std::optional<RuleId>& rule) {
    if (!rule) return Applies::yes;
    temporaries_.reset();
    return applies_of(decide(procedure_.rules, *rule, rule_input(), temporaries_));
}

RuleResult GuideSlots::value_of(RuleId rule) {
    temporaries_.reset();
    return evaluate(procedure_.rules, rule, rule_input(), temporaries_);
}

bool GuideSlots::answered(std::size_t question) const {
    return dossier_.answers.find(procedure_.questions[question].id) != dossier_.answers.end();
}

std::optional<std::size_t> GuideSlots::next() const {
    const auto found = std::find_if(asked_.begin(), asked_.end(), [&](std::size_t q) { return !answered(q); });
    return found == asked_.end() ? std::nullopt : std::optional{*found};
}

Why GuideSlots::why(RuleId rule) const {
    std::vector<char> behind(slots_.size(), 0);
    mark_behind(rule, behind);
    Why why;
    for (std::size_t question = 0; question < procedure_.questions.size(); ++question) {
        if (behind[question] == 0) continue;
        if (slots_[question].known == Slot::Known::known) why.answered.push_back(question);
        if (slots_[question].known == Slot::Known::open) why.open.push_back(question);
    }
    return why;
}

void GuideSlots::mark_behind(RuleId rule, std::vector<char>& behind) const {
    for (const NameId name : procedure_.rules.names_read(rule)) {
        if (name >= behind.size() || behind[name] != 0) continue;
        behind[name] = 1;
        if (name >= procedure_.questions.size()) mark_behind(procedure_.facts[name - procedure_.questions.size()].rule, behind);
    }
}

}  // namespace danloi
