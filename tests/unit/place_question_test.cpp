// Questions that ask for a place, and rules that hang on it.
#include "core/carry_over.hpp"
#include "core/shown.hpp"
#include "place_desk.hpp"
#include "sample_definition.hpp"

namespace danloi {
namespace {

using namespace place_desk;
using test::on;

const std::string invented_id = "xin-xac-nhan-noi-o";

json with_place_question(bool first) {
    json d = test::sample_definition();
    d["id"] = invented_id;
    const json text = {{"vi", "Bạn ở đâu?"}, {"en", "Where do you live?"}};
    const json question = {{"id", "home"}, {"kind", "place"}, {"text", text}, {"why", text}};
    d["questions"].insert(d["questions"].begin() + (first ? 0 : 1), question);
    d["documents"].push_back({{"id", "giay-ninh-binh"}, {"name", {{"vi", "Giấy Ninh Bình"}, {"en", "Ninh Bình paper"}}}, {"role", "submit"}, {"original", 1},
                              {"when", json::parse(R"({"inPlace":[{"var":"home"},"37"]})", nullptr, false)}, {"because", {{"vi", "vì ở Ninh Bình"}, {"en", "as you live in Ninh Bình"}}},
                              {"basis", json::array({{{"confidence", "high"}}})}});
    return d;
}

TEST(PlaceQuestion, IsAnsweredByChoosingAndThePaperThatHangsOnItChanges) {
    Desk desk;
    desk.define(with_place_question(false));
    desk.use(OpenProcedure{invented_id});
    desk.use(Choose{"birthPlace", "facility"});
    desk.use(Continue{});
    ASSERT_EQ(desk.screen()["id"], "question/" + invented_id + "/home");
    EXPECT_EQ(desk.applies("giay-ninh-binh"), Applies::perhaps);
    const std::string before = desk.stored();
    desk.use(Type{"home", "phu ly"});
    EXPECT_EQ(desk.stored(), before) << "what is typed is no answer";
    EXPECT_TRUE(block(desk.screen(), "q-home").contains("suggestions"));
    desk.use(Continue{});
    EXPECT_EQ(block(desk.screen(), "q-home")["error"], test::wording("vi").say("question.error.place"));
    desk.pick("home", "phu ly", phu_ly);
    EXPECT_EQ(desk.open().answers.at("home"), Answer{phu_ly});
    EXPECT_EQ(desk.saved("answer.home"), "\"13285\"");
    EXPECT_FALSE(desk.saved("name.13285").empty());
    EXPECT_EQ(desk.open().place, "") << "where somebody lives is not where they hand in";
    EXPECT_EQ(desk.state.route.question, "home") << "choosing does not go on by itself";
    EXPECT_EQ(block(desk.screen(), "q-home")["value"], phu_ly_name.name.vi);
    EXPECT_FALSE(block(desk.screen(), "q-home").contains("error"));
    EXPECT_EQ(desk.applies("giay-ninh-binh"), Applies::yes);
    desk.pick("home", "thu duc", thu_duc);
    EXPECT_EQ(desk.applies("giay-ninh-binh"), Applies::no);
    desk.use(Choose{"home", "?"});
    EXPECT_EQ(desk.applies("giay-ninh-binh"), Applies::perhaps);
    EXPECT_EQ(desk.state.route.question, "birthDate") << "not knowing goes on";
    desk.use(Go{Route{Page::question, invented_id, "home", desk.state.dossier}});
    EXPECT_FALSE(block(desk.screen(), "q-home").contains("value"));
    desk.pick("home", "ninh binh", "37");
    EXPECT_EQ(desk.applies("giay-ninh-binh"), Applies::yes) << "the province itself";
    test::expect_sound(desk.screen(), "place question");
    desk.use(Continue{});
    EXPECT_EQ(desk.state.route.question, "birthDate");
}

TEST(PlaceQuestion, IsToldByNameWhereverAnAnswerIsTold) {
    Desk desk;
    desk.define(with_place_question(true));
    desk.use(OpenProcedure{invented_id});
    desk.pick("home", "phu ly", phu_ly);
    const Dossier& dossier = desk.open();
    const Procedure& procedure = *desk.state.procedure;
    const Wording& words = desk.state.content->wording;
    const std::string name = phu_ly_name.name.vi;
    EXPECT_EQ(shown_answer(procedure.questions[0], dossier, words, "vi"), name);
    EXPECT_EQ(shown_answer(procedure.questions[1], dossier, words, "vi"), "") << "not answered yet";
    const std::string snapshot = snapshot_json(procedure, dossier, make_guide(procedure, dossier, guide_input(desk.state)), words, "vi");
    EXPECT_NE(snapshot.find(name), std::string::npos) << "on the rescue page";
    EXPECT_EQ(snapshot.find(phu_ly), std::string::npos);
    Problems problems;
    const auto without = load_procedure(test::sample_definition().dump(), test::sample_file, problems);
    ASSERT_TRUE(without);
    EXPECT_NE(carried_over(dossier, procedure, *without, words, "vi").retired.at("home").find(name), std::string::npos) << "when it is asked no more";
}

TEST(PlaceQuestion, TheFirstOneIsAskedOnTheProceduresPage) {
    Desk desk;
    desk.define(with_place_question(true));
    desk.use(OpenProcedure{invented_id});
    desk.use(Type{"home", "phu ly"});
    EXPECT_TRUE(desk.state.dossiers.empty()) << "looking up begins nothing";
    desk.pick("home", "phu ly", phu_ly);
    EXPECT_EQ(desk.open().answers.at("home"), Answer{phu_ly});
    EXPECT_NE(desk.effect<PinEffect>(), nullptr);
    test::expect_sound(desk.screen(), "place question first");
    desk.use(Continue{});
    EXPECT_EQ(desk.state.route.question, "birthPlace");
}

TEST(PlaceQuestion, IsShownByNameAmongTheAnswersAndAfterAReload) {
    Desk desk;
    desk.define(with_place_question(true));
    desk.use(OpenProcedure{invented_id});
    desk.pick("home", "phu ly", phu_ly);
    desk.use(Choose{"birthPlace", "facility"});
    desk.use(Go{Route{Page::checklist, invented_id, {}, desk.state.dossier}});
    EXPECT_NE(block(desk.screen(), "answers-list").dump().find(phu_ly_name.name.vi), std::string::npos);
    Start start;
    start.dossiers = {stored(desk.open())};
    Desk again{"vi", start};
    again.define(with_place_question(true));
    again.use(Go{Route{Page::checklist, invented_id, {}, start.dossiers[0].id}});
    EXPECT_EQ(again.screen()["id"], "checklist/" + invented_id);
    EXPECT_NE(block(again.screen(), "answers-list").dump().find(phu_ly_name.name.vi), std::string::npos);
    EXPECT_EQ(again.applies("giay-ninh-binh"), Applies::yes) << "the province is known without the finder";
}

TEST(PlaceQuestion, IsOnlyAnsweredWhereItIsShownAndWithACode) {
    Desk desk;
    desk.define(with_place_question(false));
    desk.use(OpenProcedure{invented_id});
    desk.use(Choose{"birthPlace", "facility"});
    desk.use(Continue{});
    const std::string before = desk.stored();
    for (const char* code : {"1", "phu ly", "132855", "3x"}) {
        desk.act(SetPlace{"home", {code, "37", {"x", "x"}}});
        EXPECT_EQ(desk.stored(), before) << code;
    }
    desk.act(SetPlace{"birthPlace", phu_ly_name});
    desk.act(SetPlace{"birthDate", phu_ly_name});
    EXPECT_EQ(desk.stored(), before) << "not questions for a place";
    desk.use(Go{Route{Page::checklist, invented_id, {}, desk.state.dossier}});
    const std::string checklist = desk.stored();
    desk.act(SetPlace{"home", phu_ly_name});
    EXPECT_EQ(desk.stored(), checklist) << "it is not shown there";
}

// Only the place of filing is asked for after a link: an answer's province is not known, and the rule says "no" for certain.
TEST(PlaceQuestion, AnAnswerThatCameByALinkIsNamedAndItsRuleHolds) {
    Desk desk;
    desk.define(with_place_question(false));
    Problems problems;
    const auto procedure = load_procedure(with_place_question(false).dump(), "invented.json", problems);
    ASSERT_TRUE(procedure);
    Dossier sent = dossier_of(*procedure, {{"birthPlace", "facility"}, {"home", phu_ly}});
    sent.step = "checklist";
    Start start;
    start.lang = "vi";
    start.path = "/vi/";
    start.storage = "ok";
    start.content = test::start_file("vi");
    start.fragment = encode_share(share_of(*procedure, sent, on("2026-11-21")));
    desk.use(start);
    desk.use(AcceptPreview{});
    ASSERT_EQ(desk.screen()["id"], "checklist/" + invented_id);
    EXPECT_EQ(desk.applies("giay-ninh-binh"), Applies::yes);
    EXPECT_NE(block(desk.screen(), "answers-list").dump().find(phu_ly_name.name.vi), std::string::npos);
}

}  // namespace
}  // namespace danloi
