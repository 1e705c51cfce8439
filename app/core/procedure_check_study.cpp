// Studying the rules of a definition.
#include "core/procedure_check_study.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace danloi {

namespace {

using nlohmann::json;

template <std::size_t N>
bool is_one_of(std::string_view op, const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), op) != list.end();
}

constexpr std::array<std::string_view, 15> flag_operators{
    "==", "===", "!=", "!==", "<", "<=", ">", ">=", "!", "!!", "in", "inPlace", "all", "some", "none"};
constexpr std::array<std::string_view, 9> number_operators{"daysBetween", "ageAt", "+",   "-",  "*",
                                                           "/",           "%",     "min", "max"};
constexpr std::array<std::string_view, 3> date_operators{"today", "date", "addWorkingDays"};
constexpr std::array<std::string_view, 5> list_results{"map", "filter", "merge", "missing", "missing_some"};
constexpr std::array<std::string_view, 6> element_operators{"map", "filter", "reduce", "all", "some", "none"};

RuleKind joined(RuleKind a, RuleKind b) {
    if (a == RuleKind::nothing) return b;
    if (b == RuleKind::nothing || a == b) return a;
    return RuleKind::mixed;
}

RuleKind kind_of_question(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::choice: return RuleKind::choice;
        case QuestionKind::many: return RuleKind::list;
        case QuestionKind::yes_no: return RuleKind::flag;
        case QuestionKind::date: return RuleKind::date;
        case QuestionKind::number: return RuleKind::number;
        case QuestionKind::text: return RuleKind::text;
        case QuestionKind::place: return RuleKind::place;
    }
    return RuleKind::mixed;
}

RuleKind kind_of_literal(const json& rule) {
    if (rule.is_null()) return RuleKind::nothing;
    if (rule.is_boolean()) return RuleKind::flag;
    if (rule.is_number()) return RuleKind::number;
    if (rule.is_string()) return parse_iso(rule.get_ref<const std::string&>()) ? RuleKind::date : RuleKind::choice;
    return rule.is_array() ? RuleKind::list : RuleKind::mixed;
}

void collect(const json& rule, Thresholds& out) {
    if (rule.is_number()) return out.numbers.push_back(rule.get<double>());
    if (rule.is_string()) {
        if (const auto day = parse_iso(rule.get_ref<const std::string&>())) out.dates.push_back(*day);
        return;
    }
    if (rule.is_object() && rule.size() == 1) {
        const std::string& op = rule.begin().key();
        if (op == "daysBetween" || op == "addWorkingDays") out.counts_days = true;
        if (op == "ageAt") out.counts_years = true;
    }
    if (rule.is_structured())
        for (const json& inner : rule) collect(inner, out);
}

}  // namespace

const char* name_of(RuleKind kind) {
    switch (kind) {
        case RuleKind::nothing: return "nothing";
        case RuleKind::flag: return "yes or no";
        case RuleKind::choice: return "a choice";
        case RuleKind::number: return "a number";
        case RuleKind::date: return "a day";
        case RuleKind::text: return "a text";
        case RuleKind::list: return "a list";
        case RuleKind::place: return "a place";
        case RuleKind::mixed: break;
    }
    return "different kinds of values";
}

bool is_list_operator(const std::string& op) { return is_one_of(op, element_operators); }

std::optional<NameId> plain_variable(const Procedure& procedure, const json& rule) {
    if (!rule.is_object() || rule.size() != 1 || rule.begin().key() != "var") return std::nullopt;
    const json* name = &rule.begin().value();
    if (name->is_array() && !name->empty()) name = &name->front();
    if (!name->is_string()) return std::nullopt;
    return procedure.rules.names().find(name->get_ref<const std::string&>());
}

