// The finder: procedures by everyday words, places by new and old names, and that nothing it is given breaks it.
#include "core/finder.hpp"
#include "core/action.hpp"
#include "core/json_write.hpp"
#include "real_content.hpp"

#include <set>

namespace danloi {
namespace {

using nlohmann::json;
using test::Dice;
using test::source_file;

const std::vector<std::pair<std::string, std::string>>& data_files() {
    static const std::vector<std::pair<std::string, std::string>> files{{"catalogue", test::catalogue_file()},
                                                                        {"provinces", source_file("build/places/units.json")},
                                                                        {"communes", source_file("build/places/communes.json")},
                                                                        {"old_units", source_file("build/places/old-units.json")}};
    return files;
}

const Finder& full() {
    static const Finder finder = [] {
        Finder made;
        for (const auto& [what, bytes] : data_files()) EXPECT_TRUE(made.load(what, bytes)) << what;
        return made;
    }();
    return finder;
}

std::string request(const std::string& what, const std::string& query, const std::string& lang = "vi") {
    std::string out;
    JsonWriter{out}.open_object().member("what", what).member("query", query).member("lang", lang).close_object();
    return out;
}

// The answer as the app reads it. Every answer must be an Action.
Found answer(const Finder& finder, const std::string& asked) {
    const std::string text = finder.find(asked);
    const auto action = read_action(json::parse(text, nullptr, false), {});
    const Found* found = action ? std::get_if<Found>(&*action) : nullptr;
    EXPECT_NE(found, nullptr) << asked << " -> " << text;
    return found == nullptr ? Found{} : *found;
}

Found find(const std::string& what, const std::string& query, const std::string& lang = "vi") {
    Found found = answer(full(), request(what, query, lang));
    EXPECT_EQ(found.what, what);
    EXPECT_EQ(found.query, query) << "the app tells answers apart by the query";
    return found;
}

std::vector<std::string> codes(const Found& found) {
    std::vector<std::string> out;
    for (const FoundPlace& hit : found.places) out.push_back(hit.place.code);
    return out;
}

bool among_first(const std::vector<std::string>& list, const std::string& wanted, std::size_t most) {
    const auto end = list.begin() + static_cast<std::ptrdiff_t>(std::min(most, list.size()));
    return std::find(list.begin(), end, wanted) != end;
}

TEST(FinderProcedures, AreFoundByWhatPeopleCallThem) {
    for (const auto& [query, id] : std::vector<std::pair<std::string, std::string>>{
             {"làm giấy khai sinh", "dang-ky-khai-sinh"}, {"lam giay khai sinh", "dang-ky-khai-sinh"}, {"LÀM GIẤY KHAI SINH", "dang-ky-khai-sinh"},
             {"kết hôn", "dang-ky-ket-hon"}, {"lam ho khau", "dang-ky-thuong-tru"}, {"lam can cuoc", "the-can-cuoc"},
             {"sang tên sổ đỏ", "sang-ten-so-do"}}) {
        const Found found = find("procedure", query);
        ASSERT_FALSE(found.ids.empty()) << query;
        EXPECT_EQ(found.ids.front(), id) << query;
        EXPECT_TRUE(found.places.empty());
    }
    EXPECT_TRUE(among_first(find("procedure", "birth certificate", "en").ids, "dang-ky-khai-sinh", 1));
    EXPECT_TRUE(among_first(find("procedure", "marriage", "en").ids, "dang-ky-ket-hon", 2));
}

TEST(FinderProcedures, AreAtMostTwentyOfTheCatalogueEachOnce) {
    for (const char* query : {"giay", "dang ky", "a", "the", "xac nhan", "khai"}) {
        const Found found = find("procedure", query);
        EXPECT_LE(found.ids.size(), 20U) << query;
        const std::set<std::string> once{found.ids.begin(), found.ids.end()};
        EXPECT_EQ(once.size(), found.ids.size()) << query;
        for (const std::string& id : once) EXPECT_TRUE(among_first(test::procedure_ids(), id, test::procedure_ids().size())) << id;
    }
}

TEST(FinderPlaces, AreFoundByTheirNameWithAndWithoutMarks) {
    for (const auto& [query, code] : std::vector<std::pair<std::string, std::string>>{
             {"Phường Phủ Lý", "13285"}, {"phuong phu ly", "13285"}, {"PHU LY", "13285"}, {"Y Tý", "02701"}, {"xa y ty", "02701"},
             {"Thủ Đức", "26824"}, {"thu duc", "26824"}, {"ninh binh", "37"}, {"thành phố hồ chí minh", "79"}}) {
        const Found found = find("place", query);
        EXPECT_TRUE(among_first(codes(found), code, 3)) << query << " does not lead to " << code;
        EXPECT_TRUE(found.ids.empty());
    }
    EXPECT_EQ(codes(find("place", "phuong phu ly")).front(), "13285");
}

TEST(FinderPlaces, AreFoundByProvincesAndDistrictsOfOld) {
    EXPECT_TRUE(among_first(codes(find("place", "ha nam phu ly")), "13285", 3));
    EXPECT_TRUE(among_first(codes(find("place", "Phủ Lý, Hà Nam")), "13285", 3));
    const Found hanam = find("place", "ha nam");
    EXPECT_TRUE(among_first(codes(hanam), "37", 3)) << "the old province leads to that of today";
    const Found district = find("place", "thành phố thủ đức");
    ASSERT_GE(district.places.size(), 5U);
    bool told = false;
    for (const FoundPlace& hit : district.places) {
        EXPECT_EQ(hit.place.province, "79") << hit.place.name.vi;
        told = told || hit.via.find("Thủ Đức") != std::string::npos;
    }
    EXPECT_TRUE(told) << "no place says which old name it was found by";
}

TEST(FinderPlaces, SayByWhichOldNameTheyWereFound) {
    const Found old = find("place", "phuong 12 go vap");
    ASSERT_FALSE(old.places.empty());
    EXPECT_EQ(old.places.front().via, "Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh");
    EXPECT_EQ(find("place", "phuong phu ly").places.front().via, "");
}

TEST(FinderPlaces, OfTheSameNameAreToldApartByTheirProvince) {
    for (const char* query : {"tan hoa", "tan phu", "an phu", "phu my"}) {
        std::set<std::string> vi, en, all;
        const Found found = find("place", query);
        EXPECT_GE(found.places.size(), 3U) << query;
        EXPECT_LE(found.places.size(), 12U) << query;
        for (const FoundPlace& hit : found.places) {
            EXPECT_TRUE(vi.insert(hit.place.name.vi).second) << hit.place.name.vi;
            EXPECT_TRUE(en.insert(hit.place.name.en).second) << hit.place.name.en;
            EXPECT_TRUE(all.insert(hit.place.code).second) << hit.place.code;
            ASSERT_EQ(find("unit", hit.place.province).places.size(), 1U) << hit.place.province;
            if (hit.place.code.size() == 5) {
                EXPECT_NE(hit.place.name.vi.find(", "), std::string::npos) << hit.place.name.vi << " does not name its province";
            }
        }
    }
}

TEST(FinderUnit, GivesThePlaceOfACode) {
    const Found commune = find("unit", "13285");
    ASSERT_EQ(commune.places.size(), 1U);
    EXPECT_EQ(commune.places[0].place.code, "13285");
    EXPECT_EQ(commune.places[0].place.province, "37");
    EXPECT_EQ(commune.places[0].place.name.vi, "Phường Phủ Lý, Tỉnh Ninh Bình");
    EXPECT_EQ(commune.places[0].place.name.en, "Phủ Lý ward, Ninh Bình province");
    EXPECT_EQ(commune.places[0].via, "");
    const Found province = find("unit", "37");
    ASSERT_EQ(province.places.size(), 1U);
    EXPECT_EQ(province.places[0].place.province, "37") << "a province is its own";
    for (const char* code : {"", "0", "99", "99999", "1328", "132850", "13285 ", "phu ly", "Phường Phủ Lý"})
        EXPECT_TRUE(find("unit", code).places.empty()) << code;
}

TEST(FinderUnit, EveryPlaceOfASearchIsGivenAgainByItsCode) {
    Dice dice{7};
    const std::vector<std::string> starts{"tan", "phu", "an", "binh", "long", "hoa", "xuan", "yen", "ba", "dong", "quan 1", "ha nam", "my"};
    for (const std::string& query : starts) {
        const Found found = find("place", query);
        ASSERT_FALSE(found.places.empty()) << query;
        const PlaceName& one = found.places[dice.below(found.places.size())].place;
        const Found again = find("unit", one.code);
        ASSERT_EQ(again.places.size(), 1U) << one.code;
        EXPECT_EQ(again.places[0].place.name.vi, one.name.vi);
        EXPECT_EQ(again.places[0].place.province, one.province);
    }
}

TEST(Finder, EveryRequestIsAnsweredWithAReadableAction) {
    const std::string deep = std::string(50'000, '[') + std::string(50'000, ']');
    for (const std::string& asked : std::vector<std::string>{
             "", "{", "null", "[]", "7", "\"place\"", "{}", R"({"what":"place"})", R"({"query":"ha noi"})", R"({"what":5,"query":{},"lang":[]})",
             R"({"what":"nonsense","query":"ha noi","lang":"vi"})", R"({"what":"","query":"ha noi"})", R"({"what":"place","what":"unit","query":"37"})",
             R"({"what":"place","query":null})", "{\"what\":\"place\",\"query\":\"\xC3\"}", deep, std::string(3, '\0'), request("place", "") + "x"}) {
        const Found found = answer(full(), asked);
        EXPECT_TRUE(found.ids.empty() && found.places.empty()) << asked.substr(0, 80);
    }
    for (const std::string& query : {std::string{}, std::string{" \t\n"}, std::string{"\"\\</script>"}, std::string{"đ"}, std::string(5'000, 'a'),
                                     std::string{"💡"}, std::string{"phu ly phu ly phu ly ha nam ninh binh 13285 %00 {x}"}})
        for (const char* what : {"procedure", "place", "unit"})
            for (const char* lang : {"vi", "en", "", "tlh"}) EXPECT_LE(find(what, query, lang).places.size(), 12U);
}

TEST(Finder, WithoutDataFindsNothing) {
    const Finder empty;
    for (const char* what : {"procedure", "place", "unit"}) {
        const Found found = answer(empty, request(what, "37"));
        EXPECT_EQ(found.what, what);
        EXPECT_TRUE(found.ids.empty() && found.places.empty());
    }
}

TEST(Finder, EachFileIsOfUseByItself) {
    Finder some;
    ASSERT_TRUE(some.load("provinces", data_files()[1].second));
    EXPECT_EQ(answer(some, request("unit", "37")).places.size(), 1U);
    EXPECT_TRUE(answer(some, request("unit", "13285")).places.empty());
    EXPECT_TRUE(answer(some, request("procedure", "khai sinh")).ids.empty());
    ASSERT_TRUE(some.load("catalogue", data_files()[0].second));
    EXPECT_FALSE(answer(some, request("procedure", "khai sinh")).ids.empty());
}

// What a finder answers to questions of every kind.
std::string knowledge(const Finder& finder) {
    std::string all;
    for (const auto& [what, query] : std::vector<std::pair<std::string, std::string>>{
             {"procedure", "khai sinh"}, {"place", "phu ly"}, {"place", "phuong 12 go vap"}, {"place", "ha nam"}, {"unit", "13285"}, {"unit", "37"}})
        all += finder.find(request(what, query)) + "\n";
    return all;
}

TEST(Finder, AFileThatIsNoJsonLeavesWhatWasThere) {
    Finder finder = full();
    const std::string before = knowledge(finder);
    for (const auto& [what, good] : data_files())
        for (const std::string& bytes : {std::string{}, std::string{"{"}, std::string{"[]"}, std::string{"null"}, good.substr(0, good.size() / 2), good + "x"}) {
            EXPECT_FALSE(finder.load(what, bytes)) << what << " " << bytes.substr(0, 20);
            EXPECT_EQ(knowledge(finder), before) << what << " " << bytes.substr(0, 20);
        }
    EXPECT_FALSE(finder.load("weather", data_files()[0].second));
    EXPECT_FALSE(finder.load("", "{}"));
    EXPECT_EQ(knowledge(finder), before);
}

TEST(Finder, PlacesWithNothingOfUseLeaveWhatWasThere) {
    Finder finder = full();
    const std::string before = knowledge(finder);
    for (const char* what : {"provinces", "communes"})
        for (const char* bytes : {"{}", R"({"format":1})", R"({"format":99,"provinces":[],"shards":[{}]})", R"({"provinces":{},"shards":{},"runs":7})"}) {
            EXPECT_FALSE(finder.load(what, bytes)) << what << bytes;
            EXPECT_EQ(knowledge(finder), before) << what << bytes;
        }
}

TEST(Finder, TheSameFileAgainChangesNothing) {
    Finder finder = full();
    const std::string before = knowledge(finder);
    for (const char* what : {"catalogue", "communes", "old_units"}) {
        const auto& files = data_files();
        const auto file = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.first == what; });
        EXPECT_TRUE(finder.load(what, file->second)) << what;
        EXPECT_EQ(knowledge(finder), before) << what;
    }
}

TEST(Finder, OneFaultyProvinceOfCommunesCostsOnlyItself) {
    Finder finder;
    ASSERT_TRUE(finder.load("provinces", data_files()[1].second));
    json communes = json::parse(data_files()[2].second, nullptr, false);
    for (json& shard : communes["shards"])
        if (shard["province"] == "79") shard["communes"][0] = json::array({"00000", "Nowhere", "ward"});
    (void)finder.load("communes", communes.dump());
    EXPECT_EQ(answer(finder, request("unit", "13285")).places.size(), 1U);
    EXPECT_TRUE(answer(finder, request("unit", "26824")).places.empty());
    EXPECT_EQ(answer(finder, request("unit", "79")).places.size(), 1U);
}

// finder.hpp says "what is there stays"; both files are taken before it is known that they are of use.
TEST(Finder, ACatalogueWithNothingOfUseLeavesWhatWasThere) {
    Finder finder = full();
    const std::string before = knowledge(finder);
    for (const char* bytes : {"{}", R"({"format":1,"entries":[]})", R"({"format":1,"entries":[{"id":7}]})"}) {
        EXPECT_FALSE(finder.load("catalogue", bytes)) << bytes;
        EXPECT_EQ(knowledge(finder), before) << bytes;
    }
}

TEST(Finder, OldNamesWithNothingOfUseLeaveWhatWasThere) {
    Finder finder = full();
    const std::string before = knowledge(finder);
    for (const char* bytes : {"{}", R"({"format":1,"provinces":7})", R"({"format":1})"}) {
        EXPECT_FALSE(finder.load("old_units", bytes)) << bytes;
        EXPECT_EQ(knowledge(finder), before) << bytes;
    }
}

}  // namespace
}  // namespace danloi
