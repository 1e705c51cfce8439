// What a person (or the page around the app) did. The only way to change a State is to hand one of these to `update`.
#pragma once
#include "core/dossier.hpp"
#include "core/route.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace danloi {

/// One option of a choice was picked; `option` "?" means "I don't know".
struct Choose {
    std::string question, option;
};
/// One option of a many-answer question was switched on or off.
struct Check {
    std::string question, option;
    bool on = false;
};
/// Text was typed into a question's field, stored as typed.
struct Type {
    std::string question, value;
};
struct Continue {};
struct Back {};
struct OpenProcedure {
    std::string id;
};
struct Resume {
    std::string dossier;
};
struct Tick {
    std::string document;
    PaperState state = PaperState::undecided;
};
/// A disclosure was opened or closed.
struct Toggle {
    std::string key;
};
/// Shows a page. `push`: a control asked for it, so the browser's Back leads back; the browser's own moves do not.
struct Go {
    Route route;
    bool push = false;
};
struct Search {
    std::string value;
};
/// A place was picked for a question, or ("@place") for where the dossier is handed in. An empty code takes it back.
struct SetPlace {
    std::string question;
    PlaceName place;
};
/// A place that the finder found; `via` is the old name it was found by, or empty.
struct FoundPlace {
    PlaceName place;
    std::string via;
};
/// The finder's answer to a FindEffect (finder.hpp).
struct Found {
    std::string what, query;
    std::vector<std::string> ids;
    std::vector<FoundPlace> places;
};
/// Begins another procedure with the papers of the open dossier.
struct Follow {
    std::string procedure;
};
/// A life event's chain of procedures is looked at.
struct OpenEvent {
    std::string id;
};
/// Takes the last edit of the open dossier back.
struct Undo {};
/// Into the bin, where a dossier stays for 30 days.
struct Bin {
    std::string dossier;
};
struct Restore {
    std::string dossier;
};
struct AskDelete {
    std::string dossier;
};
/// For good.
struct Delete {
    std::string dossier;
};
struct KeepDossier {};
/// Goes on with the newest definition of the open dossier's procedure.
struct Renew {};
struct PrintSheet {};
struct CopyLink {};
struct ShareLink {};
struct SetPreference {
    std::string key, value;
};
/// Whether the page is being read out. `no_voice`: the device has no voice of the page's language.
enum class Listening : std::uint8_t { off, asked, reading, no_voice };
/// Have the page read out, or stop that.
struct Listen {};
/// What has become of it.
struct Listened {
    Listening state = Listening::off;
};
struct AcceptPreview {};
struct DiscardPreview {};
/// Bytes that were asked for have come.
struct Loaded {
    std::string what, id, hash, bytes;
};
struct Failed {
    std::string what, id, reason;
};
struct Saved {
    bool ok = false;
    std::string reason;
};
/// Whether another page of this browser works on the dossier: then it is only looked at here.
struct Held {
    std::string dossier;
    bool elsewhere = false;
};
/// The person wants to go on here with the open dossier.
struct TakeOver {};
/// Everything there is goes into a back-up file.
struct BackUp {};
/// What the browser answered when it was asked to keep the data for good.
struct Persisted {
    bool ok = false;
};
/// The last page was not closed but ended (crash, power cut); what was entered up to `at` ("2026-11-22T14:05") is kept.
struct Recovered {
    std::string at;
};
/// A dossier as read from the device: field name -> JSON text.
struct StoredDossier {
    std::string id;
    std::map<std::string, std::string> fields;
    bool newer_app = false;  ///< a newer version of the app has written to it: it is shown and never changed
};
/// Another page has written: each dossier as it is now, whole, and what was erased.
struct Changed {
    std::vector<StoredDossier> dossiers;
    std::vector<std::string> erased;
};
/// The first action of all; `content` is the start file of the language.
struct Start {
    std::string lang, path, fragment, storage, origin, content;
    std::string definition;  ///< address of the definition of the page's own procedure, or empty
    std::optional<Route> route;
    std::map<std::string, std::string> preferences;
    std::vector<StoredDossier> dossiers;
};

using Action = std::variant<Choose, Check, Type, Continue, Back, OpenProcedure, Resume, Tick, Toggle, Go, Search, SetPlace, Found,
                            Follow, OpenEvent, Undo, Bin, Restore, AskDelete, Delete, KeepDossier, PrintSheet, CopyLink, ShareLink, SetPreference, Listen, Listened, AcceptPreview,
                            DiscardPreview, Loaded, Failed, Saved, Held, TakeOver, BackUp, Persisted, Recovered, Changed, Renew, Start>;

/// Reads {"t":"choose","q":..,"v":..} and its kin; `blob` becomes the bytes of Loaded and Start. Nothing when it is no Action.
[[nodiscard]] std::optional<Action> read_action(const nlohmann::json& json, std::string blob);

/// JSON of the Actions that controls carry.
namespace act {
[[nodiscard]] std::string choose(std::string_view question, std::string_view option);
[[nodiscard]] std::string check(std::string_view question, std::string_view option);
[[nodiscard]] std::string type(std::string_view question);
[[nodiscard]] std::string tick(std::string_view document, PaperState state);
[[nodiscard]] std::string toggle(std::string_view key);
[[nodiscard]] std::string go(const Route& route);
[[nodiscard]] std::string preference(std::string_view key, std::string_view value);
[[nodiscard]] std::string place(std::string_view question, const PlaceName& place);
/// An Action with one id: "open", "resume", "follow", "event", "ask_delete", "delete".
[[nodiscard]] std::string with_id(std::string_view name, std::string_view id);
/// An Action without members: "continue", "back", "search", "keep", "print", "copy", "share", "accept", "discard".
[[nodiscard]] std::string plain(std::string_view name);
}  // namespace act

/// "have", "on_the_way", "missing", "not_needed"; "undecided" otherwise.
[[nodiscard]] std::string_view name_of(PaperState state);
[[nodiscard]] PaperState paper_state(std::string_view name);

}  // namespace danloi
