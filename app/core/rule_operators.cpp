#include "core/rule_operators.hpp"

#include <algorithm>
#include <array>

namespace danloi {
namespace {

constexpr std::array operators{
    Operator{"var", RuleOp::var},
    Operator{"missing", RuleOp::missing},
    Operator{"missing_some", RuleOp::missing_some},
    Operator{"if", RuleOp::if_},
    Operator{"?:", RuleOp::if_},
    Operator{"==", RuleOp::equal},
    Operator{"===", RuleOp::same},
    Operator{"!=", RuleOp::unequal},
    Operator{"!==", RuleOp::not_same},
    Operator{"!", RuleOp::not_},
    Operator{"!!", RuleOp::truth},
    Operator{"or", RuleOp::or_},
    Operator{"and", RuleOp::and_},
    Operator{">", RuleOp::greater},
    Operator{">=", RuleOp::greater_equal},
    Operator{"<", RuleOp::less},
    Operator{"<=", RuleOp::less_equal},
    Operator{"max", RuleOp::max},
    Operator{"min", RuleOp::min},
    Operator{"+", RuleOp::add},
    Operator{"-", RuleOp::subtract},
    Operator{"*", RuleOp::multiply},
    Operator{"/", RuleOp::divide},
    Operator{"%", RuleOp::modulo},
    Operator{"map", RuleOp::map},
    Operator{"filter", RuleOp::filter},
    Operator{"reduce", RuleOp::reduce},
    Operator{"all", RuleOp::all},
    Operator{"none", RuleOp::none},
    Operator{"some", RuleOp::some},
    Operator{"merge", RuleOp::merge},
    Operator{"in", RuleOp::in},
    Operator{"cat", RuleOp::cat},
    Operator{"substr", RuleOp::substr},
    Operator{"log", RuleOp::log},
    Operator{"today", RuleOp::today, 0, 0},
    Operator{"date", RuleOp::date, 1, 1},
    Operator{"daysBetween", RuleOp::days_between, 2, 2},
    Operator{"addWorkingDays", RuleOp::add_working_days, 2, 2},
    Operator{"ageAt", RuleOp::age_at, 2, 2},
    Operator{"inPlace", RuleOp::in_place, 2, 2},
};

}  // namespace

const Operator* find_operator(std::string_view name) {
    const auto found = std::find_if(operators.begin(), operators.end(), [&](const Operator& one) { return one.name == name; });
    return found == operators.end() ? nullptr : &*found;
}

std::string operator_names() {
    std::string names;
    for (const Operator& one : operators) names += (names.empty() ? "" : ", ") + std::string{one.name};
    return names;
}

}  // namespace danloi
