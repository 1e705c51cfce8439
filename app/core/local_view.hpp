// What is set at one place, as the page has it: in words, made by `danloi build` from the layers (locality.hpp).
#pragma once
#include "core/calendar.hpp"
#include "core/date.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace danloi {

/// A fee set locally: replaces the amount of Fee `fee` of `procedure` on the days `from` to `until`.
struct SetFee {
    std::string procedure, fee;
    std::int64_t amount = 0;  ///< VND
    std::optional<Date> from, until;
    std::string said;         ///< who set it, by which decision
};

/// The place in one language.
struct LocalView {
    OfficeHours hours;                                       ///< of the working days
    std::vector<std::pair<std::string, std::string>> rows;   ///< offices, hours, days: term and value
    std::vector<std::pair<std::string, std::string>> helpers;///< who helps whom
    std::vector<std::string> notes;
    std::vector<std::string> paper;                          ///< offices and days in short lines
    std::vector<SetFee> fees;
    std::vector<std::pair<std::string, std::string>> times;  ///< procedure and the time promised there
    std::string checked;                                     ///< ISO date

    /// The fee set here for this fee on `day`, or nullptr.
    [[nodiscard]] const SetFee* fee(std::string_view procedure, std::string_view id, Date day) const;
    /// The time promised here in words, or nullptr.
    [[nodiscard]] const std::string* time(std::string_view procedure) const;
};

/// Reads one language of what local_view_json wrote (local_words.hpp); null when it is not that.
[[nodiscard]] std::shared_ptr<const LocalView> load_local_view(std::string_view bytes, std::string_view lang);

}  // namespace danloi
