// The inside of layout: one placing function a block. Used by the layout*.cpp files only.
#pragma once
#include <algorithm>

#include "imgui/layout.hpp"
#include "imgui/text_break.hpp"

namespace danloi {

/// A way of setting text: px at scale 1 and the line height as a multiple of it.
struct TextStyle {
    float size;
    float ratio;
    std::uint16_t weight;
    Ink ink;
    [[nodiscard]] constexpr TextStyle in(Ink other) const { return {size, ratio, weight, other}; }
};

namespace styles {
inline constexpr TextStyle body{20, 1.5F, 400, Ink::text};
inline constexpr TextStyle strong{20, 1.5F, 600, Ink::text};
inline constexpr TextStyle secondary{17, 1.5F, 400, Ink::secondary};
inline constexpr TextStyle h1{28, 1.25F, 600, Ink::text};
inline constexpr TextStyle h1_large{24, 1.25F, 600, Ink::text};  ///< long words must fit on a phone
inline constexpr TextStyle h2{22, 1.3F, 600, Ink::text};
inline constexpr TextStyle h3{20, 1.4F, 600, Ink::text};
inline constexpr TextStyle tile{18, 1.3F, 600, Ink::text};
inline constexpr TextStyle chip{17, 1.4F, 600, Ink::text};
inline constexpr TextStyle term{18, 1.5F, 400, Ink::secondary};
inline constexpr TextStyle value{18, 1.5F, 600, Ink::text};
inline constexpr TextStyle prose{18, 1.5F, 400, Ink::text};
inline constexpr TextStyle tag{16, 1.5F, 600, Ink::text};
inline constexpr TextStyle cell{17, 1.5F, 400, Ink::text};
inline constexpr TextStyle header{17, 1.5F, 600, Ink::text};
}  // namespace styles

/// How much further apart the lines of large print stand.
inline constexpr float easy_lead = 1.15F;

/// Lengths of the page pattern in css px.
namespace space {
inline constexpr float gap = 12;          ///< between cards, rows, tiles
inline constexpr float inset = 16;        ///< padding of cards and rows
inline constexpr float radius = 12;
inline constexpr float hairline = 1;
inline constexpr float edge = 2;          ///< border of a control
inline constexpr float touch = 48;
inline constexpr float column = 720;
inline constexpr float aside = 380;
inline constexpr float aside_gap = 24;
inline constexpr float bar = 64;
inline constexpr float flow_from = 560;   ///< viewport width where chips no longer stand in columns
inline constexpr float wide_from = 720;   ///< viewport width with wide padding and a foot in the flow
inline constexpr float aside_from = 1100; ///< viewport width with two columns
}  // namespace space

/// Side of a drawing beside words at scale 1, and the room between the two.
inline constexpr float drawing = 28;
inline constexpr float drawing_gap = 12;

/// Where a block may stand: its left, its top and the width it has.
struct Area {
    float x;
    float y;
    float w;
};

/// A control that is a label with perhaps an icon before it, both centred: button, pill, chip.
struct Labelled {
    const std::string& key;
    const std::string& label;
    std::string_view icon;
    TextStyle style;
    float pad = 16;    ///< left and right
    float pad_y = 8;   ///< least above and below
    float least_w = 0;
    float least_h = 48;
    float icon_side = 22;  ///< at scale 1
    float icon_gap = 8;
    float icon_shift = 0;  ///< how far an icon with empty sides moves left, as a share of its side
};

/// What stands before the cells of a table's row: nothing (width 0), the empty column, a box to tick, a picture beside it.
struct RowSign {
    float width = 0;
    bool tick = false;
    const Picture* drawn = nullptr;
};

struct Extent {
    float w;
    float h;
};

/// Fills a Layout. Each `place` puts one block at the top of its area and returns the height taken.
class LayoutBuilder {
public:
    LayoutBuilder(Layout& out, const LayoutInput& input, const Fonts& fonts) : out_(out), input_(input), fonts_(fonts) {}

    /// Places blocks one under the other, neighbours' margins collapsed; returns the height.
    float column(const std::vector<Block>& blocks, Area area, bool in_card = false);
    /// Places the top line; returns its height.
    float bar(const std::vector<Block>& blocks, Area area);
    /// From now on y counts from the top of the fixed foot (or no longer does).
    void set_foot(bool in_foot) { in_foot_ = in_foot; }
    /// Places the blocks on a sheet of paper, its QR code in the corner where there is room; returns its height.
    float sheet(const std::vector<Block>& blocks, Area area);
    [[nodiscard]] bool wide() const { return input_.width >= space::wide_from; }
    /// Text so large that little of it stands beside anything.
    [[nodiscard]] bool is_large() const { return input_.scale > 1.4F; }

