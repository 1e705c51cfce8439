// Shows the painter's draw list with SDL's renderer: in a window, or in memory for pictures.
#pragma once
#include <SDL.h>

#include "imgui/painter.hpp"

namespace danloi {

/// Draws with an SDL_Renderer that must outlive it.
class SdlRenderer {
public:
    explicit SdlRenderer(SDL_Renderer* renderer) : renderer_(renderer) {}
    ~SdlRenderer();
    SdlRenderer(const SdlRenderer&) = delete;
    SdlRenderer& operator=(const SdlRenderer&) = delete;

    /// Clears the target and draws one frame of the painter; false when SDL cannot (SDL_GetError says why).
    [[nodiscard]] bool draw(Painter& painter, float scroll_y);

private:
    [[nodiscard]] bool upload(GlyphCache& glyphs);

    SDL_Renderer* renderer_;
    SDL_Texture* texture_ = nullptr;
    int side_ = 0;
};

}  // namespace danloi
