// Life events: the chain of procedures in its order, how far each has come, and what comes next.
#include "core/catalogue_names.hpp"
#include "screen_walk.hpp"

namespace danloi {
namespace {

using nlohmann::json;
using test::birth;
using test::block;
using test::dossier_of;
using test::real;
using test::Session;

const std::string birth_id = "dang-ky-khai-sinh", home_id = "dang-ky-thuong-tru", last_id = "nhan-cha-me-con";

std::string shown(const Session& session) { return session.screen()["id"].get<std::string>(); }

StoredDossier stored(const Dossier& dossier) {
    const FieldList fields = fields_of(dossier);
    return {dossier.id, {fields.begin(), fields.end()}};
}

// The steps on the page of an event, in the order of the page.
std::vector<json> steps_on(const Session& session) {
    std::vector<json> steps;
    const json screen = session.screen();
    for (const json& item : screen["main"])
        if (item["id"].get<std::string>().rfind("step-", 0) == 0) steps.push_back(item);
    return steps;
}

std::string member(const json& item, const char* key) { return item.contains(key) ? item[key].get<std::string>() : std::string{}; }

TEST(Event, ShowsItsChainInOrderWithNotes) {
    const json content = test::source_json("content/life-events.json");
    ASSERT_GE(content["events"].size(), 10U);
    for (const std::string lang : {"vi", "en"}) {
        Session session{lang};
        for (const json& event : content["events"]) {
            const std::string id = event["id"];
            session.act(OpenEvent{id});
            ASSERT_EQ(shown(session), "event/" + id);
            EXPECT_EQ(block(session.screen(), "title")["text"], event["title"][lang]);
            const auto steps = steps_on(session);
            ASSERT_EQ(steps.size(), event["procedures"].size()) << id;
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const Procedure& p = real(event["procedures"][i]);
                const Text& name = p.plain_title.empty() ? p.title : p.plain_title;
                EXPECT_EQ(steps[i]["id"], "step-" + p.id);
                EXPECT_EQ(steps[i]["label"], std::to_string(i + 1) + ". " + std::string{name.in(lang)});
                EXPECT_EQ(steps[i]["href"], "/" + lang + "/tt/" + p.id + "/") << "the link works without the program";
                if (event.contains("notes") && event["notes"].contains(p.id)) {
                    EXPECT_EQ(member(steps[i], "hint"), event["notes"][p.id][lang]);
                }
            }
            test::expect_sound(session.screen(), id);
        }
    }
}

TEST(Event, TheTileOnTheHomePageLeadsToItAndBackLeadsHome) {
    Session session;
    ASSERT_TRUE(session.press("event-sinh-con"));
    EXPECT_EQ(shown(session), "event/sinh-con");
    ASSERT_NE(session.effect<UrlEffect>(), nullptr);
    EXPECT_EQ(session.effect<UrlEffect>()->route, (Route{Page::event, {}, "sinh-con", {}}));
    session.press("back");
    ASSERT_NE(session.effect<BackEffect>(), nullptr);
    EXPECT_EQ(session.effect<BackEffect>()->route, Route{});
}

TEST(Event, ADossierBegunFromTheChainRemembersIt) {
    Session session;
    session.act(OpenEvent{"sinh-con"});
    ASSERT_TRUE(session.press("step-" + birth_id));
    ASSERT_EQ(shown(session), "procedure/" + birth_id);
    session.act(Choose{"birthPlace", "home"});
    EXPECT_EQ(session.open().event, "sinh-con");
    session.act(OpenEvent{"sinh-con"});
    session.act(Go{});
    session.act(OpenProcedure{birth_id});
    session.act(Choose{"birthPlace", "home"});
    EXPECT_EQ(session.state.dossiers.size(), 2U);
    EXPECT_EQ(session.open().event, "") << "who has gone home has left the chain";
}

TEST(Event, ShowsHowFarADossierHasComeAndResumesIt) {
    for (const std::string lang : {"vi", "en"}) {
        Session session{lang};
        session.act(OpenProcedure{birth_id});
        session.act(Choose{"birthPlace", "home"});
        session.act(Continue{});
        const std::string id = session.state.dossier, question = session.state.route.question;
        const Summary summary = session.open().summary;
        ASSERT_LT(summary.answered, summary.asked);
        session.act(OpenEvent{"sinh-con"});
        const json step = block(session.screen(), "step-" + birth_id);
        const Wording& w = test::wording(lang);
        const std::string progress = w.say("question.progress", {{"n", std::to_string(summary.answered + 1)}, {"total", std::to_string(summary.asked)}});
        EXPECT_EQ(step["hint"].get<std::string>().find(w.say("event.begun", {{"state", progress}})), 0U) << step["hint"];
        EXPECT_EQ(step["label"].get<std::string>().find("2. "), 0U);
        EXPECT_EQ(block(session.screen(), "step-" + home_id)["hint"].get<std::string>().find(progress), std::string::npos);
        ASSERT_TRUE(session.press("step-" + birth_id));
        EXPECT_EQ(session.state.dossier, id);
        EXPECT_EQ(session.state.route.question, question);
    }
}

TEST(Event, OfSeveralDossiersTheNewestIsResumed) {
    for (const bool newest_first : {true, false}) {
        Dossier one = dossier_of(birth(), {{"birthPlace", "home"}}), two = one;
        two.id = "d2";
        (newest_first ? one : two).created = "2026-11-21";
        (newest_first ? two : one).created = "2026-11-20";
        Start start;
        start.dossiers = {stored(one), stored(two)};
        Session session{"vi", start};
        session.act(OpenEvent{"sinh-con"});
        ASSERT_TRUE(session.press("step-" + birth_id));
        EXPECT_EQ(session.state.dossier, newest_first ? "d1" : "d2");
    }
}

TEST(Event, OneThatIsNotKnownShowsHome) {
    for (const std::string& id : {std::string{"no-such-event"}, std::string{}, std::string{"sinh-con "}, birth_id, std::string(3'000, 'x')}) {
        Session session;
        session.act(OpenEvent{id});
        EXPECT_EQ(shown(session), "home") << id.substr(0, 30);
        EXPECT_EQ(session.state.route.page, Page::home) << id.substr(0, 30);
    }
}

TEST(Event, WaitsForTheCatalogueAndShowsHomeMeanwhile) {
    for (const auto& [id, screen] : std::vector<std::pair<std::string, std::string>>{{"sinh-con", "event/sinh-con"}, {"no-such-event", "home"}}) {
        Session session;
        session.online = false;
        session.state.catalogue.reset();
        session.state.catalogue_asked = false;
        session.act(Go{Route{Page::event, {}, id, {}}, false});
        EXPECT_EQ(shown(session), "home");
        ASSERT_NE(session.effect<FetchEffect>(), nullptr);
        EXPECT_EQ(session.effect<FetchEffect>()->what, "catalogue");
        session.act(Loaded{"catalogue", {}, {}, test::names_file("vi")});
        EXPECT_EQ(shown(session), screen);
        test::expect_sound(session.screen(), id);
    }
}

Session at_ready(const Dossier& dossier, const std::string& lang = "vi") {
    Start start;
    start.dossiers = {stored(dossier)};
    start.route = Route{Page::ready, dossier.procedure, {}, dossier.id};
    return Session{lang, start};
}

TEST(Event, TheReadyPageNamesTheNextStepOfTheChain) {
    for (const std::string lang : {"vi", "en"}) {
        Dossier dossier = dossier_of(birth(), {{"birthPlace", "home"}});
        dossier.event = "sinh-con";
        Session session = at_ready(dossier, lang);
        ASSERT_EQ(shown(session), "ready/" + birth_id);
        const json link = block(session.screen(), "next-" + home_id);
        ASSERT_TRUE(link.is_object());
        EXPECT_EQ(link["href"], "/" + lang + "/tt/" + home_id + "/");
        EXPECT_EQ(block(session.screen(), "next")["text"], test::wording(lang).say("event.next"));
        int ways = 0;
        for (const std::string& id : test::seen_on(session.screen()).ids)
            if (id.rfind("next-", 0) == 0 && id != "next-lead") ++ways;
        EXPECT_EQ(ways, 1) << "the chain has one next step";
        test::expect_sound(session.screen(), "ready");
    }
}

TEST(Event, AtTheEndOfTheChainOrOutsideOfOneThereIsNoNextStep) {
    Dossier last = dossier_of(real(last_id), {{"agree", "both"}}), without = dossier_of(birth(), {{"birthPlace", "home"}});
    last.event = "sinh-con";
    Dossier elsewhere = without, unknown = without;
    elsewhere.event = "mo-cua-hang";  // birth registration is no part of it
    unknown.event = "no-such-event";
    for (const Dossier& dossier : {last, without, elsewhere, unknown}) {
        const Session session = at_ready(dossier);
        EXPECT_EQ(shown(session), "ready/" + dossier.procedure);
        EXPECT_TRUE(block(session.screen(), "next").is_null()) << dossier.event;
    }
}

// With the event "sinh-con" changed in the catalogue.
template <class Change>
Session with_event(Change change, const std::string& lang = "vi") {
    Catalogue catalogue = test::real_catalogue();
    for (LifeEvent& event : catalogue.life_events)
        if (event.id == "sinh-con") change(event);
    Session session{lang};
    session.act(Loaded{"catalogue", {}, {}, catalogue_names_json(catalogue, lang)});
    session.act(OpenEvent{"sinh-con"});
    return session;
}

TEST(Event, PapersOfTheChainComeFromTheCatalogue) {
    const auto two_papers = [](LifeEvent& event) { event.papers = {{"Căn cước", "Identity card"}, {"Tờ khai", "Form"}}; };
    EXPECT_EQ(block(with_event(two_papers).screen(), "papers-list")["items"], json::array({"Căn cước", "Tờ khai"}));
    EXPECT_EQ(block(with_event(two_papers, "en").screen(), "papers-list")["items"], json::array({"Identity card", "Form"}));
    test::expect_sound(with_event(two_papers).screen(), "papers");
    const auto none = [](LifeEvent& event) { event.papers.clear(); };
    EXPECT_TRUE(block(with_event(none).screen(), "papers").is_null());
}

TEST(Event, AProcedureThatTheCatalogueLacksIsLeftOutAndTheNumbersGoOn) {
    const Session session = with_event([](LifeEvent& event) { event.procedures = {"no-such", birth_id, "", home_id}; });
    const auto steps = steps_on(session);
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0]["label"].get<std::string>().find("1. "), 0U);
    EXPECT_EQ(steps[1]["label"].get<std::string>().find("2. "), 0U);
    test::expect_sound(session.screen(), "gaps");
}

TEST(Event, WithoutNotesTheOfficialNameIsTheHint) {
    const Session session = with_event([](LifeEvent& event) { event.notes.clear(); });
    const json step = block(session.screen(), "step-" + birth_id);
    EXPECT_EQ(member(step, "hint"), birth().title.vi);
}

}  // namespace
}  // namespace danloi
