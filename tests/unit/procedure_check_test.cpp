// The proofs: each one finds its planted fault, at its place, and a sound definition has none.
#include "core/procedure_check.hpp"

#include "real_content.hpp"
#include "sample_definition.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>

namespace danloi {
namespace {

using nlohmann::json;
using test::at;
using test::sample_definition;
using test::sample_file;

const std::vector<std::string> known_procedures{"dang-ky-thuong-tru", "xac-minh", "xin-giay"};

struct Checked {
    CheckReport report;
    Problems problems;
};

Checked check(const json& definition, const char* today = "2026-11-21", const ExploreLimits& limits = {}) {
    Checked result;
    const auto procedure = load_for_check(definition.dump(), sample_file, result.problems);
    EXPECT_TRUE(procedure) << result.problems[0].pointer << ": " << result.problems[0].reason;
    if (!procedure) return result;
    CheckInput input;
    input.today = *parse_iso(today);
    input.procedures = known_procedures;
    input.limits = limits;
    result.report = check_procedure(*procedure, sample_file, input, result.problems, result.problems.size());
    return result;
}

std::string listed(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += problem.pointer + ": " + problem.reason + '\n';
    return text;
}

void expect_problem_at(const Problems& problems, const std::string& pointer, const std::string& reason_part = "") {
    const auto fits = [&](const Problem& problem) {
        return problem.pointer == pointer && problem.file == sample_file && !problem.remedy.empty() &&
               problem.reason.find(reason_part) != std::string::npos;
    };
    EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), fits)) << "nothing at " << pointer << " in\n"
                                                                     << listed(problems);
}

TEST(ProcedureCheck, ASoundDefinitionHasNoProblem) {
    const Checked checked = check(sample_definition());
    EXPECT_TRUE(checked.problems.empty()) << listed(checked.problems);
    EXPECT_EQ(
        coverage_line(checked.report),
        "dang-ky-khai-sinh: 3 questions, 10 paths, 4/4 documents, 2/2 steps, 5/5 stories, 8/8 components, 0 problems");
}

TEST(ProcedureCheck, TheLineCountsProblemsAndNamesPairs) {
    json definition = sample_definition();
    at(definition, "/reviewBy") = "2026-11-21";
    const Checked checked = check(definition, "2026-11-22", {.most_paths = 4});
    EXPECT_EQ(checked.report.problems, checked.problems.size());
    EXPECT_NE(coverage_line(checked.report).find(" paths (pairs)"), std::string::npos);
    EXPECT_NE(coverage_line(checked.report).find(", 1 problems"), std::string::npos) << listed(checked.problems);
}

struct Fault {
    const char* name;
    std::function<void(json&)> plant;
    const char* pointer;
    const char* reason_part;
};

std::function<void(json&)> set(const char* pointer, json value) {
    return [pointer, value = std::move(value)](json& definition) { at(definition, pointer) = value; };
}

std::function<void(json&)> drop(const char* object, const char* key) {
    return [object, key](json& definition) { at(definition, object).erase(key); };
}

json var(const char* name) { return {{"var", name}}; }
json call(const char* op, json arguments) { return {{op, std::move(arguments)}}; }

const json text{{"vi", "một"}, {"en", "one"}};

