// Text size, colours, view, typing, plain words: remembered on this device.
#include "core/screen_parts.hpp"

#include <array>

namespace danloi {

namespace {

ChoiceOption setting(std::string value, std::string label, const std::string& key, const std::string& now) {
    const bool checked = value == now;
    ActionJson action = act::preference(key, value);
    return {std::move(value), std::move(label), {}, checked, std::move(action)};
}

Choices sizes(const ScreenContext& c) {
    static constexpr std::array<const char*, 6> percents{"80", "100", "120", "140", "170", "200"};
    Choices choices;
    choices.id = "text-size";
    choices.legend = c.say("settings.text_size");
    const std::string now = std::to_string(c.state.preferences.text_scale);
    for (const char* percent : percents) choices.options.push_back(setting(percent, std::string{percent} + " %", "textScale", now));
    return choices;
}

Choices named(const ScreenContext& c, const char* id, const char* legend, const std::string& key, const std::string& now,
              std::initializer_list<const char*> values) {
    Choices choices;
    choices.id = id;
    choices.legend = c.say(legend);
    for (const char* value : values)
        choices.options.push_back(setting(value, c.say("settings." + key + "." + value), key, now));
    return choices;
}

// Large print has its own text size and colours: those chosen before wait behind it.
void add_look(const ScreenContext& c, std::vector<Block>& main) {
    main.emplace_back(easy_button(c));
    if (is_easy(c)) return void(main.emplace_back(Paragraph{"easy-on", c.say("easy.on"), Tone::body}));
    main.emplace_back(sizes(c));
    main.emplace_back(named(c, "theme", "settings.theme", "theme", c.state.preferences.theme, {"system", "light", "dark", "contrast"}));
}

// What is kept on this device has a page of its own, which works without the app.
void add_data(const ScreenContext& c, std::vector<Block>& main) {
    main.emplace_back(Heading{"data", 2, c.say("settings.data")});
    if (c.state.persisted) main.emplace_back(Paragraph{"persisted", c.say(*c.state.persisted ? "settings.persisted" : "settings.not_persisted"), Tone::body});
    Link link;
    link.id = "device";
    link.label = c.say("settings.device");
    link.href = "/" + c.state.lang + "/cuu-ho/";
    link.kind = LinkKind::row;
    main.emplace_back(std::move(link));
}

}  // namespace

Screen settings_screen(const ScreenContext& c) {
    Screen screen{"settings", c.say("settings.title") + " · " + c.say("app.name"), c.state.lang, "title", false, bar_with_back(c), {}, {}, {}};
    screen.main.emplace_back(Heading{"title", 1, c.say("settings.title")});
    add_look(c, screen.main);
    screen.main.emplace_back(named(c, "view", "settings.view", "view", c.state.preferences.view, {"canvas", "plain"}));
    screen.main.emplace_back(named(c, "typing", "settings.typing", "typing", c.state.preferences.typing, {"off", "telex", "vni"}));
    screen.main.emplace_back(named(c, "keyboard", "settings.keyboard", "keyboard", c.state.preferences.keyboard, {"off", "on"}));
    screen.main.emplace_back(named(c, "plain-words", "settings.plainWords", "plainWords", c.state.preferences.plain_words ? "on" : "off", {"off", "on"}));
    add_data(c, screen.main);
    return screen;
}

}  // namespace danloi
