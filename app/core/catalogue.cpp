// See catalogue.hpp.
#include "core/catalogue.hpp"

#include "core/catalogue_reader.hpp"
#include "core/json_write.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace danloi {
namespace {

using nlohmann::json;
using Need = ObjectReader::Need;

constexpr std::int64_t format = 1;

std::vector<std::string> aliases(const json* value, const char* lang, const Place& place, Problems& problems) {
    if (value == nullptr) return {};
    ObjectReader reader(*value, place, problems);
    std::vector<std::string> out = reader.texts(lang);
    reader.member(lang[0] == 'v' ? "en" : "vi", Need::optional);
    if (lang[0] == 'v') reader.finish();  // once is enough: the second language sees the same keys
    return out;
}

CatalogueEntry read_entry(const json& value, const Place& place, Problems& problems, bool& sound) {
    ObjectReader reader(value, place, problems);
    CatalogueEntry entry;
    entry.id = reader.text("id", Need::required);
    entry.code = reader.text("code", Need::optional);
    entry.title = reader.multilingual("title", Need::required);
    entry.plain_title = reader.multilingual("plainTitle", Need::optional);
    entry.summary = reader.multilingual("summary", Need::optional);
    const json* names = reader.object("aliases", Need::optional);
    entry.aliases_vi = aliases(names, "vi", place / "aliases", problems);
    entry.aliases_en = aliases(names, "en", place / "aliases", problems);
    entry.field = reader.text("field", Need::optional);
    entry.life_events = reader.texts("lifeEvents");
    entry.level = reader.text("level", Need::optional);
    entry.version = reader.text("version", Need::optional);
    entry.file = reader.text("file", Need::required);
    sound = reader.finish();
    return entry;
}

void read_notes(ObjectReader& parent, LifeEvent& event, Problems& problems) {
    const json* value = parent.object("notes", Need::optional);
    if (value == nullptr) return;
    ObjectReader reader(*value, parent.place() / "notes", problems);
    for (const std::string& id : event.procedures)
        if (Text note = reader.multilingual(id, Need::optional); !note.empty()) event.notes.emplace_back(id, std::move(note));
    reader.finish();  // a note on a procedure that is not in the chain is a key nobody asked for
}

LifeEvent read_event(const json& value, const Place& place, Problems& problems, bool& sound) {
    ObjectReader reader(value, place, problems);
    LifeEvent event;
    event.id = reader.text("id", Need::required);
    event.title = reader.multilingual("title", Need::required);
    event.icon = reader.text("icon", Need::required);
    event.procedures = reader.texts("procedures");
    read_notes(reader, event, problems);
    if (const json* papers = reader.array("papers", Need::optional))
        for (const json& paper : *papers) event.papers.push_back(ObjectReader{paper, place / "papers", problems}.multilingual("name", Need::required));
    if (event.procedures.empty())
        problems.push_back(place.problem("the life event leads to no procedure", "name at least one or remove the event"));
    sound = reader.finish();
    return event;
}

LayerFile read_layer(const json& value, const Place& place, Problems& problems) {
    ObjectReader reader(value, place, problems);
    LayerFile layer{reader.text("code", Need::required), reader.text("file", Need::required)};
    reader.finish();
    return layer;
}

/// Reads a list of things with unique ids; faulty ones are reported and left out.
template <typename Item, typename Read>
std::vector<Item> read_list(const json* values, const Place& place, Problems& problems, Read read) {
    std::vector<Item> out;
    if (values == nullptr) return out;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < values->size(); ++i) {
        bool sound = false;
        Item item = read((*values)[i], place / i, problems, sound);
        if (!sound) continue;
        const auto at = std::lower_bound(ids.begin(), ids.end(), item.id);
        if (at != ids.end() && *at == item.id) {
            problems.push_back((place / i / "id").problem("\"" + item.id + "\" stands here twice", "remove one of the two"));
            continue;
        }
        ids.insert(at, item.id);
        out.push_back(std::move(item));
    }
    return out;
}

void write_text(JsonWriter& out, std::string_view key, const Text& text) {
    if (text.empty()) return;
    out.key(key).open_object().member("vi", std::string_view(text.vi)).member("en", std::string_view(text.en));
    for (const auto& [tag, other] : text.others) out.member(tag, std::string_view(other));
    out.close_object();
}

void write_list(JsonWriter& out, std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    out.key(key).open_array();
    for (const std::string& value : values) out.text(value);
    out.close_array();
}

void write_aliases(JsonWriter& out, const CatalogueEntry& entry) {
    if (entry.aliases_vi.empty() && entry.aliases_en.empty()) return;
    out.key("aliases").open_object();
    write_list(out, "vi", entry.aliases_vi);
    write_list(out, "en", entry.aliases_en);
    out.close_object();
}

void write_entry(JsonWriter& out, const CatalogueEntry& entry) {
    out.open_object().member("id", std::string_view(entry.id)).member_if("code", std::string_view(entry.code));
    write_text(out, "title", entry.title);
    write_text(out, "plainTitle", entry.plain_title);
    write_text(out, "summary", entry.summary);
    write_aliases(out, entry);
    out.member_if("field", std::string_view(entry.field));
    write_list(out, "lifeEvents", entry.life_events);
    out.member_if("level", std::string_view(entry.level)).member_if("version", std::string_view(entry.version));
    out.member("file", std::string_view(entry.file)).close_object();
}

