// The pieces of `update`, one file each. Every function changes the Turn it is given and nothing else.
#pragma once
#include "core/state.hpp"

#include <optional>
#include <string>

namespace danloi {

/// The question that the shown page asks: the route's, or on a procedure's page its first. Nothing elsewhere.
[[nodiscard]] const Question* shown_question(const State& state);

/// The question with this id when it asks for a place and is shown, or nothing.
[[nodiscard]] const Question* shown_place_question(const State& state, const std::string& id);

/// The wording key of what is wrong with the answer to this question, or empty.
[[nodiscard]] std::string answer_fault(const State& state, const Question& question);

/// The open dossier for writing; begins one (and saves and pins it) when none is open.
[[nodiscard]] Dossier& writable_dossier(Turn& turn, const Moment& moment);

/// Saves these fields of the open dossier together with a fresh snapshot.
void save_fields(Turn& turn, std::vector<std::pair<std::string, std::string>> fields);

/// A day that was written as "hôm nay" or without its year is kept as the day that it is, before it means another one.
void settle_answer(Turn& turn, const Question& question);

// Answers and papers (update_answer.cpp)
void on_choose(Turn& turn, const Choose& action, const Moment& moment);
void on_check(Turn& turn, const Check& action, const Moment& moment);
void on_type(Turn& turn, const Type& action, const Moment& moment);
void on_tick(Turn& turn, const Tick& action);

/// Reads the sentence with this wording key out.
void announce(Turn& turn, const char* key);

// Taking things back (update_undo.cpp)
/// Notes the open dossier as it is, before an edit. `key`: the field that is being typed in, or empty.
void remember_edit(State& state, const std::string& key = {});
/// What has to be written so that `now` reads as `other`. An empty text stands for nothing.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> fields_to_become(const Dossier& now, const Dossier& other);
void on_undo(Turn& turn);
/// Puts a dossier into the bin on this ISO day; without a day, takes it out again.
void put_in_bin(Turn& turn, const std::string& id, const std::string& day);
void erase_dossier(Turn& turn, const std::string& id);
/// Erases what has been in the bin for more than 30 days, if that was so a week ago, too: a clock that is wrong for some days
/// erases nothing.
void empty_old_bin(Turn& turn);
/// The last ISO day on which this dossier can be taken out of the bin.
[[nodiscard]] std::string last_day_in_bin(const Dossier& dossier);

// Reading the page out (update_listen.cpp)
void on_listen(Turn& turn);
void on_listened(Turn& turn, const Listened& action);
/// Another page is shown: nothing is read any more.
void hush(Turn& turn);

// Several pages of one browser, and files (update_tabs.cpp)
/// Whether this dossier can only be read here: another page works on it, or a newer version of the app has written to it.
[[nodiscard]] bool only_read(const State& state, const std::string& dossier);
/// Takes dossiers as the device keeps them.
void take_stored(State& state, const std::vector<StoredDossier>& stored);
/// True, and the person is told, when the Action would change a dossier that another page works on.
[[nodiscard]] bool refuses(Turn& turn, const Action& action);
/// At the end of each turn: the page holds the open dossier, and writes nothing of one that another page works on.
void keep_hold(Turn& turn);
void on_held(State& state, const Held& action);
void on_changed(Turn& turn, const Changed& action);
void on_back_up(Turn& turn);

// Law that changed meanwhile (update_change.cpp)
/// Gets the newest definition of the open dossier's procedure when it was begun with an older one.
void ask_for_newest(Turn& turn);
void take_newest(Turn& turn, const Loaded& action);
void on_renew(Turn& turn);
/// The definition that the dossier was begun with is nowhere to be had: it goes over to the open one, and the person is told.
void adopt(Turn& turn, const Waiting& waiting);

// Places and what is set there (update_place.cpp)
/// The id that stands for the place where the dossier is handed in, beside the ids of questions.
inline constexpr std::string_view filing_place = "@place";
/// At most so many bytes, cut between letters.
[[nodiscard]] std::string first_bytes(const std::string& text, std::size_t most);
/// Asks the finder.
void look_up(Turn& turn, std::string_view what, const std::string& query);
void on_place(Turn& turn, const SetPlace& action, const Moment& moment);
void on_found(Turn& turn, const Found& action);
/// Gets what is missing to show the places of the open dossier, or of the link that is looked at: their names, and what is
/// set where it is handed in.
void ask_for_places(Turn& turn);
/// Gets what is set in the place where the open dossier is handed in.
void ask_for_layer(Turn& turn);
/// Takes a layer that was asked for.
void take_locality(Turn& turn, const Loaded& action);
/// Notes the names of the dossier's places in it, as far as they are known.
void name_places(const State& state, Dossier& dossier);
/// Makes the places of this dossier known by name.
void learn_places(State& state, const Dossier& dossier);

// From one procedure to the next (update_follow.cpp)
void on_follow(Turn& turn, const Follow& action);
/// Notes in a dossier that has just begun which life event it belongs to, or what comes along from the one before it.
void take_along(const State& state, Dossier& dossier);
/// Whether this paper was there, or on its way, when the person went on from the dossier before.
[[nodiscard]] bool goes_along(const Dossier& before, const Document& document);

// Moving about (update_move.cpp)
void on_continue(Turn& turn);
void on_back(Turn& turn);
/// Shows `route`, loading its definition first when needed. `push`: the page's address changes with it.
void enter(Turn& turn, const Route& route, bool push);
/// Where the dossier was left: its step, or the first open question, or the checklist.
[[nodiscard]] Route resume_route(const Procedure& procedure, const Dossier& dossier, const GuideInput& input);

// Coming and going of data (update_load.cpp)
void on_start(Turn& turn, const Start& action);
void on_loaded(Turn& turn, const Loaded& action);
void on_failed(Turn& turn, const Failed& action);
/// Asks for the catalogue unless it is there or on its way. `later`: the page may wait for a quiet moment.
void ask_for_catalogue(Turn& turn, bool later);
/// Where the newest definition lies; empty when it is not known (yet).
[[nodiscard]] std::string file_of(const State& state, const std::string& procedure);
/// The hash in "/data/tt/<id>.<hash>.json".
[[nodiscard]] std::string hash_of_file(const std::string& file);
/// Asks for a procedure's definition; nothing happens when the catalogue does not know it (a kind message is set).
void fetch_definition(Turn& turn, const std::string& procedure, const std::string& pinned_hash, const Route& then,
                      bool push);

// Links (update_share.cpp)
void open_link(Turn& turn, const std::string& fragment);
void on_accept(Turn& turn, const Moment& moment);
void on_discard(Turn& turn);
void on_share(Turn& turn);
void on_copy(Turn& turn);

}  // namespace danloi
