// Strict reading: each fault gives one problem with its place, line and remedy.
#include "core/json_read.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "core/limits.hpp"

namespace danloi {
namespace {

/// The one problem of a text that must not be read.
Problem fault_of(std::string_view bytes) {
    Problems problems;
    EXPECT_FALSE(read_json(bytes, "x.json", problems).has_value()) << bytes.substr(0, 60);
    EXPECT_EQ(problems.size(), 1U) << bytes.substr(0, 60);
    if (problems.empty()) return {};
    EXPECT_EQ(problems[0].file, "x.json");
    EXPECT_FALSE(problems[0].remedy.empty());
    return problems[0];
}

void expect_fault(std::string_view bytes, std::string_view pointer, std::string_view line, std::string_view part) {
    const Problem fault = fault_of(bytes);
    EXPECT_EQ(fault.pointer, pointer) << fault.reason;
    EXPECT_EQ(fault.reason.rfind(line, 0), 0U) << fault.reason;
    EXPECT_NE(fault.reason.find(part), std::string::npos) << fault.reason;
}

bool reads(std::string_view bytes) {
    Problems problems;
    return read_json(bytes, "x.json", problems).has_value() && problems.empty();
}

TEST(ReadJson, BuildsTheDocument) {
    Problems problems;
    const auto read = read_json(R"({"a":[1,-2.5,"ệ",{"b":null}],"c":{"d":true},"":0})", "x.json", problems);
    ASSERT_TRUE(read.has_value());
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(*read, (nlohmann::json{{"a", {1, -2.5, "ệ", {{"b", nullptr}}}}, {"c", {{"d", true}}}, {"", 0}}));
}

TEST(ReadJson, NamesSyntaxFaults) {
    expect_fault("", "", "line 1:", "ends too early");
    expect_fault("[1,2", "/2", "line 1:", "ends too early");
    expect_fault("{\"a\":\n \"b", "/a", "line 2:", "ends too early");
    expect_fault("{\"q\":{\"a\" 1}}", "/q/a", "line 1:", "not valid JSON");
    expect_fault("{\"q\":[{},{\"z\":tru}]}", "/q/1/z", "line 1:", "not valid JSON");
    expect_fault("[1,// comment\n2]", "/1", "line 1:", "not valid JSON");
    expect_fault("[1,]", "/1", "line 1:", "not valid JSON");
    expect_fault("[01]", "/1", "line 1:", "not valid JSON");
    expect_fault("[NaN]", "/0", "line 1:", "not valid JSON");
}

TEST(ReadJson, RefusesTrailingBytes) {
    expect_fault("[1,2] x", "", "line 1:", "follows the end");
    expect_fault("[1,\n2]\n]", "", "line 3:", "follows the end");
}

TEST(ReadJson, RefusesDuplicateKeysWithTheEscapedPointer) {
    expect_fault("{\"a\":1,\"a\":2}", "/a", "line 1:", "stands twice");
    expect_fault("{\"a/b~\":[0,{\"x\":1,\n\"x\":2}]}", "/a~1b~0/1/x", "line 2:", "stands twice");
}

TEST(ReadJson, RefusesBadText) {
    expect_fault("[\"ok\",\"\xFF\"]", "/1", "line 1:", "UTF-8");
    expect_fault("[\"\xED\xA0\x80\"]", "/0", "line 1:", "UTF-8");
    expect_fault("{\"k\":\"\\ud800\"}", "/k", "line 1:", "surrogate");
    expect_fault("{\"k\":\"\\udc00x\"}", "/k", "line 1:", "surrogate");
    expect_fault("[1,\"\\u0000\"]", "/1", "line 1:", "NUL");
    expect_fault("\xEF\xBB\xBF[]", "", "line 1:", "byte order mark");
    EXPECT_TRUE(reads("[\"\\ud83d\\ude00\"]"));
}

TEST(ReadJson, RefusesNulBytes) {
    expect_fault(std::string_view("[1,\n\0 2]", 8), "/1", "line 2:", "NUL");
    expect_fault(std::string_view("[1]\0", 4), "", "line 1:", "NUL");
    expect_fault(std::string_view("{\"a\":\"b\0c\"}", 11), "/a", "line 1:", "NUL");
    expect_fault(std::string_view("[1}\0", 4), "/1", "line 1:", "not valid JSON");  // the first fault is the one named
}

TEST(ReadJson, RefusesNumbersBeyondADouble) {
    expect_fault("{\"n\":[1e999]}", "/n/0", "line 1:", "too large");
    EXPECT_TRUE(reads("[1e308,123456789012345678901234567890]"));
}

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

TEST(ReadJson, LimitsDepthWhileParsing) {
    EXPECT_TRUE(reads(nested(limits::depth)));
    const Problem fault = fault_of(nested(limits::depth + 1));
    EXPECT_NE(fault.reason.find("deeper than 32"), std::string::npos);
    EXPECT_EQ(fault.pointer.size(), 2 * limits::depth);  // "/0" a level
    EXPECT_EQ(fault_of("{\"k\":" + nested(39) + "}").pointer.substr(0, 4), "/k/0");
    // Unfinished brackets must be refused as early: a recursive parser would overflow its stack here.
    EXPECT_NE(fault_of(std::string(1'000'000, '[')).reason.find("deeper"), std::string::npos);
}

TEST(ReadJson, LimitsSizeNodesAndTexts) {
    expect_fault(std::string(limits::file_bytes + 1, ' '), "", "line 1:", "larger");
    std::string list = "[";
    for (std::size_t i = 0; i < limits::nodes - 2; ++i) list += "1,";
    EXPECT_TRUE(reads(list + "1]"));
    expect_fault(list + "1,1]", "/199999", "line 1:", "more than 200000 values");
    EXPECT_TRUE(reads("[\"" + std::string(limits::string_bytes, 'a') + "\"]"));
    expect_fault("[\"" + std::string(limits::string_bytes + 1, 'a') + "\"]", "/0", "line 1:", "longer");
    expect_fault("{\"o\":{\"" + std::string(limits::string_bytes + 1, 'a') + "\":1}}", "/o", "line 1:", "longer");
}

TEST(Place, EscapesPointers) {
    const Place place = Place{"f.json"} / "a/b" / 3 / "~";
    EXPECT_EQ(place.pointer(), "/a~1b/3/~0");
    EXPECT_EQ(place.problem("r", "m"), (Problem{"f.json", "/a~1b/3/~0", "r", "m"}));
}

}  // namespace
}  // namespace danloi