RuleStudy::RuleStudy(const Procedure& procedure) : p_(procedure) {
    for (const RuleSource& source : p_.rule_sources) {
        json_.push_back(json::parse(source.json, nullptr, false));
        pointers_.push_back(source.pointer);
    }
    json_.resize(p_.rules.size());
    pointers_.resize(p_.rules.size());
    for (const Fact& fact : p_.facts) fact_kinds_.push_back(kind(json_of(fact.rule)));
    for (std::uint32_t i = 0; i < p_.rules.size(); ++i) hangs_on_.push_back(questions_behind(RuleId{i}));
}

// Facts read only earlier facts, so walking them backwards sees each once.
std::vector<bool> RuleStudy::questions_behind(RuleId rule) const {
    const std::size_t questions = p_.questions.size();
    std::vector<bool> names(questions + p_.facts.size(), false);
    const auto mark = [&](RuleId read) {
        for (const NameId name : p_.rules.names_read(read)) names[name] = true;
    };
    mark(rule);
    for (std::size_t fact = p_.facts.size(); fact-- > 0;)
        if (names[questions + fact]) mark(p_.facts[fact].rule);
    names.resize(questions);
    return names;
}

RuleKind RuleStudy::kind_of_name(NameId name) const {
    if (name < p_.questions.size()) return kind_of_question(p_.questions[name].kind);
    const std::size_t fact = name - p_.questions.size();
    return fact < fact_kinds_.size() ? fact_kinds_[fact] : RuleKind::mixed;
}

RuleKind RuleStudy::kind_of_call(const std::string& op, const json& arguments) const {
    if (is_one_of(op, flag_operators)) return RuleKind::flag;
    if (is_one_of(op, number_operators)) return RuleKind::number;
    if (is_one_of(op, date_operators)) return RuleKind::date;
    if (is_one_of(op, list_results)) return RuleKind::list;
    if (op == "cat" || op == "substr") return RuleKind::text;
    if (op != "if" && op != "?:" && op != "and" && op != "or") return RuleKind::mixed;
    if (!arguments.is_array()) return kind(arguments);
    const bool branches = op == "if" || op == "?:";
    RuleKind result = RuleKind::nothing;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        if (!branches || i % 2 == 1 || i + 1 == arguments.size()) result = joined(result, kind(arguments[i]));
    return result;
}

RuleKind RuleStudy::kind(const json& rule) const {
    if (!rule.is_object() || rule.size() != 1) return kind_of_literal(rule);
    if (const auto name = plain_variable(p_, rule)) return kind_of_name(*name);
    return kind_of_call(rule.begin().key(), rule.begin().value());
}

bool RuleStudy::reads_personal(RuleId rule) const {
    for (std::size_t q = 0; q < p_.questions.size(); ++q)
        if (p_.questions[q].personal && reads(rule, q)) return true;
    return false;
}

bool RuleStudy::is_read(std::size_t question) const {
    return std::any_of(hangs_on_.begin(), hangs_on_.end(), [&](const auto& questions) { return questions[question]; });
}

bool RuleStudy::sees_value_of(RuleId rule, std::size_t question) const {
    for (const NameId name : p_.rules.names_read(rule)) {
        if (name == question) return true;
        if (name < p_.questions.size()) continue;
        const RuleKind kind = kind_of_name(name);
        const bool hides = kind == RuleKind::flag || kind == RuleKind::choice;
        if (!hides && reads(p_.facts[name - p_.questions.size()].rule, question)) return true;
    }
    return false;
}

Thresholds RuleStudy::thresholds(std::size_t question) const {
    Thresholds out;
    for (std::uint32_t i = 0; i < p_.rules.size(); ++i)
        if (sees_value_of(RuleId{i}, question)) collect(json_[i], out);
    std::sort(out.numbers.begin(), out.numbers.end());
    out.numbers.erase(std::unique(out.numbers.begin(), out.numbers.end()), out.numbers.end());
    std::sort(out.dates.begin(), out.dates.end());
    out.dates.erase(std::unique(out.dates.begin(), out.dates.end()), out.dates.end());
    return out;
}

}  // namespace danloi
