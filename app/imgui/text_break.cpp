// See text_break.hpp.
#include "imgui/text_break.hpp"

#include <algorithm>

namespace danloi {
namespace {

/// Sums of floats come out a hair over a width that was made from the same sums.
constexpr float slack = 0.01F;

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; }

void skip_spaces(std::string_view& text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

std::string_view take_word(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && !is_space(text[end])) ++end;
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

class Breaker {
public:
    Breaker(const FontFace& face, float size, float width)
        : face_(face), size_(size), width_(width), space_(text_width(face, " ", size)) {}

    void word(std::string_view word) {
        const float wide = text_width(face_, word, size_);
        if (!line_.text.empty() && line_.width + space_ + wide > width_ + slack) end_line();
        if (line_.text.empty() && wide > width_ + slack) return long_word(word);
        if (!line_.text.empty()) {
            line_.text += ' ';
            line_.width += space_;
        }
        line_.text += word;
        line_.width += wide;
    }

    void end_line() {
        if (line_.text.empty()) return;
        lines_.push_back(std::move(line_));
        line_ = {};
    }

    std::vector<TextLine> finish() {
        end_line();
        return std::move(lines_);
    }

private:
    void long_word(std::string_view word) {
        while (!word.empty()) {
            std::string_view rest = word;
            next_code_point(rest);
            const std::string_view letter = word.substr(0, word.size() - rest.size());
            const float wide = text_width(face_, letter, size_);
            if (!line_.text.empty() && line_.width + wide > width_ + slack) end_line();
            line_.text += letter;
            line_.width += wide;
            word = rest;
        }
    }

    const FontFace& face_;
    float size_;
    float width_;
    float space_;
    TextLine line_;
    std::vector<TextLine> lines_;
};

}  // namespace

std::vector<TextLine> break_lines(const FontFace& face, std::string_view text, float size, float width) {
    Breaker breaker(face, size, width);
    while (!text.empty()) {
        skip_spaces(text);
        if (!text.empty()) breaker.word(take_word(text));
    }
    return breaker.finish();
}

TextExtent text_extent(const FontFace& face, std::string_view text, float size) {
    TextExtent extent;
    const float space = text_width(face, " ", size);
    while (true) {
        skip_spaces(text);
        if (text.empty()) return extent;
        const float wide = text_width(face, take_word(text), size);
        extent.word = std::max(extent.word, wide);
        extent.line += extent.line > 0 ? space + wide : wide;
    }
}

}  // namespace danloi
