// Numbers as JavaScript spells them, and back.
#include "core/number_text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>

namespace danloi {
namespace {

TEST(NumberText, IsSpelledAsJavaScriptDoes) {
    EXPECT_EQ(number_text(0), "0");
    EXPECT_EQ(number_text(-0.0), "0");
    EXPECT_EQ(number_text(42), "42");
    EXPECT_EQ(number_text(-1.5), "-1.5");
    EXPECT_EQ(number_text(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(number_text(123456789012345680000.0), "123456789012345680000");
    EXPECT_EQ(number_text(1e21), "1e+21");
    EXPECT_EQ(number_text(1.25e-7), "1.25e-7");
    EXPECT_EQ(number_text(0.000001), "0.000001");
    EXPECT_EQ(number_text(5e-324), "5e-324");
    EXPECT_EQ(number_text(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
    EXPECT_EQ(number_text(std::numeric_limits<double>::infinity()), "Infinity");
    EXPECT_EQ(number_text(-std::numeric_limits<double>::infinity()), "-Infinity");
    EXPECT_EQ(number_text(std::nan("")), "NaN");
}

TEST(NumberText, ReadsBackAsTheSameNumber) {
    std::mt19937_64 random{2026};
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t bits = random();
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        if (!std::isfinite(number)) continue;
        ASSERT_EQ(read_decimal(number_text(number)), number) << number_text(number);
    }
}

TEST(NumberText, ReadsDecimals) {
    EXPECT_EQ(read_decimal("+12.50e1"), 125);
    EXPECT_EQ(read_decimal("-.5"), -0.5);
    EXPECT_EQ(read_decimal("1e999"), std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace danloi
