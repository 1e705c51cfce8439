// The words of a catalogue, sorted once so that a keystroke is looked up and not scanned for.
#pragma once
#include "core/catalogue.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace danloi {

/// Where in an entry a word stands; as bits, `english` shifted over the other four.
enum class SearchField : std::uint8_t { title = 1, plain_title = 2, alias = 4, summary = 8 };
inline constexpr unsigned english_shift = 4;

/// "This word stands in these fields of this entry": low four bits Vietnamese, high four English.
struct Posting {
    std::uint32_t entry = 0;
    std::uint8_t fields = 0;
};

/// First letters of the words of one name: "dang ky khai sinh" -> "dkks".
struct Initials {
    std::uint32_t entry = 0;
    std::uint32_t begin = 0;  ///< first byte in SearchIndex::initials_text
    std::uint16_t size = 0;
    std::uint8_t fields = 0;
};

/// Made from a Catalogue by make_search_index; plain data, never changed afterwards.
struct SearchIndex {
    std::vector<std::string> vocabulary{};         ///< folded words, sorted, each once
    std::vector<std::uint32_t> first_posting{};    ///< vocabulary.size() + 1 offsets into postings
    std::vector<Posting> postings{};               ///< by word, then by entry
    std::string initials_text{};
    std::vector<Initials> initials{};
    std::size_t entries = 0;
};

/// The index of `catalogue`. Costs a few microseconds an entry.
SearchIndex make_search_index(const Catalogue& catalogue);

}  // namespace danloi