void write_event(JsonWriter& out, const LifeEvent& event) {
    out.open_object().member("id", std::string_view(event.id));
    write_text(out, "title", event.title);
    out.member("icon", std::string_view(event.icon));
    write_list(out, "procedures", event.procedures);
    if (!event.notes.empty()) {
        out.key("notes").open_object();
        for (const auto& [id, note] : event.notes)  // a procedure that could not be read has been taken out of the chain
            if (std::find(event.procedures.begin(), event.procedures.end(), id) != event.procedures.end()) write_text(out, id, note);
        out.close_object();
    }
    if (!event.papers.empty()) {
        out.key("papers").open_array();
        for (const Text& paper : event.papers) {
            out.open_object();
            write_text(out, "name", paper);
            out.close_object();
        }
        out.close_array();
    }
    out.close_object();
}

}  // namespace

const CatalogueEntry* Catalogue::find(std::string_view id) const {
    const auto at = std::find_if(entries.begin(), entries.end(), [&](const CatalogueEntry& entry) { return entry.id == id; });
    return at == entries.end() ? nullptr : &*at;
}

const LifeEvent* Catalogue::event(std::string_view id) const {
    const auto at = std::find_if(life_events.begin(), life_events.end(), [&](const LifeEvent& event) { return event.id == id; });
    return at == life_events.end() ? nullptr : &*at;
}

std::string_view Catalogue::layer(std::string_view unit, std::string_view province) const {
    for (const std::string_view code : {unit, province})
        for (const LayerFile& layer : layers)
            if (layer.code == code) return layer.file;
    return {};
}

Catalogue load_catalogue(const json& value, std::string_view file, Problems& problems) {
    const Place place{std::string(file)};
    ObjectReader reader(value, place, problems);
    Catalogue catalogue;
    reader.format(format);
    catalogue.entries = read_list<CatalogueEntry>(reader.array("entries", Need::required), place / "entries", problems, read_entry);
    catalogue.life_events = read_list<LifeEvent>(reader.array("lifeEvents", Need::optional), place / "lifeEvents", problems, read_event);
    if (const json* layers = reader.array("layers", Need::optional))
        for (const json& layer : *layers) catalogue.layers.push_back(read_layer(layer, place / "layers", problems));
    reader.finish();
    check_life_events(catalogue, file, problems);
    return catalogue;
}

std::string catalogue_json(const Catalogue& catalogue) {
    std::string text;
    JsonWriter out(text);
    out.open_object().member("format", format).key("entries").open_array();
    for (const CatalogueEntry& entry : catalogue.entries) write_entry(out, entry);
    out.close_array().key("lifeEvents").open_array();
    for (const LifeEvent& event : catalogue.life_events) write_event(out, event);
    out.close_array();
    if (!catalogue.layers.empty()) {
        out.key("layers").open_array();
        for (const LayerFile& layer : catalogue.layers)
            out.open_object().member("code", std::string_view(layer.code)).member("file", std::string_view(layer.file)).close_object();
        out.close_array();
    }
    out.close_object();
    return text;
}

std::vector<LifeEvent> load_life_events(const json& value, std::string_view file, Problems& problems) {
    const Place place{std::string(file)};
    ObjectReader reader(value, place, problems);
    reader.format(format);
    auto events = read_list<LifeEvent>(reader.array("events", Need::required), place / "events", problems, read_event);
    reader.finish();
    return events;
}

// Both sides are written down, because the event gives the order and the procedure is read alone; so they must agree.
// The reason names the culprit: entries left out as faulty have moved the numbers of those behind them.
void check_life_events(const Catalogue& catalogue, std::string_view file, Problems& problems) {
    const Place place{std::string(file)};
    const auto holds = [](const std::vector<std::string>& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    for (const LifeEvent& event : catalogue.life_events) {
        for (const std::string& id : event.procedures) {
            const CatalogueEntry* entry = catalogue.find(id);
            if (entry != nullptr && holds(entry->life_events, event.id)) continue;
            const char* fault = entry == nullptr ? ", which is no procedure" : ", which does not name this life event";
            problems.push_back((place / "lifeEvents").problem("\"" + event.id + "\" leads to \"" + id + "\"" + fault,
                                                              "correct the id, or lifeEvents of the procedure"));
        }
    }
    for (const CatalogueEntry& entry : catalogue.entries) {
        for (const std::string& id : entry.life_events) {
            const auto same = [&](const LifeEvent& event) { return event.id == id && holds(event.procedures, entry.id); };
            if (std::any_of(catalogue.life_events.begin(), catalogue.life_events.end(), same)) continue;
            problems.push_back((place / "entries").problem("\"" + entry.id + "\" belongs to \"" + id + "\", which does not lead to it",
                                                           "correct the id, or the procedures of the life event"));
        }
    }
}

}  // namespace danloi
