// See font_metrics.hpp. Tables head, hhea, hmtx and cmap (format 4), as in the OpenType specification.
#include "imgui/font_metrics.hpp"

namespace danloi {
namespace {

constexpr float missing_advance = 0.5F;

constexpr std::uint32_t tag(const char (&name)[5]) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(name[0])) << 24 |
           static_cast<std::uint32_t>(static_cast<unsigned char>(name[1])) << 16 |
           static_cast<std::uint32_t>(static_cast<unsigned char>(name[2])) << 8 | static_cast<unsigned char>(name[3]);
}

int as_signed(int value) { return value >= 0x8000 ? value - 0x10000 : value; }

}  // namespace

int FontFace::u16(std::size_t at) const {
    return at + 2 <= size_ ? bytes_[at] << 8 | bytes_[at + 1] : 0;
}

std::uint32_t FontFace::u32(std::size_t at) const {
    return static_cast<std::uint32_t>(u16(at)) << 16 | static_cast<std::uint32_t>(u16(at + 2));
}

std::size_t FontFace::table(std::uint32_t name) const {
    const int count = u16(4);
    for (int i = 0; i < count; ++i) {
        const std::size_t entry = 12 + 16 * static_cast<std::size_t>(i);
        if (u32(entry) == name && u32(entry + 8) < size_) return u32(entry + 8);
    }
    return 0;
}

std::size_t FontFace::character_map(std::size_t cmap) const {
    const int count = u16(cmap + 2);
    for (int i = 0; i < count; ++i) {
        const std::size_t found = cmap + u32(cmap + 4 + 8 * static_cast<std::size_t>(i) + 4);
        if (u16(found) == 4) return found;
    }
    return 0;
}

bool FontFace::open(const std::uint8_t* bytes, std::size_t size) {
    bytes_ = bytes;
    size_ = size;
    const std::size_t head = table(tag("head"));
    const std::size_t hhea = table(tag("hhea"));
    const std::size_t cmap = table(tag("cmap"));
    widths_ = table(tag("hmtx"));
    if (head == 0 || hhea == 0 || cmap == 0 || widths_ == 0) return false;
    map_ = character_map(cmap);
    wide_glyphs_ = u16(hhea + 34);
    em_ = static_cast<float>(u16(head + 18));
    if (map_ == 0 || wide_glyphs_ == 0 || em_ < 16) return false;
    ascent_ = static_cast<float>(as_signed(u16(hhea + 4))) / em_;
    descent_ = -static_cast<float>(as_signed(u16(hhea + 6))) / em_;
    return true;
}

int FontFace::glyph(char32_t code) const {
    if (map_ == 0 || code > 0xFFFF) return 0;
    const int value = static_cast<int>(code);
    const std::size_t twice = static_cast<std::size_t>(u16(map_ + 6));
    const std::size_t ends = map_ + 14;
    std::size_t low = 0;
    std::size_t high = twice / 2;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (u16(ends + 2 * middle) < value) low = middle + 1;
        else high = middle;
    }
    if (low >= twice / 2) return 0;
    const std::size_t starts = ends + 2 + twice;
    const std::size_t range = starts + 2 * twice + 2 * low;
    const int start = u16(starts + 2 * low);
    const int delta = u16(starts + twice + 2 * low);
    if (value < start) return 0;
    const std::size_t offset = static_cast<std::size_t>(u16(range));
    if (offset == 0) return (value + delta) & 0xFFFF;
    const int found = u16(range + offset + 2 * static_cast<std::size_t>(value - start));
    return found == 0 ? 0 : (found + delta) & 0xFFFF;
}

float FontFace::advance(int glyph) const {
    // Glyphs after the last listed one share its width.
    const int row = glyph < wide_glyphs_ ? glyph : wide_glyphs_ - 1;
    if (row < 0) return missing_advance;
    return static_cast<float>(u16(widths_ + 4 * static_cast<std::size_t>(row))) / em_;
}

char32_t next_code_point(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    char32_t code = length == 1 ? lead : length == 2 ? lead & 0x1FU : length == 3 ? lead & 0x0FU : lead & 0x07U;
    bool sound = length != 0 && length <= text.size() && lead < 0xF5;
    for (std::size_t i = 1; sound && i < length; ++i) {
        sound = (byte(i) & 0xC0U) == 0x80U;
        code = code << 6 | (byte(i) & 0x3FU);
    }
    text.remove_prefix(sound ? length : 1);
    return sound ? code : U'\uFFFD';
}

float text_width(const FontFace& face, std::string_view text, float size) {
    float em = 0;
    while (!text.empty()) {
        const int glyph = face.glyph(next_code_point(text));
        em += glyph == 0 ? missing_advance : face.advance(glyph);
    }
    return em * size;
}

bool covers(const FontFace& face, std::string_view text) {
    while (!text.empty()) {
        const char32_t code = next_code_point(text);
        if (code >= 0x20 && face.glyph(code) == 0) return false;
    }
    return true;
}

}  // namespace danloi
