// The app's own sentences: lookup, placeholders, and content/ui.json itself in both languages.
#include "core/wording.hpp"

#include "core/text.hpp"
#include "real_content.hpp"

#include <regex>
#include <set>

namespace danloi {
namespace {

using nlohmann::json;

Wording sample() {
    Problems problems;
    const json strings{{"plain", "Xin chào"}, {"one", "Còn {n} giấy"}, {"two", "{a} và {b}, {a}"}, {"open", "a {b"}};
    return Wording::from_json(strings, "ui.json", problems);
}

TEST(Wording, AMissingKeyShowsItself) {
    EXPECT_EQ(sample().say("no.such.key"), "no.such.key");
    EXPECT_FALSE(sample().has("no.such.key"));
    EXPECT_EQ(sample().say("plain"), "Xin chào");
}

TEST(Wording, PlaceholdersAreFilled) {
    EXPECT_EQ(sample().say("one", {{"n", "3"}}), "Còn 3 giấy");
    EXPECT_EQ(sample().say("two", {{"a", "{b}"}, {"b", "x"}}), "{b} và x, {b}") << "what is filled in is not filled again";
    EXPECT_EQ(sample().say("two", {{"b", "x"}}), " và x, ");
    EXPECT_EQ(sample().say("open", {{"b", "x"}}), "a {b");
}

TEST(Wording, FaultsAreNamed) {
    Problems problems;
    const Wording wording = Wording::from_json({{"good", "x"}, {"bad", 7}}, "ui.json", problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].pointer, "/strings/bad");
    EXPECT_TRUE(wording.has("good"));
    EXPECT_FALSE(wording.has("bad"));
    EXPECT_FALSE(Wording::from_json(json::array(), "ui.json", problems).has("good"));
    EXPECT_EQ(problems.size(), 2U);
}

TEST(Wording, NumbersAndDates) {
    EXPECT_EQ(grouped(0, "vi"), "0");
    EXPECT_EQ(grouped(999, "vi"), "999");
    EXPECT_EQ(grouped(20'000, "vi"), "20.000");
    EXPECT_EQ(grouped(1'234'567, "en"), "1,234,567");
    EXPECT_EQ(grouped(-1'000, "vi"), "-1.000");
    EXPECT_EQ(grouped(-100, "vi"), "-100");
    EXPECT_EQ(date_text("2026-11-01"), "01/11/2026");
    EXPECT_EQ(date_text(""), "");
}

std::set<std::string> placeholders(const std::string& sentence) {
    static const std::regex one{"\\{([^}]*)\\}"};
    std::set<std::string> names;
    for (std::sregex_iterator at{sentence.begin(), sentence.end(), one}, end; at != end; ++at) names.insert((*at)[1]);
    return names;
}

TEST(Ui, EverySentenceIsThereInBothLanguages) {
    const json content = test::source_json("content/ui.json");
    ASSERT_GT(content["strings"].size(), 50U);
    for (const auto& [key, sentence] : content["strings"].items()) {
        ASSERT_TRUE(sentence.is_object() && sentence.contains("vi") && sentence.contains("en")) << key;
        const auto vi = sentence["vi"].get<std::string>();
        const auto en = sentence["en"].get<std::string>();
        EXPECT_FALSE(vi.empty() || en.empty()) << key;
        EXPECT_TRUE(is_nfc(vi) && is_nfc(en)) << key;
        EXPECT_EQ(placeholders(vi), placeholders(en)) << key;
    }
}

}  // namespace
}  // namespace danloi
