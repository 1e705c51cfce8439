// What a rule is sure of while some answers are still open, and which answers would settle it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/rule.hpp"

namespace danloi {
namespace {

using nlohmann::json;

/// A rule with answers: names given a value are known, names in `open` are asked but unanswered, others are absent.
class Case {
public:
    explicit Case(const char* rule) {
        Problems problems;
        id_ = book_.compile(json::parse(rule, nullptr, false), Place{"t.json"}, problems).value_or(RuleId{});
        EXPECT_TRUE(problems.empty()) << rule;
    }
    Case& known(const char* name, const char* value) { return set(name, Slot::Known::known, value); }
    Case& open(const char* name) { return set(name, Slot::Known::open, "null"); }

    RuleResult result() { return evaluate(book_, id_, input(), arena_); }
    Verdict verdict() { return decide(book_, id_, input(), arena_); }
    json value() { return value_to_json(result().value); }
    std::vector<std::string> hangs_on() {
        std::vector<std::string> names;
        for (const NameId id : open_names(book_, id_, input(), arena_)) names.emplace_back(book_.names().name(id));
        return names;
    }

private:
    Case& set(const char* name, Slot::Known known, const char* value) {
        const auto id = book_.names().intern(name);
        EXPECT_TRUE(id.has_value());
        slots_.resize(book_.names().size());
        slots_[id.value_or(0)] = {value_from_json(json::parse(value, nullptr, false), arena_), known};
        return *this;
    }
    RuleInput input() {
        slots_.resize(book_.names().size());
        return {.slots = slots_, .today = parse_iso("2026-11-21").value_or(Date{})};
    }

