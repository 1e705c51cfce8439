// Compiling rules: names, symbols, places of faults, places of people.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/limits.hpp"
#include "core/rule.hpp"

namespace danloi {
namespace {

using nlohmann::json;

std::vector<std::string> names_of(const char* rule, bool* fixed = nullptr) {
    RuleBook book;
    Problems problems;
    const auto id = book.compile(json::parse(rule, nullptr, false), Place{"t.json"}, problems);
    EXPECT_TRUE(id.has_value()) << rule;
    std::vector<std::string> names;
    if (!id) return names;
    for (const NameId name : book.names_read(*id)) names.emplace_back(book.names().name(name));
    if (fixed != nullptr) *fixed = book.names_are_fixed(*id);
    return names;
}

Problem problem_of(const json& rule) {
    RuleBook book;
    Problems problems;
    EXPECT_FALSE(book.compile(rule, Place{"t.json"} / "facts" / 2, problems).has_value());
    EXPECT_EQ(problems.size(), 1U);
    EXPECT_EQ(book.size(), 0U);
    return problems.empty() ? Problem{} : problems[0];
}

using Texts = std::vector<std::string>;

TEST(RuleBook, ListsTheNamesARuleReads) {
    EXPECT_EQ(names_of(R"({"and":[{"==":[{"var":"b"},"x"]},{"var":"a.c"},{"var":["b",1]}]})"), (Texts{"b", "a"}));
    EXPECT_EQ(names_of(R"({"missing":["x","y.z"]})"), (Texts{"x", "y"}));
    EXPECT_EQ(names_of(R"({"missing_some":[1,["x","y"]]})"), (Texts{"x", "y"}));
    EXPECT_EQ(names_of(R"({"some":[{"var":"many"},{"==":[{"var":""},"x"]}]})"), Texts{"many"});
    EXPECT_EQ(names_of(R"({"map":[{"var":"many"},{"var":"inner"}]})"), Texts{"many"});
    EXPECT_TRUE(names_of("true").empty());
}

TEST(RuleBook, SaysWhenNamesAreComputed) {
    bool fixed = false;
    names_of(R"({"var":"a"})", &fixed);
    EXPECT_TRUE(fixed);
    EXPECT_EQ(names_of(R"({"var":[{"var":"which"}]})", &fixed), Texts{"which"});
    EXPECT_FALSE(fixed);
    names_of(R"({"missing":{"merge":["a"]}})", &fixed);
    EXPECT_FALSE(fixed);
}

TEST(RuleBook, NamesThePlaceOfAFault) {
    const Problem unknown = problem_of(json::parse(R"({"and":[true,{"or":[{"na/me":1}]}]})"));
    EXPECT_EQ(unknown.file, "t.json");
    EXPECT_EQ(unknown.pointer, "/facts/2/and/1/or/0/na~1me");
    EXPECT_NE(unknown.reason.find("unknown operator"), std::string::npos);
    EXPECT_NE(unknown.remedy.find("daysBetween"), std::string::npos);
    EXPECT_EQ(problem_of(json::parse(R"({"!":{"ageAt":[1]}})")).pointer, "/facts/2/!/0/ageAt");
}

TEST(RuleBook, LimitsDepthAndSize) {
    json deep = true;
    for (int i = 0; i < 40; ++i) deep = json{{"!", json::array({deep})}};
    EXPECT_NE(problem_of(deep).reason.find("deeper"), std::string::npos);
    json wide = json::array();
    for (std::size_t i = 0; i < limits::rule_steps; ++i) wide.push_back({{"var", "a"}});
    EXPECT_NE(problem_of({{"and", wide}}).reason.find("parts"), std::string::npos);
}

TEST(RuleBook, AFailedRuleLeavesTheOthersAlone) {
    RuleBook book;
    Problems problems;
    const auto good = book.compile(json::parse(R"({"==":[{"var":"a"},"x"]})"), Place{"t.json"}, problems);
    EXPECT_FALSE(book.compile(json::parse(R"({"and":[{"var":"b"},{"bad":1}]})"), Place{"t.json"}, problems).has_value());
    const auto later = book.compile(json::parse(R"({"!==":[{"var":"c"},"x"]})"), Place{"t.json"}, problems);
    ASSERT_TRUE(good && later);
    EXPECT_EQ(book.names_read(*later).size(), 1U);
    EXPECT_EQ(book.names().name(book.names_read(*later)[0]), "c");
    RuleBook moved = std::move(book);  // constants must survive a move: procedures are moved into catalogues
    std::vector<Slot> slots(moved.names().size());
    slots[*moved.names().find("a")] = {moved.symbol_for("x"), Slot::Known::known};
    slots[*moved.names().find("c")] = {Value::of(std::string_view{"x"}), Slot::Known::known};
    Arena arena;
    EXPECT_TRUE(decide(moved, *good, {.slots = slots, .today = {}}, arena).holds);
    EXPECT_FALSE(decide(moved, *later, {.slots = slots, .today = {}}, arena).holds);
}

TEST(RuleBook, SymbolsStandForTheirTexts) {
    RuleBook book;
    Problems problems;
    ASSERT_TRUE(book.compile(json::parse(R"({"in":[{"var":"a"},["x","y"]]})"), Place{"t.json"}, problems).has_value());
    EXPECT_NE(book.symbol_for("x").symbol, 0);
    EXPECT_NE(book.symbol_for("x").symbol, book.symbol_for("y").symbol);
    EXPECT_EQ(book.symbol_for("z").symbol, 0);
    EXPECT_EQ(book.symbol_for("z").text(), "z");
}

TEST(RuleBook, AsksTheTreeOfPlaces) {
    RuleBook book;
    Problems problems;
    const auto id = book.compile(json::parse(R"({"inPlace":[{"var":"unit"},"01"]})"), Place{"t.json"}, problems);
    ASSERT_TRUE(id.has_value());
    const UnitTree tree{.lies_in = [](const void*, std::string_view unit, std::string_view area) { return unit == "00004" && area == "01"; }};
    Arena arena;
    std::vector<Slot> slots{{Value::of(std::string_view{"00004"}), Slot::Known::known}};
    EXPECT_TRUE(decide(book, *id, {.slots = slots, .today = {}, .units = &tree}, arena).holds);
    slots[0].value = Value::of(std::string_view{"00005"});
    EXPECT_FALSE(decide(book, *id, {.slots = slots, .today = {}, .units = &tree}, arena).holds);
}

TEST(RuleBook, DecidesManyRulesAtOnce) {
    RuleBook book;
    Problems problems;
    std::vector<RuleId> rules;
    for (const char* rule : {R"({"==":[{"var":"a"},"x"]})", R"({"!=":[{"var":"a"},"x"]})", R"({"var":"b"})", R"({"map":[[1],{"var":""}]})"}) {
        rules.push_back(book.compile(json::parse(rule), Place{"t.json"}, problems).value_or(RuleId{}));
    }
    std::vector<Slot> slots(book.names().size());
    slots[*book.names().find("a")] = {book.symbol_for("x"), Slot::Known::known};
    slots[*book.names().find("b")].known = Slot::Known::open;
    Arena arena;
    std::vector<Verdict> verdicts(rules.size());
    decide_all(book, rules, {.slots = slots, .today = {}}, arena, verdicts);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const Verdict alone = decide(book, rules[i], {.slots = slots, .today = {}}, arena);
        EXPECT_EQ(verdicts[i].holds, alone.holds) << i;
        EXPECT_EQ(verdicts[i].certain, alone.certain) << i;
    }
    EXPECT_TRUE(verdicts[0].holds);
    EXPECT_FALSE(verdicts[1].holds);
    EXPECT_FALSE(verdicts[2].certain);
    EXPECT_TRUE(verdicts[3].holds);
}

TEST(RuleBook, UsesTheCalendar) {
    RuleBook book;
    Problems problems;
    const auto id = book.compile(json::parse(R"({"addWorkingDays":[{"today":[]},1]})"), Place{"t.json"}, problems);
    ASSERT_TRUE(id.has_value());
    Calendar calendar;
    const Date monday = parse_iso("2026-11-23").value_or(Date{});
    calendar.days_off.push_back({.id = "x", .from = monday, .to = monday, .name = {}, .decision = {}, .source = {}, .confidence = {}});
    Arena arena;
    const RuleInput input{.today = parse_iso("2026-11-20").value_or(Date{}), .calendar = &calendar};
    EXPECT_EQ(evaluate(book, *id, input, arena).value.text(), "2026-11-24");
}

TEST(Names, GiveNumbersInOrder) {
    Names names;
    EXPECT_EQ(names.intern("b"), NameId{0});
    EXPECT_EQ(names.intern("a"), NameId{1});
    EXPECT_EQ(names.intern("b"), NameId{0});
    EXPECT_EQ(names.find("a"), NameId{1});
    EXPECT_FALSE(names.find("c").has_value());
    EXPECT_EQ(names.name(1), "a");
}

TEST(Arena, KeepsWhatItHandsOutAndReusesItsMemory) {
    Arena arena;
    const auto small = arena.copy("abc");
    const auto large = arena.array<Value>(10'000);
    large[9'999] = Value::of(1);
    EXPECT_EQ(small, "abc");
    EXPECT_GE(arena.used(), 160'000U);
    arena.reset();
    EXPECT_EQ(arena.used(), 0U);
    EXPECT_NE(arena.take(0), arena.take(0));
}

}  // namespace
}  // namespace danloi
