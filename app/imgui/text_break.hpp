// Breaks text into lines at spaces, the way a browser does with `white-space: normal; overflow-wrap: anywhere`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "imgui/font_metrics.hpp"

namespace danloi {

/// One line: a part of the text (white space run together to single spaces) and its width in px.
struct TextLine {
    std::string text;
    float width = 0;
};

/// The lines of a text in a column of `width` px. A word wider than the column is broken at a code point.
/// White space between two lines belongs to neither; an empty text has no lines. A no-break space never breaks.
[[nodiscard]] std::vector<TextLine> break_lines(const FontFace& face, std::string_view text, float size, float width);

/// Width in px of the widest word, and of the whole text on one line.
struct TextExtent {
    float word = 0;
    float line = 0;
};
[[nodiscard]] TextExtent text_extent(const FontFace& face, std::string_view text, float size);

}  // namespace danloi
