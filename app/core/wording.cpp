// The app's own sentences in one language, by key.
#include "core/wording.hpp"

#include <nlohmann/json.hpp>

namespace danloi {

Wording Wording::from_json(const nlohmann::json& strings, const std::string& file, Problems& problems) {
    Wording wording;
    const Place place = Place{file} / "strings";
    if (!strings.is_object()) {
        problems.push_back(place.problem("expected an object of sentences", "write {\"key\": \"sentence\", ...}"));
        return wording;
    }
    for (const auto& [key, value] : strings.items()) {
        if (const auto* text = value.get_ptr<const std::string*>()) wording.strings_.emplace(key, *text);
        else problems.push_back((place / key).problem("expected a sentence", "write the sentence as text"));
    }
    return wording;
}

std::string Wording::say(std::string_view key) const {
    const auto found = strings_.find(key);
    return found == strings_.end() ? std::string{key} : found->second;
}

std::string Wording::say(std::string_view key, std::initializer_list<Filler> fillers) const {
    const std::string sentence = say(key);
    std::string out;
    std::size_t at = 0;
    while (at < sentence.size()) {
        const std::size_t open = sentence.find('{', at);
        const std::size_t close = open == std::string::npos ? open : sentence.find('}', open);
        if (close == std::string::npos) break;
        out.append(sentence, at, open - at);
        const std::string_view name = std::string_view{sentence}.substr(open + 1, close - open - 1);
        for (const auto& [filler, value] : fillers)
            if (filler == name) out += value;
        at = close + 1;
    }
    return out.append(sentence, at);
}

std::string grouped(std::int64_t number, std::string_view lang) {
    std::string digits = std::to_string(number);
    const char mark = lang == "en" ? ',' : '.';
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, mark);
    return digits;
}

std::string date_text(std::string_view iso) {
    if (iso.size() != 10) return std::string{iso};
    std::string out{iso.substr(8, 2)};
    return out.append("/").append(iso.substr(5, 2)).append("/").append(iso.substr(0, 4));
}

}  // namespace danloi
