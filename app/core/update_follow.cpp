// From one procedure to the next: papers that both ask for are not asked twice.
#include "core/update_parts.hpp"

namespace danloi {

void on_follow(Turn& turn, const Follow& action) {
    State& state = turn.state;
    const Dossier* dossier = open_dossier(state);
    if (dossier == nullptr || !state.procedure) return;
    Carried carried{action.procedure, dossier->id, dossier->place, {}};
    for (const Document& document : state.procedure->documents) {
        const auto found = dossier->papers.find(document.id);
        const bool ready = found != dossier->papers.end() && (found->second == PaperState::have || found->second == PaperState::on_the_way);
        if (ready && !document.shared.empty()) carried.papers.insert_or_assign(document.shared, found->second);
    }
    state.event = dossier->event;
    state.carried = std::move(carried);
    enter(turn, Route{Page::procedure, action.procedure, {}, {}}, true);
}

void take_along(State& state, Dossier& dossier) {
    dossier.event = state.event;
    if (!state.carried || state.carried->procedure != dossier.procedure) return;
    dossier.follows = state.carried->dossier;
    dossier.place = state.carried->place;
    if (const PlaceName* place = place_named(state, dossier.place)) dossier.places.emplace(place->code, *place);
    for (const Document& document : state.procedure->documents) {
        const auto found = state.carried->papers.find(document.shared);
        if (!document.shared.empty() && found != state.carried->papers.end()) dossier.papers.emplace(document.id, found->second);
    }
    state.carried.reset();
}

}  // namespace danloi
