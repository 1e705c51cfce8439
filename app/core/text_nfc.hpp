// Letters and marks, for text.cpp: what a Latin letter is made of.
#pragma once

namespace danloi {

/// U+0300 to U+036F without U+034F, which only keeps its neighbours apart.
bool is_combining_mark(char32_t code_point);

/// The letter without any mark: ệ gives e. Other code points come back unchanged.
char32_t base_letter(char32_t code_point);

}  // namespace danloi
