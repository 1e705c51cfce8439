// Fees: fixed, by formula, by channel, set locally, with exemptions that hold, do not hold or are open.
#include "core/guide_slots.hpp"
#include "real_content.hpp"

namespace danloi {
namespace {

using test::Answers;
using test::birth;
using test::dossier_of;
using test::on;
using test::real;

FeeTotal fees(const Procedure& p, const Answers& answers) { return make_guide(p, dossier_of(p, answers), on("2026-11-21")).fees; }

const FeeLine& line(const Procedure& p, const FeeTotal& total, const std::string& id) {
    const auto found = std::find_if(total.lines.begin(), total.lines.end(), [&](const FeeLine& l) { return p.fees[l.fee].id == id; });
    EXPECT_NE(found, total.lines.end()) << id;
    return found == total.lines.end() ? total.lines.front() : *found;
}

Answers birth_with(Answer copies, Answer exempt) {
    return {{"birthPlace", "facility"}, {"situation", "none"},     {"birthPaper", "note"},       {"parentsMarried", true}, {"parentForeign", "none"},
            {"filer", "parent"},        {"copies", std::move(copies)}, {"birthDate", "2026-11-01"}, {"feeExempt", std::move(exempt)}};
}

TEST(Money, AFormulaCountsCopies) {
    const FeeTotal total = fees(birth(), birth_with(3.0, false));
    EXPECT_TRUE(total.complete);
    EXPECT_EQ(total.amount, 24'000);
    EXPECT_EQ(line(birth(), total, "ban-sao").amount, 24'000);
    EXPECT_EQ(fees(birth(), birth_with("3", false)).amount, 24'000) << "as typed";
    EXPECT_EQ(line(birth(), fees(birth(), birth_with(0.0, false)), "ban-sao").applies, Applies::no);
}

TEST(Money, AnExemptionThatHoldsIsNamedAndFree) {
    const FeeTotal total = fees(birth(), birth_with(3.0, true));
    EXPECT_EQ(total.amount, 0);
    EXPECT_TRUE(total.complete);
    EXPECT_EQ(line(birth(), total, "ban-sao").exempted, std::optional<std::size_t>{0});
}

TEST(Money, AnOpenExemptionLeavesTheTotalIncomplete) {
    for (const bool answered : {true, false}) {
        Answers answers = birth_with(3.0, Unknown{});
        if (!answered) answers.erase("feeExempt");
        const FeeTotal total = fees(birth(), answers);
        EXPECT_FALSE(total.complete);
        EXPECT_TRUE(line(birth(), total, "ban-sao").exemption_open);
        EXPECT_EQ(total.amount, 24'000) << "what is to be paid unless exempt";
    }
}

TEST(Money, AFeeSetLocallyHasNoAmount) {
    Answers answers = birth_with(0.0, false);
    answers.insert_or_assign("birthDate", "2026-08-23");
    const FeeTotal total = fees(birth(), answers);
    EXPECT_EQ(line(birth(), total, "khai-sinh-qua-han").applies, Applies::yes);
    EXPECT_FALSE(line(birth(), total, "khai-sinh-qua-han").amount);
    EXPECT_FALSE(total.complete);
    answers.insert_or_assign("feeExempt", true);
    EXPECT_TRUE(fees(birth(), answers).complete) << "exempt from whatever the province sets";
}

TEST(Money, AnUnknownDateMakesBothFeesPerhaps) {
    Answers answers = birth_with(0.0, false);
    answers.insert_or_assign("birthDate", Unknown{});
    const FeeTotal total = fees(birth(), answers);
    EXPECT_EQ(line(birth(), total, "khai-sinh-dung-han").applies, Applies::perhaps);
    EXPECT_EQ(line(birth(), total, "khai-sinh-qua-han").applies, Applies::perhaps);
    EXPECT_FALSE(total.complete);
    EXPECT_EQ(total.amount, 0) << "what is only perhaps is not added up";
}

TEST(Money, TheChannelDecides) {
    const Procedure& p = real("dang-ky-thuong-tru");
    Answers answers{{"person", "adult"}, {"dwelling", "own"}, {"houseInData", true}, {"feeGroup", false}, {"channel", "online"}};
    EXPECT_EQ(fees(p, answers).amount, 10'000);
    EXPECT_TRUE(fees(p, answers).complete);
    answers.insert_or_assign("channel", "counter");
    EXPECT_EQ(fees(p, answers).amount, 20'000);
    answers.insert_or_assign("channel", Unknown{});
    const FeeTotal open = fees(p, answers);
    EXPECT_EQ(open.amount, 0);
    EXPECT_FALSE(open.complete);
    EXPECT_EQ(line(p, open, "le-phi-tren-mang").applies, Applies::perhaps);
    EXPECT_EQ(line(p, open, "le-phi-tai-quay").applies, Applies::perhaps);
    answers = {{"person", "elderly"}, {"channel", "counter"}};
    EXPECT_EQ(fees(p, answers).amount, 0);
    EXPECT_EQ(line(p, fees(p, answers), "le-phi-tai-quay").exempted, std::optional<std::size_t>{0});
}

// The real fees name their channel in `when` too; the channel alone must do.
TEST(Money, AFeeOfAChannelNeedsNoRuleOfItsOwn) {
    auto json = nlohmann::json::parse(test::definition_bytes("dang-ky-thuong-tru"), nullptr, false);
    for (auto& fee : json["fees"]) fee.erase("when");
    Problems problems;
    const auto p = load_procedure(json.dump(), "changed.json", problems);
    ASSERT_TRUE(p) << problems.front().pointer << ": " << problems.front().reason;
    Answers answers{{"person", "adult"}, {"feeGroup", false}, {"channel", "online"}};
    EXPECT_EQ(fees(*p, answers).amount, 10'000);
    EXPECT_EQ(line(*p, fees(*p, answers), "le-phi-tai-quay").applies, Applies::no);
    answers.erase("channel");
    EXPECT_EQ(line(*p, fees(*p, answers), "le-phi-tai-quay").applies, Applies::perhaps);
    EXPECT_FALSE(fees(*p, answers).complete);
}

TEST(Money, CertifiedCopiesStopAtTheCeiling) {
    const Procedure& p = real("chung-thuc-ban-sao");
    const auto copies = [&](double pages, double count) {
        return fees(p, {{"needed", "certified"}, {"original", "good"}, {"issuer", "vietnam"}, {"copyForm", "paper"},
                        {"photocopied", true}, {"pages", pages}, {"copies", count}});
    };
    EXPECT_EQ(copies(1, 1).amount, 2'000);
    EXPECT_EQ(copies(2, 1).amount, 4'000);
    EXPECT_EQ(copies(3, 1).amount, 5'000);
    EXPECT_EQ(copies(3, 4).amount, 20'000);
    EXPECT_EQ(copies(198, 1).amount, 200'000);
    EXPECT_EQ(copies(2000, 2).amount, 400'000);
    EXPECT_TRUE(copies(2000, 2).complete);
}

TEST(Money, ATotalNeverHoldsMoreThanItsCertainLines) {
    const GuideInput input = on("2026-11-21");
    for (const std::string& id : test::procedure_ids()) {
        const Procedure& p = real(id);
        test::Dice dice{5};
        for (int round = 0; round < 80; ++round) {
            const FeeTotal total = make_guide(p, random_dossier(p, dice, input), input).fees;
            std::int64_t sum = 0;
            bool settled = true;
            for (const FeeLine& l : total.lines) {
                if (l.applies == Applies::yes) sum += l.amount.value_or(0);
                if (l.exempted) {
                    EXPECT_EQ(l.amount, 0) << id;
                }
                if (l.applies != Applies::no && (l.applies != Applies::yes || !l.amount || l.exemption_open)) settled = false;
            }
            EXPECT_EQ(total.amount, sum) << id;
            EXPECT_EQ(total.complete, settled) << id;
        }
    }
}

}  // namespace
}  // namespace danloi
