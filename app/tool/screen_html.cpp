// The stage, the icons and the blocks that are read or hold others. Counterparts: web/ts/dom/page.ts, text_blocks.ts,
// blocks.ts, icon.ts.
#include "tool/screen_html.hpp"

#include "tool/screen_html_parts.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace danloi {

namespace {

using nlohmann::json;

std::string_view notice_icon(Tone tone) {
    if (tone == Tone::ok) return "check";
    if (tone == Tone::info) return "info";
    return tone == Tone::warning || tone == Tone::danger ? "warning" : std::string_view{};
}

/// More signs than fill two lines beside a term on a phone: the value stands under its term there.
bool is_long(std::string_view value) {
    return std::count_if(value.begin(), value.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }) > 36;
}

/// ["M",3.5,12] as "M3.5 12"; false when it is no step.
bool append_step(std::string& path, const json& step) {
    if (!step.is_array() || step.empty() || !step[0].is_string()) return false;
    path += step[0].get_ref<const std::string&>();
    for (std::size_t i = 1; i < step.size(); ++i) {
        if (!step[i].is_number()) return false;
        if (i > 1) path += ' ';
        path += step[i].dump();
    }
    return true;
}

std::optional<std::string> path_of_strokes(const json& strokes) {
    if (!strokes.is_array()) return std::nullopt;
    std::string path;
    for (const json& stroke : strokes) {
        if (!stroke.is_array()) return std::nullopt;
        for (const json& step : stroke)
            if (!append_step(path, step)) return std::nullopt;
    }
    return path;
}

void region(HtmlWriter& w, std::string_view tag, std::string_view id, const std::vector<Block>& blocks, const Icons& icons) {
    w.open(tag).with("id", id);
    if (id == "main") w.with("tabindex", "-1");
    w.flag("hidden", blocks.empty());
    BlockHtml{w, icons}.all(blocks);
    w.close();
}

}  // namespace

std::string_view tone_mark(Tone tone) {
    constexpr std::array<std::string_view, 7> names{"", "secondary", "strong", "info", "ok", "warning", "danger"};
    return names[static_cast<std::size_t>(tone)];
}

std::optional<Icons> read_icons(std::string_view text) {
    const json all = json::parse(text, nullptr, false);
    if (!all.is_object()) return std::nullopt;
    Icons icons;
    for (const auto& [name, strokes] : all.items()) {
        auto path = path_of_strokes(strokes);
        if (!path) return std::nullopt;
        icons.emplace(name, std::move(*path));
    }
    return icons;
}

std::string screen_html(const Screen& screen, const Icons& icons) {
    std::string out;
    HtmlWriter w{out};
    w.open("div").with("id", "stage").with("translate", "no").with("data-screen", screen.id);
    w.flag("data-paper", screen.paper).flag("data-aside", !screen.aside.empty());
    region(w, "header", "bar", screen.bar, icons);
    region(w, "main", "main", screen.main, icons);
    region(w, "aside", "aside", screen.aside, icons);
    region(w, "footer", "foot", screen.foot, icons);
    w.close();
    return out;
}

void BlockHtml::icon(std::string_view name, std::string_view style) {
    const auto found = icons_.find(name);
    if (found == icons_.end()) return;
    w.open("svg").with("class", style).with("viewBox", "0 0 24 24").with("aria-hidden", "true");
    w.open("path").with("d", found->second).close().close();
}

void BlockHtml::picture(const Picture& given) {
    if (given.label.empty()) return icon(given.icon, "icon picture");
    const auto found = icons_.find(given.icon);
    if (found == icons_.end()) return;
    w.open("svg").with("class", "icon picture").with("viewBox", "0 0 24 24").with("role", "img").with("aria-label", given.label);
    w.open("path").with("d", found->second).close().close();
}

void BlockHtml::pictured(std::string_view tag, const Picture& drawn, std::string_view words) {
    w.open(tag).with("class", "pictured");
    picture(drawn);
    w.open("span").close_with(words).close();
}

void BlockHtml::operator()(const Heading& b) {
    const bool drawn = !b.picture.icon.empty();
    if (drawn) w.open("div").with("class", "pictured");
    if (drawn) picture(b.picture);
    w.open("h" + std::to_string(b.level)).close_with(b.text);
    if (drawn) w.close();
}

void BlockHtml::operator()(const Paragraph& b) {
    w.open("p").with("data-tone", tone_mark(b.tone)).close_with(b.text);
}

void BlockHtml::operator()(const Progress& b) {
    const std::string key = b.id + "/label";
    w.open("div").with("class", "progress");
    w.open("p").with("id", "k:" + key).close_with(b.label);
    w.open("progress").with("value", b.value).with("max", b.max);
    w.with("aria-labelledby", "k:" + key).close().close();
}

void BlockHtml::operator()(const List& b) {
    w.open(b.ordered ? "ol" : "ul").with("class", "list").with("role", "list");
    for (std::size_t i = 0; i < b.items.size(); ++i) {
        if (i < b.pictures.size()) pictured("li", b.pictures[i], b.items[i]);
        else w.open("li").close_with(b.items[i]);
    }
    w.close();
}

void BlockHtml::operator()(const Facts& b) {
    const bool long_value = std::any_of(b.rows.begin(), b.rows.end(), [](const auto& row) { return is_long(row.second); });
    w.open("dl").with("class", b.prose ? "facts prose" : long_value ? "facts long" : "facts");
    for (std::size_t i = 0; i < b.rows.size(); ++i) {
        w.open("div");
        if (i < b.pictures.size()) pictured("dt", b.pictures[i], b.rows[i].first);
        else w.open("dt").close_with(b.rows[i].first);
        w.open("dd").close_with(b.rows[i].second).close();
    }
    w.close();
}

void BlockHtml::operator()(const Tags& b) {
    w.open("ul").with("class", "tags").with("role", "list");
    for (const auto& [text, tone] : b.items) w.open("li").with("data-tone", tone_mark(tone)).close_with(text);
    w.close();
}

void BlockHtml::operator()(const Notice& b) {
    w.open("div").with("class", "notice");
    if (b.alert) w.with("role", "alert");
    w.with("data-tone", tone_mark(b.tone));
    icon(notice_icon(b.tone));
    if (!b.title.empty()) w.open("p").with("class", "title").close_with(b.title);
    w.open("p").close_with(b.text).close();
}

void BlockHtml::operator()(const Card& b) {
    w.open("section").with("class", "card").with("data-tone", tone_mark(b.tone));
    all(b.children);
    w.close();
}

void BlockHtml::operator()(const Disclosure& b) {
    w.open("div").with("class", "disclosure");
    w.open("button").with("type", "button").with("class", "button disclose");
    w.with("aria-expanded", b.open ? "true" : "false").with("data-k", b.id).with("data-action", b.action);
    icon(b.open ? "up" : "down");
    label(b.summary);
    w.close();
    if (b.open) {
        w.open("div").with("class", "more");
        all(b.children);
        w.close();
    }
    w.close();
}

}  // namespace danloi
