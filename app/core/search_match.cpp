// See search_match.hpp.
#include "core/search_match.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace danloi {
namespace {

// Longer words are compared by equality and beginning only; no Vietnamese syllable and few English words are longer.
constexpr std::size_t longest_fuzzy = 24;
constexpr std::size_t most_pieces = 8;
constexpr std::size_t shortest_split = 4;

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

using Row = std::array<std::size_t, longest_fuzzy + 2>;

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// Depth-first search for splits. The budget keeps a long meaningless word from costing more than a keystroke may.
struct Splitter {
    const std::vector<std::string>& vocabulary;
    std::size_t most;
    std::size_t budget = 20'000;
    std::vector<std::string> so_far{};
    std::vector<std::vector<std::string>> out{};

    void end_with(std::string_view rest) {
        const auto at = std::lower_bound(vocabulary.begin(), vocabulary.end(), rest);
        if (at == vocabulary.end() || !begins_with(*at, rest)) return;
        out.push_back(so_far);
        out.back().emplace_back(rest);
    }

    void split(std::string_view rest, std::size_t pieces) {
        if (pieces == 1) return end_with(rest);
        for (std::size_t length = rest.size() - pieces + 1; length > 0; --length) {
            if (out.size() >= most || budget == 0) return;
            --budget;
            const std::string_view head = rest.substr(0, length);
            if (!std::binary_search(vocabulary.begin(), vocabulary.end(), head)) continue;
            so_far.emplace_back(head);
            split(rest.substr(length), pieces - 1);
            so_far.pop_back();
        }
    }
};

}  // namespace

std::vector<TextWord> words_with_places(std::string_view text) {
    std::vector<TextWord> out;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        take_code_point(text, at);
        const std::string letter = fold(text.substr(begin, at - begin));
        if (letter.empty()) {
            inside = false;
            continue;
        }
        if (!inside) out.push_back({{}, begin, at});
        inside = true;
        out.back().folded += letter;
        out.back().end = at;
    }
    return out;
}

std::vector<std::string> folded_words(std::string_view text) {
    const std::string folded = fold(text);
    const std::vector<std::string_view> views = words(folded);
    return {views.begin(), views.end()};
}

std::size_t allowed_errors(std::size_t length) {
    if (length >= 8) return 2;
    return length >= 4 ? 1 : 0;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit, bool prefix) {
    if (a.size() > longest_fuzzy) return a == b || (prefix && begins_with(b, a)) ? 0 : limit + 1;
    if (prefix && b.size() > a.size() + limit) b = b.substr(0, a.size() + limit);
    if (b.size() > longest_fuzzy || b.size() + limit < a.size() || a.size() + limit < b.size()) return limit + 1;

    Row before{}, previous{}, current{};
    for (std::size_t i = 0; i <= a.size(); ++i) previous[i] = i;
    std::size_t best = previous[a.size()];
    for (std::size_t j = 1; j <= b.size(); ++j) {
        current[0] = j;
        std::size_t lowest = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t replaced = previous[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[i] = std::min({previous[i] + 1, current[i - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) current[i] = std::min(current[i], before[i - 2] + 1);
            lowest = std::min(lowest, current[i]);
        }
        best = prefix ? std::min(best, current[a.size()]) : current[a.size()];
        if (lowest > limit + 1) break;  // a swap may still come back from one above the limit
        before = previous;
        previous = current;
    }
    return std::min(best, limit + 1);
}

std::string without_telex(std::string_view word) {
    std::string out;
    for (const char c : word) {
        const bool doubled = !out.empty() && out.back() == c && std::string_view("aeod").find(c) != std::string_view::npos;
        const bool horn = c == 'w' && !out.empty() && std::string_view("aou").find(out.back()) != std::string_view::npos;
        if (!doubled && !horn) out += c;
    }
    const bool tone = out.size() > 1 && std::string_view("sfrxj").find(out.back()) != std::string_view::npos;
    if (tone && std::any_of(out.begin(), out.end() - 1, is_vowel)) out.pop_back();
    return out;
}

std::vector<std::vector<std::string>> splits(std::string_view word, const std::vector<std::string>& vocabulary,
                                             std::size_t most) {
    if (word.size() < shortest_split) return {};
    Splitter splitter{vocabulary, most};
    const std::size_t deepest = std::min(most_pieces, word.size() / 2);
    for (std::size_t pieces = 2; pieces <= deepest && splitter.out.empty(); ++pieces) splitter.split(word, pieces);
    return std::move(splitter.out);
}

}  // namespace danloi
