// A desk for places, for tests.
#include "place_desk.hpp"

namespace danloi::place_desk {

const UnitTable& country() {
    static const UnitTable table = [] {
        UnitTable made;
        Problems problems;
        load_provinces(test::source_json("build/places/units.json"), "units.json", made, problems);
        for (const char* province : {"15", "37", "79"})
            load_communes(test::source_json(std::string{"build/places/units/"} + province + ".json"), province, made, problems);
        EXPECT_TRUE(problems.empty()) << problems.front().reason;
        return made;
    }();
    return table;
}

Locality named(Locality locality) {
    const Unit* unit = country().find(locality.code);
    EXPECT_NE(unit, nullptr) << locality.code;
    if (unit != nullptr) name_locality(locality, unit_address(country(), *unit), unit_title(*unit));
    return locality;
}

Locality real_layer(const std::string& code) {
    Problems problems;
    const auto read = load_locality(test::source_json("content/localities/" + code + ".json"), code, code, problems);
    EXPECT_TRUE(read) << code;
    return named(read.value_or(Locality{}));
}

std::string in_words(const Locality& locality) { return local_view_json(locality, test::wording("vi"), test::wording("en")); }

const std::string& phu_ly_words() {
    static const std::string words = in_words(merge_localities(real_layer("37"), real_layer(phu_ly)));
    return words;
}

std::string words_of_note(const std::string& code, const std::string& note) {
    Locality locality;
    locality.code = code;
    locality.notes.push_back({{note, note}, {"s", "high", false, {}}});
    return in_words(named(locality));
}

std::string layer_address(const std::string& code) { return "/data/localities/" + code + ".1.json"; }

StoredDossier stored(const Dossier& dossier) {
    const FieldList fields = fields_of(dossier);
    return {dossier.id, {fields.begin(), fields.end()}};
}

Start at_checklist(Dossier dossier) {
    dossier.step = "checklist";
    Start start;
    start.dossiers = {stored(dossier)};
    start.route = Route{Page::checklist, dossier.procedure, {}, dossier.id};
    return start;
}

Dossier stay() {
    return dossier_of(real(stay_id), {{"case", "new"}, {"dwelling", "own"}, {"person", "adult"}, {"houseInData", true}, {"channel", "counter"}, {"feeGroup", false}});
}

Dossier placed(Dossier dossier, const PlaceName& place) {
    dossier.place = place.code;
    dossier.places[place.code] = place;
    return dossier;
}

json rows_of(const std::vector<std::pair<std::string, std::string>>& list) {
    json rows = json::array();
    for (const auto& [term, value] : list) rows.push_back(json::array({term, value}));
    return rows;
}

}  // namespace danloi::place_desk
