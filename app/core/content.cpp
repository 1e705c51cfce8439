// Everything the app loads once for a language.
#include "core/content.hpp"

#include "core/json_read.hpp"
#include "core/json_write.hpp"

#include <nlohmann/json.hpp>

namespace danloi {

namespace {

const nlohmann::json& part(const nlohmann::json& whole, const char* key) {
    static const nlohmann::json nothing;
    const auto found = whole.find(key);
    return found == whole.end() ? nothing : *found;
}

}  // namespace

std::optional<Content> load_content(std::string_view bytes, const std::string& file, Problems& problems) {
    const auto json = read_json(bytes, file, problems);
    if (!json || !json->is_object()) return std::nullopt;
    Content content;
    if (const auto* lang = part(*json, "lang").get_ptr<const std::string*>()) content.lang = *lang;
    content.wording = Wording::from_json(part(*json, "strings"), file, problems);
    if (const auto* address = part(*json, "catalogue").get_ptr<const std::string*>()) content.catalogue_file = *address;
    if (auto calendar = load_calendar(part(*json, "calendar"), file, problems)) content.calendar = std::move(*calendar);
    return content;
}

std::shared_ptr<const IndexedCatalogue> load_indexed_catalogue(std::string_view bytes, const std::string& file, Problems& problems) {
    const auto json = read_json(bytes, file, problems);
    if (!json || !json->is_object()) return nullptr;
    auto made = std::make_shared<IndexedCatalogue>();
    made->catalogue = load_catalogue(*json, file, problems);
    made->index = make_search_index(made->catalogue);
    return made;
}

std::string content_json(std::string_view lang, std::string_view strings, std::string_view calendar, std::string_view catalogue) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("format", 1).member("lang", lang);
    w.key("strings").raw(strings).key("calendar").raw(calendar).member("catalogue", catalogue).close_object();
    return out;
}

}  // namespace danloi
