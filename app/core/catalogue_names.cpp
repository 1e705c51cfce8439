// See catalogue_names.hpp.
#include "core/catalogue_names.hpp"

#include "core/json_part.hpp"
#include "core/json_read.hpp"
#include "core/json_write.hpp"

namespace danloi {

namespace {

using nlohmann::json;

std::string_view note_of(const LifeEvent& event, const std::string& procedure, std::string_view lang) {
    for (const auto& [id, note] : event.notes)
        if (id == procedure) return note.in(lang);
    return {};
}

void write_event(JsonWriter& w, const LifeEvent& event, std::string_view lang) {
    w.open_array().text(event.id).text(event.title.in(lang)).text(event.icon).open_array();
    for (const std::string& id : event.procedures) w.open_array().text(id).text(note_of(event, id, lang)).close_array();
    w.close_array().open_array();
    for (const Text& paper : event.papers) w.text(paper.in(lang));
    w.close_array().close_array();
}

// The one language stands where every reader falls back to.
Text only(std::string text) { return {std::move(text), {}}; }

LifeEvent event_from(const json& value) {
    LifeEvent event{word(item(value, 0)), only(word(item(value, 1))), word(item(value, 2)), {}, {}, {}};
    for (const json& step : item(value, 3)) {
        event.procedures.push_back(word(item(step, 0)));
        if (std::string note = word(item(step, 1)); !note.empty()) event.notes.emplace_back(event.procedures.back(), only(std::move(note)));
    }
    for (const json& paper : item(value, 4)) event.papers.push_back(only(word(paper)));
    return event;
}

}  // namespace

std::string catalogue_names_json(const Catalogue& catalogue, std::string_view lang) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("format", 1).key("entries").open_array();
    for (const CatalogueEntry& e : catalogue.entries)
        w.open_array().text(e.id).text(e.title.in(lang)).text(e.plain_title.in(lang)).text(e.field).text(e.file).close_array();
    w.close_array().key("events").open_array();
    for (const LifeEvent& event : catalogue.life_events) write_event(w, event, lang);
    w.close_array().key("layers").open_array();
    for (const LayerFile& layer : catalogue.layers) w.open_array().text(layer.code).text(layer.file).close_array();
    w.close_array().close_object();
    return out;
}

std::shared_ptr<const Catalogue> load_catalogue_names(std::string_view bytes) {
    Problems problems;
    const auto whole = read_json(bytes, "catalogue", problems);
    if (!whole || !part(*whole, "entries").is_array()) return nullptr;
    auto catalogue = std::make_shared<Catalogue>();
    for (const json& value : part(*whole, "entries")) {
        CatalogueEntry entry;
        entry.id = word(item(value, 0));
        entry.title = only(word(item(value, 1)));
        entry.plain_title = only(word(item(value, 2)));
        entry.field = word(item(value, 3));
        entry.file = word(item(value, 4));
        if (!entry.id.empty() && !entry.file.empty()) catalogue->entries.push_back(std::move(entry));
    }
    for (const json& value : part(*whole, "events")) catalogue->life_events.push_back(event_from(value));
    for (const json& value : part(*whole, "layers")) catalogue->layers.push_back({word(item(value, 0)), word(item(value, 1))});
    return catalogue;
}

}  // namespace danloi
