// What is set at a place: which layer is shown, and what it changes in the dossier.
#include "place_desk.hpp"

#include <tuple>

namespace danloi {
namespace {

using namespace place_desk;

TEST(Place, ACommuneWithoutALayerHasItsProvinces) {
    Desk desk{"vi", at_checklist(placed(stay(), phu_ly_name))};
    desk.lay({{"37", words_of_note("37", "Của tỉnh")}, {"79", words_of_note("79", "Nơi khác")}});
    EXPECT_EQ(block(desk.screen(), "filing-notes")["items"], json::array({"Của tỉnh (Tỉnh Ninh Bình)"}));
    Desk own{"vi", at_checklist(placed(stay(), phu_ly_name))};
    own.lay({{"37", words_of_note("37", "Của tỉnh")}, {phu_ly, words_of_note(phu_ly, "Của phường")}});
    EXPECT_EQ(block(own.screen(), "filing-notes")["items"], json::array({"Của phường (Phường Phủ Lý)"}));
    Desk none{"vi", at_checklist(placed(stay(), phu_ly_name))};
    none.lay({{"79", words_of_note("79", "Nơi khác")}});
    EXPECT_TRUE(block(none.screen(), "filing-usual").is_object());
}

TEST(Place, AnotherPlacesLayerThatComesLateIsNotShown) {
    Desk desk{"vi", at_checklist(stay())};
    desk.lay({{phu_ly, words_of_note(phu_ly, "Phủ Lý")}, {thu_duc, words_of_note(thu_duc, "Thủ Đức")}});
    desk.holding = true;
    desk.tap("to-place");
    desk.pick("@place", "phu ly", phu_ly);
    desk.tap("to-place");
    desk.pick("@place", "thu duc", thu_duc);
    ASSERT_EQ(desk.held.size(), 2U);
    ASSERT_EQ(desk.held[1].url, layer_address(thu_duc));
    desk.arrive(desk.held[0]);
    EXPECT_TRUE(block(desk.screen(), "filing-notes").is_null());
    EXPECT_EQ(guide_input(desk.state).locality, nullptr);
    desk.arrive(desk.held[1]);
    EXPECT_EQ(block(desk.screen(), "filing-notes")["items"], json::array({"Thủ Đức (Phường Thủ Đức)"}));
    desk.arrive(desk.held[0]);
    EXPECT_EQ(block(desk.screen(), "filing-notes")["items"], json::array({"Thủ Đức (Phường Thủ Đức)"}));
}

TEST(Place, EachDossierHasItsOwn) {
    Dossier other = placed(stay(), thu_duc_name);
    other.id = "d2";
    Start start = at_checklist(placed(stay(), phu_ly_name));
    start.dossiers.push_back(stored(other));
    Desk desk{"vi", start};
    desk.lay({{phu_ly, words_of_note(phu_ly, "Phủ Lý")}, {thu_duc, words_of_note(thu_duc, "Thủ Đức")}});
    for (const auto& [id, note] : std::vector<std::pair<std::string, std::string>>{{"d2", "Thủ Đức (Phường Thủ Đức)"}, {"d1", "Phủ Lý (Phường Phủ Lý)"}, {"d2", "Thủ Đức (Phường Thủ Đức)"}}) {
        desk.use(Go{Route{Page::checklist, stay_id, {}, id}});
        EXPECT_EQ(block(desk.screen(), "filing-notes")["items"], json::array({note}));
    }
}

TEST(Place, ALayerThatCannotBeReadCostsNothing) {
    const std::string& good = phu_ly_words();
    for (const std::string& bytes : {std::string{}, std::string{"{"}, std::string{"[]"}, std::string{R"({"hours":5})"}, std::string{"null"}, good.substr(0, good.size() / 2), good + "x"}) {
        Desk desk{"vi", at_checklist(placed(stay(), phu_ly_name))};
        desk.lay({{phu_ly, bytes}, {thu_duc, words_of_note(thu_duc, "Thủ Đức")}});
        EXPECT_EQ(block(desk.screen(), "filing-name")["text"], phu_ly_name.name.vi);
        EXPECT_TRUE(block(desk.screen(), "filing-usual").is_object()) << bytes.substr(0, 20);
        test::expect_sound(desk.screen(), bytes.substr(0, 20));
        desk.use(Continue{});
        EXPECT_EQ(desk.screen()["id"], "ready/" + stay_id);
        desk.hand_in_at(thu_duc_name);
        EXPECT_TRUE(block(desk.screen(), "filing-notes").is_object()) << "another place is shown as ever";
    }
    Desk missing{"vi", at_checklist(stay())};
    missing.lay({{phu_ly, phu_ly_words()}});
    missing.files.clear();
    missing.hand_in_at(phu_ly_name);
    EXPECT_EQ(missing.screen()["id"], "checklist/" + stay_id);
    EXPECT_TRUE(block(missing.screen(), "filing-usual").is_object());
    test::expect_sound(missing.screen(), "missing layer");
}

TEST(Place, OddLayersShowWhatCanBeShown) {
    for (const char* bytes : {R"({"hours":[]})", R"({"hours":["x",null,{},-5,99999],"vi":5})", R"({"hours":[1e9,2],"vi":{"rows":[1,[],["a"],["b","c","d"]],"notes":[{},"n"],"fees":[[],["p"],["p","f","1"]],"times":[[]]}})"}) {
        Desk desk{"vi", at_checklist(placed(stay(), phu_ly_name))};
        desk.lay({{phu_ly, bytes}});
        EXPECT_EQ(block(desk.screen(), "filing-name")["text"], phu_ly_name.name.vi) << bytes;
        EXPECT_NE(guide_input(desk.state).locality, nullptr) << bytes;
        test::expect_sound(desk.screen(), bytes);
    }
}

// A counter that opens at 15:30 takes nothing in before the 15:00 after which "the same day" becomes the next one.
TEST(Place, TheDueDateUsesLocalHours) {
    const std::string marriage = "dang-ky-ket-hon";
    const Dossier couple = dossier_of(real(marriage), {{"couple", "domestic"}, {"oldEnough", true}, {"closeKin", false}, {"history", std::vector<std::string>{"none"}}, {"bothCome", "yes"}});
    Locality late;
    late.code = phu_ly;
    late.hours = {{{15 * 60 + 30, 16 * 60}, {16 * 60, 17 * 60}}, {}, false, {"s", "high", false, {}}};
    Desk desk{"vi", at_checklist(couple)};
    desk.lay({{phu_ly, in_words(named(late))}});
    ASSERT_TRUE(desk.guide().time.due);
    EXPECT_EQ(to_iso(desk.guide().time.due->day), "2026-11-23");
    EXPECT_NE(block(desk.screen(), "money-list").dump().find("23/11/2026"), std::string::npos);
    desk.hand_in_at(phu_ly_name);
    ASSERT_TRUE(desk.guide().time.due);
    EXPECT_EQ(to_iso(desk.guide().time.due->day), "2026-11-24");
    EXPECT_NE(block(desk.screen(), "money-list").dump().find("24/11/2026"), std::string::npos);
    desk.hand_in_at({});
    EXPECT_EQ(to_iso(desk.guide().time.due->day), "2026-11-23");
}

std::string value_of(const json& facts, const std::string& term) {
    std::string all;
    for (const json& row : facts["rows"])
        if (row[0] == term) all += row[1].get<std::string>() + "\n";
    return all;
}

TEST(Place, FeesAndTimesSetThereAreShownWithWhoSetThem) {
    Locality locality;
    locality.code = phu_ly;
    locality.fees = {{stay_id, "le-phi-tai-quay", 1'000, "NQ 1/2026"}, {stay_id, "le-phi-tren-mang", 2'000, "NQ 2/2026"}, {"dang-ky-thuong-tru", "le-phi-tai-quay", 3'000, "NQ 3/2026"}};
    locality.times = {{stay_id, 2, TimeUnit::working_day, "QĐ 5", {}}, {"dang-ky-thuong-tru", 1, TimeUnit::working_day, "QĐ 6", {}}};
    for (const std::string lang : {"vi", "en"}) {
        const Wording& w = test::wording(lang);
        const Procedure& p = real(stay_id);
        const auto fee = std::find_if(p.fees.begin(), p.fees.end(), [](const Fee& f) { return f.id == "le-phi-tai-quay"; });
        ASSERT_NE(fee, p.fees.end());
        Desk desk{lang, at_checklist(stay())};
        desk.lay({{phu_ly, in_words(named(locality))}});
        const json national = block(desk.screen(), "money-list");
        ASSERT_EQ(desk.guide().fees.amount, 15'000);
        EXPECT_EQ(national.dump().find("NQ 1/2026"), std::string::npos);
        desk.hand_in_at(phu_ly_name);
        const json local = block(desk.screen(), "money-list");
        EXPECT_EQ(desk.guide().fees.amount, 1'000);
        EXPECT_NE(value_of(local, w.say("procedure.fee")).find(w.say("fee.amount", {{"amount", grouped(1'000, lang)}})), std::string::npos) << local;
        const std::string who = lang == "vi" ? "Phường Phủ Lý" : "Phủ Lý ward";
        EXPECT_EQ(value_of(local, std::string{fee->label.in(lang)}), w.say("fee.local", {{"who", who}, {"decision", "NQ 1/2026"}}) + "\n");
        const std::string time = value_of(local, w.say("procedure.time"));
        EXPECT_NE(time.find(who), std::string::npos) << time;
        EXPECT_NE(time.find("QĐ 5"), std::string::npos) << time;
        EXPECT_NE(time.find(std::string{p.time.cases.front().label.in(lang)}), std::string::npos) << "the legal time stands beside it";
        for (const char* other : {"NQ 2/2026", "NQ 3/2026", "QĐ 6"}) EXPECT_EQ(local.dump().find(other), std::string::npos) << other;
        test::expect_sound(desk.screen(), "local fees");
    }
}

TEST(Place, ALocalFeeCountsOnItsDaysOnly) {
    for (const auto& [from, until, amount] : std::vector<std::tuple<std::string, std::string, int>>{
             {"", "2026-11-23", 1'000}, {"", "2026-11-22", 15'000}, {"2026-11-23", "", 1'000}, {"2026-11-24", "", 15'000}}) {
        Locality locality;
        locality.code = phu_ly;
        locality.fees = {{stay_id, "le-phi-tai-quay", 1'000, "NQ 1"}};
        locality.fees[0].from = parse_iso(from);
        locality.fees[0].until = parse_iso(until);
        Desk desk{"vi", at_checklist(placed(stay(), phu_ly_name))};
        desk.lay({{phu_ly, in_words(named(locality))}});
        desk.use(Saved{true, {}});  // the day comes with an action
        EXPECT_EQ(desk.guide().fees.amount, amount) << from << " to " << until;
    }
}

TEST(Place, AnExemptionHoldsForALocalFeeToo) {
    Locality locality;
    locality.code = phu_ly;
    locality.fees = {{stay_id, "le-phi-tai-quay", 1'000, "NQ 1"}};
    Dossier exempt = placed(stay(), phu_ly_name);
    exempt.answers["feeGroup"] = true;
    Desk desk{"vi", at_checklist(exempt)};
    desk.lay({{phu_ly, in_words(named(locality))}});
    EXPECT_EQ(desk.guide().fees.amount, 0);
}

// The failure of a request for another place wipes the layer that is shown.
TEST(Place, AnotherPlacesFailureThatComesLateChangesNothing) {
    Desk desk{"vi", at_checklist(stay())};
    desk.lay({{phu_ly, words_of_note(phu_ly, "Phủ Lý")}, {thu_duc, words_of_note(thu_duc, "Thủ Đức")}});
    desk.holding = true;
    desk.tap("to-place");
    desk.pick("@place", "phu ly", phu_ly);
    desk.tap("to-place");
    desk.pick("@place", "thu duc", thu_duc);
    ASSERT_EQ(desk.held.size(), 2U);
    desk.arrive(desk.held[1]);
    ASSERT_TRUE(block(desk.screen(), "filing-notes").is_object());
    desk.act(Failed{"locality", desk.held[0].id, "timeout"});
    EXPECT_TRUE(block(desk.screen(), "filing-notes").is_object());
}

}  // namespace
}  // namespace danloi
