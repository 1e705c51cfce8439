// See search_index.hpp.
#include "core/search_index.hpp"

#include "core/search_match.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace danloi {
namespace {

struct Builder {
    SearchIndex index{};
    std::map<std::string, std::vector<Posting>, std::less<>> words{};

    void add_word(std::uint32_t entry, std::string_view word, std::uint8_t fields) {
        auto at = words.find(word);
        if (at == words.end()) at = words.emplace(std::string(word), std::vector<Posting>{}).first;
        auto& postings = at->second;
        if (!postings.empty() && postings.back().entry == entry) postings.back().fields |= fields;
        else postings.push_back({entry, fields});
    }

    void add(std::uint32_t entry, std::string_view text, SearchField field, bool english, bool with_initials) {
        const auto fields = std::uint8_t(unsigned(field) << (english ? english_shift : 0));
        const std::vector<std::string> parts = folded_words(text);
        for (const std::string& word : parts) add_word(entry, word, fields);
        if (!with_initials || parts.size() < 2 || parts.size() > UINT16_MAX) return;
        index.initials.push_back({entry, std::uint32_t(index.initials_text.size()), std::uint16_t(parts.size()), fields});
        for (const std::string& word : parts) index.initials_text += word.front();
    }

    void add(std::uint32_t entry, const Text& text, SearchField field, bool with_initials) {
        add(entry, text.vi, field, false, with_initials);
        add(entry, text.en, field, true, with_initials);
    }

    void add(std::uint32_t number, const CatalogueEntry& entry) {
        add(number, entry.title, SearchField::title, true);
        add(number, entry.plain_title, SearchField::plain_title, true);
        for (const std::string& alias : entry.aliases_vi) add(number, alias, SearchField::alias, false, true);
        for (const std::string& alias : entry.aliases_en) add(number, alias, SearchField::alias, true, true);
        add(number, entry.code, SearchField::alias, false, false);
        add(number, entry.summary, SearchField::summary, false);
    }

    SearchIndex finish(std::size_t entries) {
        index.entries = entries;
        for (auto& [word, postings] : words) {
            index.vocabulary.push_back(word);
            index.first_posting.push_back(std::uint32_t(index.postings.size()));
            index.postings.insert(index.postings.end(), postings.begin(), postings.end());
        }
        index.first_posting.push_back(std::uint32_t(index.postings.size()));
        return std::move(index);
    }
};

}  // namespace

SearchIndex make_search_index(const Catalogue& catalogue) {
    Builder builder;
    for (std::size_t i = 0; i < catalogue.entries.size(); ++i) builder.add(std::uint32_t(i), catalogue.entries[i]);
    return builder.finish(catalogue.entries.size());
}

}  // namespace danloi
