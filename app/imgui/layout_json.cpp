// The text forms of layout: what comes in from the page and the boxes that go back.
#include <algorithm>

#include "imgui/layout.hpp"
#include "imgui/screen_read.hpp"

namespace danloi {
namespace {

void add_string(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if (code < 0x20) {
            out += "\\u00";
            out += digits[code >> 4U];
            out += digits[code & 15U];
            continue;
        }
        if (letter == '"' || letter == '\\') out += '\\';
        out += letter;
    }
    out += '"';
}

/// Three decimals: far below what a screen shows, and no long tails of digits.
void add_number(std::string& out, float value) {
    if (value < 0) {
        out += '-';
        value = -value;
    }
    const auto thousandths = static_cast<unsigned long>(value * 1000 + 0.5F);
    out += std::to_string(thousandths / 1000);
    const unsigned long rest = thousandths % 1000;
    if (rest == 0) return;
    std::string decimals = std::to_string(1000 + rest);
    decimals.front() = '.';
    while (decimals.back() == '0') decimals.pop_back();
    out += decimals;
}

void add_member(std::string& out, std::string_view name, float value) {
    out += ",\"";
    out += name;
    out += "\":";
    add_number(out, value);
}

void add_box(std::string& out, const Box& box, const std::vector<std::string>& texts) {
    out += "{\"k\":";
    add_string(out, box.key);
    add_member(out, "x", box.x);
    add_member(out, "y", box.y);
    add_member(out, "w", box.w);
    add_member(out, "h", box.h);
    if (box.in_foot) out += ",\"f\":true";
    if (box.outside) out += ",\"o\":true";
    if (box.align != Align::left) out += box.align == Align::centre ? ",\"align\":\"center\"" : ",\"align\":\"right\"";
    if (box.pad_x > 0) add_member(out, "px", box.pad_x);
    if (box.pad_y > 0) add_member(out, "py", box.pad_y);
    if (box.size > 0) {
        if (box.line_count > 0) out += ",\"lines\":[";
        for (std::uint32_t i = 0; i < box.line_count; ++i) {
            if (i > 0) out += ',';
            add_string(out, texts[box.first_line + i]);
        }
        if (box.line_count > 0) out += ']';
        add_member(out, "size", box.size);
        add_member(out, "leading", box.leading);
        add_member(out, "weight", box.weight);
    }
    out += '}';
}

}  // namespace

std::string layout_json(const Layout& layout) {
    std::string out;
    out.reserve(layout.boxes.size() * 160 + 64);
    out += "{\"height\":";
    add_number(out, layout.height);
    add_member(out, "foot", layout.foot);
    out += ",\"boxes\":[";
    for (const Box& box : layout.boxes) {
        if (&box != layout.boxes.data()) out += ',';
        add_box(out, box, layout.texts);
    }
    out += "]}";
    return out;
}

bool read_layout_input(std::string_view text, Screen& screen, LayoutInput& input) {
    JsonNodes json;
    if (!json.parse(text)) return false;
    const int root = JsonNodes::root();
    const auto number = [&](std::string_view name, float usual, float least, float most) {
        return std::clamp(static_cast<float>(json.number(json.member(root, name), usual)), least, most);
    };
    input.width = number("width", 360, 200, 8000);
    input.height = number("height", 740, 100, 8000);
    input.scale = number("scale", 1, 0.5F, 3);
    input.dpr = number("dpr", 1, 0.5F, 4);
    input.easy = json.boolean(json.member(root, "easy"));
    input.theme = theme_named(json.string(json.member(root, "theme")));
    return read_screen(json, json.member(root, "screen"), screen);
}

}  // namespace danloi
