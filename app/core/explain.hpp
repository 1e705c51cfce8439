// Hard words explained where they stand: the glossary of one language as the page has it, and which of its words a page uses.
#pragma once
#include "core/screen.hpp"

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
};

/// A spelling of the word with this index.
struct HardForm {
    std::string_view text;
    std::size_t word = 0;
};

struct HardWords {
    std::vector<HardWord> words;
    std::vector<HardForm> forms;  ///< longest first; they point into `words`
};

/// Reads {"format":1,"words":[["trích lục","meaning",["trích lục","Trích lục"]],..]}; null when it is not that.
[[nodiscard]] std::shared_ptr<const HardWords> load_hard_words(std::string_view bytes);

/// Indexes of the words that `text` uses, in the order of their first use. Words are whole; of two that overlap the longer counts.
[[nodiscard]] std::vector<std::size_t> hard_words_in(const HardWords& words, std::string text);

/// Everything that these blocks say, one text a line.
[[nodiscard]] std::string text_of(const std::vector<Block>& blocks);

}  // namespace danloi
