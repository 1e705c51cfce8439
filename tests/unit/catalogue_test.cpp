// The catalogue and the life events: read back as written, faults named and left out.
#include "core/catalogue.hpp"

#include "core/json_read.hpp"
#include "real_content.hpp"
#include "search_catalogue.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace danloi {
namespace {

nlohmann::json parsed(std::string_view text) {
    Problems problems;
    auto json = read_json(text, "test", problems);
    EXPECT_TRUE(json.has_value()) << text;
    return json ? *json : nlohmann::json();
}

std::string source_file(const std::string& path) {
    std::ifstream file(std::string(DANLOI_SOURCE_DIR) + "/" + path, std::ios::binary);
    EXPECT_TRUE(file.good()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Lets each entry name the life events that lead to it.
void name_life_events(Catalogue& catalogue) {
    for (CatalogueEntry& entry : catalogue.entries)
        for (const LifeEvent& event : catalogue.life_events)
            if (std::count(event.procedures.begin(), event.procedures.end(), entry.id) > 0) entry.life_events.push_back(event.id);
}

TEST(Catalogue, IsReadBackAsWritten) {
    Catalogue catalogue = six_procedures();
    Problems problems;
    catalogue.life_events = load_life_events(parsed(source_file("content/life-events.json")), "content/life-events.json", problems);
    ASSERT_TRUE(problems.empty()) << problems.front().reason;
    for (LifeEvent& event : catalogue.life_events)
        std::erase_if(event.procedures, [&](const std::string& id) { return catalogue.find(id) == nullptr; });
    std::erase_if(catalogue.life_events, [](const LifeEvent& event) { return event.procedures.empty(); });
    name_life_events(catalogue);
    catalogue.entries[0].title.others = {{"tay", "Đăng ký khai sinh (tày)"}};
    const std::string text = catalogue_json(catalogue);
    const Catalogue again = load_catalogue(parsed(text), "catalogue.json", problems);
    EXPECT_TRUE(problems.empty()) << problems.front().reason;
    EXPECT_EQ(catalogue_json(again), text);
    ASSERT_EQ(again.entries.size(), 6U);
    EXPECT_EQ(again.entries[0].title, catalogue.entries[0].title);
    EXPECT_EQ(again.entries[0].aliases_en, catalogue.entries[0].aliases_en);
    EXPECT_NE(again.find("dang-ky-tam-tru"), nullptr);
    EXPECT_EQ(again.find("khong-co"), nullptr);
}

TEST(Catalogue, LifeEventsAndTheRealProceduresNameEachOther) {
    Problems problems;
    const Catalogue catalogue = load_catalogue(parsed(test::catalogue_file()), "catalogue.json", problems);
    EXPECT_EQ(catalogue.entries.size(), test::procedure_ids().size());
    EXPECT_GE(catalogue.life_events.size(), 12U);
    for (const CatalogueEntry& entry : catalogue.entries) EXPECT_FALSE(entry.life_events.empty()) << entry.id;
    check_life_events(catalogue, "content/life-events.json", problems);
    EXPECT_TRUE(problems.empty()) << problems.front().reason;
}

TEST(Catalogue, OneSidedLifeEventsAreProblems) {
    Catalogue catalogue = six_procedures();
    catalogue.life_events = {{"a", {"A", "A"}, "child", {"dang-ky-khai-sinh", "khong-co"}}};
    catalogue.entries[1].life_events = {"a"};
    Problems problems;
    check_life_events(catalogue, "x.json", problems);
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_NE(problems[0].reason.find("dang-ky-khai-sinh"), std::string::npos);
    EXPECT_NE(problems[1].reason.find("khong-co"), std::string::npos);
    EXPECT_NE(problems[2].reason.find("dang-ky-ket-hon"), std::string::npos);
}

TEST(Catalogue, FaultyEntriesAreLeftOutAndTheOthersStay) {
    Problems problems;
    const Catalogue catalogue = load_catalogue(parsed(R"({"format":1,"entries":[
        {"id":"a","title":{"vi":"A","en":"A"},"file":"a.json"},
        {"id":"b","title":{"vi":"B"},"file":"b.json"},
        {"id":"a","title":{"vi":"A","en":"A"},"file":"a.json"},
        {"id":"c","title":{"vi":"C","en":"C"},"file":"c.json","colour":"red"},
        {"id":"d","title":{"vi":"D","en":"D"},"file":"d.json","lifeEvents":["no-such"]}]})"), "catalogue.json", problems);
    ASSERT_EQ(catalogue.entries.size(), 2U);
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_EQ(problems[0].pointer, "/entries/1/title");
    EXPECT_EQ(problems[1].pointer, "/entries/2/id");
    EXPECT_EQ(problems[2].pointer, "/entries/3/colour");
    EXPECT_NE(problems[3].reason.find("no-such"), std::string::npos);
    EXPECT_TRUE(load_catalogue(parsed("[]"), "catalogue.json", problems).entries.empty());
}

}  // namespace
}  // namespace danloi
