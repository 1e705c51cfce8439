// Plain words in parentheses after hard ones: where they stand, and that nothing else of a page changes.
#include "core/explain.hpp"
#include "screen_walk.hpp"

namespace danloi {
namespace {

using nlohmann::json;
using test::block;
using test::Session;

std::shared_ptr<const HardWords> words_of(const char* entries) {
    return load_hard_words(std::string{R"({"format":1,"words":)"} + entries + "}");
}

/// The words "trích lục" and "hộ tịch" have plain words, "lệ phí" has none.
const std::shared_ptr<const HardWords> few = words_of(R"([["trích lục","m",["trích lục","Trích lục"],"tờ chép từ sổ"],
    ["hộ tịch","m",["hộ tịch","hộ tịch điện tử"],"việc sinh, mất"],["lệ phí","m",["lệ phí"]]])");

std::string explained(const std::string& text) {
    std::vector<Block> blocks;
    blocks.emplace_back(Paragraph{"p", text, Tone::body});
    add_plain_words(*few, blocks);
    return std::get<Paragraph>(blocks.front().base()).text;
}

TEST(PlainWords, StandAfterTheFirstUseOfAWord) {
    EXPECT_EQ(explained("Xin trích lục, nộp trích lục."), "Xin trích lục (tờ chép từ sổ), nộp trích lục.");
    EXPECT_EQ(explained("Trích lục hộ tịch"), "Trích lục (tờ chép từ sổ) hộ tịch (việc sinh, mất)");
    EXPECT_EQ(explained("hộ tịch điện tử"), "hộ tịch điện tử (việc sinh, mất)") << "after the longest spelling";
    EXPECT_EQ(explained("trích lụcx, lệ phí"), "trích lụcx, lệ phí");
    EXPECT_EQ(explained(""), "");
}

TEST(PlainWords, LeaveParenthesesOfTheTextAlone) {
    EXPECT_EQ(explained("Giấy (có trích lục) và trích lục"), "Giấy (có trích lục) và trích lục (tờ chép từ sổ)");
    EXPECT_EQ(explained("trích lục (bản mới). Nộp trích lục."), "trích lục (bản mới). Nộp trích lục (tờ chép từ sổ).");
}

TEST(PlainWords, AWordIsExplainedOnceOnAPageAndControlsKeepTheirNames) {
    std::vector<Block> blocks;
    blocks.emplace_back(Button{"b", "trích lục", ButtonKind::primary, {}, {}});
    Field field;
    field.label = field.value = field.hint = "trích lục";
    blocks.emplace_back(field);
    blocks.emplace_back(Disclosure{"words", "trích lục", true, {}, {Paragraph{"w", "trích lục", Tone::body}}});
    blocks.emplace_back(Card{"c", Tone::body, {Heading{"h", 2, "Về trích lục"}, List{"l", false, {"trích lục", "hộ tịch"}}}});
    blocks.emplace_back(Paragraph{"p", "trích lục, hộ tịch", Tone::body});
    Screen before{"s", "", "vi", "", false, {}, blocks, {}, {}};
    add_plain_words(*few, blocks);
    Screen after{"s", "", "vi", "", false, {}, blocks, {}, {}};
    std::string wanted = screen_json(before);
    wanted.replace(wanted.find("Về trích lục"), std::string{"Về trích lục"}.size(), "Về trích lục (tờ chép từ sổ)");
    wanted.replace(wanted.find("\"hộ tịch\""), std::string{"\"hộ tịch\""}.size(), "\"hộ tịch (việc sinh, mất)\"");
    EXPECT_EQ(screen_json(after), wanted);
}

/// What differs between a page without and with plain words, text by text.
struct Difference {
    const json& words;
    std::set<std::string> said{};
    std::string where{};

    void compare(const json& off, const json& on) {
        ASSERT_EQ(off.type(), on.type()) << where;
        ASSERT_EQ(off.size(), on.size()) << where;
        if (off.is_string()) return text(off, on);
        if (!off.is_structured()) {
            EXPECT_EQ(on, off) << where;
            return;
        }
        for (const auto& [key, value] : off.items()) {
            const json& other = off.is_object() ? on.at(key) : on.at(static_cast<std::size_t>(std::stoul(key)));
            if (value.is_object() && value.value("id", "") == "plain-words") continue;  // says what the next press does
            compare(value, other);
        }
    }

