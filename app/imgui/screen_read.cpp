// See screen_read.hpp. One function a block, in the order of core/screen.hpp.
#include "imgui/screen_read.hpp"

#include <algorithm>

namespace danloi {
namespace {

constexpr int deepest_card = 8;

/// Members of one object, by name.
class Members {
public:
    Members(const JsonNodes& nodes, int object, int level) : json(nodes), node(object), depth(level) {}

    [[nodiscard]] std::string text(std::string_view key) const { return std::string(json.string(json.member(node, key))); }
    [[nodiscard]] bool flag(std::string_view key) const { return json.boolean(json.member(node, key)); }
    [[nodiscard]] int whole(std::string_view key, int fallback, int least, int most) const {
        const double value = json.number(json.member(node, key), fallback);
        return static_cast<int>(std::clamp(value, static_cast<double>(least), static_cast<double>(most)));
    }
    /// The position of the member's string in `names`, or 0: enums start with their default.
    template <typename Enum, std::size_t count>
    [[nodiscard]] Enum choice(std::string_view key, const std::string_view (&names)[count], Enum fallback) const {
        const std::string_view name = json.string(json.member(node, key));
        for (std::size_t i = 0; i < count; ++i) {
            if (names[i] == name) return static_cast<Enum>(i);
        }
        return fallback;
    }
    /// Calls `use(child node)` for each element of a list member.
    template <typename Use>
    void each(std::string_view key, Use use) const {
        for (int child = json.first(json.member(node, key)); child >= 0; child = json.next(child)) use(child);
    }
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
        std::vector<std::string> list;
        each(key, [&](int child) { list.emplace_back(json.string(child)); });
        return list;
    }
    [[nodiscard]] std::vector<Block> blocks(std::string_view key) const;

