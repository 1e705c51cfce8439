// Working days against the real table, and due dates.
#include "core/calendar.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "core/json_read.hpp"

namespace danloi {
namespace {

using nlohmann::json;

json calendar_json() {
    std::ifstream file{std::string{DANLOI_SOURCE_DIR} + "/content/calendar.json"};
    std::stringstream bytes;
    bytes << file.rdbuf();
    Problems problems;
    const auto read = read_json(bytes.str(), "calendar.json", problems);
    EXPECT_TRUE(problems.empty());
    return read.value_or(json{});
}

const Calendar& national() {
    static const Calendar calendar = [] {
        Problems problems;
        const auto loaded = load_calendar(calendar_json(), "calendar.json", problems);
        for (const Problem& problem : problems) ADD_FAILURE() << problem.pointer << ": " << problem.reason;
        return loaded.value_or(Calendar{});
    }();
    return calendar;
}

Date day(std::string_view text) { return parse_iso(text).value_or(Date{}); }

Due due_of(std::string_view received, int value, TimeUnit unit, const SameDayRule* rule = nullptr) {
    const auto moment = parse_date_time(received);
    EXPECT_TRUE(moment.has_value()) << received;
    return due(national(), moment.value_or(DateTime{}), value, unit, rule);
}

std::string due_day(std::string_view received, int value, TimeUnit unit, const SameDayRule* rule = nullptr) {
    return to_iso(due_of(received, value, unit, rule).day);
}

TEST(Calendar, KnowsThePublishedDaysOff) {
    for (const char* off : {"2025-01-01", "2025-01-27", "2025-01-31", "2025-04-07", "2025-04-30", "2025-05-01", "2025-05-02", "2025-09-01",
                            "2025-09-02", "2026-01-01", "2026-01-02", "2026-02-16", "2026-02-20", "2026-04-27", "2026-04-30", "2026-05-01",
                            "2026-08-31", "2026-09-01", "2026-09-02", "2027-01-01", "2027-02-08", "2027-04-16", "2027-04-30", "2027-05-03",
                            "2027-09-02", "2026-11-21", "2026-11-22"}) {
        EXPECT_FALSE(national().is_working_day(day(off))) << off;
    }
    for (const char* on : {"2025-01-02", "2025-01-24", "2025-02-03", "2025-04-08", "2025-09-03", "2026-02-13", "2026-02-23", "2026-04-24",
                           "2026-04-28", "2026-09-03", "2026-11-24", "2027-05-04"}) {
        EXPECT_TRUE(national().is_working_day(day(on))) << on;
    }
}

TEST(Calendar, CountsMakeUpSaturdays) {
    for (const char* made_up : {"2025-04-26", "2026-01-10", "2026-08-22"}) EXPECT_TRUE(national().is_working_day(day(made_up))) << made_up;
    EXPECT_FALSE(national().is_working_day(day("2026-08-29")));
}

TEST(Calendar, SaysWhatIsNotSettled) {
    for (const char* open : {"2026-11-24", "2027-02-04", "2027-02-08", "2027-02-12", "2027-09-03", "2027-11-24", "2024-12-31", "2028-01-01"}) {
        EXPECT_FALSE(national().is_settled(day(open))) << open;
    }
    EXPECT_TRUE(national().is_settled(day("2026-11-23")));
    EXPECT_EQ(national().day_off(day("2026-11-24")), nullptr);
    ASSERT_NE(national().day_off(day("2026-02-17")), nullptr);
    EXPECT_EQ(national().day_off(day("2026-02-17"))->name.vi, "Tết Bính Ngọ");
}

TEST(Calendar, AddsWorkingDays) {
    EXPECT_EQ(to_iso(national().add_working_days(day("2026-11-20"), 1)), "2026-11-23");
    EXPECT_EQ(to_iso(national().add_working_days(day("2026-11-21"), 0)), "2026-11-21");
    EXPECT_EQ(to_iso(national().add_working_days(day("2026-11-21"), -1)), "2026-11-20");
    EXPECT_EQ(to_iso(national().add_working_days(day("2026-02-13"), 1)), "2026-02-23");
    EXPECT_EQ(to_iso(national().add_working_days(day("2026-08-21"), 2)), "2026-08-24");  // Saturday 22 is worked
    EXPECT_EQ(to_iso(national().add_working_days(day("2026-08-28"), 1)), "2026-09-03");
    EXPECT_EQ(national().working_days_between(day("2026-08-28"), day("2026-09-04")), 2);
    EXPECT_EQ(national().working_days_between(day("2026-09-04"), day("2026-08-28")), -2);
}

TEST(Calendar, AddingAndCountingAgree) {
    for (Date from = day("2025-01-02"); from < day("2027-06-01"); from = add_days(from, 11)) {
        for (const int n : {1, 3, 15, 40}) {
            ASSERT_EQ(national().working_days_between(from, national().add_working_days(from, n)), n) << to_iso(from);
        }
    }
}

TEST(Calendar, WithoutATableOnlyWeekendsAreOff) {
    const Calendar bare;
    EXPECT_TRUE(bare.is_working_day(day("2026-02-17")));
    EXPECT_FALSE(bare.is_working_day(day("2026-11-21")));
    EXPECT_FALSE(bare.is_settled(day("2026-11-20")));
}

TEST(Due, WorkingDaysDoNotCountTheDayOfReceipt) {
    EXPECT_EQ(due_day("2026-11-16T10:00", 3, TimeUnit::working_day), "2026-11-19");
    EXPECT_EQ(due_day("2026-11-12T10:00", 3, TimeUnit::working_day), "2026-11-17");
    EXPECT_EQ(due_of("2026-11-16T10:00", 3, TimeUnit::working_day).minute, -1);
    EXPECT_FALSE(due_of("2026-11-16T10:00", 3, TimeUnit::working_day).may_move);
}

TEST(Due, ReceiptOutsideOfficeHoursCountsFromTheNextWorkingDay) {
    EXPECT_EQ(due_day("2026-11-13T17:01", 3, TimeUnit::working_day), "2026-11-19");  // Friday evening counts as Monday
    EXPECT_EQ(due_day("2026-11-14T09:00", 3, TimeUnit::working_day), "2026-11-19");  // Saturday too
    EXPECT_EQ(due_day("2026-11-13T17:00", 3, TimeUnit::working_day), "2026-11-18");
    const Due late = due_of("2026-11-13T17:01", 3, TimeUnit::working_day);
    EXPECT_EQ(to_iso(late.received), "2026-11-16");
    EXPECT_EQ(late.note_key, "due.received_next_day");
    EXPECT_EQ(due_of("2026-11-13T09:00", 3, TimeUnit::working_day).note_key, "");
}

TEST(Due, CrossesHolidaysAndSwapDays) {
    EXPECT_EQ(due_day("2026-02-12T09:00", 3, TimeUnit::working_day), "2026-02-24");
    EXPECT_EQ(due_day("2026-01-08T09:00", 2, TimeUnit::working_day), "2026-01-10");
    EXPECT_EQ(due_day("2026-08-21T09:00", 1, TimeUnit::working_day), "2026-08-22");
}

TEST(Due, CalendarDaysRollOverDaysOff) {
    EXPECT_EQ(due_day("2026-11-16T09:00", 5, TimeUnit::day), "2026-11-23");  // Saturday 21 rolls to Monday
    EXPECT_EQ(due_day("2026-11-16T09:00", 4, TimeUnit::day), "2026-11-20");
    EXPECT_EQ(due_day("2026-02-10T09:00", 7, TimeUnit::day), "2026-02-23");  // a day of Tết rolls behind it
}

TEST(Due, SameDayRuleTurnsAtTheCutOff) {
    const SameDayRule rule;
    EXPECT_EQ(due_day("2026-11-16T14:59", 1, TimeUnit::working_day, &rule), "2026-11-16");
    EXPECT_EQ(due_day("2026-11-16T15:00", 1, TimeUnit::working_day, &rule), "2026-11-17");
    EXPECT_EQ(due_day("2026-11-20T15:30", 1, TimeUnit::working_day, &rule), "2026-11-23");
    EXPECT_EQ(due_day("2026-11-21T09:00", 1, TimeUnit::working_day, &rule), "2026-11-23");
    const SameDayRule early{.cutoff_minute = 10 * 60};
    EXPECT_EQ(due_day("2026-11-16T10:30", 1, TimeUnit::working_day, &early), "2026-11-17");
}

TEST(Due, HoursAreOfficeHours) {
    const Due morning = due_of("2026-11-16T10:42", 4, TimeUnit::hour);
    EXPECT_EQ(to_iso(morning.day), "2026-11-16");
    EXPECT_EQ(morning.minute, 16 * 60 + 12);  // the lunch break does not count
    const Due promised = due_of("2026-11-16T14:30", 4, TimeUnit::hour);
    EXPECT_EQ(to_iso(promised.day), "2026-11-16");
    EXPECT_EQ(promised.minute, -1);
    const Due late = due_of("2026-11-16T15:30", 2, TimeUnit::hour);
    EXPECT_EQ(to_iso(late.day), "2026-11-17");
    EXPECT_EQ(late.minute, 9 * 60 + 30);
    const Due long_one = due_of("2026-11-16T07:30", 24, TimeUnit::hour);
    EXPECT_EQ(to_iso(long_one.day), "2026-11-18");
    EXPECT_EQ(long_one.minute, 17 * 60);
}

TEST(Due, UndecidedDaysMayMoveIt) {
    const Due november = due_of("2026-11-20T09:00", 3, TimeUnit::working_day);
    EXPECT_EQ(to_iso(november.day), "2026-11-25");  // 24 November is not counted as off
    EXPECT_TRUE(november.may_move);
    EXPECT_EQ(november.note_key, "due.may_move");
    EXPECT_FALSE(due_of("2026-11-19T09:00", 2, TimeUnit::working_day).may_move);
    EXPECT_TRUE(due_of("2027-02-01T09:00", 5, TimeUnit::working_day).may_move);
    EXPECT_TRUE(due_of("2027-12-30T09:00", 5, TimeUnit::working_day).may_move);
    EXPECT_TRUE(due_of("2024-12-30T09:00", 1, TimeUnit::working_day).may_move);
}

TEST(TimeUnit, HasItsNameInContent) {
    for (const TimeUnit unit : {TimeUnit::working_day, TimeUnit::day, TimeUnit::hour}) EXPECT_EQ(parse_time_unit(name_of(unit)), unit);
    EXPECT_FALSE(parse_time_unit("days").has_value());
}

/// The pointer of the only problem a changed table gives.
template <class Change>
std::string fault_after(Change&& change) {
    json table = calendar_json();
    change(table);
    Problems problems;
    EXPECT_FALSE(load_calendar(table, "calendar.json", problems).has_value());
    EXPECT_EQ(problems.size(), 1U);
    return problems.empty() ? "" : problems[0].pointer;
}

TEST(LoadCalendar, RefusesWhatIsWrong) {
    EXPECT_EQ(fault_after([](json& t) { t["extra"] = 1; }), "/extra");
    EXPECT_EQ(fault_after([](json& t) { t["coveredFrom"] = "2025-02-30"; }), "/coveredFrom");
    EXPECT_EQ(fault_after([](json& t) { t["daysOff"] = 3; }), "/daysOff");
    EXPECT_EQ(fault_after([](json& t) { t["daysOff"][2].erase("source"); }), "/daysOff/2");
    EXPECT_EQ(fault_after([](json& t) { t["daysOff"][0]["name"]["vi"] = "Te\u0302\u0301t"; }), "/daysOff/0/name/vi");
    EXPECT_EQ(fault_after([](json& t) { t["daysOff"][0]["to"] = "2024-12-31"; }), "/daysOff/0/to");
    EXPECT_EQ(fault_after([](json& t) { t["daysOff"][0]["confidence"] = "sure"; }), "/daysOff/0/confidence");
    EXPECT_EQ(fault_after([](json& t) { t["daysOff"][0]["decision"] = ""; }), "/daysOff/0/decision");
    EXPECT_EQ(fault_after([](json& t) { t["daysOff"][1]["from"] = "2025-01-01"; }), "/daysOff/1");
    EXPECT_EQ(fault_after([](json& t) { t["coveredUntil"] = "2027-11-23"; }), "/daysOff/" + std::to_string(calendar_json()["daysOff"].size() - 1));
    EXPECT_EQ(fault_after([](json& t) { t["swapDays"][0]["workingDay"] = "2025-04-25"; }), "/swapDays/0/workingDay");
    EXPECT_EQ(fault_after([](json& t) { t["swapDays"][0]["insteadOf"] = "2025-05-09"; }), "/swapDays/0/insteadOf");
    Problems problems;
    EXPECT_FALSE(load_calendar(json::array(), "calendar.json", problems).has_value());
    EXPECT_EQ(problems.size(), 1U);
}

}  // namespace
}  // namespace danloi
