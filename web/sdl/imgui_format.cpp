// The two formatting functions that imgui_config.h asks ImGui to leave to us.
#include <SDL_stdinc.h>
#include <imgui.h>
#include <imgui_internal.h>

int ImFormatStringV(char *buffer, size_t size, const char *format, va_list args) {
    const int wanted = SDL_vsnprintf(buffer, size, format, args);
    if (buffer == nullptr || size == 0) return wanted;
    const bool fits = wanted >= 0 && static_cast<size_t>(wanted) < size;
    const size_t length = fits ? static_cast<size_t>(wanted) : size - 1;
    buffer[length] = 0;
    return static_cast<int>(length);
}

int ImFormatString(char *buffer, size_t size, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const int length = ImFormatStringV(buffer, size, format, args);
    va_end(args);
    return length;
}
