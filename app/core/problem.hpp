// What is wrong with a content file, where, and what its author can do about it. Loaders return lists of these.
#pragma once
#include <cstddef>
#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace danloi {

#ifdef DANLOI_TERSE
/// A fault, and nothing more: in the browser nobody reads why a file was refused, only that it was.
struct Problem {
    [[nodiscard]] std::string in_short() const { return {}; }
    bool operator==(const Problem&) const = default;
};
#else
/// One fault in content, written for the person who must put it right.
struct Problem {
    std::string file;     ///< the file's name as the loader was given it
    std::string pointer;  ///< JSON Pointer (RFC 6901) of the faulty place; "" is the whole document
    std::string reason;   ///< what is wrong, one sentence
    std::string remedy;   ///< what to do, one sentence

    /// Place and reason in one line.
    [[nodiscard]] std::string in_short() const { return pointer + ": " + reason; }
    bool operator==(const Problem&) const = default;
};
#endif

using Problems = std::vector<Problem>;

/// The words of a fault on their way into a Problem. In the browser nobody reads why a file was refused, only which one:
/// there they are dropped where they are said, so that the sentences stay out of core.wasm.
#ifdef DANLOI_TERSE
inline constexpr bool terse = true;
struct Words {
    Words() = default;
    template <class T>
    constexpr Words(const T&) {}  // NOLINT: stands in for std::string
    operator std::string() const { return {}; }
};
#else
inline constexpr bool terse = false;
using Words = std::string;
#endif

/// A text from a file as it stands in a sentence: in quotation marks, at most 60 bytes of it.
struct Quoted {
    std::string_view text;
};

namespace detail {
inline void append_part(std::string& out, std::string_view part) { out += part; }
template <std::integral Number>
void append_part(std::string& out, Number number) {
    out += std::to_string(number);
}
inline void append_part(std::string& out, Quoted part) {
    constexpr std::size_t most = 60;
    std::size_t end = part.text.size() > most ? most : part.text.size();
    while (end > 0 && end < part.text.size() && (part.text[end] & '\xC0') == '\x80') --end;  // not inside a letter
    out.append(1, '"').append(part.text.substr(0, end)).append(end < part.text.size() ? "...\"" : "\"");
}
}  // namespace detail

/// A sentence of its parts: texts, whole numbers, Quoted.
template <class... Parts>
Words sentence([[maybe_unused]] const Parts&... parts) {
    if constexpr (terse) {
        return {};
    } else {
        std::string text;
        (detail::append_part(text, parts), ...);
        return text;
    }
}

#ifdef DANLOI_TERSE
/// Nobody reads in the browser where in a file a fault stands: a place is nothing there.
class Place {
public:
    explicit Place(Words = "") {}
    [[nodiscard]] Place operator/(Words) const { return *this; }
    [[nodiscard]] std::string file() const { return {}; }
    [[nodiscard]] std::string pointer() const { return {}; }
    [[nodiscard]] Problem problem(Words, Words) const { return {}; }
};
#else
/// A place inside a JSON file, built from the top: `Place{file} / "questions" / 3 / "askIf"`.
class Place {
public:
    explicit Place(std::string file = {}) : file_(std::move(file)) {}

    /// The member `key` of this place; "~" and "/" are escaped as RFC 6901 asks.
    [[nodiscard]] Place operator/(std::string_view key) const {
        Place inner{*this};
        inner.pointer_ += '/';
        for (const char letter : key) append_escaped(inner.pointer_, letter);
        return inner;
    }

    /// The element `index` (from 0) of this place.
    [[nodiscard]] Place operator/(std::size_t index) const { return *this / std::string_view{std::to_string(index)}; }
    [[nodiscard]] Place operator/(int index) const { return *this / static_cast<std::size_t>(index); }
    [[nodiscard]] Place operator/(const char* key) const { return *this / std::string_view{key}; }

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const std::string& pointer() const { return pointer_; }

    /// A problem standing here.
    [[nodiscard]] Problem problem(Words reason, Words remedy) const {
        return {file_, pointer_, std::move(reason), std::move(remedy)};
    }

private:
    static void append_escaped(std::string& out, char letter) {
        if (letter == '~') out += "~0";
        else if (letter == '/') out += "~1";
        else out += letter;
    }

    std::string file_;
    std::string pointer_;
};
#endif

}  // namespace danloi
