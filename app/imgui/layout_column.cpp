// Blocks one under the other: their margins, and which of them stand side by side.
#include "imgui/layout_builder.hpp"

namespace danloi {
namespace {

struct Margins {
    float before;
    float after;
};

Margins margins(const Block& block, bool in_card) {
    return std::visit(Overloaded{
        [&](const Heading& heading) -> Margins {
            if (in_card) return {8, heading.level == 1 ? 8.0F : 4.0F};
            return heading.level == 1 ? Margins{8, 8} : heading.level == 2 ? Margins{24, 8} : Margins{16, 4};
        },
        [&](const Paragraph& paragraph) -> Margins {
            if (!in_card) return {0, 12};
            return {0, paragraph.tone == Tone::strong ? 2.0F : 8.0F};
        },
        [](const Progress&) -> Margins { return {4, 12}; },
        [](const Choices&) -> Margins { return {8, 12}; },
        [](const Field&) -> Margins { return {4, 16}; },
        [](const Button& button) -> Margins { return button.kind == ButtonKind::quiet ? Margins{0, 4} : Margins{8, 8}; },
        [](const Link& link) -> Margins { return link.kind == LinkKind::plain ? Margins{0, 4} : Margins{0, 12}; },
        [](const Tiles&) -> Margins { return {0, 12}; },
        [](const Tags&) -> Margins { return {4, 8}; },
        [](const Facts&) -> Margins { return {4, 12}; },
        [](const List&) -> Margins { return {0, 12}; },
        [](const Notice&) -> Margins { return {4, 12}; },
        [](const Table&) -> Margins { return {8, 16}; },
        [](const Qr&) -> Margins { return {8, 16}; },
        [](const WritingLines&) -> Margins { return {8, 16}; },
        [](const Card&) -> Margins { return {0, 12}; },
        [](const Disclosure&) -> Margins { return {0, 4}; },
    }, block.base());
}

}  // namespace

float LayoutBuilder::column(const std::vector<Block>& blocks, Area area, bool in_card) {
    float y = area.y;
    float owed = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Margins around = margins(blocks[i], in_card);
        if (i > 0) y += std::max(owed, around.before);
        const Area here{area.x, y, area.w};
        std::size_t last = i + 1;
        if (flows(blocks[i])) {
            while (last < blocks.size() && flows(blocks[last])) ++last;
            y += row(&blocks[i], blocks.data() + last, here, Align::left);
        } else {
            y += std::visit([&](const auto& block) { return place(block, here); }, blocks[i].base());
        }
        owed = margins(blocks[last - 1], in_card).after;
        i = last - 1;
    }
    return y - area.y;
}

}  // namespace danloi
