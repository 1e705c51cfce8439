// Running rules: the named operators on dates and places. What is not a date gives null, never a guess.
#include <cmath>

#include "core/rule_coerce.hpp"
#include "core/rule_run.hpp"

namespace danloi {
namespace {

std::optional<Date> date_in(const Value& value) {
    if (!value.is_text()) return std::nullopt;
    if (value.size == 10) return parse_iso(value.text());
    const auto moment = parse_date_time(value.text());
    return moment ? std::optional{moment->day} : std::nullopt;
}

}  // namespace

RuleRun::Day RuleRun::day_arg(const RuleNode& node, std::uint32_t index) {
    if (nodes_[node.first + index].op == RuleOp::today) return {input_.today, Doubt::none};
    const Value value = arg(node, index);
    return {date_in(value), value.doubt};
}

Value RuleRun::date_text(const std::optional<Date>& date, Doubt doubt) {
    if (!date) return derived({}, doubt);
    const auto letters = arena_.array<char>(10);
    write_iso(*date, letters.data());
    return derived(Value::of(std::string_view{letters.data(), letters.size()}), doubt);
}

Value RuleRun::named(const RuleNode& node) {
    if (node.op == RuleOp::today) return date_text(input_.today, Doubt::none);
    const Day first = day_arg(node, 0);
    if (node.op == RuleOp::date) return date_text(first.date, first.doubt);
    const Day second = day_arg(node, 1);
    const Doubt doubt = stronger(first.doubt, second.doubt);
    if (!first.date || !second.date) return derived({}, doubt);
    if (node.op == RuleOp::days_between) return derived(Value::of(days_between(*first.date, *second.date)), doubt);
    const int age = age_at(*first.date, *second.date);
    return derived(age < 0 ? Value{} : Value::of(age), doubt);
}

Value RuleRun::add_working_days(const RuleNode& node) {
    const Day from = day_arg(node, 0);
    const Value count = operand(node, 1);
    const Doubt doubt = stronger(from.doubt, count.doubt);
    const double days = count.is_null() ? std::nan("") : to_number(count);
    constexpr double most = 5'000;
    if (!from.date || !(std::abs(days) <= most) || std::trunc(days) != days) return derived({}, doubt);
    if (!charge(static_cast<std::size_t>(std::abs(days)) * 4)) return {};
    static const Calendar weekends_only;
    const Calendar& calendar = input_.calendar != nullptr ? *input_.calendar : weekends_only;
    return date_text(calendar.add_working_days(*from.date, static_cast<int>(days)), doubt);
}

Value RuleRun::in_place(const RuleNode& node) {
    const Value unit = operand(node, 0);
    const Value area = operand(node, 1);
    const Doubt doubt = stronger(unit.doubt, area.doubt);
    if (!unit.is_text() || !area.is_text()) return derived(Value::of(false), doubt);
    const UnitTree* tree = input_.units;
    const bool lies_in = unit.text() == area.text() ||
                         (tree != nullptr && tree->lies_in != nullptr && tree->lies_in(tree->context, unit.text(), area.text()));
    return derived(Value::of(lies_in), doubt);
}

}  // namespace danloi
