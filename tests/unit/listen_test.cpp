// The page is read out: who is asked, what the button says, and that another page is silent.
#include "screen_walk.hpp"

namespace danloi {
namespace {

using test::block;
using test::Session;

std::string label(const Session& session) { return block(session.screen(), "listen").value("label", ""); }

TEST(Listen, TheButtonBeginsAndStops) {
    Session session;
    const std::string start = label(session);
    ASSERT_FALSE(start.empty());
    ASSERT_TRUE(session.press("listen"));
    ASSERT_NE(session.effect<ListenEffect>(), nullptr);
    EXPECT_TRUE(session.effect<ListenEffect>()->on);
    EXPECT_EQ(label(session), start) << "nothing is said before the platform reads";
    ASSERT_TRUE(session.press("listen"));
    EXPECT_EQ(session.effect<ListenEffect>(), nullptr) << "an impatient hand takes nothing back";
    session.act(Listened{Listening::reading});
    EXPECT_NE(label(session), start);
    ASSERT_TRUE(session.press("listen"));
    ASSERT_NE(session.effect<ListenEffect>(), nullptr);
    EXPECT_FALSE(session.effect<ListenEffect>()->on);
    session.act(Listened{Listening::off});
    EXPECT_EQ(label(session), start);
}

TEST(Listen, AnotherPageIsSilent) {
    Session session;
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    session.act(Choose{"birthPlace", "home"});
    session.act(Listened{Listening::reading});
    session.act(Choose{"birthPlace", "facility"});
    EXPECT_EQ(session.effect<ListenEffect>(), nullptr) << "an answer does not interrupt";
    session.act(Continue{});
    ASSERT_NE(session.effect<ListenEffect>(), nullptr);
    EXPECT_FALSE(session.effect<ListenEffect>()->on);
    EXPECT_EQ(session.state.listening, Listening::off);
}

TEST(Listen, AVoiceThatIsStillLookedForIsSilentOnAnotherPage) {
    Session session;
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    session.act(Choose{"birthPlace", "home"});
    session.act(Listen{});
    session.act(Continue{});
    ASSERT_NE(session.effect<ListenEffect>(), nullptr);
    EXPECT_FALSE(session.effect<ListenEffect>()->on);
    ASSERT_TRUE(session.press("listen"));
    ASSERT_NE(session.effect<ListenEffect>(), nullptr);
    EXPECT_TRUE(session.effect<ListenEffect>()->on) << "and may be asked for there";
}

TEST(Listen, ADeviceWithoutAVoiceSaysSoUntilThePageIsLeft) {
    Session session;
    EXPECT_TRUE(session.send(R"({"t":"listened","state":"no_voice"})"));
    EXPECT_TRUE(block(session.screen(), "no-voice").is_object());
    ASSERT_NE(session.effect<AnnounceEffect>(), nullptr) << "said by the one region that speaks";
    EXPECT_EQ(session.effect<AnnounceEffect>()->text, block(session.screen(), "no-voice")["text"]);
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    EXPECT_TRUE(block(session.screen(), "no-voice").is_null());
}

TEST(Listen, LargePrintHasTheButtonFirst) {
    Session session;
    const auto first = [&] { return session.screen().at("main").at(0).at("id"); };
    EXPECT_NE(first(), "listen");
    ASSERT_TRUE(session.press("easy"));
    EXPECT_EQ(first(), "listen");
    session.act(Listened{Listening::no_voice});
    EXPECT_EQ(first(), "listen") << "the reason stands below the button";
    ASSERT_TRUE(session.press("easy"));
    EXPECT_NE(first(), "listen");
}

TEST(Listen, PaperHasNoButton) {
    Session session;
    session.act(OpenProcedure{"dang-ky-khai-sinh"});
    session.act(Choose{"birthPlace", "home"});
    session.act(Go{Route{Page::sheet, "dang-ky-khai-sinh", {}, session.state.dossier}, true});
    ASSERT_TRUE(session.screen().value("paper", false));
    EXPECT_TRUE(block(session.screen(), "listen").is_null());
}

}  // namespace
}  // namespace danloi
