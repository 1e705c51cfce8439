#include "core/value.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

namespace danloi {
namespace {

using nlohmann::json;

constexpr std::size_t first_block = 4096;
constexpr std::size_t alignment = alignof(std::max_align_t);
constexpr int deepest = 64;  // deeper values only arise from rules that nest lists on purpose

std::span<Member> members_from_json(const json& object, Arena& arena, int depth);

Value from_json(const json& node, Arena& arena, int depth) {
    if (depth > deepest) return {};
    switch (node.type()) {
        case json::value_t::boolean: return Value::of(node.get<bool>());
        case json::value_t::number_integer:
        case json::value_t::number_unsigned:
        case json::value_t::number_float: return Value::of(node.get<double>());
        case json::value_t::string: return Value::of(arena.copy(node.get_ref<const std::string&>()));
        case json::value_t::array: {
            const auto list = arena.array<Value>(node.size());
            for (std::size_t i = 0; i < list.size(); ++i) list[i] = from_json(node[i], arena, depth + 1);
            return Value::of(std::span<const Value>{list});
        }
        case json::value_t::object: return Value::of(std::span<const Member>{members_from_json(node, arena, depth)});
        default: return {};
    }
}

std::span<Member> members_from_json(const json& object, Arena& arena, int depth) {
    const auto members = arena.array<Member>(object.size());
    auto next = members.begin();
    for (const auto& [key, value] : object.items()) *next++ = {arena.copy(key), from_json(value, arena, depth + 1)};
    return members;
}

json number_to_json(double number) {
    constexpr double exact = 9'007'199'254'740'992.0;  // 2^53: beyond it, integers have gaps
    if (!std::isfinite(number)) return nullptr;
    if (std::trunc(number) == number && std::abs(number) <= exact) return static_cast<std::int64_t>(number);
    return number;
}

json to_json(const Value& value, int depth) {
    if (depth > deepest) return nullptr;
    switch (value.type) {
        case Value::Type::boolean: return value.boolean;
        case Value::Type::number: return number_to_json(value.number);
        case Value::Type::text: return std::string{value.text()};
        case Value::Type::list: {
            json list = json::array();
            for (const Value& element : value.list()) list.push_back(to_json(element, depth + 1));
            return list;
        }
        case Value::Type::object: {
            json object = json::object();
            for (const Member& member : value.object()) object[std::string{member.key}] = to_json(member.value, depth + 1);
            return object;
        }
        default: return nullptr;
    }
}

bool same(const Value& a, const Value& b, int depth) {
    if (depth > deepest) return false;
    if (a.is_null() && b.is_null()) return true;
    if (a.type != b.type) return false;
    const auto same_element = [&](const Value& x, const Value& y) { return same(x, y, depth + 1); };
    const auto same_member = [&](const Member& x, const Member& y) { return x.key == y.key && same(x.value, y.value, depth + 1); };
    switch (a.type) {
        case Value::Type::boolean: return a.boolean == b.boolean;
        case Value::Type::number: return a.number == b.number || (std::isnan(a.number) && std::isnan(b.number));
        case Value::Type::text: return a.text() == b.text();
        case Value::Type::list: return std::equal(a.list().begin(), a.list().end(), b.list().begin(), b.list().end(), same_element);
        case Value::Type::object:
            return std::equal(a.object().begin(), a.object().end(), b.object().begin(), b.object().end(), same_member);
        default: return true;
    }
}

}  // namespace

void* Arena::take(std::size_t bytes) {
    const std::size_t wanted = (std::max<std::size_t>(bytes, 1) + alignment - 1) / alignment * alignment;
    if (blocks_.empty() || at_ + wanted > blocks_.back().size) {
        const std::size_t grown = blocks_.empty() ? first_block : blocks_.back().size * 2;
        const std::size_t size = std::max(grown, wanted);
        blocks_.push_back({std::make_unique<std::byte[]>(size), size});
        at_ = 0;
    }
    void* const memory = blocks_.back().bytes.get() + at_;
    at_ += wanted;
    used_ += wanted;
    return memory;
}

std::string_view Arena::copy(std::string_view text) {
    auto* const letters = static_cast<char*>(take(text.size()));
    if (!text.empty()) std::memcpy(letters, text.data(), text.size());
    return {letters, text.size()};
}

void Arena::reset() {
    if (blocks_.size() > 1) blocks_.erase(blocks_.begin(), blocks_.end() - 1);
    at_ = 0;
    used_ = 0;
}

Value value_from_json(const json& node, Arena& arena) { return from_json(node, arena, 0); }
json value_to_json(const Value& value) { return to_json(value, 0); }
bool same_value(const Value& a, const Value& b) { return same(a, b, 0); }

}  // namespace danloi
