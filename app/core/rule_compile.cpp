// From JSON to the flat form. Strings that occur in rules become symbols, variable names become slot numbers.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/limits.hpp"
#include "core/number_text.hpp"
#include "core/rule.hpp"
#include "core/rule_operators.hpp"
#include "core/text.hpp"

namespace danloi {

using nlohmann::json;

namespace {

/// Objects with one member are logic; arrays may hold logic; everything else is data.
bool is_constant(const json& node) {
    if (node.is_array()) return std::all_of(node.begin(), node.end(), is_constant);
    return !node.is_object() || node.size() != 1;
}

bool is_list_operator(RuleOp op) { return op >= RuleOp::map && op <= RuleOp::some; }

/// A variable's path as JavaScript writes it: texts as they are, whole numbers in digits.
std::optional<std::string> path_text(const json& node) {
    if (node.is_string()) return node.get<std::string>();
    if (node.is_number_integer()) return number_text(node.get<double>());
    return std::nullopt;
}

std::string_view first_segment(std::string_view path) { return path.substr(0, path.find('.')); }

}  // namespace

/// Compiles one rule into a book; the first fault stops it.
class RuleCompiler {
public:
    RuleCompiler(RuleBook& book, Problems& problems) : book_(book), problems_(problems), nodes_before_(book.nodes_.size()) {}

    std::optional<RuleBook::Rule> run(const json& rule, const Place& place) {
        rule_.root = static_cast<std::uint32_t>(book_.nodes_.size());
        rule_.names_from = static_cast<std::uint32_t>(book_.read_.size());
        book_.nodes_.emplace_back();
        if (compile(rule_.root, rule, place)) return rule_;
        book_.nodes_.resize(nodes_before_);
        book_.read_.resize(rule_.names_from);
        return std::nullopt;
    }

private:
    bool fail(const Place& place, Words reason, Words remedy) {
        problems_.push_back(place.problem(std::move(reason), std::move(remedy)));
        return false;
    }

    /// Adds `count` nodes side by side; nullopt when the rule grows too large.
    std::optional<std::uint32_t> block(std::size_t count, const Place& place) {
        const std::size_t first = book_.nodes_.size();
        if (first - nodes_before_ + count > limits::rule_steps) {
            fail(place, sentence("the rule has more than ", limits::rule_steps, " parts"), "Split it into facts.");
            return std::nullopt;
        }
        book_.nodes_.resize(first + count);
        return static_cast<std::uint32_t>(first);
    }

    RuleNode& node(std::uint32_t index) { return book_.nodes_[index]; }

    void read_name(NameId id) {
        const auto from = book_.read_.begin() + static_cast<std::ptrdiff_t>(rule_.names_from);
        if (std::find(from, book_.read_.end(), id) != book_.read_.end()) return;
        book_.read_.push_back(id);
        ++rule_.names_count;
    }

    /// Interns a variable's name and notes that the rule reads it; nullopt with a problem when there are too many.
    std::optional<NameId> variable(std::string_view name, const Place& place) {
        const auto id = book_.names_.intern(name);
        if (id) read_name(*id);
        else fail(place, sentence("more than ", limits::names, " names in one definition"), "Split the definition.");
        return id;
    }

    Value constant_text(std::string_view text) {
        const auto id = book_.texts_.intern(text);
        if (!id) return Value::of(book_.constants_memory_.copy(text));
        Value value = Value::of(book_.texts_.name(*id));
        value.symbol = static_cast<std::uint16_t>(*id + 1);
        return value;
    }

    Value constant_value(const json& data) {
        if (data.is_string()) return constant_text(data.get_ref<const std::string&>());
        if (!data.is_array()) return value_from_json(data, book_.constants_memory_);
        const auto list = book_.constants_memory_.array<Value>(data.size());
        for (std::size_t i = 0; i < list.size(); ++i) list[i] = constant_value(data[i]);
        return Value::of(std::span<const Value>{list});
    }

    bool constant(std::uint32_t at, const json& data) {
        node(at) = {.op = RuleOp::constant, .first = static_cast<std::uint32_t>(book_.constants_.size())};
        book_.constants_.push_back(constant_value(data));
        return true;
    }

    bool compile(std::uint32_t at, const json& rule, const Place& place) {
        if (++depth_ > limits::depth) {
            return fail(place, sentence("the rule is nested deeper than ", limits::depth, " levels"), "Split it into facts.");
        }
        const bool done = is_constant(rule)  ? constant(at, rule)
                          : rule.is_array() ? arguments(at, RuleOp::list, rule, place)
                                            : operation(at, rule, place);
        --depth_;
        return done;
    }

    /// An operator whose arguments are compiled one by one.
    bool arguments(std::uint32_t at, RuleOp op, const json& list, const Place& place) {
        const auto first = block(list.size(), place);
        if (!first) return false;
        node(at) = {.op = op, .mode = mode(), .count = static_cast<std::uint16_t>(list.size()), .first = *first};
        for (std::size_t i = 0; i < list.size(); ++i) {
            const bool body = is_list_operator(op) && i == 1;
            if (body) ++scopes_;
            const bool done = compile(*first + static_cast<std::uint32_t>(i), list[i], place / i);
            if (body) --scopes_;
            if (!done) return false;
        }
        return true;
    }

