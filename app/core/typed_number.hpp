// Numbers and money as people in Viet Nam write them: "1.500.000", "1 500 000", "2,5", "1,5 triệu", "500 nghìn", "500k".
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace danloi {

/// Dots and spaces mark thousands, in groups of three; a comma is the decimal mark, and so is one dot with no such group behind it
/// ("1.5 triệu"). Several commas mark thousands, as in English. Nothing when it cannot be sure, as in "1,500".
[[nodiscard]] std::optional<double> parse_typed_number(std::string_view text);

/// With thousands marked and the decimal mark of the language: "1.500.000", "2,5" ("1,500,000", "2.5" in English).
[[nodiscard]] std::string grouped_number(double number, std::string_view lang);

}  // namespace danloi