const std::vector<Fault>& faults() {
    static const std::vector<Fault> list{
        // legal components and counts
        {"no step of the citizen", set("/steps/0/actor", "office"), "/steps", "trình tự"},
        {"no final result", set("/results/0/final", false), "/results", "kết quả"},
        {"paper without a count", drop("/documents/0", "original"), "/documents/0", "how many"},
        // days
        {"checked in the future", set("/lastChecked", "2026-11-22"), "/lastChecked", "future"},
        {"review overdue", [](json& d) { d["lastChecked"] = d["reviewBy"] = "2026-11-20"; }, "/reviewBy", "overdue"},
        {"out of force", set("/effectiveTo", "2026-11-20"), "/effectiveTo", "out of force"},
        {"change in the future", set("/changeNotes/0/date", "2026-12-01"), "/changeNotes/0/date", "future"},
        // links
        {"related to nothing", set("/related/0/procedure", "khong-co"), "/related/0/procedure", "khong-co"},
        {"instead nothing", set("/eligibility/0/insteadProcedure", "khong-co"), "/eligibility/0/insteadProcedure", "khong-co"},
        {"paper from nothing", set("/documents/1/howToGetProcedure", "khong-co"), "/documents/1/howToGetProcedure", "khong-co"},
        // texts
        {"long sentence", [](json& d) {
             std::string words = "Một";
             for (int i = 0; i < 30; ++i) words += " hai";
             d["steps"][0]["how"]["vi"] = words;
         }, "/steps/0/how/vi", "31 words"},
        {"not translated", set("/steps/0/how/en", "Đến quầy."), "/steps/0/how/en", "again"},
        // personal
        {"birth date not personal", set("/questions/2/personal", false), "/questions/2", "personal"},
        {"name not personal", [](json& d) {
             d["questions"].push_back({{"id", "childName"}, {"kind", "text"}, {"text", text}, {"why", text}});
             d["forms"][0]["boxes"][0]["from"] = "childName";
         }, "/questions/3", "personal"},
        {"rule reads a personal answer", set("/channels/1/when", call("==", json::array({var("birthDate"), "2026-01-01"}))), "/channels/1/when", "itself"},
        {"fact hands on a personal number", [](json& d) {
             d["facts"].push_back({{"name", "age"}, {"meaning", text}, {"rule", call("ageAt", json::array({var("birthDate"), call("today", json::array())}))}});
             d["channels"][1]["when"] = call("<", json::array({var("age"), 6}));
         }, "/channels/1/when", "hands on"},
        // kinds of values
        {"misspelt option", set("/documents/1/when/==/1", "facilty"), "/documents/1/when/==/1", "facilty"},
        {"misspelt option in a list", set("/documents/1/when", call("in", json::array({var("birthPlace"), json::array({"facility", "hom"})}))), "/documents/1/when/in/1/1", "hom"},
        {"in over a single answer", set("/documents/1/when", call("in", json::array({"facility", var("birthPlace")}))), "/documents/1/when/in/1", "one answer"},
        {"yes compared with a text", set("/steps/0/when", call("==", json::array({var("witness"), "yes"}))), "/steps/0/when/==/1", "yes or no"},
        {"day compared with a number", set("/facts/0/rule", call(">", json::array({var("birthDate"), 60}))), "/facts/0/rule/>", "number with a day"},
        {"choice put in order", set("/steps/0/when", call("<", json::array({var("birthPlace"), 3}))), "/steps/0/when/</0", "order"},
        {"days between a choice and today", set("/facts/0/rule/>/0/daysBetween/0", var("birthPlace")), "/facts/0/rule/>/0/daysBetween/0", "a day is needed"},
        {"answer as a condition", set("/documents/1/when", var("birthPlace")), "/documents/1/when", "instead of yes or no"},
        {"answer as a condition inside", set("/documents/1/when", call("and", json::array({var("birthPlace"), call("!", json::array({var("witness")}))}))), "/documents/1/when/and/0", "stands alone"},
        {"place of a choice", set("/documents/1/when", call("inPlace", json::array({var("birthPlace"), "01"}))), "/documents/1/when/inPlace/0", "place"},
        {"formula gives yes or no", set("/fees/1/formula", call("==", json::array({1, 2}))), "/fees/1/formula", "a number is needed"},
        {"deadline from a number", set("/deadlines/0/from", call("+", json::array({1, 2}))), "/deadlines/0/from", "a day is needed"},
        // use
        {"question in vain", [](json& d) {
             d["questions"].push_back({{"id", "mood"}, {"kind", "yesNo"}, {"text", text}, {"why", text}});
         }, "/questions/3", "changes nothing"},
        {"fact in vain", [](json& d) {
             d["facts"].push_back({{"name", "unused"}, {"meaning", text}, {"rule", call("==", json::array({var("birthPlace"), "home"}))}});
         }, "/facts/2", "nothing reads"},
        // paths
        {"paper never needed", set("/documents/3", json{{"id", "can-cuoc"}, {"name", text}, {"role", "present"}, {"because", text}, {"basis", json::array({{{"confidence", "high"}}})},
             {"when", call("and", json::array({call("==", json::array({var("birthPlace"), "home"})), call("==", json::array({var("birthPlace"), "facility"}))}))}}), "/documents/3", "no answers"},
        {"step never reached", set("/steps/1/when", call("==", json::array({1, 2}))), "/steps/1", "no answers"},
        {"question never asked", set("/questions/1/askIf", call("==", json::array({1, 2}))), "/questions/1", "no answers"},
        {"time case behind one that always holds", [](json& d) { d["time"]["cases"][0].erase("when"); }, "/time/cases/1", "earlier case"},
        {"exemption never used", set("/fees/0/exemptions/0/when", call("!", json::array({var("late")}))), "/fees/0/exemptions/0", "no answers"},
        {"group of one", drop("/documents/2", "group"), "/groups/0", "fewer than two"},
        {"all of a group never together", set("/groups/0/need", "all"), "/groups/0", "satisfy"},
        {"dead end: no time", set("/time/cases/1/when", var("alone")), "", "no processing time"},
        {"dead end: no way to hand in", set("/channels/0/when", call("!", json::array({var("late")}))), "", "no way to hand in"},
        {"no, and nothing instead", [](json& d) {
             d["eligibility"][0]["outcome"] = "no";
             d["eligibility"][0].erase("instead");
             d["eligibility"][0].erase("insteadProcedure");
         }, "/eligibility/0", "instead"},
        // stories
        {"too few stories", [](json& d) { d["tests"].erase(0); }, "/tests", "only 4"},
        {"story expects another paper", set("/tests/0/expect/documents", json::array({"to-khai", "van-ban-lam-chung"})), "/tests/0/expect/documents",
         "missing: van-ban-lam-chung; too many: giay-chung-sinh, can-cuoc"},
        {"story expects no perhaps", drop("/tests/3/expect", "perhaps"), "/tests/3/expect/perhaps", "expected nothing, got van-ban-lam-chung"},
        {"story expects another fee", set("/tests/0/expect/fees", 8000), "/tests/0/expect/fees", "expected 8000 VND, got 0 VND"},
        {"story expects an unknown fee", set("/tests/0/expect/fees", nullptr), "/tests/0/expect/fees", "not known"},
        {"story expects another time", set("/tests/0/expect/days", {{"value", 3}, {"unit", "day"}}), "/tests/0/expect/days", "expected 3 day, got 0 workingDay"},
        {"story expects another outcome", set("/tests/0/expect/outcome", "no"), "/tests/0/expect/outcome", "expected no, got ok"},
        {"story answers what is not asked", set("/tests/0/answers/witness", true), "/tests/0/answers/witness", "would not be asked"},
    };
    return list;
}

