// My checklist: the papers that apply to this person, ticked off one by one, with the reason for each.
#include "core/screen_parts.hpp"

#include <array>

namespace danloi {

namespace {

PaperState state_of(const ScreenContext& c, const Document& d) {
    const auto found = c.dossier().papers.find(d.id);
    return found == c.dossier().papers.end() ? PaperState::undecided : found->second;
}

Choices states_of(const ScreenContext& c, const Document& d, const std::string& id) {
    static constexpr std::array<std::pair<PaperState, const char*>, 4> states{{
        {PaperState::have, "checklist.state.have"},
        {PaperState::on_the_way, "checklist.state.onTheWay"},
        {PaperState::missing, "checklist.state.missing"},
        {PaperState::not_needed, "checklist.state.notNeeded"},
    }};
    Choices choices;
    choices.id = id + "-state";
    choices.legend = c.say("checklist.state_of", {{"name", d.name.in(c.state.lang)}});
    choices.legend_hidden = true;
    choices.compact = true;
    const PaperState now = state_of(c, d);
    for (const auto& [state, key] : states)
        choices.options.push_back({std::string{name_of(state)}, c.say(key), {}, state == now, act::tick(d.id, state)});
    return choices;
}

std::string details_of(const ScreenContext& c, const Document& d) {
    std::string text = shown_counts(d, c.wording);
    if (d.issued_by) text += " · " + c.say("checklist.issued_by", {{"who", c.in(*d.issued_by)}});
    for (const Text& who : d.confirmed_by) text += " · " + c.say("checklist.confirmed_by", {{"who", c.in(who)}});
    if (d.age_limit_days) text += " · " + c.say("checklist.age_limit", {{"n", std::to_string(*d.age_limit_days)}});
    return text;
}

// The question that would settle a "perhaps": the first open one that the rule reads.
std::string settling(const ScreenContext& c, const Document& d) {
    if (!d.when) return {};
    const Why why = why_of(c.procedure(), c.dossier(), guide_input(c.state), *d.when);
    return why.open.empty() ? std::string{} : c.in(c.procedure().questions[why.open.front()].text);
}

void add_tags(const ScreenContext& c, const Document& d, bool perhaps, const std::string& id, std::vector<Block>& blocks) {
    Tags tags{id + "-tags", {}};
    if (perhaps) tags.items.emplace_back(c.say("checklist.perhaps"), Tone::warning);
    if (confidence_of(d.basis) != Confidence::high) tags.items.emplace_back(c.say("checklist.check_ward"), Tone::info);
    if (!tags.items.empty()) blocks.emplace_back(std::move(tags));
    if (!perhaps) return;
    const std::string question = settling(c, d);
    if (!question.empty())
        blocks.emplace_back(Paragraph{id + "-settle", c.say("checklist.perhaps.settle", {{"question", question}}), Tone::secondary});
}

Block paper_card(const ScreenContext& c, const PaperLine& line) {
    const Document& d = c.procedure().documents[line.document];
    const std::string id = "paper-" + d.id;
    const PaperState now = state_of(c, d);
    Card card{id, now == PaperState::have ? Tone::ok : Tone::body, {}};
    auto& in = card.children;
    in.emplace_back(Heading{id + "-name", 3, c.in(d.name), picture_of(c, d)});
    in.emplace_back(Paragraph{id + "-details", details_of(c, d), Tone::secondary});
    if (d.note) in.emplace_back(Paragraph{id + "-note", c.in(*d.note), Tone::secondary});
    add_tags(c, d, line.applies == Applies::perhaps, id, in);
    in.emplace_back(states_of(c, d, id));
    if ((now == PaperState::missing || now == PaperState::on_the_way) && d.how_to_get)
        in.emplace_back(Notice{id + "-next", Tone::warning, c.say("checklist.next.missing"), c.in(*d.how_to_get), false});
    in.push_back(why_paper(c, d));
    return card;
}

/// The group whose heading stands above this need; nothing when a heading would say nothing.
const DocumentGroup* headed_group(const ScreenContext& c, const Need& need) {
    for (const DocumentGroup& g : c.procedure().groups)
        if (g.id == need.group && (!g.any || need.documents.size() > 1)) return &g;
    return nullptr;
}

// The papers stand one level below a heading, the first ones too.
void add_needs(const ScreenContext& c, const std::vector<Need>& needs, std::vector<Block>& main) {
    if (!needs.empty() && headed_group(c, needs.front()) == nullptr) main.emplace_back(Heading{"bring", 2, c.say("ready.bring")});
    std::string group;
    for (const Need& need : needs) {
        if (const DocumentGroup* g = headed_group(c, need); g != nullptr && need.group != group) {
            main.emplace_back(Heading{"group-" + g->id, 2, c.in(g->title)});
            main.emplace_back(Paragraph{"group-" + g->id + "-rule", c.say(g->any ? "checklist.any_of" : "checklist.all_of"), Tone::secondary});
        }
        group = need.group;
        for (const std::size_t document : need.documents)
            main.push_back(paper_card(c, c.guide().papers[document]));
    }
}

void add_not_needed(const ScreenContext& c, std::vector<Block>& main) {
    const auto list = not_needed_of(c);
    if (!list.empty()) {
        Card card{"not-needed", Tone::ok, {}};
        card.children.emplace_back(Heading{"not-needed-title", 2, c.say("checklist.not_needed.title")});
        card.children.emplace_back(Facts{"not-needed-list", list, true});
        main.emplace_back(std::move(card));
    }
    std::vector<std::pair<std::string, std::string>> others;
    for (const PaperLine& line : c.guide().papers) {
        const Document& d = c.procedure().documents[line.document];
        if (line.applies == Applies::no && !d.not_needed && d.because)
            others.emplace_back(c.in(d.name), c.say("procedure.conditional", {{"because", c.in(*d.because)}}));
    }
    if (others.empty()) return;
    Disclosure more{"others", c.say("checklist.other.title"), c.is_open("others"), act::toggle("others"), {}};
    if (more.open) more.children.emplace_back(Facts{"others-list", std::move(others), true});
    main.emplace_back(std::move(more));
}

void add_exemptions(const ScreenContext& c, std::vector<Block>& main) {
    std::vector<std::string> lines;
    for (const FeeLine& line : c.guide().fees.lines) {
        if (line.applies == Applies::no || line.exempted) continue;
        const Fee& fee = c.procedure().fees[line.fee];
        for (const Exemption& e : fee.exemptions) add_once(lines, c.in(e.label));
        if (fee.note) add_once(lines, c.in(*fee.note));
    }
    if (lines.empty()) return;
    Disclosure more{"exempt", c.say("fee.exempt_who"), c.is_open("exempt"), act::toggle("exempt"), {}};
    if (more.open) more.children.emplace_back(List{"exempt-list", false, std::move(lines)});
    main.emplace_back(std::move(more));
}

void add_answers(const ScreenContext& c, std::vector<Block>& aside) {
    Card card{"answers", Tone::body, {}};
    card.children.emplace_back(Heading{"answers-title", 2, c.say("checklist.answers")});
    card.children.emplace_back(answers_of(c, "answers-list", true));
    if (!c.dossier().retired.empty()) {
        List old{"retired-list", false, {}};
        for (const auto& [id, words] : c.dossier().retired) old.items.push_back(words);
        card.children.emplace_back(Heading{"retired", 3, c.say("change.idle")});
        card.children.emplace_back(std::move(old));
    }
    aside.emplace_back(std::move(card));
}

}  // namespace

Block why_paper(const ScreenContext& c, const Document& d) {
    const std::string key = "why." + d.id;
    Disclosure why{"why-" + d.id, c.say("checklist.why"), c.is_open(key), act::toggle(key), {}};
    if (!why.open) return why;
    std::vector<std::string> lines;
    if (d.because) lines.push_back(c.say("checklist.because", {{"because", c.in(*d.because)}}));
    else lines.push_back(c.say("procedure.always"));
    if (d.when) {
        for (const std::size_t index : why_of(c.procedure(), c.dossier(), guide_input(c.state), *d.when).answered) {
            const Question& q = c.procedure().questions[index];
            const std::string answer = shown_answer(q, c.dossier(), c.wording, c.state.lang);
            lines.push_back(c.say("checklist.you_answered", {{"question", q.text.in(c.state.lang)}, {"answer", answer}}));
        }
    }
    const std::string law = shown_basis(d.basis, c.procedure(), c.wording, c.state.lang);
    lines.push_back(law.empty() ? c.say("checklist.general_knowledge") : law);
    for (const Text& place : d.available_from) lines.push_back(c.say("checklist.available_from") + ": " + c.in(place));
    for (const Text& fault : d.refuse_if) lines.push_back(c.say("checklist.refuse_if") + ": " + c.in(fault));
    why.children.emplace_back(List{"why-" + d.id + "-list", false, std::move(lines)});
    return why;
}

Screen checklist_screen(const ScreenContext& c) {
    const Procedure& p = c.procedure();
    std::vector<Block> pills;
    pills.emplace_back(Button{"to-sheet", c.say("nav.print"), ButtonKind::pill, {}, act::go(sister(c, Page::sheet))});
    pills.emplace_back(Button{"to-share", c.say("nav.share"), ButtonKind::pill, {}, act::go(sister(c, Page::share))});
    Screen screen{"checklist/" + p.id, c.say("checklist.title") + " · " + c.in(p.title), c.state.lang, "title", false,
                  bar_with_back(c, std::move(pills)), {}, {}, {}};
    auto& main = screen.main;
    const Summary summary = summarise(p, c.dossier(), c.guide(), c.state.lang);
    main.emplace_back(Paragraph{"procedure", c.in(p.title), Tone::secondary});
    main.emplace_back(Heading{"title", 1, c.say("checklist.title")});
    main.emplace_back(Paragraph{"lead", c.say("checklist.lead", {{"have", std::to_string(summary.have)}, {"total", std::to_string(summary.needed)}}), Tone::body});
    add_followed(c, main);
    add_outcome(c, main);
    if (c.guide().next) {
        const Question& open = p.questions[*c.guide().next];
        main.emplace_back(Notice{"open", Tone::warning, c.say("checklist.open"), c.in(open.text), false});
        main.emplace_back(Button{"answer-open", c.say("checklist.answer_open"), ButtonKind::secondary, {},
                                 act::go(question_route(p, *c.guide().next, c.state.dossier))});
    }
    add_needs(c, needs_of(p, c.dossier(), c.guide()), main);
    add_not_needed(c, main);
    Card facts{"money", Tone::body, {}};
    facts.children.emplace_back(facts_of(c, "money-list"));
    main.emplace_back(std::move(facts));
    main.emplace_back(Heading{"where-title", 2, c.say("procedure.where")});
    main.emplace_back(boxed("where", channels_of(c, "where-list")));
    add_filing_place(c, main);
    add_exemptions(c, main);
    main.emplace_back(Button{"change", c.say("checklist.change_answers"), ButtonKind::secondary, {},
                             act::go(Route{Page::procedure, p.id, {}, c.state.dossier})});
    add_saving(c, main);
    add_answers(c, screen.aside);
    screen.foot.emplace_back(Button{"continue", c.say("checklist.ready_button"), ButtonKind::primary, {}, act::plain("continue")});
    return screen;
}

}  // namespace danloi
