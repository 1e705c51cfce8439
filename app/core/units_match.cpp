// See units_match.hpp.
#include "core/units_match.hpp"

#include "core/search_match.hpp"
#include "core/units_names.hpp"

#include <array>
#include <utility>

namespace danloi::place_match {
namespace {

constexpr std::size_t most_words = 12;

/// How `word` stands in `key`: name_word as a whole word, name_part as a beginning, 0 not at all.
int word_in(std::string_view key, const Typed& typed) {
    int best = 0;
    for (std::size_t at = key.find(typed.word); at != std::string_view::npos; at = key.find(typed.word, at + 1)) {
        if (at > 0 && key[at - 1] != ' ') continue;
        const std::size_t end = at + typed.word.size();
        if (end == key.size() || key[end] == ' ') return name_word;
        if (typed.unfinished) best = name_part;
    }
    return best;
}

/// "govap" against "go vap": the key without its spaces begins with the word.
bool begins_squeezed(std::string_view key, std::string_view word) {
    if (word.size() < 5) return false;
    std::size_t at = 0;
    for (const char c : key) {
        if (c == ' ') continue;
        if (at == word.size()) break;
        if (c != word[at++]) return false;
    }
    return at == word.size();
}

bool is_number(std::string_view word) { return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos; }

/// "quận 1" is not "phường 1": a number belongs to the kind typed before it.
bool number_of_other_kind(const std::vector<Typed>& typed, std::size_t i, std::string_view kind) {
    return i > 0 && is_number(typed[i].word) && typed[i - 1].kind && kind.find(typed[i - 1].word) == std::string_view::npos;
}

bool stands_around(const Around& around_it, const std::vector<Typed>& typed, std::size_t i) {
    if (around_it.key.empty() || typed[i].kind_only || number_of_other_kind(typed, i, around_it.kind)) return false;
    if ((around_it.bits >> i & 1U) != 0 || word_in(around_it.key, typed[i]) > 0) return true;
    return begins_squeezed(around_it.key, typed[i].word) || is_initials(around_it.key, typed[i].word);
}

/// Whether the words that stood in the name, one after the other, are the whole name or its beginning.
int phrase_bonus(std::string_view name, const std::vector<Typed>& typed, std::uint32_t in_name) {
    std::string phrase;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if ((in_name >> i & 1U) == 0) continue;
        if (!phrase.empty()) phrase += ' ';
        phrase += typed[i].word;
    }
    if (phrase == name) return whole_name;
    return name.substr(0, phrase.size()) == phrase ? name_begins : 0;
}

/// How the typed word `i` stands in the unit's own name; 0 when it rather is its kind, district or province.
int own_score(const Candidate& it, const std::vector<Typed>& typed, std::size_t i, std::uint32_t taken) {
    if (typed[i].kind_only || (taken >> i & 1U) != 0 || number_of_other_kind(typed, i, it.kind)) return 0;
    int own = word_in(it.name, typed[i]);
    if (own == 0 && begins_squeezed(it.name, typed[i].word)) own = name_part;
    // "xã" before "Xá Lượng" is the kind, not the name, whenever the unit is of that kind.
    const bool fits = typed[i].kind && it.kind.find(typed[i].word) != std::string_view::npos;
    return fits && own < name_word ? 0 : own;
}

void add_word(std::vector<Typed>& out, std::string_view word) { out.push_back({std::string(word), is_kind_word(word)}); }

void add_kind(std::vector<Typed>& out, std::string_view kind) {
    for (std::string& word : folded_words(kind)) out.push_back({std::move(word), true, true});
}

/// Writes out what people shorten: "p12" "p 12" -> phuong 12, "q1" -> quan 1, "tp hcm" "tphcm" -> thanh pho hcm.
/// A single letter at the end stays: it is the beginning of a word.
void add_expanded(std::vector<Typed>& out, std::string_view word, bool last) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> shortened{{{"p", "phuong"}, {"q", "quan"}, {"h", "huyen"},
        {"x", "xa"}, {"tt", "thi tran"}, {"tx", "thi xa"}, {"tp", "thanh pho"}}};
    const std::string_view letters = word.substr(0, word.find_first_of("0123456789"));
    const std::string_view number = word.substr(letters.size());
    for (const auto& [letters_of, kind] : shortened) {
        if (letters != letters_of || (last && word.size() == 1)) continue;
        add_kind(out, kind);
        if (!number.empty()) add_word(out, number);
        return;
    }
    const bool city = word.size() > 3 && word.substr(0, 2) == "tp" && word.find_first_of("aeiouy") == std::string_view::npos;
    if (city) add_kind(out, "thanh pho");
    add_word(out, city ? word.substr(2) : word);
}

}  // namespace

std::vector<Typed> typed_words(std::string_view query) {
    std::vector<Typed> out;
    const std::vector<std::string> parts = folded_words(place_key(query));
    for (std::size_t i = 0; i < parts.size() && out.size() < most_words; ++i) add_expanded(out, parts[i], i + 1 == parts.size());
    if (!out.empty()) out.back().unfinished = true;
    return out;
}

std::uint32_t phrase_bits(const std::vector<Typed>& typed, std::string_view key) {
    for (std::size_t first = 0; first < typed.size(); ++first) {
        std::string_view rest = key;
        std::uint32_t bits = 0;
        for (std::size_t i = first; i < typed.size(); ++i) {
            const std::string& word = typed[i].word;
            if (typed[i].kind_only || rest.substr(0, word.size()) != word) break;
            bits |= 1U << i;
            rest.remove_prefix(word.size());
            if (rest.empty()) return bits;
            if (rest.front() != ' ') break;
            rest.remove_prefix(1);
        }
    }
    return 0;
}

bool is_initials(std::string_view key, std::string_view word) {
    if (word.size() < 2) return false;
    std::size_t at = 0;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (i > 0 && key[i - 1] != ' ') continue;
        if (at == word.size() || key[i] != word[at++]) return false;
    }
    return at == word.size();
}

std::optional<Match> match(const Candidate& it, const std::vector<Typed>& typed) {
    Match out;
    std::uint32_t in_name = 0;
    // Words that name the whole district or province are not also looked for in the name: "ha noi" is no "Hạ Bằng".
    std::uint32_t taken = it.district.bits | it.province.bits;
    if ((phrase_bits(typed, it.name) & taken) != 0) taken = 0;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (const int own = own_score(it, typed, i, taken); own > 0) {
            out.score += own;
            in_name |= 1U << i;
        } else if (stands_around(it.district, typed, i)) {
            out.score += around;
            out.by_district = true;
        } else if (stands_around(it.province, typed, i)) {
            out.score += around;
        } else if (!typed[i].kind) {
            return std::nullopt;
        } else if (it.kind.find(typed[i].word) != std::string_view::npos) {
            out.score += kind_fits;
        } else {
            out.other_kind = true;
        }
    }
    out.by_name = in_name != 0;
    // "vinh long" says the province; that a district had the same name is no reason to put it first.
    if (out.by_district && (it.district.bits & ~it.province.bits) != 0) out.score += whole_district;
    if (out.by_name) out.score += phrase_bonus(it.name, typed, in_name);
    return out;
}

}  // namespace danloi::place_match
