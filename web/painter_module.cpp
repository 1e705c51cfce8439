// See painter_module.hpp. The painter's only file that knows Emscripten; SDL2 gives the window (the canvas) and its
// OpenGL ES 2 context through web/sdl/page_video.c, which listens to nothing.
#include "painter_module.hpp"

#include <cmath>
#include <string>

#include <SDL.h>
#include <emscripten/emscripten.h>

#include "imgui/gl_renderer.hpp"
#include "imgui/painter.hpp"

namespace danloi {
namespace {

struct Module {
    Painter painter;
    GlRenderer renderer;
    std::string output;
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;
    int width = 0;
    int height = 0;
    bool shown = false;
    bool ready = false;
};

Module& module() {
    // Never destroyed: the page ends, not the program.
    static Module& one = *new Module;
    return one;
}

bool open_window(Module& at) {
    if (SDL_Init(SDL_INIT_VIDEO) < 0) return false;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    at.window = SDL_CreateWindow("", 0, 0, 1, 1, SDL_WINDOW_OPENGL);
    at.context = at.window == nullptr ? nullptr : SDL_GL_CreateContext(at.window);
    return at.context != nullptr && at.renderer.start();
}

/// Resizing clears the canvas, so it happens only just before a frame, and only when the size is another one.
void fit_window(Module& at) {
    const LayoutInput& input = at.painter.input();
    const int width = static_cast<int>(std::lround(input.width * input.dpr));
    const int height = static_cast<int>(std::lround(input.height * input.dpr));
    if (width == at.width && height == at.height) return;
    SDL_SetWindowSize(at.window, width, height);
    at.width = width;
    at.height = height;
}

}  // namespace
}  // namespace danloi

using danloi::module;

extern "C" {

EMSCRIPTEN_KEEPALIVE int painter_start(const unsigned char* font400, int font400_size, const unsigned char* font600,
                                       int font600_size, const char* icons, int icons_size) {
    danloi::Module& at = module();
    const auto size = [](int bytes) { return static_cast<std::size_t>(bytes); };
    if (!at.painter.start({font400, size(font400_size)}, {font600, size(font600_size)}, {icons, size(icons_size)})) return 0;
    at.ready = danloi::open_window(at);
    return at.ready ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE const char* painter_layout(const char* json, int size) {
    danloi::Module& at = module();
    danloi::Screen screen;
    danloi::LayoutInput input;
    if (!danloi::read_layout_input({json, static_cast<std::size_t>(size)}, screen, input)) return nullptr;
    at.painter.show(danloi::lay_out(screen, input, at.painter.fonts()), input);
    at.shown = true;
    at.output = danloi::layout_json(at.painter.layout());
    return at.output.c_str();
}

EMSCRIPTEN_KEEPALIVE int painter_layout_size() { return static_cast<int>(module().output.size()); }

EMSCRIPTEN_KEEPALIVE int painter_paint(double scroll_y) {
    danloi::Module& at = module();
    if (!at.ready || !at.shown) return 0;
    danloi::fit_window(at);
    at.renderer.draw(at.painter, static_cast<float>(scroll_y));
    SDL_GL_SwapWindow(at.window);
    return 1;
}

EMSCRIPTEN_KEEPALIVE int painter_restore() {
    danloi::Module& at = module();
    if (at.context == nullptr) return 0;
    at.painter.glyphs().set_dirty();
    at.ready = at.renderer.start();
    return at.ready ? 1 : 0;
}
}
