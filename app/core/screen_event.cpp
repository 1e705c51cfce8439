// A life event: its procedures in the order in which they are best done, and the papers that several of them ask for.
#include "core/screen_parts.hpp"
#include "core/update_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

// The newest dossier of this procedure, or nullptr.
const Dossier* begun(const ScreenContext& c, const std::string& procedure) {
    const Dossier* newest = nullptr;
    for (const auto& [id, dossier] : c.state.dossiers)
        if (dossier.procedure == procedure && dossier.binned.empty() && (newest == nullptr || newest->created < dossier.created)) newest = &dossier;
    return newest;
}

Link step_of_chain(const ScreenContext& c, const LifeEvent& event, const CatalogueEntry& entry, std::size_t number) {
    Link link = row_to(c, entry, "step-");
    link.action = act::go(Route{Page::procedure, entry.id, {}, {}, event.id});
    link.label = std::to_string(number) + ". " + link.label;
    for (const auto& [id, note] : event.notes)
        if (id == entry.id) link.hint = c.in(note);
    const Dossier* dossier = begun(c, entry.id);
    if (dossier == nullptr) return link;
    link.hint = c.say("event.begun", {{"state", standing(c, *dossier)}});
    link.action = act::with_id("resume", dossier->id);
    return link;
}

bool is_instead(const Procedure& done, const std::string& id) {
    return std::any_of(done.related.begin(), done.related.end(), [&](const Related& r) { return r.procedure == id && r.relation == "alternative"; });
}

// The procedure after this one in the chain the dossier belongs to; what this one stands for is not asked for again.
const CatalogueEntry* next_in_chain(const ScreenContext& c) {
    const LifeEvent* event = c.state.catalogue ? c.state.catalogue->event(c.dossier().event) : nullptr;
    if (event == nullptr) return nullptr;
    auto at = std::find(event->procedures.begin(), event->procedures.end(), c.procedure().id);
    if (at == event->procedures.end()) return nullptr;
    do ++at;
    while (at != event->procedures.end() && is_instead(c.procedure(), *at));
    return at == event->procedures.end() ? nullptr : c.state.catalogue->find(*at);
}

Link follow_link(const ScreenContext& c, const std::string& procedure, std::string label, std::string hint) {
    Link link;
    link.id = "next-" + procedure;
    link.label = std::move(label);
    link.hint = std::move(hint);
    link.href = path_of(Route{Page::procedure, procedure, {}, {}}, c.state.lang);
    link.kind = LinkKind::row;
    link.action = act::with_id("follow", procedure);
    return link;
}

std::vector<Link> ways_on(const ScreenContext& c) {
    std::vector<Link> links;
    if (const CatalogueEntry* next = next_in_chain(c)) {
        links.push_back(follow_link(c, next->id, c.in(next->plain_title.empty() ? next->title : next->plain_title), c.in(next->title)));
        return links;
    }
    for (const Related& r : c.procedure().related)
        if (r.title && (r.relation == "after" || r.relation == "linked")) links.push_back(follow_link(c, r.procedure, c.in(*r.title), c.in(r.why)));
    return links;
}

}  // namespace

void add_next(const ScreenContext& c, std::vector<Block>& main) {
    std::vector<Link> links = ways_on(c);
    if (links.empty()) return;
    main.emplace_back(Heading{"next", 2, c.say("event.next")});
    main.emplace_back(Paragraph{"next-lead", c.say("event.next.lead"), Tone::secondary});
    for (Link& link : links) main.emplace_back(std::move(link));
}

void add_followed(const ScreenContext& c, std::vector<Block>& main) {
    const auto before = c.state.dossiers.find(c.dossier().follows);
    if (before == c.state.dossiers.end()) return;
    const auto& documents = c.procedure().documents;
    if (std::none_of(documents.begin(), documents.end(), [&](const Document& d) { return goes_along(before->second, d); })) return;
    main.emplace_back(Paragraph{"followed", c.say("event.followed", {{"name", before->second.summary.title}}), Tone::secondary});
}

Screen event_screen(const ScreenContext& c) {
    const LifeEvent& event = *c.state.catalogue->event(c.state.route.question);
    Screen screen{"event/" + event.id, c.in(event.title) + " · " + c.say("app.name"), c.state.lang, "title", false, bar_with_back(c), {}, {}, {}};
    auto& main = screen.main;
    main.emplace_back(Heading{"title", 1, c.in(event.title)});
    main.emplace_back(Paragraph{"lead", c.say("event.lead"), Tone::secondary});
    std::size_t number = 0;
    for (const std::string& id : event.procedures)
        if (const CatalogueEntry* entry = c.state.catalogue->find(id)) main.emplace_back(step_of_chain(c, event, *entry, ++number));
    if (event.papers.empty()) return screen;
    List papers{"papers-list", false, {}};
    for (const Text& paper : event.papers) papers.items.push_back(c.in(paper));
    Card card{"papers", Tone::ok, {}};
    card.children.emplace_back(Heading{"papers-title", 2, c.say("event.papers")});
    card.children.emplace_back(Paragraph{"papers-lead", c.say("event.papers.lead"), Tone::secondary});
    card.children.emplace_back(std::move(papers));
    main.emplace_back(std::move(card));
    return screen;
}

}  // namespace danloi
