// Text blocks, boxes and small things: one placing function a block.
#include "imgui/layout_builder.hpp"

namespace danloi {
namespace {

struct ToneInks {
    Ink ink;
    Ink back;
};

/// The colours of a tinted box.
ToneInks inks_of(Tone tone) {
    switch (tone) {
        case Tone::info: return {Ink::primary, Ink::tint};
        case Tone::ok: return {Ink::ok, Ink::ok_back};
        case Tone::warning: return {Ink::warning, Ink::warning_back};
        case Tone::danger: return {Ink::danger, Ink::danger_back};
        case Tone::body:
        case Tone::secondary:
        case Tone::strong: break;
    }
    return {Ink::text, Ink::card};
}

TextStyle style_of(Tone tone) {
    if (tone == Tone::secondary) return styles::secondary;
    if (tone == Tone::strong) return styles::strong;
    return styles::body.in(inks_of(tone).ink);
}

std::string_view notice_icon(Tone tone) {
    if (tone == Tone::ok) return "check";
    return tone == Tone::warning || tone == Tone::danger ? "warning" : "info";
}

constexpr float notice_sign = 24;

/// The drawing beside one of the rows, or nullptr.
const Picture* picture_at(const std::vector<Picture>& pictures, std::size_t row) {
    return row < pictures.size() && !pictures[row].icon.empty() ? &pictures[row] : nullptr;
}

}  // namespace

float LayoutBuilder::picture(const Picture& drawn, const std::string& key, const TextStyle& style, float x, float y) {
    const float side = sign_px(drawing);
    const float top = y + (leading(style) - side) / 2;
    icon(drawn.icon, x, top, side, Ink::primary);
    if (!drawn.label.empty()) box(key + "/picture", x, top, side, side);
    return side + drawing_gap;
}

float LayoutBuilder::place(const Heading& block, Area area) {
    const TextStyle& first = is_large() && !wide() ? styles::h1_large : styles::h1;
    const TextStyle& style = block.level == 1 ? first : block.level == 2 ? styles::h2 : styles::h3;
    const float indent = block.picture.icon.empty() ? 0 : picture(block.picture, block.id, style, area.x, area.y);
    return text(block.id, block.text, style, {area.x + indent, area.y, area.w - indent});
}

float LayoutBuilder::place(const Paragraph& block, Area area) { return text(block.id, block.text, style_of(block.tone), area); }

float LayoutBuilder::place(const Progress& block, Area area) {
    constexpr float thick = 8;
    const std::size_t whole = out_.boxes.size();
    box(block.id, area.x, area.y, area.w, 0);
    float high = text(block.id + "/label", block.label, styles::secondary, area);
    high += high > 0 ? 6 : 0;
    box(block.id + "/bar", area.x, area.y + high, area.w, thick);
    rect(area.x, area.y + high, area.w, thick, thick / 2, Ink::track);
    const float share = std::clamp(static_cast<float>(block.value) / static_cast<float>(std::max(1, block.max)), 0.0F, 1.0F);
    if (share > 0) rect(area.x, area.y + high, std::max(thick, area.w * share), thick, thick / 2, Ink::primary);
    out_.boxes[whole].h = high + thick;
    return high + thick;
}

float LayoutBuilder::place(const Tags& block, Area area) {
    constexpr float pad = 10;
    constexpr float between = 8;
    float x = area.x;
    float y = area.y;
    float high = 0;
    for (std::size_t i = 0; i < block.items.size(); ++i) {
        const auto& [label, tone] = block.items[i];
        const ToneInks inks = inks_of(tone);
        const float wide = std::min(area.w, extent(styles::tag, label).line + 2 * pad);
        if (x > area.x && x + wide > area.x + area.w) {
            x = area.x;
            y += high + between;
            high = 0;
        }
        const std::size_t back = rect(x, y, wide, 0, 6, inks.back, inks.back == Ink::card ? Ink::hairline : Ink::none, 1);
        const float own = padded_text(block.id + "/" + std::to_string(i), label, styles::tag.in(inks.ink), x, y, wide, 0, pad, 2);
        out_.commands[back].h = own;
        high = std::max(high, own);
        x += wide + between;
    }
    return y + high - area.y;
}

float LayoutBuilder::prose(const Facts& block, Area area) {
    float y = area.y;
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const std::string key = block.id + "/" + std::to_string(i);
        if (i > 0) y += 10;
        y += text(key + "/dt", block.rows[i].first, styles::value, {area.x, y, area.w});
        y += text(key + "/dd", block.rows[i].second, styles::prose, {area.x, y, area.w});
    }
    return y - area.y;
}

