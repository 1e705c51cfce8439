// Controls: answers to choose, fields, buttons, links and tiles.
#include "imgui/layout_builder.hpp"

namespace danloi {
namespace {

constexpr float mark_side = 28;
constexpr float chip_mark = 20;
constexpr float chip_gap = 8;
constexpr float chips_apart = 8;
constexpr float tile_icon = 30;
constexpr float row_inset = space::inset + space::edge;

/// Room beside mark and label of a chip.
struct ChipPads {
    float left;
    float right;
    [[nodiscard]] constexpr float around() const { return left + chip_mark + chip_gap + right; }
};
constexpr ChipPads wide_chip{14, 14};
constexpr ChipPads narrow_chip{12, 10};

}  // namespace

void LayoutBuilder::mark(float x, float y, float side, bool many, bool checked) {
    const Ink edge = checked ? Ink::primary : Ink::control;
    const Ink fill = checked && many ? Ink::primary : Ink::card;
    if (many) rect(x, y, side, side, side / 4, fill, edge, space::edge);
    else circle(x + side / 2, y + side / 2, side / 2, fill, edge, space::edge);
    if (!checked) return;
    if (many) icon("check", x + side * 0.1F, y + side * 0.1F, side * 0.8F, Ink::on_primary, side * 0.11F);
    else circle(x + side / 2, y + side / 2, side * 0.25F, Ink::primary, Ink::none, 0);
}

float LayoutBuilder::option_row(const Choices& block, std::size_t index, Area area) {
    const ChoiceOption& option = block.options[index];
    const std::string key = block.id + "/" + std::to_string(index);
    const std::size_t back = rect(area.x, area.y, area.w, 0, space::radius, option.checked ? Ink::tint : Ink::card,
                                  option.checked ? Ink::primary : Ink::hairline, space::edge);
    const std::size_t whole = out_.boxes.size();
    box(key, area.x, area.y, area.w, 0);
    const float left = area.x + row_inset + mark_side + 14;
    const float room = area.x + area.w - row_inset - left;
    const float first = leading(styles::strong);
    const float top = area.y + row_inset + std::max(0.0F, (mark_side - first) / 2);
    mark(area.x + row_inset, top + (first - mark_side) / 2, mark_side, block.many, option.checked);
    float high = text(key + "/label", option.label, styles::strong, {left, top, room});
    high += text(key + "/hint", option.hint, styles::secondary, {left, top + high, room});
    const float own = std::max(64.0F, high + 2 * (top - area.y));
    out_.commands[back].h = out_.boxes[whole].h = own;
    return own;
}

float LayoutBuilder::chip_width(const std::string& label, float w) const {
    if (!chips_in_columns()) return std::min(w, extent(styles::chip, label).line + wide_chip.around());
    const float half = (w - chips_apart) / 2;
    return half < 52 + px(70) ? w : half;  // 70: the longest word of a paper's state
}

float LayoutBuilder::chip_height(const std::string& label, float w) const {
    const FontFace& face = fonts_.of(styles::chip.weight);
    const float room = w - (chips_in_columns() ? narrow_chip.around() : wide_chip.around());
    const std::size_t count = break_lines(face, label, px(styles::chip.size), room).size();
    return std::max(space::touch, static_cast<float>(count) * leading(styles::chip) + 20);
}

void LayoutBuilder::chip(const Choices& block, std::size_t index, float x, float y, float w, float h) {
    const ChoiceOption& option = block.options[index];
    const ChipPads& pads = chips_in_columns() ? narrow_chip : wide_chip;
    const std::string key = block.id + "/" + std::to_string(index);
    rect(x, y, w, h, 24, option.checked ? Ink::tint : Ink::card, option.checked ? Ink::primary : Ink::hairline, space::edge);
    box(key, x, y, w, h);
    mark(x + pads.left, y + (h - chip_mark) / 2, chip_mark, block.many, option.checked);
    const float room = w - pads.around();
    const TextStyle style = styles::chip.in(option.checked ? Ink::primary : Ink::text);
    const FontFace& face = fonts_.of(style.weight);
    const float high = static_cast<float>(break_lines(face, option.label, px(style.size), room).size()) * leading(style);
    text(key + "/label", option.label, style, {x + pads.left + chip_mark + chip_gap, y + (h - high) / 2, room});
}

float LayoutBuilder::option_chips(const Choices& block, Area area) {
    if (block.options.empty()) return 0;
    float high = 0;
    for (const ChoiceOption& option : block.options) {
        high = std::max(high, chip_height(option.label, chip_width(option.label, area.w)));
    }
    float x = area.x;
    float y = area.y;
    for (std::size_t i = 0; i < block.options.size(); ++i) {
        const float wide = chip_width(block.options[i].label, area.w);
        if (i > 0 && x + wide > area.x + area.w + 0.5F) {
            x = area.x;
            y += high + chips_apart;
        }
        chip(block, i, x, y, wide, high);
        x += wide + chips_apart;
    }
    return y + high - area.y;
}

float LayoutBuilder::place(const Choices& block, Area area) {
    float y = area.y;
    if (!block.legend_hidden && !block.legend.empty()) {
        y += text(block.id + "/legend", block.legend, styles::strong, area) + 8;
    }
    if (!block.error.empty()) y += text(block.id + "/error", block.error, styles::strong.in(Ink::danger), {area.x, y, area.w}) + 8;
    if (block.compact) return y + option_chips(block, {area.x, y, area.w}) - area.y;
    for (std::size_t i = 0; i < block.options.size(); ++i) {
        if (i > 0) y += space::gap;
        y += option_row(block, i, {area.x, y, area.w});
    }
    return y - area.y;
}

float LayoutBuilder::suggestions(const Field& block, Area area) {
    const std::size_t back = rect(area.x, area.y, area.w, 0, space::radius, Ink::card, Ink::control, space::hairline);
    const float step = leading(styles::body);
    float y = area.y;
    for (std::size_t i = 0; i < block.suggestions.size(); ++i) {
        if (i > 0) rule(area.x + 1, y, area.w - 2, 0, Ink::hairline, 1);
        const float pad_y = std::max(12.0F, (56 - step) / 2);
        y += padded_text(block.id + "/s/" + std::to_string(i), block.suggestions[i].label, styles::body, area.x, y, area.w, 56,
                         space::inset, pad_y);
    }
    out_.commands[back].h = y - area.y;
    return y - area.y;
}

float LayoutBuilder::place(const Field& block, Area area) {
    float y = area.y;
    if (!block.label_hidden) y += text(block.id + "/label", block.label, styles::strong, area);
    y += text(block.id + "/hint", block.hint, styles::secondary, {area.x, y, area.w});
    y += text(block.id + "/error", block.error, styles::strong.in(Ink::danger), {area.x, y, area.w});
    if (y > area.y) y += 8;
    const bool search = block.kind == FieldKind::search || block.kind == FieldKind::place;
    const bool narrow = block.kind == FieldKind::date || block.kind == FieldKind::number;
    const float wide = narrow ? std::min(area.w, 320.0F) : area.w;
    const float high = std::max(search ? 64.0F : 60.0F, leading(styles::body) + 24);
    rect(area.x, y, wide, high, space::radius, Ink::card, block.error.empty() ? Ink::control : Ink::danger, space::edge);
    if (search) icon("search", area.x + 18, y + (high - 24) / 2, 24, Ink::secondary);
    Box& input = box(block.id, area.x, y, wide, high);
    // The browser shows the text in a field; these say where it belongs.
    input.size = px(styles::body.size);
    input.leading = leading(styles::body);
    input.weight = weight(styles::body);
    input.pad_x = search ? 54 : row_inset;
    input.pad_y = (high - input.leading) / 2;
    y += high;
    if (!block.suggestions.empty()) y += 8 + suggestions(block, {area.x, y + 8, area.w});
    return y - area.y;
}

float LayoutBuilder::place(const Button& block, Area area) {
    const bool primary = block.kind == ButtonKind::primary;
    const bool bordered = block.kind == ButtonKind::secondary;
    const std::string key = block.id + "/label";
    const Labelled item{.key = key, .label = block.label, .icon = block.icon,
                        .style = styles::strong.in(primary ? Ink::on_primary : Ink::primary), .pad = 16, .pad_y = 12,
                        .least_w = area.w, .least_h = primary ? 60.0F : 56.0F};
    const float high = measure(item, area.w).h;
    const Ink fill = primary ? Ink::primary : bordered ? Ink::card : Ink::none;
    if (fill != Ink::none) {
        rect(area.x, area.y, area.w, high, space::radius, fill, bordered ? Ink::primary : Ink::none, bordered ? space::edge : 0);
    }
    box(block.id, area.x, area.y, area.w, high);
    draw(item, area.x, area.y, area.w, high);
    return high;
}

float LayoutBuilder::row_link(const Link& block, Area area) {
    constexpr float inset = space::inset + space::hairline;
    const float sign = sign_px(28);
    const float arrow = sign_px(20);
    const std::size_t back = rect(area.x, area.y, area.w, 0, space::radius, Ink::card, Ink::hairline, space::hairline);
    const std::size_t whole = out_.boxes.size();
    box(block.id, area.x, area.y, area.w, 0);
    const float left = area.x + inset + (block.icon.empty() ? 0 : sign + 14);
    const float room = area.x + area.w - inset - arrow - 12 - left;
    float high = text(block.id + "/label", block.label, styles::strong, {left, area.y + inset, room});
    high += text(block.id + "/hint", block.hint, styles::secondary, {left, area.y + inset + high, room});
    const float own = std::max(64.0F, high + 2 * inset);
    if (!block.icon.empty()) icon(block.icon, area.x + inset, area.y + (own - sign) / 2, sign, Ink::primary);
    icon("next", area.x + area.w - inset - arrow, area.y + (own - arrow) / 2, arrow, Ink::secondary);
    out_.commands[back].h = out_.boxes[whole].h = own;
    return own;
}

float LayoutBuilder::place(const Link& block, Area area) {
    if (block.kind == LinkKind::row) return row_link(block, area);
    const float sign = sign_px(22);
    const bool back = block.kind == LinkKind::back;
    const std::string_view name = back && block.icon.empty() ? std::string_view("back") : block.icon;
    const TextStyle style = (back ? styles::strong : styles::body).in(Ink::primary);
    const float indent = name.empty() ? 0 : sign + 8;
    const float pad = std::max(0.0F, (space::touch - leading(style)) / 2);
    const std::size_t whole = out_.boxes.size();
    box(block.id, area.x, area.y, area.w, 0);
    if (!name.empty()) icon(name, area.x, area.y + pad + (leading(style) - sign) / 2, sign, Ink::primary);
    const std::size_t label = out_.boxes.size();
    float high = text(block.id + "/label", block.label, style, {area.x + indent, area.y + pad, area.w - indent});
    if (!back && label < out_.boxes.size()) underline(out_.boxes[label], Ink::primary);
    high += text(block.id + "/hint", block.hint, styles::secondary, {area.x + indent, area.y + pad + high, area.w - indent});
    out_.boxes[whole].h = high + 2 * pad;
    return high + 2 * pad;
}

float LayoutBuilder::tile_height(const Link& item, float w) const {
    const float room = w - 2 * (space::inset + space::hairline);
    const auto high = [&](const TextStyle& style, const std::string& text) {
        return static_cast<float>(break_lines(fonts_.of(style.weight), text, px(style.size), room).size()) * leading(style);
    };
    const float text = high(styles::tile, item.label) + high(styles::secondary, item.hint);
    return std::max(108.0F, text + (item.icon.empty() ? 0 : tile_icon + 12) + 2 * (space::inset + space::hairline));
}

void LayoutBuilder::tile(const Link& item, float x, float y, float w, float h) {
    constexpr float inset = space::inset + space::hairline;
    rect(x, y, w, h, space::radius, Ink::card, Ink::hairline, space::hairline);
    box(item.id, x, y, w, h);
    if (!item.icon.empty()) icon(item.icon, x + inset - 2, y + inset - 2, tile_icon, Ink::primary);
    const float top = y + inset + (item.icon.empty() ? 0 : tile_icon + 12);
    const float high = text(item.id + "/label", item.label, styles::tile, {x + inset, top, w - 2 * inset});
    text(item.id + "/hint", item.hint, styles::secondary, {x + inset, top + high, w - 2 * inset});
}

float LayoutBuilder::place(const Tiles& block, Area area) {
    constexpr float least = 136;
    const float fit = (area.w + space::gap) / (least * std::max(1.0F, input_.scale) + space::gap);
    const std::size_t across = std::clamp<std::size_t>(static_cast<std::size_t>(fit), 1, 4);
    const float wide = (area.w - space::gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    float y = area.y;
    for (std::size_t i = 0; i < block.items.size(); i += across) {
        const std::size_t end = std::min(block.items.size(), i + across);
        float high = 0;
        for (std::size_t j = i; j < end; ++j) high = std::max(high, tile_height(block.items[j], wide));
        for (std::size_t j = i; j < end; ++j) {
            tile(block.items[j], area.x + static_cast<float>(j - i) * (wide + space::gap), y, wide, high);
        }
        y += high + (end < block.items.size() ? space::gap : 0);
    }
    return y - area.y;
}

}  // namespace danloi