    const JsonNodes& json;
    int node;
    int depth;
};

constexpr std::string_view tones[] = {"body", "secondary", "strong", "info", "ok", "warning", "danger"};
constexpr std::string_view field_kinds[] = {"text", "date", "number", "search", "place"};
constexpr std::string_view button_kinds[] = {"primary", "secondary", "quiet", "pill"};
constexpr std::string_view link_kinds[] = {"plain", "back", "row", "pill"};

Tone tone(const Members& from, Tone fallback) { return from.choice("tone", tones, fallback); }

/// A pair is an array [first, second].
std::string_view pair_part(const Members& from, int pair, int part) {
    const int first = from.json.first(pair);
    return from.json.string(part == 0 ? first : from.json.next(first));
}

Picture picture(const Members& from, int pair) { return {std::string(pair_part(from, pair, 0)), std::string(pair_part(from, pair, 1))}; }

std::vector<Picture> pictures(const Members& from) {
    std::vector<Picture> found;
    from.each("pictures", [&](int pair) { found.push_back(picture(from, pair)); });
    return found;
}

Block heading(const Members& from) {
    return Heading{from.text("id"), from.whole("level", 1, 1, 3), from.text("text"), picture(from, from.json.member(from.node, "picture"))};
}

Block paragraph(const Members& from) { return Paragraph{from.text("id"), from.text("text"), tone(from, Tone::body)}; }

Block progress(const Members& from) {
    return Progress{from.text("id"), from.text("label"), from.whole("value", 0, 0, 100000), from.whole("max", 1, 1, 100000)};
}

Block choices(const Members& from) {
    Choices block{from.text("id"), from.text("legend"), from.flag("legend_hidden"), from.flag("many"),
                  from.flag("compact"), {}, from.text("error")};
    from.each("options", [&](int child) {
        const Members option(from.json, child, from.depth);
        block.options.push_back({option.text("value"), option.text("label"), option.text("hint"), option.flag("checked"),
                                 option.text("action")});
    });
    return block;
}

Block field(const Members& from) {
    Field block{from.text("id"), from.choice("kind", field_kinds, FieldKind::text), from.text("label"),
                from.flag("label_hidden"), from.text("hint"), from.text("value"), from.text("error"),
                from.text("autocomplete"), from.flag("personal"), from.text("action"), {}};
    from.each("suggestions", [&](int child) {
        const Members suggestion(from.json, child, from.depth);
        block.suggestions.push_back({suggestion.text("label"), suggestion.text("action")});
    });
    return block;
}

Block button(const Members& from) {
    return Button{from.text("id"), from.text("label"), from.choice("kind", button_kinds, ButtonKind::secondary),
                  from.text("icon"), from.text("action")};
}

Link link_at(const Members& from) {
    return Link{from.text("id"), from.text("label"), from.text("hint"), from.text("href"),
                from.choice("kind", link_kinds, LinkKind::plain), from.text("icon"), from.text("lang"), from.text("action")};
}

Block tiles(const Members& from) {
    Tiles block{from.text("id"), {}};
    from.each("items", [&](int child) { block.items.push_back(link_at(Members(from.json, child, from.depth))); });
    return block;
}

Block tags(const Members& from) {
    Tags block{from.text("id"), {}};
    from.each("items", [&](int pair) {
        const auto* name = std::find(std::begin(tones), std::end(tones), pair_part(from, pair, 1));
        const Tone found = name == std::end(tones) ? Tone::body : static_cast<Tone>(name - std::begin(tones));
        block.items.emplace_back(pair_part(from, pair, 0), found);
    });
    return block;
}

Block facts(const Members& from) {
    Facts block{from.text("id"), {}, from.flag("prose"), pictures(from)};
    from.each("rows", [&](int pair) { block.rows.emplace_back(pair_part(from, pair, 0), pair_part(from, pair, 1)); });
    return block;
}

Block list(const Members& from) { return List{from.text("id"), from.flag("ordered"), from.texts("items"), pictures(from)}; }

Block notice(const Members& from) {
    return Notice{from.text("id"), tone(from, Tone::info), from.text("title"), from.text("text"), from.flag("alert")};
}

Block table(const Members& from) {
    Table block{from.text("id"), from.text("caption"), from.flag("ticks"), from.texts("columns"), {}, pictures(from)};
    from.each("rows", [&](int row) {
        std::vector<std::string>& cells = block.rows.emplace_back();
        for (int cell = from.json.first(row); cell >= 0; cell = from.json.next(cell)) cells.emplace_back(from.json.string(cell));
    });
    return block;
}

Block qr(const Members& from) {
    return Qr{from.text("id"), from.text("label"), from.whole("side", 0, 0, 177), from.text("modules")};
}

Block writing_lines(const Members& from) {
    return WritingLines{from.text("id"), from.text("label"), from.whole("lines", 2, 0, 40)};
}

Block card(const Members& from) { return Card{from.text("id"), tone(from, Tone::body), from.blocks("children")}; }

Block disclosure(const Members& from) {
    return Disclosure{from.text("id"), from.text("summary"), from.flag("open"), from.text("action"), from.blocks("children")};
}

struct Reader {
    std::string_view name;
    Block (*read)(const Members&);
};

constexpr Reader readers[] = {
    {"heading", heading}, {"paragraph", paragraph}, {"progress", progress}, {"choices", choices}, {"field", field},
    {"button", button}, {"link", [](const Members& from) { return Block{link_at(from)}; }}, {"tiles", tiles}, {"tags", tags},
    {"facts", facts}, {"list", list}, {"notice", notice}, {"table", table}, {"qr", qr}, {"writing_lines", writing_lines},
    {"card", card}, {"disclosure", disclosure},
};
static_assert(std::size(readers) == std::variant_size_v<BlockVariant>, "a block without a reader");

std::vector<Block> Members::blocks(std::string_view key) const {
    std::vector<Block> found;
    if (depth >= deepest_card) return found;
    each(key, [&](int child) {
        const Members inner(json, child, depth + 1);
        const std::string_view kind = json.string(json.member(child, "t"));
        for (const Reader& reader : readers) {
            if (reader.name == kind) found.push_back(reader.read(inner));
        }
    });
    return found;
}

}  // namespace

bool read_screen(const JsonNodes& json, int node, Screen& screen) {
    const JsonNode* found = json.at(node);
    if (found == nullptr || found->type != JsonNode::Type::object) return false;
    const Members from(json, node, 0);
    screen = Screen{from.text("id"), from.text("title"), from.text("lang"), from.text("focus"), from.flag("paper"),
                    from.blocks("bar"), from.blocks("main"), from.blocks("aside"), from.blocks("foot")};
    return true;
}

bool read_screen(std::string_view text, Screen& screen) {
    JsonNodes json;
    return json.parse(text) && read_screen(json, JsonNodes::root(), screen);
}

}  // namespace danloi
