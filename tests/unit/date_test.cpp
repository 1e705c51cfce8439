// Days and ages.
#include "core/date.hpp"

#include <gtest/gtest.h>

namespace danloi {
namespace {

Date iso(std::string_view text) {
    const auto date = parse_iso(text);
    EXPECT_TRUE(date.has_value()) << text;
    return date.value_or(Date{});
}

TEST(Date, CountsFromTheEpoch) {
    EXPECT_EQ(iso("1970-01-01").days, 0);
    EXPECT_EQ(iso("1969-12-31").days, -1);
    EXPECT_EQ(iso("2000-03-01").days, 11'017);
    EXPECT_EQ(iso("2026-11-21").days, 20'778);
}

TEST(Date, EveryDayOfTheRangeComesBack) {
    int expected = first_date().days;
    for (int year = 1800; year <= 2200; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= 31; ++day) {
                const auto date = make_date(year, month, day);
                if (!date) continue;
                ASSERT_EQ(date->days, expected++);
                ASSERT_EQ(parts_of(*date), (DateParts{year, month, day}));
            }
        }
    }
    EXPECT_EQ(expected - 1, last_date().days);
}

TEST(Date, ParsesOnlyIso) {
    EXPECT_EQ(to_iso(iso("2024-02-29")), "2024-02-29");
    for (const char* text : {"2023-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-01", "2026-01-1 ", "1799-12-31",
                             "2201-01-01", "20260101", "2026-01-01T00:00", "", "abcd-ef-gh", "+026-01-01", "2100-02-29"}) {
        EXPECT_FALSE(parse_iso(text).has_value()) << text;
    }
}

TEST(Date, KnowsWeekdays) {
    EXPECT_EQ(weekday(iso("2026-11-21")), Weekday::saturday);
    EXPECT_EQ(weekday(iso("2026-11-24")), Weekday::tuesday);
    EXPECT_EQ(weekday(iso("1900-01-01")), Weekday::monday);
    EXPECT_EQ(weekday(iso("1800-01-01")), Weekday::wednesday);
}

TEST(Date, AddsAndClampsToMonthEnds) {
    EXPECT_EQ(to_iso(add_days(iso("2026-12-31"), 1)), "2027-01-01");
    EXPECT_EQ(to_iso(add_months(iso("2027-01-31"), 1)), "2027-02-28");
    EXPECT_EQ(to_iso(add_months(iso("2024-03-31"), -1)), "2024-02-29");
    EXPECT_EQ(to_iso(add_months(iso("2026-11-30"), 3)), "2027-02-28");
    EXPECT_EQ(to_iso(add_years(iso("2024-02-29"), 1)), "2025-02-28");
    EXPECT_EQ(to_iso(add_years(iso("2024-02-29"), 4)), "2028-02-29");
    EXPECT_EQ(days_between(iso("2026-11-01"), iso("2026-11-21")), 20);
}

TEST(Date, SumsStopAtTheEnds) {
    EXPECT_EQ(add_days(iso("2200-12-31"), 1), last_date());
    EXPECT_EQ(add_days(iso("2026-01-01"), -9'000'000'000'000), first_date());
    EXPECT_EQ(add_months(iso("2026-01-01"), 2'000'000'000), last_date());
    EXPECT_EQ(add_years(iso("2026-01-01"), -2'000'000'000), first_date());
}

TEST(Age, CountsCompletedYears) {
    EXPECT_EQ(age_at(iso("2012-11-21"), iso("2026-11-20")), 13);
    EXPECT_EQ(age_at(iso("2012-11-21"), iso("2026-11-21")), 14);
    EXPECT_EQ(age_at(iso("2026-11-21"), iso("2026-11-21")), 0);
    EXPECT_EQ(age_at(iso("2026-11-22"), iso("2026-11-21")), -1);
    EXPECT_EQ(age_at(iso("2008-02-29"), iso("2026-02-28")), 17);
    EXPECT_EQ(age_at(iso("2008-02-29"), iso("2026-03-01")), 18);
}

TEST(DateTime, ParsesMinutesAndDropsSeconds) {
    const auto moment = parse_date_time("2026-11-21T10:42");
    ASSERT_TRUE(moment.has_value());
    EXPECT_EQ(moment->day, iso("2026-11-21"));
    EXPECT_EQ(moment->minute, 642);
    EXPECT_EQ(parse_date_time("2026-11-21T10:42:59"), moment);
    EXPECT_EQ(to_iso(*moment), "2026-11-21T10:42");
    for (const char* text : {"2026-11-21", "2026-11-21 10:42", "2026-11-21T24:00", "2026-11-21T10:60", "2026-11-21T10:42:60",
                             "2026-11-21T10:42Z", "2026-02-30T10:42", "2026-11-21T1:42"}) {
        EXPECT_FALSE(parse_date_time(text).has_value()) << text;
    }
}

}  // namespace
}  // namespace danloi
