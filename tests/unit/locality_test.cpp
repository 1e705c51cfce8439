// Localities: strict layers, the usual hours, and the merge of a commune over its province.
#include "core/local_view.hpp"
#include "core/local_words.hpp"
#include "core/locality.hpp"
#include "real_content.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace danloi {
namespace {

nlohmann::json parsed(std::string_view text) {
    Problems problems;
    auto json = read_json(text, "test", problems);
    EXPECT_TRUE(json.has_value()) << text;
    return json ? *json : nlohmann::json();
}

Date day(int year, int month, int number) { return make_date(year, month, number).value_or(Date{}); }

constexpr const char* full_layer = R"({"format":1,"code":"26740","lastChecked":"2026-11-21",
    "hours":{"morning":["07:00","11:30"],"afternoon":["13:30","17:00"],"saturday":["07:30","11:30"],"source":"notice 1","confidence":"high"},
    "offices":[{"id":"ubnd","name":{"vi":"Trụ sở","en":"Office"},"address":{"vi":"Số 1","en":"No. 1"},"source":"notice 1","confidence":"medium",
        "receptionDays":[{"day":2,"time":["08:00","11:00"],"topic":{"vi":"Tiếp công dân","en":"Citizens received"}}]}],
    "fees":[{"procedure":"p","fee":"f","amount":8000,"decision":"NQ 1","source":"s","confidence":"medium","until":"2026-12-31"}],
    "times":[{"procedure":"p","value":2,"unit":"workingDay","decision":"QĐ 2","source":"s","confidence":"low"}],
    "localDays":[{"id":"khong-hen","day":4,"title":{"vi":"Thứ Năm không hẹn","en":"No appointment on Thursday"},"note":{"vi":"Đến là làm","en":"Just come"},"source":"s","confidence":"medium"}],
    "helpers":[{"id":"to-1","group":{"vi":"Thôn 1","en":"Hamlet 1"},"name":{"vi":"Tổ hỗ trợ","en":"Support team"},"phone":"0214 000 0000","example":true,"source":"s","confidence":"low"}],
    "notes":[{"text":{"vi":"Ghi chú","en":"A note"},"source":"s","confidence":"high"}]})";

std::optional<Locality> full() {
    Problems problems;
    auto locality = load_locality(parsed(full_layer), "26740", "26740.json", problems);
    for (const Problem& problem : problems) ADD_FAILURE() << problem.pointer << ": " << problem.reason;
    return locality;
}

TEST(Locality, WithoutALayerThereAreTheUsualHours) {
    const Locality locality;
    EXPECT_TRUE(locality.hours.usual);
    EXPECT_EQ(locality.hours.week.morning.open, 7 * 60 + 30);
    EXPECT_EQ(locality.hours.week.afternoon.close, 17 * 60);
    EXPECT_FALSE(locality.hours.saturday.has_value());
}

TEST(Locality, ReadsAWholeLayer) {
    const auto locality = full();
    ASSERT_TRUE(locality.has_value());
    EXPECT_FALSE(locality->hours.usual);
    EXPECT_EQ(locality->hours.week.afternoon.open, 13 * 60 + 30);
    ASSERT_TRUE(locality->hours.saturday.has_value());
    ASSERT_EQ(locality->offices.size(), 1U);
    EXPECT_TRUE(locality->offices[0].hours.usual);
    ASSERT_EQ(locality->offices[0].reception_days.size(), 1U);
    EXPECT_EQ(locality->offices[0].reception_days[0].day, Weekday::tuesday);
    ASSERT_EQ(locality->fees.size(), 1U);
    EXPECT_EQ(locality->fees[0].amount, 8000);
    ASSERT_EQ(locality->times.size(), 1U);
    EXPECT_EQ(locality->times[0].decision, "QĐ 2");
    ASSERT_EQ(locality->days.size(), 1U);
    EXPECT_EQ(locality->days[0].day, Weekday::thursday);
    ASSERT_EQ(locality->helpers.size(), 1U);
    EXPECT_TRUE(locality->helpers[0].origin.example);
    EXPECT_FALSE(locality->notes.at(0).origin.example);
}

TEST(Locality, LocalHoursMoveTheDueDate) {
    const auto locality = full();
    ASSERT_TRUE(locality.has_value());
    const Calendar calendar;  // weekends only
    const DateTime early{day(2026, 11, 18), 7 * 60 + 10};  // Wednesday, open here, closed by the usual hours
    EXPECT_EQ(to_iso(due(calendar, early, 1, TimeUnit::working_day, nullptr, locality->hours.week).day), "2026-11-19");
    const DateTime late{day(2026, 11, 18), 17 * 60 + 30};
    EXPECT_EQ(to_iso(due(calendar, late, 1, TimeUnit::working_day, nullptr, locality->hours.week).day), "2026-11-20");
}

