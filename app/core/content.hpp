// Everything the app loads once for a language. The start file (wording, calendar) is enough for any one page; the
// catalogue comes after it. Immutable afterwards.
#pragma once
#include "core/calendar.hpp"
#include "core/catalogue.hpp"
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
    std::string catalogue_file;  ///< address of the catalogue's names (catalogue_names.hpp)
    std::string search_file;     ///< address of the whole catalogue, for the finder
    std::string glossary_file;   ///< address of the glossary
};

/// Reads the start file {"format":1,"lang":"vi","strings":{..},"calendar":{..},"catalogue","search","glossary": addresses}.
/// What is faulty in it is left out; nothing at all when the file is not JSON.
[[nodiscard]] std::optional<Content> load_content(std::string_view bytes, const std::string& file, Problems& problems);

/// Addresses that the start file names.
struct ContentFiles {
    std::string catalogue, search, glossary;
};

/// Writes the start file; `strings` is JSON already. Of the calendar only what due dates need goes along: days and whether they
/// count and are decided.
[[nodiscard]] std::string content_json(std::string_view lang, std::string_view strings, const Calendar& calendar, const ContentFiles& files);

}  // namespace danloi
