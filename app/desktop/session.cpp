// See session.hpp.
#include "desktop/session.hpp"

#include <ctime>
#include <filesystem>
#include <random>

#include <nlohmann/json.hpp>

#include "desktop/shot.hpp"

namespace danloi {
namespace {

/// The file `<folder>/<front><hash>.json`, whose hash only the site knows; empty when there is none.
std::string file_with_hash(const std::string& folder, const std::string& front) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.rfind(front, 0) == 0 && entry.path().extension() == ".json") return entry.path().string();
    }
    return {};
}

Date today() {
    const std::time_t now = std::time(nullptr);
    const std::tm* local = std::localtime(&now);
    if (local == nullptr) return {};
    return make_date(local->tm_year + 1900, local->tm_mon + 1, local->tm_mday).value_or(Date{});
}

std::string fresh_id() {
    constexpr char digits[] = "0123456789abcdef";
    std::random_device random;
    std::string id;
    for (int i = 0; i < 16; ++i) id += digits[random() & 15U];
    return id;
}

}  // namespace

bool Session::open(const std::string& path) {
    const std::string lang = path.rfind("/en/", 0) == 0 ? "en" : "vi";
    const std::string content = file_bytes(file_with_hash(site_ + "/data", "start." + lang + "."));
    if (content.empty()) return false;
    Start start;
    start.lang = lang;
    start.path = path;
    start.storage = "memory";
    start.content = content;
    // Dossiers and wishes live on in memory from one language to the other.
    State fresh;
    fresh.dossiers = std::move(state_.dossiers);
    fresh.preferences = state_.preferences;
    fresh.today = today();
    state_ = std::move(fresh);
    step(start);
    return true;
}

void Session::act(const ActionJson& action, const std::string* value, const bool* on) {
    nlohmann::json json = nlohmann::json::parse(action, nullptr, false);
    if (!json.is_object()) return;
    if (value != nullptr) json["value"] = *value;
    if (on != nullptr) json["on"] = *on;
    if (const auto read = read_action(json, {})) step(*read);
}

void Session::step(const Action& action) {
    Turn turn = update(std::move(state_), action, {today(), fresh_id()});
    state_ = std::move(turn.state);
    for (const Effect& effect : turn.effects) perform(effect);
}

void Session::perform(const Effect& effect) {
    if (const auto* wanted = std::get_if<FetchEffect>(&effect)) return fetch(*wanted);
    if (const auto* copy = std::get_if<CopyEffect>(&effect)) copied_ = copy->text;
    if (const auto* share = std::get_if<ShareEffect>(&effect)) copied_ = share->url;
    if (const auto* back = std::get_if<BackEffect>(&effect)) return step(Go{back->route});
    if (std::holds_alternative<SaveEffect>(effect)) step(Saved{true, {}});
}

void Session::fetch(const FetchEffect& effect) {
    const std::string file = effect.url.empty() ? site_ + "/data/tt/" + effect.id + "." + effect.hash + ".json" : site_ + effect.url;
    std::string bytes = file_bytes(file);
    if (bytes.empty()) return step(Failed{effect.what, effect.id, "missing"});
    step(Loaded{effect.what, effect.id, effect.hash, std::move(bytes)});
}

}  // namespace danloi