TEST(ProcedureCheck, EachFaultIsFoundAtItsPlace) {
    for (const Fault& fault : faults()) {
        SCOPED_TRACE(fault.name);
        json definition = sample_definition();
        fault.plant(definition);
        expect_problem_at(check(definition).problems, fault.pointer, fault.reason_part);
    }
}

TEST(ProcedureCheck, FaultyStoriesKeepADefinitionFromLoading) {
    const std::vector<Fault> list{
        {"unknown question", set("/tests/0/answers/birthPlac", "home"), "/tests/0/answers", "birthPlac"},
        {"no such option", set("/tests/0/answers/birthPlace", "moon"), "/tests/0/answers", "birthPlace"},
        {"yes as a text", set("/tests/1/answers/witness", "yes"), "/tests/1/answers", "witness"},
        {"no day", set("/tests/0/answers/birthDate", "soon"), "/tests/0/answers", "birthDate"},
        {"unknown paper", set("/tests/0/expect/documents/0", "giay-la"), "/tests/0/expect/documents", "giay-la"},
        {"unknown key", set("/tests/0/expect/fee", 0), "/tests/0/expect/fee", "not known"},
        {"no name", drop("/tests/0", "name"), "/tests/0", "name"},
    };
    for (const Fault& fault : list) {
        SCOPED_TRACE(fault.name);
        json definition = sample_definition();
        fault.plant(definition);
        Problems problems;
        EXPECT_FALSE(load_for_check(definition.dump(), sample_file, problems));
        ASSERT_EQ(problems.size(), 1U) << listed(problems);
        expect_problem_at(problems, fault.pointer, fault.reason_part);
    }
}

