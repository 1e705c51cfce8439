// Everything the app loads once for a language, as `danloi build` wrote it: the strict readers have proved it there.
#include "core/content.hpp"

#include "core/json_part.hpp"
#include "core/json_read.hpp"
#include "core/json_write.hpp"

namespace danloi {

namespace {

using nlohmann::json;

constexpr std::int64_t active = 1, decided = 2;  // of a day off

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

std::string packed_calendar(const Calendar& calendar) {
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

}  // namespace

std::optional<Content> load_content(std::string_view bytes, const std::string& file, Problems& problems) {
    const auto whole = read_json(bytes, file, problems);
    if (!whole || !whole->is_object()) return std::nullopt;
    Content content;
    content.lang = word(part(*whole, "lang"));
    content.wording = Wording::from_json(part(*whole, "strings"), file, problems);
    content.catalogue_file = word(part(*whole, "catalogue"));
    content.search_file = word(part(*whole, "search"));
    content.glossary_file = word(part(*whole, "glossary"));
    content.calendar = calendar_from(part(*whole, "calendar"));
    return content;
}

std::string content_json(std::string_view lang, std::string_view strings, const Calendar& calendar, const ContentFiles& files) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("format", 1).member("lang", lang).key("strings").raw(strings).key("calendar").raw(packed_calendar(calendar));
    w.member("catalogue", files.catalogue).member("search", files.search).member("glossary", files.glossary).close_object();
    return out;
}

}  // namespace danloi
