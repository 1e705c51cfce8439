// The Screen as compact JSON: one visitor, one line for each kind of block.
#include "core/json_write.hpp"
#include "core/screen.hpp"

#include <array>

namespace danloi {

namespace {

constexpr std::array tone_names{"body", "secondary", "strong", "info", "ok", "warning", "danger"};
constexpr std::array field_names{"text", "date", "number", "search", "place"};
constexpr std::array button_names{"primary", "secondary", "quiet", "pill"};
constexpr std::array link_names{"plain", "back", "row", "pill"};

template <typename Names, typename Enum>
std::string_view name_of(const Names& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

class BlockWriter {
public:
    explicit BlockWriter(JsonWriter& out) : w(out) {}

    void blocks(std::string_view name, const std::vector<Block>& list) {
        if (list.empty()) return;
        w.key(name).open_array();
        for (const Block& block : list) std::visit(*this, block.base());
        w.close_array();
    }

    void operator()(const Heading& b) {
        begin("heading", b.id).member("level", b.level).member("text", b.text);
        if (!b.picture.icon.empty()) picture(w.key("picture"), b.picture);
        w.close_object();
    }

    void operator()(const Paragraph& b) { end(tone(begin("paragraph", b.id).member("text", b.text), b.tone)); }

    void operator()(const Progress& b) {
        end(begin("progress", b.id).member("label", b.label).member("value", b.value).member("max", b.max));
    }

    void operator()(const Choices& b) {
        begin("choices", b.id).member("legend", b.legend).member_if("legend_hidden", b.legend_hidden);
        w.member_if("many", b.many).member_if("compact", b.compact).member_if("error", std::string_view{b.error});
        w.key("options").open_array();
        for (const ChoiceOption& o : b.options) {
            w.open_object().member("value", o.value).member("label", o.label);
            w.member_if("hint", std::string_view{o.hint}).member_if("checked", o.checked);
            w.member_if("action", std::string_view{o.action}).close_object();
        }
        w.close_array().close_object();
    }

    void operator()(const Field& b) {
        begin("field", b.id).member("kind", name_of(field_names, b.kind)).member("label", b.label);
        w.member_if("label_hidden", b.label_hidden).member_if("hint", std::string_view{b.hint});
        w.member_if("value", std::string_view{b.value}).member_if("error", std::string_view{b.error});
        w.member_if("autocomplete", std::string_view{b.autocomplete}).member_if("personal", b.personal);
        w.member_if("keys", std::string_view{b.keys}).member_if("name", b.name).member_if("action", std::string_view{b.action});
        if (!b.suggestions.empty()) suggestions(b.suggestions);
        w.close_object();
    }

    void operator()(const Button& b) {
        begin("button", b.id).member("label", b.label).member("kind", name_of(button_names, b.kind));
        end(w.member_if("icon", std::string_view{b.icon}).member_if("action", std::string_view{b.action}));
    }

    void operator()(const Link& b) {
        begin("link", b.id);
        link(b);
        w.close_object();
    }

    void operator()(const Tiles& b) {
        begin("tiles", b.id).key("items").open_array();
        for (const Link& item : b.items) {
            w.open_object().member("id", item.id);
            link(item);
            w.close_object();
        }
        w.close_array().close_object();
    }

    void operator()(const Tags& b) {
        begin("tags", b.id).key("items").open_array();
        for (const auto& [text, t] : b.items) w.open_array().text(text).text(name_of(tone_names, t)).close_array();
        w.close_array().close_object();
    }

    void operator()(const Facts& b) {
        begin("facts", b.id).member_if("prose", b.prose).key("rows").open_array();
        for (const auto& [term, value] : b.rows) w.open_array().text(term).text(value).close_array();
        w.close_array();
        pictures(b.pictures);
        w.close_object();
    }

    void operator()(const List& b) {
        begin("list", b.id).member_if("ordered", b.ordered).key("items");
        texts(b.items);
        pictures(b.pictures);
        w.close_object();
    }

    void operator()(const Notice& b) {
        tone(begin("notice", b.id), b.tone).member_if("title", std::string_view{b.title});
        end(w.member("text", b.text).member_if("alert", b.alert));
    }

    void operator()(const Table& b) {
        begin("table", b.id).member("caption", b.caption).member_if("ticks", b.ticks).key("columns");
        texts(b.columns);
        w.key("rows").open_array();
        for (const auto& row : b.rows) texts(row);
        w.close_array();
        pictures(b.pictures);
        w.close_object();
    }

    void operator()(const Qr& b) {
        end(begin("qr", b.id).member("label", b.label).member("side", b.side).member("modules", b.modules));
    }

    void operator()(const WritingLines& b) {
        end(begin("writing_lines", b.id).member("label", b.label).member("lines", b.lines));
    }

    void operator()(const Card& b) {
        tone(begin("card", b.id), b.tone);
        blocks("children", b.children);
        w.close_object();
    }

    void operator()(const Disclosure& b) {
        begin("disclosure", b.id).member("summary", b.summary).member_if("open", b.open);
        w.member_if("action", std::string_view{b.action});
        blocks("children", b.children);
        w.close_object();
    }

private:
    JsonWriter& begin(std::string_view type, const std::string& id) {
        return w.open_object().member("t", type).member("id", id);
    }

    static void end(JsonWriter& out) { out.close_object(); }

    JsonWriter& tone(JsonWriter& out, Tone t) {
        return t == Tone::body ? out : out.member("tone", name_of(tone_names, t));
    }

    void texts(const std::vector<std::string>& list) {
        w.open_array();
        for (const std::string& item : list) w.text(item);
        w.close_array();
    }

    static void picture(JsonWriter& out, const Picture& p) { out.open_array().text(p.icon).text(p.label).close_array(); }

    void pictures(const std::vector<Picture>& list) {
        if (list.empty()) return;
        w.key("pictures").open_array();
        for (const Picture& p : list) picture(w, p);
        w.close_array();
    }

    void suggestions(const std::vector<Suggestion>& list) {
        w.key("suggestions").open_array();
        for (const Suggestion& s : list) w.open_object().member("label", s.label).member("action", s.action).close_object();
        w.close_array();
    }

    void link(const Link& b) {
        w.member("label", b.label).member_if("hint", std::string_view{b.hint}).member("href", b.href);
        w.member("kind", name_of(link_names, b.kind)).member_if("icon", std::string_view{b.icon});
        w.member_if("lang", std::string_view{b.lang}).member_if("action", std::string_view{b.action});
    }

    JsonWriter& w;
};

}  // namespace

std::string screen_json(const Screen& screen) {
    std::string out;
    JsonWriter writer{out};
    BlockWriter blocks{writer};
    writer.open_object().member("id", screen.id).member("title", screen.title).member("lang", screen.lang);
    writer.member_if("focus", std::string_view{screen.focus}).member_if("paper", screen.paper);
    blocks.blocks("bar", screen.bar);
    blocks.blocks("main", screen.main);
    blocks.blocks("aside", screen.aside);
    blocks.blocks("foot", screen.foot);
    writer.close_object();
    return out;
}

}  // namespace danloi
