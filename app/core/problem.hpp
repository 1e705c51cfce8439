// What is wrong with a content file, where, and what its author can do about it. Loaders return lists of these.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace danloi {

/// One fault in content, written for the person who must put it right.
struct Problem {
    std::string file;     ///< the file's name as the loader was given it
    std::string pointer;  ///< JSON Pointer (RFC 6901) of the faulty place; "" is the whole document
    std::string reason;   ///< what is wrong, one sentence
    std::string remedy;   ///< what to do, one sentence

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// The words of a fault on their way into a Problem. In the browser nobody reads why a file was refused, only which one:
/// there they are dropped where they are said, so that the sentences stay out of core.wasm.
#ifdef DANLOI_TERSE
struct Words {
    template <class T>
    constexpr Words(const T&) {}  // NOLINT: stands in for std::string
    operator std::string() const { return {}; }
};
#else
using Words = std::string;
#endif

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
