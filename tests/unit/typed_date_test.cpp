// Days as people write them.
#include "core/typed_date.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace danloi {
namespace {

Date iso(std::string_view text) { return parse_iso(text).value_or(Date{}); }

const Date today = iso("2026-11-21");
const DateBounds past{iso("1926-11-21"), today};
const DateBounds future{today, iso("2028-11-21")};
const DateBounds around{iso("2025-01-01"), iso("2028-01-01")};

TypedDate read(std::string_view text, const DateBounds& bounds = past) { return read_typed_date(text, today, bounds); }

TEST(TypedDate, TakesWhatPeopleWrite) {
    for (const char* text :
         {"3/9/2026", "03-09-2026", "3.9.2026", " 3 / 9 / 2026 ", "2026-09-03", "2026/9/3", "03092026", "3 9 2026",
          "ngày 3 tháng 9 năm 2026", "Ngày 03 Tháng 09 Năm 2026", "ngay 3 thang 9 nam 2026", "3 tháng 9 năm 2026", "3 tháng 9, 2026",
          "mùng 3 tháng 9 năm 2026", "mồng 3/9/2026", "ngày mùng 3 tháng 9 năm 2026", "mung ba thang chin nam 2026", "ngày 3/9/2026",
          "Thứ Năm, ngày 3 tháng 9 năm 2026", "thứ 5 ngày 3/9/2026", "3/9/2026 dương lịch", "3 September 2026", "3rd of September 2026",
          "September 3, 2026", "Thursday, 3 September 2026", "3 sep 2026", "năm 2026 tháng 9 ngày 3"}) {
        EXPECT_EQ(parse_typed_date(text), parse_iso("2026-09-03")) << text;
    }
    EXPECT_EQ(parse_typed_date("mùng năm tháng năm năm 2026"), parse_iso("2026-05-05"));
    EXPECT_EQ(parse_typed_date("2 tháng mười hai năm 2026"), parse_iso("2026-12-02"));
    EXPECT_EQ(parse_typed_date("30 tháng Tư năm 1975"), parse_iso("1975-04-30"));
    EXPECT_EQ(parse_typed_date("Chủ nhật, ngày 30 tháng 8 năm 2026"), parse_iso("2026-08-30"));
    EXPECT_EQ(parse_typed_date("nga\u0300y 3 tha\u0301ng 9 na\u0306m 2026"), parse_iso("2026-09-03")) << "decomposed";
}

TEST(TypedDate, SaysWhatIsWrong) {
    const std::vector<std::pair<const char*, DateFault>> wrong{
        {"31/2/2026", DateFault::day},        {"29/2/2025", DateFault::day},       {"31/4/2026", DateFault::day},
        {"0/1/2026", DateFault::day},         {"30 tháng 2", DateFault::day},      {"9/31/2026", DateFault::month},
        {"13/13/2026", DateFault::month},     {"3/9/26", DateFault::short_year},   {"3 tháng 9 năm 26", DateFault::short_year},
        {"3/9", DateFault::no_year},          {"mùng 3 tháng 9 âm lịch", DateFault::lunar}, {"rằm tháng bảy", DateFault::lunar},
        {"mùng 3 Tết", DateFault::lunar},     {"5 tháng giêng", DateFault::lunar}, {"3/9/2026 (âm lịch)", DateFault::lunar},
        {"2026", DateFault::unreadable},      {"", DateFault::unreadable},         {"3/9/2026 x", DateFault::unreadable},
        {"3/9/2026/1", DateFault::unreadable}, {"1/1/1799", DateFault::unreadable}, {"003/9/2026", DateFault::unreadable},
        {"3/9/20266", DateFault::unreadable}, {"tháng 9 năm 2026", DateFault::unreadable}, {"mùng 11 tháng 9 năm 2026", DateFault::unreadable},
        {"ngày tháng năm", DateFault::unreadable}, {"3 tháng", DateFault::unreadable}, {"tháng 9 tháng 8 năm 2026", DateFault::unreadable}};
    for (const auto& [text, fault] : wrong) {
        EXPECT_EQ(read(text).fault, fault) << text;
        EXPECT_FALSE(read(text).date.has_value()) << text;
        EXPECT_FALSE(parse_typed_date(text).has_value()) << text;
    }
}

TEST(TypedDate, WithoutAYearTakesTheOneThatIsMeant) {
    EXPECT_EQ(read("mùng 3 tháng 9").date, iso("2026-09-03"));
    EXPECT_EQ(read("mung 3 thang 12").date, iso("2025-12-03")) << "the last one";
    EXPECT_EQ(read("21 tháng 11").date, today);
    EXPECT_EQ(read("22 November").date, iso("2025-11-22"));
    EXPECT_EQ(read("29 tháng 2").date, iso("2024-02-29"));
    EXPECT_EQ(read("3 tháng 9", future).date, iso("2027-09-03")) << "the next one";
    EXPECT_EQ(read("3 tháng 9", around).fault, DateFault::no_year) << "three could be meant";
    EXPECT_EQ(read("3 tháng 9", {iso("2026-06-01"), iso("2027-06-01")}).date, iso("2026-09-03")) << "only one is possible";
    EXPECT_TRUE(read("mùng 3 tháng 9").new_month);
    EXPECT_FALSE(read("mùng 3 tháng 9").settled);
    EXPECT_FALSE(parse_typed_date("mùng 3 tháng 9").has_value());
}

TEST(TypedDate, CountsFromToday) {
    const std::vector<std::pair<const char*, const char*>> near{{"hôm nay", "2026-11-21"},   {"HÔM QUA", "2026-11-20"}, {"hom kia", "2026-11-19"},
                                                                {"ngày mai", "2026-11-22"},  {"today", "2026-11-21"},   {"Yesterday", "2026-11-20"},
                                                                {"tomorrow", "2026-11-22"}};
    for (const auto& [text, day] : near) {
        EXPECT_EQ(read(text).date, iso(day)) << text;
        EXPECT_FALSE(read(text).settled) << text;
        EXPECT_FALSE(parse_typed_date(text).has_value()) << text << ": another day tomorrow";
    }
}

std::string number(int value, std::size_t digits) {
    std::string text = std::to_string(value);
    return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

TEST(TypedDate, EveryDayInEveryFormReadsBackAsItself) {
    constexpr std::array<const char*, 12> english{"January", "February", "March",     "April",   "May",      "June",
                                                  "July",    "August",   "September", "October", "November", "December"};
    for (Date date = iso("1900-01-01"); date <= iso("2100-12-31"); date = add_days(date, 1)) {
        const auto [year, month, day] = parts_of(date);
        const std::string d = std::to_string(day);
        const std::string m = std::to_string(month);
        const std::string y = std::to_string(year);
        const std::string dd = number(day, 2);
        const std::string mm = number(month, 2);
        const std::string name = english[static_cast<std::size_t>(month - 1)];
        std::vector<std::string> forms{d + "/" + m + "/" + y, dd + "-" + mm + "-" + y, d + "." + m + "." + y, d + " " + m + " " + y,
                                       y + "-" + mm + "-" + dd, dd + mm + y, "ngày " + d + " tháng " + m + " năm " + y,
                                       d + " thang " + m + " nam " + y, d + " " + name + " " + y, name.substr(0, 3) + " " + d + ", " + y};
        if (day <= 10) forms.push_back("mùng " + d + " tháng " + m + " năm " + y);
        for (const std::string& form : forms) ASSERT_EQ(parse_typed_date(form), date) << form;
    }
}

TEST(TypedDate, AnyTextIsReadOrRefused) {
    constexpr std::array<const char*, 40> pieces{"ngày", "tháng", "năm", "mùng", "mồng", "thứ", "chủ nhật", "hôm nay", "âm", "lịch", "âm lịch", "tết",
                                                 "0", "1", "9", "12", "13", "31", "32", "99", "2026", "26", "03092026", "99999999", "/", "-", ".",
                                                 " ", "", "mười", "một", "hai", "năm", "May", "st", "3rd", "day", "\xff", "\xcc\x81", "đ"};
    std::mt19937 dice{7};
    const auto roll = [&](std::size_t sides) { return static_cast<std::size_t>(dice() % sides); };
    int days = 0;
    for (int round = 0; round < 100'000; ++round) {
        std::string text;
        for (std::size_t left = roll(8); left > 0; --left) {
            text += pieces[roll(pieces.size())];
            if (roll(3) > 0) text += ' ';
            if (roll(20) == 0) text += static_cast<char>(dice() % 256);
        }
        const TypedDate typed = read(text, roll(2) == 0 ? around : past);
        ASSERT_EQ(typed.date.has_value(), typed.fault == DateFault::none) << text;
        ASSERT_TRUE(!typed.settled || typed.date == parse_typed_date(text)) << text;
        if (typed.fault == DateFault::day) {
            ASSERT_TRUE(typed.parts.month >= 1 && typed.parts.month <= 12) << text;
        }
        days += typed.date ? 1 : 0;
    }
    EXPECT_GT(days, 100) << "the texts come near to days";
}

}  // namespace
}  // namespace danloi
