// See explain.hpp.
#include "core/explain.hpp"

#include "core/json_part.hpp"
#include "core/json_read.hpp"

#include <algorithm>

namespace danloi {

namespace {

unsigned char first_byte(std::string_view text) { return static_cast<unsigned char>(text.front()); }

void put_forms(HardWords& all) {
    const auto before = [](const HardForm& a, const HardForm& b) {
        const unsigned char x = first_byte(a.text), y = first_byte(b.text);
        return x != y ? x < y : b.text.size() < a.text.size();
    };
    for (std::size_t i = 0; i < all.words.size(); ++i)
        for (const std::string& form : all.words[i].forms) {
            const HardForm made{form, i};
            if (!form.empty()) all.forms.insert(std::upper_bound(all.forms.begin(), all.forms.end(), made, before), made);
        }
    for (const HardForm& form : all.forms)
        for (std::size_t byte = first_byte(form.text) + 1U; byte < all.first.size(); ++byte) ++all.first[byte];
}

bool is_letter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 128;
}

// Outside ASCII, signs begin with these bytes in UTF-8: C2 (a space that does not break, «») and E2 ("“–…"). No letter does.
bool begins_sign(char c) { return c == '\xC2' || c == '\xE2'; }

bool letter_before(std::string_view text, std::size_t at) {
    if (at == 0 || !is_letter(text[at - 1])) return false;
    const bool sign = (at > 1 && text[at - 2] == '\xC2') || (at > 2 && text[at - 3] == '\xE2');
    return !sign;
}

bool letter_at(std::string_view text, std::size_t at) { return at < text.size() && is_letter(text[at]) && !begins_sign(text[at]); }

struct Gather {
    std::string& out;

    void say(std::string_view text) const { (out += text) += '\n'; }
    void all(const std::vector<Block>& blocks) const {
        for (const Block& block : blocks) std::visit(*this, block.base());
    }
    void operator()(const Heading& b) const { say(b.text); }
    void operator()(const Paragraph& b) const { say(b.text); }
    void operator()(const Choices& b) const {
        for (const ChoiceOption& o : b.options) say(o.label), say(o.hint);
    }
    void operator()(const Link& b) const { say(b.label), say(b.hint); }
    void operator()(const Facts& b) const {
        for (const auto& [term, value] : b.rows) say(term), say(value);
    }
    void operator()(const List& b) const {
        for (const std::string& item : b.items) say(item);
    }
    void operator()(const Notice& b) const { say(b.title), say(b.text); }
    void operator()(const Card& b) const { all(b.children); }
    void operator()(const Disclosure& b) const { all(b.children); }
    // These carry names of controls, numbers and what people typed.
    template <typename Other>
    void operator()(const Other&) const {}
};

}  // namespace

std::shared_ptr<const HardWords> load_hard_words(std::string_view bytes) {
    Problems problems;
    const auto json = read_json(bytes, "words", problems);
    if (!json || !part(*json, "words").is_array()) return nullptr;
    auto out = std::make_shared<HardWords>();
    for (const auto& entry : part(*json, "words")) {
        HardWord made{word(item(entry, 0)), word(item(entry, 1)), {}};
        for (const auto& form : item(entry, 2)) made.forms.push_back(word(form));
        out->words.push_back(std::move(made));
    }
    put_forms(*out);
    return out;
}

std::vector<std::size_t> hard_words_in(const HardWords& words, std::string_view text) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (letter_before(text, at)) continue;
        const unsigned char byte = first_byte(text.substr(at));
        for (std::size_t i = words.first[byte]; i < words.first[byte + 1U]; ++i) {
            const HardForm& form = words.forms[i];
            const std::size_t end = at + form.text.size();
            if (text.compare(at, form.text.size(), form.text) != 0 || letter_at(text, end)) continue;
            if (std::find(found.begin(), found.end(), form.word) == found.end()) found.push_back(form.word);
            at = end - 1;
            break;
        }
    }
    return found;
}

std::string text_of(const std::vector<Block>& blocks) {
    std::string out;
    Gather{out}.all(blocks);
    return out;
}

}  // namespace danloi
