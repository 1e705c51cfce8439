// Names of papers that people take for the same paper, and names that they do not.
#include "core/paper_names.hpp"

#include "core/text.hpp"

#include <gtest/gtest.h>

namespace danloi {
namespace {

bool alike_as_written(const char* a, const char* b) {
    const bool found = alike(fold(a), fold(b));
    EXPECT_EQ(found, alike(fold(b), fold(a))) << "the order does not matter";
    return found;
}

TEST(PaperNames, EditDistanceCountsLetters) {
    EXPECT_EQ(edit_distance("giay", "giay", 9), 0U);
    EXPECT_EQ(edit_distance("giay to", "giay", 9), 3U);
    EXPECT_EQ(edit_distance("nop", "lam", 9), 3U);
    EXPECT_EQ(edit_distance("", "abc", 9), 3U);
    EXPECT_EQ(edit_distance("abcdef", "uvwxyz", 2), 3U) << "no more than one above the most is counted";
    EXPECT_EQ(edit_distance("a", "abcdefgh", 2), 3U);
}

TEST(PaperNames, TheSamePaperInOtherWordsIsFound) {
    EXPECT_TRUE(alike_as_written("Giấy uỷ quyền", "GIẤY ỦY QUYỀN."));
    EXPECT_TRUE(alike_as_written("Trích lục khai tử của cha, mẹ", "Trích lục khai tử của cha mẹ"));
    EXPECT_TRUE(alike_as_written("Căn cước hoặc hộ chiếu", "Hộ chiếu hoặc căn cước"));
    EXPECT_TRUE(alike_as_written("Thẻ căn cước của người đi nộp", "Thẻ căn cước của người đi làm"));
    EXPECT_TRUE(alike_as_written("Giấy tờ cho thấy quan hệ gia đình", "Giấy cho thấy quan hệ gia đình"));
}

TEST(PaperNames, DifferentPapersAreLeftInPeace) {
    EXPECT_FALSE(alike_as_written("Tờ khai đăng ký khai sinh", "Tờ khai đăng ký lại khai sinh"));
    EXPECT_FALSE(alike_as_written("Tờ khai đăng ký khai sinh", "Tờ khai đăng ký khai tử"));
    EXPECT_FALSE(alike_as_written("Tờ khai trợ giúp xã hội cho trẻ em (mẫu 1a)", "Tờ khai trợ giúp xã hội cho trẻ em (mẫu 1b)"));
    EXPECT_FALSE(alike_as_written("Giấy ủy quyền", "Giấy ủy quyền có chứng thực"));
    EXPECT_FALSE(alike_as_written("Giấy khám sức khỏe của trẻ", "Giấy khám sức khỏe của người nhận"));
}

Problems check(const std::vector<NamedPaper>& papers) {
    Problems problems;
    check_paper_names(papers, problems);
    return problems;
}

TEST(PaperNames, BothPlacesAreNamed) {
    const Problems problems = check({{"a.json", "/documents/0", "Giấy ủy quyền", ""}, {"b.json", "/documents/4", "Giấy uỷ quyền", ""}});
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].file, "b.json");
    EXPECT_EQ(problems[0].pointer, "/documents/4");
    EXPECT_NE(problems[0].reason.find("a.json /documents/0"), std::string::npos);
    EXPECT_NE(problems[0].reason.find("Giấy ủy quyền"), std::string::npos);
}

TEST(PaperNames, OnePaperOfTheLibraryMayBeUsedEverywhere) {
    const NamedPaper first{"a.json", "/documents/0", "Giấy ủy quyền", "giay-uy-quyen"};
    EXPECT_TRUE(check({first, {"b.json", "/documents/0", "Giấy ủy quyền", "giay-uy-quyen"}}).empty());
    EXPECT_EQ(check({first, {"b.json", "/documents/0", "Giấy ủy quyền", "giay-khac"}}).size(), 1U);
    EXPECT_EQ(check({first, {"b.json", "/documents/0", "Giấy ủy quyền", ""}}).size(), 1U);
}

TEST(PaperNames, OneDefinitionMayHaveAPaperTwice) {
    EXPECT_TRUE(check({{"a.json", "/documents/0", "Giấy ủy quyền", ""}, {"a.json", "/documents/1", "Giấy ủy quyền", ""}}).empty());
}

TEST(PaperNames, EachPaperIsNamedOnce) {
    const std::vector<NamedPaper> papers{{"a.json", "/documents/0", "Giấy ủy quyền", ""},
                                         {"b.json", "/documents/0", "Giấy ủy quyền", ""},
                                         {"c.json", "/documents/0", "Giấy ủy quyền", ""}};
    EXPECT_EQ(check(papers).size(), 2U);
}

}  // namespace
}  // namespace danloi
