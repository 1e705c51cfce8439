// The loader: a sound definition loads whole, and each kind of mistake is one Problem at its place.
#include "core/procedure_load.hpp"

#include "sample_definition.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace danloi {
namespace {

using nlohmann::json;
using test::at;
using test::sample_definition;
using test::sample_file;

Problems problems_of(const std::string& bytes) {
    Problems problems;
    const auto procedure = load_procedure(bytes, sample_file, problems);
    EXPECT_EQ(procedure != nullptr, problems.empty());
    return problems;
}

void expect_one_problem(const std::string& bytes, const std::string& pointer) {
    const Problems problems = problems_of(bytes);
    ASSERT_EQ(problems.size(), 1U) << (problems.empty() ? "no problem at all"
                                                        : problems[1].pointer + ": " + problems[1].reason);
    EXPECT_EQ(problems[0].file, sample_file);
    EXPECT_EQ(problems[0].pointer, pointer) << problems[0].reason;
    EXPECT_FALSE(problems[0].reason.empty());
    EXPECT_FALSE(problems[0].remedy.empty());
}

TEST(ProcedureLoad, ReadsEveryPartOfASoundDefinition) {
    Problems problems;
    const auto p = load_procedure(test::sample_bytes(), sample_file, problems);
    ASSERT_TRUE(p) << problems[0].pointer << ": " << problems[0].reason;
    EXPECT_EQ(p->id, "dang-ky-khai-sinh");
    EXPECT_EQ(p->title.vi, "Đăng ký khai sinh");
    EXPECT_FALSE(p->code_verified);
    EXPECT_EQ(to_iso(*p->laws[0].date), "2014-11-20");
    EXPECT_EQ(p->authority.coordinates[0].level, "province");
    EXPECT_EQ(to_iso(*p->channels[1].no_paper_since), "2025-10-01");
    EXPECT_EQ(p->questions[1].kind, QuestionKind::yes_no);
    EXPECT_EQ(p->questions[2].range.min, -36500.0);
    EXPECT_FALSE(p->questions[2].unknown_allowed);
    EXPECT_TRUE(p->questions[1].unknown_allowed);
    EXPECT_EQ(p->eligibility[0].outcome, Outcome::maybe);
    EXPECT_TRUE(p->groups[0].any);
    EXPECT_EQ(p->documents[1].age_limit_days, 180);
    EXPECT_EQ(p->documents[3].role, DocumentRole::present);
    EXPECT_TRUE(p->steps[1].by_office);
    EXPECT_EQ(p->steps[0].media[0].length_s, 60);
    EXPECT_EQ(p->time.cases[0].period->value, 5);
    EXPECT_EQ(p->time.same_day->before_minute, 15 * 60);
    EXPECT_EQ(p->fees[0].amount, 8000);
    EXPECT_TRUE(p->fees[1].formula);
    EXPECT_EQ(p->deadlines[0].period.unit, PeriodUnit::day);
    EXPECT_EQ(p->forms[0].boxes[0].from, "birthDate");
    EXPECT_EQ(p->proxy->allowed, "conditional");
    EXPECT_FALSE(p->upload->max_mb);
    EXPECT_EQ(p->related[0].relation, "after");
    EXPECT_EQ(p->plan.size(), p->questions.size() + p->facts.size());
}

TEST(ProcedureLoad, NamesAreQuestionsThenFactsInFileOrder) {
    Problems problems;
    const auto p = load_procedure(test::sample_bytes(), sample_file, problems);
    ASSERT_TRUE(p);
    for (std::size_t i = 0; i < p->questions.size(); ++i) EXPECT_EQ(p->questions[i].name, i);
    for (std::size_t i = 0; i < p->facts.size(); ++i) EXPECT_EQ(p->facts[i].id, p->questions.size() + i);
    EXPECT_EQ(p->rules.names().size(), p->questions.size() + p->facts.size());
}

TEST(ProcedureLoad, DeadlineUnitsAndAbsentPeriods) {
    json definition = sample_definition();
    at(definition, "/deadlines/0/unit") = "month";
    definition["time"]["cases"][1].erase("value");
    definition["time"]["cases"][1].erase("unit");
    Problems problems;
    const auto p = load_procedure(definition.dump(), sample_file, problems);
    ASSERT_TRUE(p);
    EXPECT_EQ(p->deadlines[0].period.unit, PeriodUnit::month);
    EXPECT_FALSE(p->time.cases[1].period);
}

TEST(ProcedureLoad, HashNamesTheBytes) {
    EXPECT_EQ(content_hash(""), "cbf29ce484222325");
    EXPECT_EQ(content_hash("a"), "af63dc4c8601ec8c");
    Problems problems;
    const std::string bytes = test::sample_bytes();
    EXPECT_EQ(load_procedure(bytes, sample_file, problems)->hash, content_hash(bytes));
}

TEST(ProcedureLoad, GoesOnAfterAFault) {
    json definition = sample_definition();
    at(definition, "/title/en").clear();
    at(definition, "/steps/0/actor") = "nobody";
    at(definition, "/fees/0/chanel") = "counter";
    const Problems problems = problems_of(definition.dump());
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].pointer, "/title/en");
    EXPECT_EQ(problems[1].pointer, "/steps/0/actor");
    EXPECT_EQ(problems[2].pointer, "/fees/0/chanel");
    EXPECT_NE(problems[2].remedy.find("channel"), std::string::npos) << "the remedy lists the known keys";
}

