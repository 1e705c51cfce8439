// `update`: what a person does, one turn after another, over the real content.
#include "core/update_parts.hpp"

#include "screen_walk.hpp"

namespace danloi {
namespace {

using test::Answers;
using test::birth;
using test::block;
using test::dossier_of;
using test::on;
using test::Session;

const std::string birth_id = "dang-ky-khai-sinh";

const Answers hospital{{"birthPlace", "facility"}, {"situation", "none"},     {"birthPaper", "note"}, {"parentsMarried", true},
                       {"parentForeign", "none"},  {"birthDate", "1/11/2026"}, {"filer", "parent"},    {"copies", "0"}};

Session at_birth(const std::string& lang = "vi") {
    Session session{lang};
    session.act(OpenProcedure{birth_id});
    EXPECT_EQ(session.state.route.page, Page::procedure);
    return session;
}

Session at_checklist() {
    Session session = at_birth();
    answer_all(session, hospital);
    EXPECT_EQ(session.state.route.page, Page::checklist);
    return session;
}

std::string shown(const Session& session) { return session.screen()["id"].get<std::string>(); }

TEST(Update, StartShowsHomeOrThePageOfThePath) {
    EXPECT_EQ(shown(Session{}), "home");
    EXPECT_EQ(shown(Session{"en", Start{{}, "/en/tt/" + birth_id + "/", {}, {}, {}, {}, {}, {}, {}, {}}}), "procedure/" + birth_id);
    const Session lost{"vi", Start{{}, "/vi/tt/no-such/", {}, {}, {}, {}, {}, {}, {}, {}}};
    EXPECT_EQ(shown(lost), "home");
    EXPECT_TRUE(block(lost.screen(), "link-fault").is_object());
}

TEST(Update, TheFirstAnswerBeginsADossier) {
    Session session = at_birth();
    EXPECT_TRUE(session.state.dossiers.empty()) << "looking stores nothing";
    session.act(Choose{"birthPlace", "home"});
    ASSERT_EQ(session.state.dossiers.size(), 1U);
    EXPECT_EQ(session.open().answers, (Answers{{"birthPlace", "home"}}));
    EXPECT_EQ(session.open().hash, birth().hash);
    ASSERT_NE(session.effect<PinEffect>(), nullptr);
    EXPECT_EQ(session.effect<PinEffect>()->hash, birth().hash);
    EXPECT_TRUE(session.effect<UrlEffect>()->replace);
    EXPECT_EQ(session.effect<UrlEffect>()->path, "/vi/tt/" + birth_id + "/");
    EXPECT_EQ(session.state.saving, Saving::pending);
    session.act(Choose{"birthPlace", "facility"});
    EXPECT_EQ(session.state.dossiers.size(), 1U);
    EXPECT_EQ(session.effect<PinEffect>(), nullptr);
}

TEST(Update, EverythingSavedGivesTheDossierBack) {
    Session session = at_birth();
    std::map<std::string, std::map<std::string, std::string>> device;
    const auto keep = [&] {
        for (const Effect& effect : session.effects)
            if (const auto* save = std::get_if<SaveEffect>(&effect))
                for (const auto& [name, json] : save->fields) device[save->dossier][name] = json;
    };
    session.act(Choose{"birthPlace", "home"});
    keep();
    for (const Action& action : std::vector<Action>{Continue{}, Choose{"situation", "?"}, Continue{}, Type{"birthDate", "1/11/2026"},
                                                    Type{"copies", "3"}, Type{"copies", ""}, Tick{"giay-to-tuy-than", PaperState::have}}) {
        session.act(action);
        keep();
    }
    ASSERT_EQ(device.size(), 1U);
    const auto back = dossier_from_fields(device.begin()->first, device.begin()->second);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->answers, session.open().answers);
    EXPECT_EQ(back->answers.count("copies"), 0U) << "emptied again";
    EXPECT_EQ(back->papers, session.open().papers);
    EXPECT_EQ(back->step, session.open().step);
    EXPECT_EQ(back->summary.answered, session.open().summary.answered);
}

TEST(Update, SavedAndFailedAreSaid) {
    Session session = at_checklist();
    session.act(Saved{true, {}});
    EXPECT_EQ(block(session.screen(), "saving")["t"], "paragraph");
    session.act(Saved{false, "quota"});
    const auto notice = block(session.screen(), "saving");
    EXPECT_EQ(notice["t"], "notice");
    EXPECT_TRUE(notice["alert"].get<bool>());
    EXPECT_EQ(notice["text"], test::wording("vi").say("problem.storage_full"));
    EXPECT_EQ(session.screen()["main"][0], notice) << "seen without scrolling";
    session.act(Go{Route{Page::question, birth_id, "copies", session.state.dossier}});
    session.act(Saved{false, "quota"});
    const auto typing = session.screen()["main"];
    EXPECT_NE(typing[0], notice) << "nothing moves under a hand that types";
    EXPECT_NE(std::find(typing.begin(), typing.end(), notice), typing.end());
    session.act(Saved{true, {}});
    EXPECT_EQ(block(session.screen(), "saving")["t"], "paragraph");
    Start nowhere;
    nowhere.storage = "none";
    nowhere.path = "/vi/tt/" + birth_id + "/";
    Session forgetful{"vi", nowhere};
    forgetful.act(Choose{"birthPlace", "home"});
    forgetful.act(Continue{});
    EXPECT_EQ(block(forgetful.screen(), "saving")["text"], test::wording("vi").say("problem.storage_none"));
    EXPECT_NE(forgetful.screen()["main"][0]["id"], "saving") << "known from the start: not in the way of each question";
    forgetful.act(Go{Route{}});
    EXPECT_EQ(forgetful.screen()["main"][0]["text"], test::wording("vi").say("problem.storage_none"));
}

TEST(Update, ContinueNeedsAFittingAnswer) {
    Session session = at_birth();
    session.act(Continue{});
    EXPECT_EQ(session.state.error, "question.error.choose");
    ASSERT_NE(session.effect<AnnounceEffect>(), nullptr);
    session.act(Choose{"birthPlace", "home"});
    EXPECT_TRUE(session.state.error.empty());
    session.act(Go{Route{Page::question, birth_id, "copies", session.state.dossier}});
    for (const auto& [typed, fault] : std::vector<std::pair<std::string, std::string>>{{"ba", "question.error.number"}, {"21", "question.error.range"}}) {
        session.act(Type{"copies", typed});
        session.act(Continue{});
        EXPECT_EQ(session.state.error, fault);
        EXPECT_EQ(session.state.route.question, "copies");
        EXPECT_EQ(session.effect<AnnounceEffect>()->text.find('{'), std::string::npos) << session.effect<AnnounceEffect>()->text;
        EXPECT_EQ(session.effect<AnnounceEffect>()->text, block(session.screen(), "q-copies")["error"]) << "said as it is shown";
    }
    session.act(Go{Route{Page::question, birth_id, "birthDate", session.state.dossier}});
    session.act(Type{"birthDate", "22/11/2026"});
    session.act(Continue{});
    EXPECT_EQ(session.state.error, "question.error.date_range") << "nobody is born tomorrow";
}

TEST(Update, FromTheFirstQuestionToTheSheet) {
    Session session = at_checklist();
    EXPECT_EQ(session.open().step, "checklist");
    ASSERT_TRUE(session.press("continue"));
    EXPECT_EQ(session.state.route.page, Page::ready);
    EXPECT_EQ(block(session.screen(), "missing-list")["items"].size(), 3U);
    for (const char* id : {"to-khai-dang-ky-khai-sinh", "giay-to-tuy-than", "giay-chung-sinh"}) session.act(Tick{id, PaperState::have});
    EXPECT_EQ(block(session.screen(), "verdict")["tone"], "ok");
    ASSERT_TRUE(session.press("to-sheet"));
    EXPECT_TRUE(session.screen()["paper"].get<bool>());
    EXPECT_EQ(block(session.screen(), "papers")["rows"].size(), 3U);
    ASSERT_TRUE(session.press("print"));
    EXPECT_NE(session.effect<PrintEffect>(), nullptr);
}

TEST(Update, BackLeadsToThePageBefore) {
    const auto back = [](Session& session, const Route& from) {
        session.act(Go{from});
        EXPECT_EQ(session.state.route.page, from.page);
        session.act(Back{});
        return session.effect<BackEffect>()->route;
    };
    Session session = at_checklist();
    const std::string d = session.state.dossier;
    EXPECT_EQ(back(session, {Page::checklist, birth_id, {}, d}), (Route{Page::question, birth_id, "copies", d}));
    EXPECT_EQ(back(session, {Page::ready, birth_id, {}, d}), (Route{Page::checklist, birth_id, {}, d}));
    EXPECT_EQ(back(session, {Page::share, birth_id, {}, d}), (Route{Page::checklist, birth_id, {}, d}));
    EXPECT_EQ(back(session, {Page::sheet, birth_id, {}, d}), (Route{Page::ready, birth_id, {}, d}));
    EXPECT_EQ(back(session, {Page::question, birth_id, "birthPaper", d}), (Route{Page::question, birth_id, "situation", d}));
    EXPECT_EQ(back(session, {Page::question, birth_id, "situation", d}), (Route{Page::procedure, birth_id, {}, d}));
    EXPECT_EQ(back(session, {Page::procedure, birth_id, {}, d}), Route{});
    session.act(Go{Route{Page::ready, birth_id, {}, d}});
    session.act(Go{Route{Page::settings, birth_id, {}, d}});
    session.act(Go{Route{Page::settings, birth_id, {}, d}});
    session.act(Back{});
    EXPECT_EQ(session.effect<BackEffect>()->route, (Route{Page::ready, birth_id, {}, d})) << "also after settings twice";
}

TEST(Update, ResumeLeadsToWhereThePersonStopped) {
    const GuideInput input = on("2026-11-21");
    Dossier dossier = dossier_of(birth(), {{"birthPlace", "home"}, {"situation", "none"}});
    const auto resumed = [&](const std::string& step) {
        dossier.step = step;
        return resume_route(birth(), dossier, input);
    };
    const Route next{Page::question, birth_id, "birthPaper", "d1"};
    EXPECT_EQ(resumed(""), next);
    EXPECT_EQ(resumed("birthPaper"), next);
    EXPECT_EQ(resumed("situation"), (Route{Page::question, birth_id, "situation", "d1"})) << "still on an answered question";
    EXPECT_EQ(resumed("copies"), next) << "a question before it was never answered";
    EXPECT_EQ(resumed("checklist"), (Route{Page::checklist, birth_id, {}, "d1"})) << "with a question open: links carry no personal answers";
    EXPECT_EQ(resumed("birthPlace"), (Route{Page::procedure, birth_id, {}, "d1"})) << "the first question is on the first page";
    dossier.answers = hospital;
    EXPECT_EQ(resumed("checklist"), (Route{Page::checklist, birth_id, {}, "d1"}));
    EXPECT_EQ(resumed("recordFather"), (Route{Page::checklist, birth_id, {}, "d1"})) << "not asked any more";
    EXPECT_EQ(resumed("ready").page, Page::ready);
    EXPECT_EQ(resumed("sheet").page, Page::sheet);
}

TEST(Update, ReloadComesBackToTheSamePlace) {
    Session session = at_checklist();
    Start again;
    again.route = session.state.route;
    const FieldList fields = fields_of(session.open());
    again.dossiers = {{session.state.dossier, {fields.begin(), fields.end()}}};
    const Session reloaded{"vi", again};
    EXPECT_EQ(reloaded.state.route, session.state.route);
    EXPECT_EQ(reloaded.stored(), session.stored());
    EXPECT_EQ(reloaded.screen()["main"], [&] {
        session.act(Saved{true, {}});
        session.state.edits.clear();  // what can be undone is not kept on the device
        return session.screen()["main"];
    }());
}

TEST(Update, DeletingForGoodAsksFirst) {
    Session session = at_checklist();
    const std::string id = session.state.dossier;
    session.act(Go{});
    ASSERT_TRUE(session.press("dossier-" + id + "-bin"));
    ASSERT_TRUE(session.press("bin"));
    ASSERT_TRUE(session.press("dossier-" + id + "-delete"));
    ASSERT_TRUE(session.press("dossier-" + id + "-no"));
    EXPECT_EQ(session.state.dossiers.size(), 1U);
    ASSERT_TRUE(session.press("dossier-" + id + "-delete"));
    ASSERT_TRUE(session.press("dossier-" + id + "-yes"));
    EXPECT_TRUE(session.state.dossiers.empty());
    ASSERT_NE(session.effect<EraseEffect>(), nullptr);
    EXPECT_EQ(session.effect<EraseEffect>()->dossier, id);
    session.act(Delete{id});
    EXPECT_TRUE(session.effects.empty()) << "once is enough";
    Session inside = at_checklist();
    inside.act(Delete{inside.state.dossier});
    EXPECT_EQ(shown(inside), "home");
}

}  // namespace
}  // namespace danloi
