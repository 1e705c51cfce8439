// See search.hpp. Two passes: the index gives every entry a rough score; then the best are compared with the
// query as a phrase, because "đăng ký kết hôn" typed in full must come before anything that only shares its words.
#include "core/search.hpp"

#include "core/search_match.hpp"
#include "core/search_terms.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace danloi {
namespace {

constexpr std::size_t most_words = 16;
constexpr std::size_t most_ranked = 96;
// Entries that answer less than this of the query, or less than this share of what the best one does, are noise.
constexpr double least_score = 0.12;
constexpr double best_share = 0.25;

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

/// The query as one phrase: as typed, without filler words, and without spaces.
struct Phrase {
    std::string typed, plain, squeezed;
};

Phrase phrase_of(const std::vector<std::string>& query) {
    std::vector<std::string> meant;
    for (const std::string& word : query)
        if (!is_filler(word)) meant.push_back(word);
    // "Sổ đỏ" ends in what folds to a filler word; "so" alone would mean anything.
    if (meant.size() < 2 && !query.empty() && is_filler(query.back())) meant = query;
    return {joined(query, " "), joined(meant, " "), joined(query, "")};
}

// A title's beginning (0.86) stays ahead of a whole alias (0.8), so that what is officially called so comes first.
constexpr double whole = 1, begins = 0.86, squeezed_begins = 0.7, part = 0.4;
constexpr double plain_title_share = 0.9, alias_share = 0.8, other_language = 0.9, without_fillers = 0.95;

/// How `phrase` stands in `name`, both folded: all of it, its beginning, a part from a word's beginning, or 0.
double phrase_match(std::string_view name, std::string_view phrase) {
    if (phrase.empty() || phrase.size() > name.size()) return 0;
    if (name == phrase) return whole;
    if (name.substr(0, phrase.size()) == phrase) return begins;
    return name.find(" " + std::string(phrase)) != std::string_view::npos ? part : 0;
}

double phrase_match(std::string_view name, const Phrase& phrase) {
    const std::vector<std::string> parts = folded_words(name);
    const std::string spaced = joined(parts, " ");
    const double best = std::max(phrase_match(spaced, phrase.typed), without_fillers * phrase_match(spaced, phrase.plain));
    if (best >= without_fillers) return best;
    const std::string squeezed = joined(parts, "");
    if (squeezed == phrase.squeezed) return without_fillers;
    return squeezed.compare(0, phrase.squeezed.size(), phrase.squeezed) == 0 ? std::max(best, squeezed_begins) : best;
}

double phrase_score(const CatalogueEntry& entry, const Phrase& phrase, std::string_view lang) {
    const bool english = lang == "en";
    const double vi = english ? other_language : 1.0, en = english ? 1.0 : other_language;
    const auto either = [&](const Text& text) { return std::max(vi * phrase_match(text.vi, phrase), en * phrase_match(text.en, phrase)); };
    double best = std::max({phrase_match(entry.title.in(lang), phrase), either(entry.title), plain_title_share * either(entry.plain_title)});
    for (const std::string& alias : entry.aliases_vi) best = std::max(best, alias_share * vi * phrase_match(alias, phrase));
    for (const std::string& alias : entry.aliases_en) best = std::max(best, alias_share * en * phrase_match(alias, phrase));
    return best;
}

/// What the index alone says: the weighted share of the query each entry answers.
std::vector<Hit> rough_hits(const std::vector<SearchTerm>& terms, std::size_t entries) {
    double total = 0;
    for (const SearchTerm& term : terms) total += term.weight;
    std::vector<Hit> hits;
    double best = 0;
    for (std::size_t entry = 0; entry < entries; ++entry) {
        double score = 0;
        for (const SearchTerm& term : terms) score += term.weight * double(term.quality[entry]);
        score /= total;
        if (score <= 0) continue;
        hits.push_back({entry, score});
        best = std::max(best, score);
    }
    const double least = std::max(least_score, best * best_share);
    std::erase_if(hits, [&](const Hit& hit) { return hit.score < least; });
    return hits;
}

// Rounded, because the logarithm may differ in its last bit between machines and must not change the order.
double rounded(double score) { return std::round(score * 1e6) / 1e6; }

void order(const Catalogue& catalogue, std::vector<Hit>& hits, std::size_t limit) {
    const auto better = [&](const Hit& a, const Hit& b) {
        if (a.score != b.score) return a.score > b.score;
        return catalogue.entries[a.entry].id < catalogue.entries[b.entry].id;
    };
    const std::size_t kept = std::min(limit, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + std::ptrdiff_t(kept), hits.end(), better);
    hits.resize(kept);
}

/// Words of the title that some word of the query stood for; a run of initials marks nothing.
std::vector<std::pair<std::size_t, std::size_t>> highlights(std::string_view title, const std::vector<std::string>& matched) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (const TextWord& word : words_with_places(title))
        if (std::binary_search(matched.begin(), matched.end(), word.folded)) out.emplace_back(word.begin, word.end);
    return out;
}

}  // namespace

std::vector<Hit> search(const Catalogue& catalogue, const SearchIndex& index, std::string_view query,
                        std::string_view lang, std::size_t limit) {
    std::vector<std::string> typed = folded_words(query);
    if (typed.size() > most_words) typed.resize(most_words);
    if (typed.empty() || limit == 0 || index.entries == 0) return {};

    std::vector<SearchTerm> terms;
    std::vector<std::string> matched;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        terms.push_back(search_term(index, typed[i], lang == "en", i + 1 == typed.size()));
        matched.insert(matched.end(), terms.back().matched.begin(), terms.back().matched.end());
    }
    std::sort(matched.begin(), matched.end());

    std::vector<Hit> hits = rough_hits(terms, index.entries);
    for (Hit& hit : hits) hit.score = rounded(hit.score);
    order(catalogue, hits, most_ranked);
    const Phrase phrase = phrase_of(typed);
    for (Hit& hit : hits) hit.score = rounded(hit.score + 3 * phrase_score(catalogue.entries[hit.entry], phrase, lang));
    order(catalogue, hits, limit);
    for (Hit& hit : hits) hit.highlights = highlights(catalogue.entries[hit.entry].title.in(lang), matched);
    return hits;
}

std::vector<Hit> search(const Catalogue& catalogue, std::string_view query, std::string_view lang, std::size_t limit) {
    return search(catalogue, make_search_index(catalogue), query, lang, limit);
}

}  // namespace danloi
