// The Guide over the real definitions: the cases people come with, and what must hold for every dossier.
#include "core/guide.hpp"

#include "real_content.hpp"

namespace danloi {
namespace {

using test::Answers;
using test::birth;
using test::Dice;
using test::dossier_of;
using test::on;
using test::papers;
using test::procedure_ids;
using test::real;
using Ids = std::vector<std::string>;

// Everything a Guide says, as text: equal Guides give equal text.
std::string told(const Procedure& p, const Guide& g) {
    std::ostringstream out;
    for (const std::size_t q : g.asked) out << p.questions[q].id << ' ';
    out << "next " << (g.next ? p.questions[*g.next].id : "-");
    for (const PaperLine& line : g.papers) out << "\n" << p.documents[line.document].id << ' ' << static_cast<int>(line.applies);
    for (const FeeLine& line : g.fees.lines)
        out << "\n" << p.fees[line.fee].id << ' ' << static_cast<int>(line.applies) << ' ' << line.amount.value_or(-1) << ' '
            << line.exempted.has_value() << line.exemption_open;
    out << "\ntotal " << g.fees.amount << ' ' << g.fees.complete << "\ntime " << g.time.time_case.value_or(99) << g.time.certain
        << g.time.same_day << g.time.extensions.size() << ' ' << (g.time.due ? to_iso(g.time.due->day) : "-");
    for (const DeadlineLine& line : g.deadlines)
        out << "\n" << p.deadlines[line.deadline].id << ' ' << (line.date ? to_iso(*line.date) : "-") << line.passed;
    out << "\noutcome " << static_cast<int>(g.outcome.outcome) << g.outcome.certain << g.outcome.reasons.size();
    for (const ChannelLine& line : g.channels) out << ' ' << static_cast<int>(line.applies);
    for (const std::size_t step : g.steps) out << ' ' << p.steps[step].id;
    return out.str();
}

Answers born_in_hospital() {
    return {{"birthPlace", "facility"}, {"situation", "none"}, {"birthPaper", "note"},      {"parentsMarried", true},
            {"parentForeign", "none"},  {"filer", "parent"},   {"birthDate", "2026-11-01"}, {"copies", 0.0}};
}

Answers with(Answers answers, std::string id, Answer answer) {
    answers.insert_or_assign(std::move(id), std::move(answer));
    return answers;
}

Guide guide_of(const Answers& answers, std::string_view received = "2026-11-23T09:00") {
    return make_guide(birth(), dossier_of(birth(), answers), on("2026-11-21", received));
}

TEST(Guide, BornInHospitalMarriedTwentyDays) {
    const Guide guide = guide_of(born_in_hospital());
    EXPECT_EQ(papers(birth(), guide, Applies::yes), (Ids{"to-khai-dang-ky-khai-sinh", "giay-to-tuy-than", "giay-chung-sinh"}));
    EXPECT_EQ(papers(birth(), guide, Applies::perhaps), Ids{});
    EXPECT_FALSE(guide.next);
    EXPECT_TRUE(guide.fees.complete);
    EXPECT_EQ(guide.fees.amount, 0);
    ASSERT_TRUE(guide.time.due);
    EXPECT_EQ(to_iso(guide.time.due->day), "2026-11-23");
    ASSERT_EQ(guide.deadlines.size(), 1U);
    EXPECT_EQ(guide.deadlines[0].date, parse_iso("2026-12-31"));
    EXPECT_FALSE(guide.deadlines[0].passed);
    EXPECT_EQ(guide.outcome.outcome, Outcome::ok);
    EXPECT_TRUE(guide.outcome.certain);
}

TEST(Guide, UnmarriedMotherNinetyDaysBornAtHome) {
    const Guide guide = guide_of({{"birthPlace", "home"}, {"situation", "none"}, {"birthPaper", "witness"},
                                  {"parentsMarried", false}, {"recordFather", "mother"}, {"parentForeign", "none"},
                                  {"filer", "parent"}, {"birthDate", "23/8/2026"}, {"copies", "0"}, {"feeExempt", false}});
    EXPECT_EQ(papers(birth(), guide, Applies::yes), (Ids{"to-khai-dang-ky-khai-sinh", "giay-to-tuy-than", "giay-lam-chung"}));
    EXPECT_EQ(papers(birth(), guide, Applies::perhaps), Ids{});
    EXPECT_FALSE(guide.fees.complete) << "the late fee is set by the province";
    EXPECT_EQ(guide.fees.amount, 0);
    ASSERT_EQ(guide.deadlines.size(), 1U);
    EXPECT_EQ(guide.deadlines[0].date, parse_iso("2026-10-22"));
    EXPECT_TRUE(guide.deadlines[0].passed);
    EXPECT_EQ(to_iso(guide.time.due.value_or(Due{}).day), "2026-11-23");
}

TEST(Guide, ForeignFatherMarried) {
    const Guide guide = guide_of(with(with(with(born_in_hospital(), "parentForeign", "one"), "nationality", "vietnam"), "feeExempt", false));
    EXPECT_EQ(papers(birth(), guide, Applies::yes),
              (Ids{"to-khai-dang-ky-khai-sinh", "giay-to-tuy-than", "giay-chung-sinh", "giay-ket-hon-cha-me",
                   "thoa-thuan-quoc-tich", "ho-chieu-cha-me"}));
    EXPECT_FALSE(guide.fees.complete);
    EXPECT_EQ(to_iso(guide.time.due.value_or(Due{}).day), "2026-11-23");
    EXPECT_EQ(guide.deadlines.at(0).date, parse_iso("2026-12-31"));
    EXPECT_EQ(guide.outcome.outcome, Outcome::ok);
}

TEST(Guide, ForeignFatherRecognisedWithTheBirth) {
    Answers answers = with(with(born_in_hospital(), "parentsMarried", false), "recordFather", "both");
    answers = with(with(with(answers, "parentForeign", "one"), "nationality", "foreign"), "feeExempt", false);
    const Guide guide = guide_of(answers);
    EXPECT_EQ(papers(birth(), guide, Applies::yes),
              (Ids{"to-khai-dang-ky-khai-sinh", "giay-to-tuy-than", "giay-chung-sinh", "to-khai-nhan-con", "giam-dinh-cha-con",
                   "cam-doan-cha-con", "thoa-thuan-quoc-tich", "xac-nhan-quoc-tich-nuoc-ngoai", "ho-chieu-cha-me"}));
    ASSERT_TRUE(guide.time.due);
    EXPECT_EQ(to_iso(guide.time.due->day), "2026-12-08") << "15 calendar days, the day of receipt not counted";
    const Guide by_grandmother = guide_of(with(answers, "filer", "relative"));
    EXPECT_EQ(by_grandmother.outcome.outcome, Outcome::no);
    EXPECT_TRUE(by_grandmother.outcome.certain);
}

TEST(Guide, AnEmptyDossierDropsNoPaper) {
    for (const std::string& id : procedure_ids()) {
        const Procedure& p = real(id);
        const Guide guide = make_guide(p, dossier_of(p, {}), on("2026-11-21"));
        EXPECT_EQ(guide.next, std::optional<std::size_t>{0}) << id;
        EXPECT_EQ(papers(p, guide, Applies::no), Ids{}) << id;
        for (const PaperLine& line : guide.papers)
            EXPECT_EQ(line.applies == Applies::yes, !p.documents[line.document].when) << id << " " << p.documents[line.document].id;
    }
}

// What is certain with a question open must be so whatever its answer: the heart of "perhaps".
void expect_only_doubted(const Procedure& p, const Guide& opened, const Guide& full, const std::string& where) {
    for (std::size_t i = 0; i < full.papers.size(); ++i)
        EXPECT_TRUE(opened.papers[i].applies == Applies::perhaps || opened.papers[i].applies == full.papers[i].applies)
            << where << " paper " << p.documents[i].id;
    for (std::size_t i = 0; i < full.channels.size(); ++i)
        EXPECT_TRUE(opened.channels[i].applies == Applies::perhaps || opened.channels[i].applies == full.channels[i].applies) << where;
    for (const std::size_t step : full.steps)
        EXPECT_NE(std::find(opened.steps.begin(), opened.steps.end(), step), opened.steps.end()) << where << " step " << p.steps[step].id;
    if (opened.fees.complete) {
        EXPECT_TRUE(full.fees.complete) << where;
        EXPECT_EQ(opened.fees.amount, full.fees.amount) << where;
    }
    if (opened.time.certain) {
        EXPECT_EQ(opened.time.time_case, full.time.time_case) << where;
    }
    if (opened.outcome.certain) {
        EXPECT_EQ(opened.outcome.outcome, full.outcome.outcome) << where;
    }
}

TEST(Guide, AnOpenQuestionOnlyMakesThingsDoubtful) {
    const GuideInput input = on("2026-11-21");
    for (const std::string& id : procedure_ids()) {
        const Procedure& p = real(id);
        Dice dice{7};
        for (int round = 0; round < 60; ++round) {
            const Dossier dossier = random_dossier(p, dice, input);
            const Guide full = make_guide(p, dossier, input);
            for (const auto& [question, answer] : dossier.answers) {
                Dossier opened = dossier;
                opened.answers.insert_or_assign(question, Unknown{});
                expect_only_doubted(p, make_guide(p, opened, input), full, id + " don't know " + question);
                opened.answers.erase(question);
                expect_only_doubted(p, make_guide(p, opened, input), full, id + " without " + question);
            }
        }
    }
}

TEST(Guide, AnswersNoLongerAskedAreKeptAndReadAsAbsent) {
    const GuideInput input = on("2026-11-21");
    for (const std::string& id : procedure_ids()) {
        const Procedure& p = real(id);
        Dice dice{11};
        for (int round = 0; round < 100; ++round) {
            Dossier dossier = random_dossier(p, dice, input);
            for (const Question& question : p.questions)
                if (dice.one_in(3)) dossier.answers.emplace(question.id, random_answer(question, dice, input.today));
            const Guide guide = make_guide(p, dossier, input);
            Dossier asked_only = dossier_of(p, {});
            for (const std::size_t q : guide.asked)
                if (const auto found = dossier.answers.find(p.questions[q].id); found != dossier.answers.end())
                    asked_only.answers.insert(*found);
            EXPECT_EQ(told(p, guide), told(p, make_guide(p, asked_only, input))) << id;
        }
    }
}

TEST(Guide, AnAnswerComesBackWhenItsQuestionDoes) {
    Answers answers = with(born_in_hospital(), "recordFather", "both");
    EXPECT_EQ(papers(birth(), guide_of(answers), Applies::yes).size(), 3U) << "married parents are not asked this";
    const Guide guide = guide_of(with(answers, "parentsMarried", false));
    EXPECT_EQ(papers(birth(), guide, Applies::yes).size(), 6U);
    EXPECT_EQ(birth().questions[guide.next.value_or(0)].id, "feeExempt");
}

TEST(Guide, TheCheapPartsAgreeWithTheWhole) {
    const GuideInput input = on("2026-11-21");
    for (const std::string& id : procedure_ids()) {
        const Procedure& p = real(id);
        Dice dice{3};
        for (int round = 0; round < 40; ++round) {
            const Dossier dossier = random_dossier(p, dice, input);
            const Guide guide = make_guide(p, dossier, input);
            EXPECT_EQ(guide.next, next_question(p, dossier, input));
            EXPECT_EQ(guide.asked, asked_questions(p, dossier, input));
            EXPECT_TRUE(std::is_sorted(guide.asked.begin(), guide.asked.end())) << "file order";
            EXPECT_EQ(told(p, guide), told(p, make_guide(p, dossier, input))) << "same input, same Guide";
        }
    }
}

TEST(Guide, WhyNamesTheAnswersAndWhatIsOpen) {
    const auto paper = std::find_if(birth().documents.begin(), birth().documents.end(), [](const Document& d) { return d.id == "to-khai-nhan-con"; });
    ASSERT_NE(paper, birth().documents.end());
    const auto names = [](const std::vector<std::size_t>& questions) {
        Ids ids;
        for (const std::size_t q : questions) ids.push_back(birth().questions[q].id);
        return ids;
    };
    const Dossier dossier = dossier_of(birth(), {{"situation", "none"}, {"parentsMarried", Unknown{}}});
    const Why why = why_of(birth(), dossier, on("2026-11-21"), *paper->when);
    EXPECT_EQ(names(why.answered), Ids{"situation"});
    EXPECT_EQ(names(why.open), (Ids{"parentsMarried", "recordFather"}));
}

TEST(Guide, OnlySettledFactsFromPersonalAnswersAreCarried) {
    const auto carried = [](const Answers& answers) { return carried_facts(birth(), dossier_of(birth(), answers), on("2026-11-21")); };
    using Facts = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(carried(born_in_hospital()), (Facts{{"late", "false"}, {"underSix", "true"}}));
    EXPECT_EQ(carried(with(born_in_hospital(), "birthDate", "2015-03-09")), (Facts{{"late", "true"}, {"underSix", "false"}}));
    EXPECT_EQ(carried(with(born_in_hospital(), "birthDate", Unknown{})), Facts{});
    EXPECT_EQ(carried(with(born_in_hospital(), "birthDate", "9/3")), Facts{}) << "half typed is not known";
}

}  // namespace
}  // namespace danloi
