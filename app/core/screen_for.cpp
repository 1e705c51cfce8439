// `screen_for`: one line for each page.
#include "core/screen_parts.hpp"

#include <algorithm>
#include <iterator>

namespace danloi {

namespace {

// A page whose definition is not there (yet) shows the home page: nothing on it can be wrong.
bool can_show(const State& state) {
    const Page page = state.route.page;
    if (page == Page::home || page == Page::settings) return true;
    if (page == Page::event) return state.content && state.catalogue && state.catalogue->event(state.route.question) != nullptr;
    return state.content && state.procedure && state.procedure->id == state.route.procedure && !state.procedure->questions.empty();
}

Screen preview_of(const State& state) {
    if (!state.shared) return home_screen(ScreenContext{state});
    // A link is looked at as if it were a dossier, without becoming one.
    State looking = state;
    looking.dossier = "preview";
    Dossier dossier = dossier_from(*state.procedure, *state.shared);
    dossier.id = looking.dossier;
    looking.dossiers.insert_or_assign(looking.dossier, std::move(dossier));
    return preview_screen(ScreenContext{looking});
}

Screen page_of(const State& state) {
    const ScreenContext c{state};
    switch (state.route.page) {
        case Page::procedure: return procedure_screen(c);
        case Page::question: return question_screen(c);
        case Page::checklist: return checklist_screen(c);
        case Page::ready: return ready_screen(c);
        case Page::sheet: return sheet_screen(c);
        case Page::share: return share_screen(c);
        case Page::settings: return settings_screen(c);
        case Page::place: return place_screen(c);
        case Page::event: return event_screen(c);
        // Until the newest definition is there (or once it is in use) there is nothing to compare.
        case Page::change: return newest_of(state) == nullptr ? checklist_screen(c) : change_screen(c);
        case Page::home:
        case Page::preview: break;
    }
    return home_screen(c);
}

}  // namespace

void add_hard_words(const ScreenContext& c, Screen& screen) {
    if (!c.state.words) return;
    const HardWords& all = *c.state.words;
    const auto used = hard_words_in(all, text_of(screen.main));
    if (used.empty()) return;
    Facts facts{"words-list", {}, true};
    std::string names;
    for (const std::size_t word : used) {
        facts.rows.emplace_back(all.words[word].term, all.words[word].meaning);
        if (facts.rows.size() <= 3) names += (names.empty() ? "" : ", ") + all.words[word].term;
    }
    if (used.size() > 3) names += "…";
    Disclosure words{"words", c.say("words.title", {{"words", names}}), c.is_open("words"), act::toggle("words"), {}};
    if (words.open) words.children.emplace_back(std::move(facts));
    // Below the question that a procedure's page asks, where it is seen; other pages are short enough.
    const auto first = std::find_if(screen.main.begin(), screen.main.end(), [](const Block& block) {
        const auto* card = std::get_if<Card>(&block.base());
        return card != nullptr && card->id == "first";
    });
    const auto place = screen.main.insert(first == screen.main.end() ? first : first + 1, std::move(words));
    const auto is_plain = [&](std::size_t word) { return !all.words[word].plain.empty(); };
    if (std::none_of(used.begin(), used.end(), is_plain)) return;
    const bool on = c.state.preferences.plain_words;
    screen.main.insert(place + 1, Button{"plain-words", c.say(on ? "words.plain_off" : "words.plain_on"), ButtonKind::quiet, {},
                                         act::preference("plainWords", on ? "off" : "on")});
    if (on) add_plain_words(all, screen.main);
}

namespace {

Screen shown_screen(const State& state) {
    if (!can_show(state)) return home_screen(ScreenContext{state});
    if (state.route.page == Page::preview) return preview_of(state);
    Screen screen = page_of(state);
    const Page page = state.route.page;
    const bool explained = page == Page::procedure || page == Page::question || page == Page::checklist || page == Page::ready;
    if (explained) add_hard_words(ScreenContext{state}, screen);
    const bool led = explained || page == Page::home || page == Page::share || page == Page::place || page == Page::change;
    if (led) add_notices(ScreenContext{state}, screen);
    return screen;
}

// Last on every page but paper, where it pushes nothing down; in large print first, where it is found.
void add_listen(const ScreenContext& c, Screen& screen) {
    if (screen.paper) return;
    const bool reading = c.state.listening == Listening::reading;
    std::vector<Block> added{Button{"listen", c.say(reading ? "listen.stop" : "listen.start"), ButtonKind::pill, reading ? "stop" : "speaker", act::plain("listen")}};
    if (c.state.listening == Listening::no_voice) added.emplace_back(Notice{"no-voice", Tone::info, {}, c.say("listen.no_voice"), false});
    auto& main = screen.main;
    main.insert(is_easy(c) ? main.begin() : main.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
}

}  // namespace

Screen screen_for(const State& state) {
    Screen screen = shown_screen(state);
    add_listen(ScreenContext{state}, screen);
    return screen;
}

}  // namespace danloi
