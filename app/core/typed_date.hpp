// Days as people write them, day before month: "3/9/2026", "ngày 3 tháng 9 năm 2026", "mùng 3 tháng 9", "3 September 2026".
//  [x] with or without tone marks, in any letter case, with the day of the week in front
//  [ ] days of the lunar calendar are recognised, not converted
#pragma once
#include "core/date.hpp"

#include <optional>
#include <string_view>

namespace danloi {

/// What keeps a text from being a day. `month`: there is no such month; `day`: the month is shorter.
enum class DateFault : std::uint8_t { none, unreadable, no_year, short_year, month, day, lunar };

/// A text that was read as a day.
struct TypedDate {
    DateFault fault = DateFault::unreadable;
    DateParts parts{0, 0, 0};  ///< as far as they were written; 0: not written
    std::optional<Date> date;
    bool settled = false;      ///< the text alone says which day it is, whatever day it is read on
    bool new_month = false;    ///< "mùng", which people also say of lunar days
};

/// The days that a question takes; a day without a year is looked for in them.
struct DateBounds {
    Date first = first_date();
    Date last = last_date();
};

/// Reads what was typed on the day `today`. Without a year it is the last such day when the question asks about the past, the
/// next one when it asks about what comes, and the only one in the bounds otherwise; in digits alone a year is always needed.
[[nodiscard]] TypedDate read_typed_date(std::string_view text, Date today, const DateBounds& bounds);

/// The day, when the text alone says which one it is ("hôm nay" does not).
[[nodiscard]] std::optional<Date> parse_typed_date(std::string_view text);

}  // namespace danloi
