// Several pages of one browser: who works on a dossier, what the others write; and everything as a file.
#include "core/dossier_fields.hpp"
#include "core/guide.hpp"
#include "core/readiness.hpp"
#include "core/shown.hpp"
#include "core/update_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

template <class... Kinds>
bool is_any(const Action& action) {
    return (std::holds_alternative<Kinds>(action) || ...);
}

// The shown page may be one that the dossier no longer has, or the dossier may be gone.
void settle(Turn& turn) {
    const Dossier* open = open_dossier(turn.state);
    if (open != nullptr && open->binned.empty()) {
        const auto waiting = turn.state.waiting;  // where the person is going to
        enter(turn, Route{turn.state.route}, false);
        if (waiting && !turn.state.waiting) turn.state.waiting = waiting;
        return;
    }
    announce(turn, "tabs.gone");
    enter(turn, Route{}, true);
}

void take(State& state, const StoredDossier& stored) {
    auto dossier = dossier_from_fields(stored.id, stored.fields);
    if (!dossier) return;
    learn_places(state, *dossier);
    if (stored.newer_app) state.newer_app.insert(stored.id);
    // What could be undone here would take the other page's work back, too.
    const auto of_it = [&](const Edit& edit) { return edit.before.id == stored.id; };
    state.edits.erase(std::remove_if(state.edits.begin(), state.edits.end(), of_it), state.edits.end());
    state.dossiers.insert_or_assign(stored.id, std::move(*dossier));
}

// The dossier that the Action would change.
std::string changed_by(const State& state, const Action& action) {
    if (const auto* bin = std::get_if<Bin>(&action)) return bin->dossier;
    if (const auto* restore = std::get_if<Restore>(&action)) return restore->dossier;
    return is_any<Choose, Check, Type, Tick, SetPlace, Undo, Follow, Renew>(action) ? state.dossier : std::string{};
}

}  // namespace

bool only_read(const State& state, const std::string& dossier) {
    // Of a dossier that this page has left, nobody tells it any more who works on it.
    const bool elsewhere = state.elsewhere == dossier && state.dossier == dossier;
    return !dossier.empty() && (elsewhere || state.newer_app.count(dossier) != 0);
}

void take_stored(State& state, const std::vector<StoredDossier>& stored) {
    for (const StoredDossier& one : stored) take(state, one);
}

bool refuses(Turn& turn, const Action& action) {
    const std::string dossier = changed_by(turn.state, action);
    if (!only_read(turn.state, dossier)) return false;
    announce(turn, turn.state.newer_app.count(dossier) != 0 ? "tabs.newer_app" : "tabs.elsewhere");
    return true;
}

void keep_hold(Turn& turn) {
    State& state = turn.state;
    const auto to_another = [&](const Effect& effect) {
        const auto* save = std::get_if<SaveEffect>(&effect);
        return save != nullptr && only_read(state, save->dossier);
    };
    turn.effects.erase(std::remove_if(turn.effects.begin(), turn.effects.end(), to_another), turn.effects.end());
    const std::string open = open_dossier(state) == nullptr ? std::string{} : state.dossier;
    if (open == state.held) return;
    state.held = open;
    turn.effects.emplace_back(HoldEffect{open});
}

void on_held(State& state, const Held& action) {
    if (action.elsewhere) state.elsewhere = action.dossier;
    else if (state.elsewhere == action.dossier) state.elsewhere.clear();
}

void on_changed(Turn& turn, const Changed& action) {
    State& state = turn.state;
    bool open = false;
    take_stored(state, action.dossiers);
    for (const StoredDossier& stored : action.dossiers) open = open || stored.id == state.dossier;
    for (const std::string& id : action.erased) {
        open = open || id == state.dossier;
        state.dossiers.erase(id);
    }
    if (open) settle(turn);
}

void on_back_up(Turn& turn) {
    const State& state = turn.state;
    BackUpEffect file;
    for (const auto& [id, dossier] : state.dossiers) {
        SaveEffect one{id, fields_of(dossier)};
        if (id == state.dossier && state.procedure && state.content)
            one.fields.emplace_back("snapshot", snapshot_json(*state.procedure, dossier, make_guide(*state.procedure, dossier, guide_input(state)), state.content->wording, state.lang));
        file.dossiers.push_back(std::move(one));
    }
    turn.effects.emplace_back(std::move(file));
}

}  // namespace danloi
