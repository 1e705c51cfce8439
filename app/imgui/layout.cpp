// The page: bar, columns and foot. See layout.hpp for the contract and layout_builder.hpp for the parts.
#include "imgui/layout.hpp"

#include "imgui/layout_builder.hpp"

namespace danloi {
namespace {

/// A fixed foot may take this share of the viewport; a taller one scrolls with the page, as does one under large text
/// or in a low window.
constexpr float most_foot = 0.45F;
constexpr float least_height = 520;

struct Columns {
    float x;
    float main;
    float aside;  ///< 0 without a second column
};

Columns columns(const Screen& screen, const LayoutInput& input) {
    const float pad = input.width >= space::wide_from ? 24.0F : 16.0F;
    const bool two = input.width >= space::aside_from && !screen.aside.empty() && !input.easy;
    const float beside = two ? space::aside_gap + space::aside : 0;
    const float main = std::max(1.0F, std::min(space::column, input.width - 2 * pad - beside));
    return {(input.width - main - beside) / 2, main, two ? space::aside : 0};
}

/// The foot as it stands at the viewport's bottom: a hairline, then its blocks.
float fixed_foot(LayoutBuilder& build, Layout& out, const Screen& screen, const LayoutInput& input, const Columns& at) {
    build.set_foot(true);
    const std::size_t back = out.commands.size();
    out.commands.push_back({});
    const float high = 9 + build.column(screen.foot, {at.x, 9, at.main}) + 12;
    Command& ground = out.commands[back];
    ground.in_foot = true;
    ground.fill = Ink::page;
    ground.w = input.width;
    ground.h = high;
    Command line;
    line.kind = Command::Kind::line;
    line.in_foot = true;
    line.edge = Ink::hairline;
    line.w = input.width;
    line.y = 0.5F;
    line.border = 1;
    out.commands.push_back(line);
    build.set_foot(false);
    return high;
}

/// Forgets what was laid out after the given counts.
struct Mark {
    explicit Mark(const Layout& out) : boxes(out.boxes.size()), commands(out.commands.size()), texts(out.texts.size()) {}
    void take_back(Layout& out) const {
        out.boxes.resize(boxes);
        out.commands.resize(commands);
        out.texts.resize(texts);
    }
    std::size_t boxes, commands, texts;
};

}  // namespace

Layout lay_out(const Screen& screen, const LayoutInput& input, const Fonts& fonts) {
    Layout out;
    out.width = input.width;
    const Fonts heavy{fonts.semibold, fonts.semibold};
    LayoutBuilder build(out, input, input.easy ? heavy : fonts);
    const Columns at = columns(screen, input);
    const float group = at.main + (at.aside > 0 ? space::aside_gap + at.aside : 0);

    const float top = build.bar(screen.bar, {at.x, 0, group}) + 8;
    const Area main{at.x, top, at.main};
    float bottom = top + (screen.paper ? build.sheet(screen.main, main) : build.column(screen.main, main));
    float beside = 0;
    if (at.aside > 0) beside = top + build.column(screen.aside, {at.x + at.main + space::aside_gap, top, at.aside});

    // The foot is painted over the page, so a fixed one is laid out last; one in the flow stands under main.
    const Mark mark(out);
    if (!screen.foot.empty() && !build.wide() && !build.is_large() && input.height >= least_height) {
        out.foot = fixed_foot(build, out, screen, input, at);
        if (out.foot > most_foot * input.height) out.foot = 0;
        mark.take_back(out);
    }
    if (!screen.foot.empty() && out.foot == 0) bottom += 16 + build.column(screen.foot, {at.x, bottom + 16, at.main});
    if (!screen.aside.empty() && at.aside == 0) bottom += 24 + build.column(screen.aside, {at.x, bottom + 24, at.main});
    if (out.foot > 0) fixed_foot(build, out, screen, input, at);
    out.height = std::max(std::max(bottom, beside) + 24 + out.foot, input.height);
    return out;
}

}  // namespace danloi
