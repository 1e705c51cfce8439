// A person at the app, for tests: sends Actions, answers the app's requests for definitions, looks at the Screens.
#pragma once
#include "core/dossier_fields.hpp"
#include "core/finder.hpp"
#include "core/json_write.hpp"
#include "core/state.hpp"
#include "core/text.hpp"

#include "real_content.hpp"

#include <set>

namespace danloi::test {

/// What a Screen holds, gathered from its JSON.
struct Seen {
    std::vector<std::string> ids, actions, texts;
};

inline void look(const nlohmann::json& node, Seen& seen) {
    if (node.is_array()) {
        for (const auto& item : node) look(item, seen);
    } else if (node.is_object()) {
        for (const auto& [key, value] : node.items()) {
            if (key == "id") seen.ids.push_back(value.get<std::string>());
            else if (key == "action") seen.actions.push_back(value.get<std::string>());
            else look(value, seen);
        }
    } else if (node.is_string()) {
        seen.texts.push_back(node.get<std::string>());
    }
}

inline Seen seen_on(const nlohmann::json& screen) {
    Seen seen;
    for (const char* part : {"bar", "main", "aside", "foot"})
        if (screen.contains(part)) look(screen[part], seen);
    return seen;
}

/// The object with this id, or null.
inline nlohmann::json block(const nlohmann::json& node, const std::string& id) {
    if (node.is_object() && node.contains("id") && node["id"] == id) return node;
    if (!node.is_structured()) return nullptr;
    for (const auto& item : node)
        if (auto found = block(item, id); !found.is_null()) return found;
    return nullptr;
}

class Session {
public:
    /// Starts the app; `start` may name a path, a route, a fragment, stored dossiers.
    explicit Session(const std::string& lang = "vi", Start start = {}) {
        start.lang = lang;
        if (start.path.empty()) start.path = "/" + lang + "/";
        if (start.storage.empty()) start.storage = "ok";
        start.origin = "https://danloi.example";
        start.content = content_bytes(lang);
        act(std::move(start));
    }

    void act(const Action& action) {
        effects.clear();
        apply(action);
    }

    /// The Screen as the page gets it.
    [[nodiscard]] nlohmann::json screen() const {
        return nlohmann::json::parse(screen_json(screen_for(state)), nullptr, false);
    }

    /// Uses the control with this id as the page does; false when there is none.
    bool press(const std::string& id) {
        const nlohmann::json found = block(screen(), id);
        return found.is_object() && found.contains("action") && send(found["action"].get<std::string>());
    }

    bool send(const std::string& action_json) {
        const auto action = read_action(nlohmann::json::parse(action_json, nullptr, false), {});
        EXPECT_TRUE(action) << action_json;
        if (action) act(*action);
        return action.has_value();
    }

    /// The first effect of this kind of the last action, or nullptr.
    template <class E>
    const E* effect() const {
        for (const Effect& e : effects)
            if (const E* found = std::get_if<E>(&e)) return found;
        return nullptr;
    }

    [[nodiscard]] const Dossier& open() const {
        const Dossier* dossier = open_dossier(state);
        EXPECT_NE(dossier, nullptr);
        static const Dossier none;
        return dossier == nullptr ? none : *dossier;
    }

    /// Everything stored, as text: to see that nothing changed.
    [[nodiscard]] std::string stored() const {
        std::string text;
        for (const auto& [id, dossier] : state.dossiers) {
            text += id + "\n";
            for (const auto& [name, json] : fields_of(dossier)) text += name + "=" + json + "\n";
        }
        return text;
    }

    State state;
    std::vector<Effect> effects;  ///< of the last action and of the loads it led to
    bool online = true;           ///< false: requests stay unanswered
    std::map<std::string, std::string> kept;  ///< bytes of definitions that only the device has, by hash
    Date today = day("2026-11-21");

    /// Asks the finder as the page does.
    void answer(const FindEffect& find) {
        std::string request;
        JsonWriter{request}.open_object().member("what", find.what).member("query", find.query).member("lang", state.lang).close_object();
        const auto action = read_action(nlohmann::json::parse(finder().find(request), nullptr, false), {});
        ASSERT_TRUE(action);
        apply(*action);
    }

