// Blocks that take an answer or are pressed. Counterparts: web/ts/dom/input_blocks.ts and action_blocks.ts.
#include "tool/screen_html_parts.hpp"

#include <array>

namespace danloi {

namespace {

constexpr std::array<std::string_view, 5> field_names{"text", "date", "number", "search", "place"};
constexpr std::array<std::string_view, 4> button_names{"primary", "secondary", "quiet", "pill"};
constexpr std::array<std::string_view, 4> link_names{"plain", "back", "row", "pill"};

bool looks_up(const Field& b) { return b.kind == FieldKind::search || b.kind == FieldKind::place; }

}  // namespace

void BlockHtml::label(std::string_view text) {
    w.open("span").with("class", "label").close_with(text);
}

void BlockHtml::operator()(const Choices& b) {
    const std::string error = b.id + "/error";
    w.open("fieldset");
    w.with("class", std::string{"choices"} + (b.compact ? " compact" : "") + (b.many ? " many" : ""));
    if (!b.error.empty()) w.with("aria-describedby", "k:" + error);
    w.open("legend").with("class", b.legend_hidden ? "hidden" : "").close_with(b.legend);
    if (!b.error.empty()) w.open("p").with("class", "error").with("id", "k:" + error).close_with(b.error);
    for (std::size_t i = 0; i < b.options.size(); ++i) option(b, b.options[i], b.id + "/" + std::to_string(i));
    w.close();
}

void BlockHtml::option(const Choices& block, const ChoiceOption& option, const std::string& key) {
    w.open("div").with("class", "option");
    w.open("input").with("type", block.many ? "checkbox" : "radio").with("id", "k:" + key).with("name", "k:" + block.id);
    w.with("value", option.value).flag("checked", option.checked).with("autocomplete", "off").with("data-action", option.action);
    w.close().open("label").with("for", "k:" + key);
    label(option.label);
    if (!option.hint.empty()) w.open("span").with("class", "hint").close_with(option.hint);
    w.close().close();
}

void BlockHtml::operator()(const Field& b) {
    const std::string hint = b.id + "/hint";
    const std::string error = b.id + "/error";
    std::string described_by = b.hint.empty() ? "" : "k:" + hint;
    if (!b.error.empty()) described_by += (described_by.empty() ? "k:" : " k:") + error;
    w.open("div").with("class", "field");
    w.open("label").with("class", b.label_hidden ? "hidden" : "").with("for", "k:" + b.id);
    w.close_with(b.label);
    if (!b.hint.empty()) w.open("p").with("class", "hint").with("id", "k:" + hint).close_with(b.hint);
    if (!b.error.empty()) w.open("p").with("class", "error").with("id", "k:" + error).close_with(b.error);
    w.open("div").with("class", looks_up(b) ? "box look" : "box");
    if (looks_up(b)) icon("search");
    field_input(b, described_by);
    w.close();
    if (!b.suggestions.empty()) suggestions(b);
    w.close();
}

void BlockHtml::field_input(const Field& b, const std::string& described_by) {
    const bool search = b.kind == FieldKind::search;
    w.open("input").with("id", "k:" + b.id).with("data-k", b.id).with("data-kind", field_names[static_cast<std::size_t>(b.kind)]);
    w.with("type", search ? "search" : "text").with("value", b.value).with("inputmode", b.keys);
    w.with("enterkeyhint", search ? "search" : "next").with("autocomplete", b.autocomplete.empty() ? "off" : b.autocomplete);
    w.with("autocapitalize", b.name ? "words" : "off").with("autocorrect", "off").with("spellcheck", "false").with("translate", "no");
    w.with("aria-describedby", described_by).with("aria-invalid", b.error.empty() ? "" : "true").with("data-action", b.action);
    w.close();
}

void BlockHtml::suggestions(const Field& b) {
    w.open("ul").with("class", "suggestions").with("role", "list");
    for (std::size_t i = 0; i < b.suggestions.size(); ++i) {
        w.open("li").open("button").with("type", "button").with("data-k", b.id + "/s/" + std::to_string(i));
        w.with("data-action", b.suggestions[i].action).close_with(b.suggestions[i].label).close();
    }
    w.close();
}

void BlockHtml::operator()(const Button& b) {
    w.open("button").with("type", "button");
    w.with("class", "button " + std::string{button_names[static_cast<std::size_t>(b.kind)]});
    w.with("data-k", b.id).with("data-action", b.action);
    icon(b.icon);
    label(b.label);
    w.close();
}

void BlockHtml::operator()(const Link& b) {
    anchor(b, "link " + std::string{link_names[static_cast<std::size_t>(b.kind)]});
}

void BlockHtml::operator()(const Tiles& b) {
    w.open("ul").with("class", "tiles").with("role", "list");
    for (const Link& item : b.items) {
        w.open("li");
        anchor(item, "tile");
        w.close();
    }
    w.close();
}

void BlockHtml::anchor(const Link& item, std::string_view style) {
    const bool elsewhere = item.href.starts_with("https:");
    w.open("a").with("class", style).with("data-k", item.id).with("href", item.href).with("lang", item.lang);
    w.with("hreflang", item.lang).with("data-action", item.action);
    if (elsewhere) w.with("target", "_blank").with("rel", "noopener noreferrer");
    icon(item.icon.empty() && style == "link back" ? "back" : item.icon);
    label(item.label);
    if (!item.hint.empty()) w.open("span").with("class", "hint").close_with(item.hint);
    if (style == "link row") icon("next", "icon next");
    w.close();
}

}  // namespace danloi
