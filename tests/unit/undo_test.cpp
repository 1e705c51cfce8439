// Taking things back: edits one after the other, and dossiers in the bin.
#include "screen_walk.hpp"

#include <utility>

namespace danloi {
namespace {

using test::birth;
using test::block;
using test::Dice;
using test::dossier_of;
using test::procedure_ids;
using test::real;
using test::Session;

// Everything a person has put in; the place where they are and what is derived do not count.
FieldList put_in(const Dossier& dossier) {
    FieldList fields;
    for (auto& [name, json] : fields_of(dossier))
        if (name != "step") fields.emplace_back(name, json);
    return fields;
}

// What the device holds after all these saves.
using Stored = std::map<std::string, std::string>;
void keep(Stored& stored, const Session& session) {
    for (const Effect& effect : session.effects)
        if (const auto* save = std::get_if<SaveEffect>(&effect))
            for (const auto& [name, json] : save->fields) stored[name] = json;
}

TEST(Undo, TakesBackAnAnswerAndSavesThat) {
    Session session;
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    session.act(Choose{"birthPlace", "home"});
    session.act(Continue{});
    EXPECT_TRUE(block(session.screen(), "undo").is_null()) << "the first answer begins the dossier";
    session.act(Choose{"situation", "abandoned"});
    session.act(Choose{"situation", "surrogacy"});
    Stored stored;
    ASSERT_TRUE(session.press("undo"));
    keep(stored, session);
    EXPECT_EQ(session.open().answers.at("situation"), Answer{std::string{"abandoned"}});
    EXPECT_EQ(stored["answer.situation"], "\"abandoned\"");
    EXPECT_NE(session.effect<AnnounceEffect>(), nullptr);
    ASSERT_TRUE(session.press("undo"));
    EXPECT_EQ(session.open().answers.count("situation"), 0U);
    EXPECT_TRUE(block(session.screen(), "undo").is_null());
    session.act(Undo{});
    EXPECT_TRUE(session.effects.empty()) << "there is nothing more to take back";
}

TEST(Undo, WhatIsTypedInOneFieldIsOneEdit) {
    Session session;
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    session.act(Choose{"birthPlace", "home"});
    session.act(Go{Route{Page::question, "dang-ky-khai-sinh", "birthDate", session.state.dossier}});
    const Dossier before = session.open();
    for (const char* typed : {"1", "1/", "1/1", "1/11", "1/11/2026"}) session.act(Type{"birthDate", typed});
    session.act(Undo{});
    EXPECT_EQ(put_in(session.open()), put_in(before));
}

TEST(Undo, OfAnotherDossierIsNotOffered) {
    Session session;
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    session.act(Choose{"birthPlace", "home"});
    session.act(Choose{"birthPlace", "abroad"});
    session.act(Go{});
    EXPECT_EQ(last_edit(session.state), nullptr);
    session.act(OpenProcedure{"dang-ky-khai-tu"});
    EXPECT_EQ(last_edit(session.state), nullptr);
}

// Any edit of the open dossier, or of one that begins with it.
void edit_anything(Session& session, const Procedure& p, Dice& dice) {
    const Question& q = p.questions[dice.below(p.questions.size())];
    const std::string option = q.options.empty() ? (dice.one_in(2) ? "yes" : "no") : q.options[dice.below(q.options.size())].value;
    switch (dice.below(4)) {
        case 0: return session.act(Tick{p.documents[dice.below(p.documents.size())].id, static_cast<PaperState>(dice.below(5))});
        case 1: return session.act(Check{q.id, option, dice.one_in(2)});
        case 2: return session.act(Type{q.id, dice.one_in(3) ? std::string{} : std::to_string(dice.below(30)) + "/11/2026"});
        default: return session.act(Choose{q.id, dice.one_in(5) ? "?" : option});
    }
}

// Random edits anywhere, then everything taken back: state and device are where they were.
TEST(Undo, ManyEditsTakenBackLeadToWhereTheyBegan) {
    for (const std::string& id : procedure_ids()) {
        const Procedure& p = real(id);
        for (unsigned seed = 1; seed <= 12; ++seed) {
            Dice dice{seed};
            Session session;
            session.act(OpenProcedure{id});
            for (int i = 0; i < 50 && open_dossier(session.state) == nullptr; ++i) edit_anything(session, p, dice);
            ASSERT_NE(open_dossier(session.state), nullptr) << id << " seed " << seed;
            const FieldList before = put_in(session.open());
            Stored stored;
            for (const auto& [name, json] : fields_of(session.open())) stored[name] = json;
            for (int i = 0; i < 30; ++i) {
                edit_anything(session, p, dice);
                keep(stored, session);
                if (dice.one_in(6)) session.act(Continue{}), keep(stored, session);
            }
            while (last_edit(session.state) != nullptr) session.act(Undo{}), keep(stored, session);
            EXPECT_EQ(put_in(session.open()), before) << id << " seed " << seed;
            const auto read = dossier_from_fields("d", stored);
            ASSERT_TRUE(read);
            EXPECT_EQ(read->answers, session.open().answers) << id << " seed " << seed;
            for (const auto& [document, state] : read->papers)
                EXPECT_EQ(state, session.open().papers.count(document) != 0 ? session.open().papers.at(document) : PaperState::undecided) << document;
        }
    }
}

Start with_stored(const std::string& id, const std::string& binned) {
    Dossier dossier = dossier_of(birth(), {{"birthPlace", "home"}});
    dossier.id = id;
    dossier.binned = binned;
    const FieldList fields = fields_of(dossier);
    Start start;
    start.dossiers = {{id, {fields.begin(), fields.end()}}};
    return start;
}

TEST(Bin, KeepsADossierThatComesBackAsItWas) {
    Session session{"vi", with_stored("d1", "")};
    const std::string before = session.stored();
    ASSERT_TRUE(session.press("dossier-d1-bin"));
    EXPECT_EQ(session.effect<EraseEffect>(), nullptr);
    ASSERT_NE(session.effect<SaveEffect>(), nullptr);
    EXPECT_TRUE(block(session.screen(), "dossier-d1-resume").is_null());
    ASSERT_TRUE(session.press("bin"));
    EXPECT_EQ(block(session.screen(), "dossier-d1-name").at("level"), 2) << "no other heading stands above it";
    ASSERT_TRUE(session.press("dossier-d1-restore"));
    EXPECT_EQ(session.stored(), before);
    EXPECT_TRUE(block(session.screen(), "dossier-d1-resume").is_object());
}

TEST(Bin, IsEmptiedAfterThirtyDaysAndNotByAWrongClock) {
    for (const auto& [binned, stays] : std::vector<std::pair<std::string, bool>>{
             {"2026-11-21", true}, {"2026-10-21", true}, {"2016-11-21", true}, {"2027-05-01", true}, {"someday", true}, {"2026-10-21/2026-11-15", true},
             {"2026-10-21/2027-11-01", true}, {"2026-11-01/2026-11-02", true}, {"2026-10-21/2026-11-14", false}, {"2016-11-21/2026-10-01", false}, {"2026-10-21/", true}}) {
        Session session{"vi", with_stored("d1", binned)};
        EXPECT_EQ(session.state.dossiers.size(), stays ? 1U : 0U) << binned;
    }
}

// The clock goes ahead for a few days and comes back: what was thrown away lately is still there.
TEST(Bin, SurvivesAClockThatIsAheadForAWhile) {
    std::string binned = "2026-11-20";
    for (const char* today : {"2026-11-21", "2027-06-01", "2027-06-04", "2026-11-24", "2026-12-01", "2026-12-20"}) {
        Session session{"vi", with_stored("d1", binned), today};
        ASSERT_EQ(session.state.dossiers.size(), 1U) << today;
        binned = session.state.dossiers.at("d1").binned;
        ASSERT_TRUE(session.press("bin")) << today;
        EXPECT_TRUE(block(session.screen(), "dossier-d1-restore").is_object()) << today;
    }
    EXPECT_EQ(binned, "2026-11-20/2027-06-01");
    for (const auto& [today, stays] : {std::pair{"2026-12-21", true}, {"2026-12-27", true}, {"2026-12-28", false}}) {
        Session session{"vi", with_stored("d1", binned), today};
        EXPECT_EQ(session.state.dossiers.size(), stays ? 1U : 0U) << today;
        if (stays) binned = session.state.dossiers.at("d1").binned;
    }
}

TEST(Bin, ADossierInItIsNeitherResumedNorFollowedFromItsLifeEvent) {
    Session session{"vi", with_stored("d1", "2026-11-20")};
    session.act(OpenEvent{"sinh-con"});
    ASSERT_TRUE(session.press("step-dang-ky-khai-sinh"));
    EXPECT_EQ(session.state.dossier, "");
}

}  // namespace
}  // namespace danloi
