// Names of places: the words for their kinds, and search keys.
#pragma once
#include <string>
#include <string_view>

namespace danloi {

/// Search key of a name: folded, with "M'Drắk" as one word ("mdrak") because people type it so.
std::string place_key(std::string_view name);

/// "Phường 12" -> "12", "Thành phố Thủ Đức" -> "Thủ Đức"; a name without a kind comes back whole.
std::string_view without_kind(std::string_view name);

/// The folded kind of a name: "Phường 12" -> "phuong"; "" for a name without one.
std::string_view kind_key_of(std::string_view name);

/// Whether a folded word is part of a kind, in Vietnamese or English: phuong, xa, thanh, pho, ward...
bool is_kind_word(std::string_view word);

}  // namespace danloi
