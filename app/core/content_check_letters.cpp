// Proof that the font can draw every text.
#include "core/content_check.hpp"

#include "core/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace danloi {

namespace {

using nlohmann::json;

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && blanks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && blanks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    return text;
}

// The text up to `mark`, which is taken off as well.
std::string_view take_until(std::string_view& text, char mark) {
    const auto end = std::min(text.find(mark), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

bool read_hex(std::string_view digits, char32_t& out) {
    std::uint32_t number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    out = number;
    return fault == std::errc{} && end == digits.data() + digits.size();
}

bool read_range(std::string_view written, std::pair<char32_t, char32_t>& out) {
    if (written.substr(0, 2) != "U+") return false;
    written.remove_prefix(2);
    const bool single = written.find('-') == std::string_view::npos;
    if (!read_hex(take_until(written, '-'), out.first)) return false;
    out.second = out.first;
    return single || (read_hex(written, out.second) && out.first <= out.second);
}

bool has(const Letters& letters, char32_t letter) {
    return std::any_of(letters.begin(), letters.end(), [&](const auto& range) { return range.first <= letter && letter <= range.second; });
}

std::string number_of(char32_t letter) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string out;
    for (int shift = letter > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) out += digits[(letter >> shift) & 15U];
    return "U+" + out;
}

void check_text_letters(const std::string& text, const Place& place, const Letters& letters, Problems& problems) {
    std::u32string missing;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t letter = take_code_point(text, at);
        if (has(letters, letter) || missing.find(letter) != std::u32string::npos) continue;
        missing += letter;
        std::string shown;
        append_utf8(shown, letter);
        problems.push_back(place.problem("the font cannot draw \"" + shown + "\" (" + number_of(letter) + ")",
                                         "Write it with other letters, or add it to content/letters.txt if the font has it."));
    }
}

void check_place(const json& node, const Place& place, const Letters& letters, Problems& problems) {
    if (node.is_string()) return check_text_letters(node.get_ref<const std::string&>(), place, letters, problems);
    if (node.is_array())
        for (std::size_t i = 0; i < node.size(); ++i) check_place(node[i], place / i, letters, problems);
    if (node.is_object())
        for (const auto& [key, value] : node.items()) check_place(value, place / key, letters, problems);
}

}  // namespace

Letters read_letters(std::string_view bytes, const std::string& file, Problems& problems) {
    Letters letters;
    for (int number = 1; !bytes.empty(); ++number) {
        std::string_view line = take_until(bytes, '\n');
        std::string_view ranges = trimmed(take_until(line, '#'));
        while (!ranges.empty()) {
            const std::string written{trimmed(take_until(ranges, ','))};
            if (std::pair<char32_t, char32_t> range; read_range(written, range)) letters.push_back(range);
            else
                problems.push_back({file, "", "line " + std::to_string(number) + ": \"" + written + "\" is not a range of letters",
                                    "Write U+00E0 or U+00E0-00FF, with commas between."});
        }
    }
    return letters;
}

void check_letters(const json& node, const std::string& file, const Letters& letters, Problems& problems) {
    check_place(node, Place{file}, letters, problems);
}

}  // namespace danloi
