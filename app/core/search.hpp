// Finds procedures by what people call them: tone marks, case, spaces, small typing errors do not matter.
#pragma once
#include "core/catalogue.hpp"
#include "core/search_index.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace danloi {

/// One found procedure.
struct Hit {
    std::size_t entry = 0;  ///< index into Catalogue::entries
    double score = 0;       ///< higher is better; comparable only within one result
    /// Matched words as byte ranges [begin, end) of `title.in(lang)`, ascending, not overlapping.
    std::vector<std::pair<std::size_t, std::size_t>> highlights{};
};

/// The best `limit` entries for `query`, best first; equal scores stand in order of entry id, so the same query
/// always gives the same list. Titles, plain titles, aliases, codes and summaries are searched in both
/// languages; `lang` only weighs and is the language of the highlights. `index` must be of `catalogue`.
/// An empty or meaningless query finds nothing.
std::vector<Hit> search(const Catalogue& catalogue, const SearchIndex& index, std::string_view query,
                        std::string_view lang, std::size_t limit);

/// The same with an index made for this one call; for commands and tests.
std::vector<Hit> search(const Catalogue& catalogue, std::string_view query, std::string_view lang, std::size_t limit);

}  // namespace danloi
