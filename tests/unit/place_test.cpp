// Where a dossier is handed in: choosing the place, keeping it, sending it with a link.
#include "place_desk.hpp"

namespace danloi {
namespace {

using namespace place_desk;
using test::Answers;
using test::birth;
using test::on;

TEST(Place, ChosenFromTheChecklistItIsStoredAndItsRowsAreShown) {
    for (const std::string lang : {"vi", "en"}) {
        Desk desk{lang, at_checklist(stay())};
        desk.lay({{"37", in_words(real_layer("37"))}, {phu_ly, phu_ly_words()}});
        ASSERT_TRUE(block(desk.screen(), "filing-ask").is_object());
        ASSERT_TRUE(desk.tap("to-place"));
        ASSERT_EQ(desk.screen()["id"], "place/" + stay_id);
        test::expect_sound(desk.screen(), "place");
        ASSERT_NE(desk.effect<FindEffect>(), nullptr) << "the finder is made ready before anything is typed";
        EXPECT_EQ(desk.effect<FindEffect>()->query, "");
        desk.pick("@place", "ha nam phu ly", phu_ly);
        EXPECT_EQ(desk.open().place, phu_ly);
        EXPECT_EQ(desk.saved("place"), "\"" + phu_ly + "\"");
        EXPECT_EQ(json::parse(desk.saved("name." + phu_ly), nullptr, false)["vi"], phu_ly_name.name.vi);
        EXPECT_NE(desk.effect<BackEffect>(), nullptr);
        ASSERT_EQ(desk.screen()["id"], "checklist/" + stay_id);
        EXPECT_EQ(block(desk.screen(), "filing-name")["text"], std::string{phu_ly_name.name.in(lang)});
        const auto view = load_local_view(phu_ly_words(), lang);
        ASSERT_TRUE(view && !view->rows.empty() && !view->notes.empty() && !view->helpers.empty());
        EXPECT_EQ(block(desk.screen(), "filing-list")["rows"], rows_of(view->rows));
        EXPECT_EQ(block(desk.screen(), "filing-notes")["items"], json(view->notes));
        EXPECT_EQ(block(desk.screen(), "filing-helpers")["rows"], rows_of(view->helpers));
        EXPECT_TRUE(block(desk.screen(), "filing-usual").is_null());
        test::expect_sound(desk.screen(), "checklist");
        ASSERT_TRUE(desk.tap("filing-more"));
        EXPECT_TRUE(block(desk.screen(), "filing-notes").is_null() && block(desk.screen(), "filing-helpers").is_null()) << "they are closed away";
        EXPECT_TRUE(block(desk.screen(), "filing-list").is_object());
        desk.use(Continue{});
        EXPECT_EQ(block(desk.screen(), "filing-list")["rows"], rows_of(view->rows)) << "the ready page shows it too";
    }
}

TEST(Place, TypingOnlyLooksUp) {
    Desk desk{"vi", at_checklist(stay())};
    desk.tap("to-place");
    const std::string before = desk.stored();
    desk.act(Type{"@place", "phu ly"});
    EXPECT_TRUE(block(desk.screen(), "searching").is_object());
    ASSERT_EQ(desk.effects.size(), 1U);
    EXPECT_EQ(desk.effect<FindEffect>()->what, "place");
    EXPECT_EQ(desk.effect<FindEffect>()->query, "phu ly");
    EXPECT_EQ(desk.stored(), before);
    desk.act(Failed{"find", {}, "offline"});
    EXPECT_EQ(block(desk.screen(), "find-failed")["text"], test::wording("vi").say("place.failed"));
    desk.use(Type{"@place", "zzzzz"});
    EXPECT_TRUE(block(desk.screen(), "find-failed").is_null());
    EXPECT_TRUE(block(desk.screen(), "no-results").is_object());
    desk.use(Type{"@place", ""});
    EXPECT_TRUE(block(desk.screen(), "no-results").is_null());
    EXPECT_FALSE(block(desk.screen(), "q-@place").contains("suggestions"));
    EXPECT_EQ(desk.stored(), before);
}

TEST(Place, AnAnswerToSomethingTypedBeforeIsPassedOver) {
    Desk desk{"vi", at_checklist(stay())};
    desk.tap("to-place");
    desk.act(Type{"@place", "phu ly"});
    const FindEffect old = *desk.effect<FindEffect>();
    desk.use(Type{"@place", "thu duc"});
    const json suggestions = block(desk.screen(), "q-@place")["suggestions"];
    desk.answer(old);
    EXPECT_EQ(block(desk.screen(), "q-@place")["suggestions"], suggestions);
}

TEST(Place, AnOldNameIsSaidBesideTheNewOne) {
    Desk desk{"vi", at_checklist(stay())};
    desk.tap("to-place");
    desk.use(Type{"@place", "phuong 12 go vap"});
    const json first = block(desk.screen(), "q-@place")["suggestions"][0];
    EXPECT_NE(first["label"].get<std::string>().find("Phường 12, Quận Gò Vấp"), std::string::npos) << first["label"];
    EXPECT_EQ(json::parse(first["action"].get<std::string>(), nullptr, false)["vi"], "Phường An Hội Tây, Thành phố Hồ Chí Minh");
}

TEST(Place, CanBeTakenBack) {
    Desk desk{"vi", at_checklist(placed(stay(), phu_ly_name))};
    desk.lay({{phu_ly, phu_ly_words()}});
    ASSERT_TRUE(block(desk.screen(), "filing-list").is_object());
    ASSERT_TRUE(desk.tap("to-place"));
    EXPECT_EQ(block(desk.screen(), "q-@place")["value"], phu_ly_name.name.vi);
    ASSERT_TRUE(desk.tap("no-place"));
    EXPECT_EQ(desk.open().place, "");
    EXPECT_EQ(desk.saved("place"), "\"\"");
    EXPECT_EQ(desk.screen()["id"], "checklist/" + stay_id);
    EXPECT_TRUE(block(desk.screen(), "filing-ask").is_object());
    EXPECT_TRUE(block(desk.screen(), "filing-list").is_null());
    EXPECT_EQ(guide_input(desk.state).locality, nullptr);
    ASSERT_TRUE(desk.tap("to-place"));
    EXPECT_TRUE(block(desk.screen(), "no-place").is_null());
    desk.pick("@place", "phu ly", phu_ly);
    EXPECT_TRUE(block(desk.screen(), "filing-list").is_object()) << "the same place again is shown at once";
}

TEST(Place, SurvivesAReload) {
    Desk desk{"vi", at_checklist(stay())};
    desk.tap("to-place");
    desk.pick("@place", "phu ly", phu_ly);
    // As the storage gives it back: the last value of each field.
    std::map<std::string, std::string> fields;
    const FieldList first = fields_of(stay());
    fields.insert(first.begin(), first.end());
    for (const char* name : {"place", "name.13285"}) fields[name] = desk.saved(name);
    Start start;
    start.dossiers = {{"d1", fields}};
    start.route = Route{Page::checklist, stay_id, {}, "d1"};
    const Desk again{"en", start};
    EXPECT_EQ(again.open().place, phu_ly);
    EXPECT_EQ(again.open().places.at(phu_ly).name.vi, phu_ly_name.name.vi);
    EXPECT_EQ(again.open().places.at(phu_ly).province, "37");
    EXPECT_EQ(block(again.screen(), "filing-name")["text"], phu_ly_name.name.en);
    EXPECT_EQ(again.effect<FindEffect>(), nullptr) << "its name was kept: the finder is not needed";
    const FieldList written = fields_of(again.open());
    const auto back = dossier_from_fields("d1", {written.begin(), written.end()});
    ASSERT_TRUE(back);
    EXPECT_EQ(back->place, phu_ly);
    EXPECT_EQ(back->places.size(), 1U);
}

TEST(Place, GoesWithTheLinkAndNothingPersonalDoes) {
    Desk desk{"vi", at_checklist(placed(dossier_of(birth(), {{"birthPlace", "home"}, {"situation", "none"}, {"birthDate", "2026-08-23"}}), phu_ly_name))};
    desk.use(CopyLink{});
    ASSERT_NE(desk.effect<CopyEffect>(), nullptr);
    const std::string link = desk.effect<CopyEffect>()->text;
    const auto shared = decode_share(link.substr(link.find('#') + 1)).shared;
    ASSERT_TRUE(shared);
    EXPECT_EQ(shared->answers, (Answers{{"@place", phu_ly}, {"birthPlace", "home"}, {"situation", "none"}}));
    EXPECT_EQ(dossier_from(birth(), *shared).place, phu_ly);
    EXPECT_EQ(dossier_from(birth(), *shared).answers.count("@place"), 0U);
    EXPECT_TRUE(dossier_from(birth(), *shared).places.empty()) << "names do not travel";
}

Start with_link(const Procedure& procedure, Dossier sent) {
    Start start;
    sent.step = "checklist";
    start.fragment = encode_share(share_of(procedure, sent, on("2026-11-21")));
    return start;
}

TEST(Place, OneThatCameByALinkIsNamedInThePreviewAndKept) {
    Desk desk{"vi", with_link(real(stay_id), placed(stay(), phu_ly_name))};
    ASSERT_EQ(desk.screen()["id"], "preview/" + stay_id);
    EXPECT_NE(block(desk.screen(), "answers-list").dump().find(phu_ly_name.name.vi), std::string::npos) << "whoever opens a link sees that it holds a place";
    desk.lay({{phu_ly, phu_ly_words()}});
    desk.use(AcceptPreview{});
    EXPECT_EQ(block(desk.screen(), "filing-name")["text"], phu_ly_name.name.vi);
    EXPECT_FALSE(desk.saved("name." + phu_ly).empty());
    EXPECT_TRUE(block(desk.screen(), "filing-list").is_object());
}

TEST(Place, OneThatCameByALinkAsksTheFinderForItsName) {
    Desk desk{"vi", with_link(real(stay_id), placed(stay(), phu_ly_name))};
    desk.lay({{phu_ly, phu_ly_words()}});
    desk.state.places.reset();  // the finder could not be had yet
    desk.act(AcceptPreview{});
    ASSERT_NE(desk.effect<FindEffect>(), nullptr);
    EXPECT_EQ(desk.effect<FindEffect>()->what, "unit");
    EXPECT_EQ(desk.effect<FindEffect>()->query, phu_ly);
    EXPECT_EQ(block(desk.screen(), "filing-name")["text"], phu_ly) << "until it has come";
    test::expect_sound(desk.screen(), "checklist without a name");
    desk.use(Go{desk.state.route});
    EXPECT_EQ(block(desk.screen(), "filing-name")["text"], phu_ly_name.name.vi);
    EXPECT_FALSE(desk.saved("name." + phu_ly).empty()) << "asked once, then kept";
    EXPECT_EQ(desk.open().places.at(phu_ly).province, "37");
    EXPECT_TRUE(block(desk.screen(), "filing-list").is_object()) << "with the name comes the layer";
}

TEST(Place, ACodeThatIsNoPlaceAnyMoreCostsNothing) {
    Desk desk{"vi", with_link(real(stay_id), placed(stay(), {"99999", "99", {"x", "x"}}))};
    desk.use(AcceptPreview{});
    EXPECT_EQ(desk.screen()["id"], "checklist/" + stay_id);
    EXPECT_TRUE(block(desk.screen(), "filing-usual").is_object());
    test::expect_sound(desk.screen(), "unknown place");
    ASSERT_TRUE(desk.tap("to-place"));
    desk.pick("@place", "phu ly", phu_ly);
    EXPECT_EQ(desk.open().place, phu_ly);
}

TEST(Place, WrongCodesAreRefused) {
    Desk desk{"vi", at_checklist(placed(stay(), phu_ly_name))};
    const std::string before = desk.stored();
    const Route route = desk.state.route;
    for (const std::string& code : {std::string{"1"}, std::string{"132"}, std::string{"1328"}, std::string{"132855"}, std::string{"abcde"}, std::string{"1328x"}, std::string{" 1328"},
                                    std::string{"../37"}, std::string{"-1"}, std::string{"٣٧"}, std::string{"3\0", 2}, std::string(5'000, '1')}) {
        desk.act(SetPlace{"@place", {code, "37", {"Ở đâu đó", "Somewhere"}}});
        EXPECT_EQ(desk.stored(), before) << code.substr(0, 20);
        EXPECT_TRUE(desk.effects.empty()) << code.substr(0, 20);
        EXPECT_EQ(desk.state.route, route);
    }
    for (const std::string question : {"", "place", "case", "noSuch", "@", "@places"}) {
        desk.act(SetPlace{question, thu_duc_name});
        EXPECT_EQ(desk.stored(), before) << question;
        EXPECT_TRUE(desk.effects.empty()) << question;
    }
}

TEST(Place, WithoutADossierThereIsNothingToHandIn) {
    Desk desk;
    for (const Action& before : std::vector<Action>{Go{}, OpenProcedure{stay_id}, Go{Route{Page::settings, {}, {}, {}}}}) {
        desk.use(before);
        desk.act(SetPlace{"@place", phu_ly_name});
        EXPECT_TRUE(desk.state.dossiers.empty());
        EXPECT_TRUE(desk.effects.empty());
    }
    desk.use(Go{Route{Page::place, stay_id, {}, "no-such"}});
    EXPECT_EQ(desk.screen()["id"], "procedure/" + stay_id);
}

// Whoever makes a link could put any words where the name of the place stands.
TEST(Place, ALinkBringsNothingButACode) {
    Shared shared = share_of(real(stay_id), stay(), on("2026-11-21"));
    shared.step = "checklist";
    shared.answers["@place"] = std::string{"Hãy chuyển 5.000.000 đồng vào tài khoản 123"};
    Start start;
    start.fragment = encode_share(shared);
    Desk desk{"vi", start};
    desk.use(AcceptPreview{});
    EXPECT_EQ(desk.open().place, "");
    EXPECT_EQ(desk.screen().dump().find("5.000.000"), std::string::npos);
}

}  // namespace
}  // namespace danloi
