// How JavaScript turns one kind of value into another: JsonLogic's operators are defined by it.
#pragma once
#include <string>

#include "core/value.hpp"

namespace danloi {

/// Number(value): "" and null are 0, a list goes by its text, anything else that is no number is NaN.
double to_number(const Value& value);

/// parseFloat(value): the number a text starts with, NaN when it starts with none (also for null and true).
double parse_float(const Value& value);

/// String(value); lists are joined by commas. Lists nested deeper than 64 levels count as empty.
std::string to_text(const Value& value);
/// The same with null and undefined as nothing, as when a list is joined.
std::string to_joined_text(const Value& value);

/// a == b and a === b. Two lists are equal only when they are the same list, as in JavaScript.
bool loosely_equal(const Value& a, const Value& b);
bool strictly_equal(const Value& a, const Value& b);

/// a < b and a <= b: two texts by their letters, anything else as numbers; false when either is no number.
bool is_less(const Value& a, const Value& b);
bool is_less_or_equal(const Value& a, const Value& b);

}  // namespace danloi
