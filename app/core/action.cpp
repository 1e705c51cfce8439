// Actions from JSON and, for the ones that controls carry, to JSON.
#include "core/action.hpp"

#include "core/json_write.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace danloi {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 5> state_names{"undecided", "have", "on_the_way", "missing", "not_needed"};

std::string text(const json& j, const char* key) {
    const auto found = j.find(key);
    if (found == j.end()) return {};
    const auto* value = found->get_ptr<const std::string*>();
    return value == nullptr ? std::string{} : *value;
}

bool flag(const json& j, const char* key) {
    const auto found = j.find(key);
    if (found == j.end()) return false;
    const auto* value = found->get_ptr<const bool*>();
    return value != nullptr && *value;
}

std::map<std::string, std::string> texts(const json& j, const char* key) {
    std::map<std::string, std::string> out;
    const auto found = j.find(key);
    if (found == j.end() || !found->is_object()) return out;
    for (const auto& [name, value] : found->items())
        if (const auto* s = value.get_ptr<const std::string*>()) out.emplace(name, *s);
    return out;
}

PlaceName place_name(const json& j) { return {text(j, "code"), text(j, "province"), {text(j, "vi"), text(j, "en")}}; }

Found read_found(const json& j) {
    Found found{text(j, "what"), text(j, "query"), {}, {}};
    const auto each = [&](const char* key, auto take) {
        const auto list = j.find(key);
        if (list == j.end() || !list->is_array()) return;
        for (const json& item : *list) take(item);
    };
    each("ids", [&](const json& item) {
        if (const auto* id = item.get_ptr<const std::string*>()) found.ids.push_back(*id);
    });
    each("places", [&](const json& item) {
        if (item.is_object()) found.places.push_back({place_name(item), text(item, "via")});
    });
    return found;
}

std::vector<StoredDossier> stored_dossiers(const json& j) {
    std::vector<StoredDossier> stored;
    const auto list = j.find("dossiers");
    if (list == j.end() || !list->is_array()) return stored;
    for (const json& item : *list)
        if (item.is_object()) stored.push_back({text(item, "id"), texts(item, "fields"), flag(item, "readonly")});
    return stored;
}

Changed read_changed(const json& j) {
    Changed changed{stored_dossiers(j), {}};
    const auto list = j.find("erased");
    if (list == j.end() || !list->is_array()) return changed;
    for (const json& item : *list)
        if (const auto* id = item.get_ptr<const std::string*>()) changed.erased.push_back(*id);
    return changed;
}

Action read_start(const json& j, std::string blob) {
    Start start{text(j, "lang"), text(j, "path"), text(j, "fragment"), text(j, "storage"),
                text(j, "origin"), std::move(blob), text(j, "definition"), {}, {}, {}};
    if (const auto route = j.find("route"); route != j.end()) start.route = read_route(*route);
    start.preferences = texts(j, "prefs");
    start.dossiers = stored_dossiers(j);
    return start;
}

Listening listening(std::string_view name) {
    return name == "reading" ? Listening::reading : name == "no_voice" ? Listening::no_voice : Listening::off;
}

std::optional<Action> read_go(const json& j) {
    const auto found = j.find("route");
    const auto route = found == j.end() ? std::nullopt : read_route(*found);
    if (!route) return std::nullopt;
    return Go{*route, flag(j, "push")};
}

/// One reader for each name; `blob` is used by the two that carry bytes.
using Reader = std::optional<Action> (*)(const json&, std::string&&);

