// painter.wasm as the page sees it: C functions, all lengths in css px. No input, no main loop, no timer: a frame is
// drawn when painter_paint is called and at no other time. Every failure is a return value.
//
// Memory for arguments comes from malloc and is given back with free by the page, except for the bytes of the fonts:
// the painter keeps them.
#pragma once

extern "C" {

/// Takes both fonts (TTF) and shell/icons.json, and makes the WebGL context of #canvas.
/// 1 = ready, 0 = a font cannot be read or there is no WebGL.
int painter_start(const unsigned char* font400, int font400_size, const unsigned char* font600, int font600_size,
                  const char* icons, int icons_size);

/// Lays out {"screen":{..},"width","height","scale","dpr","theme"} (see read_layout_input) and keeps it to be painted.
/// Returns the boxes as JSON (see layout_json), valid until the next call, or null when the text cannot be read.
/// Works without WebGL, and before painter_paint.
const char* painter_layout(const char* json, int size);

/// Bytes of what painter_layout last returned.
int painter_layout_size();

/// Draws the last layout scrolled by `scroll_y`, into a canvas resized to its viewport in the same turn.
/// 1 = drawn, 0 = there is nothing to draw or no context.
int painter_paint(double scroll_y);

/// After `webglcontextrestored`: makes shader, buffers and textures again. 1 = painter_paint works again.
int painter_restore();
}
