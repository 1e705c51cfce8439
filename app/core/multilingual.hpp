// Text in several languages. Vietnamese is the source, English its translation, others may follow.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace danloi {

/// One sentence or name in every language it exists in. UTF-8, NFC, no HTML.
struct Text {
    std::string vi;
    std::string en;
    /// BCP 47 tag -> text for further languages, sorted by tag.
    std::vector<std::pair<std::string, std::string>> others{};

    /// The text in `lang` ("vi", "en", "tay"...), or the Vietnamese one when that language is missing:
    /// a sentence in another language still helps, an empty line does not.
    [[nodiscard]] std::string_view in(std::string_view lang) const {
        if (lang == "en" && !en.empty()) return en;
        for (const auto& [tag, text] : others)
            if (tag == lang && !text.empty()) return text;
        return vi;
    }

    /// True when nothing at all is written.
    [[nodiscard]] bool empty() const { return vi.empty() && en.empty() && others.empty(); }

    friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace danloi
