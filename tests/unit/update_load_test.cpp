// `update`: definitions that come late, broken or not at all, opened links, and Actions that do not fit.
#include "core/share.hpp"
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
const std::string marriage_id = "dang-ky-ket-hon";

std::string shown(const Session& session) { return session.screen()["id"].get<std::string>(); }

StoredDossier stored(const Dossier& dossier) {
    const FieldList fields = fields_of(dossier);
    return {dossier.id, {fields.begin(), fields.end()}};
}

Start with_dossier(Dossier dossier) {
    Start start;
    start.dossiers = {stored(dossier)};
    return start;
}

TEST(Loading, ABrokenDefinitionIsNamedAndTheRestWorks) {
    const std::string good = test::definition_bytes(birth_id);
    for (const std::string& bytes : {std::string{}, std::string{"{"}, good.substr(0, good.size() / 2), test::definition_bytes(marriage_id), good + "x"}) {
        Session session;
        session.online = false;
        session.act(OpenProcedure{birth_id});
        ASSERT_NE(session.effect<FetchEffect>(), nullptr);
        const FetchEffect fetch = *session.effect<FetchEffect>();
        EXPECT_EQ(fetch.url, "/data/tt/" + birth_id + "." + birth().hash + ".json");
        session.act(Loaded{fetch.what, fetch.id, fetch.hash, bytes});
        EXPECT_EQ(shown(session), "home");
        const auto notice = block(session.screen(), "broken-" + birth_id);
        ASSERT_TRUE(notice.is_object());
        EXPECT_NE(notice["text"].get<std::string>().find(birth().title.vi), std::string::npos);
        session.online = true;
        session.act(OpenProcedure{marriage_id});
        EXPECT_EQ(shown(session), "procedure/" + marriage_id);
    }
}

TEST(Loading, AFailedRequestIsNoCircle) {
    Session session;
    session.online = false;
    session.act(OpenProcedure{birth_id});
    session.act(Failed{"procedure", birth_id, "offline"});
    EXPECT_EQ(shown(session), "home");
    EXPECT_EQ(session.effect<FetchEffect>(), nullptr);
    session.act(OpenProcedure{birth_id});
    EXPECT_NE(session.effect<FetchEffect>(), nullptr) << "the network may be back";
    session.act(Loaded{"procedure", birth_id, birth().hash, test::definition_bytes(birth_id)});
    EXPECT_EQ(shown(session), "procedure/" + birth_id);
    session.act(Go{});
    EXPECT_TRUE(block(session.screen(), "broken-" + birth_id).is_null());
}

TEST(Loading, WhatComesTooLateChangesNothing) {
    Session session;
    session.act(OpenProcedure{birth_id});
    session.act(Choose{"birthPlace", "home"});
    session.act(Continue{});
    const std::string place = shown(session);
    session.online = false;
    session.act(OpenProcedure{marriage_id});
    const FetchEffect fetch = *session.effect<FetchEffect>();
    session.act(Go{Route{Page::question, birth_id, "situation", session.state.dossiers.begin()->first}});
    session.act(Loaded{fetch.what, fetch.id, fetch.hash, test::definition_bytes(marriage_id)});
    EXPECT_EQ(shown(session), place) << "the person has gone elsewhere";
    session.act(Choose{"situation", "none"});
    EXPECT_EQ(session.open().procedure, birth_id);
    EXPECT_EQ(session.open().answers.size(), 2U);
    session.act(Failed{"procedure", marriage_id, "late"});
    EXPECT_EQ(shown(session), place);
    EXPECT_TRUE(session.state.broken.empty());
}

TEST(Loading, ADossierKeepsItsPinnedDefinition) {
    Dossier old = dossier_of(birth(), {{"birthPlace", "home"}});
    old.hash = "0123456789abcdef";
    Session session{"vi", with_dossier(old)};
    session.online = false;
    session.act(Resume{"d1"});
    ASSERT_NE(session.effect<FetchEffect>(), nullptr);
    EXPECT_EQ(session.effect<FetchEffect>()->what, "pinned");
    EXPECT_EQ(session.effect<FetchEffect>()->hash, "0123456789abcdef");
    session.act(Failed{"pinned", "another-procedure", "missing"});
    EXPECT_EQ(session.effect<FetchEffect>(), nullptr) << "nobody waits for that one";
}

TEST(Loading, TheDefinitionOfADossierIsKeptAgainWhenItWasFetched) {
    Session session{"vi", with_dossier(dossier_of(birth(), {{"birthPlace", "home"}}))};
    session.act(Resume{"d1"});
    ASSERT_NE(session.effect<PinEffect>(), nullptr);
    EXPECT_EQ(session.effect<PinEffect>()->hash, birth().hash);
    session.act(OpenProcedure{marriage_id});
    EXPECT_EQ(session.effect<PinEffect>(), nullptr) << "no dossier, nothing to keep";
}

// A dossier of a definition that nobody has any more.
Dossier of_a_lost_definition() {
    Dossier old = dossier_of(birth(), {{"birthPlace", "home"}, {"oldThing", "a sentence of mine"}});
    old.hash = "0123456789abcdef";
    return old;
}

