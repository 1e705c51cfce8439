// Hard words: which of them a text uses, and how a page offers to explain them.
#include "core/explain.hpp"
#include "screen_walk.hpp"

namespace danloi {
namespace {

using nlohmann::json;
using test::block;
using test::Dice;
using test::dossier_of;
using test::Session;

using Forms = std::vector<std::string>;
using Indexes = std::vector<std::size_t>;

/// The file of the words with these spellings; the first of each is the term, "<term>!" its meaning.
std::string file_of(const std::vector<Forms>& all) {
    json file = {{"format", 1}, {"words", json::array()}};
    for (const Forms& forms : all) file["words"].push_back(json::array({forms.front(), forms.front() + "!", forms}));
    return file.dump();
}

Indexes used(const std::vector<Forms>& all, const std::string& text) {
    const auto words = load_hard_words(file_of(all));
    EXPECT_NE(words, nullptr);
    return words ? hard_words_in(*words, text) : Indexes{};
}

TEST(HardWordsIn, WordsAreWhole) {
    const std::vector<Forms> words{{"hộ"}, {"fee"}, {"đất"}};
    for (const char* text : {"hộ", "(hộ)", "hộ.", "một hộ, hai", "\nhộ\n", "fee", "no fee; x", "fee/x", "\"fee\"", "đất", "nhà-đất"})
        EXPECT_EQ(used(words, text).size(), 1U) << text;
    for (const char* text : {"", "hộp", "thộ", "hộ2", "2hộ", "hộỹ", "ẽhộ", "coffee", "feed", "fees", "Fee", "đấtđai", "h", "h ộ", "fe e", "ộ"})
        EXPECT_TRUE(used(words, text).empty()) << text;
}

TEST(HardWordsIn, TheLongestOfThoseThatBeginAtOnePlaceCounts) {
    const std::vector<Forms> shortest_first{{"chủ hộ"}, {"chủ hộ kinh doanh"}, {"chủ"}};
    const std::vector<Forms> longest_first{{"chủ"}, {"chủ hộ kinh doanh"}, {"chủ hộ"}};
    for (const auto& words : {shortest_first, longest_first}) {
        EXPECT_EQ(used(words, "bạn là chủ hộ kinh doanh."), Indexes{1});
        EXPECT_EQ(used(words, "chủ hộ kinh doanhx") == Indexes{1}, false) << "the longest is not whole here";
    }
    EXPECT_EQ(used(shortest_first, "chủ hộ kinh doanhx"), Indexes{0});
    EXPECT_EQ(used(shortest_first, "chủ hộ kinh"), Indexes{0});
    EXPECT_EQ(used(shortest_first, "chủ họ"), Indexes{2});
}

TEST(HardWordsIn, WhatLiesInsideALongerWordIsNoWordOfItsOwn) {
    const std::vector<Forms> words{{"hộ kinh doanh"}, {"chủ hộ kinh doanh"}};
    EXPECT_EQ(used(words, "một chủ hộ kinh doanh"), Indexes{1});
    EXPECT_EQ(used(words, "chủ hộ kinh doanh lập hộ kinh doanh"), (Indexes{1, 0})) << "it counts where it stands alone";
    EXPECT_EQ(used(words, "chủ hộ kinh doanh hộ kinh doanh"), (Indexes{1, 0})) << "right behind the longer one too";
}

TEST(HardWordsIn, EachIsNamedOnceInTheOrderOfItsFirstUse) {
    const std::vector<Forms> words{{"thuế", "Thuế"}, {"lệ phí"}, {"sổ đỏ"}};
    EXPECT_EQ(used(words, "sổ đỏ, thuế, sổ đỏ, lệ phí, Thuế, lệ phí"), (Indexes{2, 0, 1}));
    EXPECT_EQ(used(words, "Thuế rồi sổ đỏ rồi thuế"), (Indexes{0, 2}));
}

TEST(HardWordsIn, CapitalLettersCountWhereTheyAreListed) {
    const std::vector<Forms> words{{"đất", "Đất"}, {"VNeID"}};
    EXPECT_EQ(used(words, "Đất ở"), Indexes{0});
    EXPECT_TRUE(used(words, "ĐẤT vneid VNEID").empty());
    EXPECT_EQ(used(words, "VNeID"), Indexes{1});
}

TEST(HardWordsIn, EnglishWordsWithHyphensAndApostrophes) {
    const std::vector<Forms> words{{"civil-status"}, {"survivor's benefit"}, {"status"}};
    EXPECT_EQ(used(words, "the civil-status register"), Indexes{0});
    EXPECT_EQ(used(words, "A survivor's benefit?"), Indexes{1});
    EXPECT_TRUE(used(words, "statuses").empty());
}

TEST(LoadHardWords, WhatIsNoGlossaryGivesNothing) {
    const std::string good = file_of({{"hộ tịch"}});
    ASSERT_NE(load_hard_words(good), nullptr);
    for (const std::string& bytes : {std::string{}, std::string{"{"}, std::string{"[]"}, std::string{"null"}, std::string{"{}"}, std::string{"7"},
                                     std::string{R"({"words":{}})"}, std::string{R"({"words":"x"})"}, std::string{R"({"word":[]})"},
                                     good.substr(0, good.size() - 2), good + "x", std::string{"\xFF\xFE"}})
        EXPECT_EQ(load_hard_words(bytes), nullptr) << bytes;
}

TEST(LoadHardWords, FaultyEntriesCostOnlyThemselves) {
    const auto words = load_hard_words(R"({"format":1,"words":[5,null,{},[],["a"],["b","m",7],["c","m",[1,null,"",{}]],["d",4,["hộ tịch"]],["lệ phí","m",["lệ phí"]]]})");
    ASSERT_NE(words, nullptr);
    EXPECT_EQ(hard_words_in(*words, "a b c lệ phí, hộ tịch. ").size(), 2U);
    ASSERT_EQ(words->words.size(), 9U);
    EXPECT_EQ(words->words[7].meaning, "");
}

TEST(LoadHardWords, AnEmptySpellingIsNoSpelling) {
    const auto words = load_hard_words(file_of({{""}, {"", "x"}}));
    ASSERT_NE(words, nullptr);
    EXPECT_TRUE(hard_words_in(*words, "").empty());
    EXPECT_TRUE(hard_words_in(*words, "a b").empty());
    EXPECT_EQ(hard_words_in(*words, "x"), Indexes{1});
}

bool is_one_word(const std::string& form) { return form.find_first_of(" -'/") == std::string::npos; }

TEST(HardWordsIn, InRandomTextsEveryWordThatStandsAloneIsFoundAndNoOther) {
    const std::vector<std::string> fillers{"zq", "ừm", "Ồ", "123", "xyz", "ỡ", "…", "q-q", "“zq”", "w\xCC\x81"};
    const std::vector<std::string> gaps{" ", ", ", ". ", "\n", " (", "; "};
    for (const std::string lang : {"vi", "en"}) {
        const auto words = load_hard_words(test::words_file(lang));
        ASSERT_NE(words, nullptr);
        Dice dice{lang == "vi" ? 11U : 12U};
        for (int round = 0; round < 400; ++round) {
            std::string text;
            Indexes expected;
            for (std::size_t n = dice.below(8); n > 0; --n) {
                const std::size_t word = dice.below(words->words.size());
                const auto& forms = words->words[word].forms;
                const std::string& form = forms[dice.below(forms.size())];
                const bool glued = dice.one_in(4) && is_one_word(form);
                text += fillers[dice.below(fillers.size())] + gaps[dice.below(gaps.size())];
                if (glued) text += dice.one_in(2) ? "ỡ" + form : form + "7";
                else text += form;
                text += gaps[dice.below(gaps.size())];
                if (!glued && std::find(expected.begin(), expected.end(), word) == expected.end()) expected.push_back(word);
            }
            ASSERT_EQ(hard_words_in(*words, text), expected) << text;
        }
    }
}

TEST(HardWordsIn, NonsenseIsReadToItsEnd) {
    const auto words = load_hard_words(test::words_file("vi"));
    ASSERT_NE(words, nullptr);
    Dice dice{5};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (std::size_t n = dice.below(40); n > 0; --n) text += static_cast<char>(dice.below(256));
        for (const std::size_t word : hard_words_in(*words, text)) EXPECT_LT(word, words->words.size());
    }
}

TEST(TextOf, IsEverythingThatIsSaidInOrder) {
    std::vector<Block> blocks;
    blocks.emplace_back(Heading{"a", 1, "Một"});
    Card card{"c", Tone::body, {}};
    card.children.emplace_back(Paragraph{"p", "Hai", Tone::body});
    card.children.emplace_back(List{"l", true, {"Ba", "Bốn"}});
    Disclosure inner{"d", "tên nút", true, {}, {}};
    inner.children.emplace_back(Notice{"n", Tone::info, "Năm", "Sáu", false});
    card.children.emplace_back(std::move(inner));
    blocks.emplace_back(std::move(card));
    const std::string text = text_of(blocks);
    std::size_t at = 0;
    for (const char* said : {"Một\n", "Hai\n", "Ba\n", "Bốn\n", "Năm\n", "Sáu\n"}) {
        at = text.find(said, at);
        ASSERT_NE(at, std::string::npos) << said;
    }
    EXPECT_EQ(text.find("tên nút"), std::string::npos);
}

TEST(TextOf, FieldsAreNoPartOfIt) {
    Field field;
    field.id = "q-x";
    field.kind = FieldKind::place;
    field.label = field.hint = field.value = field.error = "trích lục";
    field.suggestions = {{"trích lục", "{}"}};
    std::vector<Block> blocks;
    blocks.emplace_back(field);
    blocks.emplace_back(Button{"b", "trích lục", ButtonKind::primary, {}, {}});
    EXPECT_EQ(text_of(blocks).find("trích lục"), std::string::npos);
    EXPECT_EQ(text_of({}), "");
}

const std::string birth_id = "dang-ky-khai-sinh";

// At the second question of birth registration, with these words for the glossary.
Session at_a_question(const std::vector<Forms>& words, const std::string& lang = "vi") {
    Session session{lang};
    session.act(OpenProcedure{birth_id});
    session.act(Choose{"birthPlace", "home"});
    session.act(Continue{});
    session.act(Loaded{"words", {}, {}, file_of(words)});
    EXPECT_EQ(session.state.route.question, "situation");
    return session;
}

TEST(ExplainedScreen, OffersAHardWordAndShowsTheMeaningOnlyWhenOpened) {
    Session session = at_a_question({{"zzz"}, {"trường hợp"}});
    const std::string before = session.stored();
    json words = block(session.screen(), "words");
    ASSERT_TRUE(words.is_object());
    EXPECT_EQ(words["summary"], test::wording("vi").say("words.title", {{"words", "trường hợp"}}));
    EXPECT_TRUE(block(session.screen(), "words-list").is_null());
    EXPECT_EQ(session.screen().dump().find("trường hợp!"), std::string::npos);
    ASSERT_TRUE(session.press("words"));
    EXPECT_EQ(block(session.screen(), "words-list")["rows"], json::parse(R"([["trường hợp","trường hợp!"]])", nullptr, false));
    ASSERT_TRUE(session.press("words"));
    EXPECT_TRUE(block(session.screen(), "words-list").is_null());
    EXPECT_EQ(session.stored(), before) << "looking a word up is nobody's business";
    test::expect_sound(session.screen(), "question with words");
}

TEST(ExplainedScreen, OffersNothingWithoutAHardWordOrWithoutTheGlossary) {
    Session session = at_a_question({{"zzz"}});
    EXPECT_TRUE(block(session.screen(), "words").is_null());
    session.act(Loaded{"words", {}, {}, "broken"});
    EXPECT_EQ(session.state.words, nullptr);
    EXPECT_TRUE(block(session.screen(), "words").is_null());
    EXPECT_EQ(session.screen()["id"], "question/" + birth_id + "/situation");
}

TEST(ExplainedScreen, NamesAtMostThreeWordsAndListsThemAll) {
    Session session = at_a_question({{"đặc biệt"}, {"trường hợp"}, {"Bé"}, {"thuộc"}});
    ASSERT_TRUE(block(session.screen(), "words").is_object());
    EXPECT_EQ(block(session.screen(), "words")["summary"], test::wording("vi").say("words.title", {{"words", "Bé, thuộc, trường hợp…"}}));
    session.press("words");
    EXPECT_EQ(block(session.screen(), "words-list")["rows"].size(), 4U);
}

TEST(ExplainedScreen, ARealProcedureExplainsRealWordsInBothLanguages) {
    for (const std::string lang : {"vi", "en"}) {
        Session session{lang};
        ASSERT_NE(session.state.words, nullptr);
        session.act(OpenProcedure{birth_id});
        ASSERT_TRUE(session.press("words")) << lang;
        const json rows = block(session.screen(), "words-list")["rows"];
        ASSERT_GE(rows.size(), 3U) << lang;
        for (const json& row : rows) EXPECT_FALSE(row[1].get<std::string>().empty()) << row;
    }
}

TEST(ExplainedScreen, OnlyPagesThatAreReadExplain) {
    Session session = at_a_question({{"Bạn", "bạn"}, {"khai sinh"}, {"Bé"}});
    const std::string id = session.state.dossier;
    for (const auto& [page, explained] : std::vector<std::pair<Page, bool>>{{Page::procedure, true}, {Page::checklist, true}, {Page::ready, true}, {Page::sheet, false},
                                                                            {Page::share, false}, {Page::place, false}, {Page::settings, false}, {Page::home, false}}) {
        session.act(Go{Route{page, birth_id, {}, id}});
        EXPECT_EQ(session.state.route.page, page);
        EXPECT_EQ(block(session.screen(), "words").is_object(), explained) << static_cast<int>(page);
    }
}

TEST(ExplainedScreen, WhatIsTypedIsNeverSearched) {
    Session session = at_a_question({{"8273"}, {"quýt"}});
    session.act(Go{Route{Page::question, birth_id, "birthDate", session.state.dossier}});
    ASSERT_EQ(session.state.route.question, "birthDate");
    session.act(Type{"birthDate", "quýt 8273"});
    ASSERT_EQ(block(session.screen(), "q-birthDate")["value"], "quýt 8273");
    EXPECT_TRUE(block(session.screen(), "words").is_null());
    session.act(Continue{});
    EXPECT_FALSE(session.state.error.empty());
    EXPECT_TRUE(block(session.screen(), "words").is_null()) << "nor in the error";
    for (const Page page : {Page::checklist, Page::ready}) {
        session.act(Go{Route{page, birth_id, {}, session.state.dossier}});
        EXPECT_TRUE(block(session.screen(), "words").is_null()) << "nor among the answers";
    }
}

// “gia hạn tạm trú” stands so in real definitions; “ and ” are taken for letters of the word.
TEST(HardWordsIn, WordsInCurlyQuotesAndBesideDashesAreWhole) {
    const std::vector<Forms> words{{"tạm trú"}};
    for (const char* text : {"“tạm trú”", "đề nghị “gia hạn tạm trú” và", "tạm trú…", "tạm trú–thường trú", "‘tạm trú’", "tạm trú\xC2\xA0x"})
        EXPECT_EQ(used(words, text), Indexes{0}) << text;
}

}  // namespace
}  // namespace danloi