// Mistakes in the bytes, before there is any JSON.
TEST(ProcedureLoad, RefusesBytesThatAreNoSoundJson) {
    const std::string good = test::sample_bytes();
    const std::vector<std::pair<const char*, std::string>> spoilt{
        {"nothing", ""},
        {"cut", good.substr(0, good.size() / 2)},
        {"trailing bytes", good + "x"},
        {"duplicate key", "{\"format\":1," + good.substr(1)},
        {"invalid UTF-8", std::string{good}.replace(good.find("Luật"), 1, "\xC3")},
        {"byte order mark", "\xEF\xBB\xBF" + good},
        {"NUL", std::string{good}.replace(good.find("Hospital"), 8, "Hosp\\u0000")},
        {"depth 40", "{\"a\":" + std::string(40, '[') + std::string(40, ']') + "}"},
        {"too big", good + std::string(2 * 1024 * 1024, ' ')},
    };
    for (const auto& [name, bytes] : spoilt) {
        SCOPED_TRACE(name);
        const Problems problems = problems_of(bytes);
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems[0].file, sample_file);
        EXPECT_FALSE(problems[0].reason.empty());
        EXPECT_FALSE(problems[0].remedy.empty());
    }
}

struct Mistake {
    const char* name;
    std::function<void(json&)> plant;
    const char* pointer;
};

// Sets the value at a pointer.
std::function<void(json&)> set(const char* pointer, json value) {
    return [pointer, value = std::move(value)](json& definition) { at(definition, pointer) = value; };
}

std::function<void(json&)> drop(const char* object, const char* key) {
    return [object, key](json& definition) { at(definition, object).erase(key); };
}

json var(const char* name) { return {{"var", name}}; }

const json text_pair{{"vi", "a"}, {"en", "a"}};

