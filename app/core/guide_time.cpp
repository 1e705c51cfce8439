// Processing time, due date and the citizen's own deadlines.
#include "core/guide_parts.hpp"

namespace danloi {

namespace {

TimeUnit time_unit(PeriodUnit unit) {
    if (unit == PeriodUnit::hour) return TimeUnit::hour;
    return unit == PeriodUnit::working_day ? TimeUnit::working_day : TimeUnit::day;
}

// The first case that holds with what is known; a case before it that may hold makes the choice uncertain.
void choose_case(GuideSlots& slots, const ProcessingTime& time, TimeLine& line) {
    for (std::size_t i = 0; i < time.cases.size(); ++i) {
        const Applies applies = slots.applies(time.cases[i].when);
        if (applies == Applies::perhaps) line.certain = false;
        if (applies != Applies::yes) continue;
        line.time_case = i;
        return;
    }
}

std::optional<Due> due_of(const TimeLine& line, const ProcessingTime& time, const GuideInput& input) {
    if (input.calendar == nullptr || !line.time_case) return std::nullopt;
    const auto& period = time.cases[*line.time_case].period;
    if (!period || period->unit == PeriodUnit::month || period->unit == PeriodUnit::year) return std::nullopt;
    const DateTime received = input.received.value_or(DateTime{input.today, input.hours.morning.open});
    const SameDayRule same_day{time.same_day ? time.same_day->before_minute : SameDayRule{}.cutoff_minute};
    return due(*input.calendar, received, period->value, time_unit(period->unit), line.same_day ? &same_day : nullptr,
               input.hours);
}

std::optional<Date> start_of(GuideSlots& slots, const Deadline& deadline) {
    const RuleResult result = slots.value_of(deadline.from);
    return result.certain ? parse_iso(result.value.text()) : std::nullopt;
}

Date moved(Date from, const Period& period, bool before, const Calendar* calendar) {
    const int value = before ? -period.value : period.value;
    switch (period.unit) {
        case PeriodUnit::month: return add_months(from, value);
        case PeriodUnit::year: return add_years(from, value);
        case PeriodUnit::working_day:
            return calendar != nullptr ? calendar->add_working_days(from, value) : Calendar{}.add_working_days(from, value);
        case PeriodUnit::day:
        case PeriodUnit::hour: break;
    }
    return add_days(from, value);
}

}  // namespace

TimeLine time_of(GuideSlots& slots, const Procedure& procedure, const GuideInput& input) {
    const ProcessingTime& time = procedure.time;
    TimeLine line;
    choose_case(slots, time, line);
    for (std::size_t i = 0; i < time.extensions.size(); ++i)
        if (slots.applies(time.extensions[i].when) != Applies::no) line.extensions.push_back(i);
    if (line.time_case && time.same_day) {
        const auto& period = time.cases[*line.time_case].period;
        line.same_day = period && period->value == 0 && slots.applies(time.same_day->when) != Applies::no;
    }
    if (input.locality != nullptr) line.local = input.locality->time(procedure.id);
    line.due = due_of(line, time, input);
    return line;
}

std::vector<DeadlineLine> deadlines_of(GuideSlots& slots, const Procedure& procedure, const GuideInput& input) {
    std::vector<DeadlineLine> lines;
    for (std::size_t i = 0; i < procedure.deadlines.size(); ++i) {
        const Deadline& deadline = procedure.deadlines[i];
        if (slots.applies(deadline.when) == Applies::no) continue;
        DeadlineLine line;
        line.deadline = i;
        if (const auto start = start_of(slots, deadline))
            line.date = moved(*start, deadline.period, deadline.before, input.calendar);
        line.passed = line.date && input.today > *line.date;
        lines.push_back(line);
    }
    return lines;
}

}  // namespace danloi
