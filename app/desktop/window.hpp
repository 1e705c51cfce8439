// The window: shows the Session's Screen, turns mouse and keys into its actions, and sleeps until there is either.
#pragma once
#include "desktop/session.hpp"
#include "imgui/painter.hpp"

namespace danloi {

struct WindowOrder {
    std::string path = "/vi/";  ///< where to begin
    LayoutInput input;          ///< first size and colours
};

/// Runs until the window is closed; false after a message on standard error when it cannot open.
[[nodiscard]] bool run_window(Painter& painter, Session& session, const WindowOrder& order);

}  // namespace danloi
