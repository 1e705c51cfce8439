// Routes: to the browser's history and back, and the addresses they have.
#include "core/route.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace danloi {
namespace {

using nlohmann::json;

constexpr Page pages[] = {Page::home,  Page::procedure, Page::question, Page::checklist, Page::ready,
                          Page::sheet, Page::share,     Page::preview,  Page::settings,
                          Page::place};

TEST(Route, EveryPageIsReadBack) {
    for (const Page page : pages) {
        for (const Route& route : {Route{page, {}, {}, {}}, Route{page, "p", {}, {}}, Route{page, "p", "câu \"1\"", "d\\1", "sinh-con"}})
            EXPECT_EQ(read_route(json::parse(route_json(route), nullptr, false)), route) << route_json(route);
    }
}

TEST(Route, EmptyMembersAreLeftOut) {
    EXPECT_EQ(route_json({}), R"({"p":"home"})");
    EXPECT_EQ(route_json({Page::checklist, "x", {}, "d"}), R"({"p":"checklist","id":"x","d":"d"})");
}

TEST(Route, WhatIsNoRouteIsRefused) {
    for (const char* bad : {"null", "7", "[]", "{}", R"({"p":7})", R"({"p":"moon"})", R"("home")"})
        EXPECT_FALSE(read_route(json::parse(bad, nullptr, false))) << bad;
    const json far{{"p", "question"}, {"id", std::string(201, 'x')}, {"q", 7}, {"d", nullptr}};
    EXPECT_EQ(read_route(far), (Route{Page::question, {}, {}, {}})) << "too long or of the wrong type reads as empty";
}

TEST(Route, PathsNameLanguageAndProcedureOnly) {
    EXPECT_EQ(path_of({}, "vi"), "/vi/");
    for (const Page page : pages) EXPECT_EQ(path_of({page, "dang-ky-ket-hon", "history", "secret"}, "en"), "/en/tt/dang-ky-ket-hon/");
}

TEST(Route, ALifeEventHasAnAddress) {
    const Route event{Page::event, {}, "sinh-con", {}};
    EXPECT_EQ(path_of(event, "en"), "/en/su-kien/sinh-con/");
    EXPECT_EQ(route_of_path("/en/su-kien/sinh-con/"), event);
    EXPECT_EQ(read_route(json::parse(route_json(event), nullptr, false)), event);
}

TEST(Route, PathsLeadToHomeOrAProcedure) {
    EXPECT_EQ(route_of_path("/vi/"), Route{});
    EXPECT_EQ(route_of_path("/en/tt/dang-ky-ket-hon/"), (Route{Page::procedure, "dang-ky-ket-hon", {}, {}}));
    for (const std::string_view bad : {"", "/", "/vi", "vi/", "/vi/x", "/vi/tt/", "/vi/tt//", "/vi/tt/abc", "/vi/tt/A/", "/vi/tt/a/b/",
                                       "/vi/tt/../", "/vi/tt/a%20b/", "/vi/tt/đ/", "/vie/tt/a/",
                                       "/vi/su-kien/", "/vi/su-kien//", "/vi/su-kien/A/", "/vi/su-kien", "/vi/sukien/a/", "/vi//", "/vi//a/"})
        EXPECT_FALSE(route_of_path(bad)) << bad;
    EXPECT_FALSE(route_of_path("/vi/tt/" + std::string(101, 'a') + "/"));
}

}  // namespace
}  // namespace danloi
