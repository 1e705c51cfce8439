// Where things are: what the finder found, the place where a dossier is handed in, what is set there.
#include "core/dossier_fields.hpp"
#include "core/json_write.hpp"
#include "core/text.hpp"
#include "core/update_parts.hpp"

#include <algorithm>
#include <variant>

namespace danloi {

namespace {

bool lies_in(const void* context, std::string_view unit, std::string_view area) {
    const auto& known = static_cast<const KnownPlaces*>(context)->by_code;
    const auto found = known.find(unit);
    return unit == area || (found != known.end() && found->second.province == area);
}

void learn(State& state, const PlaceName& place) {
    auto known = std::make_shared<KnownPlaces>();
    if (state.places) known->by_code = state.places->by_code;
    known->by_code.insert_or_assign(place.code, place);
    known->tree = {lies_in, known.get()};
    state.places = std::move(known);
}

std::string_view layer_file(const State& state, const Dossier& dossier) {
    const PlaceName* place = place_named(state, dossier.place);
    if (place == nullptr || !state.catalogue) return {};
    return state.catalogue->layer(place->code, place->province);
}

// The places of a dossier: where it is handed in, and those among its answers.
std::vector<std::string> codes_in(const Procedure& procedure, const Dossier& dossier) {
    std::vector<std::string> codes;
    if (!dossier.place.empty()) codes.push_back(dossier.place);
    for (const Question& question : procedure.questions) {
        const auto found = question.kind == QuestionKind::place ? dossier.answers.find(question.id) : dossier.answers.end();
        const auto* code = found == dossier.answers.end() ? nullptr : std::get_if<std::string>(&found->second);
        if (code != nullptr && is_place_code(*code)) codes.push_back(*code);
    }
    return codes;
}

// The name of a place that came with a link, now that the finder has told it.
void name_place(Turn& turn, const PlaceName& place) {
    learn(turn.state, place);
    const auto open = turn.state.dossiers.find(turn.state.dossier);
    if (open == turn.state.dossiers.end() || !turn.state.procedure) return;
    const auto codes = codes_in(*turn.state.procedure, open->second);
    if (std::find(codes.begin(), codes.end(), place.code) == codes.end()) return;
    open->second.places.insert_or_assign(place.code, place);
    save_fields(turn, {{"name." + place.code, place_name_json(place)}});
}

}  // namespace

std::string first_bytes(const std::string& text, std::size_t most) {
    std::string cut = text.substr(0, most);
    if (const auto broken = invalid_utf8_at(cut)) cut.resize(*broken);
    return cut;
}

const PlaceName* place_named(const State& state, std::string_view code) {
    if (!state.places) return nullptr;
    const auto found = state.places->by_code.find(code);
    return found == state.places->by_code.end() ? nullptr : &found->second;
}

const LocalView* locality_of(const State& state) {
    const Dossier* dossier = open_dossier(state);
    if (dossier == nullptr || dossier->place.empty() || state.local.file.empty()) return nullptr;
    return layer_file(state, *dossier) == state.local.file ? state.local.view.get() : nullptr;
}

void look_up(Turn& turn, std::string_view what, const std::string& query) {
    turn.state.find_failed = false;
    turn.effects.emplace_back(FindEffect{std::string{what}, query, turn.state.content ? turn.state.content->search_file : ""});
}

void name_places(const State& state, Dossier& dossier) {
    if (!state.procedure) return;
    for (const std::string& code : codes_in(*state.procedure, dossier))
        if (const PlaceName* place = place_named(state, code)) dossier.places.insert_or_assign(code, *place);
}

void learn_places(State& state, const Dossier& dossier) {
    for (const auto& [code, place] : dossier.places)
        if (is_place_code(code)) learn(state, place);
}

void ask_for_places(Turn& turn) {
    const State& state = turn.state;
    const Dossier* dossier = open_dossier(state);
    if (!state.procedure) return;
    const Dossier sent = state.shared ? dossier_from(*state.procedure, *state.shared) : Dossier{};
    for (const std::string& code : codes_in(*state.procedure, dossier != nullptr ? *dossier : sent))
        if (place_named(state, code) == nullptr) look_up(turn, "unit", code);
    ask_for_layer(turn);
}

void ask_for_layer(Turn& turn) {
    State& state = turn.state;
    const Dossier* dossier = open_dossier(state);
    if (dossier == nullptr) return;
    const std::string file{layer_file(state, *dossier)};
    if (file.empty() || file == state.local.file) return;
    state.local = {file, nullptr};
    turn.effects.emplace_back(FetchEffect{"locality", file, file, {}});
}

void take_locality(Turn& turn, const Loaded& action) {
    if (action.id != turn.state.local.file) return;  // the person has chosen another place meanwhile
    turn.state.local.view = load_local_view(action.bytes, turn.state.lang);
    if (!turn.state.local.view) turn.state.local = {};
}

void on_place(Turn& turn, const SetPlace& action, const Moment& moment) {
    State& state = turn.state;
    const bool filing = action.question == filing_place;
    if (!action.place.code.empty() && !is_place_code(action.place.code)) return;
    if (filing && (open_dossier(state) == nullptr || state.route.page != Page::place)) return;
    if (!filing && shown_place_question(state, action.question) == nullptr) return;
    remember_edit(state);
    Dossier& dossier = writable_dossier(turn, moment);
    std::vector<std::pair<std::string, std::string>> fields;
    if (filing) dossier.place = action.place.code;
    else dossier.answers.insert_or_assign(action.question, action.place.code);
    fields.emplace_back(filing ? std::string{"place"} : "answer." + action.question, json_string(action.place.code));
    if (!action.place.code.empty()) {
        dossier.places.insert_or_assign(action.place.code, action.place);
        fields.emplace_back("name." + action.place.code, place_name_json(action.place));
        learn(state, action.place);
    }
    state.place_query.clear();
    state.error.clear();
    ask_for_layer(turn);
    save_fields(turn, std::move(fields));
    if (filing) on_back(turn);
}

void on_found(Turn& turn, const Found& action) {
    State& state = turn.state;
    if (action.what == "unit" && !action.places.empty()) {
        name_place(turn, action.places.front().place);
        return ask_for_layer(turn);
    }
    const bool place = action.what == "place";
    if (action.query != (place ? state.place_query : state.query)) return;
    state.found = action;
    if (!state.content) return;
    const std::size_t n = place ? action.places.size() : action.ids.size();
    const char* key = place ? (n == 0 ? "place.none" : "place.results") : n == 0 ? "home.search.none" : "home.search.results";
    turn.effects.emplace_back(AnnounceEffect{state.content->wording.say(key, {{"n", std::to_string(n)}})});
}

}  // namespace danloi
