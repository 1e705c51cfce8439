// Home: a search box first, what was left open, life events, everything there is.
#include "core/screen_parts.hpp"
#include "core/update_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

const CatalogueEntry* entry_of(const ScreenContext& c, const std::string& id) {
    return c.state.catalogue ? c.state.catalogue->find(id) : nullptr;
}

void add_faults(const ScreenContext& c, std::vector<Block>& main) {
    if (!c.state.link_fault.empty())
        main.emplace_back(Notice{"link-fault", Tone::warning, {}, c.say(c.state.link_fault), true});
    for (const std::string& id : c.state.broken) {
        const CatalogueEntry* entry = entry_of(c, id);
        const std::string name = entry == nullptr ? id : c.in(entry->title);
        main.emplace_back(Notice{"broken-" + id, Tone::danger, {},
                                 c.say("problem.definition", {{"id", name}}) + " " + c.say("problem.rest_works"), true});
    }
}

void add_search(const ScreenContext& c, std::vector<Block>& main) {
    Field field;
    field.id = "search";
    field.kind = FieldKind::search;
    field.label = c.say("home.search.label");
    field.hint = c.say("home.search.hint");
    field.value = c.state.query;
    field.action = act::plain("search");
    field.keys = device_keys(c);
    main.emplace_back(std::move(field));
}

// What the finder has found so far; a new answer is there before the next letter is typed.
void add_results(const ScreenContext& c, std::vector<Block>& main) {
    const auto& found = c.state.found;
    if (c.state.find_failed) return void(main.emplace_back(Notice{"find-failed", Tone::warning, {}, c.say("home.search.failed"), true}));
    if (!found || found->what != "procedure") return void(main.emplace_back(Paragraph{"searching", c.say("home.searching"), Tone::secondary}));
    if (found->ids.empty()) return void(main.emplace_back(Paragraph{"no-results", c.say("home.search.none"), Tone::body}));
    main.emplace_back(Paragraph{"results", c.say("home.search.results", {{"n", std::to_string(found->ids.size())}}), Tone::secondary});
    for (const std::string& id : found->ids)
        if (const CatalogueEntry* entry = entry_of(c, id)) main.emplace_back(row_to(c, *entry, "hit-"));
}

std::string name_of(const ScreenContext& c, const Dossier& dossier) {
    const CatalogueEntry* entry = entry_of(c, dossier.procedure);
    return entry != nullptr ? c.in(entry->title) : dossier.summary.title;
}

Button with_dossier(const ScreenContext& c, const Dossier& dossier, const char* part, const char* key, ButtonKind kind, const char* action, const char* icon = "") {
    return {"dossier-" + dossier.id + part, c.say(key), kind, icon, act::with_id(action, dossier.id)};
}

Block dossier_card(const ScreenContext& c, const Dossier& dossier) {
    const std::string id = "dossier-" + dossier.id;
    Card card{id, Tone::body, {}};
    card.children.emplace_back(Heading{id + "-name", 3, name_of(c, dossier)});
    const Summary& s = dossier.summary;
    card.children.emplace_back(Progress{id + "-progress", standing(c, dossier), s.answered + s.have, std::max(1, s.asked + s.needed)});
    card.children.emplace_back(with_dossier(c, dossier, "-resume", "procedure.resume", ButtonKind::primary, "resume"));
    card.children.emplace_back(with_dossier(c, dossier, "-bin", "home.delete", ButtonKind::quiet, "bin", "trash"));
    return card;
}

// In the bin: taken back, or erased for good after one more question. `level`: of its heading.
Block binned_card(const ScreenContext& c, const Dossier& dossier, int level) {
    const std::string id = "dossier-" + dossier.id;
    const std::string name = name_of(c, dossier);
    Card card{id, Tone::body, {}};
    card.children.emplace_back(Heading{id + "-name", level, name});
    if (c.state.deleting == dossier.id) {
        card.children.emplace_back(Paragraph{id + "-ask", c.say("home.delete.ask", {{"name", name}}), Tone::body});
        card.children.emplace_back(with_dossier(c, dossier, "-yes", "home.delete.yes", ButtonKind::secondary, "delete"));
        card.children.emplace_back(Button{id + "-no", c.say("home.delete.no"), ButtonKind::primary, {}, act::plain("keep")});
        return card;
    }
    card.children.emplace_back(Paragraph{id + "-until", c.say("bin.until", {{"date", date_text(last_day_in_bin(dossier))}}), Tone::secondary});
    card.children.emplace_back(with_dossier(c, dossier, "-restore", "bin.restore", ButtonKind::secondary, "restore"));
    card.children.emplace_back(with_dossier(c, dossier, "-delete", "bin.delete", ButtonKind::quiet, "ask_delete", "trash"));
    return card;
}

