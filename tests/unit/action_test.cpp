// Actions: what controls carry is read back as the same Action, and nonsense is no Action.
#include "core/action.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace danloi {
namespace {

using nlohmann::json;

std::optional<Action> read(const std::string& text, std::string blob = {}) {
    return read_action(json::parse(text, nullptr, false), std::move(blob));
}

template <class T>
T read_as(const std::string& text) {
    const auto action = read(text);
    EXPECT_TRUE(action && std::holds_alternative<T>(*action)) << text;
    return action && std::holds_alternative<T>(*action) ? std::get<T>(*action) : T{};
}

TEST(ActionJson, ControlsAreReadBack) {
    const auto choose = read_as<Choose>(act::choose("nơi \"sinh\"", "a\\b"));
    EXPECT_EQ(choose.question, "nơi \"sinh\"");
    EXPECT_EQ(choose.option, "a\\b");
    const auto check = read_as<Check>(act::check("history", "widowed"));
    EXPECT_EQ(check.option, "widowed");
    EXPECT_FALSE(check.on) << "the page adds whether it is on";
    EXPECT_EQ(read_as<Type>(act::type("copies")).question, "copies");
    EXPECT_EQ(read_as<Toggle>(act::toggle("why.x")).key, "why.x");
    EXPECT_EQ(read_as<SetPreference>(act::preference("theme", "dark")).value, "dark");
    EXPECT_EQ(read_as<OpenProcedure>(act::with_id("open", "p")).id, "p");
    EXPECT_EQ(read_as<Resume>(act::with_id("resume", "d")).dossier, "d");
    EXPECT_EQ(read_as<AskDelete>(act::with_id("ask_delete", "d")).dossier, "d");
    EXPECT_EQ(read_as<Delete>(act::with_id("delete", "d")).dossier, "d");
    const Route route{Page::question, "p", "q", "d"};
    EXPECT_EQ(read_as<Go>(act::go(route)).route, route);
}

TEST(ActionJson, PlainActionsAreReadBack) {
    read_as<Continue>(act::plain("continue"));
    read_as<Back>(act::plain("back"));
    read_as<Search>(act::plain("search"));
    read_as<KeepDossier>(act::plain("keep"));
    read_as<PrintSheet>(act::plain("print"));
    read_as<CopyLink>(act::plain("copy"));
    read_as<ShareLink>(act::plain("share"));
    read_as<AcceptPreview>(act::plain("accept"));
    read_as<DiscardPreview>(act::plain("discard"));
}

TEST(ActionJson, PaperStatesHaveNames) {
    for (const PaperState state : {PaperState::undecided, PaperState::have, PaperState::on_the_way, PaperState::missing, PaperState::not_needed}) {
        EXPECT_EQ(paper_state(name_of(state)), state);
        EXPECT_EQ(read_as<Tick>(act::tick("doc", state)).state, state);
    }
    EXPECT_EQ(paper_state("lost"), PaperState::undecided);
}

TEST(ActionJson, WhatThePageAdds) {
    EXPECT_EQ(read_as<Type>(R"({"t":"type","q":"copies","value":"3"})").value, "3");
    EXPECT_TRUE(read_as<Check>(R"({"t":"check","q":"h","v":"x","on":true})").on);
    EXPECT_EQ(read_as<Search>(R"({"t":"search","value":"khai sinh"})").value, "khai sinh");
    EXPECT_TRUE(read_as<Saved>(R"({"t":"saved","ok":true})").ok);
    EXPECT_EQ(read_as<Saved>(R"({"t":"saved","ok":false,"reason":"quota"})").reason, "quota");
    EXPECT_EQ(read_as<Failed>(R"({"t":"failed","what":"procedure","id":"x","reason":"404"})").id, "x");
}

TEST(ActionJson, BytesComeBesideTheJson) {
    const auto loaded = read(R"({"t":"loaded","what":"procedure","id":"x","hash":"h"})", "bytes");
    ASSERT_TRUE(loaded && std::holds_alternative<Loaded>(*loaded));
    EXPECT_EQ(std::get<Loaded>(*loaded).bytes, "bytes");
}

TEST(ActionJson, StartReadsWhatIsStored) {
    const auto start = read_as<Start>(R"({"t":"start","lang":"en","path":"/en/","fragment":"abc","storage":"ok","origin":"https://x",
        "route":{"p":"checklist","id":"p","d":"d1"},"prefs":{"theme":"dark","bad":3},
        "dossiers":[{"id":"d1","fields":{"meta":"{}","odd":7}},"nonsense",null]})");
    EXPECT_EQ(start.lang, "en");
    EXPECT_EQ(start.fragment, "abc");
    ASSERT_TRUE(start.route);
    EXPECT_EQ(start.route->page, Page::checklist);
    EXPECT_EQ(start.preferences, (std::map<std::string, std::string>{{"theme", "dark"}}));
    ASSERT_EQ(start.dossiers.size(), 1U);
    EXPECT_EQ(start.dossiers[0].fields, (std::map<std::string, std::string>{{"meta", "{}"}}));
}

TEST(ActionJson, NonsenseIsNoAction) {
    for (const char* bad : {"", "null", "7", "[]", "{}", R"({"t":7})", R"({"t":"dance"})", R"({"t":"go"})", R"({"t":"go","route":"home"})",
                            R"({"t":"go","route":{"p":"moon"}})", R"(["choose"])"})
        EXPECT_FALSE(read(bad)) << bad;
}

TEST(ActionJson, WrongMembersReadAsEmpty) {
    EXPECT_EQ(read_as<Choose>(R"({"t":"choose","q":7,"v":null})").question, "");
    EXPECT_FALSE(read_as<Check>(R"({"t":"check","on":"true"})").on);
    EXPECT_TRUE(read_as<Start>(R"({"t":"start","dossiers":{"a":1},"route":{},"prefs":[]})").dossiers.empty());
}

}  // namespace
}  // namespace danloi
