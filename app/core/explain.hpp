// Hard words explained where they stand: the glossary of one language as the page has it, and which of its words a page uses.
#pragma once
#include "core/screen.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// One word with every spelling under which it occurs (capital letters included).
struct HardWord {
    std::string term;
    std::string meaning;
    std::vector<std::string> forms;
    std::string plain;  ///< the meaning in a few words, or empty
};

/// A spelling of the word with this index.
struct HardForm {
    std::string_view text;
    std::size_t word = 0;
};

struct HardWords {
    std::vector<HardWord> words;
    std::vector<HardForm> forms;  ///< by first byte, then longest first; they point into `words`
    std::array<std::uint16_t, 257> first{};  ///< where in `forms` those with this first byte begin
};

/// Reads {"format":1,"words":[["trích lục","meaning",["trích lục","Trích lục"],"plain words"?],..]}; null when it is not that.
[[nodiscard]] std::shared_ptr<const HardWords> load_hard_words(std::string_view bytes);

/// Indexes of the words that `text` uses, in the order of their first use. Words are whole; of two that begin at one place the
/// longer counts, and what lies inside it is not a word of its own.
[[nodiscard]] std::vector<std::size_t> hard_words_in(const HardWords& words, std::string_view text);

/// Everything that these blocks say, one text a line.
[[nodiscard]] std::string text_of(const std::vector<Block>& blocks);

/// Puts the plain words of each hard word, in parentheses, after the first place where it stands in the texts of text_of. Parentheses
/// of the text itself are left alone, and so is the disclosure with the id "words".
void add_plain_words(const HardWords& words, std::vector<Block>& blocks);

}  // namespace danloi
