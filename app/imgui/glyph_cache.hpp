// Pictures of letters for the painter: one alpha texture that fills up with the glyphs in use and nothing else.
// Dear ImGui's own font atlas bakes every letter of every size before the first frame, and again for each new size.
#pragma once
#include <cstdint>
#include <vector>

#include "imgui/font_metrics.hpp"

namespace danloi {

/// A baked glyph: its rectangle around the pen on the baseline in physical px, and in the texture (0 to 1).
struct Glyph {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    [[nodiscard]] bool empty() const { return x1 <= x0; }
};

class GlyphCache {
public:
    /// Larger letters are baked at this many physical px and scaled.
    static constexpr float most_px = 64;

    /// Takes opened fonts; false when they cannot be drawn from. They must outlive the cache.
    [[nodiscard]] bool start(const Fonts& fonts);

    /// The glyph at a font size of `px` (at most most_px), its pen moved right by `quarter`/4 px. Baked on first use.
    /// Null when the texture is full: call grow() and start the frame again.
    [[nodiscard]] const Glyph* find(int weight, int glyph, float px, int quarter);

    /// Forgets every glyph and takes a larger texture, up to 2048 px a side; false at the limit with every glyph gone.
    bool grow();

    /// The texture: `side` x `side` bytes of alpha. The pixels around white() are opaque.
    [[nodiscard]] const std::vector<std::uint8_t>& pixels() const { return pixels_; }
    [[nodiscard]] int side() const { return side_; }
    [[nodiscard]] float white() const { return 2.0F / static_cast<float>(side_); }

    /// Rows that changed since the last take_dirty(): from `first` up to but not `last`.
    struct Rows {
        int first = 0;
        int last = 0;
    };
    Rows take_dirty();
    /// Marks everything as changed, for a texture that was lost.
    void set_dirty() { dirty_ = {0, side_}; }

private:
    struct Slot {
        std::uint64_t key = 0;
        Glyph glyph;
    };
    void reset(int side);
    [[nodiscard]] Slot& slot(std::uint64_t key);
    void rehash();
    [[nodiscard]] bool bake(int weight, int glyph, float px, int quarter, Glyph& into);
    [[nodiscard]] bool reserve(int w, int h, int& x, int& y);

    const Fonts* fonts_ = nullptr;
    std::vector<std::uint8_t> pixels_;
    std::vector<Slot> slots_;
    std::size_t used_ = 0;
    int side_ = 0;
    int shelf_x_ = 0, shelf_y_ = 0, shelf_h_ = 0;
    Rows dirty_;
};

}  // namespace danloi
