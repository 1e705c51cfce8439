// Running rules as conditions: only yes or no is asked, which is what deciding papers and questions needs. The results
// are those of RuleRun::eval with `truthy`, without building values.
#include "core/rule_run.hpp"

namespace danloi {

RuleRun::Truth RuleRun::test(const RuleNode& node) {
    if (++steps_ > limits::rule_steps) return fail(), Truth{false, true};
    switch (node.op) {
        case RuleOp::slot_is:
        case RuleOp::slot_is_not: return test_slot(node);
        case RuleOp::slot: {
            const auto id = static_cast<NameId>(node.first);
            if (const Slot* slot = known_slot(id)) return {truthy(slot->value), slot->value.doubt == Doubt::truth};
            break;
        }
        case RuleOp::and_:
        case RuleOp::or_: return test_all(node);
        case RuleOp::not_:
        case RuleOp::truth: {
            if (node.count == 0) break;
            const Truth inner = test(nodes_[node.first]);
            return {inner.holds == (node.op == RuleOp::truth), inner.open};
        }
        default: break;
    }
    const Value value = eval(node);
    return {truthy(value), value.doubt == Doubt::truth};
}

RuleRun::Truth RuleRun::test_slot(const RuleNode& node) const {
    const Slot* slot = known_slot(static_cast<NameId>(nodes_[node.first].first));
    const Value& wanted = constants_[nodes_[node.first + 1].first];
    if (slot != nullptr && slot->value.symbol != 0 && wanted.symbol != 0 && slot->value.doubt == Doubt::none) {
        return {(slot->value.symbol == wanted.symbol) == (node.op == RuleOp::slot_is), false};
    }
    const Value value = slot_is(node);
    return {value.boolean, value.doubt == Doubt::truth};
}

/// One sure operand of the deciding kind settles the matter; otherwise an open one keeps it open.
RuleRun::Truth RuleRun::test_all(const RuleNode& node) {
    const bool deciding = node.op == RuleOp::or_;
    bool decided = false;
    bool open = false;
    for (std::uint32_t i = 0; i < node.count; ++i) {
        const Truth one = test(nodes_[node.first + i]);
        if (one.holds == deciding && !one.open) return one;
        decided = decided || one.holds == deciding;
        open = open || one.open;
    }
    const bool nothing_asked = node.count == 0;  // neither "and" nor "or" of nothing holds
    return {!nothing_asked && (decided ? deciding : !deciding), open};
}

Verdict decide(const RuleBook& book, RuleId rule, const RuleInput& input, Arena& arena) {
    Verdict verdict;
    decide_all(book, {&rule, 1}, input, arena, {&verdict, 1});
    return verdict;
}

void decide_all(const RuleBook& book, std::span<const RuleId> rules, const RuleInput& input, Arena& arena,
                std::span<Verdict> verdicts) {
    RuleRun run{book, input, arena};
    for (std::size_t i = 0; i < rules.size(); ++i) {
        run.restart();
        const RuleRun::Truth truth = run.test(book.nodes_[book.rules_[rules[i].index].root]);
        verdicts[i] = run.failed() ? Verdict{} : Verdict{.holds = truth.holds, .certain = !truth.open};
    }
}

}  // namespace danloi
