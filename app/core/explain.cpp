// See explain.hpp.
#include "core/explain.hpp"

#include "core/json_part.hpp"
#include "core/json_read.hpp"

#include <algorithm>

namespace danloi {

namespace {

void put_forms(HardWords& all) {
    const auto longer = [](const HardForm& a, const HardForm& b) { return b.text.size() < a.text.size(); };
    for (std::size_t i = 0; i < all.words.size(); ++i)
        for (const std::string& form : all.words[i].forms) {
            const HardForm made{form, i};
            if (!form.empty()) all.forms.insert(std::upper_bound(all.forms.begin(), all.forms.end(), made, longer), made);
        }
}

// Every byte of a letter outside ASCII counts as a letter: so do those of the few signs there are ("–"), which never join words.
bool is_letter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 128;
}

bool is_whole(std::string_view text, std::size_t at, std::size_t size) {
    return (at == 0 || !is_letter(text[at - 1])) && (at + size == text.size() || !is_letter(text[at + size]));
}

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

std::vector<std::size_t> hard_words_in(const HardWords& words, std::string text) {
    std::vector<std::size_t> first(words.words.size(), text.npos);
    for (const HardForm& form : words.forms) {
        for (std::size_t at = text.find(form.text); at != text.npos; at = text.find(form.text, at + 1)) {
            if (!is_whole(text, at, form.text.size())) continue;
            first[form.word] = std::min(first[form.word], at);
            text.replace(at, form.text.size(), form.text.size(), '\n');  // what lies inside a longer word is not a word of its own
        }
    }
    const auto earlier = [&](std::size_t a, std::size_t b) { return first[a] < first[b]; };
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (first[i] != text.npos) found.insert(std::upper_bound(found.begin(), found.end(), i, earlier), i);
    return found;
}

std::string text_of(const std::vector<Block>& blocks) {
    std::string out;
    Gather{out}.all(blocks);
    return out;
}

}  // namespace danloi