constexpr std::array<std::pair<std::string_view, Reader>, 40> readers{{
    {"choose", [](const json& j, std::string&&) -> std::optional<Action> { return Choose{text(j, "q"), text(j, "v")}; }},
    {"check",
     [](const json& j, std::string&&) -> std::optional<Action> {
         return Check{text(j, "q"), text(j, "v"), flag(j, "on")};
     }},
    {"type", [](const json& j, std::string&&) -> std::optional<Action> { return Type{text(j, "q"), text(j, "value")}; }},
    {"continue", [](const json&, std::string&&) -> std::optional<Action> { return Continue{}; }},
    {"back", [](const json&, std::string&&) -> std::optional<Action> { return Back{}; }},
    {"open", [](const json& j, std::string&&) -> std::optional<Action> { return OpenProcedure{text(j, "id")}; }},
    {"resume", [](const json& j, std::string&&) -> std::optional<Action> { return Resume{text(j, "id")}; }},
    {"tick",
     [](const json& j, std::string&&) -> std::optional<Action> {
         return Tick{text(j, "doc"), paper_state(text(j, "state"))};
     }},
    {"toggle", [](const json& j, std::string&&) -> std::optional<Action> { return Toggle{text(j, "key")}; }},
    {"go", [](const json& j, std::string&&) { return read_go(j); }},
    {"search", [](const json& j, std::string&&) -> std::optional<Action> { return Search{text(j, "value")}; }},
    {"place", [](const json& j, std::string&&) -> std::optional<Action> { return SetPlace{text(j, "q"), place_name(j)}; }},
    {"found", [](const json& j, std::string&&) -> std::optional<Action> { return read_found(j); }},
    {"follow", [](const json& j, std::string&&) -> std::optional<Action> { return Follow{text(j, "id")}; }},
    {"event", [](const json& j, std::string&&) -> std::optional<Action> { return OpenEvent{text(j, "id")}; }},
    {"undo", [](const json&, std::string&&) -> std::optional<Action> { return Undo{}; }},
    {"bin", [](const json& j, std::string&&) -> std::optional<Action> { return Bin{text(j, "id")}; }},
    {"restore", [](const json& j, std::string&&) -> std::optional<Action> { return Restore{text(j, "id")}; }},
    {"ask_delete", [](const json& j, std::string&&) -> std::optional<Action> { return AskDelete{text(j, "id")}; }},
    {"delete", [](const json& j, std::string&&) -> std::optional<Action> { return Delete{text(j, "id")}; }},
    {"keep", [](const json&, std::string&&) -> std::optional<Action> { return KeepDossier{}; }},
    {"print", [](const json&, std::string&&) -> std::optional<Action> { return PrintSheet{}; }},
    {"copy", [](const json&, std::string&&) -> std::optional<Action> { return CopyLink{}; }},
    {"share", [](const json&, std::string&&) -> std::optional<Action> { return ShareLink{}; }},
    {"pref",
     [](const json& j, std::string&&) -> std::optional<Action> { return SetPreference{text(j, "key"), text(j, "value")}; }},
    {"listen", [](const json&, std::string&&) -> std::optional<Action> { return Listen{}; }},
    {"listened", [](const json& j, std::string&&) -> std::optional<Action> { return Listened{listening(text(j, "state"))}; }},
    {"accept", [](const json&, std::string&&) -> std::optional<Action> { return AcceptPreview{}; }},
    {"discard", [](const json&, std::string&&) -> std::optional<Action> { return DiscardPreview{}; }},
    {"loaded",
     [](const json& j, std::string&& blob) -> std::optional<Action> {
         return Loaded{text(j, "what"), text(j, "id"), text(j, "hash"), std::move(blob)};
     }},
    {"failed",
     [](const json& j, std::string&&) -> std::optional<Action> {
         return Failed{text(j, "what"), text(j, "id"), text(j, "reason")};
     }},
    {"saved", [](const json& j, std::string&&) -> std::optional<Action> { return Saved{flag(j, "ok"), text(j, "reason")}; }},
    {"held", [](const json& j, std::string&&) -> std::optional<Action> { return Held{text(j, "dossier"), flag(j, "elsewhere")}; }},
    {"take_over", [](const json&, std::string&&) -> std::optional<Action> { return TakeOver{}; }},
    {"backup", [](const json&, std::string&&) -> std::optional<Action> { return BackUp{}; }},
    {"persisted", [](const json& j, std::string&&) -> std::optional<Action> { return Persisted{flag(j, "ok")}; }},
    {"recovered", [](const json& j, std::string&&) -> std::optional<Action> { return Recovered{text(j, "at")}; }},
    {"changed", [](const json& j, std::string&&) -> std::optional<Action> { return read_changed(j); }},
    {"renew", [](const json&, std::string&&) -> std::optional<Action> { return Renew{}; }},
    {"start", [](const json& j, std::string&& blob) -> std::optional<Action> { return read_start(j, std::move(blob)); }},
}};

std::string object(std::string_view name, std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("t", name);
    for (const auto& [key, value] : members) w.member(key, value);
    w.close_object();
    return out;
}

}  // namespace

std::optional<Action> read_action(const nlohmann::json& json, std::string blob) {
    if (!json.is_object()) return std::nullopt;
    const std::string name = text(json, "t");
    const auto found = std::find_if(readers.begin(), readers.end(), [&](const auto& r) { return r.first == name; });
    if (found == readers.end()) return std::nullopt;
    return found->second(json, std::move(blob));
}

namespace act {

std::string choose(std::string_view question, std::string_view option) {
    return object("choose", {{"q", question}, {"v", option}});
}
std::string check(std::string_view question, std::string_view option) {
    return object("check", {{"q", question}, {"v", option}});
}
std::string type(std::string_view question) { return object("type", {{"q", question}}); }
std::string tick(std::string_view document, PaperState state) {
    return object("tick", {{"doc", document}, {"state", name_of(state)}});
}
std::string toggle(std::string_view key) { return object("toggle", {{"key", key}}); }
std::string go(const Route& route) {
    std::string out;
    JsonWriter{out}.open_object().member("t", "go").key("route").raw(route_json(route)).key("push").flag(true).close_object();
    return out;
}
std::string preference(std::string_view key, std::string_view value) {
    return object("pref", {{"key", key}, {"value", value}});
}
std::string place(std::string_view question, const PlaceName& place) {
    return object("place", {{"q", question}, {"code", place.code}, {"province", place.province}, {"vi", place.name.vi}, {"en", place.name.en}});
}
std::string with_id(std::string_view name, std::string_view id) { return object(name, {{"id", id}}); }
std::string plain(std::string_view name) { return object(name, {}); }

}  // namespace act

std::string_view name_of(PaperState state) { return state_names[static_cast<std::size_t>(state)]; }

PaperState paper_state(std::string_view name) {
    const auto at = std::find(state_names.begin(), state_names.end(), name);
    return at == state_names.end() ? PaperState::undecided : static_cast<PaperState>(at - state_names.begin());
}

}  // namespace danloi
