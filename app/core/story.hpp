// Story tables: small cases inside a definition ("born in hospital, 20 days old") with the checklist they must give.
// They are run whenever content is checked; the browser neither reads nor links them.
#pragma once
#include "core/date.hpp"
#include "core/dossier.hpp"
#include "core/problem.hpp"

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace danloi {

struct Calendar;
struct Procedure;
struct UnitTree;

/// What a story says about the processing time.
struct StoryTime {
    int value = 0;
    std::string unit;  ///< workingDay, day or hour
};

/// What must come out. A list that is not given is not compared, `perhaps` excepted: not given means none.
struct StoryExpectation {
    std::optional<std::vector<std::string>> documents;  ///< ids that certainly apply, the exact set
    std::vector<std::string> perhaps;                   ///< ids that may apply, the exact set
    bool compares_fees = false;
    std::optional<std::int64_t> fees;  ///< total in VND; absent: the total is not known
    bool compares_days = false;
    std::optional<StoryTime> days;  ///< absent: no time fixed
    std::string outcome;            ///< ok, no, maybe, or empty: not compared
};

/// One story. Without `today` it happens on the day the definition was last checked, so that it never goes stale.
struct StoryTest {
    std::string name;
    std::optional<Date> today;
    std::map<std::string, Answer, std::less<>> answers;
    StoryExpectation expect;
};

/// Runs every story of `procedure` and adds one Problem for each difference, saying what was expected and what came.
/// Returns how many stories agree. Pointers may be null.
std::size_t run_stories(const Procedure& procedure, const std::string& file, const Calendar* calendar,
                        const UnitTree* units, Problems& problems);

}  // namespace danloi
