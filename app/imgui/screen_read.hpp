// Reads the compact JSON of a Screen (written by screen_json) back into the structs of core/screen.hpp.
#pragma once
#include <string_view>

#include "core/screen.hpp"
#include "imgui/json_nodes.hpp"

namespace danloi {

/// The Screen at a node of a parsed text. Tolerant: a missing member keeps its default, a block of an unknown
/// kind or deeper than eight cards is left out. False only when the node is not an object.
[[nodiscard]] bool read_screen(const JsonNodes& json, int node, Screen& screen);

/// The Screen of a whole JSON text; false when the text is not a JSON object.
[[nodiscard]] bool read_screen(std::string_view text, Screen& screen);

}  // namespace danloi
