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

void look(const nlohmann::json& node, Seen& seen);

Seen seen_on(const nlohmann::json& screen);

/// The object with this id, or null.
nlohmann::json block(const nlohmann::json& node, const std::string& id);

class Session {
public:
    /// Starts the app; `start` may name a path, a route, a fragment, stored dossiers.
    explicit Session(const std::string& lang = "vi", Start start = {}, const char* on_day = "2026-11-21");

    void act(const Action& action);

    /// The Screen as the page gets it.
    [[nodiscard]] nlohmann::json screen() const;

    /// Uses the control with this id as the page does; false when there is none.
    bool press(const std::string& id);

    bool send(const std::string& action_json);

    /// The first effect of this kind of the last action, or nullptr.
    template <class E>
    const E* effect() const {
        for (const Effect& e : effects)
            if (const E* found = std::get_if<E>(&e)) return found;
        return nullptr;
    }

    [[nodiscard]] const Dossier& open() const;

    /// Everything stored, as text: to see that nothing changed.
    [[nodiscard]] std::string stored() const;

    State state;
    std::vector<Effect> effects;  ///< of the last action and of the loads it led to
    bool online = true;           ///< false: requests stay unanswered
    std::map<std::string, std::string> kept;  ///< bytes of definitions that only the device has, by hash
    Date today;

    /// Asks the finder as the page does.
    void answer(const FindEffect& find);

    /// Answers a request for the catalogue or a definition as the page does.
    void deliver(const FetchEffect& fetch);

private:
    static const Finder& finder();
    static const std::string& names(const std::string& lang);
    static const std::string& content_bytes(const std::string& lang);

    void apply(const Action& action);

    int count_ = 0;
};

/// Answers every question as given (booleans, options, typed text, lists) until the checklist stands there.
void answer_all(Session& session, const Answers& answers);

/// What every Screen must be, whatever happened before.
void expect_sound(const nlohmann::json& screen, const std::string& where);

}  // namespace danloi::test
