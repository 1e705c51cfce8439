// See html_writer.hpp.
#include "tool/html_writer.hpp"

#include <algorithm>
#include <array>

namespace danloi {

namespace {

constexpr std::array<std::string_view, 3> void_elements{"input", "meta", "link"};

std::string_view escaped(char letter) {
    switch (letter) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
    for (const char letter : text) {
        const std::string_view safe = escaped(letter);
        if (safe.empty()) out += letter;
        else out += safe;
    }
}

void HtmlWriter::end_tag() {
    if (in_tag_) out_ += '>';
    in_tag_ = false;
}

HtmlWriter& HtmlWriter::open(std::string_view tag) {
    end_tag();
    out_ += '<';
    out_ += tag;
    open_.emplace_back(tag);
    in_tag_ = true;
    return *this;
}

HtmlWriter& HtmlWriter::with(std::string_view name, std::string_view value) {
    if (value.empty()) return *this;
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_html_text(out_, value);
    out_ += '"';
    return *this;
}

HtmlWriter& HtmlWriter::with(std::string_view name, std::int64_t value) { return with(name, std::to_string(value)); }

HtmlWriter& HtmlWriter::flag(std::string_view name, bool on) {
    if (!on) return *this;
    out_ += ' ';
    out_ += name;
    return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view value) {
    end_tag();
    append_html_text(out_, value);
    return *this;
}

HtmlWriter& HtmlWriter::raw(std::string_view markup) {
    end_tag();
    out_ += markup;
    return *this;
}

HtmlWriter& HtmlWriter::close() {
    end_tag();
    const std::string tag = std::move(open_.back());
    open_.pop_back();
    if (std::find(void_elements.begin(), void_elements.end(), tag) != void_elements.end()) return *this;
    out_ += "</";
    out_ += tag;
    out_ += '>';
    return *this;
}

}  // namespace danloi
