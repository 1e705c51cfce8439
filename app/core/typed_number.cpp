#include "core/typed_number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

#include "core/number_text.hpp"
#include "core/text.hpp"
#include "core/wording.hpp"

namespace danloi {
namespace {

constexpr std::size_t most_letters = 18;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Spaces that do not break stand between thousands in some programs.
std::string with_plain_spaces(std::string_view text) {
    std::string out{text};
    for (const std::string_view space : {"\u00a0", "\u202f"})
        for (std::size_t at = out.find(space); at != out.npos; at = out.find(space)) out.replace(at, space.size(), " ");
    const auto first = out.find_first_not_of(' ');
    return first == out.npos ? std::string{} : out.substr(first);
}

/// Whether `text` is digits in groups of three, the first one of one to three, and takes the marks out.
bool ungroup(std::string& text, char mark) {
    std::string plain;
    std::size_t group = 0;
    for (const char letter : text) {
        if (letter != mark) {
            if (!is_digit(letter)) return false;
            plain += letter;
            ++group;
            continue;
        }
        const bool first = plain.size() == group;
        if (first ? group < 1 || group > 3 : group != 3) return false;
        group = 0;
    }
    if (group == 0 || (plain.size() > group && text.find(mark) != text.npos && group != 3)) return false;
    text = std::move(plain);
    return true;
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// The whole part without its marks. Dots and spaces are not mixed.
bool read_whole(std::string& whole) {
    if (all_digits(whole)) return true;
    for (const char mark : {'.', ' ', ','})
        if (std::string tried = whole; ungroup(tried, mark)) return whole = std::move(tried), true;
    return false;
}

/// Digits with a point, as read_decimal wants them; empty when it is no number.
std::string plain_number(std::string text) {
    const auto commas = std::count(text.begin(), text.end(), ',');
    const auto dots = std::count(text.begin(), text.end(), '.');
    std::size_t point = commas == 1 ? text.find(',') : text.npos;
    if (commas == 0 && dots == 1 && text.size() - text.find('.') != 4) point = text.find('.');
    std::string fraction;
    if (point != text.npos) {
        fraction = text.substr(point + 1);
        text.resize(point);
        if (!all_digits(fraction) || (fraction.size() == 3 && text != "0" && dots == 0)) return {};
    }
    if (!read_whole(text) || text.size() + fraction.size() > most_letters - 1) return {};
    return fraction.empty() ? text : text + "." + fraction;
}

struct Unit {
    std::string_view name;
    int zeros;
};

constexpr std::array<Unit, 12> units{{{"", 0}, {"nghin", 3}, {"ngan", 3}, {"k", 3}, {"thousand", 3}, {"trieu", 6}, {"tr", 6},
                                      {"million", 6}, {"m", 6}, {"ty", 9}, {"ti", 9}, {"billion", 9}}};

/// Takes the last word off when it is this one.
bool drop_last(std::string& text, std::string_view word) {
    const bool there = text == word || text.ends_with(" " + std::string{word});
    if (there) text.resize(text.size() == word.size() ? 0 : text.size() - word.size() - 1);
    return there;
}

}  // namespace

std::optional<double> parse_typed_number(std::string_view text) {
    std::string all = with_plain_spaces(text);
    const bool negative = all.starts_with('-');
    if (negative) all.erase(0, 1);
    const std::size_t end = std::min(all.find_first_not_of("0123456789., "), all.size());
    const std::string_view rest = std::string_view{all}.substr(end);
    std::string unit = fold(rest);
    if (unit.empty() && !rest.empty()) return std::nullopt;
    for (const char* money : {"dong", "d", "vnd"})
        if (drop_last(unit, money)) break;
    const bool and_half = drop_last(unit, "ruoi");
    const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.name == unit; });
    all.resize(end);
    while (all.ends_with(' ')) all.pop_back();
    std::string plain = plain_number(std::move(all));
    if (found == units.end() || plain.empty()) return std::nullopt;
    if (and_half) {
        if (found->zeros == 0 || plain.find('.') != plain.npos) return std::nullopt;
        plain += ".5";
    }
    return read_decimal((negative ? "-" : "") + plain + "e" + std::to_string(found->zeros));
}

std::string grouped_number(double number, std::string_view lang) {
    constexpr double most_exact = 9e15;
    std::string text = number_text(number);
    if (!(std::abs(number) < most_exact) || text.find('e') != text.npos) return text;
    const std::size_t point = text.find('.');
    const std::string sign = number < 0 && number > -1 ? "-" : "";
    std::string out = sign + grouped(static_cast<std::int64_t>(number), lang);
    if (point == text.npos) return out;
    return out.append(lang == "en" ? "." : ",").append(text, point + 1);
}

}  // namespace danloi