TEST(Loading, ADossierWhoseDefinitionIsLostFollowsTheNewestAndSaysSo) {
    for (const bool damaged : {false, true}) {
        Session session{"vi", with_dossier(of_a_lost_definition())};
        session.online = false;
        session.act(Resume{"d1"});
        session.act(damaged ? Action{Loaded{"pinned", birth_id, {}, test::definition_bytes(birth_id)}} : Action{Failed{"pinned", birth_id, "missing"}});
        ASSERT_NE(session.effect<FetchEffect>(), nullptr);
        EXPECT_EQ(session.effect<FetchEffect>()->what, "procedure");
        session.act(Loaded{"procedure", birth_id, birth().hash, test::definition_bytes(birth_id)});
        EXPECT_EQ(session.open().hash, birth().hash);
        EXPECT_EQ(session.open().answers.at("birthPlace"), Answer{std::string{"home"}});
        EXPECT_EQ(session.open().retired.at("oldThing"), "oldThing: a sentence of mine") << "no answer vanishes";
        ASSERT_NE(session.effect<PinEffect>(), nullptr);
        EXPECT_EQ(session.effect<PinEffect>()->hash, birth().hash);
        EXPECT_NE(session.effect<SaveEffect>(), nullptr);
        EXPECT_TRUE(block(session.screen(), "adopted").is_object());
        session.online = true;
        session.act(Go{Route{Page::checklist, birth_id, {}, "d1"}, true});
        EXPECT_TRUE(block(session.screen(), "adopted").is_null()) << "said once";
    }
}

TEST(Loading, WithoutANetworkADossierOfALostDefinitionIsLeftAsItIs) {
    Session session{"vi", with_dossier(of_a_lost_definition())};
    const std::string before = session.stored();
    session.online = false;
    session.act(Resume{"d1"});
    session.act(Failed{"pinned", birth_id, "missing"});
    session.act(Failed{"procedure", birth_id, "network"});
    EXPECT_EQ(shown(session), "home");
    EXPECT_TRUE(block(session.screen(), "broken-" + birth_id).is_object());
    EXPECT_EQ(session.stored(), before);
    session.act(Resume{"d1"});
    EXPECT_NE(session.effect<FetchEffect>(), nullptr) << "another try";
}

TEST(Loading, ADossierIsNotReadWithAnotherDefinition) {
    Session session{"vi", with_dossier(dossier_of(birth(), {{"birthPlace", "home"}}))};
    const std::string before = session.stored();
    session.act(Go{Route{Page::checklist, marriage_id, {}, "d1"}});
    EXPECT_EQ(shown(session), "procedure/" + marriage_id);
    EXPECT_TRUE(session.state.broken.empty());
    EXPECT_EQ(session.stored(), before);
}

std::string link_of(const Dossier& dossier) { return encode_share(share_of(birth(), dossier, on("2026-11-21"))); }

TEST(Link, IsLookedAtFirstAndKeptWhenWanted) {
    Start start = with_dossier(dossier_of(birth(), {{"birthPlace", "abroad"}}));
    Dossier sent = dossier_of(birth(), {{"birthPlace", "home"}, {"situation", "none"}, {"birthDate", "2026-08-23"}});
    sent.step = "birthPaper";
    start.fragment = link_of(sent);
    Session session{"vi", start};
    EXPECT_NE(session.effect<ClearFragmentEffect>(), nullptr);
    EXPECT_EQ(shown(session), "preview/" + birth_id);
    EXPECT_EQ(block(session.screen(), "answers-list")["rows"].size(), 2U);
    const std::string before = session.stored();
    ASSERT_TRUE(session.press("accept"));
    EXPECT_EQ(session.state.dossiers.size(), 2U);
    EXPECT_EQ(session.open().answers, (Answers{{"birthPlace", "home"}, {"situation", "none"}}));
    EXPECT_TRUE(session.open().carried_flags.at("late"));
    EXPECT_EQ(session.state.route.question, "birthPaper");
    EXPECT_NE(session.effect<PinEffect>(), nullptr);
    const std::string mine = session.state.dossier;
    session.act(AcceptPreview{});
    EXPECT_EQ(session.state.dossiers.size(), 2U) << "kept once";
    session.act(Delete{mine});
    EXPECT_EQ(session.stored(), before);
}

TEST(Link, DiscardedLeavesNothing) {
    Start start;
    start.fragment = link_of(dossier_of(birth(), {{"birthPlace", "home"}}));
    Session session{"en", start};
    ASSERT_TRUE(session.press("discard"));
    EXPECT_EQ(shown(session), "home");
    EXPECT_TRUE(session.state.dossiers.empty());
    session.act(AcceptPreview{});
    EXPECT_TRUE(session.state.dossiers.empty());
}

