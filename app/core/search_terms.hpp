// One typed word and how well each entry of the catalogue answers it.
#pragma once
#include "core/search_index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// A word of the query looked up in the index.
struct SearchTerm {
    std::string text{};
    double weight = 1;                    ///< how much it says: rare words more, filler words little
    std::vector<float> quality{};         ///< by entry, 0 (not at all) to 1 (the very word, in the title)
    std::vector<std::string> matched{};   ///< words of the vocabulary it stood for, for the highlights
};

/// Words of a sentence around the thing meant: "cho tôi hỏi thủ tục ... ở đâu", "how do I get the ...". Folded.
bool is_filler(std::string_view word);

/// Looks `text` (folded) up: as it is, as the beginning of a word, with typing errors, with Telex keys, without
/// spaces, as initials. `last` is the word still being typed, so that its beginning counts almost like the whole.
SearchTerm search_term(const SearchIndex& index, std::string text, bool english, bool last);

}  // namespace danloi
