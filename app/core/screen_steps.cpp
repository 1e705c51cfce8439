// What happens, by whom, what people ask about it, what changed lately and what goes with it.
#include "core/screen_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

std::string step_text(const ScreenContext& c, const Step& step) {
    std::string text = c.in(step.title) + ". " + c.in(step.how);
    for (const Text& warning : step.warnings) text += " " + c.in(warning);
    return text;
}

void add_step_list(const std::string& id, std::string title, const char* actor, std::vector<std::string> steps, std::vector<Block>& main) {
    if (steps.empty()) return;
    main.emplace_back(Heading{id, 3, std::move(title), {actor}});
    main.emplace_back(List{id + "-list", true, std::move(steps)});
}

}  // namespace

void add_steps(const ScreenContext& c, std::vector<Block>& main) {
    main.emplace_back(Heading{"how", 2, c.say("procedure.how")});
    std::vector<std::string> mine;
    std::vector<std::string> theirs;
    for (const Step& step : c.procedure().steps) (step.by_office ? theirs : mine).push_back(step_text(c, step));
    add_step_list("how-mine", c.say("procedure.by_you"), "person", std::move(mine), main);
    add_step_list("how-office", c.say("procedure.by_office"), "office", std::move(theirs), main);
}

void add_my_steps(const ScreenContext& c, std::vector<Block>& main) {
    std::vector<std::string> mine;
    for (const std::size_t index : c.guide().steps) {
        const Step& step = c.procedure().steps[index];
        if (!step.by_office) mine.push_back(step_text(c, step));
    }
    if (mine.empty()) return;
    main.emplace_back(Heading{"steps", 2, c.say("ready.steps"), {"person"}});
    main.emplace_back(List{"steps-list", true, std::move(mine)});
}

void add_asked_often(const ScreenContext& c, std::vector<Block>& main) {
    Facts facts{"faq-list", {}, true};
    for (const Step& step : c.procedure().steps)
        for (const Faq& faq : step.faq) facts.rows.emplace_back(c.in(faq.question), c.in(faq.answer));
    if (facts.rows.empty()) return;
    main.emplace_back(Heading{"faq", 2, c.say("procedure.faq")});
    main.emplace_back(std::move(facts));
}

void add_changes(const ScreenContext& c, std::vector<Block>& main) {
    Facts facts{"changes-list", {}, true};
    std::vector<const ChangeNote*> notes;
    const auto later = [](const ChangeNote* a, const ChangeNote* b) { return b->date < a->date; };
    for (const ChangeNote& note : c.procedure().change_notes) notes.insert(std::upper_bound(notes.begin(), notes.end(), &note, later), &note);
    for (const ChangeNote* note : notes) facts.rows.emplace_back(date_text(to_iso(note->date)), c.in(note->text));
    if (facts.rows.empty()) return;
    main.emplace_back(Heading{"changes", 2, c.say("procedure.changes")});
    main.emplace_back(std::move(facts));
}

void add_related(const ScreenContext& c, std::vector<Block>& main) {
    const auto& related = c.procedure().related;
    if (std::none_of(related.begin(), related.end(), [](const Related& r) { return r.title.has_value(); })) return;
    main.emplace_back(Heading{"related", 2, c.say("procedure.related")});
    for (const Related& r : related) {
        if (!r.title) continue;
        Link link;
        link.id = "related-" + r.procedure;
        link.label = c.in(*r.title);
        link.hint = c.in(r.why);
        link.href = path_of(Route{Page::procedure, r.procedure, {}, {}}, c.state.lang);
        link.kind = LinkKind::row;
        link.action = act::with_id("open", r.procedure);
        main.emplace_back(std::move(link));
    }
}

}  // namespace danloi
