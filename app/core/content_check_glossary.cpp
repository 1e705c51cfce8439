// Proof that the glossary explains words that are there, each once and briefly.
#include "core/content_check.hpp"

#include "core/procedure_check_parts.hpp"
#include "core/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace danloi {

namespace {

using nlohmann::json;

// The small letter of a Latin letter; tone marks stay.
char32_t small(char32_t letter) {
    const auto between = [letter](char32_t first, char32_t last) { return first <= letter && letter <= last; };
    if (between('A', 'Z') || (between(0xC0, 0xDE) && letter != 0xD7)) return letter + 32;
    // In these blocks a capital stands at an even number and its small letter follows.
    if (between(0x100, 0x137) || between(0x1A0, 0x1A5) || between(0x1E00, 0x1EFF)) return letter | 1U;
    return letter == 0x1AF ? 0x1B0 : letter;
}

std::size_t letters_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

// Whatever search would keep is part of a word.
bool in_word(std::string_view letter) { return !fold(letter).empty(); }

void collect_vietnamese(const json& node, std::string& out) {
    if (!node.is_structured()) return;
    for (const auto& [key, value] : node.items()) {
        if (key == "vi" && value.is_string()) out += in_words(value.get_ref<const std::string&>());
        else collect_vietnamese(value, out);
    }
}

bool occurs(const GlossaryTerm& term, const std::vector<std::string>& definitions) {
    std::vector<std::string> spellings{in_words(term.term.vi)};
    for (const std::string& form : term.forms_vi) spellings.push_back(in_words(form));
    return std::any_of(definitions.begin(), definitions.end(), [&](const std::string& text) {
        return std::any_of(spellings.begin(), spellings.end(), [&](const std::string& spelling) { return text.find(spelling) != std::string::npos; });
    });
}

Place place_of(const GlossaryTerm& term, const json& whole, const std::string& file) {
    const json& terms = whole["terms"];
    const auto at = std::find_if(terms.begin(), terms.end(), [&](const json& one) { return one.is_object() && one.value("id", json{}) == term.id; });
    return Place{file} / "terms" / static_cast<std::size_t>(at - terms.begin());
}

/// Spelling -> the id of the term that has it, to find spellings that stand there twice.
using Spellings = std::map<std::string, std::string>;

void check_spelling(const std::string& spelling, const GlossaryTerm& term, const Place& place, Spellings& seen, Problems& problems) {
    const auto [at, fresh] = seen.emplace(in_words(spelling), term.id);
    // Within one term a form may differ in its hyphens only.
    if (!fresh && at->second != term.id)
        problems.push_back(place.problem("\"" + spelling + "\" is explained by \"" + at->second + "\" too", "Keep it in one of the two."));
}

void check_spellings(const GlossaryTerm& term, const Place& place, Spellings& vi, Spellings& en, Problems& problems) {
    check_spelling(term.term.vi, term, place / "term" / "vi", vi, problems);
    check_spelling(term.term.en, term, place / "term" / "en", en, problems);
    for (std::size_t i = 0; i < term.forms_vi.size(); ++i) check_spelling(term.forms_vi[i], term, place / "forms" / "vi" / i, vi, problems);
    for (std::size_t i = 0; i < term.forms_en.size(); ++i) check_spelling(term.forms_en[i], term, place / "forms" / "en" / i, en, problems);
}

void check_plain_one(const std::string& plain, const std::string& term, const Place& place, Problems& problems) {
    constexpr std::size_t most_letters = 60;
    if (letters_of(plain) > most_letters)
        problems.push_back(place.problem("the plain words have more than 60 letters", "Two to seven words; leave \"plain\" out where that cannot be."));
    if (plain.find_first_of("()") != std::string::npos)
        problems.push_back(place.problem("the plain words have parentheses", "They stand in parentheses themselves: leave those out."));
    if (in_words(plain) == in_words(term))
        problems.push_back(place.problem("the plain words are the word itself", "Say it in words that people use, or leave \"plain\" out."));
}

void check_plain(const GlossaryTerm& term, const Place& place, Problems& problems) {
    if (term.plain.empty()) return;
    check_text(term.plain, place, problems);
    check_plain_one(term.plain.vi, term.term.vi, place / "vi", problems);
    check_plain_one(term.plain.en, term.term.en, place / "en", problems);
}

}  // namespace

std::string in_words(std::string_view text) {
    std::string out = " ";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t letter = take_code_point(text, at);
        if (in_word(text.substr(begin, at - begin))) append_utf8(out, small(letter));
        else if (out.back() != ' ') out += ' ';
    }
    if (out.back() != ' ') out += ' ';
    return out;
}

std::string vietnamese_words(const json& definition) {
    std::string out;
    collect_vietnamese(definition, out);
    return out;
}

void check_glossary(const std::vector<GlossaryTerm>& terms, const json& whole, const std::string& file,
                    const std::vector<std::string>& definitions, Problems& problems) {
    Spellings vi;
    Spellings en;
    for (const GlossaryTerm& term : terms) {
        const Place place = place_of(term, whole, file);
        check_text(term.meaning, place / "meaning", problems);
        check_plain(term, place / "plain", problems);
        check_spellings(term, place, vi, en, problems);
        if (!occurs(term, definitions))
            problems.push_back(place.problem("\"" + term.term.vi + "\" occurs in no definition",
                                             "Remove it, or add the spelling that occurs to its \"forms\"."));
    }
}

}  // namespace danloi
