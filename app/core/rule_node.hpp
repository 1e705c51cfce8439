// The flat form of a rule: eight bytes a node, a node's arguments side by side.
#pragma once
#include <cstdint>

namespace danloi {

enum class RuleOp : std::uint8_t {
    constant,    // first = index of the constant
    undefined,   // an argument that was not given
    slot,        // first = NameId: a plain variable outside any list operator
    name,        // first = NameId: the plain name of a var that has a default
    slot_is,     // first = index of two nodes (slot, constant text): equal; the commonest rule of all
    slot_is_not,
    list,        // builds a list from its arguments
    // JsonLogic
    var, missing, missing_some, if_, equal, same, unequal, not_same, not_, truth, or_, and_,
    greater, greater_equal, less, less_equal, max, min, add, subtract, multiply, divide, modulo,
    map, filter, reduce, all, none, some, merge, in, cat, substr, log,
    // named
    today, date, days_between, add_working_days, age_at, in_place
};

struct RuleNode {
    enum class Mode : std::uint8_t {
        plain,
        scoped,  // var, missing, missing_some inside a list operator: names mean the element's members
        strict   // slot_is, slot_is_not: no coercion
    };
    RuleOp op = RuleOp::undefined;
    Mode mode = Mode::plain;
    std::uint16_t count = 0;  // arguments
    std::uint32_t first = 0;  // index of the first argument, or as said at the operator
};
static_assert(sizeof(RuleNode) == 8);

}  // namespace danloi
