// Unicode text: validity, the composed form (NFC) of Vietnamese and other Latin letters, and search keys.
//  [x] every letter with a canonical decomposition in Latin-1, Latin Extended-A, -B and Additional
//  [ ] other scripts pass through unchanged: no procedure uses them
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// Byte offset of the first byte that breaks UTF-8 (overlong forms, surrogates, above U+10FFFF, cut sequences);
/// nullopt when the text is valid.
std::optional<std::size_t> invalid_utf8_at(std::string_view text);
inline bool is_utf8(std::string_view text) { return !invalid_utf8_at(text); }

/// The code point at `at`, moving `at` past it. A broken sequence gives U+FFFD and moves at least one byte.
/// `at` must be less than the text's size.
char32_t take_code_point(std::string_view text, std::size_t& at);

/// Appends one code point as UTF-8; a surrogate or a value above U+10FFFF appends U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// The text with each broken sequence replaced by U+FFFD; valid text comes back unchanged.
std::string well_formed(std::string_view text);

/// Number of code points; a broken sequence counts as one.
std::size_t count_code_points(std::string_view text);

/// Canonical composition (NFC) for Latin letters with any order of marks that Unicode calls equal,
/// e.g. e + dot below + circumflex and ê + dot below both give ệ. Broken bytes become U+FFFD.
std::string nfc(std::string_view text);

/// Whether `nfc` would leave the text as it is. Broken UTF-8 is not NFC.
bool is_nfc(std::string_view text);

/// Search key: lower-case ASCII letters and digits without tone or letter marks (đ gives d, ß gives ss); everything
/// else becomes single spaces; none at either end. "Đăng ký khai sinh" gives "dang ky khai sinh".
std::string fold(std::string_view text);

/// The words of a folded text, as views into it.
std::vector<std::string_view> words(std::string_view folded);

}  // namespace danloi
