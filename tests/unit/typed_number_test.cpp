// Numbers and money as people write them.
#include "core/typed_number.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <utility>
#include <vector>

namespace danloi {
namespace {

TEST(TypedNumber, IsReadAsPeopleWriteIt) {
    const std::vector<std::pair<const char*, double>> numbers{
        {"12", 12},           {"0", 0},               {" 3 ", 3},             {"1.250", 1250},        {"1 250", 1250},
        {"2,5", 2.5},         {"-3", -3},             {"1.500.000", 1.5e6},   {"1 500 000", 1.5e6},   {"1\u00a0500\u00a0000", 1.5e6},
        {"1500000", 1.5e6},   {"1,5 triệu", 1.5e6},   {"1.5 triệu", 1.5e6},   {"1,15 trieu", 1.15e6}, {"500 nghìn", 5e5},
        {"500 ngàn", 5e5},    {"500k", 5e5},          {"500 K", 5e5},         {"2 tỷ", 2e9},          {"2 tỉ đồng", 2e9},
        {"1.500.000 đ", 1.5e6}, {"1.500.000đ", 1.5e6}, {"20.000 đồng", 2e4},  {"20000 VNĐ", 2e4},     {"1 triệu rưỡi", 1.5e6},
        {"3tr", 3e6},         {"1.500,5", 1500.5},    {"12.5", 12.5},         {"0,125", 0.125},       {"1,500,000", 1.5e6},
        {"1.5 million", 1.5e6}, {"20 thousand", 2e4}};
    for (const auto& [text, number] : numbers) EXPECT_EQ(parse_typed_number(text), number) << text;
}

TEST(TypedNumber, IsRefusedWhenItIsNotSure) {
    for (const char* no : {"", "-", ".", ",5", "hai", "1,2,3", "3-", "1e5", "0x10", "1234567890123456789", "１２", "1,500", "1.2.3", "12 34",
                           "1.500 000", "1,500.5", "5 kg", "triệu", "rưỡi", "1,5 triệu rưỡi", "2 rưỡi", "1..500", "1.500.", "5 triệu triệu", "5%"})
        EXPECT_FALSE(parse_typed_number(no)) << no;
}

TEST(TypedNumber, IsShownBackInGroups) {
    EXPECT_EQ(grouped_number(1'500'000, "vi"), "1.500.000");
    EXPECT_EQ(grouped_number(1'500'000, "en"), "1,500,000");
    EXPECT_EQ(grouped_number(1500.5, "vi"), "1.500,5");
    EXPECT_EQ(grouped_number(2.5, "en"), "2.5");
    EXPECT_EQ(grouped_number(-0.5, "vi"), "-0,5");
    EXPECT_EQ(grouped_number(-1200, "vi"), "-1.200");
    EXPECT_EQ(grouped_number(7, "vi"), "7");
}

TEST(TypedNumber, WhatIsShownReadsBackAsItself) {
    std::mt19937_64 dice{5};
    for (int round = 0; round < 20'000; ++round) {
        const double whole = static_cast<double>(dice() % static_cast<std::uint64_t>(std::pow(10, 1 + round % 14)));
        ASSERT_EQ(parse_typed_number(grouped_number(whole, "vi")), whole);
        const double halves = whole / 2;
        ASSERT_EQ(parse_typed_number(grouped_number(halves, "vi")), halves) << grouped_number(halves, "vi");
    }
}

TEST(TypedNumber, AnyTextIsReadOrRefused) {
    constexpr std::string_view letters = "0123456789.,- kdtrieungh\xc2\xa0\xe2\x80\xaf\xff";
    std::mt19937 dice{3};
    int numbers = 0;
    for (int round = 0; round < 100'000; ++round) {
        std::string text;
        for (auto left = dice() % 9; left > 0; --left) text += letters[dice() % letters.size()];
        const auto number = parse_typed_number(text);
        ASSERT_TRUE(!number || std::isfinite(*number)) << text;
        numbers += number ? 1 : 0;
    }
    EXPECT_GT(numbers, 1000) << "the texts come near to numbers";
}

}  // namespace
}  // namespace danloi
