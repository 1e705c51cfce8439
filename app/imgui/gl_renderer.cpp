// See gl_renderer.hpp.
#include "imgui/gl_renderer.hpp"

#include <cmath>
#include <cstddef>

#include <SDL_opengles2.h>

namespace danloi {
namespace {

// Positions come in physical pixels from the top left; the texture holds alpha only.
constexpr const char* vertex_source =
    "uniform vec2 s;attribute vec2 p,t;attribute vec4 c;varying vec2 u;varying vec4 k;"
    "void main(){u=t;k=c;gl_Position=vec4(p*s+vec2(-1,1),0,1);}";
constexpr const char* fragment_source =
    "precision mediump float;uniform sampler2D g;varying highp vec2 u;varying vec4 k;"
    "void main(){gl_FragColor=vec4(k.rgb,k.a*texture2D(g,u).a);}";

/// A shader that does not compile shows when the program is linked.
void attach(GLuint program, GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    glAttachShader(program, shader);
    glDeleteShader(shader);
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

float part(std::uint32_t rgb, unsigned shift) { return static_cast<float>(rgb >> shift & 0xFFU) / 255.0F; }

}  // namespace

bool GlRenderer::start() {
    program_ = glCreateProgram();
    attach(program_, GL_VERTEX_SHADER, vertex_source);
    attach(program_, GL_FRAGMENT_SHADER, fragment_source);
    glBindAttribLocation(program_, 0, "p");
    glBindAttribLocation(program_, 1, "t");
    glBindAttribLocation(program_, 2, "c");
    glLinkProgram(program_);
    GLint done = 0;
    glGetProgramiv(program_, GL_LINK_STATUS, &done);
    if (done == 0) return false;
    scale_at_ = glGetUniformLocation(program_, "s");
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    side_ = 0;
    return true;
}

void GlRenderer::upload(GlyphCache& glyphs) {
    const int side = glyphs.side();
    const std::uint8_t* pixels = glyphs.pixels().data();
    const GlyphCache::Rows rows = glyphs.take_dirty();
    if (side_ != side) {
        side_ = side;
        glTexImage2D(GL_TEXTURE_2D, 0, GL_ALPHA, side, side, 0, GL_ALPHA, GL_UNSIGNED_BYTE, pixels);
    } else if (rows.last > rows.first) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, rows.first, side, rows.last - rows.first, GL_ALPHA, GL_UNSIGNED_BYTE,
                        pixels + static_cast<std::size_t>(rows.first) * static_cast<std::size_t>(side));
    }
}

void GlRenderer::draw(Painter& painter, float scroll_y) {
    const ImDrawList& list = painter.draw(scroll_y);
    const LayoutInput& input = painter.input();
    const float width = std::round(input.width * input.dpr);
    const float height = std::round(input.height * input.dpr);
    const std::uint32_t ground = painter.ground();
    glViewport(0, 0, static_cast<GLsizei>(width), static_cast<GLsizei>(height));
    glClearColor(part(ground, 16U), part(ground, 8U), part(ground, 0U), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(program_);
    glUniform2f(scale_at_, 2 / width, -2 / height);
    glBindTexture(GL_TEXTURE_2D, texture_);
    upload(painter.glyphs());

    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(list.VtxBuffer.size_in_bytes()), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(list.IdxBuffer.size_in_bytes()), list.IdxBuffer.Data, GL_STREAM_DRAW);
    constexpr GLsizei stride = sizeof(ImDrawVert);
    for (GLuint i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(offsetof(ImDrawVert, col)));
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.ElemCount == 0) continue;
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT, offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
}

}  // namespace danloi