struct Fault {
    const char* what;
    const char* json;
    const char* pointer;
};

class FaultyLayer : public testing::TestWithParam<Fault> {};

TEST_P(FaultyLayer, IsRefusedAtItsPlace) {
    Problems problems;
    const auto json = parsed(GetParam().json);
    EXPECT_FALSE(load_locality(json, "79", "79.json", problems).has_value()) << GetParam().what;
    ASSERT_EQ(problems.size(), 1U) << GetParam().what;
    EXPECT_EQ(problems[0].file, "79.json");
    EXPECT_EQ(problems[0].pointer, GetParam().pointer) << GetParam().what;
    EXPECT_FALSE(problems[0].remedy.empty());
}

INSTANTIATE_TEST_SUITE_P(Locality, FaultyLayer, testing::Values(
    Fault{"not an object", "[]", ""},
    Fault{"file of another unit", R"({"format":1,"code":"01","lastChecked":"2026-11-21"})", "/code"},
    Fault{"unknown key", R"({"format":1,"code":"79","lastChecked":"2026-11-21","colour":"red"})", "/colour"},
    Fault{"never checked", R"({"format":1,"code":"79"})", ""},
    Fault{"impossible day", R"({"format":1,"code":"79","lastChecked":"2026-02-30"})", "/lastChecked"},
    Fault{"hours backwards", R"({"format":1,"code":"79","lastChecked":"2026-11-21","hours":{"morning":["11:30","07:30"],"afternoon":["13:00","17:00"],"source":"s","confidence":"low"}})", "/hours/morning"},
    Fault{"hours without a source", R"({"format":1,"code":"79","lastChecked":"2026-11-21","hours":{"morning":["07:30","11:30"],"afternoon":["13:00","17:00"],"confidence":"low"}})", "/hours"},
    Fault{"no time of day", R"({"format":1,"code":"79","lastChecked":"2026-11-21","hours":{"morning":["07:30","24:00"],"afternoon":["13:00","17:00"],"source":"s","confidence":"low"}})", "/hours/morning"},
    Fault{"negative fee", R"({"format":1,"code":"79","lastChecked":"2026-11-21","fees":[{"procedure":"p","fee":"f","amount":-1,"decision":"d","source":"s","confidence":"low"}]})", "/fees/0/amount"},
    Fault{"fee without a decision", R"({"format":1,"code":"79","lastChecked":"2026-11-21","fees":[{"procedure":"p","fee":"f","amount":1,"source":"s","confidence":"low"}]})", "/fees/0"},
    Fault{"unknown unit of time", R"({"format":1,"code":"79","lastChecked":"2026-11-21","times":[{"procedure":"p","value":1,"unit":"week","decision":"d","source":"s","confidence":"low"}]})", "/times/0/unit"},
    Fault{"no English", R"({"format":1,"code":"79","lastChecked":"2026-11-21","notes":[{"text":{"vi":"Chào"},"source":"s","confidence":"low"}]})", "/notes/0/text"},
    Fault{"no such day", R"({"format":1,"code":"79","lastChecked":"2026-11-21","localDays":[{"id":"a","day":8,"title":{"vi":"A","en":"A"},"note":{"vi":"A","en":"A"},"source":"s","confidence":"low"}]})", "/localDays/0/day"},
    Fault{"a note without a source", R"({"format":1,"code":"79","lastChecked":"2026-11-21","notes":[{"text":{"vi":"Chào","en":"Hello"},"confidence":"low"}]})", "/notes/0"},
    Fault{"trust of its own", R"({"format":1,"code":"79","lastChecked":"2026-11-21","notes":[{"text":{"vi":"Chào","en":"Hello"},"source":"s","confidence":"sure"}]})", "/notes/0/confidence"},
    Fault{"an example that is none", R"({"format":1,"code":"79","lastChecked":"2026-11-21","notes":[{"text":{"vi":"Chào","en":"Hello"},"source":"s","confidence":"low","example":false}]})", "/notes/0/example"}));

