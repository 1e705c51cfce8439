// What a province or commune adds to the national rules: offices, hours, fees and times set locally, notes.
// One file each, content/localities/<code>.json; most places have none yet and get the usual hours.
#pragma once
#include "core/calendar.hpp"
#include "core/date.hpp"
#include "core/multilingual.hpp"
#include "core/problem.hpp"
#include "core/units.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// When counters are open. Without a local statement these are the usual hours (07:30 to 11:30, 13:00 to 17:00, Monday
/// to Friday); each province sets its own, so usual hours are shown as such and never as a promise.
struct LocalHours {
    OfficeHours week{};
    std::optional<OfficeSession> saturday{};  ///< Saturday morning, where it is worked
    bool usual = true;                        ///< nobody has stated them for this place
    std::string source{};                     ///< where they were read; "" for usual hours
};

/// A weekly time at which an office does one thing, e.g. the chairman receives citizens.
struct ReceptionDay {
    Weekday day = Weekday::monday;
    OfficeSession session{};
    Text topic;
};

/// A place to go to.
struct Office {
    std::string id;
    Text name;
    Text address;
    std::string phone{};
    std::string url{};
    LocalHours hours{};
    std::vector<ReceptionDay> reception_days{};
    Text note{};
    std::string source{};
    std::string confidence{};  ///< high, medium or low
};

/// A fee set locally: replaces the amount of Fee `fee` of `procedure`.
struct LocalFee {
    std::string procedure, fee;
    std::int64_t amount = 0;  ///< VND
    std::string decision;     ///< number of the resolution or decision
    std::string source;
    std::string set_by;       ///< code of the unit whose layer says so
    std::optional<Date> from{}, until{};
};

/// A shorter processing time promised locally.
struct LocalTime {
    std::string procedure;
    int value = 0;
    TimeUnit unit = TimeUnit::working_day;
    std::string decision, source;
    std::string set_by;  ///< code of the unit whose layer says so
};

/// One layer, or a province's and a commune's merged.
struct Locality {
    std::string code;      ///< official unit code
    Text name;             ///< "Phường Ba Đình, Thành phố Hà Nội"
    LocalHours hours{};
    std::vector<Office> offices{};
    std::vector<LocalFee> fees{};
    std::vector<LocalTime> times{};
    std::vector<Text> notes{};
    std::optional<Date> last_checked{};  ///< nullopt: no layer has been written for this place

    /// The fee set here for this fee on `day`, or nullptr.
    [[nodiscard]] const LocalFee* fee(std::string_view procedure, std::string_view id, Date day) const;
    /// The time promised here, or nullptr.
    [[nodiscard]] const LocalTime* time(std::string_view procedure) const;
};

/// The layer of the unit `code`. `layer` is its file, or nullptr when there is none: then the usual hours and nothing
/// else. A commune's shard must be in `units`. An unknown code, a file of another unit, unknown keys and values without a source are problems; then nullopt.
std::optional<Locality> load_locality(std::string_view code, const UnitTable& units, const nlohmann::json* layer,
                                      std::string_view file, Problems& problems);

/// A commune's layer over its province's, field by field: stated hours win over usual ones; the commune's offices and
/// notes stand first; of two fees or times for the same thing the commune's counts. Each keeps who set it.
Locality merge_localities(const Locality& province, const Locality& commune);

}  // namespace danloi