const std::vector<Mistake>& mistakes() {
    static const std::vector<Mistake> list{
        {"format of the future", set("/format", 2), "/format"},
        {"format missing", drop("", "format"), ""},
        {"not an object", set("/authority", 7), "/authority"},
        {"unknown key at the top", set("/titel", "x"), "/titel"},
        {"unknown key deep inside", set("/time/cases/0/wehn", true), "/time/cases/0/wehn"},
        {"unknown key with a slash", set("/documents/0/a~1b", 1), "/documents/0/a~1b"},
        {"missing key", drop("/documents/1", "role"), "/documents/1"},
        {"missing list", drop("", "results"), ""},
        {"wrong type: number for text", set("/owner", 5), "/owner"},
        {"wrong type: text for list", set("/steps", "nop"), "/steps"},
        {"wrong type: text for number", set("/fees/0/amount", "8000"), "/fees/0/amount"},
        {"wrong type: fraction for whole number", set("/time/cases/0/value", 1.5), "/time/cases/0/value"},
        {"wrong type: text for flag", set("/questions/2/personal", "yes"), "/questions/2/personal"},
        {"wrong type: plain text for two languages", set("/steps/0/title", "Nộp"), "/steps/0/title"},
        {"wrong type: bare entry in a list", set("/sign/0", "tay"), "/sign/0"},
        {"unknown kind", set("/questions/0/kind", "chioce"), "/questions/0/kind"},
        {"unknown channel", set("/channels/1/id", "pigeon"), "/channels/1/id"},
        {"unknown audience", set("/audience/0", "everybody"), "/audience/0"},
        {"unknown unit", set("/time/extensions/0/unit", "week"), "/time/extensions/0/unit"},
        {"empty list where one entry is needed", set("/results", json::array()), "/results"},
        {"no source", set("/documents/2/basis", json::array()), "/documents/2/basis"},
        {"law that is not listed", set("/documents/1/basis/0/law", "luat-khac"), "/documents/1/basis/0/law"},
        {"articles without a law", set("/channels/0/basis/0/articles", "Điều 1"), "/channels/0/basis/0/articles"},
        {"group that is not there", set("/documents/1/group", "nhom-khac"), "/documents/1/group"},
        {"form that is not there", set("/documents/0/formRef", "TK9"), "/documents/0/formRef"},
        {"step needs a paper that is not there", set("/steps/0/needs/0", "giay-la"), "/steps/0/needs/0"},
        {"refusal names a paper that is not there", set("/refusals/0/documents/0", "giay-la"),
         "/refusals/0/documents/0"},
        {"fee of a channel that is not there", set("/fees/0/channel", "post"), "/fees/0/channel"},
        {"box filled from nowhere", set("/forms/0/boxes/0/from", "birthDay"), "/forms/0/boxes/0/from"},
        {"rule reads an unknown name", set("/documents/1/when/==/0/var", "birthplace"), "/documents/1/when"},
        {"unknown operator", set("/channels/1/when", {{"not", json::array({var("late")})}}), "/channels/1/when/not"},
        {"operator with too few arguments", set("/steps/0/when", {{"daysBetween", json::array({var("birthDate")})}}),
         "/steps/0/when/daysBetween"},
        {"fact reads itself", set("/facts/0/rule", {{"!", json::array({var("late")})}}), "/facts/0/rule"},
        {"fact reads a later fact", set("/facts/0/rule", {{"!", json::array({var("alone")})}}), "/facts/0/rule"},
        {"askIf reads its own question", set("/questions/1/askIf", {{"!", json::array({var("witness")})}}),
         "/questions/1/askIf"},
        {"askIf reads a later question through a fact", set("/questions/1/askIf", var("late")), "/questions/1/askIf"},
        {"two papers with one id", set("/documents/2/id", "to-khai"), "/documents/2/id"},
        {"two facts with one name", set("/facts/2", {{"name", "late"}, {"meaning", text_pair}, {"rule", true}}),
         "/facts/2/name"},
        {"fact named like a question", set("/facts/2", {{"name", "witness"}, {"meaning", text_pair}, {"rule", true}}),
         "/facts/2/name"},
        {"two questions with one id", [](json& d) { d["questions"].push_back(d["questions"][0]); }, "/questions/3/id"},
        {"two options with one value", set("/questions/0/options/1/value", "facility"), "/questions/0/options/1/value"},
        {"life event twice", set("/lifeEvents", json::array({"sinh-con", "sinh-con"})), "/lifeEvents/1"},
        {"id is no slug", set("/documents/3/id", "Can_cuoc"), "/documents/3/id"},
        {"slug with two hyphens", set("/steps/1/id", "tra--giay"), "/steps/1/id"},
        {"fact is not camelCase", set("/facts/2", {{"name", "not-camel"}, {"meaning", text_pair}, {"rule", true}}),
         "/facts/2/name"},
        {"text without English", drop("/summary", "en"), "/summary"},
        {"text without Vietnamese", drop("/questions/0/why", "vi"), "/questions/0/why"},
        {"empty text", set("/questions/0/help/vi", ""), "/questions/0/help/vi"},
        {"text is not NFC", set("/summary/vi", "e\xCC\x82"), "/summary/vi"},
        {"text with a tag", set("/summary/vi", "Xem <b>đây</b>"), "/summary/vi"},
        {"text with an invisible character",
         set("/summary/en",
             "a\xE2\x80\x8B"
             "b"),
         "/summary/en"},
        {"text that turns its direction",
         set("/summary/en",
             "a\xE2\x80\xAE"
             "b"),
         "/summary/en"},
        {"text with a line break", set("/summary/en", "a\nb"), "/summary/en"},
        {"text that ends with a blank", set("/aliases/vi/0", "khai sinh "), "/aliases/vi/0"},
        {"unknown language", set("/title/Tiếng", "x"), "/title/Tiếng"},
        {"address is not https", set("/laws/0/url", "http://vanban.chinhphu.vn"), "/laws/0/url"},
        {"address with a blank", set("/channels/1/url", "https://dichvucong.gov.vn/a b"), "/channels/1/url"},
        {"impossible day", set("/lastChecked", "2026-02-30"), "/lastChecked"},
        {"day written otherwise", set("/changeNotes/0/date", "15/01/2026"), "/changeNotes/0/date"},
        {"end before beginning", set("/effectiveTo", "2024-01-01"), "/effectiveTo"},
        {"number out of range", set("/documents/0/original", 1000), "/documents/0/original"},
        {"negative amount", set("/fees/0/amount", -1), "/fees/0/amount"},
        {"huge amount", set("/fees/0/amount", 18'446'744'073'709'551'615U), "/fees/0/amount"},
        {"amount and formula", set("/fees/1/amount", 0), "/fees/1/formula"},
        {"range upside down", set("/questions/2/range/min", 5), "/questions/2/range/max"},
        {"range of a yes/no question", set("/questions/1/range", {{"min", 0}}), "/questions/1/range"},
        {"options of a yes/no question", set("/questions/1/options", json::array()), "/questions/1/options"},
        {"value without unit", drop("/time/cases/0", "unit"), "/time/cases/0"},
        {"impossible time of day", set("/time/sameDay/before", "25:00"), "/time/sameDay/before"},
        {"version is no day", set("/version", "v2"), "/version"},
        {"code in a wrong form", set("/code", "1-001193"), "/code"},
        {"paper with a condition but no reason", drop("/documents/1", "because"), "/documents/1"},
        {"video without a length", drop("/steps/0/media/0", "lengthS"), "/steps/0/media/0"},
    };
    return list;
}

