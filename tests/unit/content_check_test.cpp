// The proofs about glossary, letters and tone: each finds its planted fault at its place, and the real content has none.
#include "core/content_check.hpp"

#include "real_content.hpp"

#include <functional>

namespace danloi {
namespace {

using nlohmann::json;

std::string listed(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += problem.file + " " + problem.pointer + ": " + problem.reason + '\n';
    return text;
}

json glossary() {
    return json::parse(R"json({"format": 1, "terms": [
      {"id": "chung-thuc", "term": {"vi": "chứng thực", "en": "certification"}, "meaning": {"vi": "Cán bộ xác nhận bản sao giống bản chính.", "en": "An officer confirms that a copy is like the original."}},
      {"id": "trich-luc", "term": {"vi": "trích lục", "en": "extract"}, "forms": {"vi": ["bản trích"], "en": ["extracts"]}, "meaning": {"vi": "Tờ ghi lại một việc trong sổ.", "en": "A sheet with one entry of the register."}}]})json");
}

Problems check_terms(const json& written, const std::vector<std::string>& texts) {
    Problems problems;
    const auto terms = load_glossary(written, "glossary.json", problems);
    check_glossary(terms, written, "glossary.json", texts, problems);
    return problems;
}

const std::string all_terms = in_words("Xin bản trích, rồi đi Chứng thực.");

TEST(Glossary, IsRead) {
    Problems problems;
    const auto terms = load_glossary(glossary(), "glossary.json", problems);
    EXPECT_TRUE(problems.empty()) << listed(problems);
    ASSERT_EQ(terms.size(), 2U);
    EXPECT_EQ(terms[1].term.vi, "trích lục");
    EXPECT_EQ(terms[1].forms_vi, std::vector<std::string>{"bản trích"});
    EXPECT_EQ(terms[1].forms_en, std::vector<std::string>{"extracts"});
    EXPECT_TRUE(terms[0].forms_vi.empty());
    EXPECT_TRUE(check_terms(glossary(), {all_terms}).empty());
}

TEST(Glossary, EachFaultIsNamedAtItsPlace) {
    std::string long_sentence;
    for (int i = 0; i < 31; ++i) long_sentence += "dài ";
    const std::vector<std::pair<const char*, std::function<void(json&)>>> faults{
        {"/terms/0/meanings", [](json& g) { g["terms"][0]["meanings"] = 1; }},
        {"/terms/1/forms/fr", [](json& g) { g["terms"][1]["forms"]["fr"] = json::array(); }},
        {"/terms/0/meaning", [](json& g) { g["terms"][0]["meaning"].erase("en"); }},
        {"/terms/1/id", [](json& g) { g["terms"][1]["id"] = "chung-thuc"; }},
        {"/format", [](json& g) { g["format"] = 2; }},
        {"/terms/1/term/vi", [](json& g) { g["terms"][1]["term"]["vi"] = "Chứng thực"; }},
        {"/terms/1/forms/en/0", [](json& g) { g["terms"][1]["forms"]["en"][0] = "certification"; }},
        {"/terms/0/meaning/vi", [&](json& g) { g["terms"][0]["meaning"]["vi"] = long_sentence; }},
        {"/terms/0/plain", [](json& g) { g["terms"][0]["plain"] = {{"vi", "xác nhận đúng"}}; }},
        {"/terms/0/plain/vi", [](json& g) { g["terms"][0]["plain"] = {{"vi", "Chứng  thực"}, {"en", "stamped"}}; }},
        {"/terms/1/plain/en", [](json& g) { g["terms"][1]["plain"] = {{"vi", "tờ chép từ sổ"}, {"en", std::string(61, 'x')}}; }},
        {"/terms/1/plain/en", [](json& g) { g["terms"][1]["plain"] = {{"vi", "tờ chép từ sổ"}, {"en", "a (short) paper"}}; }},
    };
    for (const auto& [pointer, plant] : faults) {
        json written = glossary();
        plant(written);
        const Problems found = check_terms(written, {all_terms});
        ASSERT_EQ(found.size(), 1U) << pointer << "\n" << listed(found);
        EXPECT_EQ(found[0].pointer, pointer);
        EXPECT_EQ(found[0].file, "glossary.json");
    }
}

TEST(Glossary, WordsAreComparedWholeWithTheirToneMarks) {
    EXPECT_EQ(in_words("“Đăng ký”: KHAI SINH, Ưu tiên Ơ-Ớt"), " đăng ký khai sinh ưu tiên ơ ớt ");
    const Problems problems = check_terms(glossary(), {in_words("trich luc, bản trích; chung thuc, chứngthực")});
    ASSERT_EQ(problems.size(), 1U) << listed(problems);
    EXPECT_EQ(problems[0].pointer, "/terms/0");
}

