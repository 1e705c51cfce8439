// The app without a browser: the State, the files of a built site, and the effects that make sense in a window.
//  [x] data from the site's folder, dossiers in memory for as long as the window is open (as on a shared computer)
//  [ ] keeping dossiers on disk, printing: the browser's part
#pragma once
#include <string>

#include "core/state.hpp"

namespace danloi {

class Session {
public:
    /// `site` is the folder `make site` writes.
    explicit Session(std::string site) : site_(std::move(site)) {}

    /// Opens an address like "/vi/" or "/en/tt/<id>/"; false when the site's data is not there.
    [[nodiscard]] bool open(const std::string& path);
    /// Does what a control sends; `value` and `on` are what a field or check box adds.
    void act(const ActionJson& action, const std::string* value = nullptr, const bool* on = nullptr);

    [[nodiscard]] Screen screen() const { return screen_for(state_); }
    [[nodiscard]] const Preferences& preferences() const { return state_.preferences; }
    /// Text an action asked to copy since the last call, or empty.
    std::string take_copied() { return std::exchange(copied_, {}); }

private:
    void step(const Action& action);
    void perform(const Effect& effect);
    void fetch(const FetchEffect& effect);

    std::string site_;
    State state_;
    std::string copied_;
};

}  // namespace danloi
