// Running rules: the operators on lists.
#include <cmath>

#include "core/rule_coerce.hpp"
#include "core/rule_run.hpp"

namespace danloi {
namespace {

Value list_value(std::span<const Value> elements, Value::Doubt doubt) {
    Value value = Value::of(elements);
    value.doubt = doubt;
    return value;
}

}  // namespace

Value RuleRun::build_list(const RuleNode& node) {
    const auto list = arena_.array<Value>(node.count);
    Doubt doubt = Doubt::none;
    for (std::uint32_t i = 0; i < node.count; ++i) {
        list[i] = arg(node, i);
        if (list[i].type == Value::Type::undefined) list[i].type = Value::Type::null;
        if (list[i].doubt != Doubt::none) doubt = Doubt::value;  // how many there are is certain, so its truth is
    }
    return list_value(list, doubt);
}

Value RuleRun::with_element(const RuleNode& node, const Value& element) {
    const Value* const outer = scope_;
    scope_ = &element;
    const Value result = arg(node, 1);
    scope_ = outer;
    return result;
}

Value RuleRun::map(const RuleNode& node) {
    const Value list = arg(node, 0);
    if (!charge(list.list().size())) return {};
    const auto mapped = arena_.array<Value>(list.list().size());
    Doubt doubt = list.doubt;
    for (std::size_t i = 0; i < mapped.size() && !failed_; ++i) {
        mapped[i] = with_element(node, list.elements[i]);
        if (mapped[i].doubt != Doubt::none) doubt = stronger(doubt, Doubt::value);
    }
    return failed_ ? Value{} : list_value(mapped, doubt);
}

Value RuleRun::filter(const RuleNode& node) {
    const Value list = arg(node, 0);
    if (!charge(list.list().size())) return {};
    const auto kept = arena_.array<Value>(list.list().size());
    Doubt doubt = list.doubt == Doubt::none ? Doubt::none : Doubt::truth;
    std::size_t count = 0;
    for (const Value& element : list.list()) {
        const Value keep = with_element(node, element);
        if (failed_) return {};
        if (keep.doubt == Doubt::truth) doubt = Doubt::truth;
        if (truthy(keep)) kept[count++] = element;
    }
    return list_value(kept.first(count), doubt);
}

Value RuleRun::reduce(const RuleNode& node) {
    const Value list = arg(node, 0);
    Value total = node.count > 2 ? arg(node, 2) : Value{};
    for (const Value& element : list.list()) {
        const auto members = arena_.array<Member>(2);
        members[0] = {"accumulator", total};
        members[1] = {"current", element};
        total = with_element(node, Value::of(std::span<const Member>{members}));
        if (failed_ || !charge(0)) return {};
    }
    return derived(total, stronger(list.doubt, total.doubt));
}

/// all, none, some: the first element that decides ends the search, unless it hangs on an open answer.
Value RuleRun::quantify(const RuleNode& node) {
    const Value list = arg(node, 0);
    // Elements written out in the rule carry their own doubt; of any other list it is unknown what it will hold.
    const Doubt list_doubt = is_literal_list(node, 0) ? Doubt::none : list.doubt;
    const bool all = node.op == RuleOp::all;
    const bool decided = node.op == RuleOp::some;  // what a deciding element makes the result
    bool open = list_doubt != Doubt::none;
    bool hit = all && list.list().empty();  // "all of nothing" is false in JsonLogic
    for (const Value& element : list.list()) {
        const Value value = with_element(node, element);
        if (failed_) return {};
        if (truthy(value) == all && value.doubt != Doubt::truth) continue;
        const bool sure = value.doubt != Doubt::truth;
        if (sure && list_doubt == Doubt::none) return Value::of(decided);
        open = open || !sure;
        hit = hit || truthy(value) != all;
    }
    return derived(Value::of(hit ? decided : !decided), open ? Doubt::truth : Doubt::none);
}

Value RuleRun::merge(const RuleNode& node) {
    const auto parts = arena_.array<Value>(node.count);
    std::size_t size = 0;
    Doubt doubt = Doubt::none;
    for (std::uint32_t i = 0; i < node.count; ++i) {
        parts[i] = arg(node, i);
        size += parts[i].is_list() ? parts[i].size : 1;
        doubt = stronger(doubt, parts[i].doubt);
    }
    if (!charge(size)) return {};
    const auto merged = arena_.array<Value>(size);
    std::size_t at = 0;
    for (const Value& part : parts) {
        if (!part.is_list()) merged[at++] = part;
        for (const Value& element : part.list()) merged[at++] = element;
    }
    return list_value(merged, doubt);
}

Value RuleRun::in(const RuleNode& node) {
    const Value needle = operand(node, 0);
    const Value hay = arg(node, 1);
    const Doubt doubt = stronger(needle.doubt, hay.doubt);
    if (!charge(hay.size)) return {};
    if (hay.is_text()) {
        const std::string sought = to_text(needle);
        return derived(Value::of(hay.size > 0 && hay.text().find(sought) != hay.text().npos), doubt);
    }
    for (const Value& element : hay.list()) {
        if (!strictly_equal(element, needle)) continue;
        const bool sure = is_literal_list(node, 1) && needle.doubt == Doubt::none && element.doubt == Doubt::none;
        return derived(Value::of(true), sure ? Doubt::none : doubt);
    }
    return derived(Value::of(false), doubt);
}

Value RuleRun::missing(const RuleNode& node) {
    const auto names = arena_.array<Value>(node.count);
    Doubt doubt = Doubt::none;
    for (std::uint32_t i = 0; i < node.count; ++i) {
        names[i] = arg(node, i);
        doubt = stronger(doubt, names[i].doubt);
    }
    const bool given_as_list = !names.empty() && names[0].is_list();
    const Missing found = missing_of(given_as_list ? names[0].list() : names, node.mode == RuleNode::Mode::scoped);
    const bool surely_some = found.list.size > found.open;
    if (found.open > 0) doubt = stronger(doubt, surely_some ? Doubt::value : Doubt::truth);
    return list_value(found.list.list(), doubt);
}

Value RuleRun::missing_some(const RuleNode& node) {
    const Value need = arg(node, 0);
    const Value options = arg(node, 1);
    const auto names = options.is_list() ? options.list() : std::span{&options, 1};
    const Missing found = missing_of(names, node.mode == RuleNode::Mode::scoped);
    const double wanted = to_number(need);
    const Doubt doubt = derived({}, stronger(need.doubt, options.doubt)).doubt;
    const auto present = static_cast<double>(found.present);
    if (present >= wanted) return list_value(arena_.array<Value>(0), doubt);
    const bool enough = static_cast<double>(names.size() - found.list.size) >= wanted;
    const bool possible = present + static_cast<double>(found.open) >= wanted;
    const Doubt open = possible ? Doubt::truth : found.open > 0 ? Doubt::value : Doubt::none;
    return list_value(enough ? found.list.list().first(0) : found.list.list(), stronger(doubt, open));
}

RuleRun::Missing RuleRun::missing_of(std::span<const Value> names, bool scoped) {
    Missing found;
    if (!charge(names.size() * 16)) return found;
    const auto list = arena_.array<Value>(names.size());
    std::size_t count = 0;
    for (const Value& name : names) {
        const Value value = look_up(name, scoped).value;
        const bool open = value.doubt != Doubt::none;
        const bool gone = value.is_null() || (value.is_text() && value.size == 0);
        found.open += open ? 1 : 0;
        found.present += !open && !gone ? 1 : 0;
        if (gone) list[count++] = name;
    }
    found.list = Value::of(std::span<const Value>{list.first(count)});
    return found;
}

}  // namespace danloi
