// Draws a Screen into a picture file, without a window: how we look at the painter's work.
#pragma once
#include <string>

#include "imgui/painter.hpp"

namespace danloi {

struct ShotOrder {
    std::string screen;  ///< file with the JSON of a Screen
    std::string out;     ///< BMP file to write
    LayoutInput input;
    float scroll = 0;    ///< css px
    bool whole = false;  ///< as tall as the stage, instead of one viewport
};

/// Writes the picture; false after a message on standard error.
[[nodiscard]] bool take_shot(Painter& painter, const ShotOrder& order);

/// The bytes of a file, empty when it cannot be read.
[[nodiscard]] std::string file_bytes(const std::string& path);

}  // namespace danloi
