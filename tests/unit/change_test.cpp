// Law that changed after a dossier was begun: nothing that was answered vanishes, and the person sees what is different.
#include "core/carry_over.hpp"
#include "screen_walk.hpp"

#include <functional>

namespace danloi {
namespace {

using nlohmann::json;
using test::birth;
using test::block;
using test::day;
using test::Dice;
using test::dossier_of;
using test::random_answer;
using test::Session;

const std::string birth_id = "dang-ky-khai-sinh";

// ---- taking answers over, for every kind of change ----

std::unique_ptr<Procedure> fresh_copy() {
    Problems problems;
    return load_procedure(test::definition_bytes(birth_id), birth_id + ".json", problems);
}

Question& question(Procedure& procedure, const std::string& id) {
    return *std::find_if(procedure.questions.begin(), procedure.questions.end(), [&](const Question& q) { return q.id == id; });
}

using Edit = std::function<void(Procedure&, std::size_t)>;

struct Kind {
    const char* name;
    Edit edit;   // of the question at this place
    bool stays;  // whether every answer to it must stay an answer
};

void drop_option(Question& q, std::size_t at) {
    if (q.options.size() > 1) q.options.erase(q.options.begin() + static_cast<std::ptrdiff_t>(at % q.options.size()));
}

std::vector<Kind> kinds() {
    return {
        {"nothing", [](Procedure&, std::size_t) {}, true},
        {"question added", [](Procedure& p, std::size_t at) {
             p.questions.emplace_back();
             p.questions.back().id = "new-" + std::to_string(at);
         }, true},
        {"question removed", [](Procedure& p, std::size_t at) { p.questions.erase(p.questions.begin() + static_cast<std::ptrdiff_t>(at)); }, false},
        {"question moved", [](Procedure& p, std::size_t at) { std::rotate(p.questions.begin(), p.questions.begin() + static_cast<std::ptrdiff_t>(at), p.questions.end()); }, true},
        {"question retyped", [](Procedure& p, std::size_t at) {
             Question& q = p.questions[at];
             q.kind = q.kind == QuestionKind::date ? QuestionKind::yes_no : QuestionKind::date;
         }, false},
        {"question in other words", [](Procedure& p, std::size_t at) { p.questions[at].text = {"Hỏi cách khác", "Asked otherwise"}; }, true},
        {"condition changed", [](Procedure& p, std::size_t at) { p.questions[at].ask_if.reset(); }, true},
        {"option added", [](Procedure& p, std::size_t at) { p.questions[at].options.push_back({"new-option", {"Mới", "New"}, {}}); }, true},
        {"option removed", [](Procedure& p, std::size_t at) { drop_option(p.questions[at], at); }, false},
        {"question must be known", [](Procedure& p, std::size_t at) { p.questions[at].unknown_allowed = false; }, false},
        {"steps split, fee changed", [](Procedure& p, std::size_t) {
             if (!p.steps.empty()) p.steps.push_back(p.steps.front());
             p.fees.clear();
         }, true},
    };
}

TEST(Change, NoAnswerVanishesWhateverChangesAndWhereverThePersonIs) {
    const Procedure& from = birth();
    const Wording wording;
    Dice dice{7};
    for (const Kind& kind : kinds()) {
        std::vector<std::unique_ptr<Procedure>> versions;
        for (std::size_t at = 0; at < from.questions.size(); ++at) kind.edit(*versions.emplace_back(fresh_copy()), at);
        for (std::size_t step = 0; step <= from.questions.size(); ++step) {
            for (const auto& to : versions) {
                Dossier dossier = dossier_of(from, {});
                for (std::size_t i = 0; i < step; ++i) dossier.answers.insert_or_assign(from.questions[i].id, random_answer(from.questions[i], dice, day("2026-11-21")));
                const Dossier carried = carried_over(dossier, from, *to, wording, "vi");
                EXPECT_EQ(carried.hash, to->hash);
                for (const auto& [id, answer] : dossier.answers) {
                    const auto kept = carried.answers.find(id);
                    const bool retired = carried.retired.count(id) != 0;
                    ASSERT_NE(kept != carried.answers.end(), retired) << kind.name << ": " << id << " is kept or noted, one of the two";
                    if (retired) {
                        ASSERT_FALSE(kind.stays) << kind.name << ": " << id;
                        ASSERT_FALSE(carried.retired.at(id).empty());
                    } else {
                        ASSERT_EQ(kept->second, answer) << kind.name << ": never answered anew";
                    }
                }
            }
        }
    }
}

TEST(Change, AnAnswerWhoseOptionIsGoneIsNotedInWords) {
    const auto to = fresh_copy();
    auto& options = question(*to, "birthPlace").options;
    options.erase(std::remove_if(options.begin(), options.end(), [](const Option& o) { return o.value == "home"; }), options.end());
    const Dossier before = dossier_of(birth(), {{"birthPlace", std::string{"home"}}});
    const Dossier carried = carried_over(before, birth(), *to, Wording{}, "vi");
    EXPECT_EQ(carried.answers.count("birthPlace"), 0U);
    ASSERT_EQ(carried.retired.count("birthPlace"), 1U);
    EXPECT_NE(carried.retired.at("birthPlace").find(birth().questions.front().text.vi), std::string::npos);
    const FieldList fields = fields_of(carried);
    const auto again = dossier_from_fields(carried.id, {fields.begin(), fields.end()});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->retired, carried.retired) << "and comes back from the device";
}

// ---- the whole way, with an older definition of birth registration on the device ----

json basis() { return json::array({{{"confidence", "high"}}}); }
json text(const char* vi, const char* en) { return {{"vi", vi}, {"en", en}}; }

// Today's definition as it may have been before: one question more, one option more, one paper more, another fee.
std::string older_bytes() {
    json old = json::parse(test::definition_bytes(birth_id));
    old["version"] = "2026-01-01";
    old["questions"].push_back({{"id", "oldThing"}, {"kind", "yesNo"}, {"text", text("Có sổ cũ không?", "Is there an old book?")}, {"why", text("Để biết giấy nào.", "To know which paper.")}});
    old["documents"].push_back({{"id", "old-paper"}, {"name", text("Sổ hộ khẩu giấy", "Household book")}, {"role", "present"}, {"basis", basis()},
                                {"when", {{"==", json::array({{{"var", "oldThing"}}, true})}}}, {"because", text("vì có sổ cũ", "because of the old book")}});
    old["fees"].push_back({{"id", "old-fee"}, {"label", text("Lệ phí cũ", "Old fee")}, {"amount", 5000}, {"basis", basis()}});
    return old.dump();
}

struct Begun {
    Session session;
    std::string dossier;
};

// A dossier that was begun with the older definition, on a device that holds that definition.
Begun begun_before(Dossier dossier) {
    Problems problems;
    const std::string bytes = older_bytes();
    const auto old = load_procedure(bytes, birth_id + ".json", problems);
    for (const Problem& problem : problems) ADD_FAILURE() << problem.pointer << ": " << problem.reason;
    dossier.hash = old->hash;
    dossier.version = old->version;
    dossier.created = "2026-01-05";
    const FieldList fields = fields_of(dossier);
    Start start;
    start.dossiers = {{dossier.id, {fields.begin(), fields.end()}}};
    Begun begun{Session{"vi", std::move(start)}, dossier.id};
    begun.session.kept[old->hash] = bytes;
    return begun;
}

Dossier at_home() {
    Dossier dossier = dossier_of(birth(), {{"birthPlace", std::string{"home"}}, {"oldThing", true}});
    dossier.id = "begun-before";
    return dossier;
}

// To another screen of the same dossier.
void go_on(Session& session) { session.act(Go{Route{Page::checklist, birth_id, {}, session.state.dossier}, true}); }

std::string all_text(const json& screen) {
    std::string all;
    for (const std::string& text : test::seen_on(screen).texts) all += text + "\n";
    return all;
}

TEST(Change, IsShownAndNothingIsForced) {
    auto [session, id] = begun_before(at_home());
    session.act(Resume{id});
    EXPECT_EQ(session.state.procedure->version, "2026-01-01") << "opened with the definition it was begun with";
    EXPECT_TRUE(block(session.screen(), "law").is_null()) << "it has come after the screen, and must not push it down";
    go_on(session);
    ASSERT_TRUE(block(session.screen(), "law").is_object());
    const std::string before = session.stored();
    ASSERT_TRUE(session.press("see-change"));
    const json screen = session.screen();
    EXPECT_EQ(screen["id"], "change/" + birth_id);
    const std::string text = all_text(screen);
    EXPECT_NE(text.find("Sổ hộ khẩu giấy"), std::string::npos) << "a paper that is no longer needed";
    EXPECT_NE(text.find("Có sổ cũ không?"), std::string::npos) << "an answer that is no longer asked for";
    EXPECT_NE(text.find("5.000"), std::string::npos) << "the fee as it was";
    EXPECT_EQ(session.stored(), before) << "looking changes nothing";
    EXPECT_TRUE(block(screen, "keep").is_object());
}

TEST(Change, IsTakenOverOnRequestAndCanBeUndone) {
    auto [session, id] = begun_before(at_home());
    session.act(Resume{id});
    go_on(session);
    ASSERT_TRUE(session.press("see-change"));
    ASSERT_TRUE(session.press("renew"));
    EXPECT_EQ(session.open().hash, birth().hash);
    EXPECT_EQ(session.open().answers.at("birthPlace"), Answer{std::string{"home"}});
    EXPECT_EQ(session.open().retired.at("oldThing").substr(0, std::string{"Có sổ cũ không?"}.size()), "Có sổ cũ không?");
    const auto* pin = session.effect<PinEffect>();
    ASSERT_NE(pin, nullptr);
    EXPECT_EQ(pin->hash, birth().hash);
    EXPECT_TRUE(block(session.screen(), "law").is_null());
    session.act(Undo{});
    EXPECT_NE(session.open().hash, birth().hash);
    EXPECT_EQ(session.state.procedure->version, "2026-01-01");
    EXPECT_EQ(session.open().answers.at("oldThing"), Answer{true});
    EXPECT_TRUE(session.open().retired.empty());
    go_on(session);
    EXPECT_TRUE(block(session.screen(), "law").is_object()) << "offered again";
}

TEST(Change, SaysSoWhenNothingIsDifferentForThisPerson) {
    Problems problems;
    json old = json::parse(test::definition_bytes(birth_id));
    old["version"] = "2026-01-01";
    const std::string bytes = old.dump();
    const auto procedure = load_procedure(bytes, birth_id + ".json", problems);
    Dossier dossier = dossier_of(birth(), {{"birthPlace", std::string{"home"}}});
    Dice dice{3};
    for (const Question& q : birth().questions)
        if (dossier.answers.count(q.id) == 0) dossier.answers.insert_or_assign(q.id, random_answer(q, dice, day("2026-11-21")));
    dossier.id = "same";
    dossier.hash = procedure->hash;
    const FieldList fields = fields_of(dossier);
    Start start;
    start.dossiers = {{dossier.id, {fields.begin(), fields.end()}}};
    Session session{"vi", std::move(start)};
    session.kept[procedure->hash] = bytes;
    session.act(Resume{"same"});
    go_on(session);
    ASSERT_TRUE(session.press("see-change"));
    EXPECT_TRUE(block(session.screen(), "same").is_object()) << all_text(session.screen());
}

TEST(Change, AWithdrawnProcedureStaysReadable) {
    auto [session, id] = begun_before(at_home());
    auto without = std::make_shared<Catalogue>(*session.state.catalogue);
    const auto is_birth = [](const CatalogueEntry& entry) { return entry.id == birth_id; };
    without->entries.erase(std::remove_if(without->entries.begin(), without->entries.end(), is_birth), without->entries.end());
    session.state.catalogue = without;
    session.act(Resume{id});
    EXPECT_EQ(session.open().answers.size(), 2U);
    EXPECT_TRUE(block(session.screen(), "withdrawn").is_object());
    EXPECT_TRUE(block(session.screen(), "law").is_null());
}

TEST(Change, AClockBeforeTheContentIsNamed) {
    Session session;
    session.act(OpenProcedure{birth_id});
    EXPECT_TRUE(block(session.screen(), "clock").is_null());
    session.today = day("2016-11-21");
    session.act(Toggle{"x"});
    EXPECT_TRUE(block(session.screen(), "clock").is_object());
}

}  // namespace
}  // namespace danloi
