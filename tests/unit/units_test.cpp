// Places: loading the shards, areas, and the search that forgives tone marks and knows old names.
#include "core/units.hpp"

#include "core/json_read.hpp"
#include "core/units_names.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace danloi {
namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file.good()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

nlohmann::json parsed(std::string_view text, Problems& problems) {
    auto json = read_json(text, "test", problems);
    return json ? *json : nlohmann::json();
}

constexpr const char* two_provinces = R"({"format":1,"runs":[["00004","00199","01"],["25459","25531","80"]],"provinces":[
    {"code":"01","name":"Hà Nội","kind":"city","communes":2},{"code":"80","name":"Tây Ninh","kind":"province","communes":1}]})";
constexpr const char* ha_noi = R"({"format":1,"province":"01","communes":[["00004","Ba Đình","ward"],["00199","Xã Đàn","commune"]]})";

UnitTable small_table(Problems& problems) {
    UnitTable table;
    EXPECT_TRUE(load_provinces(parsed(two_provinces, problems), "units.json", table, problems));
    return table;
}

TEST(Units, FindsByCodeAndKnowsTheProvinceBeforeTheShardIsIn) {
    Problems problems;
    UnitTable table = small_table(problems);
    EXPECT_EQ(table.find("00004"), nullptr);
    EXPECT_EQ(table.province_of("00004"), "01");
    EXPECT_TRUE(in_area(table, "00004", "01"));
    ASSERT_TRUE(load_communes(parsed(ha_noi, problems), "units/01.json", table, problems));
    ASSERT_NE(table.find("00004"), nullptr);
    EXPECT_EQ(table.find("00004")->name, "Ba Đình");
    EXPECT_TRUE(table.has_communes_of("01"));
    EXPECT_FALSE(table.has_communes_of("80"));
    EXPECT_EQ(table.province_of("00005"), "") << "the shard is in and holds no such unit";
    EXPECT_TRUE(problems.empty());
}

TEST(Units, AreaIsTheUnitItselfOrItsProvince) {
    Problems problems;
    UnitTable table = small_table(problems);
    load_communes(parsed(ha_noi, problems), "units/01.json", table, problems);
    EXPECT_TRUE(in_area(table, "00004", "00004"));
    EXPECT_TRUE(in_area(table, "00004", "01"));
    EXPECT_TRUE(in_area(table, "01", "01"));
    EXPECT_FALSE(in_area(table, "00004", "80"));
    EXPECT_FALSE(in_area(table, "00004", "00199"));
    EXPECT_FALSE(in_area(table, "01", "00004")) << "a province does not lie in its commune";
    EXPECT_FALSE(in_area(table, "99999", "99999"));
    EXPECT_FALSE(in_area(table, "", ""));
    const UnitTree tree = unit_tree(table);
    EXPECT_TRUE(tree.lies_in(tree.context, "00004", "01"));
    EXPECT_FALSE(tree.lies_in(tree.context, "00004", "80"));
}

TEST(Units, UnknownCodeIsAProblemThatNamesThePlace) {
    Problems problems;
    const UnitTable table = small_table(problems);
    EXPECT_EQ(require_unit(table, "98765", Place("x.json") / "place", problems), nullptr);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].file, "x.json");
    EXPECT_EQ(problems[0].pointer, "/place");
    EXPECT_NE(problems[0].reason.find("98765"), std::string::npos);
    EXPECT_FALSE(problems[0].remedy.empty());
    EXPECT_NE(require_unit(table, "80", Place("x.json"), problems), nullptr);
    EXPECT_EQ(problems.size(), 1U);
}

TEST(Units, TitlesNameTheKind) {
    EXPECT_EQ(unit_title({"00004", "Ba Đình", UnitKind::ward, "01", ""}).vi, "Phường Ba Đình");
    EXPECT_EQ(unit_title({"00004", "Ba Đình", UnitKind::ward, "01", ""}).en, "Ba Đình ward");
    EXPECT_EQ(unit_title({"04", "Cao Bằng", UnitKind::province, "04", ""}).vi, "Tỉnh Cao Bằng");
    EXPECT_EQ(unit_title({"26732", "Côn Đảo", UnitKind::special_zone, "79", ""}).vi, "Đặc khu Côn Đảo");
}

TEST(UnitNames, KindsAndKeys) {
    EXPECT_EQ(without_kind("Thành phố Thủ Đức"), "Thủ Đức");
    EXPECT_EQ(without_kind("Thị trấn Phó Bảng"), "Phó Bảng");
    EXPECT_EQ(without_kind("Ba Đình"), "Ba Đình");
    EXPECT_EQ(kind_key_of("Phường 12"), "phuong");
    EXPECT_EQ(kind_key_of("Ba Đình"), "");
    EXPECT_EQ(place_key("M'Drắk"), "mdrak");
    EXPECT_EQ(place_key("Ea H’Leo"), "ea hleo");
    EXPECT_TRUE(is_kind_word("phuong"));
    EXPECT_FALSE(is_kind_word("ba"));
}

