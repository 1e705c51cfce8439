// What a province or commune adds to the national rules: offices, hours, days, helpers, fees and times set locally, notes.
// One file each, content/localities/<code>.json; most places have none and get the usual hours. `danloi build` lays a
// commune's over its province's and writes it in words for the page (local_view.hpp), each part with the place that set it.
#pragma once
#include "core/calendar.hpp"
#include "core/date.hpp"
#include "core/multilingual.hpp"
#include "core/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// Where a local statement comes from. `set_by` is the place whose layer says so ("Tỉnh Lào Cai").
struct Origin {
    std::string source{};
    std::string confidence{};  ///< high, medium or low
    bool example = false;      ///< invented to show how it looks; never to be relied on
    Text set_by{};
};

/// When counters are open. Without a local statement these are the usual hours (07:30 to 11:30, 13:00 to 17:00, Monday
/// to Friday); each province sets its own, so usual hours are shown as such and never as a promise.
struct LocalHours {
    OfficeHours week{};
    std::optional<OfficeSession> saturday{};  ///< Saturday morning, where it is worked
    bool usual = true;                        ///< nobody has stated them for this place
    Origin origin{};
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
    Origin origin{};
};

/// A day of the week with a custom of its own: "no appointment on Thursdays".
struct LocalDay {
    std::string id;
    Weekday day = Weekday::monday;
    Text title;
    Text note;
    Origin origin{};
};

/// Who helps the people of a hamlet or block: an officer or a support team.
struct Helper {
    std::string id;
    Text group;
    Text name;
    std::string phone{};
    Text note{};
    Origin origin{};
};

struct LocalNote {
    Text text;
    Origin origin{};
};

/// A fee set locally: replaces the amount of Fee `fee` of `procedure`.
struct LocalFee {
    std::string procedure, fee;
    std::int64_t amount = 0;  ///< VND
    std::string decision;     ///< number of the resolution or decision
    std::optional<Date> from{}, until{};
    Origin origin{};
};

/// A shorter processing time promised locally.
struct LocalTime {
    std::string procedure;
    int value = 0;
    TimeUnit unit = TimeUnit::working_day;
    std::string decision;
    Origin origin{};
};

/// One layer, or a province's and a commune's merged.
struct Locality {
    std::string code;      ///< official unit code
    Text name;             ///< "Phường Ba Đình, Thành phố Hà Nội"
    LocalHours hours{};
    std::vector<Office> offices{};
    std::vector<LocalDay> days{};
    std::vector<Helper> helpers{};
    std::vector<LocalFee> fees{};
    std::vector<LocalTime> times{};
    std::vector<LocalNote> notes{};
    std::optional<Date> last_checked{};  ///< nullopt: no layer has been written for this place
};

/// Reads a layer. A file of another unit than `code`, unknown keys and values without a source are problems; then nullopt.
std::optional<Locality> load_locality(const nlohmann::json& layer, std::string_view code, std::string_view file, Problems& problems);

/// Names the place and says of every part that this place set it.
void name_locality(Locality& locality, const Text& address, const Text& title);

/// A commune's layer over its province's, field by field: stated hours win over usual ones; the commune's parts stand
/// first; of two fees or times for the same thing the commune's counts. Each keeps who set it.
Locality merge_localities(const Locality& province, const Locality& commune);

}  // namespace danloi
