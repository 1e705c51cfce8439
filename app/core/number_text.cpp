// Natively with the C++ library; in the browser web/core_numbers.cpp asks the page, whose own spelling this is.
#include "core/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace danloi {

namespace {

/// Shortest digits of a finite number above 0, and where its point stands: 0.DIGITS times ten to the `point`.
struct Digits {
    std::string digits;
    int point = 0;
};

Digits digits_of(double number) {
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific);
    const std::string_view text{buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data())};
    const std::size_t e = text.find('e');
    Digits found{std::string{text.substr(0, 1)}, 0};
    if (e > 2) found.digits += text.substr(2, e - 2);
    const std::string_view exponent = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), found.point);
    ++found.point;
    return found;
}

std::string positive_number_text(double number) {
    const auto [digits, point] = digits_of(number);
    const int length = static_cast<int>(digits.size());
    const auto zeros = [](int count) { return std::string(static_cast<std::size_t>(count), '0'); };
    if (point > 21 || point < -5) {
        const std::string rest = length > 1 ? "." + digits.substr(1) : "";
        return digits.substr(0, 1) + rest + "e" + (point > 0 ? "+" : "-") + std::to_string(std::abs(point - 1));
    }
    if (point <= 0) return "0." + zeros(-point) + digits;
    if (length <= point) return digits + zeros(point - length);
    return digits.substr(0, static_cast<std::size_t>(point)) + "." + digits.substr(static_cast<std::size_t>(point));
}

}  // namespace

std::string number_text(double number) {
    if (std::isnan(number)) return "NaN";
    if (number == 0) return "0";
    if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
    return number > 0 ? positive_number_text(number) : "-" + positive_number_text(-number);
}

double read_decimal(std::string_view text) { return std::strtod(std::string{text}.c_str(), nullptr); }

}  // namespace danloi
