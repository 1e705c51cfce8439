// Working days, public holidays and swap days, and the due date of a dossier.
// The table is content (content/calendar.json), so that a new yearly decision needs no new program.
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/multilingual.hpp"
#include "core/problem.hpp"

namespace danloi {

/// One break: `from` to `to`, both included. Weekends inside it change nothing.
struct DayOff {
    std::string id;
    Date from, to;
    Text name;
    std::string decision;    ///< the law or decision it rests on; "" when none has been found
    std::string source;      ///< where this was read
    std::string confidence;  ///< high, medium or low
    bool active = true;      ///< counted as off
    bool decided = true;     ///< false: may still change, so a period that touches it "may move"
};

/// A make-up Saturday or Sunday: `working_day` is worked because `instead_of` is off.
struct SwapDay {
    Date working_day, instead_of;
    Text name;
    std::string decision, source, confidence;
};

/// The dated table. A default-made one knows weekends only and covers no day.
struct Calendar {
    Date covered_from, covered_until;  ///< outside these days nothing is known but weekends
    std::vector<DayOff> days_off;
    std::vector<SwapDay> swap_days;

    /// Saturday and Sunday, active days off and no swap day: not working.
    [[nodiscard]] bool is_working_day(Date day) const;
    /// Whether the day's state is settled: inside the table and in no undecided break.
    [[nodiscard]] bool is_settled(Date day) const;
    /// The active break that holds this day, or nullptr.
    [[nodiscard]] const DayOff* day_off(Date day) const;
    /// The first working day after (before) `day`.
    [[nodiscard]] Date next_working_day(Date day) const;
    [[nodiscard]] Date previous_working_day(Date day) const;
    /// The n-th working day after `from`, the day itself not counted; n = 0 gives `from`; negative n counts back.
    /// |n| above 5,000 counts as 5,000.
    [[nodiscard]] Date add_working_days(Date from, int n) const;
    /// Working days after `a` up to and including `b`; negative when b is before a.
    [[nodiscard]] int working_days_between(Date a, Date b) const;
};

/// Builds the table from content/calendar.json. Unknown keys, wrong types, impossible or overlapping days, missing sources
/// and names that are not NFC are problems; nullopt when there is any.
std::optional<Calendar> load_calendar(const nlohmann::json& content, const std::string& file, Problems& problems);

/// How a processing time is counted: "workingDay", "day" (calendar) or "hour" (office hours) in content.
enum class TimeUnit : std::uint8_t { working_day, day, hour };
std::optional<TimeUnit> parse_time_unit(std::string_view text);
std::string_view name_of(TimeUnit unit);

/// Part of a working day when the counter is open, in minutes since midnight, both ends included.
struct OfficeSession {
    int open = 0;
    int close = 0;
};

/// Opening hours of a working day (Monday to Friday and make-up days). The defaults are the usual ones; provinces differ.
struct OfficeHours {
    OfficeSession morning{7 * 60 + 30, 11 * 60 + 30};
    OfficeSession afternoon{13 * 60, 17 * 60};
};

/// Work done on the day of receipt when received before `cutoff_minute`, on the next working day otherwise.
/// The hour is the one civil-status and certification counters use; a definition may state another.
struct SameDayRule {
    int cutoff_minute = 15 * 60;
};

/// When a result is due, and how firm that is.
struct Due {
    Date day;
    int minute = -1;       ///< minutes since midnight; -1 = by the end of that working day
    bool may_move = false; ///< an undecided break or a day outside the table lies between receipt and due day
    std::string note_key;  ///< content key of what to tell the person: "due.may_move", else "due.received_next_day" when
                           ///< receipt counts from a later day, else ""
    Date received;         ///< the working day that counts as the day of receipt
};

/// The due date of a dossier received at `received` (local time), `value` units later (0 to 5,000).
/// - Received on a day off or outside office hours counts as received on the next working day.
/// - The day of receipt is not counted; a last day that is off rolls to the next working day (Civil Code 2015, Art. 147 and 148.5).
/// - With a same-day rule, days do not depend on `value`: the day of receipt before the cut-off, else the next working day.
/// - Hours are office hours; up to one working day's worth (8) follows the same-day rule (the usual one when none is given).
Due due(const Calendar& calendar, DateTime received, int value, TimeUnit unit, const SameDayRule* same_day = nullptr,
        const OfficeHours& hours = {});

}  // namespace danloi
