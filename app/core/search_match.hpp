// How one typed word is compared with the words of the catalogue: typing errors, Telex keys, missing spaces.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// A word of a shown text: its folded letters and where it stands, in bytes [begin, end).
struct TextWord {
    std::string folded;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The words of `text` with their places, for marking them. `text` is NFC.
std::vector<TextWord> words_with_places(std::string_view text);

/// The folded words of `text`.
std::vector<std::string> folded_words(std::string_view text);

/// Typing errors forgiven in a word of `length` letters: none below 4, one from 4, two from 8.
std::size_t allowed_errors(std::size_t length);

/// Number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, or `limit + 1`
/// as soon as it is known to be more than `limit`. With `prefix`, `b` may go on after the match, as while typing.
/// Both are folded ASCII words.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit, bool prefix);

/// A folded word typed with Telex keys while the input method was off ("keets" -> "ket", "ddawng" -> "dang").
/// Returns `word` itself when it holds no such keys.
std::string without_telex(std::string_view word);

/// Splits of a word typed without spaces into words of `vocabulary` (sorted): "khaisinh" -> khai, sinh. The last
/// piece may be the beginning of a word. Fewest pieces first, at most `most` splits of at most 8 pieces each;
/// empty when there is none.
std::vector<std::vector<std::string>> splits(std::string_view word, const std::vector<std::string>& vocabulary,
                                             std::size_t most);

}  // namespace danloi
