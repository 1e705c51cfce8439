// Processing time, due dates and the citizen's own deadlines of the real procedures.
#include "real_content.hpp"

namespace danloi {
namespace {

using test::Answers;
using test::birth;
using test::dossier_of;
using test::on;
using test::real;

Answers ordinary_birth() {
    return {{"birthPlace", "facility"}, {"situation", "none"}, {"birthPaper", "note"},      {"parentsMarried", true},
            {"parentForeign", "none"},  {"filer", "parent"},   {"birthDate", "2026-11-01"}, {"copies", 0.0}};
}

TimeLine time_of(const Procedure& p, const Answers& answers, std::string_view received = "2026-11-23T09:00") {
    return make_guide(p, dossier_of(p, answers), on("2026-11-21", received)).time;
}

std::string due_of(const Procedure& p, const Answers& answers, std::string_view received = "2026-11-23T09:00") {
    const TimeLine line = time_of(p, answers, received);
    return line.due ? to_iso(line.due->day) : "none";
}

TEST(Time, SameDayBeforeTheCutOff) {
    EXPECT_TRUE(time_of(birth(), ordinary_birth()).same_day);
    EXPECT_EQ(due_of(birth(), ordinary_birth(), "2026-11-23T14:59"), "2026-11-23");
    EXPECT_EQ(due_of(birth(), ordinary_birth(), "2026-11-23T15:30"), "2026-11-24");
    EXPECT_EQ(due_of(birth(), ordinary_birth(), "2026-11-21T09:00"), "2026-11-23") << "Saturday counts as Monday";
    EXPECT_EQ(due_of(birth(), ordinary_birth(), {}), "2026-11-23") << "today, a Saturday, is taken when nothing is said";
}

TEST(Time, TheFirstCaseThatHoldsDecides) {
    Answers answers = ordinary_birth();
    answers.insert_or_assign("parentsMarried", false);
    answers.insert_or_assign("recordFather", "both");
    EXPECT_EQ(due_of(birth(), answers), "2026-11-26") << "3 working days";
    EXPECT_EQ(time_of(birth(), answers).extensions.size(), 1U);
    EXPECT_FALSE(time_of(birth(), answers).same_day);
    answers.insert_or_assign("parentForeign", "one");
    EXPECT_EQ(due_of(birth(), answers), "2026-12-08") << "15 days";
    EXPECT_TRUE(time_of(birth(), answers).extensions.empty());
}

TEST(Time, EachProcedureHasItsOwn) {
    EXPECT_EQ(due_of(real("dang-ky-thuong-tru"), {{"person", "adult"}}), "2026-12-02") << "7 working days";
    EXPECT_EQ(due_of(real("dang-ky-tam-tru"), {{"case", "new"}}), "2026-11-26") << "3 working days";
    EXPECT_EQ(due_of(real("dang-ky-ket-hon"), {{"couple", "domestic"}}), "2026-11-23");
    EXPECT_EQ(due_of(real("dang-ky-ket-hon"), {{"couple", "foreigner"}}), "2026-12-10") << "13 working days";
}

TEST(Time, AnOpenQuestionMakesTheTimeUncertain) {
    Answers answers = ordinary_birth();
    answers.insert_or_assign("parentsMarried", Unknown{});
    const TimeLine line = time_of(birth(), answers);
    EXPECT_FALSE(line.certain);
    EXPECT_TRUE(line.time_case);
    EXPECT_TRUE(time_of(birth(), ordinary_birth()).certain);
}

TEST(Time, WithoutACalendarThereIsNoDueDate) {
    GuideInput input = on("2026-11-21");
    input.calendar = nullptr;
    const Guide guide = make_guide(birth(), dossier_of(birth(), ordinary_birth()), input);
    EXPECT_FALSE(guide.time.due);
    EXPECT_TRUE(guide.time.time_case);
    EXPECT_EQ(guide.deadlines.at(0).date, parse_iso("2026-12-31")) << "calendar days need no calendar";
}

TEST(Time, DueDatesAreWorkingDaysNotBeforeReceipt) {
    for (const std::string& id : test::procedure_ids()) {
        const Procedure& p = real(id);
        test::Dice dice{9};
        for (int round = 0; round < 60; ++round) {
            GuideInput input = on("2026-11-21");
            input.received = DateTime{add_days(input.today, static_cast<std::int64_t>(dice.below(300))), static_cast<int>(dice.below(1440))};
            const Guide guide = make_guide(p, random_dossier(p, dice, input), input);
            if (!guide.time.due) continue;
            EXPECT_GE(guide.time.due->day, input.received->day) << id;
            EXPECT_TRUE(test::calendar().is_working_day(guide.time.due->day)) << id << " " << to_iso(guide.time.due->day);
        }
    }
}

TEST(Deadline, SixtyDaysAfterBirth) {
    const Dossier dossier = dossier_of(birth(), ordinary_birth());
    const auto at = [&](std::string_view today) { return make_guide(birth(), dossier, on(today)).deadlines.at(0); };
    EXPECT_EQ(at("2026-11-21").date, parse_iso("2026-12-31"));
    EXPECT_FALSE(at("2026-12-31").passed) << "the last day still counts";
    EXPECT_TRUE(at("2027-01-01").passed);
}

TEST(Deadline, UnknownDateStillShowsThatThereIsOne) {
    Answers answers = ordinary_birth();
    answers.insert_or_assign("birthDate", Unknown{});
    const Guide guide = make_guide(birth(), dossier_of(birth(), answers), on("2026-11-21"));
    ASSERT_EQ(guide.deadlines.size(), 1U);
    EXPECT_FALSE(guide.deadlines[0].date);
    EXPECT_FALSE(guide.deadlines[0].passed);
    answers.insert_or_assign("situation", "hasPapers");
    EXPECT_TRUE(make_guide(birth(), dossier_of(birth(), answers), on("2026-11-21")).deadlines.empty());
}

TEST(Deadline, MonthsAndDaysBefore) {
    const Procedure& permanent = real("dang-ky-thuong-tru");
    const auto moved = make_guide(permanent, dossier_of(permanent, {{"person", "adult"}, {"movedIn", "30/11/2025"}}), on("2026-11-21"));
    ASSERT_EQ(moved.deadlines.size(), 1U);
    EXPECT_EQ(moved.deadlines[0].date, parse_iso("2026-11-30"));
    const Procedure& temporary = real("dang-ky-tam-tru");
    const Dossier extended = dossier_of(temporary, {{"case", "extend"}, {"endDate", "2026-12-31"}});
    EXPECT_EQ(make_guide(temporary, extended, on("2026-11-21")).deadlines.at(0).date, parse_iso("2026-12-16"));
    EXPECT_TRUE(make_guide(temporary, extended, on("2026-12-17")).deadlines.at(0).passed);
}

}  // namespace
}  // namespace danloi
