// See explain.hpp.
#include "core/explain.hpp"

#include "core/json_part.hpp"
#include "core/json_read.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>

namespace danloi {

namespace {

constexpr const char* words_id = "words";

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

// Every text of a block that says something to the reader, for looking at it or for changing it.
template <class Use>
struct Texts {
    Use& use;

    template <class Blocks>
    void all(Blocks& blocks) const {
        for (auto& block : blocks) std::visit(*this, as_variant(block));
    }
    template <class B>
    void operator()(B& b) const {
        using Kind = std::remove_const_t<B>;
        if constexpr (std::is_same_v<Kind, Heading> || std::is_same_v<Kind, Paragraph>) use(b.text);
        if constexpr (std::is_same_v<Kind, Choices>)
            for (auto& o : b.options) use(o.label), use(o.hint);
        if constexpr (std::is_same_v<Kind, Link>) use(b.label), use(b.hint);
        if constexpr (std::is_same_v<Kind, Facts>)
            for (auto& [term, value] : b.rows) use(term), use(value);
        if constexpr (std::is_same_v<Kind, List>)
            for (auto& item : b.items) use(item);
        if constexpr (std::is_same_v<Kind, Notice>) use(b.title), use(b.text);
        if constexpr (std::is_same_v<Kind, Card>) all(b.children);
        if constexpr (std::is_same_v<Kind, Disclosure>)
            if (b.id != words_id) all(b.children);
        // The others carry names of controls, numbers and what people typed.
    }

private:
    static BlockVariant& as_variant(Block& block) { return block; }
    static const BlockVariant& as_variant(const Block& block) { return block; }
};

struct Found {
    std::size_t begin = 0, end = 0, word = 0;
};

// The first hard word at `from` or after it; nothing at the end of the text.
std::optional<Found> next_word(const HardWords& words, std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (letter_before(text, at)) continue;
        const unsigned char byte = first_byte(text.substr(at));
        for (std::size_t i = words.first[byte]; i < words.first[byte + 1U]; ++i) {
            const HardForm& form = words.forms[i];
            const std::size_t end = at + form.text.size();
            if (text.compare(at, form.text.size(), form.text) == 0 && !letter_at(text, end)) return Found{at, end, form.word};
        }
    }
    return std::nullopt;
}

bool in_parentheses(std::string_view text, std::size_t at) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(at);
    return std::count(text.begin(), end, '(') > std::count(text.begin(), end, ')');
}

// Parentheses within others, or behind others, would only confuse.
bool has_room(std::string_view text, const Found& found) {
    return !in_parentheses(text, found.begin) && text.compare(found.end, 2, " (") != 0;
}

// Puts plain words behind the words of one text that have not been said yet.
struct Explain {
    const HardWords& words;
    std::vector<bool> said;

    void operator()(std::string& text) {
        std::size_t at = 0;
        while (const auto found = next_word(words, text, at)) {
            at = found->end;
            const std::string& plain = words.words[found->word].plain;
            if (plain.empty() || said[found->word] || !has_room(text, *found)) continue;
            said[found->word] = true;
            text.insert(at, " (" + plain + ")");
            at += plain.size() + 3;
        }
    }
};

}  // namespace

std::shared_ptr<const HardWords> load_hard_words(std::string_view bytes) {
    Problems problems;
    const auto json = read_json(bytes, "words", problems);
    if (!json || !part(*json, "words").is_array()) return nullptr;
    auto out = std::make_shared<HardWords>();
    for (const auto& entry : part(*json, "words")) {
        HardWord made{word(item(entry, 0)), word(item(entry, 1)), {}, word(item(entry, 3))};
        for (const auto& form : item(entry, 2)) made.forms.push_back(word(form));
        out->words.push_back(std::move(made));
    }
    put_forms(*out);
    return out;
}

std::vector<std::size_t> hard_words_in(const HardWords& words, std::string_view text) {
    std::vector<std::size_t> all;
    for (auto found = next_word(words, text, 0); found; found = next_word(words, text, found->end))
        if (std::find(all.begin(), all.end(), found->word) == all.end()) all.push_back(found->word);
    return all;
}

std::string text_of(const std::vector<Block>& blocks) {
    std::string out;
    const auto say = [&out](const std::string& text) { (out += text) += '\n'; };
    Texts<decltype(say)>{say}.all(blocks);
    return out;
}

void add_plain_words(const HardWords& words, std::vector<Block>& blocks) {
    Explain explain{words, std::vector<bool>(words.words.size())};
    Texts<Explain>{explain}.all(blocks);
}

}  // namespace danloi
