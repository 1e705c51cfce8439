// A Screen as HTML: exactly the elements that web/ts/dom makes of the same Screen. Keep the two alike, block by block. Only what
// is pressed carries its key; all else gets it when the app adopts the page (web/ts/dom/patch.ts).
#pragma once
#include "core/screen.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace danloi {

/// Name of an icon -> its strokes as the `d` of one SVG path, on a field of 24 x 24.
using Icons = std::map<std::string, std::string, std::less<>>;

/// Reads shell/icons.json: {"name":[[["M",x,y],["L",x,y],...],...]}; nothing when it has another shape.
[[nodiscard]] std::optional<Icons> read_icons(std::string_view json);

/// `<div id="stage">` with the four regions inside. An icon that `icons` does not know is left out.
[[nodiscard]] std::string screen_html(const Screen& screen, const Icons& icons);

}  // namespace danloi
