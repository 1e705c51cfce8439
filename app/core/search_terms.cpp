// See search_terms.hpp.
#include "core/search_terms.hpp"

#include "core/search_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace danloi {
namespace {

constexpr double unknown_word_weight = 0.35;
constexpr double filler_weight = 0.12;

// Words of a sentence around the thing meant ("cho tôi hỏi thủ tục xin ... ở đâu"); they count little, so that
// whole sentences work. Folded and sorted.
constexpr std::array<std::string_view, 52> fillers{
    "a", "ai", "anh", "ban", "bao", "bi", "can", "cach", "cai", "chi", "cho", "co", "cua", "cung", "dau", "de",
    "di", "do", "duoc", "em", "for", "gi", "giup", "hoi", "how", "i", "in", "is", "khi", "la", "lam", "minh",
    "moi", "muon", "my", "nao", "nhu", "o", "of", "on", "phai", "ra", "sao", "the", "thi", "thu", "to", "toi",
    "tuc", "va", "voi", "xin"};

struct Searcher {
    const SearchIndex& index;
    bool english;  ///< the language being shown

    [[nodiscard]] double field_weight(unsigned fields) const;
    void add_word(SearchTerm& term, std::size_t word, double quality) const;
    bool add_exact_and_prefix(SearchTerm& term, std::string_view text, double scale, bool last) const;
    void add_fuzzy(SearchTerm& term, bool last) const;
    void add_splits(SearchTerm& term) const;
    void add_initials(SearchTerm& term, std::string_view letters) const;
    void weigh(SearchTerm& term) const;
};

double Searcher::field_weight(unsigned fields) const {
    const auto best = [](unsigned bits) {
        if (bits & unsigned(SearchField::title)) return 1.0;
        if (bits & unsigned(SearchField::plain_title)) return 0.95;
        if (bits & unsigned(SearchField::alias)) return 0.85;
        return bits ? 0.3 : 0.0;
    };
    const unsigned vi = fields & 0x0fU, en = fields >> english_shift;
    return english ? std::max(best(en), 0.9 * best(vi)) : std::max(best(vi), 0.9 * best(en));
}

void Searcher::add_word(SearchTerm& term, std::size_t word, double quality) const {
    for (std::uint32_t at = index.first_posting[word]; at < index.first_posting[word + 1]; ++at) {
        const Posting& posting = index.postings[at];
        float& best = term.quality[posting.entry];
        best = std::max(best, float(quality * field_weight(posting.fields)));
    }
    term.matched.push_back(index.vocabulary[word]);
}

/// True when `text` itself is a known word.
bool Searcher::add_exact_and_prefix(SearchTerm& term, std::string_view text, double scale, bool last) const {
    const auto& words = index.vocabulary;
    const auto from = std::lower_bound(words.begin(), words.end(), text);
    const bool exact = from != words.end() && *from == text;
    const std::size_t least = last ? 1 : 2;
    for (auto at = from; at != words.end() && std::string_view(*at).substr(0, text.size()) == text; ++at) {
        if (at->size() == text.size()) {
            add_word(term, std::size_t(at - words.begin()), scale);
        } else if (text.size() >= least) {
            const double typed = double(text.size()) / double(at->size());
            add_word(term, std::size_t(at - words.begin()), scale * ((last ? 0.7 : 0.5) + 0.2 * typed));
        }
    }
    return exact;
}

void Searcher::add_fuzzy(SearchTerm& term, bool last) const {
    const std::size_t limit = allowed_errors(term.text.size());
    if (limit == 0) return;
    for (std::size_t word = 0; word < index.vocabulary.size(); ++word) {
        const std::string& candidate = index.vocabulary[word];
        if (candidate.size() + limit < term.text.size()) continue;
        const std::size_t whole = edit_distance(term.text, candidate, limit, false);
        if (whole == 0) continue;
        if (whole <= limit) add_word(term, word, whole == 1 ? 0.6 : 0.45);
        else if (last && edit_distance(term.text, candidate, limit, true) <= limit) add_word(term, word, 0.4);
    }
}

/// "khaisinh": an entry answers as well as it answers its weakest piece.
void Searcher::add_splits(SearchTerm& term) const {
    for (const auto& pieces : splits(term.text, index.vocabulary, 3)) {
        std::vector<float> weakest(index.entries, 1.0F);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            SearchTerm piece{pieces[i], 1, std::vector<float>(index.entries, 0.0F)};
            add_exact_and_prefix(piece, piece.text, 0.95, i + 1 == pieces.size());
            for (std::size_t entry = 0; entry < index.entries; ++entry)
                weakest[entry] = std::min(weakest[entry], piece.quality[entry]);
            term.matched.insert(term.matched.end(), piece.matched.begin(), piece.matched.end());
        }
        for (std::size_t entry = 0; entry < index.entries; ++entry)
            term.quality[entry] = std::max(term.quality[entry], weakest[entry]);
    }
}

/// True when `part` is what is left of `whole` after leaving letters out, keeping the first and the last.
bool abbreviates(std::string_view part, std::string_view whole) {
    if (part.size() < 3 || part.front() != whole.front() || part.back() != whole.back()) return false;
    std::size_t at = 0;
    for (const char c : whole)
        if (at < part.size() && part[at] == c) ++at;
    return at == part.size();
}

/// "gks", "dkkh": first letters of a name, all of them or a run of them.
void Searcher::add_initials(SearchTerm& term, std::string_view letters) const {
    if (letters.size() < 2 || letters.size() > 12) return;
    for (const Initials& name : index.initials) {
        const std::string_view whole = std::string_view(index.initials_text).substr(name.begin, name.size);
        double quality = 0;
        if (whole == letters) quality = 0.9;
        else if (whole.substr(0, letters.size()) == letters) quality = 0.7;
        else if (letters.size() >= 2 && whole.find(letters) != std::string_view::npos) quality = 0.6;
        else if (abbreviates(letters, whole)) quality = 0.45;
        if (quality == 0) continue;
        float& best = term.quality[name.entry];
        best = std::max(best, float(quality * field_weight(name.fields)));
    }
}

/// Words that few entries hold say more about what is meant.
void Searcher::weigh(SearchTerm& term) const {
    const auto found = std::count_if(term.quality.begin(), term.quality.end(), [](float q) { return q > 0; });
    const double all = double(index.entries);
    const double rarity = std::log(1.0 + all / (1.0 + double(found))) / std::log(1.0 + all);
    term.weight = found == 0 ? unknown_word_weight : std::clamp(rarity, 0.3, 1.0);
    if (is_filler(term.text)) term.weight = filler_weight;
}

}  // namespace

bool is_filler(std::string_view word) { return std::find(fillers.begin(), fillers.end(), word) != fillers.end(); }

SearchTerm search_term(const SearchIndex& index, std::string text, bool english, bool last) {
    const Searcher searcher{index, english};
    SearchTerm term{std::move(text), 1, std::vector<float>(index.entries, 0.0F)};
    if (!searcher.add_exact_and_prefix(term, term.text, 1.0, last)) {
        const std::string plain = without_telex(term.text);
        searcher.add_fuzzy(term, last);
        searcher.add_splits(term);
        searcher.add_initials(term, term.text);
        if (plain != term.text) {
            searcher.add_exact_and_prefix(term, plain, 0.9, last);
            searcher.add_initials(term, plain);
        }
    }
    searcher.weigh(term);
    return term;
}

}  // namespace danloi
