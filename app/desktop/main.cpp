// danloi-desktop: the app in a window of its own.
//  [x] --screen FILE --size 360x740@3 [--scale 1.5] [--theme dark] [--scroll PX] [--whole] --out FILE.bmp: a picture of one Screen
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "desktop/shot.hpp"

namespace {

int usage() {
    std::fputs("danloi-desktop --screen FILE --out FILE.bmp [--size WIDTHxHEIGHT@DPR] [--scale N] [--theme light|dark|contrast]"
               " [--scroll PX] [--whole] [--assets DIR]\n", stderr);
    return 2;
}

bool read_size(const char* text, danloi::LayoutInput& input) {
    input.dpr = 1;
    return std::sscanf(text, "%fx%f@%f", &input.width, &input.height, &input.dpr) >= 2;
}

}  // namespace

int main(int count, char** values) {
    danloi::ShotOrder order;
    std::string assets = ".";
    for (int i = 1; i < count; ++i) {
        const std::string name = values[i];
        if (name == "--whole") {
            order.whole = true;
            continue;
        }
        if (i + 1 >= count) return usage();
        const char* value = values[++i];
        if (name == "--screen") order.screen = value;
        else if (name == "--out") order.out = value;
        else if (name == "--assets") assets = value;
        else if (name == "--scale") order.input.scale = std::strtof(value, nullptr);
        else if (name == "--scroll") order.scroll = std::strtof(value, nullptr);
        else if (name == "--theme") order.input.theme = danloi::theme_named(value);
        else if (name != "--size" || !read_size(value, order.input)) return usage();
    }
    if (order.screen.empty() || order.out.empty()) return usage();

    const std::string regular = danloi::file_bytes(assets + "/build/fonts/be-vietnam-pro-400.ttf");
    const std::string semibold = danloi::file_bytes(assets + "/build/fonts/be-vietnam-pro-600.ttf");
    const auto bytes = [](const std::string& text) {
        return std::span<const std::uint8_t>(static_cast<const std::uint8_t*>(static_cast<const void*>(text.data())), text.size());
    };
    danloi::Painter painter;
    if (!painter.start(bytes(regular), bytes(semibold), danloi::file_bytes(assets + "/shell/icons.json"))) {
        std::fputs("The fonts are not there. Run: make setup, or name the project's folder with --assets\n", stderr);
        return 1;
    }
    return danloi::take_shot(painter, order) ? 0 : 1;
}
