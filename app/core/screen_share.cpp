// Sharing: the link, its QR code, what is in it; and the preview of a link that somebody sent.
#include "core/qr.hpp"
#include "core/screen_parts.hpp"

namespace danloi {

namespace {

// What a link holds, in words: the answers that are nobody's secret, and the place that was chosen.
Facts inside_of(const ScreenContext& c, const std::string& id) {
    Facts facts = answers_of(c, id, false);
    const std::string& place = c.dossier().place;
    if (!place.empty()) facts.rows.emplace_back(c.say("place.title"), name_of_place(c, place));
    return facts;
}

}  // namespace

Screen share_screen(const ScreenContext& c) {
    const Procedure& p = c.procedure();
    Screen screen{"share/" + p.id, c.say("share.title") + " · " + c.in(p.title), c.state.lang, "title", false, bar_with_back(c), {}, {}, {}};
    auto& main = screen.main;
    const std::string link = share_link(c.state);
    main.emplace_back(Paragraph{"procedure", c.in(p.title), Tone::secondary});
    main.emplace_back(Heading{"title", 1, c.say("share.title")});
    main.emplace_back(Paragraph{"lead", c.say("share.lead"), Tone::body});
    main.emplace_back(Button{"copy", c.say("share.copy"), ButtonKind::primary, {}, act::plain("copy")});
    main.emplace_back(Button{"share", c.say("share.system"), ButtonKind::secondary, "share", act::plain("share")});
    Card card{"code", Tone::body, {}};
    card.children.emplace_back(Heading{"code-title", 2, c.say("share.qr")});
    if (auto qr = qr_of("qr", c.say("share.qr"), link)) card.children.emplace_back(std::move(*qr));
    main.emplace_back(std::move(card));
    main.emplace_back(Heading{"inside", 2, c.say("share.inside")});
    main.emplace_back(inside_of(c, "inside-list"));
    Link address;
    address.id = "address";
    address.label = link;
    address.href = link;
    main.emplace_back(std::move(address));
    return screen;
}

Screen preview_screen(const ScreenContext& c) {
    const Procedure& p = c.procedure();
    Screen screen{"preview/" + p.id, c.say("preview.title") + " · " + c.in(p.title), c.state.lang, "title", false, bar_with_back(c), {}, {}, {}};
    auto& main = screen.main;
    main.emplace_back(Heading{"title", 1, c.say("preview.title")});
    main.emplace_back(Heading{"procedure", 2, c.in(p.title)});
    main.emplace_back(Paragraph{"lead", c.say("preview.lead"), Tone::body});
    if (c.state.shared && c.state.shared->version != p.version)
        main.emplace_back(Notice{"version", Tone::warning, {}, c.say("preview.version_differs", {{"date", date_text(c.state.shared->version)}}), false});
    Card answers{"answers", Tone::body, {}};
    answers.children.emplace_back(Heading{"answers-title", 2, c.say("checklist.answers")});
    answers.children.emplace_back(inside_of(c, "answers-list"));
    main.emplace_back(std::move(answers));
    std::vector<std::string> papers;
    for (const Need& need : needs_of(p, c.dossier(), c.guide()))
        for (const std::size_t document : need.documents)
            papers.push_back(c.in(p.documents[document].name) + (need.certain ? "" : " (" + c.say("checklist.perhaps") + ")"));
    main.emplace_back(Heading{"papers-title", 2, c.say("preview.papers")});
    main.emplace_back(List{"papers-list", false, std::move(papers)});
    main.emplace_back(boxed("money", facts_of(c, "money-list")));
    screen.foot.emplace_back(Button{"accept", c.say("preview.open"), ButtonKind::primary, {}, act::plain("accept")});
    screen.foot.emplace_back(Button{"discard", c.say("preview.discard"), ButtonKind::quiet, {}, act::plain("discard")});
    return screen;
}

}  // namespace danloi
