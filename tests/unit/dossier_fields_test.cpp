// A dossier as the device keeps it: every field comes back, whatever stands beside it.
#include "core/dossier_fields.hpp"

#include "real_content.hpp"

namespace danloi {
namespace {

using Fields = std::map<std::string, std::string>;

Fields fields(const Dossier& dossier) {
    const FieldList list = fields_of(dossier);
    Fields out{list.begin(), list.end()};
    EXPECT_EQ(out.size(), list.size()) << "each name once";
    return out;
}

void expect_equal(const Dossier& a, const Dossier& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.procedure, b.procedure);
    EXPECT_EQ(a.version, b.version);
    EXPECT_EQ(a.hash, b.hash);
    EXPECT_EQ(a.created, b.created);
    EXPECT_EQ(a.answers, b.answers);
    EXPECT_EQ(a.carried_flags, b.carried_flags);
    EXPECT_EQ(a.carried_values, b.carried_values);
    EXPECT_EQ(a.papers, b.papers);
    EXPECT_EQ(a.step, b.step);
}

TEST(DossierFields, EveryRealDossierComesBack) {
    const GuideInput input = test::on("2026-11-21");
    for (const std::string& id : test::procedure_ids()) {
        const Procedure& p = test::real(id);
        test::Dice dice{13};
        for (int round = 0; round < 40; ++round) {
            Dossier dossier = random_dossier(p, dice, input);
            for (const Document& d : p.documents)
                if (dice.one_in(2)) dossier.papers[d.id] = static_cast<PaperState>(dice.below(5));
            dossier.carried_flags["late"] = dice.one_in(2);
            dossier.carried_values["group"] = "tay \"nguyên\"";
            dossier.step = dice.one_in(2) ? "checklist" : "";
            const auto back = dossier_from_fields(dossier.id, fields(dossier));
            ASSERT_TRUE(back) << id;
            expect_equal(*back, dossier);
        }
    }
}

TEST(DossierFields, AnswersAsJson) {
    EXPECT_EQ(answer_json(Unknown{}), "null");
    EXPECT_EQ(answer_json(true), "true");
    EXPECT_EQ(answer_json(2.0), "2");
    EXPECT_EQ(answer_json("Nguyễn \"A\"\n"), R"("Nguyễn \"A\"\n")");
    EXPECT_EQ(answer_json(std::vector<std::string>{"a", "b"}), R"(["a","b"])");
    EXPECT_EQ(answer_json(std::vector<std::string>{}), "[]");
}

Fields with_meta(Fields more) {
    more["meta"] = R"({"procedure":"p","version":"v","hash":"h","created":"2026-11-21"})";
    return more;
}

TEST(DossierFields, AnEmptiedFieldIsNoAnswer) {
    const auto dossier = dossier_from_fields("d", with_meta({{"answer.a", "\"\""}, {"answer.b", "null"}}));
    ASSERT_TRUE(dossier);
    EXPECT_EQ(dossier->answers, (test::Answers{{"b", Unknown{}}}));
}

TEST(DossierFields, UnreadableFieldsArePassedOver) {
    const auto dossier = dossier_from_fields(
        "d", with_meta({{"answer.a", "{broken"}, {"answer.b", "true"}, {"answer.c", R"({"later":"format"})"}, {"paper.x", "7"},
                        {"fact.f", "[]"}, {"fact.g", "true"}, {"step", "3"}, {"colour", "\"red\""}, {"snapshot", "[]"}}));
    ASSERT_TRUE(dossier);
    EXPECT_EQ(dossier->answers, (test::Answers{{"b", true}}));
    EXPECT_EQ(dossier->papers.at("x"), PaperState::undecided);
    EXPECT_EQ(dossier->carried_flags.size(), 1U);
    EXPECT_EQ(dossier->step, "");
}

TEST(DossierFields, WithoutMetaThereIsNoDossier) {
    EXPECT_FALSE(dossier_from_fields("d", {}));
    EXPECT_FALSE(dossier_from_fields("d", {{"answer.a", "true"}}));
    EXPECT_FALSE(dossier_from_fields("d", {{"meta", "{broken"}}));
    EXPECT_FALSE(dossier_from_fields("d", {{"meta", R"({"procedure":""})"}}));
}

TEST(DossierFields, TheSnapshotGivesTheHomePageItsCounts) {
    const auto dossier = dossier_from_fields(
        "d", with_meta({{"snapshot", R"({"title":"Khai sinh","asked":9,"answered":4,"needed":3,"have":-1,"deadline":"2026-12-31"})"}}));
    ASSERT_TRUE(dossier);
    EXPECT_EQ(dossier->summary.title, "Khai sinh");
    EXPECT_EQ(dossier->summary.asked, 9);
    EXPECT_EQ(dossier->summary.answered, 4);
    EXPECT_EQ(dossier->summary.needed, 3);
    EXPECT_EQ(dossier->summary.have, 0) << "no count is negative";
    EXPECT_EQ(dossier->summary.deadline, "2026-12-31");
}

}  // namespace
}  // namespace danloi
