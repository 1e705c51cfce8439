// danloi-desktop: the app in a window of its own, and pictures of single Screens.
#include <cstdio>
#include <cstdlib>

#include "desktop/shot.hpp"
#include "desktop/window.hpp"

namespace {

struct Order {
    danloi::ShotOrder shot;
    std::string assets = ".";  ///< the project's folder: fonts and icons
    std::string site = "build/site";
    std::string path = "/vi/";
};

int usage() {
    std::fputs("danloi-desktop [--site DIR] [--path /vi/] [--size WIDTHxHEIGHT] [--theme light|dark|contrast] [--assets DIR]\n"
               "danloi-desktop --screen FILE --out FILE.bmp [--size WIDTHxHEIGHT@DPR] [--scale N] [--theme ..] [--scroll PX] [--whole]\n",
               stderr);
    return 2;
}

bool read_size(const char* text, danloi::LayoutInput& input) {
    input.dpr = 1;
    return std::sscanf(text, "%fx%f@%f", &input.width, &input.height, &input.dpr) >= 2;
}

bool read_order(int count, char** values, Order& order) {
    for (int i = 1; i < count; ++i) {
        const std::string name = values[i];
        if (name == "--whole") {
            order.shot.whole = true;
            continue;
        }
        if (i + 1 >= count) return false;
        const char* value = values[++i];
        if (name == "--screen") order.shot.screen = value;
        else if (name == "--out") order.shot.out = value;
        else if (name == "--assets") order.assets = value;
        else if (name == "--site") order.site = value;
        else if (name == "--path") order.path = value;
        else if (name == "--scale") order.shot.input.scale = std::strtof(value, nullptr);
        else if (name == "--scroll") order.shot.scroll = std::strtof(value, nullptr);
        else if (name == "--theme") order.shot.input.theme = danloi::theme_named(value);
        else if (name != "--size" || !read_size(value, order.shot.input)) return false;
    }
    return order.shot.screen.empty() == order.shot.out.empty();
}

std::span<const std::uint8_t> bytes(const std::string& text) {
    return {static_cast<const std::uint8_t*>(static_cast<const void*>(text.data())), text.size()};
}

}  // namespace

int main(int count, char** values) {
    Order order;
    order.shot.input.width = 420;
    order.shot.input.height = 820;
    if (!read_order(count, values, order)) return usage();

    const std::string regular = danloi::file_bytes(order.assets + "/build/fonts/be-vietnam-pro-400.ttf");
    const std::string semibold = danloi::file_bytes(order.assets + "/build/fonts/be-vietnam-pro-600.ttf");
    danloi::Painter painter;
    if (!painter.start(bytes(regular), bytes(semibold), danloi::file_bytes(order.assets + "/shell/icons.json"))) {
        std::fputs("The fonts are not there. Run: make setup, or name the project's folder with --assets\n", stderr);
        return 1;
    }
    if (!order.shot.screen.empty()) return danloi::take_shot(painter, order.shot) ? 0 : 1;
    danloi::Session session(order.site);
    return danloi::run_window(painter, session, {order.path, order.shot.input}) ? 0 : 1;
}
