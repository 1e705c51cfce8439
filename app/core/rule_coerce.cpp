#include "core/rule_coerce.hpp"

#include "core/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace danloi {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int deepest = 64;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\n\r\v\f";
    const std::size_t from = text.find_first_not_of(blanks);
    if (from == text.npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

std::size_t count_digits(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

bool has_sign(std::string_view text, std::size_t at) { return at < text.size() && (text[at] == '+' || text[at] == '-'); }

/// Length of the exponent ("e-7") at `at`, 0 when there is none.
std::size_t exponent_length(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return 0;
    const std::size_t sign = has_sign(text, at + 1) ? 1 : 0;
    const std::size_t digits = count_digits(text, at + 1 + sign);
    return digits == 0 ? 0 : 1 + sign + digits;
}

/// A number read from the start of a text.
struct Prefix {
    double number = not_a_number;
    std::size_t length = 0;
};

Prefix decimal_prefix(std::string_view text) {
    const std::size_t sign = has_sign(text, 0) ? 1 : 0;
    if (text.substr(sign, 8) == "Infinity") return {text[0] == '-' ? -infinity : infinity, sign + 8};
    const std::size_t whole = count_digits(text, sign);
    std::size_t end = sign + whole;
    std::size_t fraction = 0;
    if (end < text.size() && text[end] == '.') {
        fraction = count_digits(text, end + 1);
        if (whole + fraction > 0) end += 1 + fraction;
    }
    if (whole + fraction == 0) return {};
    end += exponent_length(text, end);
    return {read_decimal(text.substr(0, end)), end};
}

/// 0x, 0o and 0b numbers; nullopt when the text has no such prefix.
std::optional<double> based_number(std::string_view text) {
    if (text.size() < 2 || text[0] != '0') return std::nullopt;
    const char mark = static_cast<char>(text[1] | 0x20);
    const int base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    if (base == 0) return std::nullopt;
    double number = text.size() > 2 ? 0 : not_a_number;
    for (const char letter : text.substr(2)) {
        const char low = static_cast<char>(letter | 0x20);
        const int digit = is_digit(letter) ? letter - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : 99;
        if (digit >= base) return not_a_number;
        number = number * base + digit;
    }
    return number;
}

double text_to_number(std::string_view text) {
    const std::string_view body = trimmed(text);
    if (body.empty()) return 0;
    if (const auto number = based_number(body)) return *number;
    const Prefix prefix = decimal_prefix(body);
    return prefix.length == body.size() ? prefix.number : not_a_number;
}

void append_text(std::string& out, const Value& value, int depth);

void append_joined(std::string& out, std::span<const Value> list, int depth) {
    if (depth > deepest) return;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) out += ',';
        if (!list[i].is_null()) append_text(out, list[i], depth + 1);
    }
}

void append_text(std::string& out, const Value& value, int depth) {
    switch (value.type) {
        case Value::Type::null: out += "null"; return;
        case Value::Type::undefined: out += "undefined"; return;
        case Value::Type::boolean: out += value.boolean ? "true" : "false"; return;
        case Value::Type::number: out += number_text(value.number); return;
        case Value::Type::text: out += value.text(); return;
        case Value::Type::list: append_joined(out, value.list(), depth); return;
        case Value::Type::object: out += "[object Object]"; return;
    }
}

bool is_compound(const Value& value) { return value.type == Value::Type::list || value.type == Value::Type::object; }

bool same_text(const Value& a, const Value& b) {
    if (a.symbol != 0 && b.symbol != 0) return a.symbol == b.symbol;
    return a.text() == b.text();
}

/// -1, 0, 1, or 2 when the two cannot be ordered.
int order(const Value& a, const Value& b) {
    const bool texts = (a.is_text() || is_compound(a)) && (b.is_text() || is_compound(b));
    if (texts) {
        const int result = to_text(a).compare(to_text(b));
        return (result > 0) - (result < 0);
    }
    const double x = to_number(a);
    const double y = to_number(b);
    if (std::isnan(x) || std::isnan(y)) return 2;
    return (x > y) - (x < y);
}

int order_fast(const Value& a, const Value& b) {
    if (a.is_number() && b.is_number() && a.number == a.number && b.number == b.number) {
        return (a.number > b.number) - (a.number < b.number);
    }
    return order(a, b);
}

}  // namespace

double to_number(const Value& value) {
    switch (value.type) {
        case Value::Type::null: return 0;
        case Value::Type::boolean: return value.boolean ? 1 : 0;
        case Value::Type::number: return value.number;
        case Value::Type::text: return text_to_number(value.text());
        case Value::Type::list: return text_to_number(to_text(value));
        default: return not_a_number;
    }
}

double parse_float(const Value& value) {
    if (value.is_number()) return value.number;
    if (value.is_text()) return decimal_prefix(trimmed(value.text())).number;
    return value.is_list() ? decimal_prefix(trimmed(to_text(value))).number : not_a_number;
}

std::string to_text(const Value& value) {
    std::string out;
    append_text(out, value, 0);
    return out;
}

std::string to_joined_text(const Value& value) { return value.is_null() ? std::string{} : to_text(value); }

bool strictly_equal(const Value& a, const Value& b) {
    if (a.type != b.type) return false;
    switch (a.type) {
        case Value::Type::boolean: return a.boolean == b.boolean;
        case Value::Type::number: return a.number == b.number;
        case Value::Type::text: return same_text(a, b);
        case Value::Type::list: return a.elements == b.elements && a.size == b.size;
        case Value::Type::object: return a.members == b.members && a.size == b.size;
        default: return true;
    }
}

bool loosely_equal(const Value& a, const Value& b) {
    if (a.type == b.type) return strictly_equal(a, b);
    if (a.is_null() || b.is_null()) return a.is_null() && b.is_null();
    if (is_compound(a) && is_compound(b)) return false;
    if (is_compound(a)) return loosely_equal(Value::of(std::string_view{to_text(a)}), b);
    if (is_compound(b)) return loosely_equal(a, Value::of(std::string_view{to_text(b)}));
    return to_number(a) == to_number(b);
}

bool is_less(const Value& a, const Value& b) { return order_fast(a, b) == -1; }

bool is_less_or_equal(const Value& a, const Value& b) {
    const int result = order_fast(a, b);
    return result == -1 || result == 0;
}

}  // namespace danloi
