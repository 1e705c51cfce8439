// Where everything on a Screen stands: boxes for the DOM layer and a display list for the painter. Pure: the same
// Screen, size and fonts always give the same layout. All lengths are css px, unrounded.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/screen.hpp"
#include "imgui/font_metrics.hpp"
#include "imgui/theme.hpp"

namespace danloi {

/// What layout depends on beside the Screen and the fonts.
struct LayoutInput {
    float width = 360;   ///< viewport, css px
    float height = 740;  ///< viewport, css px
    float scale = 1;     ///< text size, 0.8 to 2; 1 is body text of 20 px. Spacings do not scale
    float dpr = 1;       ///< physical pixels a css px; only painting depends on it
    Theme theme = Theme::light;
    bool easy = false;       ///< large print: all text in the heavier weight, lines further apart, one column
};

enum class Align : std::uint8_t { left, centre, right };

/// The rectangle of one DOM element (`key` is its data-k) and, for text, its lines.
struct Box {
    std::string key;
    float x = 0, y = 0, w = 0, h = 0;
    bool in_foot = false;     ///< y counts from the top of the fixed foot
    bool outside = false;     ///< some code point is not in the font: the browser shows the text, the painter does not
    Align align = Align::left;
    std::uint16_t weight = 400;
    float pad_x = 0, pad_y = 0;  ///< where the text starts inside the box (fields, tags, cells, suggestions)
    float size = 0;              ///< font size, 0 when the box has no text of its own
    float leading = 0;           ///< height of one line
    std::uint32_t first_line = 0, line_count = 0;  ///< its lines in Layout::texts
};

/// One thing to paint. Which members count depends on the kind.
struct Command {
    enum class Kind : std::uint8_t {
        rect,    ///< x y w h, radius; `fill`, then `edge` of width `border` inside the rectangle
        circle,  ///< centre x y, radius; `fill`, `edge`, `border`
        text,    ///< Layout::texts[item] from x at baseline y, `size`, `weight`, colour `fill`
        icon,    ///< Layout::texts[item] names it; square of side w at x y, stroke `edge`, `border` wide (0: as drawn)
        line,    ///< from x y to x+w y+h, width `border`, colour `edge`
        qr       ///< Layout::texts[item] are modules, `size` a side, in the square of side w at x y
    };
    Kind kind = Kind::rect;
    bool in_foot = false;
    bool on_paper = false;  ///< part of a sheet of paper: black on white in every theme
    Ink fill = Ink::none;
    Ink edge = Ink::none;
    std::uint16_t weight = 400;
    std::uint32_t item = 0;
    float x = 0, y = 0, w = 0, h = 0;
    float radius = 0, border = 0, size = 0;
};

struct Layout {
    float width = 0;    ///< of the viewport
    float height = 0;   ///< of the whole stage, the fixed foot included; at least the viewport's
    float foot = 0;     ///< height of the foot fixed to the viewport's bottom, 0 when there is none
    std::vector<Box> boxes;
    std::vector<Command> commands;
    std::vector<std::string> texts;
};

/// Lays a Screen out.
[[nodiscard]] Layout lay_out(const Screen& screen, const LayoutInput& input, const Fonts& fonts);

/// The boxes as the compact JSON the DOM layer reads:
/// {"height","foot","boxes":[{"k","x","y","w","h","f"?,"o"?,"align"?,"px"?,"py"?,"lines"?,"size"?,"leading"?,"weight"?}]}.
/// `o` marks text outside the font, `align` is "center" or "right", `px`/`py` are the padding before the text.
[[nodiscard]] std::string layout_json(const Layout& layout);

/// Reads {"screen":{..},"width":..,"height":..,"scale":..,"dpr":..,"theme":".."}; false when there is no screen.
/// Numbers out of range are brought into it.
[[nodiscard]] bool read_layout_input(std::string_view json, Screen& screen, LayoutInput& input);

}  // namespace danloi
