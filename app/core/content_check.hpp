// The proofs about what surrounds the definitions: glossary, letters that the font can draw, tone of the app's sentences.
#pragma once
#include "core/glossary.hpp"
#include "core/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace danloi {

/// The letters that the page's font has, as ranges of code points.
using Letters = std::vector<std::pair<char32_t, char32_t>>;

/// Reads content/letters.txt, the list the font is cut to: "U+0020-007E,U+00A0" and so on; "#" begins a remark.
[[nodiscard]] Letters read_letters(std::string_view bytes, const std::string& file, Problems& problems);

/// Reports each text in `json` with a letter that the font has not, once for each such letter.
void check_letters(const nlohmann::json& json, const std::string& file, const Letters& letters, Problems& problems);

/// The words of a text in small letters, with tone marks, each between blanks: " đăng ký khai sinh ".
[[nodiscard]] std::string in_words(std::string_view text);

/// The Vietnamese texts of a definition, each through in_words.
[[nodiscard]] std::string vietnamese_words(const nlohmann::json& definition);

/// Reports terms that occur in none of the `definitions` (vietnamese_words), terms and forms that stand in the glossary
/// twice, sentences that are too long, and plain words that are not short or say nothing. `json` is the file `terms` was read from.
void check_glossary(const std::vector<GlossaryTerm>& terms, const nlohmann::json& json, const std::string& file,
                    const std::vector<std::string>& definitions, Problems& problems);

/// Whether the sentence with this key of content/ui.json tells that something went wrong.
[[nodiscard]] bool tells_a_fault(std::string_view key);

/// Each sentence that tells that something went wrong says why, what to do next, and says it politely, in both languages
/// and without blaming anybody; the sentences of courtesy and the one that asks permission are there.
void check_tone(const nlohmann::json& strings, const std::string& file, Problems& problems);

}  // namespace danloi
