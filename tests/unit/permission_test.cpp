// Whoever asks for something personal asks permission first: every screen that holds such a question says so.
#include "screen_walk.hpp"

#include "core/screen.hpp"

namespace danloi {
namespace {

using test::block;
using test::Session;

/// Whether the screen shows this question.
bool shows(const nlohmann::json& screen, const Question& question) { return block(screen, "q-" + question.id).is_object(); }

void expect_permission(const nlohmann::json& screen, const Question& question, const std::string& lang, const std::string& where) {
    const auto asked = block(screen, "permission");
    EXPECT_EQ(asked.is_object(), question.personal) << where;
    if (asked.is_object()) {
        EXPECT_EQ(asked["text"], test::wording(lang).say("question.permission")) << where;
    }
}

Session at_question(const Procedure& procedure, const Dossier& dossier, const std::string& question, const std::string& lang) {
    const FieldList fields = fields_of(dossier);
    Start start;
    start.dossiers = {{"d1", {fields.begin(), fields.end()}}};
    start.route = Route{Page::question, procedure.id, question, "d1"};
    return Session{lang, start};
}

/// Looks at each question of a dossier; notes the personal ones that were shown.
void look_at_questions(const Procedure& procedure, const Dossier& dossier, const std::string& lang, std::set<std::string>& seen) {
    Session session = at_question(procedure, dossier, procedure.questions[0].id, lang);
    for (const Question& question : procedure.questions) {
        session.act(Go{Route{Page::question, procedure.id, question.id, "d1"}});
        const auto screen = session.screen();
        if (!shows(screen, question)) continue;
        expect_permission(screen, question, lang, procedure.id + " " + question.id);
        if (question.personal) seen.insert(question.id);
    }
}

TEST(Permission, EveryScreenWithAPersonalQuestionAsksForIt) {
    constexpr int most_rounds = 400;  // the rarest question comes up once in a hundred
    for (const std::string& id : test::procedure_ids()) {
        const Procedure& procedure = test::real(id);
        std::set<std::string> personal;
        for (const Question& question : procedure.questions)
            if (question.personal) personal.insert(question.id);
        std::set<std::string> seen;
        test::Dice dice{7};
        for (int round = 0; round < most_rounds && (round < 2 || seen != personal); ++round)
            look_at_questions(procedure, random_dossier(procedure, dice, test::on("2026-11-21")), round % 2 == 0 ? "vi" : "en", seen);
        EXPECT_EQ(seen, personal) << id << ": a personal question never came up";
    }
}

TEST(Permission, TheFirstQuestionOnAProceduresPageAsksToo) {
    for (const std::string& id : test::procedure_ids()) {
        const Procedure& procedure = test::real(id);
        Session session{"vi"};
        session.act(OpenProcedure{id});
        session.act(Go{Route{Page::procedure, id, {}, {}}});
        const auto screen = session.screen();
        if (shows(screen, procedure.questions[0])) expect_permission(screen, procedure.questions[0], "vi", id);
    }
}

}  // namespace
}  // namespace danloi
