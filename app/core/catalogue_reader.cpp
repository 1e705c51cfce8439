// See catalogue_reader.hpp.
#include "core/catalogue_reader.hpp"

#include "core/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace danloi {

using nlohmann::json;

ObjectReader::ObjectReader(const json& value, Place place, Problems& problems)
    : place_(std::move(place)), problems_(problems), problems_before_(problems.size()) {
    if (value.is_object()) object_ = &value;
    else report(place_, "expected an object", "write { } here with the named keys");
}

void ObjectReader::report(const Place& place, Words reason, Words remedy) {
    problems_.push_back(place.problem(std::move(reason), std::move(remedy)));
}

const json* ObjectReader::member(std::string_view key, Need need) {
    if (object_ == nullptr) return nullptr;
    asked_.emplace_back(key);
    const auto at = object_->find(std::string(key));
    if (at != object_->end()) return &*at;
    if (need == Need::required) report(place_, "\"" + std::string(key) + "\" is missing", "add it");
    return nullptr;
}

const json* ObjectReader::array(std::string_view key, Need need) {
    const json* value = member(key, need);
    if (value == nullptr || value->is_array()) return value;
    report(place_ / key, "expected an array", "write [ ] around the values");
    return nullptr;
}

const json* ObjectReader::object(std::string_view key, Need need) {
    const json* value = member(key, need);
    if (value == nullptr || value->is_object()) return value;
    report(place_ / key, "expected an object", "write { } with the named keys");
    return nullptr;
}

std::string ObjectReader::checked_text(const json& value, const Place& place) {
    if (!value.is_string()) {
        report(place, "expected text", "write the value in double quotes");
        return {};
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text.empty()) report(place, "the text is empty", "write the text or leave the key out");
    else if (!is_nfc(text)) report(place, "the text is not in composed form (NFC)", "save the file in NFC");
    return text;
}

std::string ObjectReader::text(std::string_view key, Need need) {
    const json* value = member(key, need);
    return value == nullptr ? std::string{} : checked_text(*value, place_ / key);
}

Text ObjectReader::multilingual(std::string_view key, Need need) {
    Text out;
    const json* value = object(key, need);
    if (value == nullptr) return out;
    const Place here = place_ / key;
    for (const auto& [tag, written] : value->items()) {
        std::string text = checked_text(written, here / tag);
        if (tag == "vi") out.vi = std::move(text);
        else if (tag == "en") out.en = std::move(text);
        else out.others.emplace_back(tag, std::move(text));
    }
    if (!value->contains("vi")) report(here, "the Vietnamese text is missing", "add \"vi\"");
    if (!value->contains("en")) report(here, "the English text is missing", "add \"en\"");
    return out;
}

std::vector<std::string> ObjectReader::texts(std::string_view key) {
    std::vector<std::string> out;
    const json* values = array(key, Need::optional);
    if (values == nullptr) return out;
    for (std::size_t i = 0; i < values->size(); ++i) out.push_back(checked_text((*values)[i], place_ / key / i));
    return out;
}

std::optional<std::int64_t> ObjectReader::number(std::string_view key, Need need, std::int64_t least) {
    const json* value = member(key, need);
    if (value == nullptr) return std::nullopt;
    if (value->is_number_integer() && value->get<std::int64_t>() >= least) return value->get<std::int64_t>();
    report(place_ / key, "expected a whole number of " + std::to_string(least) + " or more", "write such a number without quotes");
    return std::nullopt;
}

void ObjectReader::format(std::int64_t known) {
    const json* value = member("format", Need::required);
    if (value == nullptr || (value->is_number_integer() && value->get<std::int64_t>() == known)) return;
    report(place_ / "format", "this format is not known", "write format " + std::to_string(known) + " or use a newer program");
}

bool ObjectReader::finish() {
    if (object_ == nullptr) return false;
    for (const auto& [key, value] : object_->items()) {
        if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
        report(place_ / key, "unknown key", "remove it or correct its spelling");
    }
    return problems_.size() == problems_before_;
}

}  // namespace danloi
