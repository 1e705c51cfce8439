#include "core/typed_date.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <string>
#include <vector>

#include "core/text.hpp"

namespace danloi {
namespace {

using Word = std::string_view;
using Words = std::vector<Word>;

enum class Role : std::uint8_t { none, day, month, year };

/// A number of the text: what it says, in how many digits, and what it is said to be.
struct Piece {
    int value = 0;
    std::size_t digits = 0;
    Role role = Role::none;
};

template <std::size_t N>
bool is_one_of(Word word, const std::array<Word, N>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

struct Distance {
    Word words;
    int days;
};

constexpr std::array<Distance, 7> distances{
    {{"hom nay", 0}, {"hom qua", -1}, {"hom kia", -2}, {"ngay mai", 1}, {"today", 0}, {"yesterday", -1}, {"tomorrow", 1}}};

constexpr std::array<Word, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december"};

struct Spoken {
    Word word;
    int value;
};

constexpr std::array<Spoken, 11> spoken_numbers{{{"mot", 1}, {"hai", 2}, {"ba", 3}, {"tu", 4}, {"bon", 4}, {"nam", 5}, {"sau", 6},
                                                 {"bay", 7}, {"tam", 8}, {"chin", 9}, {"muoi", 10}}};

int spoken_number(Word word) {
    const auto found = std::find_if(spoken_numbers.begin(), spoken_numbers.end(), [&](const Spoken& s) { return s.word == word; });
    return found == spoken_numbers.end() ? 0 : found->value;
}

/// 1 to 12; 0 when it is no English name of a month, whole or from its first three letters on.
int month_named(Word word) {
    if (word.size() < 3) return 0;
    const auto found = std::find_if(months.begin(), months.end(), [&](Word month) { return month.starts_with(word); });
    return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

/// Digits, also with an English ending ("3rd"); a value below 0 stands for anything else.
Piece number_in(Word word) {
    for (const Word ending : {"st", "nd", "rd", "th"})
        if (word.ends_with(ending)) word.remove_suffix(2);
    Piece piece{0, word.size(), Role::none};
    if (word.empty() || word.size() > 8) return {-1};
    for (const char letter : word) {
        if (letter < '0' || letter > '9') return {-1};
        piece.value = piece.value * 10 + (letter - '0');
    }
    return piece;
}

bool is_lunar(const Words& all) {
    constexpr std::array<Word, 6> signs{"lunar", "tet", "gieng", "chap", "ram", "al"};
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (is_one_of(all[i], signs)) return true;
        if (all[i] == "am" && i + 1 < all.size() && all[i + 1] == "lich") return true;
    }
    return false;
}

/// "Thứ Năm", "Chủ nhật" and "Thursday" in front, "dương lịch" anywhere: they change nothing.
void drop_additions(Words& all) {
    const bool in_two = all.size() > 2 && (all[0] == "thu" || (all[0] == "chu" && all[1] == "nhat"));
    if (in_two) all.erase(all.begin(), all.begin() + 2);
    else if (!all.empty() && all[0].ends_with("day") && all[0].size() > 3) all.erase(all.begin());
    std::erase_if(all, [](Word word) { return is_one_of(word, std::array<Word, 5>{"duong", "lich", "dl", "of", "the"}); });
}

/// Takes the text apart, word by word. Each word that says what a number is stands before it.
class Reader {
public:
    /// False when there is a word that no day is written with.
    bool read(const Words& all) {
        return std::all_of(all.begin(), all.end(), [&](Word word) { return take(word); }) && next_ == Role::none;
    }

    std::vector<Piece> pieces;
    bool new_month = false;

private:
    bool take(Word word) {
        const bool waits = next_ == Role::day || next_ == Role::month;
        if (word == "ngay") return expect(Role::day);
        if (word == "mung" || word == "mong") return new_month = true, expect(Role::day);
        if (word == "thang") return expect(Role::month);
        if (word == "nam" && !waits) return expect(Role::year);
        if (const int month = month_named(word); month > 0) return add({month, 0, Role::month});
        if (const Piece number = number_in(word); number.value >= 0) return add({number.value, number.digits, next_});
        return take_spoken(word, waits);
    }

    bool take_spoken(Word word, bool waits) {
        const int value = spoken_number(word);
        if (value == 0) return false;
        if (waits) {
            ten_ = value == 10;
            return put({value, 0, next_});
        }
        // "tháng mười một", "tháng mười hai"
        if (!std::exchange(ten_, false) || value > 2) return false;
        pieces.back().value += value;
        return true;
    }

    bool expect(Role role) {
        // "mùng" may follow "ngày", no other two may stand side by side.
        const bool fits = next_ == Role::none || (next_ == Role::day && role == Role::day);
        next_ = role;
        ten_ = false;
        return fits;
    }

    bool add(Piece piece) {
        ten_ = false;
        return put(piece);
    }

    bool put(Piece piece) {
        pieces.push_back(piece);
        next_ = Role::none;
        return pieces.size() <= 3;
    }

    Role next_ = Role::none;
    bool ten_ = false;
};

/// "03092026"
bool split(std::vector<Piece>& pieces) {
    if (pieces.size() != 1 || pieces[0].digits != 8) return false;
    const int all = pieces[0].value;
    pieces = {{all / 1'000'000, 2, Role::day}, {all / 10'000 % 100, 2, Role::month}, {all % 10'000, 4, Role::year}};
    return true;
}

/// Numbers that are not said to be something stand in the order day, month, year, or the year comes first.
bool give_roles(std::vector<Piece>& pieces) {
    const bool year_first = pieces[0].role == Role::none && pieces[0].digits == 4;
    const std::array<Role, 3> order = year_first ? std::array{Role::year, Role::month, Role::day} : std::array{Role::day, Role::month, Role::year};
    const auto taken = [&](Role role) { return std::count_if(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.role == role; }); };
    for (Piece& piece : pieces) {
        if (piece.role != Role::none) continue;
        const auto free = std::find_if(order.begin(), order.end(), [&](Role role) { return taken(role) == 0; });
        if (free == order.end()) return false;
        piece.role = *free;
    }
    return std::all_of(order.begin(), order.end(), [&](Role role) { return taken(role) <= 1; });
}

int days_of_month(const DateParts& parts) {
    constexpr int leap_year = 2000;  // without a year, February may have 29 days
    return days_in_month(parts.year == 0 ? leap_year : parts.year, parts.month);
}

DateFault fault_in(const std::vector<Piece>& pieces, DateParts& parts, bool worded) {
    std::size_t year_digits = 0;
    for (const Piece& piece : pieces) {
        if (piece.role != Role::year && piece.digits > 2) return DateFault::unreadable;
        if (piece.role == Role::day) parts.day = piece.value;
        if (piece.role == Role::month) parts.month = piece.value;
        if (piece.role != Role::year) continue;
        parts.year = piece.value;
        year_digits = piece.digits;
    }
    const bool has_day = std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.role == Role::day; });
    const bool has_month = std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.role == Role::month; });
    const bool has_year = pieces.size() == 3;
    if (!has_day || !has_month || (has_year && (year_digits == 3 || year_digits > 4))) return DateFault::unreadable;
    if (parts.month < 1 || parts.month > 12) return DateFault::month;
    if (has_year && year_digits < 4) return DateFault::short_year;
    if (!has_year && !worded) return DateFault::no_year;
    return parts.day < 1 || parts.day > days_of_month(parts) ? DateFault::day : DateFault::none;
}

