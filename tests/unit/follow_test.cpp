// From one procedure to the next: papers that both ask for are noted in the new dossier, and nothing else is.
#include "screen_walk.hpp"

namespace danloi {
namespace {

using nlohmann::json;
using test::birth;
using test::block;
using test::Dice;
using test::dossier_of;
using test::procedure_ids;
using test::real;
using test::Session;

const std::string birth_id = "dang-ky-khai-sinh", home_id = "dang-ky-thuong-tru", marriage_id = "dang-ky-ket-hon";
using Papers = std::map<std::string, PaperState, std::less<>>;

StoredDossier stored(const Dossier& dossier) {
    const FieldList fields = fields_of(dossier);
    return {dossier.id, {fields.begin(), fields.end()}};
}

// Birth registration in the chain of having a child, at the checklist, with the identity card ticked.
Dossier birth_dossier(Papers papers = {{"giay-to-tuy-than", PaperState::have}}) {
    Dossier dossier = dossier_of(birth(), {{"birthPlace", "facility"}, {"situation", "none"}});
    dossier.papers = std::move(papers);
    dossier.event = "sinh-con";
    dossier.step = "checklist";
    return dossier;
}

Session at_ready(const Dossier& dossier, const std::string& lang = "vi") {
    Start start;
    start.dossiers = {stored(dossier)};
    start.route = Route{Page::ready, dossier.procedure, {}, dossier.id};
    return Session{lang, start};
}

// What the person put in; "shared." is the program's own note of it.
std::string text_of_fields(const Dossier& dossier) {
    std::string text;
    for (const auto& [name, value] : fields_of(dossier))
        if (name.rfind("shared.", 0) != 0) text += name + "=" + value + "\n";
    return text;
}

// Begins a dossier by answering the first question, whatever it asks.
void answer_first(Session& session) {
    ASSERT_NE(session.state.procedure, nullptr);
    const Question& q = session.state.procedure->questions.front();
    if (q.kind == QuestionKind::yes_no) session.act(Choose{q.id, "yes"});
    else if (q.kind == QuestionKind::choice) session.act(Choose{q.id, q.options.front().value});
    else if (q.kind == QuestionKind::many) session.act(Check{q.id, q.options.front().value, true});
    else session.act(Type{q.id, "1"});
    ASSERT_NE(open_dossier(session.state), nullptr) << q.id;
}

TEST(Follow, PapersThatBothAskForAreNotedInTheNext) {
    Session session = at_ready(birth_dossier({{"giay-to-tuy-than", PaperState::have}, {"giay-chung-sinh", PaperState::have}, {"to-khai-dang-ky-khai-sinh", PaperState::have}}));
    ASSERT_TRUE(session.press("next-" + home_id)) << "the ready page leads on";
    ASSERT_EQ(session.screen()["id"], "procedure/" + home_id);
    EXPECT_EQ(session.state.dossiers.size(), 1U) << "nothing is begun by looking";
    answer_first(session);
    const Dossier& next = session.open();
    EXPECT_EQ(next.procedure, home_id);
    EXPECT_EQ(next.papers, (Papers{{"can-cuoc", PaperState::have}})) << "the others are papers of birth registration alone";
    EXPECT_EQ(next.follows, "d1");
    EXPECT_EQ(next.event, "sinh-con");
    EXPECT_EQ(next.answers.size(), 1U) << "answers do not go along";
}

TEST(Follow, WhatGoesAlongIsSaved) {
    Session session = at_ready(birth_dossier());
    session.act(Follow{home_id});
    answer_first(session);
    std::map<std::string, std::string> saved;
    for (const Effect& effect : session.effects)
        if (const auto* save = std::get_if<SaveEffect>(&effect)) {
            EXPECT_EQ(save->dossier, session.state.dossier);
            for (const auto& [name, text] : save->fields) saved[name] = text;
        }
    EXPECT_EQ(saved["paper.can-cuoc"], "\"have\"");
    EXPECT_EQ(saved["follows"], "\"d1\"");
    EXPECT_EQ(saved["event"], "\"sinh-con\"");
    const auto back = dossier_from_fields(session.state.dossier, saved);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->papers, session.open().papers);
    EXPECT_EQ(back->follows, "d1");
    EXPECT_EQ(back->event, "sinh-con");
}

TEST(Follow, OnlyPapersThatAreThereOrComingGoAlong) {
    for (const auto& [state, goes] : std::vector<std::pair<PaperState, bool>>{{PaperState::have, true}, {PaperState::on_the_way, true}, {PaperState::missing, false},
                                                                             {PaperState::not_needed, false}, {PaperState::undecided, false}}) {
        Session session = at_ready(birth_dossier({{"giay-to-tuy-than", state}}));
        session.act(Follow{home_id});
        answer_first(session);
        EXPECT_EQ(session.open().papers, goes ? (Papers{{"can-cuoc", state}}) : Papers{}) << name_of(state);
    }
}

TEST(Follow, TheFirstDossierIsUntouched) {
    Session session = at_ready(birth_dossier());
    const std::string before = text_of_fields(session.state.dossiers.at("d1"));
    session.act(Follow{home_id});
    EXPECT_EQ(text_of_fields(session.state.dossiers.at("d1")), before);
    answer_first(session);
    session.act(Tick{"can-cuoc", PaperState::missing});
    session.act(Delete{session.state.dossier});
    EXPECT_EQ(text_of_fields(session.state.dossiers.at("d1")), before);
    for (const Effect& effect : session.effects)
        if (const auto* save = std::get_if<SaveEffect>(&effect)) {
            EXPECT_NE(save->dossier, "d1");
        }
}

TEST(Follow, TheChecklistSaysWhereThePapersComeFrom) {
    for (const std::string lang : {"vi", "en"}) {
        Session session = at_ready(birth_dossier({}), lang);
        session.act(Tick{"giay-to-tuy-than", PaperState::have});
        EXPECT_TRUE(block(session.screen(), "followed").is_null());
        session.act(Follow{home_id});
        answer_first(session);
        const std::string id = session.state.dossier;
        session.act(Go{Route{Page::checklist, home_id, {}, id}});
        EXPECT_EQ(block(session.screen(), "followed")["text"], test::wording(lang).say("event.followed", {{"name", birth().title.in(lang)}}));
        test::expect_sound(session.screen(), "followed");
        session.act(Delete{"d1"});
        session.act(Go{Route{Page::checklist, home_id, {}, id}});
        EXPECT_TRUE(block(session.screen(), "followed").is_null()) << "it is gone";
        EXPECT_EQ(session.open().papers.size(), 1U) << "what was noted stays";
    }
}

TEST(Follow, OnlyTheProcedureThatWasChosenGetsThem) {
    Session session = at_ready(birth_dossier());
    session.act(Follow{home_id});
    session.act(OpenProcedure{"dang-ky-khai-tu"});
    answer_first(session);
    ASSERT_EQ(session.open().procedure, "dang-ky-khai-tu");
    EXPECT_TRUE(session.open().papers.empty()) << "it asks for the identity card too, but was not chosen";
    EXPECT_EQ(session.open().follows, "");
    EXPECT_EQ(session.open().place, "");
}

TEST(Follow, ASecondDossierOfTheSameProcedureBeginsEmpty) {
    Session session = at_ready(birth_dossier());
    session.act(Follow{home_id});
    answer_first(session);
    session.act(Go{});
    session.act(OpenProcedure{home_id});
    answer_first(session);
    EXPECT_EQ(session.state.dossiers.size(), 3U);
    EXPECT_TRUE(session.open().papers.empty());
    EXPECT_EQ(session.open().follows, "");
}

TEST(Follow, WhoComesAnotherWayBeginsEmpty) {
    Dossier before = birth_dossier();
    before.place = "13285";
    Session session = at_ready(before);
    session.act(Go{});
    session.act(OpenProcedure{home_id});
    answer_first(session);
    EXPECT_TRUE(session.open().papers.empty());
    EXPECT_EQ(session.open().follows, "");
    EXPECT_EQ(session.open().event, "");
    EXPECT_EQ(session.open().place, "");
}

TEST(Follow, ThePlaceGoesAlong) {
    Dossier before = birth_dossier();
    before.place = "13285";
    before.places["13285"] = {"13285", "37", {"Phường Phủ Lý, Tỉnh Ninh Bình", "Phủ Lý ward, Ninh Bình province"}};
    Session session = at_ready(before);
    session.act(Follow{home_id});
    answer_first(session);
    EXPECT_EQ(session.open().place, "13285");
    ASSERT_EQ(session.open().places.count("13285"), 1U);
    EXPECT_EQ(session.open().places.at("13285").province, "37");
    session.act(Go{Route{Page::checklist, home_id, {}, session.state.dossier}});
    EXPECT_EQ(session.effect<FindEffect>(), nullptr);
    EXPECT_EQ(block(session.screen(), "filing-name")["text"], "Phường Phủ Lý, Tỉnh Ninh Bình");
}

TEST(Follow, WithoutASharedPaperNothingIsNoted) {
    Session session = at_ready(birth_dossier());
    session.act(Follow{marriage_id});
    answer_first(session);
    EXPECT_TRUE(session.open().papers.empty());
    session.act(Go{Route{Page::checklist, marriage_id, {}, session.state.dossier}});
    EXPECT_TRUE(block(session.screen(), "followed").is_null());
}

TEST(Follow, AnUnknownProcedureOrNoDossierBeginsNothing) {
    Session session = at_ready(birth_dossier());
    const std::string before = text_of_fields(session.state.dossiers.at("d1"));
    session.act(Follow{"no-such-procedure"});
    EXPECT_EQ(session.screen()["id"], "home");
    EXPECT_TRUE(block(session.screen(), "link-fault").is_object());
    EXPECT_EQ(session.state.dossiers.size(), 1U);
    EXPECT_EQ(text_of_fields(session.state.dossiers.at("d1")), before);
    Session nobody;
    nobody.act(OpenProcedure{birth_id});
    const Route route = nobody.state.route;
    nobody.act(Follow{home_id});
    EXPECT_EQ(nobody.state.route, route);
    EXPECT_TRUE(nobody.effects.empty());
    EXPECT_EQ(nobody.state.route.from, "");
}

TEST(Follow, ADefinitionThatComesLateStillGetsThePapers) {
    Session session = at_ready(birth_dossier());
    session.online = false;
    session.act(Follow{home_id});
    ASSERT_NE(session.effect<FetchEffect>(), nullptr);
    session.deliver(*session.effect<FetchEffect>());
    ASSERT_EQ(session.screen()["id"], "procedure/" + home_id);
    answer_first(session);
    EXPECT_EQ(session.open().papers, (Papers{{"can-cuoc", PaperState::have}}));
}

// From any procedure to any other: exactly the papers with the same id in the library are noted.
TEST(Follow, BetweenAnyTwoProceduresTheLibraryDecides) {
    Dice dice{21};
    Session session;
    std::size_t noted = 0;
    for (int round = 0; round < 120; ++round) {
        const Procedure& from = real(procedure_ids()[dice.below(procedure_ids().size())]);
        const Procedure& to = real(procedure_ids()[dice.below(procedure_ids().size())]);
        if (&from == &to) continue;
        Dossier first = dossier_of(from, {});
        std::map<std::string, PaperState> library;
        for (const Document& document : from.documents) {
            const auto state = static_cast<PaperState>(dice.below(5));
            first.papers[document.id] = state;
            if (!document.shared.empty() && (state == PaperState::have || state == PaperState::on_the_way)) library[document.shared] = state;
        }
        Papers expected;
        for (const Document& document : to.documents)
            if (const auto found = library.find(document.shared); !document.shared.empty() && found != library.end()) expected[document.id] = found->second;
        session.state.dossiers = {{"d1", first}};
        session.act(Go{Route{Page::ready, from.id, {}, "d1"}});
        session.act(Follow{to.id});
        answer_first(session);
        ASSERT_EQ(session.open().procedure, to.id);
        EXPECT_EQ(session.open().papers, expected) << from.id << " -> " << to.id;
        noted += expected.size();
    }
    EXPECT_GT(noted, 10U) << "the library was hardly used";
}

// What was chosen and then left is kept for whenever the procedure is begun, also after the first dossier was deleted.
TEST(Follow, WhoLeavesAndComesAnotherWayBeginsEmpty) {
    Session session = at_ready(birth_dossier());
    session.act(Follow{home_id});
    session.act(Go{});
    session.act(OpenProcedure{home_id});
    answer_first(session);
    EXPECT_TRUE(session.open().papers.empty());
    EXPECT_EQ(session.open().follows, "");
}

TEST(Follow, NothingComesFromADeletedDossier) {
    Session session = at_ready(birth_dossier());
    session.act(Follow{home_id});
    session.act(Go{});
    session.act(Delete{"d1"});
    session.act(OpenProcedure{home_id});
    answer_first(session);
    EXPECT_TRUE(session.open().papers.empty());
    EXPECT_EQ(session.open().follows, "");
}

// The sentence hangs on papers being ticked at all, not on papers that came along.
TEST(Follow, APaperTickedByHandDidNotComeAlong) {
    Session session = at_ready(birth_dossier());
    session.act(Follow{marriage_id});
    answer_first(session);
    session.act(Go{Route{Page::checklist, marriage_id, {}, session.state.dossier}});
    session.act(Tick{"to-khai-dang-ky-ket-hon", PaperState::have});
    EXPECT_TRUE(block(session.screen(), "followed").is_null());
}

}  // namespace
}  // namespace danloi