    /// Answers a request for the catalogue or a definition as the page does.
    void deliver(const FetchEffect& fetch) {
        if (fetch.what == "catalogue") return apply(Loaded{fetch.what, {}, {}, names(state.lang)});
        if (fetch.what == "words") return apply(Loaded{fetch.what, {}, {}, words_file(state.lang)});
        if (const auto older = kept.find(fetch.hash); older != kept.end()) return apply(Loaded{fetch.what, fetch.id, fetch.hash, older->second});
        const auto& ids = procedure_ids();
        const bool known = std::find(ids.begin(), ids.end(), fetch.id) != ids.end() && real(fetch.id).hash == fetch.hash;
        if (known) apply(Loaded{fetch.what, fetch.id, fetch.hash, definition_bytes(fetch.id)});
        else apply(Failed{fetch.what, fetch.id, "missing"});
    }

private:
    static const Finder& finder() {
        static const Finder the_finder = [] {
            Finder made;
            made.load("catalogue", catalogue_file());
            made.load("provinces", source_file("build/places/units.json"));
            made.load("communes", source_file("build/places/communes.json"));
            made.load("old_units", source_file("build/places/old-units.json"));
            return made;
        }();
        return the_finder;
    }
    static const std::string& names(const std::string& lang) {
        static const std::map<std::string, std::string> made{{"vi", names_file("vi")}, {"en", names_file("en")}};
        return made.find(lang)->second;
    }
    static const std::string& content_bytes(const std::string& lang) {
        static std::map<std::string, std::string> made;
        if (made.count(lang) == 0) made.emplace(lang, start_file(lang));
        return made.find(lang)->second;
    }

    void apply(const Action& action) {
        Turn turn = update(std::move(state), action, {today, "fresh" + std::to_string(++count_)});
        state = std::move(turn.state);
        for (const Effect& effect : turn.effects) {
            effects.push_back(effect);
            const auto* fetch = std::get_if<FetchEffect>(&effect);
            if (fetch != nullptr && online) deliver(*fetch);
            const auto* find = std::get_if<FindEffect>(&effect);
            if (find != nullptr && online && !find->query.empty()) answer(*find);
        }
    }

    int count_ = 0;
};

/// Answers every question as given (booleans, options, typed text, lists) until the checklist stands there.
inline void answer_all(Session& session, const Answers& answers) {
    for (int turns = 0; turns < 40 && session.state.route.page != Page::checklist; ++turns) {
        const std::string id =
            session.state.route.page == Page::question ? session.state.route.question : session.state.procedure->questions.front().id;
        const auto found = answers.find(id);
        ASSERT_NE(found, answers.end()) << id << " is asked and the test has no answer";
        const auto& questions = session.state.procedure->questions;
        const auto question = std::find_if(questions.begin(), questions.end(), [&](const Question& q) { return q.id == id; });
        const auto* text = std::get_if<std::string>(&found->second);
        if (const auto* flag = std::get_if<bool>(&found->second)) session.act(Choose{id, *flag ? "yes" : "no"});
        else if (text != nullptr && question->kind == QuestionKind::choice) session.act(Choose{id, *text});
        else if (text != nullptr) session.act(Type{id, *text});
        else if (const auto* list = std::get_if<std::vector<std::string>>(&found->second))
            for (const std::string& option : *list) session.act(Check{id, option, true});
        else session.act(Choose{id, "?"});
        session.act(Continue{});
    }
}

/// What every Screen must be, whatever happened before.
inline void expect_sound(const nlohmann::json& screen, const std::string& where) {
    ASSERT_TRUE(screen.is_object()) << where << ": the Screen is no JSON";
    Seen seen = seen_on(screen);
    const std::set<std::string> ids{seen.ids.begin(), seen.ids.end()};
    std::sort(seen.ids.begin(), seen.ids.end());
    const auto twice = std::adjacent_find(seen.ids.begin(), seen.ids.end());
    EXPECT_EQ(twice, seen.ids.end()) << where << ": the id " << *twice << " stands twice";
    EXPECT_EQ(ids.count(""), 0U) << where << ": a block without an id";
    EXPECT_EQ(ids.count(screen["focus"].get<std::string>()), 1U) << where << ": no block to focus";
    EXPECT_FALSE(screen["title"].get<std::string>().empty()) << where;
    for (const std::string& action : seen.actions)
        EXPECT_TRUE(read_action(nlohmann::json::parse(action, nullptr, false), {})) << where << ": " << action;
    for (const std::string& text : seen.texts)
        EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << where << ": a placeholder was left over in: " << text;
}

}  // namespace danloi::test
