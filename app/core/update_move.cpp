// Moving about: next question, back, opening a page.
#include "core/json_write.hpp"
#include "core/typed_answer.hpp"
#include "core/update_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

bool needs_procedure(Page page) { return page != Page::home && page != Page::settings && page != Page::event; }

bool needs_dossier(Page page) {
    return page == Page::question || page == Page::checklist || page == Page::ready || page == Page::sheet ||
           page == Page::share || page == Page::place || page == Page::change;
}

std::string step_of(const Route& route) {
    switch (route.page) {
        case Page::question: return route.question;
        case Page::checklist: return "checklist";
        case Page::ready: return "ready";
        case Page::sheet: return "sheet";
        default: return {};
    }
}

void remember_step(Turn& turn) {
    State& state = turn.state;
    const auto found = state.dossiers.find(state.dossier);
    const std::string step = step_of(state.route);
    if (found == state.dossiers.end() || only_read(state, state.dossier) || step.empty() || found->second.step == step) return;
    found->second.step = step;
    save_fields(turn, {{"step", json_string(step)}});
}

void show(Turn& turn, Route route, bool push) {
    State& state = turn.state;
    if (route.page == Page::settings && state.route.page != Page::settings) state.before_settings = state.route;
    state.error.clear();
    state.deleting.clear();
    state.place_query.clear();
    if (push) {
        state.recovered.clear();
        state.adopted.clear();
    }
    if (route.page != Page::home) state.link_fault.clear();
    state.dossier = route.dossier;
    state.route = std::move(route);
    if (push) turn.effects.emplace_back(UrlEffect{path_of(state.route, state.lang), state.route, false});
    remember_step(turn);
    if (state.route.page == Page::place) look_up(turn, "place", {});
    ask_for_places(turn);
    // Said with the next screen only: what comes late must not push the page down under a hand.
    state.law_changed = newest_of(state) != nullptr || is_withdrawn(state);
    ask_for_newest(turn);
}

std::optional<std::size_t> place_in(const std::vector<std::size_t>& asked, const Procedure& procedure, const std::string& id) {
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (procedure.questions[asked[i]].id == id) return i;
    return std::nullopt;
}

Route next_route(const State& state) {
    const Procedure& procedure = *state.procedure;
    const auto next = next_question(procedure, *open_dossier(state), guide_input(state));
    if (next) return question_route(procedure, *next, state.dossier);
    return {Page::checklist, procedure.id, {}, state.dossier};
}

Route before_question(const State& state) {
    const Procedure& procedure = *state.procedure;
    const Dossier* dossier = open_dossier(state);
    if (dossier == nullptr) return {};
    const auto asked = asked_questions(procedure, *dossier, guide_input(state));
    const auto at = state.route.page == Page::question ? place_in(asked, procedure, state.route.question)
                                                       : std::optional{asked.size()};
    if (!at || *at == 0) return {Page::procedure, procedure.id, {}, state.dossier};
    return question_route(procedure, asked[*at - 1], state.dossier);
}

// Whoever came along the chain of a life event goes back to it.
Route parent_of_procedure(const State& state) {
    const bool event = state.catalogue && state.catalogue->event(state.route.from) != nullptr;
    return event ? Route{Page::event, {}, state.route.from, {}} : Route{};
}

Route parent_of(const State& state) {
    Route route = state.route;
    switch (route.page) {
        case Page::question:
        case Page::checklist: return state.procedure ? before_question(state) : Route{};
        case Page::ready:
        case Page::place:
        case Page::change:
        case Page::share: route.page = Page::checklist; return route;
        case Page::sheet: route.page = Page::ready; return route;
        case Page::settings: return state.before_settings;
        case Page::procedure: return parent_of_procedure(state);
        case Page::home:
        case Page::event:
        case Page::preview: break;
    }
    return {};
}

// Whoever had reached the checklist comes back to it, also with a question open: a link carries no personal answers.
std::optional<Page> late_page(const std::string& step) {
    if (step == "checklist") return Page::checklist;
    if (step == "ready") return Page::ready;
    return step == "sheet" ? std::optional{Page::sheet} : std::nullopt;
}

// A question that is not asked (any more) leads to where the dossier stands.
Route settled(const State& state, Route route, const Dossier& dossier) {
    if (route.page != Page::question) return route;
    const auto asked = asked_questions(*state.procedure, dossier, guide_input(state));
    if (place_in(asked, *state.procedure, route.question)) return route;
    return resume_route(*state.procedure, dossier, guide_input(state));
}

}  // namespace

Route question_route(const Procedure& procedure, std::size_t question, const std::string& dossier) {
    // The first question is asked on the procedure's own page.
    if (question == 0) return {Page::procedure, procedure.id, {}, dossier};
    return {Page::question, procedure.id, procedure.questions[question].id, dossier};
}

Route resume_route(const Procedure& procedure, const Dossier& dossier, const GuideInput& input) {
    if (const auto page = late_page(dossier.step)) return {*page, procedure.id, {}, dossier.id};
    const auto asked = asked_questions(procedure, dossier, input);
    const auto next = next_question(procedure, dossier, input);
    if (const auto at = place_in(asked, procedure, dossier.step)) {
        const bool ahead = next && *next < asked[*at];
        if (!ahead) return question_route(procedure, asked[*at], dossier.id);
    }
    if (next) return question_route(procedure, *next, dossier.id);
    return {Page::checklist, procedure.id, {}, dossier.id};
}

void enter(Turn& turn, const Route& route, bool push) {
    State& state = turn.state;
    state.waiting.reset();
    if (!needs_procedure(route.page)) {
        Route there = route;
        if (there.page == Page::home) {
            there = Route{};
            ask_for_catalogue(turn, false);
        }
        if (there.page == Page::event) {
            if (state.catalogue && state.catalogue->event(there.question) == nullptr) return enter(turn, Route{}, push);
            ask_for_catalogue(turn, false);
        }
        return show(turn, std::move(there), push);
    }
    auto found = state.dossiers.find(route.dossier);
    // A dossier is never read with another procedure's definition, whatever the browser's history says.
    if (found != state.dossiers.end() && found->second.procedure != route.procedure) found = state.dossiers.end();
    if (found == state.dossiers.end() && needs_dossier(route.page))
        return enter(turn, Route{Page::procedure, route.procedure, {}, {}}, push);
    const std::string pinned = found == state.dossiers.end() ? std::string{} : found->second.hash;
    const bool loaded = state.procedure && state.procedure->id == route.procedure &&
                        (pinned.empty() || state.procedure->hash == pinned);
    if (!loaded) return fetch_definition(turn, route.procedure, pinned, route, push);
    Route there = route;
    if (found == state.dossiers.end()) there.dossier.clear();
    show(turn, found == state.dossiers.end() ? there : settled(state, std::move(there), found->second), push);
}

void on_continue(Turn& turn) {
    State& state = turn.state;
    if (state.route.page == Page::checklist)
        return enter(turn, Route{Page::ready, state.route.procedure, {}, state.dossier}, true);
    const Question* question = shown_question(state);
    if (question == nullptr) return;
    std::string fault = answer_fault(state, *question);
    if (!fault.empty()) {
        state.error = std::move(fault);
        if (state.content) turn.effects.emplace_back(AnnounceEffect{fault_in_words(state, *question)});
        return;
    }
    settle_answer(turn, *question);
    enter(turn, next_route(state), true);
}

void on_back(Turn& turn) {
    Route parent = parent_of(turn.state);
    std::string path = path_of(parent, turn.state.lang);
    turn.effects.emplace_back(BackEffect{std::move(path), std::move(parent)});
}

}  // namespace danloi
