// Proof that the app speaks as it should when something went wrong.
#include "core/content_check.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace danloi {

namespace {

using nlohmann::json;
using Phrases = std::vector<std::string_view>;

// How such sentences sound in one language. The courtesies are the four that officials are asked to say: greeting, thanks,
// apology, asking permission.
struct Manners {
    const char* lang;
    Phrases next;   ///< what leads on
    Phrases polite;
    Phrases blame;  ///< what nobody should read about themselves
};

const std::array<Manners, 2> manners{{
    {"vi", {"mời bạn", "bạn có thể", "bạn vẫn", "xin bạn", "nhờ bạn"}, {"cảm ơn", "xin lỗi", "xin phép"},
     {"không hợp lệ", "bạn nhập sai", "bạn sai", "bạn quên", "lỗi của bạn"}},
    {"en", {"please", "you can", "you may"}, {"thank you", "sorry"},
     {"invalid", "illegal", "you must", "you failed", "you forgot", "your fault", "your mistake"}},
}};

constexpr std::array<const char*, 5> courtesies{"courtesy.greeting", "courtesy.thanks", "courtesy.sorry", "courtesy.permission",
                                                "question.permission"};

// How keys end whose sentence says that something is not there.
constexpr std::array<std::string_view, 5> fault_ends{".missed", ".failed", ".none", ".offline", ".noscript"};

// Sentences of comfort that follow one about a fault.
constexpr std::array<std::string_view, 1> comforts{"problem.rest_works"};

bool holds(const std::string& text, const Phrases& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return text.find(phrase) != std::string::npos; });
}

// Only what these phrases need: their capitals at the beginning of a sentence are ASCII letters.
std::string small(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

std::string first_sentence(const std::string& text) {
    const auto end = std::min(text.find(". "), text.size());
    return text.substr(0, end);
}

// A label on a button or beside an icon has no full stop.
bool is_sentence(const std::string& text) { return !text.empty() && text.back() == '.'; }

void check_sentence(const std::string& written, const Manners& how, const Place& place, Problems& problems) {
    const std::string text = small(written);
    if (holds(first_sentence(text), how.next))
        problems.push_back(place.problem("the sentence does not begin with the reason", "Say first what happened, then what to do."));
    if (!holds(text, how.next))
        problems.push_back(place.problem("the sentence does not say what to do next",
                                         "Add a next step, such as \"" + std::string{how.next[0]} + "...\"."));
    if (!holds(text, how.polite))
        problems.push_back(place.problem("the sentence has no polite form", "Thank or apologise: \"" + std::string{how.polite[0]} + "\" or \"" +
                                                                                std::string{how.polite[1]} + "\"."));
    if (holds(text, how.blame)) problems.push_back(place.problem("the sentence blames the reader", "Say what happened, not who did wrong."));
}

void check_fault(const json& sentence, const Place& place, Problems& problems) {
    for (const Manners& how : manners) {
        const auto found = sentence.find(how.lang);
        if (found == sentence.end() || !found->is_string()) continue;  // the wording's own check names it
        const auto& text = found->get_ref<const std::string&>();
        if (is_sentence(text)) check_sentence(text, how, place / how.lang, problems);
    }
}

}  // namespace

bool tells_a_fault(std::string_view key) {
    if (std::find(comforts.begin(), comforts.end(), key) != comforts.end()) return false;
    if (key.starts_with("problem.") || key.starts_with("link.") || key.find(".error.") != std::string_view::npos) return true;
    return std::any_of(fault_ends.begin(), fault_ends.end(), [&](std::string_view end) { return key.ends_with(end); });
}

void check_tone(const json& strings, const std::string& file, Problems& problems) {
    const Place place = Place{file} / "strings";
    for (const char* key : courtesies)
        if (!strings.contains(key))
            problems.push_back(place.problem("the sentence \"" + std::string{key} + "\" is missing", "Add it: the screens say it where it belongs."));
    for (const auto& [key, sentence] : strings.items())
        if (tells_a_fault(key) && sentence.is_object()) check_fault(sentence, place / key, problems);
}

}  // namespace danloi
