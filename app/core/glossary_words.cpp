// See glossary_words.hpp.
#include "core/glossary_words.hpp"

#include "core/json_write.hpp"
#include "core/text.hpp"

namespace danloi {

namespace {

// The capital of a letter of Vietnamese or ASCII; anything else as it is.
char32_t capital_of(char32_t c) {
    if ((c >= U'a' && c <= U'z') || (c >= U'à' && c <= U'ý' && c != U'÷')) return c - 32;
    const bool after_its_capital = c == U'ă' || c == U'đ' || c == U'ĩ' || c == U'ũ' || c == U'ơ' || c == U'ư' || (c >= U'ạ' && c <= U'ỹ' && c % 2 == 1);
    return after_its_capital ? c - 1 : c;
}

// As it stands at the beginning of a sentence.
std::string capitalised(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    if (!text.empty()) append_utf8(out, capital_of(take_code_point(text, at)));
    return out.append(text.substr(at));
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
        w.close_array();
        if (const auto plain = term.plain.in(lang); !plain.empty()) w.text(plain);
        w.close_array();
    }
    w.close_array().close_object();
    return out;
}

}  // namespace danloi