    // Taking the parentheses out again gives the text without them, and each is there once.
    void text(const std::string& off, std::string on) {
        for (const json& word : words) {
            if (word.size() < 4) continue;
            const std::string added = " (" + word[3].get<std::string>() + ")";
            const std::size_t at = on.find(added);
            if (at == std::string::npos || off.find(added) != std::string::npos) continue;
            EXPECT_TRUE(said.insert(word[0]).second) << where << ": " << word[0] << " is explained twice";
            on.erase(at, added.size());
        }
        EXPECT_EQ(on, off) << where;
    }
};

/// The page of now, without and with plain words. Gives how many words got theirs.
std::size_t compare_views(Session& session, const json& words, const std::string& where) {
    session.act(SetPreference{"plainWords", "off"});
    const json off = session.screen();
    session.act(SetPreference{"plainWords", "on"});
    const json on = session.screen();
    test::expect_sound(on, where);
    Difference difference{words, {}, where};
    difference.compare(off, on);
    return difference.said.size();
}

// "I don't know" where that is offered leaves the most papers on the checklist.
void answer_somehow(Session& session) {
    const Page page = session.state.route.page;
    if ((page != Page::procedure && page != Page::question) || session.press("unknown")) return;
    const auto& questions = session.state.procedure->questions;
    const auto asked = std::find_if(questions.begin(), questions.end(), [&](const Question& q) { return q.id == session.state.route.question; });
    const Question& question = asked == questions.end() ? questions.front() : *asked;
    if (question.kind == QuestionKind::choice) session.act(Choose{question.id, question.options.front().value});
    if (question.kind == QuestionKind::yes_no) session.act(Choose{question.id, "yes"});
    if (question.kind == QuestionKind::many) session.act(Check{question.id, question.options.front().value, true});
    if (question.kind == QuestionKind::date) session.act(Type{question.id, "01/11/2026"});
    if (question.kind == QuestionKind::number) session.act(Type{question.id, "1"});
    if (question.kind == QuestionKind::text) session.act(Type{question.id, "trích lục"});
}

class PlainPages : public testing::TestWithParam<std::string> {};

TEST_P(PlainPages, WithoutTheParenthesesEveryPageOfEveryProcedureIsAsBefore) {
    const json words = json::parse(test::words_file(GetParam()))["words"];
    std::size_t explained = 0;
    for (const std::string& id : test::procedure_ids()) {
        Session session{GetParam()};
        session.act(OpenProcedure{id});
        explained += compare_views(session, words, id);
        for (int step = 0; step < 40 && session.state.route.page != Page::ready; ++step) {
            answer_somehow(session);
            session.act(Continue{});
            explained += compare_views(session, words, id + " " + session.screen()["id"].get<std::string>());
        }
        ASSERT_EQ(session.state.route.page, Page::ready) << id;
        const std::string dossier = session.state.dossier;
        for (const Page page : {Page::checklist, Page::ready, Page::sheet, Page::share, Page::place, Page::settings}) {
            session.act(Go{Route{page, id, {}, dossier}});
            if (page != Page::settings) explained += compare_views(session, words, id + " page " + std::to_string(static_cast<int>(page)));
        }
    }
    EXPECT_GT(explained, 300U);
}

INSTANTIATE_TEST_SUITE_P(Languages, PlainPages, testing::Values("vi", "en"));

TEST(PlainWords, AreSwitchedOnWhileOnAPageAndKept) {
    Session session{"vi"};
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    const std::string before = session.stored();
    ASSERT_TRUE(session.press("plain-words"));
    const auto* kept = session.effect<PreferenceEffect>();
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->key, "plainWords");
    EXPECT_EQ(kept->value, "on");
    EXPECT_EQ(block(session.screen(), "plain-words")["label"], test::wording("vi").say("words.plain_off"));
    ASSERT_TRUE(session.press("plain-words"));
    EXPECT_FALSE(session.state.preferences.plain_words);
    EXPECT_EQ(session.stored(), before) << "it is nobody's business";
}

TEST(PlainWords, WaitForTheGlossary) {
    Session session{"vi"};
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    session.act(SetPreference{"plainWords", "on"});
    const json with = session.screen();
    session.state.words = nullptr;
    const json without = session.screen();
    session.act(SetPreference{"plainWords", "off"});
    EXPECT_EQ(session.screen(), without);
    EXPECT_NE(with, without);
}

TEST(PlainWords, WhatWasTypedIsLeftAlone) {
    Session session{"vi"};
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    session.act(Choose{"birthPlace", "home"});
    session.act(Continue{});
    session.state.words = few;
    session.act(SetPreference{"plainWords", "on"});
    session.act(Go{Route{Page::question, "dang-ky-khai-sinh", "birthDate", session.state.dossier}});
    session.act(Type{"birthDate", "trích lục"});
    EXPECT_EQ(block(session.screen(), "q-birthDate")["value"], "trích lục");
}

}  // namespace
}  // namespace danloi
