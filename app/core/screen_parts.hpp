// What the screens share: the context they are made from, the top bar, cards that appear on several screens.
#pragma once
#include "core/guide.hpp"
#include "core/readiness.hpp"
#include "core/shown.hpp"
#include "core/state.hpp"

#include <string>
#include <utility>
#include <vector>

namespace danloi {

/// The State with what every screen needs from it at hand. Lives for one call of screen_for.
class ScreenContext {
public:
    explicit ScreenContext(const State& s);

    [[nodiscard]] std::string say(std::string_view key) const { return wording.say(key); }
    [[nodiscard]] std::string say(std::string_view key, std::initializer_list<Filler> fillers) const {
        return wording.say(key, fillers);
    }
    [[nodiscard]] std::string in(const Text& text) const { return std::string{text.in(state.lang)}; }
    [[nodiscard]] bool is_open(const std::string& key) const { return state.open.count(key) != 0; }
    /// The loaded procedure; only on pages that need one.
    [[nodiscard]] const Procedure& procedure() const { return *state.procedure; }
    /// The Guide of the open dossier (or of an empty one), made on first use.
    [[nodiscard]] const Guide& guide() const;
    [[nodiscard]] const Dossier& dossier() const { return dossier_; }

    const State& state;
    const Wording& wording;

private:
    Dossier dossier_;
    mutable std::optional<Guide> guide_;
};

/// The keys that a field asks the device for: `usual`, or none while letters are pressed on the page itself.
[[nodiscard]] std::string device_keys(const ScreenContext& c, std::string usual = {});

/// Whether the page is shown in large print.
[[nodiscard]] bool is_easy(const ScreenContext& c);
/// The one press that begins large print, or ends it.
[[nodiscard]] Button easy_button(const ScreenContext& c);

/// Appends a line that is not there yet: several fees often have the same exemptions.
void add_once(std::vector<std::string>& lines, std::string line);

/// A box around one block.
[[nodiscard]] Card boxed(std::string id, Block content);

/// Back link on the left; settings and language on the right. `pills` stand before them.
[[nodiscard]] std::vector<Block> bar_with_back(const ScreenContext& c, std::vector<Block> pills = {});
/// The app's name on the left.
[[nodiscard]] std::vector<Block> bar_of_home(const ScreenContext& c);

/// The route of another page of the open dossier.
[[nodiscard]] Route sister(const ScreenContext& c, Page page);

/// "Why?" of a paper: the rule in words, the answers, the law, what replaces it, what spoils it.
[[nodiscard]] Block why_paper(const ScreenContext& c, const Document& document);

/// Fee, place, time, due date and deadline of this dossier as term and value.
/// `brief`, for paper: fees whose amount is not known are only named.
enum class Detail : std::uint8_t { full, brief };
[[nodiscard]] Facts facts_of(const ScreenContext& c, const std::string& id, Detail detail = Detail::full);

/// The ways to hand in that apply, each with its place, as term and value.
[[nodiscard]] Facts channels_of(const ScreenContext& c, const std::string& id);
/// The same in one sentence, for paper.
[[nodiscard]] std::string places_of(const ScreenContext& c);

/// A row that leads to a procedure.
[[nodiscard]] Link row_to(const ScreenContext& c, const CatalogueEntry& entry, const std::string& prefix);

/// How far a dossier has come, in one line.
[[nodiscard]] std::string standing(const ScreenContext& c, const Dossier& dossier);

/// The notice for "you cannot" or "ask first", with what to do instead. Nothing when the outcome is ok.
void add_outcome(const ScreenContext& c, std::vector<Block>& blocks);

/// Whether it is said below the question that nothing is kept: where somebody types nothing moves under the hand, and what has
/// been known from the start is not in the way of each question. Elsewhere it is said on top.
[[nodiscard]] bool is_said_below(const State& state);
/// That what was entered is not kept, and the way to take it along as a file; nothing when it is.
void add_unsaved(const ScreenContext& c, std::vector<Block>& blocks);
/// That what was entered is kept, with the way to take the last step back; or below the question that it is not.
void add_saving(const ScreenContext& c, std::vector<Block>& blocks);

/// The questions with the answers that apply, as term and value; personal ones only when asked for.
[[nodiscard]] Facts answers_of(const ScreenContext& c, const std::string& id, bool personal);

/// Papers that people often bring although nobody asks for them, with the reason.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> not_needed_of(const ScreenContext& c);

/// The question itself: why it is asked, and its options or field.
void add_question(const ScreenContext& c, const Question& question, std::vector<Block>& blocks);
/// The primary button and "I don't know" below a question.
void add_question_actions(const ScreenContext& c, const Question& question, std::vector<Block>& blocks);

/// Everybody's steps, by the citizen and by the office.
void add_steps(const ScreenContext& c, std::vector<Block>& main);
/// The citizen's steps that apply to this dossier.
void add_my_steps(const ScreenContext& c, std::vector<Block>& main);
/// What people ask at the steps, with the answers.
void add_asked_often(const ScreenContext& c, std::vector<Block>& main);
/// What changed lately, newest first.
void add_changes(const ScreenContext& c, std::vector<Block>& main);
/// Links to the procedures that go before, after or with this one.
void add_related(const ScreenContext& c, std::vector<Block>& main);

/// The name of a place by its code; the code itself until the finder has told the name.
[[nodiscard]] std::string name_of_place(const ScreenContext& c, const std::string& code);
/// Where the dossier is handed in: offices, hours, days, helpers; or the way to choose the place.
void add_filing_place(const ScreenContext& c, std::vector<Block>& main);
/// The same in short lines, for paper. Nothing when no place is chosen.
[[nodiscard]] std::vector<std::string> filing_lines(const ScreenContext& c);
/// The field that looks a place up; what it finds is picked for `question`. `code`: the place picked so far, or empty.
[[nodiscard]] Field place_field(const ScreenContext& c, const std::string& question, const std::string& code);
/// What there is to say while a place is looked up: nothing found, or the finder could not be had.
void add_place_state(const ScreenContext& c, std::vector<Block>& blocks);

/// What comes next: in the chain of a life event, or after this procedure. Papers go along.
void add_next(const ScreenContext& c, std::vector<Block>& main);
/// That papers were noted down from the dossier before this one.
void add_followed(const ScreenContext& c, std::vector<Block>& main);
/// What a person should know first, on top: another page, a crash, law that changed, a wrong clock.
void add_notices(const ScreenContext& c, Screen& screen);
/// The hard words of the page with their meaning, closed.
void add_hard_words(const ScreenContext& c, Screen& screen);

/// The drawing of a paper, with the name of its type where the paper's name does not say it.
[[nodiscard]] Picture picture_of(const ScreenContext& c, const Document& document);
/// The same for papers that stand for each other: a drawing of any paper where their types differ.
[[nodiscard]] Picture picture_of(const ScreenContext& c, const Need& need);
/// The drawing of a way to hand in: at home, at an office, on the internet, by post, to people who come.
[[nodiscard]] Picture picture_of(const Channel& channel);

// One function a page.
[[nodiscard]] Screen home_screen(const ScreenContext& c);
[[nodiscard]] Screen procedure_screen(const ScreenContext& c);
[[nodiscard]] Screen question_screen(const ScreenContext& c);
[[nodiscard]] Screen checklist_screen(const ScreenContext& c);
[[nodiscard]] Screen ready_screen(const ScreenContext& c);
[[nodiscard]] Screen sheet_screen(const ScreenContext& c);
[[nodiscard]] Screen share_screen(const ScreenContext& c);
[[nodiscard]] Screen preview_screen(const ScreenContext& c);
[[nodiscard]] Screen settings_screen(const ScreenContext& c);
[[nodiscard]] Screen place_screen(const ScreenContext& c);
[[nodiscard]] Screen event_screen(const ScreenContext& c);
/// Only when newest_of(state) is there.
[[nodiscard]] Screen change_screen(const ScreenContext& c);

}  // namespace danloi
