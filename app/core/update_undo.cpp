// Taking things back: the last edit, and dossiers that were put into the bin.
#include "core/dossier_fields.hpp"
#include "core/json_write.hpp"
#include "core/update_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

constexpr std::size_t most_edits = 100;
constexpr int days_in_bin = 30;
constexpr int days_overdue = 7;

std::optional<Date> binned_on(const Dossier& dossier) { return parse_iso(dossier.binned.substr(0, 10)); }
std::optional<Date> overdue_since(const Dossier& dossier) { return parse_iso(dossier.binned.size() > 11 ? dossier.binned.substr(11) : std::string{}); }

}  // namespace

void announce(Turn& turn, const char* key) {
    if (turn.state.content) turn.effects.emplace_back(AnnounceEffect{turn.state.content->wording.say(key)});
}

FieldList fields_to_become(const Dossier& now, const Dossier& other) {
    const FieldList wanted = fields_of(other);
    FieldList fields;
    for (const auto& [name, json] : fields_of(now)) {
        const auto same_name = [&name = name](const auto& field) { return field.first == name; };
        if (std::none_of(wanted.begin(), wanted.end(), same_name)) fields.emplace_back(name, "\"\"");
    }
    fields.insert(fields.end(), wanted.begin(), wanted.end());
    return fields;
}

const Edit* last_edit(const State& state) {
    if (state.dossier.empty()) return nullptr;
    const auto mine = [&](const Edit& edit) { return edit.before.id == state.dossier; };
    const auto found = std::find_if(state.edits.rbegin(), state.edits.rend(), mine);
    return found == state.edits.rend() ? nullptr : &*found;
}

void remember_edit(State& state, const std::string& key) {
    const Dossier* dossier = open_dossier(state);
    const Edit* last = last_edit(state);
    const bool goes_on = !key.empty() && last != nullptr && last->key == key;
    if (dossier == nullptr || goes_on) return;
    if (state.edits.size() == most_edits) state.edits.erase(state.edits.begin());
    state.edits.push_back({key, *dossier});
}

void on_undo(Turn& turn) {
    State& state = turn.state;
    const Edit* last = last_edit(state);
    if (last == nullptr || !state.procedure) return;
    Dossier& now = state.dossiers.find(state.dossier)->second;
    Dossier before = last->before;
    before.step = now.step;
    state.edits.erase(state.edits.begin() + (last - state.edits.data()));
    FieldList fields = fields_to_become(now, before);
    now = std::move(before);
    save_fields(turn, std::move(fields));
    announce(turn, "undo.done");
    enter(turn, Route{state.route}, false);  // the question that is shown may not be asked any more
}

void put_in_bin(Turn& turn, const std::string& id, const std::string& day) {
    State& state = turn.state;
    const auto found = state.dossiers.find(id);
    if (found == state.dossiers.end() || found->second.binned.empty() == day.empty()) return;
    found->second.binned = day;
    state.deleting.clear();
    turn.effects.emplace_back(SaveEffect{id, {{"binned", json_string(day)}}});
    announce(turn, day.empty() ? "bin.restored" : "bin.done");
    if (state.route.dossier == id) enter(turn, Route{}, true);
}

void erase_dossier(Turn& turn, const std::string& id) {
    State& state = turn.state;
    if (state.dossiers.erase(id) == 0) return;
    state.deleting.clear();
    if (state.dossier == id) state.dossier.clear();
    turn.effects.emplace_back(EraseEffect{id});
    announce(turn, "home.deleted");
    if (state.route.dossier == id) enter(turn, Route{}, true);
}

void empty_old_bin(Turn& turn) {
    auto& all = turn.state.dossiers;
    for (auto at = all.begin(); at != all.end();) {
        const Date today = turn.state.today;
        Dossier& dossier = at->second;
        const auto since = binned_on(dossier), noted = overdue_since(dossier);
        if (!since || days_between(*since, today) <= days_in_bin) {
            ++at;
        } else if (noted && days_between(*noted, today) >= days_overdue) {
            turn.effects.emplace_back(EraseEffect{at->first});
            at = all.erase(at);
        } else {
            if (!noted || *noted > today) {
                dossier.binned = to_iso(*since) + "/" + to_iso(today);
                turn.effects.emplace_back(SaveEffect{at->first, {{"binned", json_string(dossier.binned)}}});
            }
            ++at;
        }
    }
}

std::string last_day_in_bin(const Dossier& dossier) {
    const auto since = binned_on(dossier);
    return since ? to_iso(add_days(*since, days_in_bin)) : std::string{};
}

}  // namespace danloi
