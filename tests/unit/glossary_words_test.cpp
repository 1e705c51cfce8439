// The glossary as the page reads it: nothing is lost on the way, and every spelling is found in a text.
#include "core/glossary_words.hpp"
#include "core/explain.hpp"
#include "real_content.hpp"

#include <set>

namespace danloi {
namespace {

const std::vector<GlossaryTerm>& glossary() {
    static const std::vector<GlossaryTerm> terms = [] {
        Problems problems;
        auto read = load_glossary(test::source_json("content/glossary.json"), "glossary.json", problems);
        for (const Problem& problem : problems) ADD_FAILURE() << problem.pointer << ": " << problem.reason;
        return read;
    }();
    return terms;
}

std::vector<std::string> forms_of(const GlossaryTerm& term, const std::string& lang) {
    std::vector<std::string> forms{std::string{term.term.in(lang)}};
    const auto& others = lang == "en" ? term.forms_en : term.forms_vi;
    forms.insert(forms.end(), others.begin(), others.end());
    return forms;
}

class RealGlossary : public testing::TestWithParam<std::string> {
protected:
    std::shared_ptr<const HardWords> words = load_hard_words(hard_words_json(glossary(), GetParam()));
};

TEST_P(RealGlossary, ComesBackWhole) {
    ASSERT_NE(words, nullptr);
    ASSERT_GT(glossary().size(), 50U);
    ASSERT_EQ(words->words.size(), glossary().size());
    for (std::size_t i = 0; i < words->words.size(); ++i) {
        const HardWord& word = words->words[i];
        EXPECT_EQ(word.term, glossary()[i].term.in(GetParam()));
        EXPECT_EQ(word.meaning, glossary()[i].meaning.in(GetParam()));
        EXPECT_EQ(word.plain, glossary()[i].plain.in(GetParam()));
        const std::set<std::string> spelled{word.forms.begin(), word.forms.end()};
        for (const std::string& form : forms_of(glossary()[i], GetParam())) EXPECT_EQ(spelled.count(form), 1U) << form;
    }
}

TEST_P(RealGlossary, EverySpellingIsFoundInTheMiddleOfASentence) {
    ASSERT_NE(words, nullptr);
    for (std::size_t i = 0; i < glossary().size(); ++i)
        for (const std::string& form : forms_of(glossary()[i], GetParam()))
            for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{{"… ", " …"}, {"", ""}, {"(", ")"}, {"x, ", "."}, {"x\n", ":\n"}, {"zz/", "; zz"}})
                EXPECT_EQ(hard_words_in(*words, before + form + after), std::vector<std::size_t>{i}) << before << form << after;
}

TEST_P(RealGlossary, TheFormsAreInTheOrderTheSearchNeeds) {
    ASSERT_NE(words, nullptr);
    EXPECT_EQ(words->first[0], 0U);
    EXPECT_EQ(words->first[256], words->forms.size());
    for (std::size_t i = 1; i < words->forms.size(); ++i) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(words->forms[at].text.front()); };
        EXPECT_LE(byte(i - 1), byte(i));
        if (byte(i - 1) == byte(i)) {
            EXPECT_GE(words->forms[i - 1].text.size(), words->forms[i].text.size());
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, RealGlossary, testing::Values("vi", "en"));

// The capital of a letter that a Vietnamese word can begin with, as two spellings.
const std::vector<std::pair<std::string, std::string>> plain_capitals{{"đ", "Đ"}, {"ă", "Ă"}, {"â", "Â"}, {"ê", "Ê"}, {"ô", "Ô"}, {"ơ", "Ơ"}, {"ư", "Ư"}};

TEST(GlossaryWords, AreFoundAtTheBeginningOfASentence) {
    for (const std::string lang : {"vi", "en"}) {
        const auto words = load_hard_words(hard_words_json(glossary(), lang));
        ASSERT_NE(words, nullptr);
        int tried = 0;
        for (std::size_t i = 0; i < glossary().size(); ++i)
            for (std::string form : forms_of(glossary()[i], lang)) {
                const std::string small = form;
                if (form[0] >= 'a' && form[0] <= 'z') form[0] = static_cast<char>(form[0] - 'a' + 'A');
                for (const auto& [letter, capital] : plain_capitals)
                    if (form.compare(0, letter.size(), letter) == 0) form.replace(0, letter.size(), capital);
                if (form == small) continue;
                ++tried;
                EXPECT_EQ(hard_words_in(*words, form + " x."), std::vector<std::size_t>{i}) << form;
            }
        EXPECT_GT(tried, 80) << lang;
    }
}

TEST(GlossaryWords, EachLanguageHasItsOwnWords) {
    const std::vector<GlossaryTerm> terms{{"a", {"trích lục", "extract"}, {"bản trích"}, {"excerpt"}, {"Giấy rút ra từ sổ.", "A paper from the register."}}};
    const auto vi = load_hard_words(hard_words_json(terms, "vi")), en = load_hard_words(hard_words_json(terms, "en"));
    ASSERT_TRUE(vi && en);
    EXPECT_EQ(vi->words[0].forms, (std::vector<std::string>{"trích lục", "Trích lục", "bản trích", "Bản trích"}));
    EXPECT_EQ(en->words[0].forms, (std::vector<std::string>{"extract", "Extract", "excerpt", "Excerpt"}));
    EXPECT_EQ(en->words[0].meaning, "A paper from the register.");
    EXPECT_TRUE(hard_words_in(*vi, "an extract, an excerpt").empty());
    EXPECT_TRUE(hard_words_in(*en, "trích lục").empty());
}

TEST(GlossaryWords, SignsInWordsAndMeaningsSurvive) {
    const std::vector<GlossaryTerm> terms{{"a", {"sổ \"đỏ\"", "so-called \"red book\""}, {}, {}, {"Dòng 1\nDòng \\ 2 </script>", "x"}}};
    const auto words = load_hard_words(hard_words_json(terms, "vi"));
    ASSERT_NE(words, nullptr);
    EXPECT_EQ(words->words[0].meaning, terms[0].meaning.vi);
    EXPECT_EQ(hard_words_in(*words, "Bạn mang sổ \"đỏ\" theo").size(), 1U);
}

TEST(GlossaryWords, AnEmptyGlossaryExplainsNothing) {
    const auto words = load_hard_words(hard_words_json({}, "vi"));
    ASSERT_NE(words, nullptr);
    EXPECT_TRUE(hard_words_in(*words, "trích lục").empty());
}

const std::vector<std::pair<std::string, std::string>> toned_capitals{
    {"á", "Á"}, {"à", "À"}, {"ả", "Ả"}, {"ấ", "Ấ"}, {"ẩ", "Ẩ"}, {"é", "É"}, {"ế", "Ế"}, {"í", "Í"}, {"ó", "Ó"}, {"ổ", "Ổ"}, {"ở", "Ở"},
    {"ú", "Ú"}, {"ủ", "Ủ"}, {"ứ", "Ứ"}, {"ý", "Ý"}, {"ỷ", "Ỷ"}};

// "Án tích", "Ủy quyền": letters with a tone have no capital yet.
TEST(GlossaryWords, AreFoundAtTheBeginningOfASentenceAlsoWhenTheFirstLetterHasATone) {
    const auto words = load_hard_words(hard_words_json(glossary(), "vi"));
    ASSERT_NE(words, nullptr);
    for (std::size_t i = 0; i < glossary().size(); ++i)
        for (std::string form : forms_of(glossary()[i], "vi"))
            for (const auto& [letter, capital] : toned_capitals) {
                if (form.compare(0, letter.size(), letter) != 0) continue;
                form.replace(0, letter.size(), capital);
                EXPECT_EQ(hard_words_in(*words, form + " x."), std::vector<std::size_t>{i}) << form;
            }
}

}  // namespace
}  // namespace danloi
