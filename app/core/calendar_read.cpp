// Reading content/calendar.json.
#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "core/calendar.hpp"
#include "core/text.hpp"

namespace danloi {
namespace {

using nlohmann::json;

/// Reads one JSON object, noting a problem for each member that is missing, wrong or unknown.
class ObjectReader {
public:
    ObjectReader(const json& object, Place place, Problems& problems)
        : object_(object), place_(std::move(place)), problems_(problems) {
        if (!object_.is_object()) fail(place_, "expected an object", "Write { ... } here.");
    }

    /// Every member must be in `keys`.
    void only(std::initializer_list<std::string_view> keys) {
        if (!object_.is_object()) return;
        for (const auto& [key, value] : object_.items()) {
            if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
            fail(place_ / std::string_view{key}, "unknown key \"" + key + "\"", "Remove it, or correct its spelling.");
        }
    }

    std::string text(const char* key) {
        const json* value = member(key);
        if (value == nullptr) return {};
        if (!value->is_string()) return fail(place_ / key, "expected text", "Write text in quotation marks."), std::string{};
        auto found = value->get<std::string>();
        if (!is_nfc(found)) fail(place_ / key, "the text is not in NFC", "Save the text in composed form (NFC).");
        return found;
    }

    std::string required_text(const char* key) {
        std::string found = text(key);
        if (member(key) != nullptr && found.empty()) fail(place_ / key, "the text is empty", "Write it.");
        return found;
    }

    Date date(const char* key) {
        const json* value = member(key);
        if (value == nullptr) return {};
        const auto found = value->is_string() ? parse_iso(value->get_ref<const std::string&>()) : std::nullopt;
        if (!found) fail(place_ / key, "expected a date", "Write an existing day as YYYY-MM-DD.");
        return found.value_or(Date{});
    }

    bool yes_no(const char* key) {
        const json* value = member(key);
        if (value == nullptr) return false;
        if (!value->is_boolean()) return fail(place_ / key, "expected true or false", "Write true or false."), false;
        return value->get<bool>();
    }

    Text name(const char* key) {
        const json* value = member(key);
        if (value == nullptr) return {};
        ObjectReader inner{*value, place_ / key, problems_};
        inner.only({"vi", "en"});
        return {inner.required_text("vi"), inner.required_text("en")};
    }

    std::string confidence(const char* key) {
        std::string level = text(key);
        const bool known = level == "high" || level == "medium" || level == "low";
        if (member(key) != nullptr && !known) fail(place_ / key, "unknown confidence", "Write high, medium or low.");
        return level;
    }

    /// The elements of a list, each with its place.
    template <class Each>
    void each(const char* key, Each&& read) {
        const json* list = member(key);
        if (list == nullptr) return;
        if (!list->is_array()) return fail(place_ / key, "expected a list", "Write [ ... ] here.");
        for (std::size_t i = 0; i < list->size(); ++i) read((*list)[i], place_ / key / i);
    }

    void fail(const Place& place, Words reason, Words remedy) {
        problems_.push_back(place.problem(std::move(reason), std::move(remedy)));
    }

    [[nodiscard]] const Place& place() const { return place_; }

private:
    /// The member, or nullptr with a problem noted (once: a second look for the same key stays silent).
    const json* member(const char* key) {
        if (!object_.is_object()) return nullptr;
        const auto found = object_.find(key);
        if (found != object_.end()) return &*found;
        if (std::find(missing_.begin(), missing_.end(), key) == missing_.end()) {
            missing_.emplace_back(key);
            fail(place_, "\"" + std::string{key} + "\" is missing", "Add it.");
        }
        return nullptr;
    }

    const json& object_;
    Place place_;
    Problems& problems_;
    std::vector<std::string> missing_;
};

DayOff read_day_off(const json& node, const Place& place, Problems& problems) {
    ObjectReader in{node, place, problems};
    in.only({"id", "from", "to", "name", "active", "decided", "decision", "source", "confidence"});
    DayOff off{.id = in.required_text("id"), .from = in.date("from"), .to = in.date("to"), .name = in.name("name"),
               .decision = in.text("decision"), .source = in.required_text("source"),
               .confidence = in.confidence("confidence"), .active = in.yes_no("active"), .decided = in.yes_no("decided")};
    if (off.to < off.from) in.fail(place / "to", "the break ends before it begins", "Put the later day here.");
    if (off.decided && off.decision.empty()) {
        in.fail(place / "decision", "a decided break names no decision", "Name the law or decision, or write \"decided\": false.");
    }
    return off;
}

SwapDay read_swap_day(const json& node, const Place& place, Problems& problems) {
    ObjectReader in{node, place, problems};
    in.only({"workingDay", "insteadOf", "name", "decision", "source", "confidence"});
    return {.working_day = in.date("workingDay"), .instead_of = in.date("insteadOf"), .name = in.name("name"),
            .decision = in.required_text("decision"), .source = in.required_text("source"),
            .confidence = in.confidence("confidence")};
}

void check_breaks(const Calendar& calendar, const Place& list, Problems& problems) {
    const auto& breaks = calendar.days_off;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        if (breaks[i].from < calendar.covered_from || breaks[i].to > calendar.covered_until) {
            problems.push_back((list / i).problem("the break lies outside coveredFrom to coveredUntil", "Widen the covered days."));
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (breaks[j].to < breaks[i].from || breaks[i].to < breaks[j].from) continue;
            problems.push_back((list / i).problem("the break overlaps \"" + breaks[j].id + "\"", "Give each day to one break."));
        }
    }
}

void check_swaps(const Calendar& calendar, const Place& list, Problems& problems) {
    for (std::size_t i = 0; i < calendar.swap_days.size(); ++i) {
        const SwapDay& swap = calendar.swap_days[i];
        if (weekday(swap.working_day) < Weekday::saturday) {
            problems.push_back((list / i / "workingDay").problem("a make-up day must be a Saturday or Sunday", "Correct the date."));
        }
        if (calendar.day_off(swap.instead_of) == nullptr) {
            problems.push_back((list / i / "insteadOf").problem("this day is in no active break", "Add the break, or correct the date."));
        }
    }
}

}  // namespace

std::optional<Calendar> load_calendar(const json& content, const std::string& file, Problems& problems) {
    const std::size_t before = problems.size();
    const Place top{file};
    ObjectReader in{content, top, problems};
    in.only({"title", "note", "lastChecked", "coveredFrom", "coveredUntil", "daysOff", "swapDays"});
    in.name("title");
    in.name("note");
    in.date("lastChecked");
    Calendar calendar{.covered_from = in.date("coveredFrom"), .covered_until = in.date("coveredUntil"), .days_off = {}, .swap_days = {}};
    in.each("daysOff", [&](const json& node, const Place& at) { calendar.days_off.push_back(read_day_off(node, at, problems)); });
    in.each("swapDays", [&](const json& node, const Place& at) { calendar.swap_days.push_back(read_swap_day(node, at, problems)); });
    if (problems.size() > before) return std::nullopt;  // checks across entries would only repeat these
    check_breaks(calendar, top / "daysOff", problems);
    check_swaps(calendar, top / "swapDays", problems);
    if (problems.size() > before) return std::nullopt;
    return calendar;
}

}  // namespace danloi