const Letters latin{{' ', '~'}, {0xC0, 0xFF}};

TEST(Letters, ListsAreRead) {
    Problems problems;
    const Letters letters = read_letters("# all\nU+0020-007E, U+00C0-00FF # Latin\r\n\nU+20AB\n", "letters.txt", problems);
    EXPECT_TRUE(problems.empty()) << listed(problems);
    EXPECT_EQ(letters, (Letters{{0x20, 0x7E}, {0xC0, 0xFF}, {0x20AB, 0x20AB}}));
    for (const char* bad : {"0020", "U+", "U+00FF-00C0", "U+00G0", "U+0020-"}) {
        problems.clear();
        EXPECT_TRUE(read_letters(bad, "letters.txt", problems).empty());
        ASSERT_EQ(problems.size(), 1U) << bad;
        EXPECT_NE(problems[0].reason.find("line 1"), std::string::npos);
    }
}

TEST(Letters, EachMissingLetterOfATextIsNamedWithItsNumber) {
    Problems problems;
    check_letters({{"steps", {{{"how", {{"vi", "à 中 ẹ 中"}, {"en", "fine"}}}}}}}, "x.json", latin, problems);
    ASSERT_EQ(problems.size(), 2U) << listed(problems);
    EXPECT_EQ(problems[0].pointer, "/steps/0/how/vi");
    EXPECT_NE(problems[0].reason.find("\"中\" (U+4E2D)"), std::string::npos) << problems[0].reason;
    EXPECT_NE(problems[1].reason.find("\"ẹ\" (U+1EB9)"), std::string::npos);
}

Problems tone(const json& strings) {
    Problems all;
    check_tone(strings, "ui.json", all);
    return all;
}

json courteous() {
    json strings;
    for (const char* key : {"courtesy.greeting", "courtesy.thanks", "courtesy.sorry", "courtesy.permission", "question.permission"})
        strings[key] = {{"vi", "Xin"}, {"en", "Please"}};
    return strings;
}

TEST(Tone, KeysTellWhichSentencesAreAboutFaults) {
    for (const char* key : {"question.error.date", "problem.not_saved", "link.damaged", "home.missed", "home.search.none", "place.failed", "static.offline"})
        EXPECT_TRUE(tells_a_fault(key)) << key;
    for (const char* key : {"share.link", "problem.rest_works", "question.none_of_these", "home.title"}) EXPECT_FALSE(tells_a_fault(key)) << key;
}

TEST(Tone, AFaultHasAReasonANextStepAndAPoliteForm) {
    const auto said = [](const char* vi, const char* en) {
        json strings = courteous();
        strings["problem.x"] = {{"vi", vi}, {"en", en}};
        return tone(strings);
    };
    const char* good = "Sorry, nothing was saved. Please try again.";
    EXPECT_TRUE(said("Chưa lưu được. Mời bạn thử lại. Cảm ơn bạn.", good).empty());
    EXPECT_TRUE(said("Tải bản sao", "Download").empty()) << "a label is no sentence";
    const std::vector<std::pair<const char*, const char*>> bad{{"Mời bạn thử lại. Cảm ơn bạn.", "reason"},
                                                               {"Chưa lưu được. Cảm ơn bạn.", "what to do next"},
                                                               {"Chưa lưu được. Mời bạn thử lại.", "no polite form"},
                                                               {"Ngày không hợp lệ. Mời bạn thử lại. Cảm ơn bạn.", "blames"}};
    for (const auto& [sentence, reason] : bad) {
        const Problems problems = said(sentence, good);
        ASSERT_EQ(problems.size(), 1U) << sentence << "\n" << listed(problems);
        EXPECT_EQ(problems[0].pointer, "/strings/problem.x/vi");
        EXPECT_NE(problems[0].reason.find(reason), std::string::npos) << problems[0].reason;
    }
    const Problems english = said("Chưa lưu được. Mời bạn thử lại. Cảm ơn bạn.", "Invalid date. Please try again. Thank you.");
    ASSERT_EQ(english.size(), 1U);
    EXPECT_EQ(english[0].pointer, "/strings/problem.x/en");
}

TEST(Tone, TheSentencesOfCourtesyMustBeThere) {
    json strings = courteous();
    strings.erase("question.permission");
    const Problems problems = tone(strings);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems[0].reason.find("question.permission"), std::string::npos);
}

TEST(Tone, TheRealSentencesKeepTheRules) {
    const Problems problems = tone(test::source_json("content/ui.json")["strings"]);
    EXPECT_TRUE(problems.empty()) << listed(problems);
}

}  // namespace
}  // namespace danloi
