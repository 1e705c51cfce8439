// The forms that ids, addresses and plain lines in a definition must have, and what is wrong with one that has not.
#pragma once
#include <cstdint>
#include <string_view>

namespace danloi {

/// What a string stands for.
enum class Shape : std::uint8_t {
    line,       ///< one line of text in one language
    slug,       ///< id of a paper, step, fee...: "giay-chung-sinh"
    camel,      ///< id of a question or fact: "birthPlace"
    value,      ///< value of an option: letters, digits, hyphens
    reference,  ///< number of a form: "CT01", "to-khai-1"
    url,        ///< https address
    version,    ///< a date, perhaps with a number: "2026-11-21.2"
    code,       ///< national procedure code: "1.001193"
    token       ///< a WCAG 1.3.5 purpose: "bday", "family-name"
};

/// A fault and the way out, or two null pointers when there is none.
struct TextFault {
    const char* reason = nullptr;
    const char* remedy = nullptr;
    explicit operator bool() const { return reason != nullptr; }
};

/// Text for people: not empty, no blank at either end, one line, NFC, nothing like an HTML tag, no invisible or
/// direction-changing characters (they can make a text read differently from what it says).
TextFault text_fault(std::string_view text);

/// What is wrong with `text` as a `shape`.
TextFault shape_fault(std::string_view text, Shape shape);

}  // namespace danloi