    bool operation(std::uint32_t at, const json& rule, const Place& place) {
        const auto member = rule.begin();
        const Place inner = place / std::string_view{member.key()};
        const Operator* found = find_operator(member.key());
        if (found == nullptr) {
            return fail(inner, sentence("unknown operator ", Quoted{member.key()}), sentence("Use one of: ", terse ? std::string{} : operator_names(), "."));
        }
        // {"var": "x"} is short for {"var": ["x"]}
        const bool short_form = !member.value().is_array();
        const bool no_arguments = found->most == 0 && (member.value().is_null() || (member.value().is_object() && member.value().empty()));
        const json wrapped = short_form && !no_arguments ? json::array({member.value()}) : json::array();
        const json& list = short_form ? wrapped : member.value();
        if (list.size() < found->least || list.size() > found->most) {
            return fail(inner, sentence(Quoted{member.key()}, " takes ", found->least, " arguments, not ", list.size()), sentence("Give it ", found->least, "."));
        }
        const bool done = found->op == RuleOp::var ? var(at, list, inner) : arguments(at, found->op, list, inner);
        if (!done) return false;
        if (found->op == RuleOp::missing || found->op == RuleOp::missing_some) return note_missing(list, inner);
        specialise(at, found->op);
        return true;
    }

    bool var(std::uint32_t at, const json& list, const Place& place) {
        const auto path = list.empty() ? std::string{} : path_text(list[0]);
        const bool plain = path && !path->empty() && path->find('.') == path->npos && scopes_ == 0;
        if (plain && list.size() == 1) return slot(at, RuleOp::slot, *path, place);
        if (!arguments(at, RuleOp::var, list, place)) return false;
        if (list.empty() || scopes_ > 0) return true;
        if (plain) return slot(node(at).first, RuleOp::name, *path, place);
        if (!is_constant(list[0])) rule_.fixed = false;
        if (path && !path->empty()) return variable(first_segment(*path), place).has_value();
        return true;
    }

    bool slot(std::uint32_t at, RuleOp op, std::string_view name, const Place& place) {
        const auto id = variable(name, place);
        if (id) node(at) = {.op = op, .first = *id};
        return id.has_value();
    }

    /// Notes the names that `missing` and `missing_some` ask for, as far as they are written out.
    bool note_missing(const json& list, const Place& place) {
        if (scopes_ > 0) return true;
        for (const json& argument : list) {
            if (!is_constant(argument)) rule_.fixed = false;
            const json names = argument.is_array() ? argument : json::array({argument});
            for (const json& name : names) {
                if (name.is_string() && !variable(first_segment(name.get_ref<const std::string&>()), place)) return false;
            }
        }
        return true;
    }

    /// The commonest comparison, a variable with a constant text, gets a node of its own.
    void specialise(std::uint32_t at, RuleOp op) {
        const bool equal = op == RuleOp::equal || op == RuleOp::same;
        const bool unequal = op == RuleOp::unequal || op == RuleOp::not_same;
        if ((!equal && !unequal) || node(at).count != 2) return;
        RuleNode& left = node(node(at).first);
        RuleNode& right = node(node(at).first + 1);
        if (left.op == RuleOp::constant && right.op == RuleOp::slot) std::swap(left, right);
        if (left.op != RuleOp::slot || right.op != RuleOp::constant || !book_.constants_[right.first].is_text()) return;
        node(at).op = equal ? RuleOp::slot_is : RuleOp::slot_is_not;
        node(at).mode = op == RuleOp::same || op == RuleOp::not_same ? RuleNode::Mode::strict : RuleNode::Mode::plain;
    }

    [[nodiscard]] RuleNode::Mode mode() const { return scopes_ > 0 ? RuleNode::Mode::scoped : RuleNode::Mode::plain; }

    RuleBook& book_;
    Problems& problems_;
    std::size_t nodes_before_;
    RuleBook::Rule rule_;
    std::size_t depth_ = 0;
    int scopes_ = 0;  // list operators around the part being compiled
};

RuleBook::RuleBook() = default;

std::optional<RuleId> RuleBook::compile(const json& rule, const Place& place, Problems& problems) {
    const auto compiled = RuleCompiler{*this, problems}.run(rule, place);
    if (!compiled) return std::nullopt;
    rules_.push_back(*compiled);
    return RuleId{static_cast<std::uint32_t>(rules_.size() - 1)};
}

std::span<const NameId> RuleBook::names_read(RuleId rule) const {
    const Rule& one = rules_[rule.index];
    return std::span{read_}.subspan(one.names_from, one.names_count);
}

bool RuleBook::names_are_fixed(RuleId rule) const { return rules_[rule.index].fixed; }

Value RuleBook::symbol_for(std::string_view text) const {
    const auto id = texts_.find(text);
    if (!id) return Value::of(text);
    Value value = Value::of(texts_.name(*id));
    value.symbol = static_cast<std::uint16_t>(*id + 1);
    return value;
}

}  // namespace danloi
