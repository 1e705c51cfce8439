// Everything the app loads once for a language. The start file (wording, calendar) is enough for any one page; the
// catalogue comes after it. Immutable afterwards.
#pragma once
#include "core/calendar.hpp"
#include "core/catalogue.hpp"
#include "core/search_index.hpp"
#include "core/wording.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace danloi {

/// What the start file of one language holds.
struct Content {
    std::string lang;
    Wording wording;
    Calendar calendar;
    std::string catalogue_file;  ///< address of the catalogue
};

/// The catalogue and what searches it.
struct IndexedCatalogue {
    Catalogue catalogue;
    SearchIndex index;
};

/// Reads the start file {"format":1,"lang":"vi","strings":{..},"calendar":{..},"catalogue":"/data/.."}. Faults in parts
/// are Problems and leave those parts empty; nothing at all when the file is not JSON.
[[nodiscard]] std::optional<Content> load_content(std::string_view bytes, const std::string& file, Problems& problems);

/// Reads the catalogue file (catalogue_json). Bad entries are Problems and left out; null when the file is not JSON.
[[nodiscard]] std::shared_ptr<const IndexedCatalogue> load_indexed_catalogue(std::string_view bytes, const std::string& file,
                                                                             Problems& problems);

/// Writes the start file: `strings` and `calendar` are JSON already, `catalogue` is an address.
[[nodiscard]] std::string content_json(std::string_view lang, std::string_view strings, std::string_view calendar,
                                       std::string_view catalogue);

}  // namespace danloi
