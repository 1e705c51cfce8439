// Canonical composition of Latin letters: take apart, put the marks in order, put together (Unicode Standard Annex 15).
#include "core/text_nfc.hpp"

#include <algorithm>
#include <optional>

#include "core/text.hpp"
#include "core/text_latin.hpp"

namespace danloi {
namespace {

using latin::Composition;

const Composition* composition_of(char32_t letter) {
    const auto found = std::lower_bound(latin::compositions.begin(), latin::compositions.end(), letter,
                                        [](const Composition& row, char32_t wanted) { return row.letter < wanted; });
    return found != latin::compositions.end() && found->letter == letter ? &*found : nullptr;
}

std::optional<char32_t> compose(char32_t base, char32_t mark) {
    for (const Composition& row : latin::compositions) {
        if (row.base == base && row.mark == mark) return row.letter;
    }
    return std::nullopt;
}

/// Canonical combining class: marks of different classes may change places, marks of one class may not.
int order_of(char32_t mark) {
    for (const latin::MarkRun& run : latin::mark_runs) {
        if (mark >= run.from && mark <= run.to) return run.order;
    }
    return 230;
}

/// Code points that Unicode replaces by another single one, in Latin text.
char32_t without_singleton(char32_t code_point) {
    switch (code_point) {
        case 0x340: return 0x300;   // old "grave tone mark" of Vietnamese
        case 0x341: return 0x301;   // old "acute tone mark" of Vietnamese
        case 0x343: return 0x313;
        case 0x212A: return 'K';
        case 0x212B: return 0xC5;
        default: return code_point;
    }
}

void take_apart(char32_t letter, std::u32string& out) {
    if (const Composition* row = composition_of(letter)) {
        take_apart(row->base, out);
        out += row->mark;
    } else if (letter == 0x344) {  // dialytika with tonos: two marks in one
        out += U"\u0308\u0301";
    } else {
        out += letter;
    }
}

/// One letter with its marks, in any order, to the fewest code points.
void append_composed(std::string& out, std::u32string cluster) {
    const auto marks = cluster.begin() + (is_combining_mark(cluster.front()) ? 0 : 1);
    const auto before = [](char32_t a, char32_t b) { return order_of(a) < order_of(b); };
    for (auto mark = marks; mark != cluster.end(); ++mark) std::rotate(std::upper_bound(marks, mark, *mark, before), mark, mark + 1);
    std::u32string left;
    const bool has_base = marks != cluster.begin();
    char32_t base = cluster.front();
    int last_order = 0;
    for (auto mark = marks; mark != cluster.end(); ++mark) {
        const int order = order_of(*mark);
        const bool blocked = !left.empty() && last_order >= order;
        const auto composed = has_base && !blocked ? compose(base, *mark) : std::nullopt;
        if (composed) {
            base = *composed;
            continue;
        }
        left += *mark;
        last_order = order;
    }
    if (has_base) append_utf8(out, base);
    for (const char32_t mark : left) append_utf8(out, mark);
}

bool may_need_composing(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0xCC) {  // below U+0300: nothing to compose with
            ++at;
            continue;
        }
        const char32_t code_point = take_code_point(text, at);
        if (is_combining_mark(code_point) || without_singleton(code_point) != code_point) return true;
    }
    return false;
}

}  // namespace

bool is_combining_mark(char32_t code_point) {
    constexpr char32_t grapheme_joiner = 0x34F;  // never moves and never composes
    return code_point >= 0x300 && code_point <= 0x36F && code_point != grapheme_joiner;
}

char32_t base_letter(char32_t code_point) {
    const Composition* row = composition_of(code_point);
    return row ? base_letter(row->base) : code_point;
}

std::string nfc(std::string_view text) {
    if (!is_utf8(text)) return nfc(well_formed(text));
    if (!may_need_composing(text)) return std::string{text};
    std::string out;
    out.reserve(text.size());
    std::u32string cluster;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code_point = without_singleton(take_code_point(text, at));
        if (!is_combining_mark(code_point) && !cluster.empty()) {
            append_composed(out, std::move(cluster));
            cluster.clear();
        }
        take_apart(code_point, cluster);
    }
    if (!cluster.empty()) append_composed(out, std::move(cluster));
    return out;
}

bool is_nfc(std::string_view text) {
    if (!is_utf8(text)) return false;
    return !may_need_composing(text) || nfc(text) == text;
}

}  // namespace danloi