    RuleBook book_;
    RuleId id_;
    std::vector<Slot> slots_;
    Arena arena_;
};

using Texts = std::vector<std::string>;

void expect_certain(Case& one, const char* value) {
    EXPECT_TRUE(one.result().certain);
    EXPECT_EQ(one.value(), json::parse(value, nullptr, false));
    EXPECT_TRUE(one.hangs_on().empty());
}

void expect_open(Case& one, const char* value, const Texts& names) {
    EXPECT_FALSE(one.result().certain);
    EXPECT_FALSE(one.verdict().certain);
    EXPECT_EQ(one.value(), json::parse(value, nullptr, false));
    EXPECT_EQ(one.hangs_on(), names);
}

TEST(Certainty, AbsentIsNullAndCertain) {
    Case one{R"({"==":[{"var":"a"},"x"]})"};
    expect_certain(one, "false");
    Case with_default{R"({"var":["a",7]})"};
    expect_certain(with_default, "7");
}

TEST(Certainty, ComparingAnOpenAnswerIsOpen) {
    for (const char* rule : {R"({"==":[{"var":"a"},"x"]})", R"({"===":["x",{"var":"a"}]})", R"({">":[{"var":"a"},3]})",
                             R"({"in":[{"var":"a"},["x","y"]]})", R"({"!!":{"var":"a"}})"}) {
        Case one{rule};
        expect_open(one.open("a"), "false", {"a"});
    }
    Case sum{R"({"+":[{"var":"a"},1]})"};
    expect_open(sum.open("a"), "null", {"a"});
    Case not_equal{R"({"!=":[{"var":"a"},"x"]})"};
    expect_open(not_equal.open("a"), "true", {"a"});
    Case with_default{R"({"var":["a",7]})"};
    expect_open(with_default.open("a"), "7", {"a"});
}

TEST(Certainty, AndIsSettledByOneFalse) {
    const char* rule = R"({"and":[{"==":[{"var":"a"},"x"]},{"==":[{"var":"b"},"y"]}]})";
    Case settled{rule};
    expect_certain(settled.open("a").known("b", "\"n\""), "false");
    Case settled_first{rule};
    expect_certain(settled_first.open("b").known("a", "\"n\""), "false");
    Case hanging{rule};
    expect_open(hanging.open("a").known("b", "\"y\""), "false", {"a"});
    Case both{rule};
    expect_open(both.open("b").open("a"), "false", {"a", "b"});
}

TEST(Certainty, OrIsSettledByOneTrue) {
    const char* rule = R"({"or":[{"==":[{"var":"a"},"x"]},{"==":[{"var":"b"},"y"]}]})";
    Case settled{rule};
    expect_certain(settled.open("a").known("b", "\"y\""), "true");
    Case hanging{rule};
    expect_open(hanging.open("a").known("b", "\"n\""), "false", {"a"});
}

TEST(Certainty, AnOpenValueBeforeATruthLeavesOnlyTheTruthSure) {
    Case one{R"({"or":[{"var":"a"},"fallback"]})"};
    one.open("a");
    EXPECT_FALSE(one.result().certain);
    EXPECT_TRUE(one.result().truth_certain);
    EXPECT_TRUE(one.verdict().holds);
    EXPECT_TRUE(one.verdict().certain);
    EXPECT_EQ(one.value(), "fallback");
    Case branch{R"({"if":[{"or":[{"var":"a"},"fallback"]},1,2]})"};
    expect_certain(branch.open("a"), "1");
    Case compared{R"({"==":[{"or":[{"var":"a"},"fallback"]},"fallback"]})"};
    expect_open(compared.open("a"), "true", {"a"});
}

TEST(Certainty, IfIsSettledWhenItsBranchesAgree) {
    Case same{R"({"if":[{"var":"a"},5,{"==":[1,2]},6,5]})"};
    expect_certain(same.open("a"), "5");
    Case lists{R"({"if":[{"var":"a"},["x",1],["x",1]]})"};
    expect_certain(lists.open("a"), R"(["x",1])");
    Case different{R"({"if":[{"var":"a"},5,6]})"};
    different.open("a");
    EXPECT_FALSE(different.result().certain);
    EXPECT_TRUE(different.result().truth_certain);
    EXPECT_EQ(different.value(), 6);
    EXPECT_EQ(different.hangs_on(), Texts{"a"});
    Case unreached{R"({"if":[{"==":[{"var":"b"},"y"]},1,{"var":"a"},2,0]})"};
    expect_certain(unreached.open("a").known("b", "\"y\""), "1");
}

TEST(Certainty, OnlyBranchesStillPossibleAreNamed) {
    const char* rule = R"({"if":[{"var":"a"},{"var":"b"},{"var":"c"}]})";
    Case known{rule};
    expect_open(known.known("a", "true").open("b").open("c"), "null", {"b"});
    Case all{rule};
    expect_open(all.open("a").open("b").open("c"), "null", {"a", "b", "c"});
}

TEST(Certainty, Lists) {
    Case open_list{R"({"some":[{"var":"many"},{"==":[{"var":""},"x"]}]})"};
    expect_open(open_list.open("many"), "false", {"many"});
    Case known_list{R"({"some":[{"var":"many"},{"==":[{"var":""},"x"]}]})"};
    expect_certain(known_list.known("many", R"(["y","x"])"), "true");
    Case one_is_enough{R"({"some":[[{"var":"a"},{"var":"b"}],{"==":[{"var":""},"x"]}]})"};
    expect_certain(one_is_enough.open("a").known("b", "\"x\""), "true");
    Case one_may_be{R"({"all":[[{"var":"a"},{"var":"b"}],{"==":[{"var":""},"x"]}]})"};
    expect_open(one_may_be.open("a").known("b", "\"x\""), "false", {"a"});
    Case member{R"({"in":["x",[{"var":"a"},{"var":"b"}]]})"};
    expect_certain(member.open("a").known("b", "\"x\""), "true");
    Case total{R"({"reduce":[[1,{"var":"a"}],{"+":[{"var":"accumulator"},{"var":"current"}]},0]})"};
    expect_open(total.open("a"), "null", {"a"});
}

TEST(Certainty, Missing) {
    Case all_open{R"({"missing":["a","b"]})"};
    expect_open(all_open.open("a").known("b", "1"), R"(["a"])", {"a"});
    Case some_gone{R"({"missing":["a","b"]})"};
    some_gone.open("a");
    EXPECT_FALSE(some_gone.result().certain);
    EXPECT_TRUE(some_gone.verdict().certain);
    Case enough{R"({"missing_some":[1,["a","b"]]})"};
    expect_certain(enough.open("a").known("b", "1"), "[]");
    Case perhaps{R"({"missing_some":[1,["a","b"]]})"};
    expect_open(perhaps.open("a"), R"(["a","b"])", {"a"});
}

TEST(Certainty, DatesHangOnTheirDates) {
    Case late{R"({">":[{"daysBetween":[{"var":"birthDate"},{"today":[]}]},60]})"};
    expect_open(late.open("birthDate"), "false", {"birthDate"});
    Case known{R"({">":[{"daysBetween":[{"var":"birthDate"},{"today":[]}]},60]})"};
    expect_certain(known.known("birthDate", "\"2026-08-01\""), "true");
    Case place{R"({"inPlace":[{"var":"unit"},"01"]})"};
    expect_open(place.open("unit"), "false", {"unit"});
}

TEST(Certainty, ComputedNamesCount) {
    Case one{R"({"var":[{"if":[{"var":"a"},"x","y"]}]})"};
    expect_open(one.known("a", "true").open("x").known("y", "1"), "null", {"x"});
}

TEST(Certainty, AnOpenFactKeepsItsPlainValue) {
    RuleBook book;
    Problems problems;
    const auto id = book.compile(json::parse(R"({"==":[{"var":"fact"},"x"]})", nullptr, false), Place{"t.json"}, problems);
    ASSERT_TRUE(id.has_value());
    const std::vector<Slot> slots{{book.symbol_for("x"), Slot::Known::open}};
    Arena arena;
    const RuleResult result = evaluate(book, *id, {.slots = slots, .today = {}}, arena);
    EXPECT_FALSE(result.certain);
    EXPECT_TRUE(result.value.boolean);
}

/// Random rules over four yes/no questions: whatever is called certain must hold for every way of answering the open ones.
class RandomRule {
public:
    explicit RandomRule(unsigned seed) : state_(seed * 2654435761U + 1) {}
    json make(int depth) {
        if (depth == 0 || pick(6) == 0) return pick(3) == 0 ? json(pick(2) == 0) : json{{"var", std::string(1, "abcd"[pick(4)])}};
        switch (pick(7)) {
            case 0: return {{"and", {make(depth - 1), make(depth - 1), make(depth - 1)}}};
            case 1: return {{"or", {make(depth - 1), make(depth - 1)}}};
            case 2: return {{"!", json::array({make(depth - 1)})}};
            case 3: return {{"if", {make(depth - 1), make(depth - 1), make(depth - 1)}}};
            case 4: return {{"==", {make(depth - 1), make(depth - 1)}}};
            case 5: return {{"some", {{make(depth - 1), make(depth - 1)}, {{"var", ""}}}}};
            default: return {{"all", {{make(depth - 1), make(depth - 1)}, {{"!", json::array({{{"var", ""}}})}}}}};
        }
    }
    unsigned pick(unsigned count) {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 16U) % count;
    }

private:
    unsigned state_;
};

TEST(Certainty, NeverClaimsMoreThanEveryAnswerBears) {
    int certain_with_open = 0;
    for (unsigned seed = 0; seed < 4000; ++seed) {
        RandomRule random{seed};
        RuleBook book;
        Problems problems;
        const auto id = book.compile(random.make(4), Place{"t.json"}, problems);
        ASSERT_TRUE(id.has_value());
        const std::size_t names = book.names().size();
        const unsigned open_mask = random.pick(16);
        const unsigned answers = random.pick(16);
        Arena arena;
        const auto slots_for = [&](unsigned bits, unsigned open) {
            std::vector<Slot> slots(names);
            for (std::size_t i = 0; i < names; ++i) {
                const bool is_open = ((open >> i) & 1U) != 0;
                slots[i] = {is_open ? Value{} : Value::of(((bits >> i) & 1U) != 0), is_open ? Slot::Known::open : Slot::Known::known};
            }
            return slots;
        };
        const auto run = [&](unsigned bits, unsigned open) {
            const auto slots = slots_for(bits, open);
            return evaluate(book, *id, {.slots = slots, .today = {}}, arena);
        };
        const auto judge = [&](unsigned bits, unsigned open) {
            const auto slots = slots_for(bits, open);
            return decide(book, *id, {.slots = slots, .today = {}}, arena);
        };
        const RuleResult partial = run(answers, open_mask);
        const Verdict verdict = judge(answers, open_mask);
        ASSERT_EQ(verdict.certain, partial.truth_certain) << "seed " << seed;
        ASSERT_EQ(verdict.holds, truthy(partial.value)) << "seed " << seed;
        if (partial.truth_certain && open_mask != 0) ++certain_with_open;
        for (unsigned filled = 0; filled < 16; ++filled) {
            const RuleResult full = run((answers & ~open_mask) | (filled & open_mask), 0);
            ASSERT_TRUE(full.certain);
            ASSERT_TRUE(!partial.truth_certain || truthy(full.value) == truthy(partial.value)) << "seed " << seed;
            ASSERT_TRUE(!partial.certain || same_value(full.value, partial.value)) << "seed " << seed;
        }
    }
    EXPECT_GT(certain_with_open, 500);  // the promise must not be kept by never claiming anything
}

}  // namespace
}  // namespace danloi
