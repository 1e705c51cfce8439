// A person at the app, for tests.
#include "screen_walk.hpp"

namespace danloi::test {

void look(const nlohmann::json& node, Seen& seen) {
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

Seen seen_on(const nlohmann::json& screen) {
    Seen seen;
    for (const char* part : {"bar", "main", "aside", "foot"})
        if (screen.contains(part)) look(screen[part], seen);
    return seen;
}

nlohmann::json block(const nlohmann::json& node, const std::string& id) {
    if (node.is_object() && node.contains("id") && node["id"] == id) return node;
    if (!node.is_structured()) return nullptr;
    for (const auto& item : node)
        if (auto found = block(item, id); !found.is_null()) return found;
    return nullptr;
}

Session::Session(const std::string& lang, Start start, const char* on_day) : today{day(on_day)} {
    start.lang = lang;
    if (start.path.empty()) start.path = "/" + lang + "/";
    if (start.storage.empty()) start.storage = "ok";
    start.origin = "https://danloi.example";
    start.content = content_bytes(lang);
    act(std::move(start));
}

void Session::act(const Action& action) {
    effects.clear();
    apply(action);
}

nlohmann::json Session::screen() const {
    return nlohmann::json::parse(screen_json(screen_for(state)), nullptr, false);
}

bool Session::press(const std::string& id) {
    const nlohmann::json found = block(screen(), id);
    return found.is_object() && found.contains("action") && send(found["action"].get<std::string>());
}

bool Session::send(const std::string& action_json) {
    const auto action = read_action(nlohmann::json::parse(action_json, nullptr, false), {});
    EXPECT_TRUE(action) << action_json;
    if (action) act(*action);
    return action.has_value();
}

const Dossier& Session::open() const {
    const Dossier* dossier = open_dossier(state);
    EXPECT_NE(dossier, nullptr);
    static const Dossier none;
    return dossier == nullptr ? none : *dossier;
}

std::string Session::stored() const {
    std::string text;
    for (const auto& [id, dossier] : state.dossiers) {
        text += id + "\n";
        for (const auto& [name, json] : fields_of(dossier)) text += name + "=" + json + "\n";
    }
    return text;
}

void Session::answer(const FindEffect& find) {
    std::string request;
    JsonWriter{request}.open_object().member("what", find.what).member("query", find.query).member("lang", state.lang).close_object();
    const auto action = read_action(nlohmann::json::parse(finder().find(request), nullptr, false), {});
    ASSERT_TRUE(action);
    apply(*action);
}

void Session::deliver(const FetchEffect& fetch) {
    if (fetch.what == "catalogue") return apply(Loaded{fetch.what, {}, {}, names(state.lang)});
    if (fetch.what == "words") return apply(Loaded{fetch.what, {}, {}, words_file(state.lang)});
    if (const auto older = kept.find(fetch.hash); older != kept.end()) return apply(Loaded{fetch.what, fetch.id, fetch.hash, older->second});
    const auto& ids = procedure_ids();
    const bool known = std::find(ids.begin(), ids.end(), fetch.id) != ids.end() && real(fetch.id).hash == fetch.hash;
    if (known) apply(Loaded{fetch.what, fetch.id, fetch.hash, definition_bytes(fetch.id)});
    else apply(Failed{fetch.what, fetch.id, "missing"});
}

const Finder& Session::finder() {
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

const std::string& Session::names(const std::string& lang) {
    static const std::map<std::string, std::string> made{{"vi", names_file("vi")}, {"en", names_file("en")}};
    return made.find(lang)->second;
}

const std::string& Session::content_bytes(const std::string& lang) {
    static std::map<std::string, std::string> made;
    if (made.count(lang) == 0) made.emplace(lang, start_file(lang));
    return made.find(lang)->second;
}

void Session::apply(const Action& action) {
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

void answer_all(Session& session, const Answers& answers) {
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

void expect_sound(const nlohmann::json& screen, const std::string& where) {
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
