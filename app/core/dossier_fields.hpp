// A dossier as named fields of JSON text, the form in which the journal keeps it.
//   meta {"procedure","version","hash","created"} · answer.<question> · fact.<name> · paper.<document> · shared.<paper of the library> · place · name.<unit code> · event · follows · binned · retired.<question>
//   step · snapshot
#pragma once
#include "core/dossier.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace danloi {

using FieldList = std::vector<std::pair<std::string, std::string>>;

/// null, true, 2, "text" or ["a","b"]; null is "I don't know".
[[nodiscard]] std::string answer_json(const Answer& answer);

/// {"province","vi","en"}
[[nodiscard]] std::string place_name_json(const PlaceName& place);

/// Everything but the snapshot, for a dossier that is stored for the first time.
[[nodiscard]] FieldList fields_of(const Dossier& dossier);

/// The dossier that these fields describe. Unreadable fields are passed over (the journal has checked their sums; what
/// remains is a format from the future, which stays stored untouched). Nothing without a readable "meta".
[[nodiscard]] std::optional<Dossier> dossier_from_fields(const std::string& id,
                                                         const std::map<std::string, std::string>& fields);

}  // namespace danloi
