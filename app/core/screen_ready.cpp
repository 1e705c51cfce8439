// The ready check before going: one page that says "complete", or exactly what is missing.
#include "core/screen_parts.hpp"

namespace danloi {

namespace {

std::string names_of(const ScreenContext& c, const Need& need) {
    std::string names;
    for (const std::size_t document : need.documents) {
        if (!names.empty()) names += " " + c.say("checklist.or") + " ";
        names += c.in(c.procedure().documents[document].name);
    }
    return need.certain ? names : names + " (" + c.say("checklist.perhaps") + ")";
}

void add_lists(const ScreenContext& c, std::vector<Block>& main) {
    List missing{"missing-list", false, {}};
    List bring{"bring-list", false, {}};
    for (const Need& need : needs_of(c.procedure(), c.dossier(), c.guide())) {
        if (need.waived) continue;
        List& list = need.have ? bring : missing;
        list.items.push_back(names_of(c, need));
        list.pictures.push_back(picture_of(c, need));
    }
    if (missing.items.empty()) main.emplace_back(Notice{"verdict", Tone::ok, {}, c.say("ready.complete"), false});
    else main.emplace_back(Notice{"verdict", Tone::warning, {}, c.say("ready.missing", {{"n", std::to_string(missing.items.size())}}), false});
    if (!missing.items.empty()) {
        main.emplace_back(Heading{"missing", 2, c.say("ready.missing_title")});
        main.emplace_back(std::move(missing));
    }
    if (bring.items.empty()) return;
    main.emplace_back(Heading{"bring", 2, c.say("ready.bring")});
    main.emplace_back(std::move(bring));
}

}  // namespace

Screen ready_screen(const ScreenContext& c) {
    const Procedure& p = c.procedure();
    Screen screen{"ready/" + p.id, c.say("ready.title") + " · " + c.in(p.title), c.state.lang, "title", false, bar_with_back(c), {}, {}, {}};
    auto& main = screen.main;
    main.emplace_back(Paragraph{"procedure", c.in(p.title), Tone::secondary});
    main.emplace_back(Heading{"title", 1, c.say("ready.title")});
    add_outcome(c, main);
    add_lists(c, main);
    main.emplace_back(Heading{"money-title", 2, c.say("ready.when")});
    main.emplace_back(boxed("money", facts_of(c, "money-list")));
    main.emplace_back(Heading{"where-title", 2, c.say("ready.where")});
    main.emplace_back(boxed("where", channels_of(c, "where-list")));
    add_filing_place(c, main);
    add_my_steps(c, main);
    main.emplace_back(Notice{"after", Tone::info, {}, c.say("ready.after"), false});
    add_next(c, main);
    main.emplace_back(Button{"to-share", c.say("ready.share"), ButtonKind::secondary, "share", act::go(sister(c, Page::share))});
    add_saving(c, main);
    screen.foot.emplace_back(Button{"to-sheet", c.say("ready.print"), ButtonKind::primary, "print", act::go(sister(c, Page::sheet))});
    Card answers{"answers", Tone::body, {}};
    answers.children.emplace_back(Heading{"answers-title", 2, c.say("checklist.answers")});
    answers.children.emplace_back(answers_of(c, "answers-list", true));
    screen.aside.emplace_back(std::move(answers));
    return screen;
}

}  // namespace danloi
