// See glyph_cache.hpp. Letters come from the rasteriser that ships with Dear ImGui (stb_truetype), packed on shelves.
#include "imgui/glyph_cache.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#define STBTT_assert(condition) ((void)0)
#include <imstb_truetype.h>

namespace danloi {
namespace {

constexpr int first_side = 512;
constexpr int most_side = 2048;
constexpr int white_side = 4;
constexpr int margin = 1;

/// The rasteriser's view of the two fonts; they are read only, so one set serves every cache.
stbtt_fontinfo faces[2];

std::uint64_t key_of(int weight, int glyph, int eighths, int quarter) {
    const auto part = [](int value, unsigned shift) { return static_cast<std::uint64_t>(value) << shift; };
    return part(1, 63U) | part(weight >= 600 ? 1 : 0, 40U) | part(quarter, 32U) | part(eighths, 16U) | part(glyph, 0U);
}

}  // namespace

bool GlyphCache::start(const Fonts& fonts) {
    fonts_ = &fonts;
    reset(first_side);
    return stbtt_InitFont(&faces[0], fonts.regular.bytes(), 0) != 0 && stbtt_InitFont(&faces[1], fonts.semibold.bytes(), 0) != 0;
}

void GlyphCache::reset(int side) {
    side_ = side;
    pixels_.assign(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 0);
    slots_.assign(256, {});
    used_ = 0;
    for (int y = 0; y < white_side; ++y) std::memset(&pixels_[static_cast<std::size_t>(y * side)], 255, white_side);
    shelf_x_ = white_side + margin;
    shelf_y_ = 0;
    shelf_h_ = white_side;
    set_dirty();
}

bool GlyphCache::grow() {
    const bool larger = side_ < most_side;
    reset(larger ? side_ * 2 : side_);
    return larger;
}

GlyphCache::Rows GlyphCache::take_dirty() {
    const Rows rows = dirty_;
    dirty_ = {};
    return rows;
}

GlyphCache::Slot& GlyphCache::slot(std::uint64_t key) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>((key * std::uint64_t{0x9E3779B97F4A7C15}) >> 40U) & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return slots_[at];
}

void GlyphCache::rehash() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& one : old) {
        if (one.key != 0) slot(one.key) = one;
    }
}

const Glyph* GlyphCache::find(int weight, int glyph, float px, int quarter) {
    const int eighths = static_cast<int>(std::lround(px * 8));
    const std::uint64_t key = key_of(weight, glyph, eighths, quarter);
    if (const Slot& known = slot(key); known.key == key) return &known.glyph;
    Glyph fresh;
    if (!bake(weight, glyph, static_cast<float>(eighths) / 8, quarter, fresh)) return nullptr;
    if (++used_ * 2 > slots_.size()) rehash();
    Slot& place = slot(key);
    place = {key, fresh};
    return &place.glyph;
}

bool GlyphCache::reserve(int w, int h, int& x, int& y) {
    if (shelf_x_ + w > side_) {
        shelf_y_ += shelf_h_ + margin;
        shelf_x_ = 0;
        shelf_h_ = 0;
    }
    if (w > side_ || shelf_y_ + h > side_) return false;
    x = shelf_x_;
    y = shelf_y_;
    shelf_x_ += w + margin;
    shelf_h_ = std::max(shelf_h_, h);
    return true;
}

bool GlyphCache::bake(int weight, int glyph, float px, int quarter, Glyph& into) {
    const stbtt_fontinfo& face = faces[weight >= 600 ? 1 : 0];
    const float scale = stbtt_ScaleForMappingEmToPixels(&face, px);
    const float shift = static_cast<float>(quarter) / 4;
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    stbtt_GetGlyphBitmapBoxSubpixel(&face, glyph, scale, scale, shift, 0, &x0, &y0, &x1, &y1);
    const int w = x1 - x0;
    const int h = y1 - y0;
    if (w <= 0 || h <= 0) return true;
    int x = 0, y = 0;
    if (!reserve(w, h, x, y)) return false;
    std::uint8_t* target = &pixels_[static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(x)];
    stbtt_MakeGlyphBitmapSubpixel(&face, target, w, h, side_, scale, scale, shift, 0, glyph);
    const float texel = 1 / static_cast<float>(side_);
    into = {static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1), static_cast<float>(y1),
            static_cast<float>(x) * texel, static_cast<float>(y) * texel, static_cast<float>(x + w) * texel, static_cast<float>(y + h) * texel};
    if (dirty_.last == 0) dirty_ = {y, y + h};
    else dirty_ = {std::min(dirty_.first, y), std::max(dirty_.last, y + h)};
    return true;
}

}  // namespace danloi
