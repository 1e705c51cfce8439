// Drawings beside papers, actors and ways to hand in: each exists, and says only what the words beside it do not.
#include "core/procedure.hpp"
#include "screen_walk.hpp"

#include <sstream>

namespace danloi {
namespace {

using nlohmann::json;
using test::block;
using test::Session;

std::vector<std::string> types() {
    std::vector<std::string> all;
    std::istringstream names{evidence_types};
    for (std::string name; std::getline(names, name, '|');) all.push_back(name);
    return all;
}

TEST(Pictures, EveryKindOfPaperHasADrawingAndANameButAnyPaper) {
    const json icons = test::source_json("shell/icons.json");
    for (const std::string& type : types()) {
        EXPECT_TRUE(icons.contains(type)) << type;
        for (const std::string lang : {"vi", "en"}) {
            EXPECT_EQ(test::strings(lang).contains("paper." + type), type != "paper") << type;
        }
    }
    for (const char* name : {"person", "office", "globe", "letter", "home", "vehicle"}) EXPECT_TRUE(icons.contains(name)) << name;
}

/// The pictures of a checklist by the paper's id.
std::map<std::string, json> pictures_on(const json& screen) {
    std::map<std::string, json> found;
    for (const json& one : screen["main"])
        if (one["t"] == "card" && one["id"].get<std::string>().rfind("doc-", 0) == 0) found[one["id"].get<std::string>().substr(4)] = one["children"][0]["picture"];
    return found;
}

TEST(Pictures, TheNameOfAKindIsSaidOnlyWhereThePapersNameDoesNotSayIt) {
    for (const std::string lang : {"vi", "en"}) {
        Session session{lang};
        session.act(OpenProcedure{"dang-ky-khai-sinh"});
        const auto pictures = pictures_on(session.screen());
        EXPECT_EQ(pictures.at("to-khai-dang-ky-khai-sinh"), json::array({"form", ""})) << lang;
        EXPECT_EQ(pictures.at("giay-sinh-nuoc-ngoai-cap")[0], "certificate");
        const std::string said = pictures.at("giay-sinh-nuoc-ngoai-cap")[1];
        EXPECT_EQ(said, test::wording(lang).say("paper.certificate").substr(0, said.size()));
        EXPECT_EQ(said.find(','), std::string::npos);
    }
}

TEST(Pictures, EveryPaperOfEveryProcedureHasOne) {
    const std::vector<std::string> all = types();
    for (const std::string& id : test::procedure_ids()) {
        Session session{"vi"};
        session.act(OpenProcedure{id});
        const auto pictures = pictures_on(session.screen());
        EXPECT_EQ(pictures.size(), session.state.procedure->documents.size()) << id;
        for (const auto& [paper, picture] : pictures) EXPECT_EQ(std::count(all.begin(), all.end(), picture[0]), 1) << id << ' ' << paper;
    }
}

TEST(Pictures, PapersOfDifferentKindsThatStandForEachOtherShowAnyPaper) {
    Session session{"vi"};
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    session.act(Choose{"birthPlace", "home"});
    session.act(Continue{});
    session.act(Go{Route{Page::ready, "dang-ky-khai-sinh", {}, session.state.dossier}});
    const json list = block(session.screen(), "missing-list");
    ASSERT_EQ(list["items"].size(), list["pictures"].size());
    for (std::size_t i = 0; i < list["items"].size(); ++i) EXPECT_FALSE(list["pictures"][i][0].get<std::string>().empty()) << list["items"][i];
}

TEST(Pictures, ActorsAndWaysToHandInHaveThem) {
    Session session{"vi"};
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    EXPECT_EQ(block(session.screen(), "how-mine")["picture"], json::array({"person", ""}));
    EXPECT_EQ(block(session.screen(), "how-office")["picture"], json::array({"office", ""}));
    const json where = block(session.screen(), "where-list");
    ASSERT_EQ(where["rows"].size(), where["pictures"].size());
    for (const json& picture : where["pictures"]) EXPECT_FALSE(picture[0].get<std::string>().empty());
}

}  // namespace
}  // namespace danloi
