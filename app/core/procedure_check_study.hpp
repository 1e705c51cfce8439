// What the proofs know about a definition's rules: their JSON, the kind of value they give, the questions they hang on.
#pragma once
#include "core/date.hpp"
#include "core/procedure.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace danloi {

/// What a rule gives. `nothing` is null or a missing branch; `mixed` is anything else or different things by branch.
enum class RuleKind : std::uint8_t { nothing, flag, choice, number, date, text, list, place, mixed };

/// Says the kind in words: "yes or no", "a number"...
const char* name_of(RuleKind kind);

/// Values at which rules over one question change their result.
struct Thresholds {
    std::vector<double> numbers;
    std::vector<Date> dates;
    bool counts_days = false;   ///< a number may be days between the answer and today
    bool counts_years = false;  ///< a number may be an age in years
};

/// Made once per procedure, which must outlive it. Of a procedure that was not loaded to be checked it knows the names
/// each rule reads, but neither JSON nor places.
class RuleStudy {
public:
    explicit RuleStudy(const Procedure& procedure);

    [[nodiscard]] const nlohmann::json& json_of(RuleId rule) const { return json_[rule.index]; }
    /// JSON pointer of the rule in the definition.
    [[nodiscard]] const std::string& pointer(RuleId rule) const { return pointers_[rule.index]; }
    [[nodiscard]] RuleKind kind(const nlohmann::json& rule) const;
    [[nodiscard]] RuleKind kind_of_name(NameId name) const;
    /// Whether the rule hangs on the question, through facts included.
    [[nodiscard]] bool reads(RuleId rule, std::size_t question) const { return hangs_on_[rule.index][question]; }
    [[nodiscard]] bool reads_personal(RuleId rule) const;
    /// Whether the rule sees the answer itself, or a number or day made of it by a fact, and not just a fact's yes or no.
    [[nodiscard]] bool sees_value_of(RuleId rule, std::size_t question) const;
    /// Whether any rule at all hangs on the question.
    [[nodiscard]] bool is_read(std::size_t question) const;
    [[nodiscard]] Thresholds thresholds(std::size_t question) const;
    [[nodiscard]] const Procedure& procedure() const { return p_; }

private:
    [[nodiscard]] std::vector<bool> questions_behind(RuleId rule) const;
    [[nodiscard]] RuleKind kind_of_call(const std::string& op, const nlohmann::json& arguments) const;

    const Procedure& p_;
    std::vector<nlohmann::json> json_;         // by rule
    std::vector<std::string> pointers_;        // by rule
    std::vector<std::vector<bool>> hangs_on_;  // by rule, by question
    std::vector<RuleKind> fact_kinds_;
};

/// The question or fact a plain {"var": "name"} reads; nullopt for anything else.
std::optional<NameId> plain_variable(const Procedure& procedure, const nlohmann::json& rule);

/// Whether every list argument of this operator works on elements, so that variables inside mean the element.
bool is_list_operator(const std::string& op);

}  // namespace danloi