TEST(Locality, ACommuneStandsOverItsProvince) {
    Locality province, commune;
    province.code = "79";
    province.hours.usual = false;
    province.hours.week.morning.open = 7 * 60;
    province.fees = {{"p", "f", 9000, "NQ 9"}, {"p", "g", 5000, "NQ 9"}};
    province.notes = {{{"Của thành phố", "The city's"}}};
    name_locality(province, {"Thành phố", "City"}, {"Thành phố", "City"});
    commune.code = "26740";
    commune.fees = {{"p", "f", 8000, "NQ 1", std::nullopt, day(2026, 12, 31)}};
    commune.notes = {{{"Của phường", "The ward's"}}};
    name_locality(commune, {"Phường, Thành phố", "Ward, City"}, {"Phường", "Ward"});
    const Locality merged = merge_localities(province, commune);
    EXPECT_EQ(merged.code, "26740");
    EXPECT_EQ(merged.name.vi, "Phường, Thành phố");
    EXPECT_EQ(merged.hours.week.morning.open, 7 * 60) << "the ward states no hours, the city does";
    EXPECT_EQ(merged.hours.origin.set_by.vi, "Thành phố");
    EXPECT_EQ(merged.fees.front().origin.set_by.vi, "Phường");
    ASSERT_EQ(merged.notes.size(), 2U);
    EXPECT_EQ(merged.notes[0].text.vi, "Của phường");
}

LocalView seen(const Locality& locality, std::string_view lang) {
    const auto view = load_local_view(local_view_json(locality, test::wording("vi"), test::wording("en")), lang);
    EXPECT_NE(view, nullptr);
    return view ? *view : LocalView{};
}

TEST(Locality, ThePageGetsItInWordsWithWhoSetIt) {
    auto locality = full();
    ASSERT_TRUE(locality.has_value());
    name_locality(*locality, {"Phường Sài Gòn, Thành phố Hồ Chí Minh", "Sài Gòn ward, Hồ Chí Minh city"}, {"Phường Sài Gòn", "Sài Gòn ward"});
    const LocalView view = seen(*locality, "vi");
    EXPECT_EQ(view.hours.afternoon.open, 13 * 60 + 30);
    EXPECT_EQ(view.checked, "2026-11-21");
    ASSERT_EQ(view.rows.size(), 3U);
    EXPECT_EQ(view.rows[0].second, "Số 1. Thứ Ba 08:00–11:00: Tiếp công dân (Phường Sài Gòn; nên hỏi lại trước khi đi)");
    EXPECT_EQ(view.rows[1].second, "Thứ Hai đến thứ Sáu: 07:00–11:30 và 13:30–17:00. Sáng thứ Bảy: 07:30–11:30 (Phường Sài Gòn)");
    EXPECT_EQ(view.rows[2].first, "Thứ Năm không hẹn");
    ASSERT_EQ(view.paper.size(), 3U);
    EXPECT_EQ(view.paper[1], "Giờ làm việc: Thứ Hai đến thứ Sáu: 07:00–11:30 và 13:30–17:00. Sáng thứ Bảy: 07:30–11:30");
    for (const std::string& line : view.paper) EXPECT_EQ(line.find("(Phường Sài Gòn"), std::string::npos) << "paper has no room for who says so";
    ASSERT_EQ(view.helpers.size(), 1U);
    EXPECT_EQ(view.helpers[0].first, "Thôn 1");
    EXPECT_NE(view.helpers[0].second.find("ví dụ"), std::string::npos) << view.helpers[0].second;
    ASSERT_NE(view.time("p"), nullptr);
    EXPECT_EQ(*view.time("p"), "Phường Sài Gòn hẹn trả trong 2 ngày làm việc (QĐ 2)");
    EXPECT_EQ(view.time("q"), nullptr);
    EXPECT_EQ(seen(*locality, "en").rows[2].first, "No appointment on Thursday");
}

TEST(Locality, OfTwoFeesTheCommunesCountsUntilItRunsOut) {
    Locality province, commune;
    province.fees = {{"p", "f", 9000, "NQ 9"}, {"p", "g", 5000, "NQ 9"}};
    commune.fees = {{"p", "f", 8000, "NQ 1", std::nullopt, day(2026, 12, 31)}};
    const LocalView view = seen(merge_localities(province, commune), "vi");
    ASSERT_NE(view.fee("p", "f", day(2026, 12, 31)), nullptr);
    EXPECT_EQ(view.fee("p", "f", day(2026, 12, 31))->amount, 8000);
    EXPECT_EQ(view.fee("p", "f", day(2027, 1, 1))->amount, 9000);
    EXPECT_EQ(view.fee("p", "g", day(2026, 11, 21))->amount, 5000);
    EXPECT_EQ(view.fee("p", "h", day(2026, 11, 21)), nullptr);
}

TEST(Locality, TheFilesThatAreThereAreSound) {
    for (const auto& file : std::filesystem::directory_iterator(std::string(DANLOI_SOURCE_DIR) + "/content/localities")) {
        if (file.path().extension() != ".json") continue;
        Problems problems;
        const std::string code = file.path().stem().string();
        const auto locality = load_locality(parsed(test::source_file("content/localities/" + code + ".json")), code, code, problems);
        EXPECT_TRUE(locality.has_value()) << code << (problems.empty() ? "" : problems.front().pointer + problems.front().reason);
    }
}

}  // namespace
}  // namespace danloi
