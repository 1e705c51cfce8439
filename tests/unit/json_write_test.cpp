// The JSON writer, judged by an independent reader.
#include "core/json_write.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <random>

namespace danloi {
namespace {

using nlohmann::json;

std::string real(double number) {
    std::string out;
    JsonWriter{out}.real(number);
    return out;
}

TEST(JsonWrite, TextsComeBack) {
    for (int c = 1; c < 128; ++c) {
        const std::string text = std::string{"a"} + static_cast<char>(c) + "ệ";
        EXPECT_EQ(json::parse(json_string(text), nullptr, false), text) << c;
    }
    EXPECT_EQ(json_string(std::string_view{"\0", 1}), "\"\\u0000\"");
    EXPECT_EQ(json_string("Dẫn \"Lối\"\\\n\t\r\x1f"), R"("Dẫn \"Lối\"\\\n\t\r\u001f")");
    EXPECT_EQ(json_string("</script>"), "\"</script>\"");
}

TEST(JsonWrite, CommasStandBetweenMembers) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("a", "x").member("n", std::int64_t{-3}).key("l").open_array().number(1).flag(true).null().open_object();
    w.close_object().text("t").raw("[7]").close_array().member_if("e", std::string_view{}).member_if("f", false);
    w.member_if("s", std::string_view{"y"}).member_if("y", true).key("o").open_object().close_object().close_object();
    EXPECT_EQ(out, R"({"a":"x","n":-3,"l":[1,true,null,{},"t",[7]],"s":"y","y":true,"o":{}})");
}

TEST(JsonWrite, NumbersAreShortAndExact) {
    EXPECT_EQ(real(2), "2");
    EXPECT_EQ(real(0.1), "0.1");
    EXPECT_EQ(real(-2.5), "-2.5");
    EXPECT_EQ(real(1e21), "1e+21");
    EXPECT_EQ(real(std::numeric_limits<double>::infinity()), "null");
    EXPECT_EQ(real(std::nan("")), "null");
    std::mt19937 dice{4};
    for (int i = 0; i < 2'000; ++i) {
        const double number = std::ldexp(static_cast<double>(dice()) - 2e9, static_cast<int>(dice() % 200) - 100);
        EXPECT_EQ(json::parse(real(number), nullptr, false).get<double>(), number) << real(number);
    }
}

TEST(JsonWrite, WholeNumbersKeepEveryDigit) {
    std::string out;
    JsonWriter{out}.number(std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(out, "-9223372036854775808");
}

}  // namespace
}  // namespace danloi
