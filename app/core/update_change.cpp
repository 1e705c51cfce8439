// A newer definition of the open dossier's procedure: it is fetched, looked at, and used when the person agrees.
#include "core/carry_over.hpp"
#include "core/dossier_fields.hpp"
#include "core/procedure_load.hpp"
#include "core/update_parts.hpp"

namespace danloi {

const Procedure* newest_of(const State& state) {
    const Dossier* dossier = open_dossier(state);
    const bool newer = dossier != nullptr && state.newest && state.newest->id == dossier->procedure && state.newest->hash != dossier->hash;
    return newer && state.procedure && state.procedure->hash == dossier->hash ? state.newest.get() : nullptr;
}

bool is_withdrawn(const State& state) {
    const Dossier* dossier = open_dossier(state);
    return dossier != nullptr && state.catalogue && state.catalogue->find(dossier->procedure) == nullptr;
}

void ask_for_newest(Turn& turn) {
    const State& state = turn.state;
    const Dossier* dossier = open_dossier(state);
    if (dossier == nullptr || !state.catalogue) return;
    const std::string file = file_of(state, dossier->procedure);
    const std::string hash = hash_of_file(file);
    const bool here = state.newest && state.newest->id == dossier->procedure && state.newest->hash == hash;
    if (file.empty() || hash == dossier->hash || here) return;
    turn.effects.emplace_back(FetchEffect{"newest", dossier->procedure, file, hash});
}

void take_newest(Turn& turn, const Loaded& action) {
    Problems problems;
    auto procedure = load_procedure(action.bytes, action.id + ".json", problems);
    if (procedure && procedure->id == action.id && procedure->hash == action.hash) turn.state.newest = std::move(procedure);
}

void on_renew(Turn& turn) {
    State& state = turn.state;
    if (newest_of(state) == nullptr || !state.content) return;
    remember_edit(state);
    Dossier& dossier = state.dossiers.find(state.dossier)->second;
    Dossier carried = carried_over(dossier, *state.procedure, *state.newest, state.content->wording, state.lang);
    FieldList fields = fields_to_become(dossier, carried);
    dossier = std::move(carried);
    state.procedure = state.newest;
    turn.effects.emplace_back(PinEffect{dossier.procedure, dossier.hash});
    save_fields(turn, std::move(fields));
    announce(turn, "change.done");
    enter(turn, resume_route(*state.procedure, dossier, guide_input(state)), true);
}

void adopt(Turn& turn, const Waiting& waiting) {
    State& state = turn.state;
    const auto found = state.dossiers.find(waiting.then.dossier);
    if (found == state.dossiers.end() || !state.content) return;
    Dossier& dossier = found->second;
    Dossier carried = carried_over(dossier, *state.procedure, *state.procedure, state.content->wording, state.lang);
    FieldList fields = fields_to_become(dossier, carried);
    dossier = std::move(carried);
    enter(turn, waiting.then, waiting.push);
    state.adopted = state.dossier;
    turn.effects.emplace_back(PinEffect{dossier.procedure, dossier.hash});
    save_fields(turn, std::move(fields));
    announce(turn, "change.lost");
}

}  // namespace danloi
