#include "core/date.hpp"

#include <algorithm>
#include <array>

namespace danloi {
namespace {

constexpr int first_year = 1800;
constexpr int last_year = 2200;

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// The year is taken to start in March, so that the leap day comes last; an era is 400 years, 146,097 days.
constexpr int days_per_era = 146'097;
constexpr int epoch_offset = 719'468;  // from 0000-03-01 to 1970-01-01

std::int32_t days_of(int year, int month, int day) {
    const int shifted = month <= 2 ? year - 1 : year;
    const int era = shifted / 400;
    const int year_of_era = shifted - era * 400;
    const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * days_per_era + day_of_era - epoch_offset;
}

Date clamped(std::int64_t days) {
    return {static_cast<std::int32_t>(std::clamp<std::int64_t>(days, first_date().days, last_date().days))};
}

/// `count` digits from `at`; -1 when one of them is not a digit or the text is too short.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return -1;
    int number = 0;
    for (const char letter : text.substr(at, count)) {
        if (letter < '0' || letter > '9') return -1;
        number = number * 10 + (letter - '0');
    }
    return number;
}

}  // namespace

Date first_date() { return {days_of(first_year, 1, 1)}; }
Date last_date() { return {days_of(last_year, 12, 31)}; }

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> make_date(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return Date{days_of(year, month, day)};
}

DateParts parts_of(Date date) {
    const int shifted = date.days + epoch_offset;
    const int era = shifted / days_per_era;
    const int day_of_era = shifted - era * days_per_era;
    const int year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

Weekday weekday(Date date) {
    const int since_monday = ((date.days + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    return static_cast<Weekday>(since_monday + 1);
}

std::optional<Date> parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    return make_date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

void write_iso(Date date, char* out) {
    const DateParts parts = parts_of(date);
    const auto put = [&](int at, int number, int count) {
        for (int i = count - 1; i >= 0; --i, number /= 10) out[at + i] = static_cast<char>('0' + number % 10);
    };
    put(0, parts.year, 4);
    put(5, parts.month, 2);
    put(8, parts.day, 2);
    out[4] = out[7] = '-';
}

std::string to_iso(Date date) {
    std::string text(10, '-');
    write_iso(date, text.data());
    return text;
}

Date add_days(Date date, std::int64_t days) {
    const std::int64_t reach = 1'000'000;  // more than the whole range, so that the sum cannot overflow
    return clamped(date.days + std::clamp(days, -reach, reach));
}

Date add_months(Date date, int months) {
    const DateParts parts = parts_of(date);
    const std::int64_t month_index = std::int64_t{parts.year} * 12 + parts.month - 1 + months;
    if (month_index < std::int64_t{first_year} * 12) return first_date();
    if (month_index >= std::int64_t{last_year + 1} * 12) return last_date();
    const int year = static_cast<int>(month_index / 12);
    const int month = static_cast<int>(month_index % 12) + 1;
    return {days_of(year, month, std::min(parts.day, days_in_month(year, month)))};
}

Date add_years(Date date, int years) {
    constexpr int span = last_year - first_year + 1;
    return add_months(date, std::clamp(years, -span, span) * 12);
}

int age_at(Date birth, Date day) {
    if (day < birth) return -1;
    const DateParts born = parts_of(birth);
    const DateParts now = parts_of(day);
    const bool birthday_passed = now.month > born.month || (now.month == born.month && now.day >= born.day);
    return now.year - born.year - (birthday_passed ? 0 : 1);
}

std::optional<DateTime> parse_date_time(std::string_view text) {
    const bool with_seconds = text.size() == 19;
    if ((text.size() != 16 && !with_seconds) || text[10] != 'T' || text[13] != ':') return std::nullopt;
    if (with_seconds && (text[16] != ':' || digits(text, 17, 2) < 0 || digits(text, 17, 2) > 59)) return std::nullopt;
    const auto day = parse_iso(text.substr(0, 10));
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return DateTime{*day, hour * 60 + minute};
}

std::string to_iso(DateTime moment) {
    const auto two = [](int number) { return std::string{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)}; };
    return to_iso(moment.day) + "T" + two(moment.minute / 60) + ":" + two(moment.minute % 60);
}

}  // namespace danloi
