// What is typed into the field of a question: shown back, refused with the reason, kept, and offered by the browser or not.
#include "core/typed_answer.hpp"

#include "core/shown.hpp"
#include "core/update_parts.hpp"
#include "screen_walk.hpp"

namespace danloi {
namespace {

using test::block;
using test::Session;

/// At one question of a procedure, with its definition loaded.
Session at_question(const std::string& procedure, const std::string& question, const std::string& lang = "vi") {
    Session session{lang};
    session.act(OpenProcedure{procedure});
    session.act(session.state.procedure->questions.front().kind == QuestionKind::yes_no
                    ? Action{Choose{session.state.procedure->questions.front().id, "yes"}}
                    : Action{Choose{session.state.procedure->questions.front().id, session.state.procedure->questions.front().options.front().value}});
    session.state.route = Route{Page::question, procedure, question, session.state.dossier};
    return session;
}

Session at_birth_date(const std::string& lang = "vi") { return at_question("dang-ky-khai-sinh", "birthDate", lang); }

std::string hint(const Session& session, const std::string& id) { return block(session.screen(), id).value("hint", ""); }

std::string error(const Session& session, const std::string& id) { return block(session.screen(), id).value("error", ""); }

TEST(TypedAnswer, ADayIsShownBackInWords) {
    Session session = at_birth_date();
    EXPECT_EQ(hint(session, "q-birthDate"), "Ví dụ 3/9/2026");
    session.act(Type{"birthDate", "3/9/202"});
    EXPECT_EQ(hint(session, "q-birthDate"), "Ví dụ 3/9/2026");
    EXPECT_EQ(session.effect<AnnounceEffect>(), nullptr);
    session.act(Type{"birthDate", "3/9/2026"});
    EXPECT_EQ(hint(session, "q-birthDate"), "Thứ Năm, ngày 3 tháng 9 năm 2026");
    ASSERT_NE(session.effect<AnnounceEffect>(), nullptr);
    EXPECT_EQ(session.effect<AnnounceEffect>()->text, "Thứ Năm, ngày 3 tháng 9 năm 2026");
    EXPECT_EQ(block(session.screen(), "q-birthDate")["value"], "3/9/2026") << "as typed";
    session.act(Type{"birthDate", "3/9/2026 "});
    EXPECT_EQ(session.effect<AnnounceEffect>(), nullptr) << "said once";
    session.act(Type{"birthDate", "mùng 3 tháng 9"});
    EXPECT_EQ(hint(session, "q-birthDate"), "Thứ Năm, ngày 3 tháng 9 năm 2026, tính theo dương lịch");
    Session english = at_birth_date("en");
    english.act(Type{"birthDate", "3 September 2026"});
    EXPECT_EQ(hint(english, "q-birthDate"), "Thursday, 3 September 2026");
}

TEST(TypedAnswer, WhatIsShownBackReadsAsTheSameDay) {
    for (const char* lang : {"vi", "en"}) {
        const Session session{lang};
        const Date first = parse_iso("2023-12-25").value_or(Date{});
        for (int day = 0; day < 800; ++day) {
            const Date date = add_days(first, day);
            const std::string words = shown_day_in_words(date, session.state.content->wording);
            ASSERT_EQ(parse_typed_date(words), date) << words;
        }
    }
}

TEST(TypedAnswer, ADayThatCannotBeIsRefusedWithTheReason) {
    const std::vector<std::pair<const char*, const char*>> wrong{
        {"31/2/2026", "tháng 2 năm 2026 chỉ có 28 ngày"}, {"30 tháng 2", "tháng 2 chỉ có 29 ngày"}, {"9/31/2026", "12 tháng"},
        {"3/9/26", "bốn chữ số"},                         {"3/9", "bốn chữ số"},                    {"mùng 3 tháng 9 âm lịch", "dương lịch"},
        {"sinh lâu rồi", "chưa đọc được"},                {"22/11/2026", "quá xa"}};
    Session session = at_birth_date();
    for (const auto& [typed, reason] : wrong) {
        session.act(Type{"birthDate", typed});
        session.act(Continue{});
        EXPECT_EQ(session.state.route.question, "birthDate") << typed;
        EXPECT_NE(error(session, "q-birthDate").find(reason), std::string::npos) << typed << ": " << error(session, "q-birthDate");
        EXPECT_EQ(error(session, "q-birthDate").find('{'), std::string::npos) << error(session, "q-birthDate");
        EXPECT_EQ(block(session.screen(), "q-birthDate")["value"], typed) << "it stays to be mended";
    }
}

TEST(TypedAnswer, ADayThatHangsOnTodayIsKeptAsTheDayItIs) {
    for (const auto& [typed, kept] : std::vector<std::pair<std::string, std::string>>{
             {"hôm qua", "20/11/2026"}, {"mùng 3 tháng 9", "03/09/2026"}, {"ngày 3 tháng 9 năm 2026", "ngày 3 tháng 9 năm 2026"}}) {
        Session session = at_birth_date();
        session.act(Type{"birthDate", typed});
        EXPECT_EQ(session.open().answers.at("birthDate"), Answer{typed}) << "while it is typed";
        session.act(Continue{});
        EXPECT_NE(session.state.route.question, "birthDate");
        EXPECT_EQ(session.open().answers.at("birthDate"), Answer{kept});
        session.act(Undo{});
        EXPECT_EQ(session.open().answers.count("birthDate"), 0U) << "typing and keeping are one edit";
    }
}

TEST(TypedAnswer, NothingIsSettledWhereAnotherPageWrites) {
    Session session = at_birth_date();
    session.act(Type{"birthDate", "hôm qua"});
    session.act(Held{session.state.dossier, true});
    session.act(Continue{});
    EXPECT_EQ(session.open().answers.at("birthDate"), Answer{std::string{"hôm qua"}});
}

TEST(TypedAnswer, LongNumbersAreShownBackInGroups) {
    Session session = at_question("dang-ky-tam-tru", "people");
    EXPECT_NE(hint(session, "q-people"), "");
    session.act(Type{"people", "1500"});
    EXPECT_EQ(hint(session, "q-people"), "1.500");
    session.act(Type{"people", "1,5 nghìn"});
    EXPECT_EQ(hint(session, "q-people"), "1.500");
    session.act(Type{"people", "1,5 triệu"});
    session.act(Continue{});
    EXPECT_NE(error(session, "q-people").find("2.000"), std::string::npos) << "out of bounds";
    EXPECT_EQ(hint(at_question("dang-ky-khai-sinh", "copies"), "q-copies"), "") << "a few copies need no groups";
}

TEST(TypedAnswer, DigitsAreEasyAndWordsArePossible) {
    Session session = at_birth_date();
    EXPECT_EQ(block(session.screen(), "q-birthDate")["keys"], "numeric");
    ASSERT_TRUE(session.press("keys"));
    EXPECT_FALSE(block(session.screen(), "q-birthDate").contains("keys")) << "all letters";
    ASSERT_TRUE(session.press("keys"));
    EXPECT_EQ(block(session.screen(), "q-birthDate")["keys"], "numeric");
    session.act(SetPreference{"keyboard", "on"});
    EXPECT_EQ(block(session.screen(), "q-birthDate")["keys"], "none") << "two keyboards would leave no room";
    EXPECT_FALSE(session.press("keys"));
    EXPECT_EQ(block(at_question("dang-ky-khai-sinh", "copies").screen(), "q-copies")["keys"], "numeric");
}

TEST(TypedAnswer, TheBrowserOffersOnlyWhatIsAboutOneself) {
    Session session = at_birth_date();
    EXPECT_FALSE(block(session.screen(), "q-birthDate").contains("autocomplete")) << "the child's, not the parent's";
    auto json = nlohmann::json::parse(test::definition_bytes("dang-ky-khai-sinh"));
    for (auto& question : json["questions"])
        if (question["id"] == "birthDate") question["about"] = "self";
    Problems problems;
    session.state.procedure = load_procedure(json.dump(), "changed.json", problems);
    ASSERT_NE(session.state.procedure, nullptr);
    EXPECT_EQ(block(session.screen(), "q-birthDate")["autocomplete"], "bday");
    session.state.storage_missing = true;
    EXPECT_FALSE(block(session.screen(), "q-birthDate").contains("autocomplete")) << "a device that keeps nothing is nobody's own";
}

}  // namespace
}  // namespace danloi