TEST(ProcedureCheck, NumbersInSentencesEndNothing) {
    json definition = sample_definition();
    std::string words = "Phí 8.000 đồng";
    for (int i = 0; i < 20; ++i) words += " hai";
    at(definition, "/steps/0/how/vi") = words + ". " + words;
    EXPECT_TRUE(check(definition).problems.empty());
    at(definition, "/steps/0/how/vi") = words + ' ' + words;
    expect_problem_at(check(definition).problems, "/steps/0/how/vi", "46 words");
}

// What a library's schema says of a paper is what a definition's schema says of it, and what is left to the definition.
TEST(ProcedureSchema, TheLibrarySharesKeysWithDefinitions) {
    const json definition = test::source_json("procedures/schema/procedure.schema.json")["$defs"]["document"]["properties"];
    const json library = test::source_json("procedures/schema/documents.schema.json")["$defs"]["paper"]["properties"];
    json paper{{"id", "giay"}};
    const json sample = sample_definition()["documents"][1];
    for (const auto& [key, value] : library.items()) {
        EXPECT_TRUE(definition.contains(key)) << key;
        if (key != "id") paper[key] = sample[key];
    }
    Problems problems;
    const auto read = load_shared_documents({{"format", 1}, {"documents", {paper}}}, "documents.json", problems);
    EXPECT_TRUE(problems.empty()) << listed(problems);
    ASSERT_EQ(read.entries.size(), 1U);
    EXPECT_EQ(read.entries[0].keys.size() + 1, library.size()) << "the loader shares every key of the schema";
}

// Walks a value along its schema and notes each key the schema knows for it. A key the schema does not know is a failure.
void follow(const json& schema, const json& root, const json& value, std::set<const json*>& used) {
    if (schema.contains("$ref"))
        return follow(root[json::json_pointer(schema["$ref"].get<std::string>().substr(1))], root, value, used);
    if (value.is_array() && schema.contains("items"))
        for (const json& item : value) follow(schema["items"], root, item, used);
    if (schema.contains("anyOf"))
        for (const json& branch : schema["anyOf"]) follow(branch, root, value, used);
    if (!value.is_object() || !schema.contains("properties")) return;
    for (auto entry = value.begin(); entry != value.end(); ++entry) {
        const json& known = schema["properties"];
        ASSERT_TRUE(known.contains(entry.key())) << "the schema does not know the key " << entry.key();
        used.insert(&known[entry.key()]);
        follow(known[entry.key()], root, entry.value(), used);
    }
}

// The sample uses every key the loader knows, so schema and loader agree when schema and sample do.
TEST(ProcedureSchema, KnowsTheKeysTheLoaderKnows) {
    std::ifstream stream(DANLOI_SOURCE_DIR "/procedures/schema/procedure.schema.json");
    const json schema = json::parse(stream, nullptr, false);
    ASSERT_FALSE(schema.is_discarded());
    std::set<const json*> used;
    follow(schema, schema, sample_definition(), used);
    const auto expect_used = [&](const json& object, const std::string& name) {
        for (auto entry = object["properties"].begin(); entry != object["properties"].end(); ++entry) {
            EXPECT_TRUE(used.count(&*entry)) << name << '/' << entry.key() << " is never used in the sample";
            EXPECT_TRUE(entry->contains("description")) << name << '/' << entry.key();
        }
        EXPECT_EQ(object["additionalProperties"], json(false)) << name;
    };
    expect_used(schema, "definition");
    for (auto part = schema["$defs"].begin(); part != schema["$defs"].end(); ++part)
        if (part->contains("properties") && part.key() != "call") expect_used(*part, part.key());
}

// The definitions that ship: they load, and their stories agree.
TEST(ProcedureCheck, EveryRealProcedureLoadsAndItsStoriesAgree) {
    for (const std::string& id : test::procedure_ids()) {
        SCOPED_TRACE(id);
        Problems problems;
        const auto procedure = load_for_check(test::definition_bytes(id), id + ".json", problems);
        ASSERT_TRUE(procedure) << listed(problems);
        EXPECT_EQ(procedure->id, id);
        EXPECT_EQ(run_stories(*procedure, procedure->id, nullptr, nullptr, problems), procedure->stories.size());
        EXPECT_TRUE(problems.empty()) << listed(problems);
    }
    EXPECT_GE(test::procedure_ids().size(), 6U);
}

}  // namespace
}  // namespace danloi
