// One run of one rule. Every value carries its doubt, so certainty costs no second pass.
#pragma once
#include "core/limits.hpp"
#include "core/rule.hpp"

namespace danloi {

/// Evaluates nodes of a book. The operators are spread over rule_run.cpp (logic, variables), rule_run_lists.cpp,
/// rule_run_numbers.cpp and rule_run_dates.cpp.
class RuleRun {
public:
    RuleRun(const RuleBook& book, const RuleInput& input, Arena& arena)
        : nodes_(book.nodes_.data()), constants_(book.constants_.data()), names_(book.names_), input_(input), arena_(arena),
          slots_(input.slots.data()), slot_count_(input.data == nullptr ? input.slots.size() : 0), arena_before_(arena.used()) {}

    Value eval(std::uint32_t index) { return eval(nodes_[index]); }
    Value eval(const RuleNode& node) {
        if (++steps_ > limits::rule_steps) return fail();
        if (node.op == RuleOp::constant) return constants_[node.first];
        if (node.op != RuleOp::slot) return operate(node);
        const Slot* slot = known_slot(static_cast<NameId>(node.first));
        return slot != nullptr ? slot->value : look_at(static_cast<NameId>(node.first));
    }

    /// Whether the node's value is truthy, and whether an open answer could change that.
    struct Truth {
        bool holds = false;
        bool open = false;
    };
    Truth test(const RuleNode& node);

    [[nodiscard]] bool failed() const { return failed_; }
    /// For another look at the same input with a fresh budget.
    void restart() {
        arena_before_ = arena_.used();
        steps_ = 0;
        failed_ = false;
    }
    /// Whether the slot is asked but open.
    [[nodiscard]] bool is_open(NameId id) const {
        return input_.data == nullptr && id < input_.slots.size() && input_.slots[id].known == Slot::Known::open;
    }

private:
    using Doubt = Value::Doubt;

    /// A variable that was looked up: JavaScript's "undefined" is not found.
    struct Found {
        Value value;
        bool found = false;
    };

    Value fail();
    /// Everything but constants and slots, one function an operator: a small frame here keeps plain conditions fast.
    Value operate(const RuleNode& node);
    Value negate(const RuleNode& node);
    /// Counts work beyond one step a node, so that long texts and lists use up the budget too.
    bool charge(std::size_t work);

    Value arg(const RuleNode& node, std::uint32_t index) {
        return index < node.count ? eval(nodes_[node.first + index]) : undefined();
    }
    static Value undefined() {
        Value value;
        value.type = Value::Type::undefined;
        return value;
    }
    /// An argument that is about to be compared or converted: long ones are charged for.
    Value operand(const RuleNode& node, std::uint32_t index);
    [[nodiscard]] const Slot* known_slot(NameId id) const {
        if (id >= slot_count_ || slots_[id].known != Slot::Known::known) return nullptr;
        return &slots_[id];
    }
    [[nodiscard]] Truth test_slot(const RuleNode& node) const;
    Truth test_all(const RuleNode& node);
    /// What a variable reads as when its slot is not simply known.
    [[nodiscard]] Value look_at(NameId id) const;
    [[nodiscard]] Value slot_is(const RuleNode& node) const;
    Value var(const RuleNode& node);
    Found look_up(const Value& path, bool scoped);
    [[nodiscard]] Found first_step(std::string_view name, bool scoped) const;

    Value all_of(const RuleNode& node);
    Value any_of(const RuleNode& node);
    Value choose(const RuleNode& node);
    Value compare(const RuleNode& node);
    Value ordered(const RuleNode& node);

    Value arithmetic(const RuleNode& node);
    Value extreme(const RuleNode& node);

    Value build_list(const RuleNode& node);
    Value with_element(const RuleNode& node, const Value& element);
    Value map(const RuleNode& node);
    Value filter(const RuleNode& node);
    Value reduce(const RuleNode& node);
    Value quantify(const RuleNode& node);
    Value merge(const RuleNode& node);
    Value in(const RuleNode& node);
    Value cat(const RuleNode& node);
    Value substr(const RuleNode& node);
    Value missing(const RuleNode& node);
    Value missing_some(const RuleNode& node);
    /// Which of some names have no value, and for how many that is not settled.
    struct Missing {
        Value list;
        std::size_t present = 0;  // surely there
        std::size_t open = 0;
    };
    Missing missing_of(std::span<const Value> names, bool scoped);
    [[nodiscard]] bool is_literal_list(const RuleNode& node, std::uint32_t index) const {
        return index < node.count && nodes_[node.first + index].op == RuleOp::list;
    }
    Value keep_text(std::string_view text);

    struct Day {
        std::optional<Date> date;
        Doubt doubt = Doubt::none;
    };
    Day day_arg(const RuleNode& node, std::uint32_t index);
    Value date_text(const std::optional<Date>& date, Doubt doubt);
    Value named(const RuleNode& node);
    Value add_working_days(const RuleNode& node);
    Value in_place(const RuleNode& node);

    const RuleNode* nodes_;
    const Value* constants_;
    const Names& names_;
    const RuleInput& input_;
    Arena& arena_;
    const Slot* slots_;
    std::size_t slot_count_;  // 0 when variables are looked up in data
    std::size_t arena_before_;
    const Value* scope_ = nullptr;  // the element inside a list operator
    std::size_t steps_ = 0;
    bool failed_ = false;
};

/// The stronger of two doubts.
inline Value::Doubt stronger(Value::Doubt a, Value::Doubt b) { return a > b ? a : b; }

/// A value computed from others: any doubt about them makes everything about it doubtful.
inline Value derived(Value value, Value::Doubt from) {
    value.doubt = from == Value::Doubt::none ? Value::Doubt::none : Value::Doubt::truth;
    return value;
}

}  // namespace danloi
