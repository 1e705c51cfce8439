// Draws a Layout with Dear ImGui's draw list, in physical pixels, at a scroll offset. Knows no window and no graphics
// interface: a renderer takes the draw list and the texture of letters from here.
//  [x] every block, three themes, culling, a foot that stays at the viewport's bottom
//  [ ] ImGui windows and widgets: the page is the input, and without them the module is half the size
#pragma once
#include <cstdint>
#include <span>

#include <imgui.h>
#include <imgui_internal.h>

#include "imgui/glyph_cache.hpp"
#include "imgui/icons.hpp"
#include "imgui/layout.hpp"

namespace danloi {

class Painter {
public:
    /// Takes the two fonts (TTF) and shell/icons.json. The font bytes must outlive the painter. False when a font
    /// cannot be read; without icons the rest is still drawn.
    [[nodiscard]] bool start(std::span<const std::uint8_t> font400, std::span<const std::uint8_t> font600, std::string_view icons);

    [[nodiscard]] const Fonts& fonts() const { return fonts_; }

    /// From now on this layout is drawn; `input` is what it was made from.
    void show(Layout layout, const LayoutInput& input);
    [[nodiscard]] const Layout& layout() const { return layout_; }
    [[nodiscard]] const LayoutInput& input() const { return input_; }

    /// One frame: the viewport with the stage scrolled up by `scroll_y` css px. Valid until the next call.
    [[nodiscard]] const ImDrawList& draw(float scroll_y);

    /// The letters; the renderer's texture is a copy of its pixels.
    [[nodiscard]] GlyphCache& glyphs() { return glyphs_; }
    /// The colour behind everything, 0xRRGGBB.
    [[nodiscard]] std::uint32_t ground() const { return colour(input_.theme, Ink::page); }

private:
    [[nodiscard]] bool draw_commands(float scroll_y);
    [[nodiscard]] bool draw_text(const Command& command, float top);
    void draw_rect(const Command& command, float top);
    void draw_circle(const Command& command, float top);
    void draw_line(const Command& command, float top);
    void draw_icon(const Command& command, float top);
    void draw_qr(const Command& command, float top);
    [[nodiscard]] ImU32 paint(Ink ink) const;
    [[nodiscard]] float snap(float css) const;

    Fonts fonts_;
    IconSet icons_;
    GlyphCache glyphs_;
    Layout layout_;
    LayoutInput input_;
    Theme theme_ = Theme::light;  ///< of the command being drawn
    ImDrawListSharedData shared_;
    ImDrawList list_{&shared_};
};

}  // namespace danloi