TEST(ProcedureLoad, EachMistakeIsOneProblemAtItsPlace) {
    for (const Mistake& mistake : mistakes()) {
        SCOPED_TRACE(mistake.name);
        json definition = sample_definition();
        mistake.plant(definition);
        expect_one_problem(definition.dump(), mistake.pointer);
    }
}

TEST(ProcedureLoad, RefusesMoreThanTheLimits) {
    json definition = sample_definition();
    json option = definition["questions"][0]["options"][0];
    for (int i = 0; i < 199; ++i) {
        option["value"] = "o" + std::to_string(i);
        definition["questions"][0]["options"].push_back(option);
    }
    expect_one_problem(definition.dump(), "/questions/0/options");

    definition = sample_definition();
    json step = definition["steps"][1];
    for (int i = 0; i < 4'999; ++i) {
        step["id"] = "buoc-" + std::to_string(i);
        definition["steps"].push_back(step);
    }
    expect_one_problem(definition.dump(), "/steps");
}

TEST(ProcedureLoad, AManyFactChainIsCheckedInNoTime) {
    json definition = sample_definition();
    for (int i = 0; i < 400; ++i) {
        const std::string last = i == 0 ? "late" : "f" + std::to_string(i - 1);
        definition["facts"].push_back(
            {{"name", "f" + std::to_string(i)},
             {"meaning", text_pair},
             {"rule", {{"or", json::array({var(last.c_str()), var("late"), var("alone")})}}}});
    }
    definition["questions"][1]["askIf"] = var("f399");
    expect_one_problem(definition.dump(), "/questions/1/askIf");
}

}  // namespace
}  // namespace danloi
