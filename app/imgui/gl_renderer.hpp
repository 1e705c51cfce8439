// Shows the painter's draw list with OpenGL ES 2 (WebGL 1). Dear ImGui's own back end would bring its font atlas and
// its context into the module; the painter has its own letters and needs one shader, one texture and two buffers.
#pragma once
#include "imgui/painter.hpp"

namespace danloi {

/// Uses the current OpenGL context. After a lost context call start() again in the new one.
class GlRenderer {
public:
    /// Makes shader, buffers and texture; false when the context refuses.
    [[nodiscard]] bool start();
    /// Clears the viewport and draws one frame of the painter.
    void draw(Painter& painter, float scroll_y);

private:
    void upload(GlyphCache& glyphs);

    unsigned program_ = 0, vertices_ = 0, indices_ = 0, texture_ = 0;
    int side_ = 0;
    int scale_at_ = -1;
};

}  // namespace danloi
