// Several pages of one browser, and what is said of saving.
#include "screen_walk.hpp"

namespace danloi {
namespace {

using test::block;
using test::Session;

const std::string birth_id = "dang-ky-khai-sinh";

StoredDossier stored(const Dossier& dossier) {
    const FieldList fields = fields_of(dossier);
    return {dossier.id, {fields.begin(), fields.end()}};
}

Session begun() {
    Session session;
    session.act(OpenProcedure{birth_id});
    session.act(Choose{"birthPlace", "home"});
    return session;
}

TEST(Tabs, ThePageIsToldWhatItWorksOn) {
    Session session = begun();
    const auto* hold = session.effect<HoldEffect>();
    ASSERT_NE(hold, nullptr);
    EXPECT_EQ(hold->dossier, session.state.dossier);
    session.act(Continue{});
    EXPECT_EQ(session.effect<HoldEffect>(), nullptr) << "once is enough";
    session.act(Go{});
    ASSERT_NE(session.effect<HoldEffect>(), nullptr);
    EXPECT_EQ(session.effect<HoldEffect>()->dossier, "");
}

TEST(Tabs, ADossierThatIsOpenElsewhereIsReadAndNotWritten) {
    Session session = begun();
    session.act(Continue{});
    session.act(Held{session.state.dossier, true});
    const std::string before = session.stored();
    for (const Action& action : std::vector<Action>{Choose{"situation", "abandoned"}, Type{"birthDate", "1/1/2026"}, Tick{"to-khai", PaperState::have}, Undo{},
                                                    SetPlace{"@place", {"10001", "10", {"Xã", "Commune"}}}}) {
        session.act(action);
        EXPECT_EQ(session.stored(), before);
        EXPECT_EQ(session.effect<SaveEffect>(), nullptr);
        EXPECT_NE(session.effect<AnnounceEffect>(), nullptr) << "the person is told";
    }
    session.act(Continue{});
    EXPECT_EQ(session.effect<SaveEffect>(), nullptr) << "moving about writes nothing";
    ASSERT_TRUE(session.press("take-over"));
    ASSERT_NE(session.effect<TakeOverEffect>(), nullptr);
    EXPECT_EQ(session.effect<TakeOverEffect>()->dossier, session.state.dossier);
    session.act(Held{session.state.dossier, false});
    EXPECT_TRUE(block(session.screen(), "take-over").is_null());
    session.act(Go{Route{Page::question, birth_id, "situation", session.state.dossier}});
    session.act(Choose{"situation", "abandoned"});
    EXPECT_NE(session.effect<SaveEffect>(), nullptr);
}

TEST(Tabs, WhatAnotherPageWroteIsShownAtOnce) {
    Session session = begun();
    Dossier there = session.open();
    there.answers.insert_or_assign("birthPlace", Answer{std::string{"abroad"}});
    session.act(Changed{{stored(there)}, {}});
    EXPECT_EQ(session.open().answers.at("birthPlace"), Answer{std::string{"abroad"}});
    EXPECT_EQ(last_edit(session.state), nullptr) << "undo would take the other page's work back";
    EXPECT_EQ(session.effect<SaveEffect>(), nullptr);
}

TEST(Tabs, ADossierThatIsGoneElsewhereLeadsHome) {
    for (const bool erased : {false, true}) {
        Session session = begun();
        Dossier there = session.open();
        there.binned = "2026-11-21";
        session.act(erased ? Changed{{}, {there.id}} : Changed{{stored(there)}, {}});
        EXPECT_EQ(session.state.route.page, Page::home);
        EXPECT_NE(session.effect<AnnounceEffect>(), nullptr);
    }
}

TEST(Tabs, OnceLeftADossierCanBePutIntoTheBinWhoeverWorkedOnIt) {
    Session session = begun();
    const std::string id = session.state.dossier;
    session.act(Held{id, true});
    session.act(Go{});
    session.act(Bin{id});
    ASSERT_NE(session.effect<SaveEffect>(), nullptr);
    EXPECT_FALSE(session.state.dossiers.at(id).binned.empty());
}

TEST(Tabs, WhereThePersonIsGoingToIsNotForgottenWhenAnotherPageWrites) {
    Session session = begun();
    session.online = false;
    session.act(OpenProcedure{"dang-ky-ket-hon"});
    const FetchEffect fetch = *session.effect<FetchEffect>();
    session.act(Changed{{stored(session.open())}, {}});
    session.act(Loaded{fetch.what, fetch.id, fetch.hash, test::definition_bytes("dang-ky-ket-hon")});
    EXPECT_EQ(session.state.route.procedure, "dang-ky-ket-hon");
}

TEST(Tabs, WhatANewerAppHasWrittenIsReadAndNotWritten) {
    Start start;
    StoredDossier newer = stored(begun().open());
    newer.newer_app = true;
    start.dossiers = {newer};
    Session session{"vi", std::move(start)};
    session.act(Bin{newer.id});
    EXPECT_EQ(session.effect<SaveEffect>(), nullptr);
    session.act(Resume{newer.id});
    EXPECT_TRUE(block(session.screen(), "newer-app").is_object());
    EXPECT_TRUE(block(session.screen(), "take-over").is_null());
    const std::string before = session.stored();
    for (const Action& action : std::vector<Action>{Choose{"situation", "abandoned"}, Continue{}, Tick{"to-khai", PaperState::have}, Go{Route{Page::checklist, birth_id, {}, newer.id}, true}}) {
        session.act(action);
        EXPECT_EQ(session.effect<SaveEffect>(), nullptr);
        EXPECT_EQ(session.stored(), before);
    }
}

TEST(Tabs, OthersDossiersAppearAtHome) {
    Session session;
    const Session other = begun();
    session.act(Changed{{stored(other.open())}, {}});
    EXPECT_TRUE(block(session.screen(), "dossier-" + other.state.dossier).is_object());
}

TEST(Saving, AFailureOffersEverythingAsAFile) {
    Session session = begun();
    EXPECT_TRUE(block(session.screen(), "export").is_null());
    session.act(Continue{});
    session.act(Saved{false, "quota"});
    ASSERT_TRUE(session.press("export"));
    const auto* file = session.effect<BackUpEffect>();
    ASSERT_NE(file, nullptr);
    ASSERT_EQ(file->dossiers.size(), 1U);
    const auto& fields = file->dossiers.front().fields;
    const auto again = dossier_from_fields(file->dossiers.front().dossier, {fields.begin(), fields.end()});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->answers, session.open().answers);
}

TEST(Saving, ThePromiseOfTheBrowserIsShown) {
    for (const bool ok : {true, false}) {
        Session session;
        session.act(Go{Route{Page::settings, {}, {}, {}}});
        EXPECT_TRUE(block(session.screen(), "persisted").is_null()) << "not asked yet";
        session.act(Persisted{ok});
        const auto said = block(session.screen(), "persisted");
        ASSERT_TRUE(said.is_object());
        EXPECT_EQ(said["text"], session.state.content->wording.say(ok ? "settings.persisted" : "settings.not_persisted"));
    }
}

TEST(Saving, WhatWasRecoveredIsSaidUntilThePersonGoesOn) {
    Session session;
    session.act(Recovered{"2026-11-20T14:05"});
    const auto notice = block(session.screen(), "recovered");
    ASSERT_TRUE(notice.is_object());
    EXPECT_NE(notice["text"].get<std::string>().find("14:05 20/11/2026"), std::string::npos);
    session.act(OpenProcedure{birth_id});
    EXPECT_TRUE(block(session.screen(), "recovered").is_null());
}

}  // namespace
}  // namespace danloi
