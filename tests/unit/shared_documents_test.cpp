// The library of papers: strict reading, and how a definition takes from it.
#include "core/shared_documents.hpp"

#include "core/procedure_load.hpp"
#include "real_content.hpp"
#include "sample_definition.hpp"

#include <algorithm>

namespace danloi {
namespace {

using nlohmann::json;
using test::sample_definition;
using test::sample_file;

constexpr const char* library_file = "content/documents.json";

json paper(const char* id, const char* name) { return {{"id", id}, {"name", {{"vi", name}, {"en", "A paper"}}}}; }

json library_json() {
    json card = paper("can-cuoc", "Thẻ căn cước");
    card["issuedBy"] = {{"vi", "Công an"}, {"en", "Police"}};
    card["ageLimitDays"] = 30;
    return {{"format", 1}, {"documents", {paper("to-khai", "Tờ khai"), card}}};
}

SharedDocuments library(const json& written = library_json()) {
    Problems problems;
    auto read = load_shared_documents(written, library_file, problems);
    EXPECT_TRUE(problems.empty()) << problems[0].pointer << ": " << problems[0].reason;
    return read;
}

/// The sample with its last document taking everything from the library.
json borrowing() {
    json definition = sample_definition();
    definition["documents"][3].erase("name");
    return definition;
}

Expanded expanded(const json& definition) { return expand_shared(definition.dump(), sample_file, library()); }

TEST(SharedDocuments, WhatIsLeftOutComesFromTheLibrary) {
    const Expanded out = expanded(borrowing());
    ASSERT_EQ(out.borrowed.size(), 1U);
    EXPECT_EQ(out.borrowed[0].document, 3U);
    EXPECT_EQ(out.borrowed[0].entry, 1U);
    EXPECT_TRUE(out.problems.empty());
    Problems problems;
    const auto procedure = load_procedure(out.bytes, sample_file, problems);
    ASSERT_TRUE(procedure);
    const Document& document = procedure->documents[3];
    EXPECT_EQ(document.shared, "can-cuoc") << "the app can see that two procedures ask for the same paper";
    EXPECT_EQ(document.name.vi, "Thẻ căn cước");
    EXPECT_EQ(document.issued_by->en, "Police");
    EXPECT_EQ(document.age_limit_days, 30);
}

TEST(SharedDocuments, TheDefinitionsOwnWordsWin) {
    json definition = borrowing();
    definition["documents"][3]["issuedBy"] = {{"vi", "Nơi khác"}, {"en", "Elsewhere"}};
    const json out = json::parse(expanded(definition).bytes);
    EXPECT_EQ(out["documents"][3]["issuedBy"]["en"], "Elsewhere");
    EXPECT_EQ(out["documents"][3]["name"]["vi"], "Thẻ căn cước");
}

TEST(SharedDocuments, WithoutSharedPapersTheBytesStayAsTheyAre) {
    json definition = sample_definition();
    definition["documents"][3].erase("shared");
    const std::string bytes = definition.dump(3);
    EXPECT_EQ(expand_shared(bytes, sample_file, library()).bytes, bytes);
    EXPECT_EQ(expand_shared("{ no json", sample_file, library()).bytes, "{ no json");
}

TEST(SharedDocuments, AnUnknownIdIsNamedAndTheRestIsStillRead) {
    json definition = borrowing();
    definition["documents"][3]["shared"] = "khong-co";
    const Expanded out = expanded(definition);
    EXPECT_FALSE(out.sound);
    ASSERT_EQ(out.problems.size(), 1U);
    EXPECT_EQ(out.problems[0].file, sample_file);
    EXPECT_EQ(out.problems[0].pointer, "/documents/3/shared");
    Problems problems;
    EXPECT_TRUE(load_procedure(out.bytes, sample_file, problems)) << "no fault follows from it";
}

TEST(SharedDocuments, AKeyThatSaysTheSameIsNamed) {
    json definition = borrowing();
    definition["documents"][3]["ageLimitDays"] = 30;
    const Expanded out = expanded(definition);
    EXPECT_TRUE(out.sound);
    ASSERT_EQ(out.problems.size(), 1U);
    EXPECT_EQ(out.problems[0].pointer, "/documents/3/ageLimitDays");
}

TEST(SharedDocuments, AFaultOfTheLibraryIsNamedThereOnce) {
    const Expanded out = expanded(borrowing());
    const Problem in_definition{sample_file, "/documents/3/issuedBy/vi", "bad", "mend"};
    const Problem own{sample_file, "/documents/3/role", "bad", "mend"};
    Problems problems{{library_file, "/documents/1/issuedBy/vi", "bad", "mend"}, in_definition, own};
    point_to_library(out, sample_file, 1, problems);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].file, library_file);
    EXPECT_EQ(problems[1], own);
}

struct Fault {
    const char* name;
    void (*plant)(json&);
    const char* pointer;
};

TEST(SharedDocuments, EachFaultOfTheFileIsNamedAtItsPlace) {
    const std::vector<Fault> faults{
        {"unknown key", [](json& l) { l["documents"][0]["role"] = "submit"; }, "/documents/0/role"},
        {"no English", [](json& l) { l["documents"][0]["name"].erase("en"); }, "/documents/0/name"},
        {"twice", [](json& l) { l["documents"][0]["id"] = "can-cuoc"; }, "/documents/1/id"},
        {"no id", [](json& l) { l["documents"][0].erase("id"); }, "/documents/0"},
        {"format", [](json& l) { l["format"] = 2; }, "/format"},
        {"no list", [](json& l) { l.erase("documents"); }, ""},
        {"no object", [](json& l) { l["documents"][0] = 7; }, "/documents/0"},
    };
    for (const Fault& fault : faults) {
        SCOPED_TRACE(fault.name);
        json written = library_json();
        fault.plant(written);
        Problems problems;
        load_shared_documents(written, library_file, problems);
        ASSERT_FALSE(problems.empty());
        EXPECT_EQ(problems[0].file, library_file);
        EXPECT_EQ(problems[0].pointer, fault.pointer);
    }
}

TEST(SharedDocuments, APaperThatNobodyUsesIsNamed) {
    Problems problems;
    check_shared_use(library(), expanded(borrowing()).borrowed, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].pointer, "/documents/0");
}

TEST(SharedDocuments, TheRealLibraryIsSoundAndEveryPaperOfItIsUsed) {
    std::vector<Borrowed> borrowed;
    for (const std::string& id : test::procedure_ids()) {
        const std::string file = "procedures/" + id + ".json";
        const Expanded one = expand_shared(test::source_file(file), file, test::shared_documents());
        for (const Problem& problem : one.problems) ADD_FAILURE() << file << " " << problem.pointer << ": " << problem.reason;
        borrowed.insert(borrowed.end(), one.borrowed.begin(), one.borrowed.end());
    }
    Problems problems;
    check_shared_use(test::shared_documents(), borrowed, problems);
    for (const Problem& problem : problems) ADD_FAILURE() << problem.pointer << ": " << problem.reason;
}

}  // namespace
}  // namespace danloi
