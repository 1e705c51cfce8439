// Looking into JSON that need not be what it should be: what is missing or of another kind reads as nothing.
#pragma once
#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace danloi {

/// The member `key` of an object; null otherwise.
[[nodiscard]] const nlohmann::json& part(const nlohmann::json& whole, const char* key);
/// The element `at` of an array; null otherwise.
[[nodiscard]] const nlohmann::json& item(const nlohmann::json& whole, std::size_t at);
/// The text, or "".
[[nodiscard]] std::string word(const nlohmann::json& value);
/// The whole number, or `otherwise`.
[[nodiscard]] std::int64_t whole_number(const nlohmann::json& value, std::int64_t otherwise = 0);

}  // namespace danloi
