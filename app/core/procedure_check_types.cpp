// Proofs about the kinds of values rules work on: a misspelt option would otherwise silently never match.
#include "core/procedure_check_parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace danloi {

namespace {

using nlohmann::json;

bool is_equality(std::string_view op) { return op == "==" || op == "===" || op == "!=" || op == "!=="; }
bool is_order(std::string_view op) { return op == "<" || op == "<=" || op == ">" || op == ">="; }
bool is_condition_list(std::string_view op) { return op == "and" || op == "or" || op == "!" || op == "!!"; }
bool is_branch(std::string_view op) { return op == "if" || op == "?:"; }

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

Place place_of(const std::string& file, std::string_view pointer) {
    Place place{file};
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const auto end = std::min(pointer.find('/'), pointer.size());
        place = place / pointer.substr(0, end);
        pointer.remove_prefix(end);
    }
    return place;
}

class TypeCheck {
public:
    TypeCheck(const Proof& proof, const RuleStudy& study) : proof_(proof), study_(study), p_(proof.procedure) {}

    void check_whole(RuleId rule, const Place& place) {
        const json& source = study_.json_of(rule);
        const std::string& pointer = place.pointer();
        if (ends_with(pointer, "/when") || ends_with(pointer, "/askIf")) check_condition(source, place);
        else if (ends_with(pointer, "/formula")) require(source, RuleKind::number, place);
        else if (ends_with(pointer, "/from")) require(source, RuleKind::date, place);
        walk(source, place);
    }

private:
    void report(const Place& place, std::string reason, std::string remedy) {
        proof_.problems.push_back(place.problem(std::move(reason), std::move(remedy)));
    }

    [[nodiscard]] const Question* question_of(const json& rule) const {
        const auto name = plain_variable(p_, rule);
        return name && *name < p_.questions.size() ? &p_.questions[*name] : nullptr;
    }

    void require(const json& rule, RuleKind wanted, const Place& place) {
        const RuleKind found = study_.kind(rule);
        if (found == wanted || found == RuleKind::nothing || found == RuleKind::mixed) return;
        report(place, std::string{"this gives "} + name_of(found) + ", but " + name_of(wanted) + " is needed here",
               std::string{"Write a rule that gives "} + name_of(wanted) + '.');
    }

    void check_condition(const json& rule, const Place& place) {
        const RuleKind found = study_.kind(rule);
        if (found == RuleKind::flag || found == RuleKind::mixed) return;
        report(place, std::string{"a condition gives "} + name_of(found) + " instead of yes or no",
               "Compare the value with something, like {\"==\": [{\"var\": \"birthPlace\"}, \"facility\"]}.");
    }

    void check_option(const Question& question, const json& value, const Place& place) {
        if (value.is_null()) return;
        const auto same = [&](const Option& option) {
            return value.is_string() && option.value == value.get_ref<const std::string&>();
        };
        if (std::any_of(question.options.begin(), question.options.end(), same)) return;
        std::string known;
        for (const Option& option : question.options) known += (known.empty() ? "" : ", ") + option.value;
        report(place, value.dump() + " is no option of \"" + question.id + "\": this never matches",
               "Use one of: " + known + '.');
    }

    // `value` is a constant compared with the answer to `question`.
    void check_against(const Question& question, const json& value, const Place& place) {
        switch (question.kind) {
            case QuestionKind::choice: return check_option(question, value, place);
            case QuestionKind::many:
                return report(place, "\"" + question.id + "\" has a list of answers, which equals no single value",
                              "Ask whether the list holds it: {\"in\": [value, {\"var\": \"" + question.id + "\"}]}.");
            case QuestionKind::yes_no: return require(value, RuleKind::flag, place);
            case QuestionKind::number: return require(value, RuleKind::number, place);
            case QuestionKind::date: return require(value, RuleKind::date, place);
            case QuestionKind::text:
            case QuestionKind::place: return;
        }
    }

