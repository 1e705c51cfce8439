// What can be pressed or typed into on a Screen, in reading order: the desktop's stand-in for the page's own controls.
#pragma once
#include <string>
#include <vector>

#include "core/screen.hpp"
#include "imgui/layout.hpp"

namespace danloi {

struct Control {
    enum class Kind : unsigned char { press, check, field };
    Kind kind = Kind::press;
    std::string key;     ///< of its box in the layout
    ActionJson action;   ///< empty: follow `href`
    std::string href;
    std::string value;   ///< text of a field
    bool checked = false;
};

/// Every control of a Screen, bar first, then main, aside and foot.
[[nodiscard]] std::vector<Control> controls_of(const Screen& screen);

/// The control under a point of the window (css px) with the stage scrolled by `scroll_y`, or -1.
[[nodiscard]] int control_at(const std::vector<Control>& controls, const Layout& layout, const LayoutInput& input, float scroll_y, float x, float y);

/// The box of a key, or null.
[[nodiscard]] const Box* box_of(const Layout& layout, const std::string& key);

}  // namespace danloi
