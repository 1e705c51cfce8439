// How typed words are compared with one place: its own name, its kind, its district and province.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace danloi::place_match {

/// Scores of a match. A whole name outweighs any sum of single words.
inline constexpr int whole_name = 80, name_begins = 40, name_word = 10, name_part = 6, around = 3, whole_district = 60, kind_fits = 2;

/// A typed word.
struct Typed {
    std::string word;
    bool kind = false;        ///< may be the word for a kind: "xa", "thanh"
    bool kind_only = false;   ///< written out from "p", "tp"...: never part of a name
    bool unfinished = false;  ///< the last one: may be the beginning of a word
};

/// A name around the unit's own: district or province. `bits` are the typed words that are the whole of it.
struct Around {
    std::string_view key, kind;
    std::uint32_t bits = 0;
};

/// One place to compare with; all texts are folded. The district is empty for current units.
struct Candidate {
    std::string_view name, kind;
    Around district{}, province{};
};

/// How well a place fits.
struct Match {
    int score = 0;
    bool by_name = false;  ///< some word stood in the unit's own name
    bool by_district = false;
    bool other_kind = false;  ///< a kind was typed that this is not: "xã" for a province
};

/// The words of a query with what people shorten written out: "p12" -> phuong 12, "tphcm" -> thanh pho hcm.
std::vector<Typed> typed_words(std::string_view query);

/// The typed words as bits: which of them are, one after the other, the whole of `key`.
std::uint32_t phrase_bits(const std::vector<Typed>& typed, std::string_view key);

/// "ho chi minh" answers to "hcm". `key` is folded.
bool is_initials(std::string_view key, std::string_view word);

/// Compares; nullopt unless every typed word is accounted for.
std::optional<Match> match(const Candidate& candidate, const std::vector<Typed>& typed);

}  // namespace danloi::place_match