TEST(Link, DamagedOrUnknownGivesAKindMessage) {
    const std::string good = link_of(dossier_of(birth(), {{"birthPlace", "home"}}));
    for (const std::string& fragment : {std::string{"x"}, good.substr(1), good + "A", std::string(9'000, 'A'), std::string{"<script>"}}) {
        Start start;
        start.fragment = fragment;
        const Session session{"vi", start};
        EXPECT_EQ(shown(session), "home");
        EXPECT_EQ(block(session.screen(), "link-fault")["text"], test::wording("vi").say("link.damaged"));
    }
    Start start;
    start.fragment = encode_share({"no-such-procedure", "1", "", {}, {}});
    EXPECT_EQ(block(Session{"vi", start}.screen(), "link-fault")["text"], test::wording("vi").say("link.unknown"));
}

TEST(Link, WhatIsCopiedOpensTheSameDossier) {
    Session session;
    session.act(OpenProcedure{birth_id});
    session.act(Choose{"birthPlace", "home"});
    session.act(CopyLink{});
    ASSERT_NE(session.effect<CopyEffect>(), nullptr);
    const std::string link = session.effect<CopyEffect>()->text;
    const std::string head = "https://danloi.example/vi/tt/" + birth_id + "/#";
    ASSERT_EQ(link.substr(0, head.size()), head);
    const auto shared = decode_share(link.substr(head.size())).shared;
    ASSERT_TRUE(shared);
    EXPECT_EQ(dossier_from(birth(), *shared).answers, session.open().answers);
    session.act(ShareLink{});
    EXPECT_EQ(session.effect<ShareEffect>()->url, link);
}

TEST(Misfit, AnActionThatDoesNotFitChangesNothing) {
    Session session;
    session.act(OpenProcedure{marriage_id});
    session.act(Choose{"couple", "domestic"});
    const std::string before = session.stored();
    const Route route = session.state.route;
    for (const Action& action : std::vector<Action>{
             Choose{"couple", "martians"}, Choose{"noSuch", "yes"}, Choose{"oldEnough", "domestic"}, Choose{"history", "divorced"},
             Check{"couple", "domestic", true}, Check{"history", "noSuch", true}, Type{"couple", "free text"}, Type{"oldEnough", "yes"},
             Type{"history", "divorced"}, Type{"noSuch", "x"}, Tick{"noSuch", PaperState::have}, Resume{"noSuch"}, Delete{"noSuch"},
             AcceptPreview{}, SetPreference{"theme", "purple"}, SetPreference{"colour", "red"}, Failed{"procedure", "noSuch", ""},
             Loaded{"procedure", "noSuch", "", "{}"}, Loaded{"places", "1", "", "{}"}}) {
        session.act(action);
        EXPECT_EQ(session.stored(), before) << "action " << action.index();
        EXPECT_EQ(session.state.route, route) << "action " << action.index();
        EXPECT_TRUE(session.effects.empty()) << "action " << action.index();
    }
}

TEST(Misfit, AnswersAreTakenOnlyWhereAQuestionIsShown) {
    Session session;
    session.act(OpenProcedure{birth_id});
    session.act(Go{});
    session.act(Choose{"birthPlace", "home"});
    session.act(Type{"copies", "3"});
    EXPECT_TRUE(session.state.dossiers.empty()) << "nothing is begun from the home page";
}

TEST(Misfit, PreferencesStayInTheirBounds) {
    Session session;
    for (const auto& [given, kept] : std::vector<std::pair<std::string, int>>{{"120", 120}, {"5", 80}, {"900", 200}, {"big", 80}}) {
        session.act(SetPreference{"textScale", given});
        EXPECT_EQ(session.state.preferences.text_scale, kept);
    }
    session.act(SetPreference{"view", "plain"});
    EXPECT_EQ(session.state.preferences.view, "plain");
    EXPECT_EQ(session.effect<PreferenceEffect>()->value, "plain");
}

TEST(Easy, TwoPressesGiveBackWhatWasChosen) {
    Session session;
    session.act(SetPreference{"textScale", "120"});
    session.act(SetPreference{"theme", "dark"});
    session.act(Go{Route{Page::settings, {}, {}, {}}});
    ASSERT_TRUE(block(session.screen(), "text-size").is_object());
    ASSERT_TRUE(session.press("easy"));
    EXPECT_EQ(session.effect<PreferenceEffect>()->key, "easy");
    EXPECT_EQ(session.effect<PreferenceEffect>()->value, "on");
    EXPECT_TRUE(block(session.screen(), "text-size").is_null()) << "nothing to choose that would not be seen";
    ASSERT_TRUE(session.press("easy"));
    EXPECT_EQ(session.effect<PreferenceEffect>()->value, "off");
    EXPECT_EQ(session.state.preferences.text_scale, 120);
    EXPECT_EQ(session.state.preferences.theme, "dark");
    EXPECT_TRUE(block(session.screen(), "text-size").is_object());
}

TEST(Misfit, LongTextsAreCutBetweenLetters) {
    for (std::size_t lead = 0; lead < 3; ++lead) {
        Session session;
        std::string query(lead, 'a');
        for (int i = 0; i < 100; ++i) query += "ệ";
        session.act(Search{query});
        EXPECT_TRUE(is_utf8(session.state.query)) << lead;
        EXPECT_GT(session.state.query.size(), 190U);
        EXPECT_TRUE(session.screen().is_object());
    }
}

}  // namespace
}  // namespace danloi
