// Days of the (proleptic Gregorian) calendar and moments in local time. No clock: today is always an input.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace danloi {

/// A day, counted from 1970-01-01. Days that can be made lie in the years 1800 to 2200.
struct Date {
    std::int32_t days = 0;

    auto operator<=>(const Date&) const = default;
};

/// A day in its parts; `month` 1 to 12, `day` 1 to 31.
struct DateParts {
    int year = 1970;
    int month = 1;
    int day = 1;

    bool operator==(const DateParts&) const = default;
};

/// Day of the week as ISO 8601 counts it.
enum class Weekday : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

/// The first and the last day the program knows: 1800-01-01 and 2200-12-31.
Date first_date();
Date last_date();

/// nullopt when there is no such day or the year is outside 1800 to 2200.
std::optional<Date> make_date(int year, int month, int day);
DateParts parts_of(Date date);
inline int year_of(Date date) { return parts_of(date).year; }
inline int month_of(Date date) { return parts_of(date).month; }
inline int day_of(Date date) { return parts_of(date).day; }
Weekday weekday(Date date);
/// `month` 1 to 12.
int days_in_month(int year, int month);

/// Exactly YYYY-MM-DD; nullopt for anything else or an impossible day.
std::optional<Date> parse_iso(std::string_view text);
/// YYYY-MM-DD.
std::string to_iso(Date date);
/// Writes YYYY-MM-DD (10 bytes, no terminator) into `out`, for callers that must not allocate.
void write_iso(Date date, char* out);

/// Sums stop at the first and last day. Months and years keep the day of the month, or take the month's last day when it is
/// shorter: 2027-01-31 plus one month is 2027-02-28.
Date add_days(Date date, std::int64_t days);
Date add_months(Date date, int months);
Date add_years(Date date, int years);
/// b - a in days.
inline int days_between(Date a, Date b) { return b.days - a.days; }

/// Completed years at `day`; -1 when `day` is before `birth`. Someone born on 29 February completes a year on 1 March of
/// a common year: counting a day late never sends a person to the counter too early.
int age_at(Date birth, Date day);

/// A moment in local time: a day and minutes since midnight (0 to 1439).
struct DateTime {
    Date day;
    int minute = 0;

    auto operator<=>(const DateTime&) const = default;
};

/// YYYY-MM-DDTHH:MM, optionally with :SS (seconds are dropped); nullopt for anything else.
std::optional<DateTime> parse_date_time(std::string_view text);
/// YYYY-MM-DDTHH:MM.
std::string to_iso(DateTime moment);

}  // namespace danloi
