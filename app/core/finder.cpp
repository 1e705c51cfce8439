// See finder.hpp.
#include "core/finder.hpp"

#include "core/json_part.hpp"
#include "core/json_read.hpp"
#include "core/json_write.hpp"
#include "core/search.hpp"

namespace danloi {

namespace {

constexpr std::size_t most_procedures = 20, most_places = 12;

bool load_all_communes(const nlohmann::json& json, UnitTable& table, Problems& problems) {
    bool all = part(json, "shards").is_array();
    for (const auto& shard : part(json, "shards")) all = load_communes(shard, "communes.json", table, problems) && all;
    return all;
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
    if (what == "provinces") return load_provinces(*json, what, units_, problems);
    if (what == "communes") return load_all_communes(*json, units_, problems);
    if (what == "old_units") return load_old_units(*json, what, units_, problems);
    if (what != "catalogue") return false;
    catalogue_ = load_catalogue(*json, what, problems);
    index_ = make_search_index(catalogue_);
    return !catalogue_.entries.empty();
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
