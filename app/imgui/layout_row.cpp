// Things that stand side by side and wrap: the bar, pills, and on wide screens the buttons.
#include "imgui/layout_builder.hpp"

namespace danloi {
namespace {

constexpr float between = 8;
constexpr float bar_between = 16;
constexpr TextStyle brand = styles::strong.in(Ink::primary);

bool is_pill(const Block& block) {
    if (const Button* button = std::get_if<Button>(&block.base())) return button->kind == ButtonKind::pill;
    if (const Link* link = std::get_if<Link>(&block.base())) return link->kind == LinkKind::pill;
    return false;
}

Labelled pill(const std::string& key, const std::string& label, const std::string& icon) {
    return {.key = key, .label = label, .icon = icon, .style = styles::secondary, .pad = 14, .pad_y = 8, .least_w = 48};
}

/// A link of the bar: the back link, or a name that leads home.
Labelled bar_link(const std::string& key, const Link& link) {
    const std::string_view icon = link.kind == LinkKind::back && link.icon.empty() ? std::string_view("back") : link.icon;
    return {.key = key, .label = link.label, .icon = icon, .style = brand, .pad = 0, .icon_side = 20, .icon_gap = 0,
            .icon_shift = link.kind == LinkKind::back ? 0.25F : 0};
}

Labelled wide_button(const std::string& key, const Button& button) {
    const bool primary = button.kind == ButtonKind::primary;
    const bool quiet = button.kind == ButtonKind::quiet;
    return {.key = key, .label = button.label, .icon = button.icon,
            .style = styles::strong.in(primary ? Ink::on_primary : Ink::primary), .pad = quiet ? 16.0F : 24.0F, .pad_y = 12,
            .least_w = primary ? 320.0F : quiet ? 48.0F : 200.0F, .least_h = primary ? 60.0F : 56.0F};
}

}  // namespace

bool LayoutBuilder::flows(const Block& block) const {
    if (is_pill(block)) return true;
    return wide() && std::holds_alternative<Button>(block.base());
}

Extent LayoutBuilder::natural(const Block& block, float most) const {
    static const std::string no_key;
    if (const Button* button = std::get_if<Button>(&block.base())) {
        const bool is_small = button->kind == ButtonKind::pill;
        return measure(is_small ? pill(no_key, button->label, button->icon) : wide_button(no_key, *button), most);
    }
    if (const Link* link = std::get_if<Link>(&block.base())) {
        return measure(link->kind == LinkKind::pill ? pill(no_key, link->label, link->icon) : bar_link(no_key, *link), most);
    }
    const auto set = [&](const TextStyle& style, const std::string& text) -> Extent {
        const float wide = std::min(most, extent(style, text).line);
        return {wide, static_cast<float>(break_lines(fonts_.of(style.weight), text, px(style.size), wide).size()) * leading(style)};
    };
    if (const Heading* heading = std::get_if<Heading>(&block.base())) return set(brand, heading->text);
    if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.base())) return set(styles::secondary, paragraph->text);
    return {most, 0};
}

void LayoutBuilder::place_at(const Block& block, float x, float y, float w, float h) {
    if (const Heading* heading = std::get_if<Heading>(&block.base())) {
        text(heading->id, heading->text, brand, {x, y, w});
        return;
    }
    if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.base())) {
        text(paragraph->id, paragraph->text, styles::secondary, {x, y, w});
        return;
    }
    const Button* button = std::get_if<Button>(&block.base());
    const Link* link = std::get_if<Link>(&block.base());
    if (button == nullptr && link == nullptr) return;
    const std::string& id = button != nullptr ? button->id : link->id;
    const std::string key = id + "/label";
    box(id, x, y, w, h);
    if (is_pill(block)) {
        rect(x, y, w, h, std::min(h, 48.0F) / 2, Ink::card, Ink::hairline, space::hairline);
        draw(button != nullptr ? pill(key, button->label, button->icon) : pill(key, link->label, link->icon), x, y, w, h);
    } else if (button != nullptr) {
        const bool bordered = button->kind == ButtonKind::secondary;
        const Ink fill = button->kind == ButtonKind::primary ? Ink::primary : bordered ? Ink::card : Ink::none;
        if (fill != Ink::none) rect(x, y, w, h, space::radius, fill, bordered ? Ink::primary : Ink::none, bordered ? space::edge : 0);
        draw(wide_button(key, *button), x, y, w, h);
    } else {
        draw(bar_link(key, *link), x, y, w, h);
    }
}

float LayoutBuilder::row(const Block* first, const Block* last, Area area, Align align) {
    float y = area.y;
    while (first != last) {
        const Block* end = first;
        float used = 0;
        float high = 0;
        // As many as fit; one alone always does.
        for (; end != last; ++end) {
            const Extent next = natural(*end, area.w);
            if (end != first && used + between + next.w > area.w) break;
            used += (end == first ? 0 : between) + next.w;
            high = std::max(high, next.h);
        }
        float x = align == Align::right ? area.x + area.w - used : area.x;
        for (; first != end; ++first) {
            const Extent own = natural(*first, area.w);
            place_at(*first, x, y + (high - own.h) / 2, own.w, own.h);
            x += own.w + between;
        }
        y += high + between;
    }
    return std::max(0.0F, y - between - area.y);
}

float LayoutBuilder::bar_line(const std::vector<const Block*>& left, const std::vector<const Block*>& right, Area area) {
    float high = space::bar - 16;
    for (const std::vector<const Block*>* group : {&left, &right}) {
        for (const Block* block : *group) high = std::max(high, natural(*block, area.w).h);
    }
    float x = area.x;
    const auto put = [&](const Block& block, float after) {
        const Extent own = natural(block, area.w);
        place_at(block, x, area.y + (high - own.h) / 2, own.w, own.h);
        x += own.w + after;
    };
    for (const Block* block : left) put(*block, bar_between);
    x = area.x + area.w + between;
    for (const Block* block : right) x -= natural(*block, area.w).w + between;
    for (const Block* block : right) put(*block, between);
    return high;
}

float LayoutBuilder::bar(const std::vector<Block>& blocks, Area area) {
    if (blocks.empty()) return 0;
    std::vector<const Block*> left;
    std::vector<const Block*> right;
    float used = 0;
    for (const Block& block : blocks) {
        used += natural(block, area.w).w + (is_pill(block) ? between : bar_between);
        (is_pill(block) ? right : left).push_back(&block);
    }
    // What does not fit on the first line beside the pills stands below it: the later words first, then the pills.
    std::vector<const Block*> below;
    while (left.size() > 1 && used - between > area.w) {
        used -= natural(*left.back(), area.w).w + bar_between;
        below.insert(below.begin(), left.back());
        left.pop_back();
    }
    const bool one_line = used - between <= area.w;
    float high = bar_line(left, one_line ? right : std::vector<const Block*>{}, {area.x, area.y + 8, area.w});
    for (const Block* block : below) {
        const Extent own = natural(*block, area.w);
        place_at(*block, area.x, area.y + 8 + high + 4, own.w, own.h);
        high += 4 + own.h;
    }
    if (!one_line) {
        std::vector<Block> pills;
        for (const Block* block : right) pills.push_back(*block);
        high += between + row(pills.data(), pills.data() + pills.size(), {area.x, area.y + 8 + high + between, area.w}, Align::right);
    }
    return high + 16;
}

}  // namespace danloi
