// Running rules: cat and substr.
#include <algorithm>
#include <cmath>

#include "core/rule_coerce.hpp"
#include "core/rule_run.hpp"
#include "core/text.hpp"

namespace danloi {
namespace {

/// Where a start or length asked for as a number lies between 0 and `most`; NaN counts as 0.
std::size_t clamped(double number, std::size_t most) {
    if (std::isnan(number) || number <= 0) return 0;
    return number >= static_cast<double>(most) ? most : static_cast<std::size_t>(number);
}

/// `count` code points of the text from the `start`-th on.
std::string_view code_points(std::string_view text, std::size_t start, std::size_t count) {
    std::size_t from = 0;
    for (; start > 0 && from < text.size(); --start) take_code_point(text, from);
    std::size_t to = from;
    for (; count > 0 && to < text.size(); --count) take_code_point(text, to);
    return text.substr(from, to - from);
}

}  // namespace

Value RuleRun::keep_text(std::string_view text) {
    if (text.size() > limits::string_bytes || !charge(text.size())) return fail();
    return Value::of(arena_.copy(text));
}

Value RuleRun::cat(const RuleNode& node) {
    std::string joined;
    Doubt doubt = Doubt::none;
    for (std::uint32_t i = 0; i < node.count; ++i) {
        const Value part = operand(node, i);
        doubt = stronger(doubt, part.doubt);
        joined += to_joined_text(part);
        if (failed_ || joined.size() > limits::string_bytes) return fail();
    }
    return derived(keep_text(joined), doubt);
}

Value RuleRun::substr(const RuleNode& node) {
    const Value source = operand(node, 0);
    const Value start = operand(node, 1);
    const Value length = operand(node, 2);
    const Doubt doubt = stronger(source.doubt, stronger(start.doubt, length.doubt));
    const std::string text = to_text(source);
    const std::size_t size = count_code_points(text);
    const double asked = std::trunc(to_number(start));
    const std::size_t from = clamped(asked < 0 ? static_cast<double>(size) + asked : asked, size);
    const std::size_t left = size - from;
    std::size_t count = left;
    if (node.count > 2) {
        const double wanted = std::trunc(to_number(length));
        count = clamped(wanted < 0 ? static_cast<double>(left) + wanted : wanted, left);  // negative: up to so many before the end
    }
    return derived(keep_text(code_points(text, from, count)), doubt);
}

}  // namespace danloi