/// Newest first; `binned`: those in the bin, or the others.
std::vector<const Dossier*> dossiers_of(const ScreenContext& c, bool binned) {
    std::vector<const Dossier*> list;
    const auto newer = [](const Dossier* a, const Dossier* b) { return a->created > b->created; };
    for (const auto& [id, dossier] : c.state.dossiers)
        if (dossier.binned.empty() != binned) list.insert(std::upper_bound(list.begin(), list.end(), &dossier, newer), &dossier);
    return list;
}

void add_dossiers(const ScreenContext& c, std::vector<Block>& main) {
    const auto list = dossiers_of(c, false), binned = dossiers_of(c, true);
    if (!list.empty()) main.emplace_back(Heading{"continue", 2, c.say("home.continue")});
    for (const Dossier* dossier : list) main.push_back(dossier_card(c, *dossier));
    if (!c.state.dossiers.empty()) add_saving(c, main);
    if (binned.empty()) return;
    Disclosure bin{"bin", c.say("bin.title", {{"n", std::to_string(binned.size())}}), c.is_open("bin"), act::toggle("bin"), {}};
    // Without a dossier to continue, no heading stands between the title of the page and the bin.
    for (const Dossier* dossier : binned)
        if (bin.open) bin.children.push_back(binned_card(c, *dossier, list.empty() ? 2 : 3));
    main.emplace_back(std::move(bin));
}

void add_events(const ScreenContext& c, std::vector<Block>& main) {
    const Catalogue& catalogue = *c.state.catalogue;
    if (catalogue.life_events.empty()) return;
    main.emplace_back(Heading{"events", 2, c.say("home.events")});
    Tiles tiles{"event-tiles", {}};
    for (const LifeEvent& event : catalogue.life_events) {
        Link link;
        link.id = "event-" + event.id;
        link.label = c.in(event.title);
        link.icon = event.icon;
        link.href = path_of(Route{Page::event, {}, event.id, {}}, c.state.lang);
        link.action = act::with_id("event", event.id);
        tiles.items.push_back(std::move(link));
    }
    main.emplace_back(std::move(tiles));
}

// Everything there is, under the fields of administration in the order in which they first occur.
void add_all(const ScreenContext& c, std::vector<Block>& main) {
    main.emplace_back(Heading{"all", 2, c.say("home.all")});
    const auto& entries = c.state.catalogue->entries;
    std::vector<std::string_view> fields;
    for (const CatalogueEntry& entry : entries)
        if (std::find(fields.begin(), fields.end(), entry.field) == fields.end()) fields.push_back(entry.field);
    for (const std::string_view field : fields) {
        const std::string key = "field." + std::string{field};
        main.emplace_back(Heading{key, 3, c.say(key)});
        for (const CatalogueEntry& entry : entries)
            if (entry.field == field) main.emplace_back(row_to(c, entry, "all-"));
    }
}

// Seen only by who comes home before the catalogue, or when it cannot be had.
void add_waiting(const ScreenContext& c, std::vector<Block>& main) {
    if (!c.state.catalogue_missed) return void(main.emplace_back(Paragraph{"waiting", c.say("home.waiting"), Tone::secondary}));
    main.emplace_back(Notice{"missed", Tone::warning, {}, c.say("home.missed"), true});
    main.emplace_back(Button{"again", c.say("nav.retry"), ButtonKind::secondary, {}, act::go(Route{})});
}

}  // namespace

Screen home_screen(const ScreenContext& c) {
    Screen screen{"home", c.say("app.name") + " · " + c.say("app.tagline"), c.state.lang, "title", false, bar_of_home(c), {}, {}, {}};
    auto& main = screen.main;
    main.emplace_back(Heading{"title", 1, c.say("home.title")});
    main.emplace_back(Paragraph{"lead", c.say("home.lead"), Tone::secondary});
    main.emplace_back(easy_button(c));
    add_faults(c, main);
    if (!c.state.content) return screen;
    if (!c.state.catalogue) {
        add_dossiers(c, main);
        add_waiting(c, main);
        return screen;
    }
    add_search(c, main);
    if (!c.state.query.empty()) {
        add_results(c, main);
        if (c.state.find_failed) add_all(c, main);
        return screen;
    }
    add_dossiers(c, main);
    add_events(c, main);
    add_all(c, main);
    main.emplace_back(Paragraph{"privacy", c.say("about.privacy"), Tone::secondary});
    return screen;
}

}  // namespace danloi
