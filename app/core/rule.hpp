// Rules: JsonLogic with a few named operators, compiled when a definition is loaded and then only run.
//  [x] all JsonLogic operators; today, date, daysBetween, addWorkingDays, ageAt, inPlace
//  [x] each result says whether it hangs on a question that is still open
//  [ ] texts are measured in code points, not UTF-16 units (substr): differs from JavaScript beyond U+FFFF only
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"
#include "core/date.hpp"
#include "core/problem.hpp"
#include "core/rule_names.hpp"
#include "core/rule_node.hpp"
#include "core/value.hpp"

namespace danloi {

/// One compiled rule of a RuleBook.
struct RuleId {
    std::uint32_t index = 0;

    bool operator==(const RuleId&) const = default;
};

struct RuleInput;
struct RuleResult;
struct Verdict;

/// All rules of one definition, flat, with their constants and names. Movable, not copyable.
class RuleBook {
public:
    RuleBook();
    RuleBook(RuleBook&&) noexcept = default;
    RuleBook& operator=(RuleBook&&) noexcept = default;

    /// Compiles one rule. Faults (unknown operator, wrong number of arguments to a named operator, too deep, too many nodes,
    /// not a rule) are each one Problem below `place`, and give nullopt.
    std::optional<RuleId> compile(const nlohmann::json& rule, const Place& place, Problems& problems);

    /// The definition's names. Intern the ids of questions and facts here; a NameId is the index of its Slot.
    Names& names() { return names_; }
    [[nodiscard]] const Names& names() const { return names_; }

    /// Variables the rule reads, each once, in order of first use; of a path with dots the first segment. The span holds
    /// until the next compile.
    [[nodiscard]] std::span<const NameId> names_read(RuleId rule) const;
    /// False when a variable's name is itself computed, so that `names_read` cannot be complete.
    [[nodiscard]] bool names_are_fixed(RuleId rule) const;
    [[nodiscard]] std::size_t size() const { return rules_.size(); }

    /// The text as this book's constant when some rule holds it, else a plain Value over `text` (not copied). Slots bound
    /// to such values compare by number instead of by letters. Use a symbol only with the book it came from.
    [[nodiscard]] Value symbol_for(std::string_view text) const;

private:
    friend class RuleCompiler;
    friend class RuleRun;
    friend class OpenNames;
    friend RuleResult evaluate(const RuleBook& book, RuleId rule, const RuleInput& input, Arena& arena);
    friend Verdict decide(const RuleBook& book, RuleId rule, const RuleInput& input, Arena& arena);
    friend void decide_all(const RuleBook& book, std::span<const RuleId> rules, const RuleInput& input, Arena& arena,
                           std::span<Verdict> verdicts);

    struct Rule {
        std::uint32_t root = 0;        // index in nodes_
        std::uint32_t names_from = 0;  // in read_
        std::uint32_t names_count = 0;
        bool fixed = true;
    };

    Names names_;
    Names texts_;  // constants; a text's symbol is its id + 1
    Arena constants_memory_;
    std::vector<RuleNode> nodes_;
    std::vector<Value> constants_;
    std::vector<Rule> rules_;
    std::vector<NameId> read_;
};

/// What a rule may know of one name.
struct Slot {
    enum class Known : std::uint8_t {
        known,  ///< answered, or a fact that is settled
        open,   ///< asked but unanswered, "I don't know", or a fact that hangs on such; `value` is what plain JsonLogic
                ///< would read: null for a question, the unsettled value for a fact
        absent  ///< not asked: reads as null, and that is certain
    };
    Value value;
    Known known = Known::absent;
};

/// The tree of places: whether `unit` lies in (or is) `area`, both unit codes.
struct UnitTree {
    bool (*lies_in)(const void* context, std::string_view unit, std::string_view area) = nullptr;
    const void* context = nullptr;
};

/// Everything a rule may look at. Nothing is owned.
struct RuleInput {
    std::span<const Slot> slots = {};    ///< by NameId; ids beyond the end are absent; {"var": ""} reads as null
    Date today;
    const Calendar* calendar = nullptr;  ///< without one, only weekends are off
    const UnitTree* units = nullptr;     ///< without one, a place lies only in itself
    const Value* data = nullptr;         ///< when given, variables are looked up in this value and slots are not read
};

struct RuleResult {
    Value value;                ///< what plain JsonLogic gives (open = not there); NaN and infinities are null
    bool certain = true;        ///< no open answer can change the value
    bool truth_certain = true;  ///< no open answer can change whether the value is truthy
    bool failed = false;        ///< over `limits::rule_steps` (or a text over 64 KB): value null, nothing certain
};

/// Runs a rule. Temporaries, and a list or text in the result, live in `arena`; reset it between uses.
RuleResult evaluate(const RuleBook& book, RuleId rule, const RuleInput& input, Arena& arena);

/// A rule read as a condition.
struct Verdict {
    bool holds = false;    ///< with what is known so far
    bool certain = false;  ///< no open answer can change that
};
Verdict decide(const RuleBook& book, RuleId rule, const RuleInput& input, Arena& arena);
/// The same for many rules on one input, at about half the cost of each; `verdicts` must be as long as `rules`.
void decide_all(const RuleBook& book, std::span<const RuleId> rules, const RuleInput& input, Arena& arena, std::span<Verdict> verdicts);

/// The open names an uncertain result hangs on, each once, in rule order; none when it is certain. Slow: for explanations.
std::vector<NameId> open_names(const RuleBook& book, RuleId rule, const RuleInput& input, Arena& arena);

/// JsonLogic's truth: null, false, 0, NaN, "" and [] are false; "0", {} and all else are true.
bool truthy(const Value& value);

/// One rule on one data value, for `danloi logic`. On a fault `error` says what is wrong and the result is null.
nlohmann::json run_logic(const nlohmann::json& rule, const nlohmann::json& data, Date today, const Calendar* calendar,
                         std::string& error);

}  // namespace danloi
