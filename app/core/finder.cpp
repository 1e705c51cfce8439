// See finder.hpp.
#include "core/finder.hpp"

#include "core/json_part.hpp"
#include "core/json_read.hpp"
#include "core/json_write.hpp"
#include "core/search.hpp"

#include <utility>

namespace danloi {

namespace {

constexpr std::size_t most_procedures = 20, most_places = 12;

// The shards that can be used; one that is damaged leaves the others.
bool load_all_communes(const nlohmann::json& json, UnitTable& table, Problems& problems) {
    bool some = false;
    for (const auto& shard : part(json, "shards")) some = load_communes(shard, "communes.json", table, problems) || some;
    return some;
}

bool replace_catalogue(const nlohmann::json& json, Catalogue& catalogue, SearchIndex& index, Problems& problems) {
    Catalogue fresh = load_catalogue(json, "catalogue", problems);
    if (fresh.entries.empty()) return false;
    catalogue = std::move(fresh);
    index = make_search_index(catalogue);
    return true;
}

bool load_all_provinces(const nlohmann::json& json, UnitTable& table, Problems& problems) {
    UnitTable fresh;
    if (!load_provinces(json, "provinces", fresh, problems)) return false;
    if (table.units.empty()) table = std::move(fresh);  // the same file again must not cost the communes
    return true;
}

bool replace_old_units(const nlohmann::json& json, UnitTable& table, Problems& problems) {
    UnitTable fresh = table;
    if (!load_old_units(json, "old_units", fresh, problems) || fresh.old_units.empty()) return false;
    table = std::move(fresh);
    return true;
}

void write_place(JsonWriter& w, const UnitTable& table, std::string_view code, const Text& name, std::string_view via) {
    w.open_object().member("code", code).member("province", table.province_of(code));
    w.member("vi", std::string_view{name.vi}).member("en", std::string_view{name.en}).member_if("via", via).close_object();
}

}  // namespace

bool Finder::load(std::string_view what, std::string_view bytes) {
    Problems problems;
    const auto json = read_json(bytes, std::string{what}, problems);
    if (!json || !json->is_object()) return false;
    if (what == "provinces") return load_all_provinces(*json, units_, problems);
    if (what == "communes") return load_all_communes(*json, units_, problems);
    if (what == "old_units") return replace_old_units(*json, units_, problems);
    return what == "catalogue" && replace_catalogue(*json, catalogue_, index_, problems);
}

std::string Finder::find(std::string_view request) const {
    Problems problems;
    const auto json = read_json(request, "request", problems);
    const nlohmann::json asked = json.value_or(nlohmann::json{});
    const std::string what = word(part(asked, "what")), query = word(part(asked, "query")), lang = word(part(asked, "lang"));
    std::string out;
    JsonWriter w{out};
    w.open_object().member("t", "found").member("what", std::string_view{what}).member("query", std::string_view{query});
    w.key(what == "procedure" ? "ids" : "places").open_array();
    if (what == "procedure")
        for (const Hit& hit : search(catalogue_, index_, query, lang, most_procedures)) w.text(catalogue_.entries[hit.entry].id);
    if (what == "place")
        for (const UnitHit& hit : search_units(units_, query, "", most_places)) write_place(w, units_, hit.code, hit.title, hit.via);
    const Unit* unit = what == "unit" ? units_.find(query) : nullptr;
    if (unit != nullptr) write_place(w, units_, unit->code, unit_address(units_, *unit), {});
    w.close_array().close_object();
    return out;
}

}  // namespace danloi
