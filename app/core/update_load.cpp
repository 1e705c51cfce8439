// Coming and going of data: the start file, definitions, dossiers from the device.
#include "core/catalogue_names.hpp"
#include "core/dossier_fields.hpp"
#include "core/procedure_load.hpp"
#include "core/update_parts.hpp"

#include <utility>

namespace danloi {

namespace {

// The definition's address was wanted before the catalogue was there.
void go_on_waiting(Turn& turn) {
    if (!turn.state.waiting || turn.state.waiting->asked_for) return;
    const Waiting waiting = *std::exchange(turn.state.waiting, std::nullopt);
    fetch_definition(turn, waiting.procedure, {}, waiting.then, waiting.push);
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

// The definition that a dossier was begun with is not on this device and not at its address: the newest is better than none.
void lose_pinned(Turn& turn) {
    const Waiting waiting = *turn.state.waiting;
    if (turn.state.catalogue && file_of(turn.state, waiting.procedure).empty()) return mark_broken(turn, waiting.procedure);
    fetch_definition(turn, waiting.procedure, {}, waiting.then, waiting.push);
}

// Home says so and offers another try; what waited for it cannot be opened now.
void miss_catalogue(Turn& turn) {
    turn.state.catalogue_asked = false;
    turn.state.catalogue_missed = true;
    if (turn.state.waiting && !turn.state.waiting->asked_for) mark_broken(turn, std::string{turn.state.waiting->procedure});
}

void take_catalogue(Turn& turn, const std::string& bytes) {
    turn.state.catalogue = load_catalogue_names(bytes);
    if (!turn.state.catalogue) return miss_catalogue(turn);
    turn.state.catalogue_missed = false;
    go_on_waiting(turn);
    ask_for_layer(turn);
    ask_for_newest(turn);
}

}  // namespace

std::string hash_of_file(const std::string& file) {
    const std::size_t end = file.rfind('.');
    const std::size_t begin = end == std::string::npos || end == 0 ? end : file.rfind('.', end - 1);
    return begin == std::string::npos ? std::string{} : file.substr(begin + 1, end - begin - 1);
}

std::string file_of(const State& state, const std::string& procedure) {
    const CatalogueEntry* entry = state.catalogue ? state.catalogue->find(procedure) : nullptr;
    if (entry != nullptr) return entry->file;
    return procedure == state.page.procedure ? state.page.file : std::string{};
}

void ask_for_catalogue(Turn& turn, bool later) {
    State& state = turn.state;
    if (state.catalogue || state.catalogue_asked || !state.content) return;
    state.catalogue_asked = true;
    turn.effects.emplace_back(FetchEffect{"catalogue", {}, state.content->catalogue_file, {}, later});
}

void fetch_definition(Turn& turn, const std::string& procedure, const std::string& pinned_hash, const Route& then, bool push) {
    State& state = turn.state;
    const std::string file = file_of(state, procedure);
    const bool pinned = !pinned_hash.empty() && hash_of_file(file) != pinned_hash;
    if (!pinned && file.empty() && !state.catalogue && state.content) {
        state.waiting = Waiting{procedure, then, push, false};
        return ask_for_catalogue(turn, false);
    }
    if (!pinned && file.empty()) {
        state.link_fault = "link.unknown";
        state.route = Route{};
        return;
    }
    state.waiting = Waiting{procedure, then, push};
    turn.effects.emplace_back(FetchEffect{pinned ? "pinned" : "procedure", procedure, pinned ? std::string{} : file,
                                          pinned ? pinned_hash : hash_of_file(file)});
}

void on_start(Turn& turn, const Start& action) {
    State& state = turn.state;
    state.lang = action.lang == "en" ? "en" : "vi";
    state.origin = action.origin;
    state.storage_missing = action.storage != "ok";
    Problems problems;
    if (auto content = load_content(action.content, "start." + state.lang + ".json", problems))
        state.content = std::make_shared<const Content>(std::move(*content));
    if (const auto here = route_of_path(action.path)) state.page = {here->procedure, action.definition};
    take_stored(state, action.dossiers);
    if (!state.dossiers.empty()) state.saving = Saving::saved;
    empty_old_bin(turn);
    const Route first = first_route(action);
    // So that the browser's Back finds its way to the page the person came by.
    if (!action.route) turn.effects.emplace_back(UrlEffect{action.path, first, true});
    if (action.fragment.empty()) enter(turn, first, false);
    else open_link(turn, action.fragment);
    ask_for_catalogue(turn, state.waiting.has_value() || state.route.page != Page::home);
    if (state.content && !state.content->glossary_file.empty())
        turn.effects.emplace_back(FetchEffect{"words", {}, state.content->glossary_file, {}, true});
}

void on_loaded(Turn& turn, const Loaded& action) {
    State& state = turn.state;
    if (action.what == "catalogue") return take_catalogue(turn, action.bytes);
    if (action.what == "locality") return take_locality(turn, action);
    if (action.what == "words") return void(state.words = load_hard_words(action.bytes));
    if (action.what == "newest") return take_newest(turn, action);
    if (action.what != "procedure" && action.what != "pinned") return;
    // What comes after the person has gone elsewhere must not take the place of the open definition.
    if (!state.waiting || state.waiting->procedure != action.id) return;
    Problems problems;
    auto procedure = load_procedure(action.bytes, action.id + ".json", problems);
    const bool other = procedure && (procedure->id != action.id || (!action.hash.empty() && procedure->hash != action.hash));
    const Waiting waiting = *state.waiting;
    const auto found = state.dossiers.find(waiting.then.dossier);
    const bool of_another = procedure && found != state.dossiers.end() && found->second.hash != procedure->hash;
    if (action.what == "pinned" && (!procedure || other || of_another)) return lose_pinned(turn);
    if (!procedure || other) return mark_broken(turn, action.id);
    state.procedure = std::move(procedure);
    state.broken.erase(action.id);
    // A dossier's own definition is asked for first: another one comes only when that is lost.
    if (of_another && !only_read(state, waiting.then.dossier)) return adopt(turn, waiting);
    if (of_another) return mark_broken(turn, action.id);
    // It may have been cleared from the device, and one day the site has it no more.
    if (found != state.dossiers.end() && action.what == "procedure") turn.effects.emplace_back(PinEffect{action.id, found->second.hash});
    enter(turn, waiting.then, waiting.push);
}

void on_failed(Turn& turn, const Failed& action) {
    if (action.what == "catalogue") return miss_catalogue(turn);
    if (action.what == "find") turn.state.find_failed = true;
    if (action.what == "locality" && action.id == turn.state.local.file) turn.state.local = {};
    if (!turn.state.waiting || turn.state.waiting->procedure != action.id) return;
    if (action.what == "pinned") lose_pinned(turn);
    if (action.what == "procedure") mark_broken(turn, action.id);
}

}  // namespace danloi