    void check_equality(const json& arguments, const Place& place) {
        for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
            const Question* question = question_of(arguments[side]);
            const json& other = arguments[1 - side];
            if (question != nullptr && !other.is_structured())
                return check_against(*question, other, place / (1 - side));
        }
        const RuleKind left = study_.kind(arguments[0]);
        const RuleKind right = study_.kind(arguments[1]);
        const auto simple = [](RuleKind kind) {
            return kind == RuleKind::flag || kind == RuleKind::number || kind == RuleKind::date;
        };
        if (simple(left) && simple(right) && left != right)
            report(place, std::string{"compares "} + name_of(left) + " with " + name_of(right),
                   "Compare values of the same kind.");
    }

    void check_order(const json& arguments, const Place& place) {
        RuleKind first = RuleKind::nothing;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const RuleKind kind = study_.kind(arguments[i]);
            if (kind == RuleKind::mixed || kind == RuleKind::nothing) continue;
            if (kind != RuleKind::number && kind != RuleKind::date)
                report(place / i, std::string{"only numbers and days have an order, this is "} + name_of(kind),
                       "Compare with == or in.");
            else if (first == RuleKind::nothing) first = kind;
            else if (first != kind)
                report(place, "compares a number with a day",
                       "Turn the day into a number with daysBetween or ageAt, or give two days.");
        }
    }

    void check_in(const json& arguments, const Place& place) {
        if (const Question* list = question_of(arguments[1])) {
            if (list->kind != QuestionKind::many)
                return report(place / 1, "\"" + list->id + "\" has one answer, not a list",
                              "Compare with ==, or put a list here.");
            if (!arguments[0].is_structured()) check_option(*list, arguments[0], place / 0);
        }
        const Question* question = question_of(arguments[0]);
        if (question == nullptr || !arguments[1].is_array()) return;
        for (std::size_t i = 0; i < arguments[1].size(); ++i)
            if (!arguments[1][i].is_structured()) check_against(*question, arguments[1][i], place / 1 / i);
    }

    void check_dates(const std::string& op, const json& arguments, const Place& place) {
        require(arguments[0], RuleKind::date, place / 0);
        require(arguments[1], op == "addWorkingDays" ? RuleKind::number : RuleKind::date, place / 1);
    }

    void check_place_answer(const json& arguments, const Place& place) {
        const Question* question = question_of(arguments[0]);
        if (question != nullptr && question->kind != QuestionKind::place)
            report(place / 0, "\"" + question->id + "\" does not ask for a place", "Read a question of kind place.");
    }

    void check_call(const std::string& op, const json& arguments, const Place& place) {
        const bool list = arguments.is_array();
        if (is_condition_list(op)) {
            for (std::size_t i = 0; list && i < arguments.size(); ++i) check_operand(arguments[i], place / i);
            if (!list) check_operand(arguments, place);
        }
        if (is_branch(op))
            for (std::size_t i = 0; list && i + 1 < arguments.size(); i += 2) check_operand(arguments[i], place / i);
        if (!list || arguments.size() < 2) return;
        if (is_equality(op)) check_equality(arguments, place);
        if (is_order(op)) check_order(arguments, place);
        if (op == "in") check_in(arguments, place);
        if (op == "daysBetween" || op == "ageAt" || op == "addWorkingDays") check_dates(op, arguments, place);
        if (op == "inPlace") check_place_answer(arguments, place);
    }

    // An answer used as a condition only says that there is one, which is not what anybody means.
    void check_operand(const json& rule, const Place& place) {
        const Question* question = question_of(rule);
        if (question != nullptr && question->kind != QuestionKind::yes_no)
            report(place,
                   "\"" + question->id + "\" stands alone as a condition: that only asks whether it was answered",
                   "Compare the answer with something.");
    }

    void walk(const json& rule, const Place& place) {
        if (rule.is_array())
            for (std::size_t i = 0; i < rule.size(); ++i) walk(rule[i], place / i);
        if (!rule.is_object() || rule.size() != 1) return;
        const std::string& op = rule.begin().key();
        if (op == "var" || is_list_operator(op)) return;
        const json& arguments = rule.begin().value();
        check_call(op, arguments, place / op);
        walk(arguments, place / op);
    }

    const Proof& proof_;
    const RuleStudy& study_;
    const Procedure& p_;
};

}  // namespace

void check_rule_types(const Proof& proof, const RuleStudy& study) {
    TypeCheck check{proof, study};
    for (std::uint32_t rule = 0; rule < proof.procedure.rules.size(); ++rule)
        check.check_whole(RuleId{rule}, place_of(proof.file, study.pointer(RuleId{rule})));
}

}  // namespace danloi
