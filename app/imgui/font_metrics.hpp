// Widths and heights of text, read from the tables of a TrueType font: what layout needs, without drawing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace danloi {

/// One font file in memory. Reads are bounds-checked: a damaged font gives missing glyphs, never a bad read.
/// The bytes are not copied and must outlive the object.
class FontFace {
public:
    /// Takes the bytes of a TTF; false when a needed table is missing or out of bounds.
    [[nodiscard]] bool open(const std::uint8_t* bytes, std::size_t size);

    /// The glyph of a code point, 0 when the font has none.
    [[nodiscard]] int glyph(char32_t code) const;
    /// Advance of a glyph in em (1 = the font size), unrounded.
    [[nodiscard]] float advance(int glyph) const;
    /// Height above and below the baseline in em, both positive.
    [[nodiscard]] float ascent() const { return ascent_; }
    [[nodiscard]] float descent() const { return descent_; }

    [[nodiscard]] const std::uint8_t* bytes() const { return bytes_; }

private:
    [[nodiscard]] int u16(std::size_t at) const;
    [[nodiscard]] std::uint32_t u32(std::size_t at) const;
    [[nodiscard]] std::size_t table(std::uint32_t tag) const;
    [[nodiscard]] std::size_t character_map(std::size_t cmap) const;

    const std::uint8_t* bytes_ = nullptr;
    std::size_t size_ = 0;
    std::size_t widths_ = 0;
    std::size_t map_ = 0;
    int wide_glyphs_ = 0;
    float em_ = 1;
    float ascent_ = 1;
    float descent_ = 0;
};

/// The two weights of the interface.
struct Fonts {
    FontFace regular;   ///< 400
    FontFace semibold;  ///< 600
    [[nodiscard]] const FontFace& of(int weight) const { return weight >= 600 ? semibold : regular; }
};

/// Takes the next code point off the front of UTF-8 text; malformed bytes give U+FFFD, one at a time.
/// `text` must not be empty.
char32_t next_code_point(std::string_view& text);

/// Width in px of one line of text, without kerning. A code point outside the font counts half an em.
[[nodiscard]] float text_width(const FontFace& face, std::string_view text, float size);

/// True when the font has a glyph for every code point of the text.
[[nodiscard]] bool covers(const FontFace& face, std::string_view text);

}  // namespace danloi
