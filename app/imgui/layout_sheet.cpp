// A sheet to print, as it looks on the screen: white paper, its QR code in the upper right corner.
#include "imgui/layout_builder.hpp"

namespace danloi {
namespace {

constexpr float qr_side = 148;
constexpr float qr_gap = 16;
constexpr std::size_t most_opening = 3;

bool is_opening(const Block& block) {
    const auto& base = block.base();
    return std::holds_alternative<Heading>(base) || std::holds_alternative<Paragraph>(base) || std::holds_alternative<List>(base);
}

}  // namespace

float LayoutBuilder::sheet(const std::vector<Block>& blocks, Area area) {
    const float pad = wide() ? 24.0F : 16.0F;
    const float over = wide() ? 0.0F : 8.0F;
    on_paper_ = true;
    const float x = area.x - over;
    const float w = area.w + 2 * over;
    const std::size_t back = rect(x, area.y, w, 0, 4, Ink::page);
    const Area inner{x + pad, area.y + pad, w - 2 * pad};

    // The code stands in the corner wherever it comes in the text, beside the heading and the answers that open the
    // sheet; where there is no room for that, at the end.
    std::vector<Block> opening;
    std::vector<Block> rest;
    const Qr* code = nullptr;
    for (const Block& block : blocks) {
        if (const Qr* found = std::get_if<Qr>(&block.base()); found != nullptr && code == nullptr) code = found;
        else if (rest.empty() && opening.size() < most_opening && is_opening(block)) opening.push_back(block);
        else rest.push_back(block);
    }
    const bool corner = code != nullptr && inner.w >= 480;
    float high = column(opening, {inner.x, inner.y, inner.w - (corner ? qr_side + qr_gap : 0)});
    if (corner) {
        qr_square(*code, inner.x + inner.w - qr_side, inner.y, qr_side);
        high = std::max(high, qr_side);
    }
    if (high > 0) high += 16;
    high += column(rest, {inner.x, inner.y + high, inner.w});
    if (code != nullptr && !corner) high += 16 + place(*code, {inner.x, inner.y + high + 16, inner.w});
    out_.commands[back].h = high + 2 * pad;
    on_paper_ = false;
    rect(x, area.y, w, high + 2 * pad, 4, Ink::none, Ink::hairline, space::hairline);
    return high + 2 * pad;
}

}  // namespace danloi
