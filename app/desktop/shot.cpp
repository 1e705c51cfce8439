// See shot.hpp.
#include "desktop/shot.hpp"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "desktop/sdl_renderer.hpp"
#include "imgui/screen_read.hpp"

namespace danloi {

std::string file_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool take_shot(Painter& painter, const ShotOrder& order) {
    Screen screen;
    if (!read_screen(file_bytes(order.screen), screen)) {
        std::fprintf(stderr, "%s: not the JSON of a Screen\n", order.screen.c_str());
        return false;
    }
    LayoutInput input = order.input;
    Layout layout = lay_out(screen, input, painter.fonts());
    if (order.whole) input.height = layout.height;
    painter.show(std::move(layout), input);

    const int width = static_cast<int>(std::lround(input.width * input.dpr));
    const int height = static_cast<int>(std::lround(input.height * input.dpr));
    SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGBA32);
    SDL_Renderer* renderer = surface == nullptr ? nullptr : SDL_CreateSoftwareRenderer(surface);
    bool done = false;
    if (renderer != nullptr) {
        SdlRenderer drawer(renderer);
        done = drawer.draw(painter, order.scroll) && SDL_RenderFlush(renderer) == 0 && SDL_SaveBMP(surface, order.out.c_str()) == 0;
    }
    if (!done) std::fprintf(stderr, "%s: %s\n", order.out.c_str(), SDL_GetError());
    if (renderer != nullptr) SDL_DestroyRenderer(renderer);
    if (surface != nullptr) SDL_FreeSurface(surface);
    return done;
}

}  // namespace danloi
