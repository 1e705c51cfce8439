// The answers of a dossier as the slots that rules read: the first half of making a Guide.
#pragma once
#include "core/guide.hpp"

#include <vector>

namespace danloi {

/// Slots for one dossier and the questions that apply. Holds views into the procedure and the dossier: both must outlive it.
class GuideSlots {
public:
    GuideSlots(const Procedure& procedure, const Dossier& dossier, const GuideInput& input);
    GuideSlots(const GuideSlots&) = delete;
    GuideSlots& operator=(const GuideSlots&) = delete;

    /// Whether a rule holds; no rule always applies.
    [[nodiscard]] Applies applies(const std::optional<RuleId>& rule);
    [[nodiscard]] RuleResult value_of(RuleId rule);
    /// Questions that apply, in file order.
    [[nodiscard]] const std::vector<std::size_t>& asked() const { return asked_; }
    /// Whether the question applies and has an answer ("I don't know" is one).
    [[nodiscard]] bool answered(std::size_t question) const;
    [[nodiscard]] std::optional<std::size_t> next() const;
    /// The questions a rule hangs on, through facts too: the answered and the open ones, in the order they are asked.
    [[nodiscard]] Why why(RuleId rule) const;
    [[nodiscard]] const Slot& slot(std::size_t name) const { return slots_[name]; }

private:
    void fill_question(std::size_t index);
    void fill_fact(std::size_t index);
    void mark_behind(RuleId rule, std::vector<char>& behind) const;
    [[nodiscard]] RuleInput rule_input() const;

    const Procedure& procedure_;
    const Dossier& dossier_;
    const GuideInput& input_;
    Arena answers_;    // lists of many-answers
    Arena temporaries_;
    std::vector<Slot> slots_;
    std::vector<std::size_t> asked_;
};

/// The answer as a rule value: dates as ISO text, numbers as numbers. Null when it is not what the question's kind asks
/// for (a half-typed date). Lists are placed in `arena`.
[[nodiscard]] Value rule_value(const Question& question, const Answer& answer, const RuleBook& book, Arena& arena);

}  // namespace danloi
