// See json_part.hpp.
#include "core/json_part.hpp"

namespace danloi {

namespace {

const nlohmann::json nothing;

}  // namespace

const nlohmann::json& part(const nlohmann::json& whole, const char* key) {
    if (!whole.is_object()) return nothing;
    const auto found = whole.find(key);
    return found == whole.end() ? nothing : *found;
}

const nlohmann::json& item(const nlohmann::json& whole, std::size_t at) {
    return whole.is_array() && at < whole.size() ? whole[at] : nothing;
}

std::string word(const nlohmann::json& value) {
    const auto* text = value.get_ptr<const std::string*>();
    return text == nullptr ? std::string{} : *text;
}

std::int64_t whole_number(const nlohmann::json& value, std::int64_t otherwise) {
    return value.is_number_integer() ? value.get<std::int64_t>() : otherwise;
}

}  // namespace danloi
