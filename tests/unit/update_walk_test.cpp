// Random walks: whatever a person does in whatever order, every Screen is sound and stored dossiers are theirs alone.
#include "core/share.hpp"
#include "screen_walk.hpp"

namespace danloi {
namespace {

using test::Dice;
using test::dossier_of;
using test::on;
using test::procedure_ids;
using test::real;
using test::Session;

const std::vector<std::string> typed{"", "3", "1/11/2026", "2026-11-01", "32/13/2026", "ba mươi", "Bí mật 8273", "999999", "-5", "2,5", "khai sinh"};

std::string typed_text(Dice& dice) { return typed[dice.below(typed.size())]; }

// What the page would send for one of the controls on the Screen.
void use_a_control(Session& session, const nlohmann::json& screen, Dice& dice) {
    const auto actions = test::seen_on(screen).actions;
    if (actions.empty()) return;
    auto action = nlohmann::json::parse(actions[dice.below(actions.size())], nullptr, false);
    if (action["t"] == "type" || action["t"] == "search") action["value"] = typed_text(dice);
    if (action["t"] == "check") action["on"] = dice.one_in(2);
    session.send(action.dump());
}

std::string some_dossier(const Session& session, Dice& dice) {
    if (session.state.dossiers.empty() || dice.one_in(6)) return "no-such-dossier";
    auto at = session.state.dossiers.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(dice.below(session.state.dossiers.size())));
    return at->first;
}

Route some_route(const Session& session, Dice& dice) {
    const Procedure& p = real(procedure_ids()[dice.below(procedure_ids().size())]);
    const bool own = session.state.procedure != nullptr && !dice.one_in(5);
    const Procedure& of = own ? *session.state.procedure : p;
    return {static_cast<Page>(dice.below(11)), of.id, of.questions[dice.below(of.questions.size())].id,
            dice.one_in(3) ? "" : some_dossier(session, dice)};
}

// Things that come from elsewhere: the browser, the storage, a second tab, a page that is out of date.
void disturb(Session& session, Dice& dice) {
    const Procedure& p = session.state.procedure != nullptr ? *session.state.procedure : real(procedure_ids().front());
    const Question& q = p.questions[dice.below(p.questions.size())];
    const std::string option = q.options.empty() ? "yes" : q.options[dice.below(q.options.size())].value;
    switch (dice.below(14)) {
        case 0: return session.act(Saved{dice.one_in(2), "quota"});
        case 1: return session.act(Go{some_route(session, dice)});
        case 2: return session.act(Choose{q.id, dice.one_in(4) ? "?" : option});
        case 3: return session.act(Check{q.id, option, dice.one_in(2)});
        case 4: return session.act(Type{q.id, typed_text(dice)});
        case 5: return session.act(Tick{p.documents[dice.below(p.documents.size())].id, static_cast<PaperState>(dice.below(5))});
        case 6: return session.act(Resume{some_dossier(session, dice)});
        case 7: return session.act(Delete{some_dossier(session, dice)});
        case 8: return session.act(Loaded{"procedure", p.id, "", "{}"});
        case 9: return session.act(Failed{"procedure", "no-such", "404"});
        case 10: return session.act(SetPreference{"textScale", typed_text(dice)});
        case 11: return session.act(dice.one_in(2) ? Action{AcceptPreview{}} : Action{DiscardPreview{}});
        case 12: return session.act(Toggle{"why." + p.documents.front().id});
        default: return session.act(dice.one_in(2) ? Action{CopyLink{}} : Action{ShareLink{}});
    }
}

void step(Session& session, const nlohmann::json& screen, Dice& dice) {
    if (dice.one_in(5)) disturb(session, dice);
    else if (dice.one_in(4)) session.act(Continue{});
    else use_a_control(session, screen, dice);
    const auto* back = session.effect<BackEffect>();
    if (back != nullptr) session.act(Go{Route{back->route}});
}

void expect_sound_turn(const Session& session, const std::string& where) {
    const auto turn = nlohmann::json::parse(turn_json({session.state, session.effects}), nullptr, false);
    ASSERT_TRUE(turn.is_object()) << where;
    test::expect_sound(turn["screen"], where);
    EXPECT_EQ(turn["screen"]["lang"], session.state.lang);
    EXPECT_EQ(turn["screen"]["title"].get<std::string>().find("8273"), std::string::npos) << where << ": typed text in the title";
    EXPECT_EQ(turn["effects"].size(), session.effects.size()) << where;
    for (const auto& effect : turn["effects"]) {
        const std::string name = effect["e"];
        if (name == "announce") {
            EXPECT_EQ(effect["text"].get<std::string>().find_first_of("{}"), std::string::npos) << where;
        }
        if (name == "url") {
            EXPECT_EQ(effect.dump().find("8273"), std::string::npos) << where << ": typed text in the address";
        }
    }
}

class Walk : public testing::TestWithParam<std::string> {};

TEST_P(Walk, EveryScreenIsSound) {
    for (const std::string lang : {"vi", "en"}) {
        Dice dice{lang == "vi" ? 101U : 202U};
        Session session{lang, Start{{}, "/" + lang + "/tt/" + GetParam() + "/", {}, {}, {}, {}, {}, {}, {}, {}}};
        std::set<Page> pages;
        for (int i = 0; (i < 700 || (pages.size() < 6 && i < 2000)) && !HasFailure(); ++i) {
            pages.insert(session.state.route.page);
            const std::string where = GetParam() + " " + lang + " turn " + std::to_string(i);
            expect_sound_turn(session, where);
            step(session, session.screen(), dice);
            if (session.state.route.procedure != GetParam() && dice.one_in(2)) session.act(OpenProcedure{GetParam()});
        }
        EXPECT_GE(pages.size(), 6U) << "the walk went nearly nowhere";
    }
}

// A question page, the checklist, the sheet and so on of a dossier that is filled in.
TEST_P(Walk, EveryPageOfAFullDossierIsSound) {
    const Procedure& p = real(GetParam());
    for (const std::string lang : {"vi", "en"}) {
        Dice dice{303};
        for (int round = 0; round < 4; ++round) {
            Dossier dossier = random_dossier(p, dice, on("2026-11-21"));
            const FieldList fields = fields_of(dossier);
            Start start;
            start.dossiers = {{"d1", {fields.begin(), fields.end()}}};
            Session session{lang, start};
            for (const char* open : {"others", "exempt"}) session.act(Toggle{open});
            for (const Document& d : p.documents) session.act(Toggle{"why." + d.id});
            for (int page = 0; page < 9; ++page) {
                session.act(Go{Route{static_cast<Page>(page), p.id, p.questions[dice.below(p.questions.size())].id, "d1"}});
                expect_sound_turn(session, p.id + " page " + std::to_string(page));
            }
        }
    }
}

/// Somebody with a dossier of their own has opened a link to another one of the same procedure.
Session looking_at_a_link(const Procedure& p, Dice& dice, const GuideInput& input) {
    const FieldList mine = fields_of(random_dossier(p, dice, input));
    Start start;
    start.dossiers = {{"d1", {mine.begin(), mine.end()}}};
    start.fragment = encode_share(share_of(p, random_dossier(p, dice, input), input));
    return Session{"vi", start};
}

// A link is only looked at: nothing that is stored changes, and nothing is asked of the storage, until it is accepted.
TEST_P(Walk, APreviewNeverTouchesStoredDossiers) {
    const Procedure& p = real(GetParam());
    const GuideInput input = on("2026-11-21");
    for (unsigned seed = 1; seed <= 6; ++seed) {
        Dice dice{seed};
        Session session = looking_at_a_link(p, dice, input);
        const std::string before = session.stored();
        for (int i = 0; i < 40 && session.state.route.page == Page::preview; ++i) {
            disturb(session, dice);
            if (session.state.route.page != Page::preview) break;
            EXPECT_EQ(session.effect<PinEffect>(), nullptr);
            EXPECT_EQ(session.effect<SaveEffect>(), nullptr);
            if (session.effect<EraseEffect>() != nullptr) break;
            EXPECT_EQ(session.stored(), before) << p.id << " seed " << seed;
            expect_sound_turn(session, p.id + " preview");
        }
    }
}

TEST_P(Walk, AcceptingALinkLeavesTheOthersAsTheyWere) {
    const Procedure& p = real(GetParam());
    const GuideInput input = on("2026-11-21");
    for (unsigned seed = 1; seed <= 6; ++seed) {
        Dice dice{seed};
        Session session = looking_at_a_link(p, dice, input);
        const std::string before = session.stored();
        session.act(AcceptPreview{});
        ASSERT_EQ(session.state.dossiers.size(), 2U);
        for (const Effect& effect : session.effects)
            if (const auto* save = std::get_if<SaveEffect>(&effect)) {
                EXPECT_NE(save->dossier, "d1");
            }
        session.act(Delete{session.state.dossier});
        EXPECT_EQ(session.stored(), before);
    }
}

INSTANTIATE_TEST_SUITE_P(Procedures, Walk, testing::ValuesIn(procedure_ids()), [](const auto& tested) {
    std::string name = tested.param;
    name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
    return name;
});

}  // namespace
}  // namespace danloi
