// The inside of screen_html: one writing function a block. Used by the screen_html*.cpp files only.
#pragma once
#include "tool/html_writer.hpp"
#include "tool/screen_html.hpp"

namespace danloi {

/// The value of data-tone; empty for the usual tone, which needs no mark.
[[nodiscard]] std::string_view tone_mark(Tone tone);

/// Writes blocks; call it with each alternative of a Block.
class BlockHtml {
public:
    BlockHtml(HtmlWriter& out, const Icons& icons) : w(out), icons_(icons) {}

    void all(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) std::visit(*this, block.base());
    }

    void operator()(const Heading& b);
    void operator()(const Paragraph& b);
    void operator()(const Progress& b);
    void operator()(const Choices& b);
    void operator()(const Field& b);
    void operator()(const Button& b);
    void operator()(const Link& b);
    void operator()(const Tiles& b);
    void operator()(const Tags& b);
    void operator()(const Facts& b);
    void operator()(const List& b);
    void operator()(const Notice& b);
    void operator()(const Table& b);
    void operator()(const Qr& b);
    void operator()(const WritingLines& b);
    void operator()(const Card& b);
    void operator()(const Disclosure& b);

private:
    void icon(std::string_view name, std::string_view style = "icon");
    void picture(const Picture& given);
    /// An element with a drawing and the words beside it.
    void pictured(std::string_view tag, const Picture& drawn, std::string_view words);
    void tick(const Picture* drawn = nullptr);
    void label(std::string_view text);
    void anchor(const Link& item, std::string_view style);
    void option(const Choices& block, const ChoiceOption& option, const std::string& key);
    void field_input(const Field& block, const std::string& described_by);
    void suggestions(const Field& block);

    HtmlWriter& w;
    const Icons& icons_;
};

}  // namespace danloi
