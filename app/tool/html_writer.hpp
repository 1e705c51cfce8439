// Writes HTML into a string. Everything that is not a name of an element or an attribute is escaped.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// Appends `text` with the five signs escaped that mean something in HTML.
void append_html_text(std::string& out, std::string_view text);

/// Elements one inside the other. Attributes follow their `open`; content follows attributes.
/// No white space is written between elements: the page then equals what the DOM layer makes, node for node.
class HtmlWriter {
public:
    explicit HtmlWriter(std::string& out) : out_(out) {}

    HtmlWriter& open(std::string_view tag);
    /// An attribute with a value; left out when the value is empty.
    HtmlWriter& with(std::string_view name, std::string_view value);
    HtmlWriter& with(std::string_view name, std::int64_t value);
    /// An attribute without a value, when `on`.
    HtmlWriter& flag(std::string_view name, bool on);
    HtmlWriter& text(std::string_view value);
    /// Ends the innermost element. Void elements (input) end without a closing tag.
    HtmlWriter& close();
    /// A whole element that holds only text.
    HtmlWriter& close_with(std::string_view value) { return text(value).close(); }
    /// Markup that was written by another HtmlWriter.
    HtmlWriter& raw(std::string_view markup);

private:
    void end_tag();
    std::string& out_;
    std::vector<std::string> open_;
    bool in_tag_ = false;
};

}  // namespace danloi
