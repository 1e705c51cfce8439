// The operators by the names they have in content.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "core/rule_node.hpp"

namespace danloi {

/// An operator and how many arguments it takes. JsonLogic's own take any number, as in JavaScript.
struct Operator {
    std::string_view name;
    RuleOp op = RuleOp::undefined;
    std::uint16_t least = 0;
    std::uint16_t most = 0xFFFF;
};

/// nullptr when there is no such operator.
const Operator* find_operator(std::string_view name);
/// All names, for messages: "!, !!, %, ...".
std::string operator_names();

}  // namespace danloi
