// Where a dossier is handed in: choosing the place, and what is known there.
#include "core/screen_parts.hpp"
#include "core/update_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

void add_local(const ScreenContext& c, const LocalView& local, std::vector<Block>& blocks) {
    blocks.emplace_back(Facts{"filing-list", local.rows, true});
    Disclosure more{"filing-more", c.say("place.more"), c.is_open("filing"), act::toggle("filing"), {}};
    if (more.open && !local.helpers.empty()) more.children.emplace_back(Facts{"filing-helpers", local.helpers, true});
    if (more.open && !local.notes.empty()) more.children.emplace_back(List{"filing-notes", false, local.notes});
    if (!local.helpers.empty() || !local.notes.empty()) blocks.emplace_back(std::move(more));
    if (!local.checked.empty())
        blocks.emplace_back(Paragraph{"filing-checked", c.say("procedure.checked", {{"date", date_text(local.checked)}}), Tone::secondary});
}

Button to_place(const ScreenContext& c, const char* key) {
    return {"to-place", c.say(key), ButtonKind::secondary, {}, act::go(sister(c, Page::place))};
}

}  // namespace

std::string name_of_place(const ScreenContext& c, const std::string& code) {
    const PlaceName* place = place_named(c.state, code);
    return place == nullptr ? code : c.in(place->name);
}

void add_filing_place(const ScreenContext& c, std::vector<Block>& main) {
    const std::string& code = c.dossier().place;
    Card card{"filing", Tone::body, {}};
    auto& in = card.children;
    if (code.empty()) {
        in.emplace_back(Paragraph{"filing-ask", c.say("place.ask_which"), Tone::body});
        in.emplace_back(to_place(c, "place.choose"));
        return void(main.emplace_back(std::move(card)));
    }
    in.emplace_back(Heading{"filing-name", 3, name_of_place(c, code)});
    if (const LocalView* local = locality_of(c.state)) add_local(c, *local, in);
    else in.emplace_back(Paragraph{"filing-usual", c.say("place.usual_hours"), Tone::secondary});
    in.emplace_back(to_place(c, "place.change"));
    main.emplace_back(std::move(card));
}

std::vector<std::string> filing_lines(const ScreenContext& c) {
    std::vector<std::string> lines;
    if (c.dossier().place.empty()) return lines;
    lines.push_back(name_of_place(c, c.dossier().place));
    if (const LocalView* local = locality_of(c.state))
        lines.insert(lines.end(), local->paper.begin(), local->paper.end());
    return lines;
}

Field place_field(const ScreenContext& c, const std::string& question, const std::string& code) {
    Field field;
    field.id = "q-" + question;
    field.kind = FieldKind::place;
    field.label = c.say("place.label");
    field.hint = c.say("place.hint");
    field.action = act::type(question);
    field.keys = device_keys(c);
    const std::string& typed = c.state.place_query;
    field.value = typed.empty() && !code.empty() ? name_of_place(c, code) : typed;
    const auto& found = c.state.found;
    if (typed.empty() || !found || found->what != "place") return field;
    for (const FoundPlace& hit : found->places) {
        const std::string name = c.in(hit.place.name);
        field.suggestions.push_back({hit.via.empty() ? name : name + " " + c.say("place.via", {{"old", hit.via}}), act::place(question, hit.place)});
    }
    return field;
}

void add_place_state(const ScreenContext& c, std::vector<Block>& blocks) {
    if (c.state.place_query.empty()) return;
    const auto& found = c.state.found;
    const bool answered = found && found->what == "place";
    if (c.state.find_failed) blocks.emplace_back(Notice{"find-failed", Tone::warning, {}, c.say("place.failed"), true});
    else if (!answered) blocks.emplace_back(Paragraph{"searching", c.say("home.searching"), Tone::secondary});
    else if (found->places.empty()) blocks.emplace_back(Paragraph{"no-results", c.say("place.none"), Tone::body});
}

Screen place_screen(const ScreenContext& c) {
    Screen screen{"place/" + c.procedure().id, c.say("place.title") + " · " + c.in(c.procedure().title), c.state.lang, "title", false,
                  bar_with_back(c), {}, {}, {}};
    auto& main = screen.main;
    main.emplace_back(Paragraph{"procedure", c.in(c.procedure().title), Tone::secondary});
    main.emplace_back(Heading{"title", 1, c.say("place.title")});
    main.emplace_back(Paragraph{"why", c.say("place.why"), Tone::secondary});
    main.emplace_back(place_field(c, std::string{filing_place}, c.dossier().place));
    add_place_state(c, main);
    if (!c.dossier().place.empty())
        main.emplace_back(Button{"no-place", c.say("place.take_back"), ButtonKind::quiet, {}, act::place(filing_place, {})});
    return screen;
}

}  // namespace danloi
