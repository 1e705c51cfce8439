// Everything the app loads once for a language: wording, catalogue, search index, calendar. Immutable afterwards.
#pragma once
#include "core/calendar.hpp"
#include "core/catalogue.hpp"
#include "core/search_index.hpp"
#include "core/wording.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace danloi {

/// What the start file of one language holds.
struct Content {
    std::string lang;
    Wording wording;
    Catalogue catalogue;
    SearchIndex index;
    Calendar calendar;
};

/// Reads the start file {"format":1,"lang":"vi","strings":{..},"catalogue":{..},"calendar":{..}}. Faults in parts are
/// Problems and leave those parts empty; nothing at all when the file is not JSON.
[[nodiscard]] std::optional<Content> load_content(std::string_view bytes, const std::string& file, Problems& problems);

/// Writes that file: `strings`, `catalogue` and `calendar` are JSON already.
[[nodiscard]] std::string content_json(std::string_view lang, std::string_view strings, std::string_view catalogue,
                                       std::string_view calendar);

}  // namespace danloi
