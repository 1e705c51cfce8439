// Unicode: validity, composition of Vietnamese letters, search keys.
#include "core/text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace danloi {
namespace {

TEST(Utf8, AcceptsAllLengths) {
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("abc"));
    EXPECT_TRUE(is_utf8("Đăng ký"));
    EXPECT_TRUE(is_utf8("\xF0\x9F\x98\x80"));
    EXPECT_TRUE(is_utf8("\xEF\xBF\xBF\xF4\x8F\xBF\xBF"));
}

TEST(Utf8, NamesTheFirstBrokenByte) {
    EXPECT_EQ(invalid_utf8_at("ab\xFFz"), 2U);
    EXPECT_EQ(invalid_utf8_at("\xC0\x80"), 0U);          // overlong NUL
    EXPECT_EQ(invalid_utf8_at("\xC1\xBF"), 0U);          // overlong
    EXPECT_EQ(invalid_utf8_at("x\xE0\x9F\xBF"), 1U);     // overlong, three bytes
    EXPECT_EQ(invalid_utf8_at("\xF0\x8F\xBF\xBF"), 0U);  // overlong, four bytes
    EXPECT_EQ(invalid_utf8_at("\xED\xA0\x80"), 0U);      // surrogate
    EXPECT_EQ(invalid_utf8_at("\xF4\x90\x80\x80"), 0U);  // above U+10FFFF
    EXPECT_EQ(invalid_utf8_at("ok\xE1\xBB"), 2U);        // cut short
    EXPECT_EQ(invalid_utf8_at("\x80"), 0U);              // tail without lead
}

TEST(Utf8, ReplacesBrokenBytesAndKeepsTheRest) {
    EXPECT_EQ(well_formed("a\xFF\xC3z"), "a\uFFFD\uFFFDz");
    EXPECT_EQ(well_formed("Bé tên Ệ"), "Bé tên Ệ");
    EXPECT_EQ(count_code_points("Bé\xFF"), 3U);
    EXPECT_EQ(count_code_points("\xF0\x9F\x98\x80"), 1U);
}

TEST(Utf8, WritesWhatItReads) {
    for (const char32_t point : {U'\0', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFD', U'\x10000', U'\x10FFFF'}) {
        std::string text;
        append_utf8(text, point);
        std::size_t at = 0;
        EXPECT_EQ(take_code_point(text, at), point);
        EXPECT_EQ(at, text.size());
    }
    std::string text;
    append_utf8(text, 0xD800);
    append_utf8(text, 0x110000);
    EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Nfc, ComposesEveryVietnameseVowelWithEveryTone) {
    const std::array<std::array<const char*, 6>, 12> vowels{{
        {"a", "à", "á", "ả", "ã", "ạ"}, {"ă", "ằ", "ắ", "ẳ", "ẵ", "ặ"}, {"â", "ầ", "ấ", "ẩ", "ẫ", "ậ"},
        {"e", "è", "é", "ẻ", "ẽ", "ẹ"}, {"ê", "ề", "ế", "ể", "ễ", "ệ"}, {"i", "ì", "í", "ỉ", "ĩ", "ị"},
        {"o", "ò", "ó", "ỏ", "õ", "ọ"}, {"ô", "ồ", "ố", "ổ", "ỗ", "ộ"}, {"ơ", "ờ", "ớ", "ở", "ỡ", "ợ"},
        {"u", "ù", "ú", "ủ", "ũ", "ụ"}, {"ư", "ừ", "ứ", "ử", "ữ", "ự"}, {"y", "ỳ", "ý", "ỷ", "ỹ", "ỵ"},
    }};
    const std::array<const char*, 6> tones{"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};
    for (const auto& row : vowels) {
        for (std::size_t tone = 0; tone < tones.size(); ++tone) {
            EXPECT_EQ(nfc(std::string{row[0]} + tones[tone]), row[tone]);
            EXPECT_EQ(nfc(row[tone]), row[tone]);
        }
    }
}

TEST(Nfc, TakesMarksInEitherOrderWhereUnicodeCallsThemEqual) {
    for (const char* written : {"e\u0323\u0302", "e\u0302\u0323", "ê\u0323", "ẹ\u0302", "ệ"}) EXPECT_EQ(nfc(written), "ệ");
    for (const char* written : {"a\u0323\u0306", "a\u0306\u0323", "ă\u0323", "ạ\u0306"}) EXPECT_EQ(nfc(written), "ặ");
    for (const char* written : {"o\u031B\u0323", "o\u0323\u031B", "ơ\u0323", "ọ\u031B"}) EXPECT_EQ(nfc(written), "ợ");
    EXPECT_EQ(nfc("e\u0302\u0301"), "ế");
    EXPECT_EQ(nfc("e\u0301\u0302"), "é\u0302");  // two marks above: their order is part of the text
}

TEST(Nfc, LeavesEverythingElseAlone) {
    EXPECT_EQ(nfc("\u0301a"), "\u0301a");
    EXPECT_EQ(nfc("q\u0301"), "q\u0301");
    EXPECT_EQ(nfc("đ\u0301"), "đ\u0301");
    EXPECT_EQ(nfc("日本 русский"), "日本 русский");
    EXPECT_EQ(nfc("c\u0327a va"), "ça va");
    EXPECT_EQ(nfc("\u0341"), "\u0301");  // the deprecated Vietnamese tone mark
    EXPECT_EQ(nfc("x\xFF"), "x\uFFFD");
}

TEST(Nfc, KnowsWhatIsComposed) {
    EXPECT_TRUE(is_nfc("Giấy chứng sinh"));
    EXPECT_TRUE(is_nfc("q\u0301"));
    EXPECT_FALSE(is_nfc("Gia\u0302\u0301y"));
    EXPECT_FALSE(is_nfc("ê\u0323"));
    EXPECT_FALSE(is_nfc("a\xFF"));
}

TEST(Fold, GivesASearchKey) {
    EXPECT_EQ(fold("Đăng ký khai sinh"), "dang ky khai sinh");
    EXPECT_EQ(fold("  Xác nhận: TÌNH TRẠNG hôn-nhân!  "), "xac nhan tinh trang hon nhan");
    EXPECT_EQ(fold("e\u0302\u0323 \u0110"), "e d");
    EXPECT_EQ(fold("Đắk R'lấp, số 12/3"), "dak r lap so 12 3");
    EXPECT_EQ(fold("Straße Øl ŒUVRE"), "strasse ol oeuvre");
    EXPECT_EQ(fold("日本\xFF"), "");
    EXPECT_EQ(fold(""), "");
}

TEST(Words, SplitsAtSpaces) {
    const std::string key = fold("Đăng ký  tạm trú");
    const auto found = words(key);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0], "dang");
    EXPECT_EQ(found[3], "tru");
    EXPECT_TRUE(words("").empty());
}

}  // namespace
}  // namespace danloi
