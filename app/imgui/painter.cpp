// See painter.hpp. Edges are put on whole physical pixels; letters stand at unrounded advances on a whole baseline.
#include "imgui/painter.hpp"

#include <algorithm>
#include <cmath>

namespace danloi {
namespace {

/// Vertex indices have 16 bits: what would go beyond is left out rather than drawn wrong.
constexpr int most_vertices = 65000;
constexpr float icon_box = 24;
constexpr float icon_stroke = 1.8F;
constexpr int most_corners = 24;
/// Below this size a quarter of a pixel shows in the spacing of letters.
constexpr float fine_below = 40;

struct Span {
    float top;
    float bottom;
};

/// The rows of css px a command may touch, for culling.
Span rows(const Command& command) {
    switch (command.kind) {
        case Command::Kind::text: return {command.y - command.size * 1.2F, command.y + command.size * 0.5F};
        case Command::Kind::circle: return {command.y - command.radius - 1, command.y + command.radius + 1};
        case Command::Kind::line: return {command.y - command.border, command.y + command.h + command.border};
        case Command::Kind::rect:
        case Command::Kind::icon:
        case Command::Kind::qr: break;
    }
    return {command.y - 1, command.y + command.h + 1};
}

/// True when the stroke that begins at `from` is a closed curve: it has no ends.
bool is_round(const std::vector<IconStep>& steps, std::size_t from) {
    if (from + 1 >= steps.size() || steps[from + 1].op != 'C') return false;
    std::size_t i = from + 1;
    while (i < steps.size() && steps[i].op != 'M' && steps[i].op != 'Z') ++i;
    return i < steps.size() && steps[i].op == 'Z';
}

}  // namespace

bool Painter::start(std::span<const std::uint8_t> font400, std::span<const std::uint8_t> font600, std::string_view icons) {
    if (!fonts_.regular.open(font400.data(), font400.size())) return false;
    if (!fonts_.semibold.open(font600.data(), font600.size())) return false;
    shared_.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
    shared_.CurveTessellationTol = 0.4F;
    shared_.SetCircleTessellationMaxError(0.2F);
    // Icons are an ornament: every control has words.
    static_cast<void>(icons_.read(icons));
    return glyphs_.start(fonts_);
}

void Painter::show(Layout layout, const LayoutInput& input) {
    layout_ = std::move(layout);
    input_ = input;
}

ImU32 Painter::paint(Ink ink) const {
    const std::uint32_t rgb = colour(theme_, ink);
    return IM_COL32(rgb >> 16U & 0xFFU, rgb >> 8U & 0xFFU, rgb & 0xFFU, 255);
}

float Painter::snap(float css) const { return std::round(css * input_.dpr); }

const ImDrawList& Painter::draw(float scroll_y) {
    // A full texture of letters means: take a larger one and draw the frame again. At the limit the letters of former
    // screens are gone too, so one more try is due.
    bool more = true;
    while (!draw_commands(scroll_y) && more) more = glyphs_.grow();
    return list_;
}

bool Painter::draw_commands(float scroll_y) {
    shared_.TexUvWhitePixel = ImVec2(glyphs_.white(), glyphs_.white());
    list_._ResetForNewFrame();
    list_.PushTextureID(nullptr);
    list_.PushClipRect(ImVec2(0, 0), ImVec2(std::ceil(input_.width * input_.dpr), std::ceil(input_.height * input_.dpr)));
    bool whole = true;
    for (const Command& command : layout_.commands) {
        const float top = command.in_foot ? input_.height - layout_.foot : -scroll_y;
        const Span span = rows(command);
        if (span.bottom + top < 0 || span.top + top > input_.height || list_.VtxBuffer.Size > most_vertices) continue;
        theme_ = command.on_paper ? Theme::paper : input_.theme;
        switch (command.kind) {
            case Command::Kind::rect: draw_rect(command, top); break;
            case Command::Kind::circle: draw_circle(command, top); break;
            case Command::Kind::text: whole = draw_text(command, top) && whole; break;
            case Command::Kind::icon: draw_icon(command, top); break;
            case Command::Kind::line: draw_line(command, top); break;
            case Command::Kind::qr: draw_qr(command, top); break;
        }
        if (!whole) break;
    }
    list_.PopClipRect();
    list_.PopTextureID();
    return whole;
}

void Painter::draw_rect(const Command& command, float top) {
    const ImVec2 from(snap(command.x), snap(command.y + top));
    const ImVec2 to(snap(command.x + command.w), snap(command.y + command.h + top));
    const float border = command.edge == Ink::none ? 0 : std::max(1.0F, std::round(command.border * input_.dpr));
    const float radius = command.radius * input_.dpr;
    const float half = border / 2;
    if (command.fill != Ink::none) {
        list_.AddRectFilled(ImVec2(from.x + half, from.y + half), ImVec2(to.x - half, to.y - half), paint(command.fill), std::max(0.0F, radius - half));
    }
    if (border > 0) {
        // AddRect strokes half a pixel inside the corners it is given.
        list_.AddRect(ImVec2(from.x + half - 0.5F, from.y + half - 0.5F), ImVec2(to.x - half + 0.5F, to.y - half + 0.5F),
                      paint(command.edge), std::max(0.0F, radius - half), 0, border);
    }
}

void Painter::draw_circle(const Command& command, float top) {
    const ImVec2 centre(command.x * input_.dpr, (command.y + top) * input_.dpr);
    const float border = command.edge == Ink::none ? 0 : command.border * input_.dpr;
    const float radius = command.radius * input_.dpr - border / 2;
    if (command.fill != Ink::none) list_.AddCircleFilled(centre, radius, paint(command.fill));
    if (border > 0) list_.AddCircle(centre, radius, paint(command.edge), 0, border);
}

void Painter::draw_line(const Command& command, float top) {
    const float thick = std::max(1.0F, std::round(command.border * input_.dpr));
    const bool upright = command.w == 0;
    const float x = snap(command.x - (upright ? command.border / 2 : 0));
    const float y = snap(command.y + top - (upright ? 0 : command.border / 2));
    const float far_x = upright ? x + thick : snap(command.x + command.w);
    const float far_y = upright ? snap(command.y + command.h + top) : y + thick;
    list_.AddRectFilled(ImVec2(x, y), ImVec2(far_x, far_y), paint(command.edge));
}

bool Painter::draw_text(const Command& command, float top) {
    const FontFace& face = fonts_.of(command.weight);
    const float size = command.size * input_.dpr;
    const float baked = std::min(size, GlyphCache::most_px);
    const float scale = size / baked;
    const float baseline = snap(command.y + top);
    const ImU32 ink = paint(command.fill);
    float pen = command.x * input_.dpr;
    std::string_view rest = layout_.texts[command.item];
    while (!rest.empty()) {
        const int glyph = face.glyph(next_code_point(rest));
        const float whole = size < fine_below ? std::floor(pen * 4 + 0.5F) / 4 : std::round(pen);
        const float left = std::floor(whole);
        const Glyph* found = glyphs_.find(command.weight, glyph, baked, static_cast<int>((whole - left) * 4));
        if (found == nullptr) return false;
        pen += face.advance(glyph) * size;
        if (found->empty()) continue;
        list_.PrimReserve(6, 4);
        list_.PrimRectUV(ImVec2(left + found->x0 * scale, baseline + found->y0 * scale),
                         ImVec2(left + found->x1 * scale, baseline + found->y1 * scale), ImVec2(found->u0, found->v0),
                         ImVec2(found->u1, found->v1), ink);
    }
    return true;
}

void Painter::draw_icon(const Command& command, float top) {
    const std::vector<IconStep>* steps = icons_.find(layout_.texts[command.item]);
    if (steps == nullptr) return;
    const float unit = command.w / icon_box * input_.dpr;
    const ImVec2 origin(command.x * input_.dpr, (command.y + top) * input_.dpr);
    const float thick = command.border > 0 ? command.border * input_.dpr : icon_stroke * unit;
    const ImU32 ink = paint(command.edge);
    const auto at = [&](const IconStep& step, int i) { return ImVec2(origin.x + step.p[i] * unit, origin.y + step.p[i + 1] * unit); };
    // ImGui's strokes end flat and its corners are bare: a dot at each end and corner rounds them. Dots use the path
    // under construction, so they wait until the stroke is done.
    ImVec2 dots[most_corners];
    int count = 0;
    const auto corner = [&](ImVec2 centre) { if (count < most_corners) dots[count++] = centre; };
    for (std::size_t i = 0; i < steps->size(); ++i) {
        const IconStep& step = (*steps)[i];
        const bool last = i + 1 == steps->size() || (*steps)[i + 1].op == 'M';
        if (step.op == 'M' || step.op == 'L') {
            list_.PathLineTo(at(step, 0));
            if (step.op == 'L' || !is_round(*steps, i)) corner(at(step, 0));
        }
        if (step.op == 'C' && list_._Path.Size > 0) {
            list_.PathBezierCubicCurveTo(at(step, 0), at(step, 2), at(step, 4));
            if (last) corner(at(step, 4));
        }
        if (!last) continue;
        // A curve that came back to its start would leave a side without length, which strokes as a thorn.
        const bool closed = step.op == 'Z' && list_._Path.Size > 2;
        if (closed && std::hypot(list_._Path.back().x - list_._Path[0].x, list_._Path.back().y - list_._Path[0].y) < 0.01F) list_._Path.pop_back();
        list_.PathStroke(ink, closed ? ImDrawFlags_Closed : 0, thick);
        for (int j = 0; j < count; ++j) list_.AddCircleFilled(dots[j], thick / 2, ink, 12);
        count = 0;
    }
}

void Painter::draw_qr(const Command& command, float top) {
    const std::string& modules = layout_.texts[command.item];
    const auto side = static_cast<std::size_t>(command.size);
    const float module = command.w / command.size;
    const ImU32 ink = paint(command.fill);
    for (std::size_t row = 0; row < side; ++row) {
        const float y0 = snap(command.y + top + static_cast<float>(row) * module);
        const float y1 = snap(command.y + top + static_cast<float>(row + 1) * module);
        for (std::size_t column = 0; column < side; ++column) {
            if (modules[row * side + column] != '1') continue;
            // Neighbours in a row are one bar.
            std::size_t end = column + 1;
            while (end < side && modules[row * side + end] == '1') ++end;
            list_.PrimReserve(6, 4);
            list_.PrimRect(ImVec2(snap(command.x + static_cast<float>(column) * module), y0),
                           ImVec2(snap(command.x + static_cast<float>(end) * module), y1), ink);
            column = end;
        }
    }
}

}  // namespace danloi