float LayoutBuilder::place(const Facts& block, Area area) {
    if (block.prose) return prose(block, area);
    constexpr float between = 16;
    constexpr float least_value = 120;
    constexpr std::size_t most_lines = 2;
    float terms = 0;
    for (const auto& [term, value] : block.rows) terms = std::max(terms, extent(styles::term, term).line);
    const float indent = block.pictures.empty() ? 0 : sign_px(drawing) + drawing_gap;
    terms = std::min(terms + indent, area.w * 0.45F);
    const float values = area.w - terms - between;
    // In a wide column a value at the far right is hard to follow to its term; in a narrow one a value of many lines
    // reads better under its term.
    const bool wide_column = area.w > 480;
    bool stacked = values < least_value * input_.scale;
    for (const auto& [term, value] : block.rows) {
        stacked = stacked || (!wide_column && break_lines(fonts_.of(600), value, px(styles::value.size), values).size() > most_lines);
    }
    const Align align = stacked || wide_column ? Align::left : Align::right;
    float y = area.y;
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const std::string key = block.id + "/" + std::to_string(i);
        const auto& [term, value] = block.rows[i];
        if (const Picture* drawn = picture_at(block.pictures, i)) picture(*drawn, key + "/dt", styles::term, area.x, y);
        const float a = text(key + "/dt", term, styles::term, {area.x + indent, y, (stacked ? area.w : terms) - indent});
        const float b = stacked ? text(key + "/dd", value, styles::value, {area.x + indent, y + a, area.w - indent})
                                : text(key + "/dd", value, styles::value, {area.x + terms + between, y, values}, align);
        y += (stacked ? a + b : std::max(a, b)) + (i + 1 == block.rows.size() ? 0.0F : stacked ? 10.0F : 6.0F);
    }
    return y - area.y;
}

float LayoutBuilder::place(const List& block, Area area) {
    const float indent = block.pictures.empty() ? px(block.ordered ? 32.0F : 24.0F) : sign_px(drawing) + drawing_gap;
    const TextStyle& style = styles::body;
    float y = area.y;
    for (std::size_t i = 0; i < block.items.size(); ++i) {
        if (const Picture* drawn = picture_at(block.pictures, i)) picture(*drawn, block.id + "/" + std::to_string(i), style, area.x, y);
        else if (block.ordered) plain_text(std::to_string(i + 1) + ".", styles::strong.in(Ink::primary), {area.x, y, indent}, Align::left);
        else circle(area.x + px(7), y + leading(style) / 2, px(3.5F), Ink::primary, Ink::none, 0);
        y += text(block.id + "/" + std::to_string(i), block.items[i], style, {area.x + indent, y, area.w - indent});
        if (i + 1 < block.items.size()) y += 6;
    }
    return y - area.y;
}

