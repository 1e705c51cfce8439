// See sdl_renderer.hpp.
#include "desktop/sdl_renderer.hpp"

namespace danloi {

SdlRenderer::~SdlRenderer() {
    if (texture_ != nullptr) SDL_DestroyTexture(texture_);
}

bool SdlRenderer::upload(GlyphCache& glyphs) {
    if (texture_ == nullptr || side_ != glyphs.side()) {
        if (texture_ != nullptr) SDL_DestroyTexture(texture_);
        side_ = glyphs.side();
        texture_ = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, side_, side_);
        if (texture_ == nullptr) return false;
        SDL_SetTextureBlendMode(texture_, SDL_BLENDMODE_BLEND);
        SDL_SetTextureScaleMode(texture_, SDL_ScaleModeLinear);
        glyphs.set_dirty();
    }
    const GlyphCache::Rows rows = glyphs.take_dirty();
    if (rows.last <= rows.first) return true;
    const auto side = static_cast<std::size_t>(side_);
    const std::size_t first = static_cast<std::size_t>(rows.first) * side;
    const std::size_t count = static_cast<std::size_t>(rows.last - rows.first) * side;
    // White everywhere, the letter in alpha.
    std::vector<std::uint8_t> rgba(count * 4, 255);
    for (std::size_t i = 0; i < count; ++i) rgba[i * 4 + 3] = glyphs.pixels()[first + i];
    const SDL_Rect part{0, rows.first, side_, rows.last - rows.first};
    return SDL_UpdateTexture(texture_, &part, rgba.data(), side_ * 4) == 0;
}

bool SdlRenderer::draw(Painter& painter, float scroll_y) {
    const ImDrawList& list = painter.draw(scroll_y);
    if (!upload(painter.glyphs())) return false;
    const std::uint32_t ground = painter.ground();
    SDL_SetRenderDrawColor(renderer_, static_cast<Uint8>(ground >> 16U & 0xFFU), static_cast<Uint8>(ground >> 8U & 0xFFU),
                           static_cast<Uint8>(ground & 0xFFU), 255);
    if (SDL_RenderClear(renderer_) != 0) return false;
    constexpr int stride = sizeof(ImDrawVert);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
        const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
        if (command.ElemCount == 0) continue;
        const auto* colours = static_cast<const SDL_Color*>(static_cast<const void*>(&vertices->col));
        if (SDL_RenderGeometryRaw(renderer_, texture_, &vertices->pos.x, stride, colours, stride, &vertices->uv.x, stride,
                                  static_cast<int>(list.VtxBuffer.Size) - static_cast<int>(command.VtxOffset), indices,
                                  static_cast<int>(command.ElemCount), static_cast<int>(sizeof(ImDrawIdx))) != 0) {
            return false;
        }
    }
    return true;
}

}  // namespace danloi
