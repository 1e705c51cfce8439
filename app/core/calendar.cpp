#include "core/calendar.hpp"

#include <algorithm>

namespace danloi {
namespace {

constexpr int most_days = 5'000;

bool is_weekend(Date day) { return weekday(day) >= Weekday::saturday; }

bool holds(const DayOff& off, Date day) { return off.from <= day && day <= off.to; }

}  // namespace

const DayOff* Calendar::day_off(Date day) const {
    const auto found = std::find_if(days_off.begin(), days_off.end(),
                                    [&](const DayOff& off) { return off.active && holds(off, day); });
    return found == days_off.end() ? nullptr : &*found;
}

bool Calendar::is_working_day(Date day) const {
    const auto is_make_up = [&](const SwapDay& swap) { return swap.working_day == day; };
    if (is_weekend(day)) return std::any_of(swap_days.begin(), swap_days.end(), is_make_up);
    return day_off(day) == nullptr;
}

bool Calendar::is_settled(Date day) const {
    if (day < covered_from || day > covered_until) return false;
    return std::none_of(days_off.begin(), days_off.end(), [&](const DayOff& off) { return !off.decided && holds(off, day); });
}

Date Calendar::next_working_day(Date day) const {
    do {
        ++day.days;
    } while (!is_working_day(day) && day < last_date());
    return day;
}

Date Calendar::previous_working_day(Date day) const {
    do {
        --day.days;
    } while (!is_working_day(day) && day > first_date());
    return day;
}

Date Calendar::add_working_days(Date from, int n) const {
    const int count = std::clamp(n, -most_days, most_days);
    Date day = from;
    for (int i = 0; i < count; ++i) day = next_working_day(day);
    for (int i = 0; i > count; --i) day = previous_working_day(day);
    return std::clamp(day, first_date(), last_date());
}

int Calendar::working_days_between(Date a, Date b) const {
    if (b < a) return -working_days_between(b, a);
    int count = 0;
    for (Date day{a.days + 1}; day <= b; ++day.days) count += is_working_day(day) ? 1 : 0;
    return count;
}

}  // namespace danloi