float LayoutBuilder::place(const Notice& block, Area area) {
    const ToneInks inks = inks_of(block.tone);
    const float side = sign_px(notice_sign);
    const float sign = inks.back == Ink::card ? 0 : side + 12;
    const Ink edge = inks.back == Ink::card ? Ink::hairline : inks.ink;
    const std::size_t back = rect(area.x, area.y, area.w, 0, space::radius, inks.back, edge, space::hairline);
    const std::size_t whole = out_.boxes.size();
    box(block.id, area.x, area.y, area.w, 0);
    const Area inner{area.x + space::inset + sign, area.y + space::inset, area.w - 2 * space::inset - sign};
    const TextStyle& first = block.title.empty() ? styles::body : styles::strong;
    if (sign > 0) icon(notice_icon(block.tone), area.x + space::inset, inner.y + (leading(first) - side) / 2, side, inks.ink);
    float high = text(block.id + "/title", block.title, styles::strong.in(inks.ink), inner);
    high += high > 0 && !block.text.empty() ? 2.0F : 0.0F;
    high += text(block.id + "/text", block.text, styles::body, {inner.x, inner.y + high, inner.w});
    out_.commands[back].h = out_.boxes[whole].h = high + 2 * space::inset;
    return high + 2 * space::inset;
}

void LayoutBuilder::qr_square(const Qr& block, float x, float y, float side) {
    // The quiet zone of four modules belongs to the code: without it phones do not find it.
    box(block.id, x, y, side, side);
    rect(x, y, side, side, 8, Ink::qr_light, on_paper_ ? Ink::none : Ink::hairline, space::hairline);
    if (block.side <= 0 || block.modules.size() < static_cast<std::size_t>(block.side * block.side)) return;
    const float module = side / static_cast<float>(block.side + 8);
    Command& added = command(Command::Kind::qr, x + 4 * module, y + 4 * module, side - 8 * module, side - 8 * module);
    added.fill = Ink::qr_dark;
    added.size = static_cast<float>(block.side);
    added.item = static_cast<std::uint32_t>(out_.texts.size());
    out_.texts.push_back(block.modules);
}

float LayoutBuilder::place(const Qr& block, Area area) {
    constexpr float most = 248;
    const float side = std::min(most, area.w);
    qr_square(block, area.x + (area.w > 480 ? 0 : (area.w - side) / 2), area.y, side);
    return side;
}

float LayoutBuilder::place(const WritingLines& block, Area area) {
    constexpr float apart = 40;
    float y = area.y + text(block.id + "/label", block.label, styles::strong, area);
    for (int i = 0; i < block.lines; ++i) {
        y += apart;
        rule(area.x, y - 0.5F, area.w, 0, Ink::control, 1);
    }
    return y - area.y;
}

float LayoutBuilder::place(const Card& block, Area area) {
    const ToneInks inks = inks_of(block.tone);
    constexpr float inset = space::inset + space::hairline;
    const std::size_t back = rect(area.x, area.y, area.w, 0, space::radius, inks.back, Ink::hairline, space::hairline);
    const std::size_t whole = out_.boxes.size();
    box(block.id, area.x, area.y, area.w, 0);
    const float high = column(block.children, {area.x + inset, area.y + inset, area.w - 2 * inset}, true) + 2 * inset;
    out_.commands[back].h = out_.boxes[whole].h = high;
    return high;
}

float LayoutBuilder::place(const Disclosure& block, Area area) {
    const float sign = sign_px(20);
    const TextStyle style = styles::strong.in(Ink::primary);
    const std::size_t whole = out_.boxes.size();
    box(block.id, area.x, area.y, area.w, 0);
    const float indent = sign + 8;
    const float text_top = std::max(0.0F, (space::touch - leading(style)) / 2);
    const float label = text(block.id + "/label", block.summary, style, {area.x + indent, area.y + text_top, area.w - indent});
    const float high = std::max(space::touch, label + 2 * text_top);
    icon(block.open ? "up" : "down", area.x, area.y + text_top + (leading(style) - sign) / 2, sign, Ink::primary);
    out_.boxes[whole].h = high;
    if (!block.open || block.children.empty()) return high;
    return high + 4 + column(block.children, {area.x, area.y + high + 4, area.w}, true);
}

}  // namespace danloi
