// Running rules: arithmetic, with JavaScript's conversions.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/rule_coerce.hpp"
#include "core/rule_run.hpp"

namespace danloi {

Value RuleRun::arithmetic(const RuleNode& node) {
    const Value first = operand(node, 0);
    Doubt doubt = first.doubt;
    if (node.op == RuleOp::add || node.op == RuleOp::multiply) {
        const bool add = node.op == RuleOp::add;
        if (!add && node.count < 2) return first;  // JsonLogic hands a single factor back as it is
        double total = node.count > 0 ? parse_float(first) : 0;
        for (std::uint32_t i = 1; i < node.count; ++i) {
            const Value next = operand(node, i);
            doubt = stronger(doubt, next.doubt);
            total = add ? total + parse_float(next) : total * parse_float(next);
        }
        return derived(Value::of(total), doubt);
    }
    if (node.op == RuleOp::subtract && node.count < 2) return derived(Value::of(-to_number(first)), doubt);
    const Value second = operand(node, 1);
    doubt = stronger(doubt, second.doubt);
    const double a = to_number(first);
    const double b = to_number(second);
    if (node.op == RuleOp::subtract) return derived(Value::of(a - b), doubt);
    if (node.op == RuleOp::modulo) return derived(Value::of(std::fmod(a, b)), doubt);
    // Division by zero is defined for doubles (infinity or NaN), but sanitizers flag the plain operator.
    if (b == 0) {
        const bool no_number = a == 0 || std::isnan(a);
        const double infinity = std::numeric_limits<double>::infinity();
        const bool negative = std::signbit(a) != std::signbit(b);
        return derived(Value::of(no_number ? std::numeric_limits<double>::quiet_NaN() : negative ? -infinity : infinity), doubt);
    }
    return derived(Value::of(a / b), doubt);
}

Value RuleRun::extreme(const RuleNode& node) {
    const bool max = node.op == RuleOp::max;
    double best = max ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    Doubt doubt = Doubt::none;
    for (std::uint32_t i = 0; i < node.count; ++i) {
        const Value value = operand(node, i);
        const double number = to_number(value);
        doubt = stronger(doubt, value.doubt);
        if (std::isnan(number) || std::isnan(best)) best = std::numeric_limits<double>::quiet_NaN();
        else best = max ? std::max(best, number) : std::min(best, number);
    }
    return derived(Value::of(best), doubt);
}

}  // namespace danloi
