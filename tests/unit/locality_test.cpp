// Localities: strict layers, the usual hours, and the merge of a commune over its province.
#include "core/locality.hpp"

#include "core/json_read.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace danloi {
namespace {

nlohmann::json parsed(std::string_view text) {
    Problems problems;
    auto json = read_json(text, "test", problems);
    EXPECT_TRUE(json.has_value()) << text;
    return json ? *json : nlohmann::json();
}

UnitTable places() {
    UnitTable table;
    Problems problems;
    load_provinces(parsed(R"({"format":1,"runs":[["26740","26740","79"]],"provinces":[{"code":"79","name":"Hồ Chí Minh","kind":"city","communes":1}]})"),
                   "units.json", table, problems);
    load_communes(parsed(R"({"format":1,"province":"79","communes":[["26740","Sài Gòn","ward"]]})"), "79.json", table, problems);
    EXPECT_TRUE(problems.empty());
    return table;
}

Date day(int year, int month, int number) { return make_date(year, month, number).value_or(Date{}); }

constexpr const char* full_layer = R"({"format":1,"code":"26740","lastChecked":"2026-11-21",
    "hours":{"morning":["07:00","11:30"],"afternoon":["13:30","17:00"],"saturday":["07:30","11:30"],"source":"notice 1"},
    "offices":[{"id":"ubnd","name":{"vi":"Trụ sở","en":"Office"},"address":{"vi":"Số 1","en":"No. 1"},"source":"notice 1","confidence":"medium",
        "receptionDays":[{"day":2,"time":["08:00","11:00"],"topic":{"vi":"Tiếp công dân","en":"Citizens received"}}]}],
    "fees":[{"procedure":"p","fee":"f","amount":8000,"decision":"NQ 1","source":"s","until":"2026-12-31"}],
    "times":[{"procedure":"p","value":2,"unit":"workingDay","decision":"QĐ 2","source":"s"}],
    "notes":[{"text":{"vi":"Ghi chú","en":"A note"}}]})";

TEST(Locality, WithoutALayerThereAreTheUsualHoursAndNothingElse) {
    Problems problems;
    const auto locality = load_locality("26740", places(), nullptr, "content/localities/26740.json", problems);
    ASSERT_TRUE(locality.has_value());
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(locality->name.vi, "Phường Sài Gòn, Thành phố Hồ Chí Minh");
    EXPECT_TRUE(locality->hours.usual);
    EXPECT_EQ(locality->hours.week.morning.open, 7 * 60 + 30);
    EXPECT_EQ(locality->hours.week.afternoon.close, 17 * 60);
    EXPECT_FALSE(locality->hours.saturday.has_value());
    EXPECT_FALSE(locality->last_checked.has_value());
    EXPECT_EQ(locality->fee("p", "f", day(2026, 11, 21)), nullptr);
}

TEST(Locality, UnknownCodeIsAProblem) {
    Problems problems;
    EXPECT_FALSE(load_locality("12345", places(), nullptr, "content/localities/12345.json", problems).has_value());
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems[0].reason.find("12345"), std::string::npos);
}

TEST(Locality, ReadsAWholeLayer) {
    Problems problems;
    const auto json = parsed(full_layer);
    const auto locality = load_locality("26740", places(), &json, "26740.json", problems);
    ASSERT_TRUE(locality.has_value()) << problems.front().pointer << problems.front().reason;
    EXPECT_FALSE(locality->hours.usual);
    EXPECT_EQ(locality->hours.week.afternoon.open, 13 * 60 + 30);
    ASSERT_TRUE(locality->hours.saturday.has_value());
    ASSERT_EQ(locality->offices.size(), 1U);
    EXPECT_TRUE(locality->offices[0].hours.usual);
    ASSERT_EQ(locality->offices[0].reception_days.size(), 1U);
    EXPECT_EQ(locality->offices[0].reception_days[0].day, Weekday::tuesday);
    ASSERT_NE(locality->fee("p", "f", day(2026, 12, 31)), nullptr);
    EXPECT_EQ(locality->fee("p", "f", day(2026, 12, 31))->amount, 8000);
    EXPECT_EQ(locality->fee("p", "f", day(2027, 1, 1)), nullptr) << "the decision has run out";
    ASSERT_NE(locality->time("p"), nullptr);
    EXPECT_EQ(locality->time("p")->set_by, "26740");
}

