// A Screen: a plain tree of semantic blocks, the one thing that the DOM layer, the painter and the static
// pages all show. The set of blocks is closed, so the compiler names each renderer that forgets a new one.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace danloi {

/// What a control sends back when used: a complete Action as compact JSON (see action.hpp), or empty.
using ActionJson = std::string;

/// Weight and colour of a run of text or a box. `info` is the primary tint.
enum class Tone : std::uint8_t { body, secondary, strong, info, ok, warning, danger };

/// A drawing beside words: `icon` is a name from the icon set. `label` is its text alternative where it says more than the words
/// do, else empty: then it is nothing to those who listen.
struct Picture {
    std::string icon;
    std::string label{};
};

struct Heading {
    std::string id;
    int level = 1;  ///< 1 to 3
    std::string text;
    Picture picture{};  ///< before the text, when it has an icon
};

struct Paragraph {
    std::string id;
    std::string text;
    Tone tone = Tone::body;
};

/// How far the person has come: `value` of `max`, said in `label`.
struct Progress {
    std::string id;
    std::string label;
    int value = 0;
    int max = 1;
};

struct ChoiceOption {
    std::string value;
    std::string label;
    std::string hint;
    bool checked = false;
    ActionJson action;
};

/// Radio buttons (or check boxes when `many`). The legend may repeat a heading and is then `legend_hidden`.
/// `compact` lays the options out as small side-by-side states (a paper's state) instead of full-width rows.
struct Choices {
    std::string id;
    std::string legend;
    bool legend_hidden = false;
    bool many = false;
    bool compact = false;
    std::vector<ChoiceOption> options;
    std::string error;
};

enum class FieldKind : std::uint8_t { text, date, number, search, place };

/// A suggestion under a field (places), chosen with `action`.
struct Suggestion {
    std::string label;
    ActionJson action;
};

/// One real input. On change the page sends `action` with the typed text added as "value".
struct Field {
    std::string id;
    FieldKind kind = FieldKind::text;
    std::string label;
    bool label_hidden = false;
    std::string hint;
    std::string value;
    std::string error;
    std::string autocomplete;  ///< WCAG 1.3.5 token, or empty for "off"
    bool personal = false;
    ActionJson action;
    std::vector<Suggestion> suggestions;
    std::string keys{};  ///< keys that a device shows, as `inputmode`: "numeric", "decimal", "none"; or empty for all
    bool name = false;   ///< a person's name: each word begins with a capital
};

enum class ButtonKind : std::uint8_t { primary, secondary, quiet, pill };

struct Button {
    std::string id;
    std::string label;
    ButtonKind kind = ButtonKind::secondary;
    std::string icon;  ///< name from the icon set, or empty
    ActionJson action;
};

enum class LinkKind : std::uint8_t { plain, back, row, pill };

/// A real link: `href` works without the program; with it, `action` is sent instead (empty: follow the link).
struct Link {
    std::string id;
    std::string label;
    std::string hint;
    std::string href;
    LinkKind kind = LinkKind::plain;
    std::string icon;
    std::string lang;  ///< language of the label when it differs from the screen's, e.g. "en"
    ActionJson action;
};

/// Links laid out as a grid of cards with an icon (life events).
struct Tiles {
    std::string id;
    std::vector<Link> items;
};

/// Short coloured labels in a row ("missing", "perhaps").
struct Tags {
    std::string id;
    std::vector<std::pair<std::string, Tone>> items;
};

/// Term and value pairs: short ones (fee, place, time), or, as `prose`, sentences under what they are about (a question and
/// its answer, a word and its meaning).
struct Facts {
    std::string id;
    std::vector<std::pair<std::string, std::string>> rows;
    bool prose = false;
    std::vector<Picture> pictures{};  ///< one a row, before the terms; or none
};

/// `pictures`: one an item, in the place of the dots; or none.
struct List {
    std::string id;
    bool ordered = false;
    std::vector<std::string> items;
    std::vector<Picture> pictures{};
};

/// A coloured box with a title and a sentence. `alert` is read out when it appears.
struct Notice {
    std::string id;
    Tone tone = Tone::info;
    std::string title;
    std::string text;
    bool alert = false;
};

/// A table for paper: `ticks` puts an empty box to tick before each row, and the row's picture beside it if there are any.
struct Table {
    std::string id;
    std::string caption;
    bool ticks = false;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<Picture> pictures{};
};

/// A QR code: `side` modules a side, `modules` row by row as '0' and '1'; `label` is its text alternative.
struct Qr {
    std::string id;
    std::string label;
    int side = 0;
    std::string modules;
};

/// Blank lines to write on, with a label (paper only).
struct WritingLines {
    std::string id;
    std::string label;
    int lines = 2;
};

struct Block;

/// A box that keeps its children together.
struct Card {
    std::string id;
    Tone tone = Tone::body;
    std::vector<Block> children;
};

/// A button that shows or hides its children; the children are present only while open.
struct Disclosure {
    std::string id;
    std::string summary;
    bool open = false;
    ActionJson action;
    std::vector<Block> children;
};

using BlockVariant = std::variant<Heading, Paragraph, Progress, Choices, Field, Button, Link, Tiles, Tags, Facts, List,
                                  Notice, Table, Qr, WritingLines, Card, Disclosure>;

/// One block; every id is unique on its screen and stable from one screen of the same route to the next.
struct Block : BlockVariant {
    using BlockVariant::BlockVariant;
    [[nodiscard]] const BlockVariant& base() const { return *this; }
};

/// What is shown now. `bar` is the top line, `main` the column, `aside` the second column where there is room
/// (it follows main on narrow screens when `aside_on_narrow`), `foot` the primary actions at the thumb.
struct Screen {
    std::string id;     ///< same route = same id: the DOM is patched; another id = arrive: focus goes to `focus`
    std::string title;  ///< document title; never holds what a person typed
    std::string lang;   ///< "vi" or "en"
    std::string focus;  ///< id of the block that gets the focus on arrival
    bool paper = false; ///< a sheet to print: black on white
    std::vector<Block> bar, main, aside, foot;
};

/// The Screen as compact JSON: {"id","title","lang","focus","paper"?,"bar":[..],"main":[..],"aside":[..],"foot":[..]}.
/// Each block is {"t":"heading",...}: `t` is the struct's name in snake_case, members keep their names, enums are
/// their names as strings, empty strings, false, and empty lists are left out. Pairs and pictures are arrays [first, second].
[[nodiscard]] std::string screen_json(const Screen& screen);

}  // namespace danloi
