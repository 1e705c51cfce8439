// Dear ImGui in painter.wasm prints and reads numbers with SDL's small functions: the C library's would bring their
// long double arithmetic (8 kB in brotli). Seen by ImGui's own sources only.
#pragma once
#include <cstdio>
#include <cstdlib>

extern "C" {
int SDL_sscanf(const char *text, const char *format, ...);
double SDL_atof(const char *text);
}

#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#define sscanf SDL_sscanf
#define atof SDL_atof
