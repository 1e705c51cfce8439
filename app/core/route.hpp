// Where in the app the person is. A route names the page and ids only, never anything a person typed.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace danloi {

enum class Page : std::uint8_t { home, procedure, question, checklist, ready, sheet, share, preview, settings, place, event, change };

/// `procedure`, `question` and `dossier` are ids, empty where the page does not need them; of an event's page `question` is
/// the event. `from`, on a procedure's page: what led here, a life event or the dossier that comes before.
struct Route {
    Page page = Page::home;
    std::string procedure;
    std::string question;
    std::string dossier;
    std::string from{};

    friend bool operator==(const Route&, const Route&) = default;
};

/// {"p":"question","id":"dang-ky-khai-sinh","q":"birthPlace","d":"..."}; members that are empty are left out.
[[nodiscard]] std::string route_json(const Route& route);

/// Reads what route_json wrote; nothing when it is not a route (it comes from the browser's history: untrusted).
[[nodiscard]] std::optional<Route> read_route(const nlohmann::json& json);

struct Procedure;

/// The page of a question: the first one stands on the procedure's own page (decision 0005).
[[nodiscard]] Route question_route(const Procedure& procedure, std::size_t question, const std::string& dossier);

/// "/vi/", "/vi/tt/<id>/" or "/vi/su-kien/<id>/": the path names language and procedure or life event only.
[[nodiscard]] std::string path_of(const Route& route, const std::string& lang);

/// The route a path names: home, the page of a procedure or of a life event. Nothing for any other path.
[[nodiscard]] std::optional<Route> route_of_path(std::string_view path);

}  // namespace danloi
