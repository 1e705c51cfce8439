// One rule on one data value: what `danloi logic` does with each line.
#include <nlohmann/json.hpp>

#include "core/rule.hpp"

namespace danloi {

nlohmann::json run_logic(const nlohmann::json& rule, const nlohmann::json& data, Date today, const Calendar* calendar,
                         std::string& error) {
    error.clear();
    RuleBook book;
    Problems problems;
    const auto id = book.compile(rule, Place{"rule"}, problems);
    if (!id) {
        error = problems.front().in_short();
        return nullptr;
    }
    Arena arena;
    const Value root = value_from_json(data, arena);
    const RuleResult result = evaluate(book, *id, {.slots = {}, .today = today, .calendar = calendar, .units = nullptr, .data = &root}, arena);
    if (!result.failed) return value_to_json(result.value);
    error = "the rule takes too many steps";
    return nullptr;
}

}  // namespace danloi
