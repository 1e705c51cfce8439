// Proofs about sentences: short enough to be read once, and translated.
#include "core/procedure_check_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

constexpr std::size_t most_words = 30;  // Vietnamese words as written: syllables between blanks

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == ';' || c == ':'; }

// Words of the longest sentence. A point inside a number ("8.000") ends nothing, because no blank follows it.
std::size_t longest_sentence(std::string_view text) {
    std::size_t longest = 0;
    std::size_t words = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != ' ') continue;
        if (i > 0 && text[i - 1] != ' ') ++words;
        longest = std::max(longest, words);
        if (i > 0 && ends_sentence(text[i - 1])) words = 0;
    }
    return longest;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Official names of laws and forms are as long as they are.
bool is_official_name(const std::string& pointer) {
    return (pointer.rfind("/laws/", 0) == 0 || pointer.rfind("/forms/", 0) == 0) &&
           pointer.find("/title") != std::string::npos;
}

// An example of what to write on a form, like a person's name, stays as it is in every language.
bool is_sample(const std::string& pointer) { return pointer.find("/sample") != std::string::npos; }

}  // namespace

void check_text(const Text& text, const Place& place, Problems& problems) {
    constexpr std::string_view to_be_written = "✎";  // as in procedures/schema/new.json
    if (text.vi.rfind(to_be_written, 0) == 0 || text.en.rfind(to_be_written, 0) == 0) {
        problems.push_back(place.problem("this is still the scaffold's text", "Write your own words, without the ✎."));
        return;
    }
    const std::size_t words = longest_sentence(text.vi);
    if (words > most_words && !is_official_name(place.pointer()))
        problems.push_back(
            (place / "vi")
                .problem("a sentence has " + std::to_string(words) + " words",
                         "Make sentences of at most 30 words: split it in two, or leave something out."));
    if (!text.vi.empty() && text.en == text.vi && !is_ascii(text.vi) && !is_sample(place.pointer()))
        problems.push_back((place / "en").problem("the English text is the Vietnamese one again", "Translate it."));
}

}  // namespace danloi
