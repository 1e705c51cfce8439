// Coming and going of data: the start file, definitions, dossiers from the device.
#include "core/dossier_fields.hpp"
#include "core/procedure_load.hpp"
#include "core/update_parts.hpp"

namespace danloi {

namespace {

// The hash in "/data/tt/<id>.<hash>.json".
std::string hash_of(const CatalogueEntry& entry) {
    const std::size_t end = entry.file.rfind('.');
    const std::size_t begin = end == std::string::npos || end == 0 ? end : entry.file.rfind('.', end - 1);
    return begin == std::string::npos ? std::string{} : entry.file.substr(begin + 1, end - begin - 1);
}

void take_dossiers(State& state, const std::vector<StoredDossier>& stored) {
    for (const StoredDossier& item : stored)
        if (auto dossier = dossier_from_fields(item.id, item.fields)) state.dossiers.insert_or_assign(item.id, std::move(*dossier));
    if (!state.dossiers.empty()) state.saving = Saving::saved;
}

Route first_route(const Start& action) {
    if (action.route) return *action.route;
    return route_of_path(action.path).value_or(Route{});
}

void mark_broken(Turn& turn, const std::string& id) {
    turn.state.broken.insert(id);
    turn.state.waiting.reset();
    enter(turn, Route{}, true);
}

}  // namespace

void fetch_definition(Turn& turn, const std::string& procedure, const std::string& pinned_hash, const Route& then, bool push) {
    State& state = turn.state;
    const CatalogueEntry* entry = state.content ? state.content->catalogue.find(procedure) : nullptr;
    const bool pinned = !pinned_hash.empty() && (entry == nullptr || hash_of(*entry) != pinned_hash);
    if (!pinned && (entry == nullptr || state.broken.count(procedure) != 0)) {
        if (entry == nullptr) state.link_fault = "link.unknown";
        state.route = Route{};
        return;
    }
    state.waiting = Waiting{procedure, then, push};
    turn.effects.emplace_back(FetchEffect{pinned ? "pinned" : "procedure", procedure, pinned ? std::string{} : entry->file,
                                          pinned ? pinned_hash : hash_of(*entry)});
}

void on_start(Turn& turn, const Start& action) {
    State& state = turn.state;
    state.lang = action.lang == "en" ? "en" : "vi";
    state.origin = action.origin;
    state.storage_missing = action.storage != "ok";
    Problems problems;
    if (auto content = load_content(action.content, "start." + state.lang + ".json", problems))
        state.content = std::make_shared<const Content>(std::move(*content));
    take_dossiers(state, action.dossiers);
    if (!action.fragment.empty()) return open_link(turn, action.fragment);
    enter(turn, first_route(action), false);
}

void on_loaded(Turn& turn, const Loaded& action) {
    State& state = turn.state;
    if (action.what != "procedure" && action.what != "pinned") return;
    // What comes after the person has gone elsewhere must not take the place of the open definition.
    if (!state.waiting || state.waiting->procedure != action.id) return;
    Problems problems;
    auto procedure = load_procedure(action.bytes, action.id + ".json", problems);
    const bool other = procedure && (procedure->id != action.id || (!action.hash.empty() && procedure->hash != action.hash));
    if (!procedure || other) return mark_broken(turn, action.id);
    state.procedure = std::move(procedure);
    state.broken.erase(action.id);
    const Route then = state.waiting->then;
    const auto found = state.dossiers.find(then.dossier);
    // A pinned definition that came back with other bytes would send `enter` round in a circle.
    if (found != state.dossiers.end() && found->second.hash != state.procedure->hash) return mark_broken(turn, action.id);
    enter(turn, then, state.waiting->push);
}

void on_failed(Turn& turn, const Failed& action) {
    if (turn.state.waiting && turn.state.waiting->procedure == action.id) mark_broken(turn, action.id);
}

}  // namespace danloi
