// The whole state of the app and the two pure functions on it: `update` and `screen_for`.
#pragma once
#include "core/action.hpp"
#include "core/content.hpp"
#include "core/dossier.hpp"
#include "core/explain.hpp"
#include "core/local_view.hpp"
#include "core/procedure.hpp"
#include "core/route.hpp"
#include "core/screen.hpp"
#include "core/share.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace danloi {

/// How the person likes it. `text_scale` in percent, 80 to 200.
struct Preferences {
    int text_scale = 100;
    std::string theme = "system";  ///< system, light, dark, contrast
    std::string view = "canvas";   ///< canvas or plain
    std::string typing = "off";    ///< off, telex or vni: letters with marks made by the page
    std::string keyboard = "off";  ///< on or off: letters to press on the page
    std::string easy = "off";      ///< on or off: large print, which goes before text size and colours (decision 0024)
    bool plain_words = false;      ///< plain words in parentheses after hard ones
};

/// Whether what was entered is on the device. `none`: nothing has been entered yet.
enum class Saving : std::uint8_t { none, pending, saved, failed };

/// A definition on its way, and where to go when it is there.
struct Waiting {
    std::string procedure;
    Route then;
    bool push = false;     ///< the page's address changes when it is shown
    bool asked_for = true; ///< false: where it lies is in the catalogue, which is on its way itself
};

/// The definition that the page itself names, so that it can be had before the catalogue.
struct PageDefinition {
    std::string procedure;
    std::string file;
};

/// Places known by name, for showing and for rules about where something lies. Immutable; `tree` points into it.
struct KnownPlaces {
    std::map<std::string, PlaceName, std::less<>> by_code;
    UnitTree tree;
};

/// A local layer and the address it came from.
struct LoadedLocality {
    std::string file;
    std::shared_ptr<const LocalView> view;
};

/// A dossier as it was before an edit. `key` names what is being typed: all letters of one field are one edit.
struct Edit {
    std::string key;
    Dossier before;
};

/// Everything `update` and `screen_for` may look at. Today is an input; there is no clock.
struct State {
    std::string lang = "vi";
    Date today;
    std::shared_ptr<const Content> content;
    std::shared_ptr<const Catalogue> catalogue;  ///< null until it has come
    bool catalogue_asked = false;                       ///< it is on its way
    bool catalogue_missed = false;                      ///< the last try failed
    PageDefinition page;
    std::shared_ptr<const Procedure> procedure;  ///< the open one
    std::shared_ptr<const Procedure> newest;     ///< its newest definition, when the open dossier was begun with an older one
    std::map<std::string, Dossier, std::less<>> dossiers;
    std::string dossier;                         ///< id of the open one, or empty
    Route route;
    Route before_settings;
    Preferences preferences;
    std::string query;                           ///< what is typed in the search box
    std::string place_query;                     ///< what is typed in the field for a place
    std::optional<Found> found;                  ///< the finder's last answer
    bool find_failed = false;                    ///< the finder could not be had
    std::shared_ptr<const KnownPlaces> places;   ///< null: none yet
    LoadedLocality local;                        ///< the layer of the place where the open dossier is handed in
    std::shared_ptr<const HardWords> words;      ///< null until it has come
    std::vector<Edit> edits;                     ///< what can be undone, oldest first
    std::string error;                           ///< wording key of the shown question's error
    std::set<std::string, std::less<>> open;     ///< disclosures that are open
    std::optional<Shared> shared;                ///< a link that was opened and is looked at
    std::string link_fault;                      ///< wording key when the opened link could not be read
    std::string deleting;                        ///< dossier whose deletion is being asked
    std::set<std::string, std::less<>> broken;   ///< procedures whose definition could not be loaded
    std::optional<Waiting> waiting;
    Saving saving = Saving::none;
    std::string save_fault;                      ///< quota, closed, missing... as the storage reported it
    bool storage_missing = false;                ///< nothing can be kept on this device
    bool law_changed = false;                    ///< the shown screen was entered knowing of a newer definition, or of none
    std::string held;                            ///< id of the dossier that the page was told to hold, or empty
    std::string elsewhere;                       ///< id of the dossier that another page works on, or empty
    std::set<std::string, std::less<>> newer_app;  ///< dossiers that a newer version of the app has written to
    std::string adopted;                         ///< id of the dossier whose own definition was lost: it follows the newest
    std::string recovered;                       ///< ISO time of the last entry when the last page ended by itself, or empty
    std::optional<bool> persisted;               ///< whether the browser promised to keep the data; nothing: not asked yet
    Listening listening = Listening::off;        ///< of the shown page
    std::string origin;                          ///< scheme and host of the site, for links: "https://..."
};