struct BadShard {
    const char* what;
    const char* json;
};

class FaultyCommunes : public testing::TestWithParam<BadShard> {};

TEST_P(FaultyCommunes, AddNothingAndSayWhy) {
    Problems problems;
    UnitTable table = small_table(problems);
    const std::size_t units = table.units.size();
    EXPECT_FALSE(load_communes(parsed(GetParam().json, problems), "units/01.json", table, problems)) << GetParam().what;
    EXPECT_EQ(table.units.size(), units);
    ASSERT_EQ(problems.size(), 1U) << GetParam().what;
    EXPECT_EQ(problems[0].file, "units/01.json");
    EXPECT_FALSE(problems[0].reason.empty());
    EXPECT_FALSE(problems[0].remedy.empty());
}

INSTANTIATE_TEST_SUITE_P(Units, FaultyCommunes, testing::Values(
    BadShard{"unknown province", R"({"format":1,"province":"99","communes":[]})"},
    BadShard{"too few", R"({"format":1,"province":"01","communes":[["00004","Ba Đình","ward"]]})"},
    BadShard{"same code twice", R"({"format":1,"province":"01","communes":[["00004","Ba Đình","ward"],["00004","Ba Đình","ward"]]})"},
    BadShard{"code of another province", R"({"format":1,"province":"01","communes":[["00004","Ba Đình","ward"],["25459","X","ward"]]})"},
    BadShard{"unknown kind", R"({"format":1,"province":"01","communes":[["00004","Ba Đình","ward"],["00199","X","village"]]})"},
    BadShard{"a number for a name", R"({"format":1,"province":"01","communes":[["00004","Ba Đình","ward"],["00199",7,"ward"]]})"},
    BadShard{"unknown format", R"({"format":9,"province":"01","communes":[["00004","Ba Đình","ward"],["00199","X","ward"]]})"},
    BadShard{"unknown key", R"({"format":1,"province":"01","more":1,"communes":[["00004","Ba Đình","ward"],["00199","X","ward"]]})"}));

TEST(Units, OldNameThatLeadsNowhereIsAProblemAndTheOthersStay) {
    Problems problems;
    UnitTable table = small_table(problems);
    const auto json = parsed(R"({"format":1,"provinces":[["Thành phố Hà Nội",[["Quận Ba Đình",[["Phường Phúc Xá","00004"],["Phường Lạ","77777"]]]]]]})", problems);
    EXPECT_FALSE(load_old_units(json, "old-units.json", table, problems));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].pointer, "/provinces/0/1/0/1/1");
    ASSERT_EQ(table.old_units.size(), 1U);
    EXPECT_EQ(table.old_units[0].name, "Phường Phúc Xá");
}

/// All shards as the build makes them, loaded once.
struct Country {
    UnitTable table;
    Problems problems;

    Country() {
        const std::string folder = DANLOI_PLACES_DIR;
        load_provinces(parsed(bytes_of(folder + "/units.json"), problems), "units.json", table, problems);
        const auto shards = table.shards;
        for (const ProvinceShard& shard : shards)
            load_communes(parsed(bytes_of(folder + "/units/" + shard.code + ".json"), problems), shard.code + ".json", table, problems);
        load_old_units(parsed(bytes_of(folder + "/old-units.json"), problems), "old-units.json", table, problems);
    }
};

const Country& country() {
    static const Country loaded;
    return loaded;
}

