// What a person should know before anything else on a screen: nothing is kept, another page, a crash, law that changed, a wrong clock.
#include "core/screen_parts.hpp"
#include "core/update_parts.hpp"

#include <iterator>

namespace danloi {

namespace {

// "2026-11-22T14:05" as "14:05 22/11/2026"; the text itself when it is no such time.
std::string time_text(const std::string& iso) {
    return iso.size() < 16 ? iso : iso.substr(11, 5) + " " + date_text(iso.substr(0, 10));
}

void add_law(const ScreenContext& c, std::vector<Block>& notices) {
    if (!c.state.law_changed) return;
    if (is_withdrawn(c.state))
        return void(notices.emplace_back(Notice{"withdrawn", Tone::warning, c.say("change.withdrawn.title"), c.say("change.withdrawn"), false}));
    if (newest_of(c.state) == nullptr) return;
    notices.emplace_back(Notice{"law", Tone::warning, c.say("change.title"), c.say("change.notice"), false});
    notices.emplace_back(Button{"see-change", c.say("change.see"), ButtonKind::secondary, {}, act::go(sister(c, Page::change))});
}

void add_elsewhere(const ScreenContext& c, std::vector<Block>& notices) {
    if (c.state.elsewhere.empty() || c.state.elsewhere != c.state.dossier) return;
    notices.emplace_back(Notice{"elsewhere", Tone::warning, {}, c.say("tabs.elsewhere"), true});
    notices.emplace_back(Button{"take-over", c.say("tabs.take_over"), ButtonKind::secondary, {}, act::plain("take_over")});
}

void add_newer_app(const ScreenContext& c, std::vector<Block>& notices) {
    if (c.state.newer_app.count(c.state.dossier) != 0) notices.emplace_back(Notice{"newer-app", Tone::warning, {}, c.say("tabs.newer_app"), false});
}

void add_adopted(const ScreenContext& c, std::vector<Block>& notices) {
    if (!c.state.adopted.empty() && c.state.adopted == c.state.dossier)
        notices.emplace_back(Notice{"adopted", Tone::warning, {}, c.say("change.lost"), false});
}

// Deadlines are reckoned from the device's date: it cannot be before the day on which the content was last checked.
bool clock_is_wrong(const State& state) { return state.procedure && state.today < state.procedure->last_checked; }

}  // namespace

bool is_said_below(const State& state) {
    const Question* question = shown_question(state);
    if (question == nullptr) return false;
    return state.storage_missing ? state.route.page == Page::question : is_typed(*question);
}

void add_unsaved(const ScreenContext& c, std::vector<Block>& blocks) {
    const State& s = c.state;
    const Button export_all{"export", c.say("problem.export"), ButtonKind::secondary, {}, act::plain("backup")};
    if (s.storage_missing) {
        blocks.emplace_back(Notice{"saving", Tone::warning, {}, c.say("problem.storage_none"), false});
        if (!s.dossiers.empty()) blocks.emplace_back(export_all);
    } else if (s.saving == Saving::failed) {
        const char* key = s.save_fault == "quota" ? "problem.storage_full" : "problem.not_saved";
        blocks.emplace_back(Notice{"saving", Tone::danger, c.say("save.failed"), c.say(key), true});
        blocks.emplace_back(export_all);
    }
}

void add_saving(const ScreenContext& c, std::vector<Block>& blocks) {
    const State& s = c.state;
    if (s.storage_missing || s.saving == Saving::failed) return is_said_below(s) ? add_unsaved(c, blocks) : void();
    if (s.saving == Saving::none || s.newer_app.count(s.dossier) != 0) return;  // nothing is written to that one
    blocks.emplace_back(Paragraph{"saving", c.say(s.saving == Saving::saved ? "save.saved" : "save.saving"), Tone::secondary});
    if (last_edit(s) != nullptr) blocks.emplace_back(Button{"undo", c.say("undo.button"), ButtonKind::quiet, {}, act::plain("undo")});
}

void add_notices(const ScreenContext& c, Screen& screen) {
    std::vector<Block> notices;
    if (!is_said_below(c.state)) add_unsaved(c, notices);
    if (!c.state.recovered.empty())
        notices.emplace_back(Notice{"recovered", Tone::info, {}, c.say("problem.recovered", {{"time", time_text(c.state.recovered)}}), false});
    if (c.state.route.page != Page::home) {
        add_elsewhere(c, notices);
        add_newer_app(c, notices);
        add_adopted(c, notices);
        if (c.state.route.page != Page::change) add_law(c, notices);
        if (clock_is_wrong(c.state)) notices.emplace_back(Notice{"clock", Tone::warning, {}, c.say("problem.clock", {{"date", date_text(to_iso(c.state.today))}}), false});
    }
    screen.main.insert(screen.main.begin(), std::make_move_iterator(notices.begin()), std::make_move_iterator(notices.end()));
}

}  // namespace danloi
