// Decimal numbers as text and back: the way JavaScript writes them, which JSON and JsonLogic share.
#pragma once
#include <string>
#include <string_view>

namespace danloi {

/// The shortest text that reads back as the same number, spelled as JavaScript's String(number): "0.1", "1e+21", "NaN".
[[nodiscard]] std::string number_text(double number);

/// The number nearest to `text`, infinite when it is too great. `text` must be digits with an optional sign, fraction and
/// exponent ("-12.5e3"), which callers have checked letter by letter.
[[nodiscard]] double read_decimal(std::string_view text);

}  // namespace danloi
