// See glossary_words.hpp.
#include "core/glossary_words.hpp"

#include "core/json_write.hpp"

#include <array>
#include <utility>

namespace danloi {

namespace {

// The first letter as a capital: of ASCII, and of the Vietnamese letters a sentence can begin with.
std::string capitalised(std::string text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> letters{
        {{"đ", "Đ"}, {"ă", "Ă"}, {"â", "Â"}, {"ê", "Ê"}, {"ô", "Ô"}, {"ơ", "Ơ"}, {"ư", "Ư"}}};
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    for (const auto& [small, large] : letters)
        if (text.compare(0, small.size(), small) == 0) text.replace(0, small.size(), large);
    return text;
}

void write_form(JsonWriter& w, const std::string& form) {
    w.text(form);
    if (const std::string capital = capitalised(form); capital != form) w.text(capital);
}

}  // namespace

std::string hard_words_json(const std::vector<GlossaryTerm>& terms, std::string_view lang) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("format", 1).key("words").open_array();
    for (const GlossaryTerm& term : terms) {
        w.open_array().text(term.term.in(lang)).text(term.meaning.in(lang)).open_array();
        write_form(w, std::string{term.term.in(lang)});
        for (const std::string& form : lang == "en" ? term.forms_en : term.forms_vi) write_form(w, form);
        w.close_array().close_array();
    }
    w.close_array().close_object();
    return out;
}

}  // namespace danloi
