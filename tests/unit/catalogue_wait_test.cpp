// The catalogue comes after the page's own procedure: what is shown and asked for until it is there, and when it cannot be had.
#include "screen_walk.hpp"

#include <gtest/gtest.h>

namespace danloi {
namespace {

using test::birth;
using test::block;

class Waiting : public testing::Test {
protected:
    void SetUp() override {
        Start start;
        start.lang = "vi";
        start.path = "/vi/tt/" + birth().id + "/";
        start.storage = "ok";
        start.content = test::start_file("vi");
        start.definition = file_of(birth());
        step(start);
    }

    static std::string file_of(const Procedure& p) { return "/data/tt/" + p.id + "." + p.hash + ".json"; }

    void step(const Action& action) {
        Turn turn = update(std::move(state_), action, {test::day("2026-11-21"), "fresh"});
        state_ = std::move(turn.state);
        effects_ = std::move(turn.effects);
    }

    void load(const Procedure& p) { step(Loaded{"procedure", p.id, p.hash, test::definition_bytes(p.id)}); }

    [[nodiscard]] const FetchEffect* wanted(const std::string& what) const {
        for (const Effect& effect : effects_)
            if (const auto* fetch = std::get_if<FetchEffect>(&effect); fetch != nullptr && fetch->what == what) return fetch;
        return nullptr;
    }

    [[nodiscard]] bool shows(const std::string& id) const {
        return block(nlohmann::json::parse(screen_json(screen_for(state_)), nullptr, false), id).is_object();
    }

    State state_;
    std::vector<Effect> effects_;
};

TEST_F(Waiting, ThePagesOwnDefinitionComesFirst) {
    ASSERT_NE(wanted("procedure"), nullptr);
    EXPECT_EQ(wanted("procedure")->url, file_of(birth()));
    ASSERT_NE(wanted("catalogue"), nullptr);
    EXPECT_TRUE(wanted("catalogue")->later);
    load(birth());
    EXPECT_EQ(state_.route.page, Page::procedure);
    EXPECT_EQ(wanted("catalogue"), nullptr) << "asked for once";
}

TEST_F(Waiting, HomeIsFilledWhenTheCatalogueComes) {
    load(birth());
    step(Go{Route{}, true});
    EXPECT_EQ(wanted("catalogue"), nullptr) << "it is on its way";
    EXPECT_TRUE(shows("waiting"));
    EXPECT_FALSE(shows("search"));
    step(Loaded{"catalogue", {}, {}, test::names_file("vi")});
    EXPECT_FALSE(shows("waiting"));
    EXPECT_TRUE(shows("search"));
    EXPECT_TRUE(shows("all-" + birth().id));
}

TEST_F(Waiting, HomeOffersAnotherTryWhenItCannotBeHad) {
    load(birth());
    step(Go{Route{}, true});
    step(Failed{"catalogue", {}, "network"});
    EXPECT_TRUE(shows("missed"));
    EXPECT_TRUE(shows("again"));
    step(Go{Route{}, false});
    ASSERT_NE(wanted("catalogue"), nullptr);
    EXPECT_FALSE(wanted("catalogue")->later);
    step(Loaded{"catalogue", {}, {}, "no JSON"});
    EXPECT_TRUE(shows("missed")) << "a damaged file counts as none";
}

TEST_F(Waiting, AnotherProcedureWaitsForItsAddress) {
    const Procedure& other = test::real("dang-ky-ket-hon");
    step(OpenProcedure{other.id});
    EXPECT_EQ(wanted("procedure"), nullptr);
    step(Loaded{"catalogue", {}, {}, test::names_file("vi")});
    ASSERT_NE(wanted("procedure"), nullptr);
    EXPECT_EQ(wanted("procedure")->url, file_of(other));
    load(other);
    EXPECT_EQ(state_.route.procedure, other.id);
    EXPECT_EQ(state_.route.page, Page::procedure);
}

TEST_F(Waiting, WhatWaitedIsNamedWhenTheCatalogueIsMissed) {
    step(OpenProcedure{"dang-ky-ket-hon"});
    step(Failed{"catalogue", {}, "network"});
    EXPECT_EQ(state_.route.page, Page::home);
    EXPECT_TRUE(shows("broken-dang-ky-ket-hon"));
}

}  // namespace
}  // namespace danloi
