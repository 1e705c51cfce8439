// From one procedure to the next: papers that both ask for are not asked twice.
#include "core/json_write.hpp"
#include "core/update_parts.hpp"

namespace danloi {

void on_follow(Turn& turn, const Follow& action) {
    State& state = turn.state;
    const auto open = state.dossiers.find(state.dossier);
    if (open == state.dossiers.end() || !state.procedure) return;
    Dossier& dossier = open->second;
    std::vector<std::pair<std::string, std::string>> fields;
    for (const Document& document : state.procedure->documents) {
        const auto found = dossier.papers.find(document.id);
        if (document.shared.empty() || found == dossier.papers.end()) continue;
        dossier.shared.insert_or_assign(document.shared, found->second);
        fields.emplace_back("shared." + document.shared, json_string(name_of(found->second)));
    }
    if (!fields.empty()) save_fields(turn, std::move(fields));
    enter(turn, Route{Page::procedure, action.procedure, {}, {}, dossier.id}, true);
}

bool goes_along(const Dossier& before, const Document& document) {
    const auto found = document.shared.empty() ? before.shared.end() : before.shared.find(document.shared);
    return found != before.shared.end() && (found->second == PaperState::have || found->second == PaperState::on_the_way);
}

void take_along(const State& state, Dossier& dossier) {
    const auto found = state.dossiers.find(state.route.from);
    if (found == state.dossiers.end()) {
        const bool event = !state.catalogue || state.catalogue->event(state.route.from) != nullptr;
        if (event) dossier.event = state.route.from;
        return;
    }
    const Dossier& before = found->second;
    dossier.event = before.event;
    dossier.follows = before.id;
    dossier.place = before.place;
    name_places(state, dossier);
    for (const Document& document : state.procedure->documents)
        if (goes_along(before, document)) dossier.papers.emplace(document.id, before.shared.find(document.shared)->second);
}

}  // namespace danloi
