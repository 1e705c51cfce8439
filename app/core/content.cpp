// Everything the app loads once for a language, as `danloi build` wrote it: the strict readers have proved it there.
#include "core/content.hpp"

#include "core/json_part.hpp"
#include "core/json_read.hpp"
#include "core/json_write.hpp"

namespace danloi {

namespace {

using nlohmann::json;

constexpr std::int64_t active = 1, decided = 2;  // of a day off

Text words(const json& value) { return {word(part(value, "vi")), word(part(value, "en"))}; }

Date day(const json& value) { return parse_iso(word(value)).value_or(Date{}); }

Calendar calendar_from(const json& value) {
    Calendar calendar;
    calendar.covered_from = day(part(value, "from"));
    calendar.covered_until = day(part(value, "until"));
    for (const json& off : part(value, "off")) {
        if (!off.is_array() || off.size() != 3) continue;
        DayOff& made = calendar.days_off.emplace_back();
        made.from = day(off[0]);
        made.to = day(off[1]);
        made.active = (whole_number(off[2]) & active) != 0;
        made.decided = (whole_number(off[2]) & decided) != 0;
    }
    for (const json& swap : part(value, "swap")) calendar.swap_days.emplace_back().working_day = day(swap);
    return calendar;
}

CatalogueEntry entry_from(const json& value) {
    CatalogueEntry entry;
    entry.id = word(part(value, "id"));
    entry.title = words(part(value, "title"));
    entry.plain_title = words(part(value, "plainTitle"));
    entry.field = word(part(value, "field"));
    entry.file = word(part(value, "file"));
    return entry;
}

LifeEvent event_from(const json& value) {
    LifeEvent event{word(part(value, "id")), words(part(value, "title")), word(part(value, "icon")), {}, {}, {}};
    for (const json& id : part(value, "procedures")) event.procedures.push_back(word(id));
    for (const std::string& id : event.procedures)
        if (Text note = words(part(part(value, "notes"), id.c_str())); !note.empty()) event.notes.emplace_back(id, std::move(note));
    for (const json& paper : part(value, "papers")) event.papers.push_back(words(part(paper, "name")));
    return event;
}

}  // namespace

std::optional<Content> load_content(std::string_view bytes, const std::string& file, Problems& problems) {
    const auto whole = read_json(bytes, file, problems);
    if (!whole || !whole->is_object()) return std::nullopt;
    Content content;
    content.lang = word(part(*whole, "lang"));
    content.wording = Wording::from_json(part(*whole, "strings"), file, problems);
    content.catalogue_file = word(part(*whole, "catalogue"));
    content.glossary_file = word(part(*whole, "glossary"));
    content.calendar = calendar_from(part(*whole, "calendar"));
    return content;
}

std::shared_ptr<const Catalogue> load_catalogue_file(std::string_view bytes) {
    Problems problems;
    const auto whole = read_json(bytes, "catalogue.json", problems);
    if (!whole || !part(*whole, "entries").is_array()) return nullptr;
    auto catalogue = std::make_shared<Catalogue>();
    for (const json& value : part(*whole, "entries"))
        if (CatalogueEntry entry = entry_from(value); !entry.id.empty() && !entry.file.empty()) catalogue->entries.push_back(std::move(entry));
    for (const json& value : part(*whole, "lifeEvents")) catalogue->life_events.push_back(event_from(value));
    for (const json& layer : part(*whole, "layers")) catalogue->layers.push_back({word(part(layer, "code")), word(part(layer, "file"))});
    return catalogue;
}

static std::string packed_calendar(const Calendar& calendar) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("from", to_iso(calendar.covered_from)).member("until", to_iso(calendar.covered_until)).key("off").open_array();
    for (const DayOff& off : calendar.days_off)
        w.open_array().text(to_iso(off.from)).text(to_iso(off.to)).number((off.active ? active : 0) + (off.decided ? decided : 0)).close_array();
    w.close_array().key("swap").open_array();
    for (const SwapDay& swap : calendar.swap_days) w.text(to_iso(swap.working_day));
    w.close_array().close_object();
    return out;
}

std::string content_json(std::string_view lang, std::string_view strings, const Calendar& calendar, std::string_view catalogue,
                         std::string_view glossary) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("format", 1).member("lang", lang).key("strings").raw(strings).key("calendar").raw(packed_calendar(calendar));
    w.member("catalogue", catalogue).member("glossary", glossary).close_object();
    return out;
}

}  // namespace danloi
