// A sheet to print, as it looks on the screen: white paper, its QR code in the upper right corner.
#include "imgui/layout_builder.hpp"

namespace danloi {
namespace {

constexpr float qr_side = 148;
constexpr float qr_gap = 16;

bool is_opening(const Block& block) {
    return std::holds_alternative<Heading>(block.base()) || std::holds_alternative<Paragraph>(block.base());
}

}  // namespace

float LayoutBuilder::sheet(const std::vector<Block>& blocks, Area area) {
    const float pad = wide() ? 24.0F : 16.0F;
    const float over = wide() ? 0.0F : 8.0F;
    on_paper_ = true;
    const float x = area.x - over;
    const float w = area.w + 2 * over;
    const std::size_t back = rect(x, area.y, w, 0, 4, Ink::page, Ink::hairline, space::hairline);
    const Area inner{x + pad, area.y + pad, w - 2 * pad};

    // Beside the code stand the headings and sentences that open the sheet; all else has the whole width.
    const auto code = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) { return std::holds_alternative<Qr>(block.base()); });
    float high = 0;
    if (code == blocks.end() || inner.w < 480) {
        high = column(blocks, inner);
    } else {
        const auto rest_from = std::find_if_not(blocks.begin(), code, is_opening);
        const std::vector<Block> opening(blocks.begin(), rest_from);
        std::vector<Block> rest(rest_from, code);
        rest.insert(rest.end(), code + 1, blocks.end());
        const float beside = column(opening, {inner.x, inner.y, inner.w - qr_side - qr_gap});
        high = std::max(beside, qr_side) + 12;
        high += column(rest, {inner.x, inner.y + high, inner.w});
        qr_square(std::get<Qr>(code->base()), inner.x + inner.w - qr_side, inner.y, qr_side);
    }
    out_.commands[back].h = high + 2 * pad;
    on_paper_ = false;
    return high + 2 * pad;
}

}  // namespace danloi
