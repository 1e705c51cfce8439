// Running rules: variables, and/or/not, if, comparisons.
#include "core/rule_run.hpp"

#include <cmath>

#include "core/rule_coerce.hpp"

namespace danloi {
namespace {

constexpr std::size_t most_memory = std::size_t{4} << 20;  // temporaries of one run, in bytes

constexpr std::size_t short_text = 64;                      // bytes that are handled within one step

/// Bytes and elements to be looked at; counting stops at `most`.
std::size_t weight_of(const Value& value, std::size_t most, int depth) {
    std::size_t weight = value.size;
    if (!value.is_list() || depth > 64) return weight;
    for (const Value& element : value.list()) {
        if (weight > most) break;
        weight += weight_of(element, most, depth + 1);
    }
    return weight;
}

/// The member of an object, element of a list, or "length"; nullptr-like when there is none.
std::optional<Value> member_of(const Value& whole, std::string_view name) {
    if (whole.type == Value::Type::object) {
        for (const Member& member : whole.object()) {
            if (member.key == name) return member.value;
        }
        return std::nullopt;
    }
    if (!whole.is_list()) return std::nullopt;
    if (name == "length") return Value::of(static_cast<double>(whole.size));
    std::size_t index = 0;
    if (name.empty() || name.size() > 9 || (name.size() > 1 && name[0] == '0')) return std::nullopt;
    for (const char letter : name) {
        if (letter < '0' || letter > '9') return std::nullopt;
        index = index * 10 + static_cast<std::size_t>(letter - '0');
    }
    if (index >= whole.size) return std::nullopt;
    return whole.elements[index];
}

}  // namespace

bool truthy(const Value& value) {
    switch (value.type) {
        case Value::Type::boolean: return value.boolean;
        case Value::Type::number: return value.number != 0 && !std::isnan(value.number);
        case Value::Type::text:
        case Value::Type::list: return value.size > 0;
        case Value::Type::object: return true;
        default: return false;
    }
}

Value RuleRun::fail() {
    failed_ = true;
    steps_ = limits::rule_steps;
    return {};
}

bool RuleRun::charge(std::size_t work) {
    steps_ += work / 16;
    if (steps_ <= limits::rule_steps && arena_.used() - arena_before_ <= most_memory) return true;
    fail();
    return false;
}

Value RuleRun::operate(const RuleNode& node) {
    switch (node.op) {
        case RuleOp::constant: return constants_[node.first];
        case RuleOp::undefined: return undefined();
        case RuleOp::slot:
        case RuleOp::name: return look_at(static_cast<NameId>(node.first));
        case RuleOp::slot_is:
        case RuleOp::slot_is_not: return slot_is(node);
        case RuleOp::list: return build_list(node);
        case RuleOp::var: return var(node);
        case RuleOp::missing: return missing(node);
        case RuleOp::missing_some: return missing_some(node);
        case RuleOp::if_: return choose(node);
        case RuleOp::equal:
        case RuleOp::same:
        case RuleOp::unequal:
        case RuleOp::not_same: return compare(node);
        case RuleOp::not_:
        case RuleOp::truth: return negate(node);
        case RuleOp::or_: return any_of(node);
        case RuleOp::and_: return all_of(node);
        case RuleOp::greater:
        case RuleOp::greater_equal:
        case RuleOp::less:
        case RuleOp::less_equal: return ordered(node);
        case RuleOp::max:
        case RuleOp::min: return extreme(node);
        case RuleOp::add:
        case RuleOp::subtract:
        case RuleOp::multiply:
        case RuleOp::divide:
        case RuleOp::modulo: return arithmetic(node);
        case RuleOp::map: return map(node);
        case RuleOp::filter: return filter(node);
        case RuleOp::reduce: return reduce(node);
        case RuleOp::all:
        case RuleOp::none:
        case RuleOp::some: return quantify(node);
        case RuleOp::merge: return merge(node);
        case RuleOp::in: return in(node);
        case RuleOp::cat: return cat(node);
        case RuleOp::substr: return substr(node);
        case RuleOp::log: return arg(node, 0);  // the core has nowhere to write to
        case RuleOp::today:
        case RuleOp::date:
        case RuleOp::days_between:
        case RuleOp::age_at: return named(node);
        case RuleOp::add_working_days: return add_working_days(node);
        case RuleOp::in_place: return in_place(node);
    }
    return undefined();
}

Value RuleRun::negate(const RuleNode& node) {
    const Value value = arg(node, 0);
    Value result = Value::of(truthy(value) == (node.op == RuleOp::truth));
    result.doubt = value.doubt == Doubt::truth ? Doubt::truth : Doubt::none;
    return result;
}

Value RuleRun::operand(const RuleNode& node, std::uint32_t index) {
    const Value value = arg(node, index);
    if (value.is_list() || value.size > short_text) charge(weight_of(value, limits::rule_steps * 16, 0));
    return value;
}

Value RuleRun::look_at(NameId id) const {
    if (input_.data != nullptr) return member_of(*input_.data, names_.name(id)).value_or(Value{});
    if (id >= input_.slots.size()) return {};
    const Slot& slot = input_.slots[id];
    if (slot.known == Slot::Known::absent) return {};
    return slot.known == Slot::Known::open ? derived(slot.value, Doubt::truth) : slot.value;
}

Value RuleRun::slot_is(const RuleNode& node) const {
    const Value value = look_at(static_cast<NameId>(nodes_[node.first].first));
    const Value& wanted = constants_[nodes_[node.first + 1].first];
    const bool strict = value.is_text() || node.mode == RuleNode::Mode::strict;
    const bool equal = strict ? strictly_equal(value, wanted) : loosely_equal(value, wanted);
    return derived(Value::of(equal == (node.op == RuleOp::slot_is)), value.doubt);
}

Value RuleRun::var(const RuleNode& node) {
    const bool scoped = node.mode == RuleNode::Mode::scoped;
    if (node.count > 0 && nodes_[node.first].op == RuleOp::name) {
        const auto id = static_cast<NameId>(nodes_[node.first].first);
        const Found found = first_step(names_.name(id), false);
        return found.found ? found.value : derived(arg(node, 1), found.value.doubt);
    }
    const Value path = arg(node, 0);
    const Found found = look_up(path, scoped);
    const Doubt doubt = stronger(path.doubt, found.value.doubt);
    if (found.found) return derived(found.value, doubt);
    Value fallback = node.count > 1 ? arg(node, 1) : Value{};
    return derived(fallback, stronger(doubt, fallback.doubt));
}

/// The first name of a path: a member of the element, of the data, or a slot.
RuleRun::Found RuleRun::first_step(std::string_view name, bool scoped) const {
    const Value* whole = scoped ? scope_ : input_.data;
    if (whole != nullptr) {
        auto member = member_of(*whole, name);
        if (!member) return {derived(Value{}, whole->doubt), false};
        return {derived(*member, stronger(member->doubt, whole->doubt)), true};
    }
    const auto id = names_.find(name);
    if (!id || *id >= input_.slots.size()) return {};
    const Slot& slot = input_.slots[*id];
    if (slot.known == Slot::Known::absent) return {};
    if (slot.known == Slot::Known::open) return {derived(slot.value, Doubt::truth), !slot.value.is_null()};
    return {slot.value, true};
}

RuleRun::Found RuleRun::look_up(const Value& path, bool scoped) {
    const bool whole = path.is_null() || (path.is_text() && path.size == 0);
    if (whole) {
        const Value* root = scoped ? scope_ : input_.data;
        return {root != nullptr ? *root : Value{}, true};
    }
    const std::string written = path.is_text() ? std::string{} : to_text(path);
    std::string_view rest = path.is_text() ? path.text() : std::string_view{written};
    if (!charge(rest.size())) return {};
    std::size_t dot = rest.find('.');
    Found found = first_step(rest.substr(0, dot), scoped);
    while (dot != rest.npos && found.found) {
        rest.remove_prefix(dot + 1);
        dot = rest.find('.');
        const Doubt doubt = found.value.doubt;
        const auto member = member_of(found.value, rest.substr(0, dot));
        found = {member ? derived(*member, stronger(doubt, member->doubt)) : derived(Value{}, doubt), member.has_value()};
    }
    return found;
}

Value RuleRun::all_of(const RuleNode& node) {
    Value plain = arg(node, 0);
    bool open = plain.doubt == Doubt::truth;
    bool stopped = !truthy(plain);
    if (stopped && !open) return plain;
    for (std::uint32_t i = 1; i < node.count; ++i) {
        const Value value = arg(node, i);
        const bool sure = value.doubt != Doubt::truth;
        if (sure && !truthy(value)) {
            Value result = value;
            if (open && value.type != Value::Type::boolean) result.doubt = Doubt::value;
            return result;
        }
        open = open || !sure;
        if (!stopped) plain = value;
        stopped = stopped || !truthy(value);
    }
    if (open) plain.doubt = Doubt::truth;
    return plain;
}

Value RuleRun::any_of(const RuleNode& node) {
    Value plain = arg(node, 0);
    bool open = plain.doubt == Doubt::truth;
    bool stopped = truthy(plain);
    if (stopped && !open) return plain;
    for (std::uint32_t i = 1; i < node.count; ++i) {
        const Value value = arg(node, i);
        const bool sure = value.doubt != Doubt::truth;
        if (sure && truthy(value)) {
            Value result = value;
            if (open && value.type != Value::Type::boolean) result.doubt = Doubt::value;
            return result;
        }
        open = open || !sure;
        if (!stopped) plain = value;
        stopped = stopped || truthy(value);
    }
    if (open) plain.doubt = Doubt::truth;
    return plain;
}

namespace {

/// The branches an "if" may still take: certain only when all of them come to the same.
class Branches {
public:
    void add(const Value& value, bool taken) {
        if (!any_) first_ = value;
        else same_ = same_ && same_value(first_, value);
        truth_ = truth_ && value.doubt != Value::Doubt::truth && truthy(value) == truthy(first_);
        sure_ = sure_ && value.doubt == Value::Doubt::none;
        if (taken && !has_plain_) plain_ = value;
        has_plain_ = has_plain_ || taken;
        any_ = true;
    }
    [[nodiscard]] Value result() const {
        Value value = plain_;
        value.doubt = sure_ && same_ ? Value::Doubt::none : truth_ ? Value::Doubt::value : Value::Doubt::truth;
        return value;
    }

private:
    Value first_, plain_;
    bool any_ = false, has_plain_ = false, same_ = true, sure_ = true, truth_ = true;
};

}  // namespace

Value RuleRun::choose(const RuleNode& node) {
    Branches branches;
    bool open = false;
    for (std::uint32_t i = 0; i + 1 < node.count; i += 2) {
        const Value condition = arg(node, i);
        const bool holds = truthy(condition);
        const bool sure = condition.doubt != Doubt::truth;
        if (sure && !holds) continue;
        const Value branch = arg(node, i + 1);
        if (sure && !open) return branch;
        branches.add(branch, holds);
        if (sure) return branches.result();
        open = true;
    }
    const Value otherwise = node.count % 2 == 1 ? arg(node, node.count - 1U) : Value{};
    if (!open) return otherwise;
    branches.add(otherwise, true);
    return branches.result();
}

Value RuleRun::compare(const RuleNode& node) {
    const Value a = operand(node, 0);
    const Value b = operand(node, 1);
    const bool strict = node.op == RuleOp::same || node.op == RuleOp::not_same;
    const bool wanted = node.op == RuleOp::same || node.op == RuleOp::equal;
    const bool equal = strict ? strictly_equal(a, b) : loosely_equal(a, b);
    return derived(Value::of(equal == wanted), stronger(a.doubt, b.doubt));
}

Value RuleRun::ordered(const RuleNode& node) {
    const Value a = operand(node, 0);
    const Value b = operand(node, 1);
    Doubt doubt = stronger(a.doubt, b.doubt);
    if (node.op == RuleOp::greater) return derived(Value::of(is_less(b, a)), doubt);
    if (node.op == RuleOp::greater_equal) return derived(Value::of(is_less_or_equal(b, a)), doubt);
    const auto before = node.op == RuleOp::less ? is_less : is_less_or_equal;
    bool holds = before(a, b);
    if (node.count > 2) {
        const Value c = operand(node, 2);
        doubt = stronger(doubt, c.doubt);
        holds = holds && (c.type == Value::Type::undefined || before(b, c));
    }
    return derived(Value::of(holds), doubt);
}

RuleResult evaluate(const RuleBook& book, RuleId rule, const RuleInput& input, Arena& arena) {
    RuleRun run{book, input, arena};
    Value value = run.eval(book.rules_[rule.index].root);
    if (run.failed()) return {.value = {}, .certain = false, .truth_certain = false, .failed = true};
    RuleResult result;
    result.certain = value.doubt == Value::Doubt::none;
    result.truth_certain = value.doubt != Value::Doubt::truth;
    const bool no_number = value.is_number() && !std::isfinite(value.number);
    value.doubt = Value::Doubt::none;
    result.value = no_number || value.is_null() ? Value{} : value;
    return result;
}

}  // namespace danloi
