// Tables: columns shared out as browsers do; where they do not fit, the cells of a row stand under each other and the
// head is left out.
#include "imgui/layout_builder.hpp"

namespace danloi {
namespace {

constexpr float pad = 10;
constexpr float tick_side = 22;
constexpr float tick_column = 46;
constexpr float table_drawing = 26;
/// Narrower than this, columns come down to a word a line.
constexpr float least_table = 400;

}  // namespace

std::vector<float> LayoutBuilder::table_columns(const Table& block, float width) const {
    std::vector<TextExtent> wants;
    const auto look = [&](const std::vector<std::string>& cells, const TextStyle& style) {
        if (wants.size() < cells.size()) wants.resize(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const TextExtent found = extent(style, cells[i]);
            wants[i].word = std::max(wants[i].word, found.word + 2 * pad);
            wants[i].line = std::max(wants[i].line, found.line + 2 * pad);
        }
    };
    look(block.columns, styles::header);
    for (const std::vector<std::string>& row : block.rows) look(row, styles::cell);
    float least = 0;
    float most = 0;
    for (const TextExtent& want : wants) {
        least += want.word;
        most += want.line;
    }
    std::vector<float> widths;
    if (least > width || width < least_table * input_.scale) return widths;
    for (const TextExtent& want : wants) {
        const float more = most <= width ? want.line + (width - most) * want.line / most
                                         : want.word + (width - least) * (want.line - want.word) / (most - least);
        widths.push_back(more);
    }
    return widths;
}

void LayoutBuilder::row_sign(const RowSign& sign, const TextStyle& style, Area area) {
    constexpr float left = (tick_column - tick_side) / 2;
    const float middle = area.y + pad + leading(style) / 2;
    if (sign.tick) rect(area.x + left, middle - tick_side / 2, tick_side, tick_side, 3, Ink::card, Ink::control, space::edge);
    if (sign.drawn != nullptr) icon(sign.drawn->icon, area.x + left + tick_side + left / 2, middle - table_drawing / 2, table_drawing, Ink::primary);
}

float LayoutBuilder::table_row(const std::string& key, const std::vector<std::string>& cells, const std::vector<float>& widths,
                               const TextStyle& style, const RowSign& sign, Area area) {
    float x = area.x + sign.width;
    float high = leading(style) + 2 * pad;
    const std::size_t first = out_.boxes.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        high = std::max(high, padded_text(key + std::to_string(i), cells[i], style, x, area.y, widths[i], high, pad, pad));
        x += widths[i];
    }
    for (std::size_t i = first; i < out_.boxes.size(); ++i) out_.boxes[i].h = high;
    row_sign(sign, style, area);
    x = area.x + sign.width;
    if (sign.width > 0) rule(x, area.y, 0, high, Ink::hairline, 1);
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        x += widths[i];
        rule(x, area.y, 0, high, Ink::hairline, 1);
    }
    return high;
}

float LayoutBuilder::stacked_row(const std::string& key, const std::vector<std::string>& cells, const TextStyle& style,
                                 const RowSign& sign, Area area) {
    const float indent = std::max(0.0F, sign.width - pad);
    float y = area.y + pad - 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        const TextStyle own = i == 0 ? TextStyle{style.size, style.ratio, 600, style.ink} : style;
        y += padded_text(key + std::to_string(i), cells[i], own, area.x + indent, y, area.w - indent, 0, pad, 1);
    }
    y += pad - 1;
    row_sign(sign, style, area);
    return y - area.y;
}

float LayoutBuilder::place(const Table& block, Area area) {
    float y = area.y;
    const float caption = text(block.id + "/caption", block.caption, styles::strong, area);
    y += caption > 0 ? caption + 8 : 0;
    const float top = y;
    const std::size_t back = rect(area.x, y, area.w, 0, 0, Ink::card, Ink::hairline, space::hairline);
    const float before = block.ticks ? tick_column + (block.pictures.empty() ? 0 : table_drawing + 8) : 0;
    const std::vector<float> widths = table_columns(block, area.w - before);
    const auto put = [&](const std::string& key, const std::vector<std::string>& cells, const TextStyle& style, const RowSign& sign) {
        const Area here{area.x, y, area.w};
        y += widths.empty() ? stacked_row(key, cells, style, sign, here) : table_row(key, cells, widths, style, sign, here);
    };
    // Over cells that stand under each other a head says nothing: the DOM keeps it for those who listen.
    if (!block.columns.empty() && !widths.empty()) put(block.id + "/h/", block.columns, styles::header, {before});
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        if (y > top) rule(area.x, y, area.w, 0, Ink::hairline, 1);
        const Picture* drawn = block.ticks && i < block.pictures.size() ? &block.pictures[i] : nullptr;
        put(block.id + "/" + std::to_string(i) + "/", block.rows[i], styles::cell, {before, block.ticks, drawn});
    }
    out_.commands[back].h = y - top;
    return y - area.y;
}

}  // namespace danloi
