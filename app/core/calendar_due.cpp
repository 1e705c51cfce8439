// When a dossier is due: receipt, counting, rolling over days off.
#include <algorithm>

#include "core/calendar.hpp"

namespace danloi {
namespace {

constexpr int same_day_hours = 8;  // a counter's working day is called eight hours, with or without the lunch break
constexpr int most_units = 5'000;

bool in_session(const OfficeSession& session, int minute) { return minute >= session.open && minute <= session.close; }

bool is_open(const OfficeHours& hours, int minute) {
    return in_session(hours.morning, minute) || in_session(hours.afternoon, minute);
}

/// The working day and minute at which the dossier counts as received.
DateTime receipt(const Calendar& calendar, DateTime received, const OfficeHours& hours) {
    if (calendar.is_working_day(received.day) && is_open(hours, received.minute)) return received;
    return {calendar.next_working_day(received.day), hours.morning.open};
}

/// Uses up office minutes of one session from `start`; returns the end when they fit, -1 when not.
int spend(const OfficeSession& session, int start, int& minutes_left) {
    const int from = std::max(start, session.open);
    const int available = std::max(0, session.close - from);
    if (minutes_left <= available) return from + minutes_left;
    minutes_left -= available;
    return -1;
}

DateTime add_office_minutes(const Calendar& calendar, DateTime start, int minutes, const OfficeHours& hours) {
    const bool has_hours = hours.morning.close > hours.morning.open || hours.afternoon.close > hours.afternoon.open;
    if (!has_hours) return start;
    for (int left = minutes;;) {
        for (const OfficeSession& session : {hours.morning, hours.afternoon}) {
            const int end = spend(session, start.minute, left);
            if (end >= 0) return {start.day, end};
        }
        start = {calendar.next_working_day(start.day), 0};
    }
}

DateTime due_in_hours(const Calendar& calendar, DateTime received, int value, const SameDayRule& rule, const OfficeHours& hours) {
    const bool in_time = received.minute < rule.cutoff_minute;
    const DateTime start = in_time ? received : DateTime{calendar.next_working_day(received.day), hours.morning.open};
    const DateTime end = add_office_minutes(calendar, start, value * 60, hours);
    const bool promised_today = value <= same_day_hours && end.day > start.day;
    return promised_today ? DateTime{start.day, -1} : end;
}

Date due_in_days(const Calendar& calendar, Date received, int value, TimeUnit unit) {
    if (unit == TimeUnit::working_day) return calendar.add_working_days(received, value);
    const Date last = add_days(received, value);
    return calendar.is_working_day(last) ? last : calendar.next_working_day(last);
}

DateTime due_moment(const Calendar& calendar, DateTime received, int value, TimeUnit unit, const SameDayRule* same_day,
                    const OfficeHours& hours) {
    const SameDayRule rule = same_day ? *same_day : SameDayRule{};
    if (unit == TimeUnit::hour) return due_in_hours(calendar, received, value, rule, hours);
    if (!same_day) return {due_in_days(calendar, received.day, value, unit), -1};
    const bool in_time = received.minute < rule.cutoff_minute;
    return {in_time ? received.day : calendar.next_working_day(received.day), -1};
}

/// Whether some day between the two (both included) may yet change between working and off.
bool is_unsettled(const Calendar& calendar, Date from, Date to) {
    for (Date day = from; day <= to; ++day.days) {
        if (!calendar.is_settled(day)) return true;
    }
    return false;
}

}  // namespace

std::optional<TimeUnit> parse_time_unit(std::string_view text) {
    if (text == "workingDay") return TimeUnit::working_day;
    if (text == "day") return TimeUnit::day;
    if (text == "hour") return TimeUnit::hour;
    return std::nullopt;
}

std::string_view name_of(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::working_day: return "workingDay";
        case TimeUnit::day: return "day";
        case TimeUnit::hour: return "hour";
    }
    return "workingDay";
}

Due due(const Calendar& calendar, DateTime received, int value, TimeUnit unit, const SameDayRule* same_day,
        const OfficeHours& hours) {
    const DateTime counted = receipt(calendar, received, hours);
    const DateTime end = due_moment(calendar, counted, std::clamp(value, 0, most_units), unit, same_day, hours);
    Due result{.day = end.day, .minute = end.minute, .note_key = {}, .received = counted.day};
    result.may_move = is_unsettled(calendar, received.day, end.day);
    if (result.may_move) result.note_key = "due.may_move";
    else if (counted.day != received.day) result.note_key = "due.received_next_day";
    return result;
}

}  // namespace danloi
