// What has changed in law since the dossier was begun: for this person, before they decide to go on with it.
#include "core/carry_over.hpp"
#include "core/screen_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

const std::string* value_of(const Rows& rows, const std::string& term) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.first == term; });
    return found == rows.end() ? nullptr : &found->second;
}

// Fee, time, deadlines and places whose words differ.
void add_differences(const ScreenContext& c, const Rows& then, const Rows& now, Rows& out) {
    const std::string none = c.say("change.nothing");
    for (const auto& [term, value] : now) {
        const std::string* before = value_of(then, term);
        if (before == nullptr || *before != value)
            out.emplace_back(term, c.say("change.row", {{"before", before == nullptr ? none : *before}, {"now", value}}));
    }
    for (const auto& [term, value] : then)
        if (value_of(now, term) == nullptr) out.emplace_back(term, c.say("change.row", {{"before", value}, {"now", none}}));
}

// Papers that apply, with what is asked of them.
Rows papers_of(const ScreenContext& c) {
    Rows rows;
    for (const PaperLine& line : c.guide().papers) {
        if (line.applies == Applies::no) continue;
        const Document& document = c.procedure().documents[line.document];
        rows.emplace_back(c.in(document.name), shown_counts(document, c.wording));
    }
    return rows;
}

bool is_asked(const ScreenContext& c, const std::string& id) {
    const auto& asked = c.guide().asked;
    return std::any_of(asked.begin(), asked.end(), [&](std::size_t q) { return c.procedure().questions[q].id == id; });
}

// Answers that stay where they are and are not asked for any more, or fit no question.
std::vector<std::string> idle_answers(const ScreenContext& then, const ScreenContext& now) {
    std::vector<std::string> list;
    for (const auto& [id, words] : now.dossier().retired) list.push_back(words);
    for (const std::size_t index : then.guide().asked) {
        const Question& question = then.procedure().questions[index];
        const auto kept = now.dossier().answers.find(question.id);
        if (kept != now.dossier().answers.end() && !is_asked(now, question.id))
            list.push_back(then.in(question.text) + " " + shown_answer(question, now.dossier(), then.wording, then.state.lang));
    }
    return list;
}

bool is_open(const ScreenContext& c, const std::string& id) { return is_asked(c, id) && c.dossier().answers.count(id) == 0; }

// Questions to answer now that were not to be answered before.
std::vector<std::string> open_questions(const ScreenContext& then, const ScreenContext& now) {
    std::vector<std::string> list;
    for (const std::size_t index : now.guide().asked) {
        const Question& question = now.procedure().questions[index];
        if (is_open(now, question.id) && !is_open(then, question.id)) list.push_back(now.in(question.text));
    }
    return list;
}

Rows notes_of(const ScreenContext& now) {
    Rows rows;
    for (const ChangeNote& note : now.procedure().change_notes)
        if (to_iso(note.date) >= now.dossier().created) rows.emplace_back(date_text(to_iso(note.date)), now.in(note.text));
    return rows;
}

void add_rows(const ScreenContext& c, const char* key, Rows rows, std::vector<Block>& main) {
    if (rows.empty()) return;
    main.emplace_back(Heading{std::string{key}, 2, c.say(key)});
    main.emplace_back(boxed(std::string{key} + "-box", Facts{std::string{key} + "-list", std::move(rows), true}));
}

void add_list(const ScreenContext& c, const char* key, std::vector<std::string> list, std::vector<Block>& main) {
    if (list.empty()) return;
    main.emplace_back(Heading{std::string{key}, 2, c.say(key)});
    main.emplace_back(List{std::string{key} + "-list", false, std::move(list)});
}

State renewed(const State& state) {
    State after = state;
    Dossier& dossier = after.dossiers.find(state.dossier)->second;
    dossier = carried_over(dossier, *state.procedure, *state.newest, state.content->wording, state.lang);
    after.procedure = state.newest;
    return after;
}

}  // namespace

Screen change_screen(const ScreenContext& c) {
    const State after = renewed(c.state);
    const ScreenContext now{after};
    const std::string name = c.in(c.procedure().title);
    Screen screen{"change/" + c.procedure().id, c.say("change.title") + " · " + name, c.state.lang, "title", false, bar_with_back(c), {}, {}, {}};
    auto& main = screen.main;
    main.emplace_back(Paragraph{"procedure", name, Tone::secondary});
    main.emplace_back(Heading{"title", 1, c.say("change.title")});
    main.emplace_back(Paragraph{"lead", c.say("change.lead", {{"date", date_text(c.dossier().created)}}), Tone::body});
    Rows differences;
    add_differences(c, facts_of(c, {}).rows, facts_of(now, {}).rows, differences);
    add_differences(c, channels_of(c, {}).rows, channels_of(now, {}).rows, differences);
    Rows papers;
    add_differences(c, papers_of(c), papers_of(now), papers);
    std::vector<std::string> idle = idle_answers(c, now);
    std::vector<std::string> open = open_questions(c, now);
    if (differences.empty() && papers.empty() && idle.empty() && open.empty())
        main.emplace_back(Notice{"same", Tone::ok, {}, c.say("change.same"), false});
    add_rows(c, "change.notes", notes_of(now), main);
    add_rows(c, "change.papers", std::move(papers), main);
    add_rows(c, "change.facts", std::move(differences), main);
    add_list(c, "change.open", std::move(open), main);
    add_list(c, "change.idle", std::move(idle), main);
    main.emplace_back(Button{"keep", c.say("change.keep"), ButtonKind::secondary, {}, act::plain("back")});
    screen.foot.emplace_back(Button{"renew", c.say("change.renew"), ButtonKind::primary, {}, act::plain("renew")});
    return screen;
}

}  // namespace danloi
