// UTF-8 and search keys. Composition (NFC) is in text_nfc.cpp.
#include "core/text.hpp"

#include <algorithm>

#include "core/text_nfc.hpp"

namespace danloi {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Bytes of a valid sequence at `at`, 0 when it is broken. Ranges of the second byte shut out overlong forms, surrogates
/// and anything above U+10FFFF (Unicode, table "Well-Formed UTF-8 Byte Sequences").
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const auto tail = [&](std::size_t offset) { return (byte(offset) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    const unsigned second = byte(1);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool fits = !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F);
        return fits && tail(1) && tail(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool fits = !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second > 0x8F);
        return fits && tail(1) && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

/// Letters without a decomposition that people still search by their ASCII neighbours; "" for all others.
std::string_view ascii_neighbour(char32_t letter) {
    switch (letter) {
        case 0x110: case 0x111: case 0xD0: case 0xF0: case 0x189: case 0x256: return "d";  // Đ has three look-alikes
        case 0xC6: case 0xE6: return "ae";
        case 0xD8: case 0xF8: return "o";
        case 0xDE: case 0xFE: return "th";
        case 0xDF: case 0x1E9E: return "ss";
        case 0x131: return "i";
        case 0x141: case 0x142: return "l";
        case 0x152: case 0x153: return "oe";
        default: return {};
    }
}

bool is_ascii_letter(char32_t letter) { return (letter | 0x20U) >= 'a' && (letter | 0x20U) <= 'z'; }
bool is_ascii_digit(char32_t letter) { return letter >= '0' && letter <= '9'; }

void fold_into(std::string& key, char32_t letter) {
    if (is_combining_mark(letter)) return;
    const char32_t base = letter < 0x80 ? letter : base_letter(letter);
    if (is_ascii_letter(base)) {
        key += static_cast<char>(base | 0x20U);
    } else if (is_ascii_digit(base)) {
        key += static_cast<char>(base);
    } else if (const std::string_view neighbour = ascii_neighbour(base); !neighbour.empty()) {
        key += neighbour;
    } else if (!key.empty() && key.back() != ' ') {
        key += ' ';
    }
}

}  // namespace

std::optional<std::size_t> invalid_utf8_at(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

char32_t take_code_point(std::string_view text, std::size_t& at) {
    const std::size_t length = sequence_length(text, at);
    if (length == 0) {
        ++at;
        return replacement;
    }
    const auto lead = static_cast<unsigned char>(text[at]);
    char32_t code_point = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        code_point = (code_point << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    at += length;
    return code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
    const bool broken = code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF);
    const char32_t point = broken ? replacement : code_point;
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | (point >> 6U));
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | (point >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string well_formed(std::string_view text) {
    if (is_utf8(text)) return std::string{text};
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) append_utf8(out, take_code_point(text, at));
    return out;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) take_code_point(text, at);
    return count;
}

std::string fold(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) fold_into(key, take_code_point(text, at));
    if (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

std::vector<std::string_view> words(std::string_view folded) {
    std::vector<std::string_view> found;
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        if (end > 0) found.push_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return found;
}

}  // namespace danloi