TEST(RealPlaces, AllLoadWithoutAProblem) {
    EXPECT_TRUE(country().problems.empty());
    EXPECT_EQ(country().table.shards.size(), 34U);
    EXPECT_EQ(country().table.units.size(), 34U + 3321U);
    EXPECT_EQ(country().table.old_provinces.size(), 63U);
    EXPECT_GT(country().table.old_units.size(), 10'000U);
    for (const OldUnit& old : country().table.old_units) ASSERT_NE(country().table.find(old.code), nullptr) << old.name;
}

TEST(RealPlaces, NoTwoUnitsHaveTheSameAddress) {
    std::set<std::string> seen;
    for (const Unit& unit : country().table.units) EXPECT_TRUE(seen.insert(unit_address(country().table, unit).vi).second) << unit.code;
}

TEST(RealPlaces, LoadingAShardTwiceChangesNothing) {
    UnitTable table = country().table;
    Problems problems;
    EXPECT_TRUE(load_communes(parsed(bytes_of(std::string(DANLOI_PLACES_DIR) + "/units/79.json"), problems), "79.json", table, problems));
    EXPECT_EQ(table.units.size(), country().table.units.size());
}

struct PlaceQuery {
    const char* query;
    const char* title;
    const char* via;
};

class PlaceSearch : public testing::TestWithParam<PlaceQuery> {};

TEST_P(PlaceSearch, LeadsToTheUnitOfToday) {
    const auto hits = search_units(country().table, GetParam().query, "", 5);
    ASSERT_FALSE(hits.empty()) << GetParam().query;
    EXPECT_EQ(hits[0].title.vi, GetParam().title) << GetParam().query;
    EXPECT_EQ(hits[0].via, GetParam().via) << GetParam().query;
}

INSTANTIATE_TEST_SUITE_P(CurrentNames, PlaceSearch, testing::Values(
    PlaceQuery{"ha noi", "Thành phố Hà Nội", ""}, PlaceQuery{"HUẾ", "Thành phố Huế", ""}, PlaceQuery{"tphcm", "Thành phố Hồ Chí Minh", ""},
    PlaceQuery{"tp hcm", "Thành phố Hồ Chí Minh", ""}, PlaceQuery{"tinh cao bang", "Tỉnh Cao Bằng", ""},
    PlaceQuery{"phuong ba dinh", "Phường Ba Đình, Thành phố Hà Nội", ""}, PlaceQuery{"govap", "Phường Gò Vấp, Thành phố Hồ Chí Minh", ""},
    PlaceQuery{"con da", "Đặc khu Côn Đảo, Thành phố Hồ Chí Minh", ""}, PlaceQuery{"mdrak", "Xã M'Drắk, Tỉnh Đắk Lắk", ""},
    PlaceQuery{"xa tan hoa tay ninh", "Xã Tân Hòa, Tỉnh Tây Ninh", ""}, PlaceQuery{"tân hòa, vĩnh long", "Xã Tân Hòa, Tỉnh Vĩnh Long", ""},
    PlaceQuery{"tan hoa hcm", "Phường Tân Hòa, Thành phố Hồ Chí Minh", ""}));

INSTANTIATE_TEST_SUITE_P(OldNames, PlaceSearch, testing::Values(
    PlaceQuery{"phuong 12 go vap", "Phường An Hội Tây, Thành phố Hồ Chí Minh", "Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh"},
    PlaceQuery{"p12 q go vap", "Phường An Hội Tây, Thành phố Hồ Chí Minh", "Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh"},
    PlaceQuery{"p1 q3 hcm", "Phường Bàn Cờ, Thành phố Hồ Chí Minh", "Phường 1, Quận 3, Thành phố Hồ Chí Minh"},
    PlaceQuery{"Ngũ Hiệp, Thanh Trì", "Xã Thanh Trì, Thành phố Hà Nội", "Xã Ngũ Hiệp, Huyện Thanh Trì, Thành phố Hà Nội"},
    PlaceQuery{"tinh binh duong", "Thành phố Hồ Chí Minh", "Tỉnh Bình Dương"},
    PlaceQuery{"yen bai", "Tỉnh Lào Cai", "Tỉnh Yên Bái"}));

TEST(PlaceSearchRules, ADistrictOfOldListsItsCommunesOfToday) {
    const auto hits = search_units(country().table, "quận 1", "", 4);
    ASSERT_EQ(hits.size(), 4U);
    for (const UnitHit& hit : hits) EXPECT_EQ(hit.via, "Quận 1, Thành phố Hồ Chí Minh") << hit.title.vi;
}

TEST(PlaceSearchRules, SameNameIsToldApartByProvince) {
    std::set<std::string> titles;
    for (const UnitHit& hit : search_units(country().table, "tan hoa", "", 6)) titles.insert(hit.title.vi);
    EXPECT_EQ(titles.size(), 6U);
    EXPECT_TRUE(titles.count("Xã Tân Hòa, Tỉnh Tây Ninh"));
}

TEST(PlaceSearchRules, OneProvinceCanBeAskedFor) {
    const auto hits = search_units(country().table, "tan", "80", 50);
    ASSERT_FALSE(hits.empty());
    for (const UnitHit& hit : hits) EXPECT_EQ(country().table.province_of(hit.code), "80") << hit.title.vi;
}

TEST(PlaceSearchRules, EachUnitStandsOnce) {
    std::set<std::string> codes;
    for (const UnitHit& hit : search_units(country().table, "an", "", 500)) EXPECT_TRUE(codes.insert(hit.code).second) << hit.code;
    EXPECT_GT(codes.size(), 50U);
}

TEST(PlaceSearchRules, NothingForEmptyOrUnknown) {
    EXPECT_TRUE(search_units(country().table, "", "", 5).empty());
    EXPECT_TRUE(search_units(country().table, " ,. ", "", 5).empty());
    EXPECT_TRUE(search_units(country().table, "zzzzz", "", 5).empty());
    EXPECT_TRUE(search_units(country().table, "ha noi", "", 0).empty());
    EXPECT_TRUE(search_units(UnitTable{}, "ha noi", "", 5).empty());
}

TEST(PlaceSearchRules, OldNameWorksBeforeTheShardIsIn) {
    UnitTable table = country().table;
    std::erase_if(table.units, [](const Unit& unit) { return unit.code != unit.province; });
    for (ProvinceShard& shard : table.shards) shard.loaded = false;
    const auto hits = search_units(table, "phuong 12 go vap", "", 1);
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].code, "26882");
    EXPECT_EQ(hits[0].title.vi, "Thành phố Hồ Chí Minh") << "the commune's own name is not known yet, its province is";
}

}  // namespace
}  // namespace danloi
