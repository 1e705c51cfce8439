// Screens: every sentence they use exists, documents say what they must, titles hold nothing typed.
#include "screen_walk.hpp"

#include <regex>

namespace danloi {
namespace {

using test::birth;
using test::block;
using test::dossier_of;
using test::Session;

struct Source {
    std::string name, text;
};

std::vector<Source> core_sources() {
    std::vector<Source> all;
    for (const auto& entry : std::filesystem::directory_iterator{std::string{DANLOI_SOURCE_DIR} + "/app/core"})
        if (entry.path().extension() == ".cpp") all.push_back({entry.path().filename().string(), test::source_file("app/core/" + entry.path().filename().string())});
    return all;
}

template <class Visit>
void for_matches(const std::string& pattern, Visit visit) {
    const std::regex one{pattern};
    for (const Source& source : core_sources())
        for (std::sregex_iterator at{source.text.begin(), source.text.end(), one}, end; at != end; ++at) visit(source.name, *at);
}

TEST(Sentences, EveryKeyInTheSourcesExists) {
    const nlohmann::json known = test::strings("vi");
    std::set<std::string> groups;
    for (const auto& [key, sentence] : known.items()) groups.insert(key.substr(0, key.find('.')));
    int found = 0;
    for_matches("\"([a-z]+)\\.([A-Za-z0-9_.]*[A-Za-z0-9_])\"", [&](const std::string& file, const std::smatch& match) {
        const std::string key = match[1].str() + "." + match[2].str();
        if (groups.count(match[1]) == 0 || match[2] == "json") return;
        EXPECT_TRUE(known.contains(key)) << file << ": " << key;
        ++found;
    });
    EXPECT_GT(found, 100);
    for_matches("say\\(\"([^\"]+)\"\\s*[,)]", [&](const std::string& file, const std::smatch& match) {
        EXPECT_TRUE(known.contains(match[1].str())) << file << ": " << match[1];
    });
}

TEST(Sentences, KeysMadeOfPartsExist) {
    const Wording& vi = test::wording("vi");
    for (int weekday = 0; weekday < 7; ++weekday) EXPECT_TRUE(vi.has("date.weekday." + std::to_string(weekday)));
    for (const char* theme : {"system", "light", "dark", "contrast"}) EXPECT_TRUE(vi.has("settings.theme." + std::string{theme}));
    for (const char* view : {"canvas", "plain"}) EXPECT_TRUE(vi.has("settings.view." + std::string{view}));
}

TEST(Sentences, ThoseSaidWithoutFillersHaveNoPlaceholder) {
    const nlohmann::json known = test::strings("en");
    for_matches("say\\(\"([^\"]+)\"\\)", [&](const std::string& file, const std::smatch& match) {
        const std::string sentence = known.value(match[1].str(), "");
        EXPECT_EQ(sentence.find('{'), std::string::npos) << file << ": " << match[1] << " needs fillers";
    });
}

Session checklist(const std::string& lang, test::Answers answers) {
    const FieldList fields = fields_of(dossier_of(birth(), std::move(answers)));
    Start start;
    start.dossiers = {{"d1", {fields.begin(), fields.end()}}};
    start.route = Route{Page::checklist, birth().id, {}, "d1"};
    return Session{lang, start};
}

TEST(Screens, TheTitleNeverHoldsWhatWasTyped) {
    for (const Page page : {Page::home, Page::procedure, Page::question, Page::checklist, Page::ready, Page::sheet, Page::share, Page::settings}) {
        Session session = checklist("vi", {{"birthDate", "Bí mật 8273"}, {"copies", "8273"}, {"birthPlace", "8273"}});
        session.act(Search{"Bí mật 8273"});
        session.act(Go{Route{page, birth().id, "birthDate", "d1"}});
        const auto title = session.screen()["title"].get<std::string>();
        EXPECT_FALSE(title.empty());
        EXPECT_EQ(title.find("8273"), std::string::npos) << title;
    }
}

TEST(Screens, APerhapsNamesTheQuestionThatSettlesIt) {
    Session session = checklist("en", {{"birthPlace", "facility"}, {"situation", Unknown{}}});
    const auto card = block(session.screen(), "paper-bien-ban-tre-bi-bo-roi");
    ASSERT_TRUE(card.is_object()) << "a paper that may be needed is shown";
    EXPECT_EQ(block(card, "paper-bien-ban-tre-bi-bo-roi-tags")["items"][0][0], test::wording("en").say("checklist.perhaps"));
    const auto settle = block(card, "paper-bien-ban-tre-bi-bo-roi-settle")["text"].get<std::string>();
    EXPECT_NE(settle.find(birth().questions[1].text.en), std::string::npos) << settle;
}

TEST(Screens, EveryPaperThatMayApplyHasItsCard) {
    for (const std::string& id : test::procedure_ids()) {
        const Procedure& p = test::real(id);
        test::Dice dice{41};
        for (int round = 0; round < 6; ++round) {
            const Dossier dossier = random_dossier(p, dice, test::on("2026-11-21"));
            const FieldList fields = fields_of(dossier);
            Start start;
            start.dossiers = {{"d1", {fields.begin(), fields.end()}}};
            start.route = Route{Page::checklist, id, {}, "d1"};
            const Session session{"vi", start};
            const auto ids = test::seen_on(session.screen()).ids;
            const Guide guide = make_guide(p, dossier, guide_input(session.state));
            for (const PaperLine& line : guide.papers) {
                const bool shown = std::find(ids.begin(), ids.end(), "paper-" + p.documents[line.document].id) != ids.end();
                EXPECT_EQ(shown, line.applies != Applies::no) << id << " " << p.documents[line.document].id;
            }
        }
    }
}

TEST(Screens, TheChosenOptionIsChecked) {
    Session session{"vi"};
    session.act(OpenProcedure{birth().id});
    session.act(Choose{"birthPlace", "home"});
    const auto screen = session.screen();
    const auto options = block(screen, "q-birthPlace")["options"];
    ASSERT_EQ(options.size(), birth().questions[0].options.size() + 1);
    for (const auto& option : options) EXPECT_EQ(option.value("checked", false), option["value"] == "home");
    EXPECT_EQ(options.back()["value"], "?") << "I don't know stands last";
}

TEST(Screens, OnlyPersonalFieldsAreMarkedSo) {
    Session session = checklist("vi", {{"birthPlace", "home"}});
    session.act(Go{Route{Page::question, birth().id, "birthDate", "d1"}});
    const auto field = block(session.screen(), "q-birthDate");
    EXPECT_TRUE(field.value("personal", false));
    EXPECT_FALSE(field.contains("autocomplete")) << "it is the child's, and the browser knows the parent's";
    EXPECT_TRUE(block(session.screen(), "permission").is_object());
    session.act(Go{Route{Page::question, birth().id, "copies", "d1"}});
    EXPECT_FALSE(block(session.screen(), "q-copies").value("personal", false));
    EXPECT_FALSE(block(session.screen(), "permission").is_object());
}

TEST(Screens, SharedPagesListNoPersonalAnswer) {
    Session session = checklist("vi", {{"birthPlace", "home"}, {"birthDate", "1/11/2026"}});
    EXPECT_NE(session.screen().dump().find("01/11/2026"), std::string::npos) << "mine to see on my checklist";
    session.act(Go{Route{Page::share, birth().id, {}, "d1"}});
    EXPECT_EQ(block(session.screen(), "inside-list").dump().find("01/11/2026"), std::string::npos);
    session.act(Go{Route{Page::sheet, birth().id, {}, "d1"}});
    EXPECT_EQ(block(session.screen(), "situation").dump().find("01/11/2026"), std::string::npos) << "a sheet is left lying about";
}

TEST(Screens, LanguagesShareTheirIds) {
    const auto ids = [](const std::string& lang) {
        return test::seen_on(checklist(lang, {{"birthPlace", "home"}, {"situation", "none"}}).screen()).ids;
    };
    EXPECT_EQ(ids("vi"), ids("en"));
}

}  // namespace
}  // namespace danloi
