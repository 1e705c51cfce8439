// Answers, papers, money and time in words, and the snapshot that is kept beside the answers.
#include "core/shown.hpp"

#include "real_content.hpp"

namespace danloi {
namespace {

using test::birth;
using test::dossier_of;
using test::on;
using test::real;
using test::wording;

const Question& question(const Procedure& p, const std::string& id) {
    const auto found = std::find_if(p.questions.begin(), p.questions.end(), [&](const Question& q) { return q.id == id; });
    EXPECT_NE(found, p.questions.end()) << id;
    return *found;
}

std::string shown(const std::string& id, const Answer& answer, const std::string& lang = "vi") {
    return shown_answer(question(birth(), id), answer, wording(lang), lang);
}

TEST(Shown, AnswersInWords) {
    EXPECT_EQ(shown("birthPlace", "home"), "Ở nhà hoặc trên đường đi");
    EXPECT_EQ(shown("birthPlace", "home", "en"), "At home or on the way");
    EXPECT_EQ(shown("parentsMarried", true), wording("vi").say("question.yes"));
    EXPECT_EQ(shown("parentsMarried", false, "en"), wording("en").say("question.no"));
    EXPECT_EQ(shown("parentsMarried", Unknown{}), wording("vi").say("question.unknown"));
    EXPECT_EQ(shown("birthDate", "2026-11-01"), "01/11/2026");
    EXPECT_EQ(shown("birthDate", "1/11/2026"), "01/11/2026");
    EXPECT_EQ(shown("birthDate", "1/11"), "1/11") << "not understood: as typed";
    EXPECT_EQ(shown("copies", 3.0), "3");
    EXPECT_EQ(shown("copies", "3"), "3");
}

TEST(Shown, ManyAnswersAreJoined) {
    const Question& history = question(real("dang-ky-ket-hon"), "history");
    const std::string both = shown_answer(history, std::vector<std::string>{"divorced", "widowed"}, wording("en"), "en");
    EXPECT_EQ(both, history.options[1].label.en + ", " + history.options[3].label.en);
    EXPECT_EQ(shown_answer(history, std::vector<std::string>{}, wording("en"), "en"), wording("en").say("question.none_of_these"));
}

TEST(Shown, CountsOfPapers) {
    Document document;
    document.original = 1;
    document.certified = 2;
    const std::string submit = shown_counts(document, wording("en"));
    EXPECT_NE(submit.find("1 original, 2 certified cop"), std::string::npos) << submit;
    document = {};
    document.role = DocumentRole::present;
    EXPECT_EQ(shown_counts(document, wording("vi")), wording("vi").say("checklist.show_only"));
}

TEST(Shown, DaysHaveTheirWeekday) {
    EXPECT_EQ(shown_day(test::day("2026-11-21"), wording("en")), "Saturday, 21/11/2026");
    EXPECT_EQ(shown_day(test::day("2026-11-22"), wording("en")), "Sunday, 22/11/2026");
    EXPECT_EQ(shown_day(test::day("2026-11-23"), wording("vi")), "Thứ Hai, 23/11/2026");
}

TEST(Shown, TheLowestConfidenceCounts) {
    EXPECT_EQ(confidence_of({}), Confidence::low);
    EXPECT_EQ(confidence_of({{"a", "", Confidence::high}}), Confidence::high);
    EXPECT_EQ(confidence_of({{"a", "", Confidence::high}, {"b", "", Confidence::medium}}), Confidence::medium);
}

TEST(Shown, TheLawIsNamedByTitleAndNumber) {
    const Law& law = birth().laws.front();
    const std::vector<Basis> basis{{law.id, "Điều 9 khoản 2", Confidence::high}, {"", "", Confidence::low}};
    EXPECT_EQ(shown_basis(basis, birth(), wording("en"), "en"), "Under " + law.title.en + " (" + law.number + "), Article 9 clause 2");
    EXPECT_EQ(shown_basis(basis, birth(), wording("vi"), "vi"), "Theo " + law.title.vi + " (" + law.number + "), Điều 9 khoản 2");
    EXPECT_EQ(shown_basis({{"no-such-law", "", Confidence::high}}, birth(), wording("en"), "en"), "");
}

std::string total(const Procedure& p, const test::Answers& answers, const std::string& lang) {
    const Guide guide = make_guide(p, dossier_of(p, answers), on("2026-11-21"));
    return shown_total(guide.fees, p, wording(lang), lang);
}

TEST(Shown, TotalsInWords) {
    test::Answers answers{{"birthPlace", "facility"}, {"situation", "none"}, {"birthPaper", "note"}, {"parentsMarried", true},
                          {"parentForeign", "none"}, {"birthDate", "2026-11-01"}, {"filer", "parent"}, {"copies", 0.0}};
    EXPECT_EQ(total(birth(), answers, "vi"), wording("vi").say("fee.free"));
    answers["copies"] = 3.0;
    answers["feeExempt"] = false;
    EXPECT_EQ(total(birth(), answers, "vi"), "24.000 đồng");
    EXPECT_EQ(total(birth(), answers, "en"), "24,000 VND");
    answers["birthDate"] = "2026-08-23";
    const std::string late = total(birth(), answers, "vi");
    EXPECT_EQ(late.find("24.000 đồng. "), 0U) << late;
    EXPECT_NE(late.find(wording("vi").say("fee.unknown", {{"fees", "Lệ phí khai sinh quá 60 ngày"}})), std::string::npos) << late;
}

TEST(Shown, TimeInWords) {
    TimeLine line;
    EXPECT_EQ(shown_time(line, birth(), wording("en"), "en"), wording("en").say("time.unknown"));
    line.time_case = 1;
    line.extensions = {0};
    const std::string text = shown_time(line, birth(), wording("en"), "en");
    const Extension& extension = birth().time.extensions[0];
    const std::string days = wording("en").say("time.working_days", {{"n", std::to_string(extension.up_to.value)}});
    EXPECT_EQ(text, birth().time.cases[1].label.en + ". " + wording("en").say("time.up_to", {{"time", days}}) + " " +
                        extension.because.en);
}

TEST(Snapshot, IsReadableWithoutTheProgram) {
    const GuideInput input = on("2026-11-21");
    for (const std::string& id : test::procedure_ids()) {
        const Procedure& p = real(id);
        test::Dice dice{31};
        for (int round = 0; round < 20; ++round) {
            Dossier dossier = random_dossier(p, dice, input);
            const Guide guide = make_guide(p, dossier, input);
            const auto first = std::find_if(guide.papers.begin(), guide.papers.end(), [](const PaperLine& line) { return line.applies != Applies::no; });
            if (first != guide.papers.end()) dossier.papers[p.documents[first->document].id] = PaperState::have;
            Problems problems;
            const auto json = read_json(snapshot_json(p, dossier, guide, wording("vi"), "vi"), "snapshot", problems);
            ASSERT_TRUE(json) << id;
            EXPECT_EQ((*json)["title"], p.title.vi);
            EXPECT_EQ((*json)["answers"].size(), (*json)["answered"].get<std::size_t>());
            EXPECT_EQ((*json)["papers"].size(), p.documents.size() - test::papers(p, guide, Applies::no).size());
            if (first == guide.papers.end()) continue;
            EXPECT_EQ((*json)["papers"][0][1], wording("vi").say("checklist.state.have")) << id;
        }
    }
}

}  // namespace
}  // namespace danloi
