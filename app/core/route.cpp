// Routes to JSON and paths, and back.
#include "core/route.hpp"

#include "core/json_write.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace danloi {

namespace {

constexpr std::array<std::string_view, 12> page_names{"home",  "procedure", "question", "checklist", "ready",
                                                     "sheet", "share",     "preview",  "settings",
                                                      "place", "event", "change"};

std::string text_at(const nlohmann::json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end()) return {};
    const auto* text = found->get_ptr<const std::string*>();
    return text == nullptr || text->size() > 200 ? std::string{} : *text;
}

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

}  // namespace

std::string route_json(const Route& route) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("p", page_names[static_cast<std::size_t>(route.page)]);
    w.member_if("id", std::string_view{route.procedure}).member_if("q", std::string_view{route.question});
    w.member_if("d", std::string_view{route.dossier}).member_if("f", std::string_view{route.from}).close_object();
    return out;
}

std::optional<Route> read_route(const nlohmann::json& json) {
    if (!json.is_object()) return std::nullopt;
    const auto at = std::find(page_names.begin(), page_names.end(), text_at(json, "p"));
    if (at == page_names.end()) return std::nullopt;
    return Route{static_cast<Page>(at - page_names.begin()), text_at(json, "id"), text_at(json, "q"), text_at(json, "d"), text_at(json, "f")};
}

std::string path_of(const Route& route, const std::string& lang) {
    std::string path = "/" + lang + "/";
    if (!route.procedure.empty()) path += "tt/" + route.procedure + "/";
    if (route.page == Page::event) path += "su-kien/" + route.question + "/";
    return path;
}

std::optional<Route> route_of_path(std::string_view path) {
    if (path.size() < 4 || path[0] != '/' || path[3] != '/') return std::nullopt;
    path.remove_prefix(4);
    if (path.empty()) return Route{};
    const std::size_t folder = path.find('/');
    if (folder == path.npos || path.back() != '/') return std::nullopt;
    const std::string id{path.substr(folder + 1, path.size() - std::min(path.size(), folder + 2))};
    if (!is_slug(id)) return std::nullopt;
    if (path.substr(0, folder) == "tt") return Route{Page::procedure, id, {}, {}};
    if (path.substr(0, folder) == "su-kien") return Route{Page::event, {}, id, {}};
    return std::nullopt;
}

}  // namespace danloi
