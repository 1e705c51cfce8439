// Checks on the letters of ids and texts.
#include "core/procedure_load_shapes.hpp"

#include "core/date.hpp"
#include "core/text.hpp"

#include <cstddef>

namespace danloi {

namespace {

constexpr std::size_t longest_url = 2'000;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

bool is_url(std::string_view text) {
    constexpr std::string_view scheme = "https://";
    if (text.size() <= scheme.size() || text.size() > longest_url || text.substr(0, scheme.size()) != scheme)
        return false;
    const char host = text[scheme.size()];
    if (!is_letter(host) && !is_digit(host)) return false;
    for (const char c : text)
        if (c <= ' ' || c > '~' || std::string_view{"\"<>\\^`{|}"}.find(c) != std::string_view::npos) return false;
    return true;
}

}  // namespace

#ifdef DANLOI_TERSE

// The build has proved the letters of all that it wrote; an address is looked at once more, because people are led there.
TextFault text_fault(std::string_view) { return {}; }

TextFault shape_fault(std::string_view text, Shape shape) {
    return shape == Shape::url && !is_url(text) ? TextFault{"no address", ""} : TextFault{};
}

#else

namespace {

constexpr std::size_t longest_id = 80;

bool is_forbidden(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFFF9 && c <= 0xFFFD) || (c & 0xFFFE) == 0xFFFE ||
           (c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000;
}

// "<" before a letter, "/" or "!" opens a tag in HTML; "< 60" in a sentence does not.
bool looks_like_tag(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == '<' && (is_letter(text[i + 1]) || text[i + 1] == '/' || text[i + 1] == '!')) return true;
    return false;
}

bool has_forbidden(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (is_forbidden(take_code_point(text, at))) return true;
    return false;
}

// Words of lower-case letters and digits joined by single `joint`s.
bool is_joined(std::string_view text, char joint) {
    bool after_joint = true;
    for (const char c : text) {
        if (c == joint && after_joint) return false;
        if (c != joint && !is_lower(c) && !is_digit(c)) return false;
        after_joint = c == joint;
    }
    return !after_joint;
}

bool is_camel(std::string_view text) {
    if (!is_lower(text.front())) return false;
    for (const char c : text)
        if (!is_letter(c) && !is_digit(c)) return false;
    return true;
}

bool is_reference(std::string_view text) {
    if (!is_letter(text.front()) && !is_digit(text.front())) return false;
    for (const char c : text)
        if (!is_letter(c) && !is_digit(c) && c != '-' && c != '.') return false;
    return true;
}

bool is_version(std::string_view text) {
    if (!parse_iso(text.substr(0, 10))) return false;
    if (text.size() == 10) return true;
    if (text.size() < 12 || text.size() > 14 || text[10] != '.') return false;
    for (const char c : text.substr(11))
        if (!is_digit(c)) return false;
    return true;
}

// Digits, dots and, in the parts that name a province, capital letters: 1.001193, 1.001193.000.00.00.H10.
bool is_code(std::string_view text) {
    if (text.size() < 8 || text.size() > 30 || !is_digit(text[0]) || text[1] != '.') return false;
    for (std::size_t i = 2; i < 8; ++i)
        if (!is_digit(text[i])) return false;
    for (const char c : text.substr(8))
        if (!is_digit(c) && c != '.' && !(c >= 'A' && c <= 'Z')) return false;
    return true;
}

bool has_shape(std::string_view text, Shape shape) {
    switch (shape) {
        case Shape::line: return true;
        case Shape::slug:
        case Shape::token: return is_joined(text, '-');
        case Shape::camel: return is_camel(text);
        case Shape::value:
        case Shape::reference: return is_reference(text);
        case Shape::url: return is_url(text);
        case Shape::version: return is_version(text);
        case Shape::code: return is_code(text);
    }
    return false;
}

const char* remedy_for(Shape shape) {
    switch (shape) {
        case Shape::line: break;
        case Shape::slug: return "Write a slug: letters a-z, digits and single hyphens, like giay-chung-sinh.";
        case Shape::camel: return "Write it in camelCase: letters and digits, the first one small, like birthPlace.";
        case Shape::value:
        case Shape::reference: return "Use letters a-z, A-Z, digits, hyphens and dots, at most 80 of them, like CT01.";
        case Shape::url: return "Write a full address that begins with https:// and holds no blanks.";
        case Shape::version:
            return "Write the day of this version, like 2026-11-21, with .2, .3... for more on one day.";
        case Shape::code: return "Write the national procedure code, like 1.001193, or leave the key out.";
        case Shape::token: return "Write a WCAG 1.3.5 autocomplete token, like bday, name or street-address.";
    }
    return "";
}

}  // namespace

TextFault text_fault(std::string_view text) {
    if (text.empty()) return {"the text is empty", "Write the text, or leave the key out when it may be left out."};
    if (text.front() == ' ' || text.back() == ' ') return {"the text begins or ends with a blank", "Remove the blank."};
    if (looks_like_tag(text))
        return {"the text looks like HTML (\"<\" before a letter)", "Write plain text without tags."};
    if (has_forbidden(text))
        return {"the text holds a line break or an invisible, control or direction-changing character",
                "Delete the text and type it again by hand: such characters come along when copying from documents."};
    if (!is_nfc(text))
        return {"the text is not in Unicode form NFC", "Save it in NFC (composed letters: \"ệ\" as one character)."};
    return {};
}

TextFault shape_fault(std::string_view text, Shape shape) {
    if (text.empty())
        return {"the text is empty", shape == Shape::line ? "Write it, or leave the key out." : remedy_for(shape)};
    if (shape == Shape::line) return text_fault(text);
    if (shape != Shape::url && text.size() > longest_id)
        return {"this is too long (more than 80 characters)", remedy_for(shape)};
    if (!has_shape(text, shape)) return {"this is not in the right form", remedy_for(shape)};
    return {};
}

#endif

}  // namespace danloi
