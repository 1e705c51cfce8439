// Drawings beside words: which one, and what it says to those who listen.
#include "core/screen_parts.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace danloi {

namespace {

constexpr const char* any_paper = "paper";

std::string type_of(const Document& document) { return document.type.empty() ? any_paper : document.type; }

// Whether the name has one of the words ("mẫu để điền, tờ khai, đơn") in it, whatever the case and the tone marks. The first is
// what the drawing is called where it has none.
bool says(const std::string& name, std::string_view words) {
    const std::string said = " " + fold(name) + " ";
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t end = std::min(words.find(", ", from), words.size());
        if (said.find(" " + fold(words.substr(from, end - from)) + " ") != std::string::npos) return true;
        from = end + 2;
    }
    return false;
}

Picture named(const ScreenContext& c, std::string type, const std::string& name) {
    if (type == any_paper) return {std::move(type)};
    const std::string words = c.say("paper." + type);
    return {std::move(type), says(name, words) ? std::string{} : words.substr(0, words.find(','))};
}

}  // namespace

Picture picture_of(const ScreenContext& c, const Document& document) { return named(c, type_of(document), c.in(document.name)); }

Picture picture_of(const ScreenContext& c, const Need& need) {
    std::string type, names;
    for (const std::size_t index : need.documents) {
        const Document& document = c.procedure().documents[index];
        const std::string own = type_of(document);
        type = type.empty() || type == own ? own : any_paper;
        names += c.in(document.name) + " ";
    }
    return named(c, std::move(type), names);
}

Picture picture_of(const Channel& channel) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 5> drawings{
        {{"counter", "office"}, {"online", "globe"}, {"post", "letter"}, {"home", "home"}, {"mobile", "vehicle"}}};
    for (const auto& [id, icon] : drawings)
        if (channel.id == id) return {icon};
    return {};
}

}  // namespace danloi