/// Such a day in one of these years, looked at one after the other; a 29 February may take eight.
std::optional<Date> find_year(const DateParts& parts, int year, int step, const DateBounds& bounds) {
    for (int left = 9; left > 0; --left, year += step) {
        const auto date = make_date(year, parts.month, parts.day);
        if (date && *date >= bounds.first && *date <= bounds.last) return date;
    }
    return std::nullopt;
}

std::optional<Date> without_year(const DateParts& parts, Date today, const DateBounds& bounds) {
    const auto last = find_year(parts, year_of(bounds.last), -1, bounds);
    if (bounds.last <= today) return last;
    const auto next = find_year(parts, year_of(bounds.first), 1, bounds);
    return bounds.first >= today || next == last ? next : std::nullopt;
}

TypedDate read_words(const Words& all) {
    TypedDate read;
    Reader reader;
    if (!reader.read(all) || reader.pieces.empty()) return read;
    auto& pieces = reader.pieces;
    const bool worded = std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.role != Role::none; });
    if (!split(pieces) && (pieces.size() < 2 || !give_roles(pieces))) return read;
    read.new_month = reader.new_month;
    read.fault = fault_in(pieces, read.parts, worded);
    if (read.new_month && read.parts.day > 10) read.fault = DateFault::unreadable;
    if (read.fault != DateFault::none || read.parts.year == 0) return read;
    read.date = make_date(read.parts.year, read.parts.month, read.parts.day);
    read.settled = read.date.has_value();
    if (!read.settled) read.fault = DateFault::unreadable;
    return read;
}

TypedDate read_alone(std::string_view folded) {
    Words all = words(folded);
    if (is_lunar(all)) return {DateFault::lunar, {0, 0, 0}, std::nullopt};
    drop_additions(all);
    return read_words(all);
}

}  // namespace

TypedDate read_typed_date(std::string_view text, Date today, const DateBounds& bounds) {
    const std::string folded = fold(text);
    const auto distance = std::find_if(distances.begin(), distances.end(), [&](const Distance& d) { return d.words == folded; });
    if (distance != distances.end()) {
        const Date date = add_days(today, distance->days);
        return {DateFault::none, parts_of(date), date};
    }
    TypedDate read = read_alone(folded);
    if (read.fault != DateFault::none || read.settled) return read;
    read.date = without_year(read.parts, today, bounds);
    if (read.date) read.parts.year = year_of(*read.date);
    else read.fault = DateFault::no_year;
    return read;
}

std::optional<Date> parse_typed_date(std::string_view text) {
    const TypedDate read = read_alone(fold(text));
    return read.settled ? read.date : std::nullopt;
}

}  // namespace danloi