    float place(const Heading& block, Area area);
    float place(const Paragraph& block, Area area);
    float place(const Progress& block, Area area);
    float place(const Choices& block, Area area);
    float place(const Field& block, Area area);
    float place(const Button& block, Area area);
    float place(const Link& block, Area area);
    float place(const Tiles& block, Area area);
    float place(const Tags& block, Area area);
    float place(const Facts& block, Area area);
    float prose(const Facts& block, Area area);
    float place(const List& block, Area area);
    float place(const Notice& block, Area area);
    float place(const Table& block, Area area);
    float place(const Qr& block, Area area);
    void qr_square(const Qr& block, float x, float y, float side);
    float place(const WritingLines& block, Area area);
    float place(const Card& block, Area area);
    float place(const Disclosure& block, Area area);

private:
    // Primitives (layout_draw.cpp).
    [[nodiscard]] float px(float at_scale_1) const { return at_scale_1 * input_.scale; }
    /// Side of an icon beside text: it grows with the text, but takes little of its room.
    [[nodiscard]] float sign_px(float at_scale_1) const { return at_scale_1 * std::clamp(input_.scale, 1.0F, 1.4F); }
    [[nodiscard]] float leading(const TextStyle& style) const { return px(style.size) * style.ratio * (input_.easy ? easy_lead : 1); }
    [[nodiscard]] std::uint16_t weight(const TextStyle& style) const { return input_.easy ? styles::strong.weight : style.weight; }
    [[nodiscard]] TextExtent extent(const TextStyle& style, std::string_view text) const;
    Box& box(std::string key, float x, float y, float w, float h);
    Command& command(Command::Kind kind, float x, float y, float w, float h);
    std::size_t rect(float x, float y, float w, float h, float radius, Ink fill, Ink edge = Ink::none, float border = 0);
    void circle(float x, float y, float radius, Ink fill, Ink edge, float border);
    void icon(std::string_view name, float x, float y, float side, Ink ink, float stroke = 0);
    /// Draws a picture beside the first line of a text in `style`, and gives how far the text moves to the right.
    float picture(const Picture& drawn, const std::string& key, const TextStyle& style, float x, float y);
    void rule(float x, float y, float w, float h, Ink ink, float border);
    void underline(const Box& text, Ink ink);
    float text(std::string key, std::string_view text, const TextStyle& style, Area area, Align align = Align::left);
    float plain_text(std::string_view text, const TextStyle& style, Area area, Align align);
    float padded_text(std::string key, std::string_view text, const TextStyle& style, float x, float y, float w, float h,
                      float pad_x, float pad_y);
    void lines(std::string_view text, const TextStyle& style, Area area, Align align, Box& into);
    [[nodiscard]] Extent measure(const Labelled& item, float most) const;
    void draw(const Labelled& item, float x, float y, float w, float h);

    // Parts of blocks.
    float option_row(const Choices& block, std::size_t index, Area area);
    /// Chips stand in columns of one width; otherwise they follow each other, as wide as their words.
    [[nodiscard]] bool chips_in_columns() const { return input_.width < space::flow_from; }
    [[nodiscard]] float chip_width(const std::string& label, float w) const;
    [[nodiscard]] float chip_height(const std::string& label, float w) const;
    float option_chips(const Choices& block, Area area);
    void chip(const Choices& block, std::size_t index, float x, float y, float w, float h);
    void mark(float x, float y, float side, bool many, bool checked);
    float suggestions(const Field& block, Area area);
    float row_link(const Link& block, Area area);
    void tile(const Link& item, float x, float y, float w, float h);
    float tile_height(const Link& item, float w) const;
    [[nodiscard]] std::vector<float> table_columns(const Table& block, float width) const;
    float table_row(const std::string& key, const std::vector<std::string>& cells, const std::vector<float>& widths,
                    const TextStyle& style, const RowSign& sign, Area area);
    float stacked_row(const std::string& key, const std::vector<std::string>& cells, const TextStyle& style, const RowSign& sign, Area area);
    void row_sign(const RowSign& sign, const TextStyle& style, Area area);

    // Things that stand side by side (layout_row.cpp).
    [[nodiscard]] bool flows(const Block& block) const;
    [[nodiscard]] Extent natural(const Block& block, float most) const;
    void place_at(const Block& block, float x, float y, float w, float h);
    float row(const Block* first, const Block* last, Area area, Align align);
    float bar_line(const std::vector<const Block*>& left, const std::vector<const Block*>& right, Area area);

    Layout& out_;
    const LayoutInput& input_;
    const Fonts& fonts_;
    bool in_foot_ = false;
    bool on_paper_ = false;
};

/// Calls of std::visit with one lambda a type.
template <typename... Parts>
struct Overloaded : Parts... {
    using Parts::operator()...;
};
template <typename... Parts>
Overloaded(Parts...) -> Overloaded<Parts...>;

}  // namespace danloi
