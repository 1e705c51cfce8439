// Search: what people really type must lead to the procedure they mean.
#include "core/search.hpp"

#include "core/search_match.hpp"
#include "search_catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace danloi {
namespace {

struct Labelled {
    const char* query;
    const char* id;
};

std::string first_id(std::string_view query, std::string_view lang = "vi") {
    const Catalogue catalogue = six_procedures();
    const auto hits = search(catalogue, query, lang, 10);
    return hits.empty() ? "(nothing)" : catalogue.entries[hits.front().entry].id;
}

class LabelledQuery : public testing::TestWithParam<Labelled> {};

TEST_P(LabelledQuery, FindsWhatIsMeantFirst) { EXPECT_EQ(first_id(GetParam().query), GetParam().id) << GetParam().query; }

constexpr const char* birth = "dang-ky-khai-sinh";
constexpr const char* marriage = "dang-ky-ket-hon";
constexpr const char* single = "xac-nhan-tinh-trang-hon-nhan";
constexpr const char* permanent = "dang-ky-thuong-tru";
constexpr const char* temporary = "dang-ky-tam-tru";
constexpr const char* copies = "chung-thuc-ban-sao";

INSTANTIATE_TEST_SUITE_P(Titles, LabelledQuery, testing::Values(
    Labelled{"Đăng ký khai sinh", birth}, Labelled{"dang ky khai sinh", birth}, Labelled{"ĐĂNG KÝ KẾT HÔN", marriage},
    Labelled{"dang ky ket hon", marriage}, Labelled{"xác nhận tình trạng hôn nhân", single},
    Labelled{"thường trú", permanent}, Labelled{"tam tru", temporary}, Labelled{"chung thuc ban sao", copies},
    Labelled{"chứng thực", copies}, Labelled{"1.001193", birth}, Labelled{"2.000815", copies}));

INSTANTIATE_TEST_SUITE_P(EverydayWords, LabelledQuery, testing::Values(
    Labelled{"giấy độc thân", single}, Labelled{"doc than", single}, Labelled{"nhập hộ khẩu", permanent},
    Labelled{"so ho khau", permanent}, Labelled{"sao y", copies}, Labelled{"cong chung", copies},
    Labelled{"lấy vợ", marriage}, Labelled{"cuoi", marriage}, Labelled{"hon thu", marriage}, Labelled{"ở trọ", temporary},
    Labelled{"thue nha", temporary}, Labelled{"kt3", temporary}, Labelled{"sinh con", birth}, Labelled{"chưa vợ", single}));

INSTANTIATE_TEST_SUITE_P(WholeSentences, LabelledQuery, testing::Values(
    Labelled{"làm giấy khai sinh cho con ở đâu", birth}, Labelled{"tôi muốn đăng ký tạm trú", temporary},
    Labelled{"thủ tục xin giấy xác nhận độc thân", single}, Labelled{"cần sao y giấy tờ thì làm sao", copies},
    Labelled{"cho tôi hỏi thủ tục kết hôn", marriage}, Labelled{"how do I get a birth certificate", birth}));

INSTANTIATE_TEST_SUITE_P(AsYouType, LabelledQuery, testing::Values(
    Labelled{"kha", birth}, Labelled{"khai s", birth}, Labelled{"ket h", marriage}, Labelled{"thuong t", permanent},
    Labelled{"tam", temporary}, Labelled{"chung th", copies}, Labelled{"doc th", single}, Labelled{"nhap ho k", permanent}));

INSTANTIATE_TEST_SUITE_P(TypingErrors, LabelledQuery, testing::Values(
    Labelled{"khai snih", birth}, Labelled{"khaii sinh", birth}, Labelled{"thuomg tru", permanent},
    Labelled{"chumg thuc", copies}, Labelled{"ket honn", marriage}, Labelled{"tihnh trang hon nhan", single},
    Labelled{"giay khai sihn", birth}, Labelled{"certifcate of marital status", single}, Labelled{"temporrary residense", temporary}));

INSTANTIATE_TEST_SUITE_P(MissingSpaces, LabelledQuery, testing::Values(
    Labelled{"khaisinh", birth}, Labelled{"dangkykethon", marriage}, Labelled{"hokhau", permanent}, Labelled{"tamtru", temporary},
    Labelled{"giaydocthan", single}, Labelled{"saoy", copies}, Labelled{"dang kykhai sinh", birth}, Labelled{"khaisi", birth}));

INSTANTIATE_TEST_SUITE_P(Abbreviations, LabelledQuery, testing::Values(
    Labelled{"gks", birth}, Labelled{"đkkh", marriage}, Labelled{"dkks", birth}, Labelled{"ddks", birth}, Labelled{"xntthn", single},
    Labelled{"đk khai sinh", birth}, Labelled{"dk kết hôn", marriage}));

INSTANTIATE_TEST_SUITE_P(TelexWithoutInputMethod, LabelledQuery, testing::Values(
    Labelled{"khai sinh", birth}, Labelled{"keets hoon", marriage}, Labelled{"taajm trus", temporary},
    Labelled{"ddawng kys khai sinh", birth}, Labelled{"thuwowngf trus", permanent}));

INSTANTIATE_TEST_SUITE_P(English, LabelledQuery, testing::Values(
    Labelled{"birth", birth}, Labelled{"marriage", marriage}, Labelled{"wedding", marriage}, Labelled{"single certificate", single},
    Labelled{"household registration", permanent}, Labelled{"renting a room", temporary}, Labelled{"certified copy", copies}));

TEST(Search, InitialsThatMeanTwoThingsFindBoth) {
    const Catalogue catalogue = six_procedures();
    const auto hits = search(catalogue, "đktt", "vi", 2);  // tạm trú and thường trú
    ASSERT_EQ(hits.size(), 2U);
    EXPECT_EQ(catalogue.entries[hits[0].entry].id, temporary);
    EXPECT_EQ(catalogue.entries[hits[1].entry].id, permanent);
}

std::size_t place_of(const Catalogue& catalogue, const std::vector<Hit>& hits, std::string_view id) {
    const auto at = std::find_if(hits.begin(), hits.end(), [&](const Hit& hit) { return catalogue.entries[hit.entry].id == id; });
    return std::size_t(at - hits.begin());
}

TEST(Search, RanksTitleThenBeginningThenAliasThenSummary) {
    Catalogue catalogue;
    const auto add = [&](const char* id, const char* title, const char* alias, const char* summary) {
        CatalogueEntry entry;
        entry.id = id;
        entry.title = {title, title};
        if (*alias != '\0') entry.aliases_vi = {alias};
        entry.summary = {summary, summary};
        catalogue.entries.push_back(entry);
    };
    add("a-summary", "Việc khác", "", "Nói về hộ tịch ở đây.");
    add("b-alias", "Việc nữa", "hộ tịch", "");
    add("c-beginning", "Hộ tịch lưu động", "", "");
    add("d-title", "Hộ tịch", "", "");
    const auto hits = search(catalogue, "ho tich", "vi", 10);
    ASSERT_EQ(hits.size(), 4U);
    EXPECT_EQ(place_of(catalogue, hits, "d-title"), 0U);
    EXPECT_EQ(place_of(catalogue, hits, "c-beginning"), 1U);
    EXPECT_EQ(place_of(catalogue, hits, "b-alias"), 2U);
    EXPECT_EQ(place_of(catalogue, hits, "a-summary"), 3U);
}

TEST(Search, EqualScoresStandInOrderOfId) {
    Catalogue catalogue;
    for (const char* id : {"z", "m", "a", "q"}) {
        CatalogueEntry entry;
        entry.id = id;
        entry.title = {"Việc như nhau", "The same matter"};
        catalogue.entries.push_back(entry);
    }
    std::string order;
    for (const Hit& hit : search(catalogue, "nhu nhau", "vi", 10)) order += catalogue.entries[hit.entry].id;
    EXPECT_EQ(order, "amqz");
}

TEST(Search, HighlightsTheMatchedWordsOfTheTitleShown) {
    const Catalogue catalogue = six_procedures();
    const auto marked = [&](std::string_view query, std::string_view lang) {
        const auto hits = search(catalogue, query, lang, 1);
        std::string out;
        if (hits.empty()) return out;
        const std::string_view title = catalogue.entries[hits.front().entry].title.in(lang);
        for (const auto& [begin, end] : hits.front().highlights) out += "[" + std::string(title.substr(begin, end - begin)) + "]";
        return out;
    };
    EXPECT_EQ(marked("khai sinh", "vi"), "[khai][sinh]");
    EXPECT_EQ(marked("thuong tr", "vi"), "[thường][trú]");
    EXPECT_EQ(marked("khaisinh", "vi"), "[khai][sinh]");
    EXPECT_EQ(marked("birth", "en"), "[Birth]");
    EXPECT_EQ(marked("nhap ho khau", "vi"), "") << "found by an alias: the title holds none of these words";
}

TEST(Search, NothingForEmptyOrForeignQueries) {
    const Catalogue catalogue = six_procedures();
    for (const char* query : {"", "   ", "!!! ???", "zzzzqqq", "\xff\xfe"})
        EXPECT_TRUE(search(catalogue, query, "vi", 10).empty()) << query;
    EXPECT_TRUE(search(catalogue, "khai sinh", "vi", 0).empty());
    EXPECT_TRUE(search(Catalogue{}, "khai sinh", "vi", 10).empty());
}

TEST(Search, LongMeaninglessQueriesStayHarmless) {
    const Catalogue catalogue = six_procedures();
    const SearchIndex index = make_search_index(catalogue);
    EXPECT_LE(search(catalogue, index, std::string(60'000, 'a'), "vi", 5).size(), 5U);
    std::string many;
    for (int i = 0; i < 5'000; ++i) many += "khai sinh ";
    const auto hits = search(catalogue, index, many, "vi", 1);
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(catalogue.entries[hits.front().entry].id, birth);
}

TEST(Search, LimitCutsTheListAndKeepsTheBest) {
    const Catalogue catalogue = six_procedures();
    const auto all = search(catalogue, "dang ky", "vi", 10);
    const auto two = search(catalogue, "dang ky", "vi", 2);
    ASSERT_GE(all.size(), 4U);
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two[0].entry, all[0].entry);
    EXPECT_EQ(two[1].entry, all[1].entry);
}

TEST(SearchMatch, EditDistanceCountsErrorsUpToTheLimit) {
    EXPECT_EQ(edit_distance("sinh", "sinh", 1, false), 0U);
    EXPECT_EQ(edit_distance("snih", "sinh", 1, false), 1U);  // neighbours swapped
    EXPECT_EQ(edit_distance("sin", "sinh", 1, false), 1U);
    EXPECT_EQ(edit_distance("sxnx", "sinh", 1, false), 2U);  // more than the limit
    EXPECT_EQ(edit_distance("certifcate", "certificate", 2, false), 1U);
    EXPECT_EQ(edit_distance("thuomg", "thuong", 1, false), 1U);
    EXPECT_EQ(edit_distance("resid", "residence", 1, true), 0U);
    EXPECT_EQ(edit_distance("resiq", "residence", 1, true), 1U);
    EXPECT_EQ(edit_distance("", "sinh", 2, false), 3U);
}

TEST(SearchMatch, ErrorsAllowedGrowWithTheWord) {
    EXPECT_EQ(allowed_errors(3), 0U);
    EXPECT_EQ(allowed_errors(4), 1U);
    EXPECT_EQ(allowed_errors(7), 1U);
    EXPECT_EQ(allowed_errors(8), 2U);
}

TEST(SearchMatch, TelexKeysAreTakenOut) {
    EXPECT_EQ(without_telex("ddawng"), "dang");
    EXPECT_EQ(without_telex("keets"), "ket");
    EXPECT_EQ(without_telex("thuwowngf"), "thuong");
    EXPECT_EQ(without_telex("sinh"), "sinh");
    EXPECT_EQ(without_telex(""), "");
}

TEST(SearchMatch, SplitsUseTheFewestWords) {
    const std::vector<std::string> vocabulary{"hai", "inh", "khai", "kha", "sinh"};
    std::vector<std::string> sorted = vocabulary;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(splits("khaisinh", sorted, 3), (std::vector<std::vector<std::string>>{{"khai", "sinh"}}));
    EXPECT_EQ(splits("khaisi", sorted, 3), (std::vector<std::vector<std::string>>{{"khai", "si"}}));
    EXPECT_TRUE(splits("khaiqq", sorted, 3).empty());
}

TEST(SearchMatch, WordPlacesAreBytesOfTheShownText) {
    const auto found = words_with_places("Giấy, đỏ");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].folded, "giay");
    EXPECT_EQ(found[0].begin, 0U);
    EXPECT_EQ(found[0].end, 6U);
    EXPECT_EQ(found[1].folded, "do");
    EXPECT_EQ(found[1].begin, 8U);
    EXPECT_EQ(found[1].end, 13U);
}

}  // namespace
}  // namespace danloi