TEST(Locality, LocalHoursMoveTheDueDate) {
    Problems problems;
    const auto json = parsed(full_layer);
    const auto locality = load_locality("26740", places(), &json, "26740.json", problems);
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
    EXPECT_FALSE(load_locality("79", places(), &json, "79.json", problems).has_value()) << GetParam().what;
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
    Fault{"hours backwards", R"({"format":1,"code":"79","lastChecked":"2026-11-21","hours":{"morning":["11:30","07:30"],"afternoon":["13:00","17:00"],"source":"s"}})", "/hours/morning"},
    Fault{"hours without a source", R"({"format":1,"code":"79","lastChecked":"2026-11-21","hours":{"morning":["07:30","11:30"],"afternoon":["13:00","17:00"]}})", "/hours"},
    Fault{"no time of day", R"({"format":1,"code":"79","lastChecked":"2026-11-21","hours":{"morning":["07:30","24:00"],"afternoon":["13:00","17:00"],"source":"s"}})", "/hours/morning"},
    Fault{"negative fee", R"({"format":1,"code":"79","lastChecked":"2026-11-21","fees":[{"procedure":"p","fee":"f","amount":-1,"decision":"d","source":"s"}]})", "/fees/0/amount"},
    Fault{"fee without a decision", R"({"format":1,"code":"79","lastChecked":"2026-11-21","fees":[{"procedure":"p","fee":"f","amount":1,"source":"s"}]})", "/fees/0"},
    Fault{"unknown unit of time", R"({"format":1,"code":"79","lastChecked":"2026-11-21","times":[{"procedure":"p","value":1,"unit":"week","decision":"d","source":"s"}]})", "/times/0/unit"},
    Fault{"no English", R"({"format":1,"code":"79","lastChecked":"2026-11-21","notes":[{"text":{"vi":"Chào"}}]})", "/notes/0/text"}));

TEST(Locality, ACommuneStandsOverItsProvince) {
    Locality province, commune;
    province.code = "79";
    province.hours.usual = false;
    province.hours.week.morning.open = 7 * 60;
    province.fees = {{"p", "f", 9000, "NQ 9", "s", "79"}, {"p", "g", 5000, "NQ 9", "s", "79"}};
    province.notes = {{"Của thành phố", "The city's"}};
    commune.code = "26740";
    commune.fees = {{"p", "f", 8000, "NQ 1", "s", "26740", std::nullopt, day(2026, 12, 31)}};
    commune.notes = {{"Của phường", "The ward's"}};
    const Locality merged = merge_localities(province, commune);
    EXPECT_EQ(merged.code, "26740");
    EXPECT_EQ(merged.hours.week.morning.open, 7 * 60) << "the ward states no hours, the city does";
    EXPECT_EQ(merged.fee("p", "f", day(2026, 11, 21))->set_by, "26740");
    EXPECT_EQ(merged.fee("p", "f", day(2027, 1, 1))->set_by, "79") << "the ward's decision has run out";
    EXPECT_EQ(merged.fee("p", "g", day(2026, 11, 21))->amount, 5000);
    ASSERT_EQ(merged.notes.size(), 2U);
    EXPECT_EQ(merged.notes[0].vi, "Của phường");
}

std::string source_file(const std::string& path) {
    std::ifstream file(std::string(DANLOI_SOURCE_DIR) + "/" + path, std::ios::binary);
    EXPECT_TRUE(file.good()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Locality, TheFileOfHoChiMinhCityIsSound) {
    Problems problems;
    const auto json = parsed(source_file("content/localities/79.json"));
    const auto locality = load_locality("79", places(), &json, "content/localities/79.json", problems);
    ASSERT_TRUE(locality.has_value());
    EXPECT_EQ(locality->offices.size(), 1U);
}

}  // namespace
}  // namespace danloi