struct FetchEffect {
    std::string what, id, url, hash;
    bool later = false;  ///< may wait until the page has nothing better to do
};
/// Ask the finder (finder.hpp): what is "procedure", "place" or "unit". An empty query only gets it ready. `url`: where the
/// catalogue lies that procedures are searched in.
struct FindEffect {
    std::string what, query, url;
};
struct SaveEffect {
    std::string dossier;
    std::vector<std::pair<std::string, std::string>> fields;  ///< name -> JSON text
};
struct EraseEffect {
    std::string dossier;
};
/// This page works on this dossier now, or (empty) on none.
struct HoldEffect {
    std::string dossier;
};
/// The page that works on this dossier is asked to let it go.
struct TakeOverEffect {
    std::string dossier;
};
/// A back-up file of these dossiers, as they are in memory, is handed to the person.
struct BackUpEffect {
    std::vector<SaveEffect> dossiers;
};
struct PinEffect {
    std::string procedure, hash;
};
struct UrlEffect {
    std::string path;
    Route route;
    bool replace = false;
};
/// Go back in the browser's history when the app made the entry before this one; else go to `route`.
struct BackEffect {
    std::string path;
    Route route;
};
struct PrintEffect {};
struct CopyEffect {
    std::string text;
};
struct ShareEffect {
    std::string title, text, url;
};
struct AnnounceEffect {
    std::string text;
};
struct PreferenceEffect {
    std::string key, value;
};
/// Read the shown page out, or stop.
struct ListenEffect {
    bool on = false;
};
struct ClearFragmentEffect {};

using Effect = std::variant<FetchEffect, FindEffect, SaveEffect, EraseEffect, HoldEffect, TakeOverEffect, BackUpEffect, PinEffect, UrlEffect, BackEffect, PrintEffect, CopyEffect,
                            ShareEffect, AnnounceEffect, PreferenceEffect, ListenEffect, ClearFragmentEffect>;

/// A new State and what the platform must do now.
struct Turn {
    State state;
    std::vector<Effect> effects;
};

/// What the platform tells with every action: the day, and a random id to use if a dossier is begun.
struct Moment {
    Date today;
    std::string fresh;
};

/// The only way a State changes. Total: an Action that does not fit the State changes nothing.
[[nodiscard]] Turn update(State state, const Action& action, const Moment& moment);

/// What the Guide needs, from the State.
[[nodiscard]] GuideInput guide_input(const State& state);

/// The local layer of the place where the open dossier is handed in, or nullptr.
[[nodiscard]] const LocalView* locality_of(const State& state);

/// What is known of a place, or nullptr.
[[nodiscard]] const PlaceName* place_named(const State& state, std::string_view code);

/// The last edit of the open dossier that can be undone, or nullptr.
[[nodiscard]] const Edit* last_edit(const State& state);

/// The definition that has taken the place of the one that the open dossier was begun with, or nullptr.
[[nodiscard]] const Procedure* newest_of(const State& state);

/// Whether the procedure of the open dossier is no longer in the catalogue.
[[nodiscard]] bool is_withdrawn(const State& state);

/// The open dossier, or nothing.
[[nodiscard]] const Dossier* open_dossier(const State& state);

/// What to show. Derived from the State alone.
[[nodiscard]] Screen screen_for(const State& state);

/// {"screen":..,"effects":[..]} as the page reads it.
[[nodiscard]] std::string turn_json(const Turn& turn);

/// The link of the open dossier, absolute when the origin is known.
[[nodiscard]] std::string share_link(const State& state);

}  // namespace danloi
