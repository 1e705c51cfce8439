// `update`: one line for each Action. The work is in update_*.cpp.
#include "core/text.hpp"
#include "core/update_parts.hpp"

#include <algorithm>
#include <cstdlib>

namespace danloi {

namespace {

bool is_one_of(const std::string& value, std::initializer_list<const char*> allowed) {
    return std::any_of(allowed.begin(), allowed.end(), [&](const char* a) { return value == a; });
}

bool set_preference(Preferences& preferences, const std::string& key, const std::string& value) {
    if (key == "textScale") {
        preferences.text_scale = std::clamp(std::atoi(value.c_str()), 80, 200);
        return true;
    }
    if (key == "theme" && is_one_of(value, {"system", "light", "dark", "contrast"})) return preferences.theme = value, true;
    if (key == "view" && is_one_of(value, {"canvas", "plain"})) return preferences.view = value, true;
    if (key == "typing" && is_one_of(value, {"off", "telex", "vni"})) return preferences.typing = value, true;
    if (key == "keyboard" && is_one_of(value, {"off", "on"})) return preferences.keyboard = value, true;
    if (key == "easy" && is_one_of(value, {"off", "on"})) return preferences.easy = value, true;
    if (key == "plainWords" && is_one_of(value, {"off", "on"})) return preferences.plain_words = value == "on", true;
    return false;
}

void toggle(State& state, const std::string& key) {
    if (state.open.erase(key) == 0) state.open.insert(key);
}

void on_saved(State& state, const Saved& action) {
    state.saving = action.ok ? Saving::saved : Saving::failed;
    state.save_fault = action.ok ? std::string{} : action.reason;
}

struct Updater {
    Turn& turn;
    const Moment& moment;

    void operator()(const Choose& a) const { on_choose(turn, a, moment); }
    void operator()(const Check& a) const { on_check(turn, a, moment); }
    void operator()(const Type& a) const { on_type(turn, a, moment); }
    void operator()(const Continue&) const { on_continue(turn); }
    void operator()(const Back&) const { on_back(turn); }
    void operator()(const OpenProcedure& a) const { enter(turn, Route{Page::procedure, a.id, {}, {}}, true); }
    void operator()(const Resume& a) const {
        const auto found = turn.state.dossiers.find(a.dossier);
        if (found != turn.state.dossiers.end())
            enter(turn, Route{Page::question, found->second.procedure, {}, a.dossier}, true);
    }
    void operator()(const Tick& a) const { on_tick(turn, a); }
    void operator()(const Toggle& a) const { toggle(turn.state, a.key); }
    void operator()(const Go& a) const { enter(turn, a.route, a.push); }
    void operator()(const Search& a) const { look_up(turn, "procedure", turn.state.query = first_bytes(a.value, 200)); }
    void operator()(const SetPlace& a) const { on_place(turn, a, moment); }
    void operator()(const Found& a) const { on_found(turn, a); }
    void operator()(const Follow& a) const { on_follow(turn, a); }
    void operator()(const OpenEvent& a) const { enter(turn, Route{Page::event, {}, a.id, {}}, true); }
    void operator()(const Undo&) const { on_undo(turn); }
    void operator()(const Bin& a) const { put_in_bin(turn, a.dossier, to_iso(moment.today)); }
    void operator()(const Restore& a) const { put_in_bin(turn, a.dossier, {}); }
    void operator()(const AskDelete& a) const { turn.state.deleting = a.dossier; }
    void operator()(const Delete& a) const { erase_dossier(turn, a.dossier); }
    void operator()(const KeepDossier&) const { turn.state.deleting.clear(); }
    void operator()(const PrintSheet&) const { turn.effects.emplace_back(PrintEffect{}); }
    void operator()(const CopyLink&) const { on_copy(turn); }
    void operator()(const ShareLink&) const { on_share(turn); }
    void operator()(const SetPreference& a) const {
        if (set_preference(turn.state.preferences, a.key, a.value)) turn.effects.emplace_back(PreferenceEffect{a.key, a.value});
    }
    void operator()(const Listen&) const { on_listen(turn); }
    void operator()(const Listened& a) const { on_listened(turn, a); }
    void operator()(const AcceptPreview&) const { on_accept(turn, moment); }
    void operator()(const DiscardPreview&) const { on_discard(turn); }
    void operator()(const Loaded& a) const { on_loaded(turn, a); }
    void operator()(const Failed& a) const { on_failed(turn, a); }
    void operator()(const Saved& a) const { on_saved(turn.state, a); }
    void operator()(const Held& a) const { on_held(turn.state, a); }
    void operator()(const TakeOver&) const { turn.effects.emplace_back(TakeOverEffect{turn.state.elsewhere}); }
    void operator()(const BackUp&) const { on_back_up(turn); }
    void operator()(const Persisted& a) const { turn.state.persisted = a.ok; }
    void operator()(const Recovered& a) const { turn.state.recovered = a.at; }
    void operator()(const Changed& a) const { on_changed(turn, a); }
    void operator()(const Renew&) const { on_renew(turn); }
    void operator()(const Start& a) const {
        for (const auto& [key, value] : a.preferences) set_preference(turn.state.preferences, key, value);
        on_start(turn, a);
    }
};

}  // namespace

Turn update(State state, const Action& action, const Moment& moment) {
    state.today = moment.today;
    const Route before = state.route;
    Turn turn{std::move(state), {}};
    if (!refuses(turn, action)) std::visit(Updater{turn, moment}, action);
    if (turn.state.route != before) hush(turn);
    keep_hold(turn);
    return turn;
}

GuideInput guide_input(const State& state) {
    GuideInput input;
    input.today = state.today;
    if (state.content) input.calendar = &state.content->calendar;
    if (state.places) input.units = &state.places->tree;
    input.locality = locality_of(state);
    if (input.locality != nullptr) input.hours = input.locality->hours;
    return input;
}

const Dossier* open_dossier(const State& state) {
    const auto found = state.dossiers.find(state.dossier);
    return found == state.dossiers.end() ? nullptr : &found->second;
}

}  // namespace danloi
