// Primitives of layout: boxes, text, marks and the label-with-icon shape of buttons, pills and chips.
#include <cmath>

#include "imgui/layout_builder.hpp"

namespace danloi {

TextExtent LayoutBuilder::extent(const TextStyle& style, std::string_view text) const {
    return text_extent(fonts_.of(style.weight), text, px(style.size));
}

Box& LayoutBuilder::box(std::string key, float x, float y, float w, float h) {
    Box& added = out_.boxes.emplace_back();
    added.key = std::move(key);
    added.x = x;
    added.y = y;
    added.w = w;
    added.h = h;
    added.in_foot = in_foot_;
    return added;
}

Command& LayoutBuilder::command(Command::Kind kind, float x, float y, float w, float h) {
    Command& added = out_.commands.emplace_back();
    added.kind = kind;
    added.in_foot = in_foot_;
    added.on_paper = on_paper_;
    added.x = x;
    added.y = y;
    added.w = w;
    added.h = h;
    return added;
}

std::size_t LayoutBuilder::rect(float x, float y, float w, float h, float radius, Ink fill, Ink edge, float border) {
    Command& added = command(Command::Kind::rect, x, y, w, h);
    added.radius = radius;
    added.fill = fill;
    added.edge = edge;
    added.border = border;
    return out_.commands.size() - 1;
}

void LayoutBuilder::circle(float x, float y, float radius, Ink fill, Ink edge, float border) {
    Command& added = command(Command::Kind::circle, x, y, 0, 0);
    added.radius = radius;
    added.fill = fill;
    added.edge = edge;
    added.border = border;
}

void LayoutBuilder::icon(std::string_view name, float x, float y, float side, Ink ink, float stroke) {
    Command& added = command(Command::Kind::icon, x, y, side, side);
    added.edge = ink;
    added.border = stroke;
    added.item = static_cast<std::uint32_t>(out_.texts.size());
    out_.texts.emplace_back(name);
}

void LayoutBuilder::rule(float x, float y, float w, float h, Ink ink, float border) {
    Command& added = command(Command::Kind::line, x, y, w, h);
    added.edge = ink;
    added.border = border;
}

void LayoutBuilder::lines(std::string_view text, const TextStyle& style, Area area, Align align, Box& into) {
    const FontFace& face = fonts_.of(style.weight);
    const float size = px(style.size);
    const float step = leading(style);
    // Browsers round ascent and descent to whole px and the half leading down.
    const float ascent = std::round(face.ascent() * size);
    const float descent = std::round(face.descent() * size);
    const float half = std::floor((step - ascent - descent) / 2);
    // Chromium on Android and Linux gives a descent that was rounded down one px of the ascent, where letters stand at fractions of a px.
    const float baseline = half + ascent - (descent < face.descent() * size ? 1 : 0);
    into.size = size;
    into.leading = step;
    into.weight = weight(style);
    into.align = align;
    into.outside = !covers(face, text);
    into.first_line = static_cast<std::uint32_t>(out_.texts.size());
    float y = area.y;
    for (TextLine& line : break_lines(face, text, size, area.w)) {
        const float spare = area.w - line.width;
        Command& added = command(Command::Kind::text, area.x, y + baseline, line.width, step);
        added.x += align == Align::centre ? spare / 2 : align == Align::right ? spare : 0;
        added.size = size;
        added.weight = into.weight;
        added.fill = style.ink;
        added.item = static_cast<std::uint32_t>(out_.texts.size());
        out_.texts.push_back(std::move(line.text));
        ++into.line_count;
        y += step;
        if (into.outside) out_.commands.pop_back();
    }
}

float LayoutBuilder::text(std::string key, std::string_view text, const TextStyle& style, Area area, Align align) {
    if (text.empty()) return 0;
    Box& added = box(std::move(key), area.x, area.y, area.w, 0);
    lines(text, style, area, align, added);
    added.h = static_cast<float>(added.line_count) * added.leading;
    return added.h;
}

float LayoutBuilder::plain_text(std::string_view text, const TextStyle& style, Area area, Align align) {
    Box unkeyed;
    lines(text, style, area, align, unkeyed);
    return static_cast<float>(unkeyed.line_count) * unkeyed.leading;
}

float LayoutBuilder::padded_text(std::string key, std::string_view text, const TextStyle& style, float x, float y, float w,
                                 float h, float pad_x, float pad_y) {
    Box& added = box(std::move(key), x, y, w, h);
    lines(text, style, {x + pad_x, y + pad_y, w - 2 * pad_x}, Align::left, added);
    added.pad_x = pad_x;
    added.pad_y = pad_y;
    added.h = std::max(h, static_cast<float>(added.line_count) * added.leading + 2 * pad_y);
    return added.h;
}

void LayoutBuilder::underline(const Box& text, Ink ink) {
    // Under each line of a link: colour alone must not tell it from text.
    if (text.outside) return;
    const std::size_t end = out_.commands.size();
    for (std::size_t i = end - std::min<std::size_t>(end, text.line_count); i < end; ++i) {
        const Command line = out_.commands[i];
        if (line.kind == Command::Kind::text) rule(line.x, line.y + px(3), line.w, 0, ink, 1.5F);
    }
}

Extent LayoutBuilder::measure(const Labelled& item, float most) const {
    const float sign = item.icon.empty() ? 0 : sign_px(item.icon_side) + item.icon_gap;
    const float room = std::max(1.0F, most - 2 * item.pad - sign);
    const FontFace& face = fonts_.of(item.style.weight);
    float widest = 0;
    float high = 0;
    for (const TextLine& line : break_lines(face, item.label, px(item.style.size), room)) {
        widest = std::max(widest, line.width);
        high += leading(item.style);
    }
    return {std::min(most, std::max(item.least_w, widest + sign + 2 * item.pad)),
            std::max(item.least_h, high + 2 * item.pad_y)};
}

void LayoutBuilder::draw(const Labelled& item, float x, float y, float w, float h) {
    const float sign = item.icon.empty() ? 0 : sign_px(item.icon_side) + item.icon_gap;
    const float room = std::max(1.0F, w - 2 * item.pad - sign);
    float widest = 0;
    float high = 0;
    for (const TextLine& line : break_lines(fonts_.of(item.style.weight), item.label, px(item.style.size), room)) {
        widest = std::max(widest, line.width);
        high += leading(item.style);
    }
    const float left = x + (w - sign - widest) / 2;
    const float side = sign_px(item.icon_side);
    if (sign > 0) icon(item.icon, left - item.icon_shift * side, y + (h - side) / 2, side, item.style.ink);
    text(item.key, item.label, item.style, {left + sign, y + (h - high) / 2, widest}, Align::centre);
}

}  // namespace danloi
