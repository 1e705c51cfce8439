// What still has to be in the bag: groups counted once, states, counts for the home page.
#include "core/readiness.hpp"

#include "real_content.hpp"

#include <set>

namespace danloi {
namespace {

using test::birth;
using test::dossier_of;
using test::on;
using test::real;

// Parents not married, the father recognises the child: two proofs of which one is enough.
Dossier recognition() {
    return dossier_of(birth(), {{"birthPlace", "facility"}, {"situation", "none"}, {"birthPaper", "note"}, {"parentsMarried", false},
                                {"recordFather", "both"}, {"parentForeign", "none"}, {"birthDate", "2026-11-01"}, {"filer", "parent"},
                                {"copies", 0.0}, {"feeExempt", false}});
}

std::vector<Need> needs(const Dossier& dossier) { return needs_of(birth(), dossier, make_guide(birth(), dossier, on("2026-11-21"))); }

Summary summary(const Dossier& dossier) {
    return summarise(birth(), dossier, make_guide(birth(), dossier, on("2026-11-21")), "vi");
}

const Need& proofs(const std::vector<Need>& list) {
    const auto found = std::find_if(list.begin(), list.end(), [](const Need& n) { return n.group == "chung-cu-cha-con"; });
    EXPECT_NE(found, list.end());
    return *found;
}

TEST(Readiness, AlternativesAreOneNeed) {
    const Dossier dossier = recognition();
    const auto list = needs(dossier);
    EXPECT_EQ(list.size(), 5U) << "six papers, two of which stand for each other";
    EXPECT_EQ(proofs(list).documents.size(), 2U);
    EXPECT_TRUE(proofs(list).any);
    EXPECT_TRUE(proofs(list).certain);
    EXPECT_FALSE(proofs(list).have);
}

TEST(Readiness, OneOfTheAlternativesIsEnough) {
    Dossier dossier = recognition();
    dossier.papers["cam-doan-cha-con"] = PaperState::have;
    dossier.papers["giam-dinh-cha-con"] = PaperState::not_needed;
    EXPECT_TRUE(proofs(needs(dossier)).have);
    EXPECT_FALSE(proofs(needs(dossier)).waived);
    EXPECT_EQ(summary(dossier).needed, 5);
    EXPECT_EQ(summary(dossier).have, 1);
}

TEST(Readiness, AChoiceIsWaivedOnlyWhenAllAre) {
    Dossier dossier = recognition();
    dossier.papers["giam-dinh-cha-con"] = PaperState::not_needed;
    EXPECT_FALSE(proofs(needs(dossier)).waived);
    dossier.papers["cam-doan-cha-con"] = PaperState::not_needed;
    dossier.papers["giam-dinh-cha-con"] = PaperState::undecided;
    EXPECT_FALSE(proofs(needs(dossier)).waived) << "the other one this time";
    dossier.papers["giam-dinh-cha-con"] = PaperState::not_needed;
    EXPECT_TRUE(proofs(needs(dossier)).waived);
    EXPECT_EQ(summary(dossier).needed, 4);
}

TEST(Readiness, OnTheWayIsNotInTheBag) {
    Dossier dossier = recognition();
    dossier.papers["giay-chung-sinh"] = PaperState::on_the_way;
    dossier.papers["giay-to-tuy-than"] = PaperState::missing;
    dossier.papers["to-khai-nhan-con"] = PaperState::undecided;
    EXPECT_EQ(summary(dossier).have, 0);
}

TEST(Readiness, TheSummaryCountsQuestionsAndGivesTheFirstDeadline) {
    Dossier dossier = recognition();
    const Summary all = summary(dossier);
    EXPECT_EQ(all.title, birth().title.vi);
    EXPECT_EQ(all.asked, 10);
    EXPECT_EQ(all.answered, 10);
    EXPECT_EQ(all.deadline, "2026-12-31");
    dossier.answers.erase("birthDate");
    EXPECT_EQ(summary(dossier).answered, 9);
    EXPECT_EQ(summary(dossier).deadline, "");
    dossier.answers.insert_or_assign("nationality", "foreign");
    EXPECT_EQ(summary(dossier).answered, 9) << "an answer that is not asked now does not count";
}

TEST(Readiness, EveryPaperThatMayApplyStandsInExactlyOneNeed) {
    const GuideInput input = on("2026-11-21");
    for (const std::string& id : test::procedure_ids()) {
        const Procedure& p = real(id);
        test::Dice dice{21};
        for (int round = 0; round < 60; ++round) {
            Dossier dossier = random_dossier(p, dice, input);
            for (const Document& d : p.documents) dossier.papers[d.id] = static_cast<PaperState>(dice.below(5));
            const Guide guide = make_guide(p, dossier, input);
            std::multiset<std::size_t> seen;
            for (const Need& need : needs_of(p, dossier, guide)) {
                ASSERT_FALSE(need.documents.empty());
                if (!need.any) {
                    EXPECT_EQ(need.documents.size(), 1U) << "only alternatives are joined";
                }
                seen.insert(need.documents.begin(), need.documents.end());
            }
            for (const PaperLine& line : guide.papers)
                EXPECT_EQ(seen.count(line.document), line.applies == Applies::no ? 0U : 1U) << id;
            const Summary counts = summarise(p, dossier, guide, "en");
            EXPECT_LE(counts.have, counts.needed);
            EXPECT_LE(counts.answered, counts.asked);
            EXPECT_EQ(counts.asked, static_cast<int>(guide.asked.size()));
        }
    }
}

}  // namespace
}  // namespace danloi
