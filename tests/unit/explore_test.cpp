// The walk over all answers: counted by hand on small questionnaires.
#include "core/explore.hpp"

#include "core/explore_answers.hpp"
#include "core/procedure_check.hpp"
#include "sample_definition.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace danloi {
namespace {

using nlohmann::json;
using test::at;
using test::sample_definition;

json var(const std::string& name) { return {{"var", name}}; }
json call(const char* op, json arguments) { return {{op, std::move(arguments)}}; }
const json text{{"vi", "một"}, {"en", "one"}};

Procedure loaded(const json& definition) {
    Problems problems;
    auto procedure = load_for_check(definition.dump(), "sample.json", problems);
    EXPECT_TRUE(procedure) << problems[0].pointer << ": " << problems[0].reason;
    return procedure ? std::move(*procedure) : Procedure{};
}

GuideInput today(const char* day = "2026-11-21") {
    GuideInput input;
    input.today = *parse_iso(day);
    return input;
}

Exploration explored(const json& definition, const ExploreLimits& limits = {}) {
    const GuideInput input = today();
    return explore(loaded(definition), input, limits);
}

bool is_reached(const Exploration& walk, const std::string& pointer) {
    const auto found = std::find_if(walk.items.begin(), walk.items.end(),
                                    [&](const Item& item) { return pointer_of(item) == pointer; });
    EXPECT_NE(found, walk.items.end()) << pointer;
    return found != walk.items.end() && found->reached;
}

// Yes/no questions q0, q1... added at the end; the last paper needs all of them to be yes.
json with_yes_no_questions(int count) {
    json definition = sample_definition();
    json all = json::array();
    for (int i = 0; i < count; ++i) {
        const std::string id = "q" + std::to_string(i);
        definition["questions"].push_back({{"id", id}, {"kind", "yesNo"}, {"text", text}, {"why", text}});
        all.push_back(var(id));
    }
    at(definition, "/documents/3/when") = call("and", all);
    at(definition, "/documents/3/because") = text;
    return definition;
}

// facility | home x (witness, none, unknown) | unknown, where the witness is not asked for; each with a birth date on time
// or late. "I don't know" the place: 2; facility: 2; home: 3 * 2.
TEST(Explore, CountsTheSampleAsByHand) {
    json definition = sample_definition();
    const Exploration walk = explored(definition);
    EXPECT_TRUE(walk.all_paths);
    EXPECT_EQ(walk.longest, 3U);
    EXPECT_TRUE(walk.dead_ends.empty());
    EXPECT_EQ(walk.reached(ItemKind::document), 4U);
    EXPECT_EQ(walk.total(ItemKind::document), 4U);
    EXPECT_EQ(walk.reached(ItemKind::question), 3U);
    const Procedure procedure = loaded(definition);
    const RuleStudy study{procedure};
    const std::size_t dates = standing_answers(study, 2, *parse_iso("2026-11-21")).size();
    EXPECT_EQ(walk.paths, (1 + 1 + 3) * dates);
}

TEST(Explore, DatesAreTakenOnBothSidesOfEachThreshold) {
    const Procedure procedure = loaded(sample_definition());
    const RuleStudy study{procedure};
    const auto answers = standing_answers(study, 2, *parse_iso("2026-11-21"));
    std::vector<std::string> days;
    for (const Answer& answer : answers) days.push_back(written(answer));
    const auto late = [](const std::string& day) {
        return days_between(*parse_iso(day), *parse_iso("2026-11-21")) > 60;
    };
    EXPECT_TRUE(std::any_of(days.begin(), days.end(), late));
    EXPECT_FALSE(std::all_of(days.begin(), days.end(), late));
    for (const std::string& day : days) EXPECT_LE(day, "2026-11-21") << "the question's range ends today";
}

TEST(Explore, DaysThatRulesMayTellApartAreAllTaken) {
    json definition = sample_definition();
    // A rule over two answers: days can no longer be judged by this one alone.
    at(definition, "/facts/1/rule") = call(
        "and",
        json::array(
            {call("==", json::array({var("birthPlace"), "home"})), call("!", json::array({var("witness")})),
             call(">", json::array(
                           {call("daysBetween", json::array({var("birthDate"), call("today", json::array())})), 9}))}));
    const Procedure procedure = loaded(definition);
    const RuleStudy study{procedure};
    std::vector<std::string> days;
    for (const Answer& answer : standing_answers(study, 2, *parse_iso("2026-11-21"))) days.push_back(written(answer));
    for (const char* day : {"2026-09-21", "2026-09-22", "2026-09-23", "2026-11-11", "2026-11-12", "2026-11-13"})
        EXPECT_NE(std::find(days.begin(), days.end(), day), days.end()) << day;
}

TEST(Explore, AgesAreTakenInYears) {
    json definition = sample_definition();
    at(definition, "/facts/0/rule") =
        call("<", json::array({call("ageAt", json::array({var("birthDate"), call("today", json::array())})), 14}));
    const Procedure procedure = loaded(definition);
    const RuleStudy study{procedure};
    std::vector<std::string> days;
    for (const Answer& answer : standing_answers(study, 2, *parse_iso("2026-11-21"))) days.push_back(written(answer));
    ASSERT_EQ(days.size(), 2U) << "14 and over, under 14";
    EXPECT_EQ(days[0], "2012-11-20");
    EXPECT_EQ(days[1], "2012-11-22");
}

TEST(Explore, NumbersAreTakenAroundEachThreshold) {
    json definition = sample_definition();
    definition["questions"].push_back({{"id", "pages"},
                                       {"kind", "number"},
                                       {"text", text},
                                       {"why", text},
                                       {"unknownAllowed", false},
                                       {"range", {{"min", 1}, {"max", 100}}}});
    at(definition, "/fees/1/formula") =
        call("if", json::array({call(">", json::array({var("pages"), 2})), 1000, 2000}));
    const Procedure procedure = loaded(definition);
    const RuleStudy study{procedure};
    const auto answers = standing_answers(study, 3, *parse_iso("2026-11-21"));
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(written(answers[0]), "1");
    EXPECT_EQ(written(answers[1]), "3");
}

TEST(Explore, ManyTakesNoneEachAndAll) {
    json definition = sample_definition();
    at(definition, "/questions/0/kind") = "many";
    at(definition, "/questions/1/askIf") = call("in", json::array({"home", var("birthPlace")}));
    definition["tests"] = json::array();
    const Procedure procedure = loaded(definition);
    const RuleStudy study{procedure};
    const auto answers = standing_answers(study, 0, *parse_iso("2026-11-21"));
    ASSERT_EQ(answers.size(), 5U);
    EXPECT_EQ(written(answers[0]), "[]");
    EXPECT_EQ(written(answers[3]), "[facility, home]");
    EXPECT_EQ(written(answers[4]), "null");
}

TEST(Explore, AnAnswerNoRuleReadsDoesNotMultiplyPaths) {
    json definition = sample_definition();
    const std::size_t before = explored(definition).paths;
    definition["questions"].push_back({{"id", "mood"}, {"kind", "yesNo"}, {"text", text}, {"why", text}});
    EXPECT_EQ(explored(definition).paths, before);
}

TEST(Explore, FindsWhatIsNeverReached) {
    json definition = sample_definition();
    at(definition, "/documents/2/when") =
        call("and", json::array({call("==", json::array({var("birthPlace"), "facility"})), var("witness")}));
    const Exploration walk = explored(definition);
    EXPECT_FALSE(is_reached(walk, "/documents/2"));
    EXPECT_TRUE(is_reached(walk, "/documents/1"));
    EXPECT_EQ(walk.reached(ItemKind::document), 3U);
}

TEST(Explore, NamesTheAnswersThatLeadIntoADeadEnd) {
    json definition = sample_definition();
    at(definition, "/time/cases/1/when") = call("==", json::array({var("birthPlace"), "facility"}));
    const Exploration walk = explored(definition);
    ASSERT_EQ(walk.dead_ends.size(), 1U);
    EXPECT_EQ(walk.dead_ends[0].reason, "no processing time applies");
    EXPECT_NE(walk.dead_ends[0].answers.find("birthPlace: home, witness: true"), std::string::npos)
        << walk.dead_ends[0].answers;
}

TEST(Explore, ARangeOfOneNumberStillHasAnAnswer) {
    json definition = sample_definition();
    definition["questions"].push_back({{"id", "pages"},
                                       {"kind", "number"},
                                       {"text", text},
                                       {"why", text},
                                       {"unknownAllowed", false},
                                       {"range", {{"min", 0}, {"max", 0}}}});
    at(definition, "/fees/1/formula") = var("pages");
    EXPECT_EQ(explored(definition).longest, 4U);
}

TEST(Explore, ManyPathsAreCoveredInPairs) {
    const json definition = with_yes_no_questions(14);
    const Exploration walk = explored(definition);
    EXPECT_FALSE(walk.all_paths);
    EXPECT_LT(walk.paths, 60'000U);
    EXPECT_EQ(walk.longest, 17U);
    EXPECT_TRUE(is_reached(walk, "/documents/3")) << "fourteen answers together, far beyond pairs";
}

TEST(Explore, TheSameSeedGivesTheSameWalk) {
    const json definition = with_yes_no_questions(12);
    const ExploreLimits limits{.most_paths = 300, .seed = 7};
    const Exploration first = explored(definition, limits);
    const Exploration second = explored(definition, limits);
    EXPECT_FALSE(first.all_paths);
    EXPECT_EQ(first.paths, second.paths);
    EXPECT_EQ(first.checklists, second.checklists);
    for (std::size_t i = 0; i < first.items.size(); ++i) EXPECT_EQ(first.items[i].reached, second.items[i].reached);
}

// Some pairs of answers have a paper of their own: all must be found with far fewer paths than there are.
TEST(Explore, EveryPairOfAnswersOccurs) {
    json definition = with_yes_no_questions(10);
    for (const auto& [a, b] : {std::pair{"q0", "q9"}, std::pair{"q3", "q4"}})
        for (const bool first : {true, false})
            for (const bool second : {true, false}) {
                json paper = definition["documents"][3];
                paper["id"] = std::string{a} + '-' + (first ? "1" : "0") + '-' + b + '-' + (second ? "1" : "0");
                paper["when"] = call("and", json::array({call("==", json::array({var(a), first})),
                                                         call("==", json::array({var(b), second}))}));
                definition["documents"].push_back(paper);
            }
    const Exploration walk = explored(definition, {.most_paths = 1'500});
    EXPECT_FALSE(walk.all_paths);
    EXPECT_EQ(walk.reached(ItemKind::document), walk.total(ItemKind::document));
}

TEST(Explore, PointersNameThePlace) {
    EXPECT_EQ(pointer_of({ItemKind::time_case, 2, 0, {}, false}), "/time/cases/2");
    EXPECT_EQ(pointer_of({ItemKind::exemption, 1, 3, {}, false}), "/fees/1/exemptions/3");
    EXPECT_EQ(pointer_of({ItemKind::question, 0, 0, {}, false}), "/questions/0");
}

}  // namespace
}  // namespace danloi
