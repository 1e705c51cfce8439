// See units.hpp.
#include "core/units.hpp"

#include "core/text.hpp"
#include "core/units_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace danloi {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kinds{{
    {"Phường ", "phuong"}, {"Xã ", "xa"}, {"Thị trấn ", "thi tran"}, {"Đặc khu ", "dac khu"}, {"Quận ", "quan"},
    {"Huyện ", "huyen"}, {"Thị xã ", "thi xa"}, {"Thành phố ", "thanh pho"}, {"Tỉnh ", "tinh"}}};
constexpr std::array<std::string_view, 19> kind_words{
    "phuong", "xa", "thi", "tran", "dac", "khu", "quan", "huyen", "thanh", "pho", "tinh",
    "ward", "commune", "special", "zone", "city", "province", "district", "town"};

struct KindName {
    std::string_view vi, en;
};

KindName name_of(UnitKind kind) {
    switch (kind) {
        case UnitKind::province: return {"Tỉnh ", " province"};
        case UnitKind::city: return {"Thành phố ", " city"};
        case UnitKind::ward: return {"Phường ", " ward"};
        case UnitKind::special_zone: return {"Đặc khu ", " special zone"};
        case UnitKind::commune: break;
    }
    return {"Xã ", " commune"};
}

}  // namespace

std::string place_key(std::string_view name) {
    constexpr std::string_view curly = "\u2019";
    std::string plain;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (name[at] == '\'') continue;
        if (name.substr(at, curly.size()) == curly) at += curly.size() - 1;
        else plain += name[at];
    }
    return fold(plain);
}

std::string_view without_kind(std::string_view name) {
    for (const auto& [kind, key] : kinds)
        if (name.substr(0, kind.size()) == kind) return name.substr(kind.size());
    return name;
}

std::string_view kind_key_of(std::string_view name) {
    for (const auto& [kind, key] : kinds)
        if (name.substr(0, kind.size()) == kind) return key;
    return {};
}

bool is_kind_word(std::string_view word) { return std::find(kind_words.begin(), kind_words.end(), word) != kind_words.end(); }

const Unit* UnitTable::find(std::string_view code) const {
    const auto at = std::lower_bound(units.begin(), units.end(), code, [](const Unit& unit, std::string_view wanted) { return unit.code < wanted; });
    return at != units.end() && at->code == code ? &*at : nullptr;
}

std::string_view UnitTable::province_of(std::string_view code) const {
    if (const Unit* unit = find(code)) return unit->province;
    if (code.size() != 5) return {};
    const auto after = std::upper_bound(runs.begin(), runs.end(), code, [](std::string_view wanted, const CodeRun& run) { return wanted < run.first; });
    if (after == runs.begin()) return {};
    const CodeRun& run = *(after - 1);
    // Inside a range but not among the loaded communes: no such unit.
    return code <= run.last && !has_communes_of(run.province) ? std::string_view(run.province) : std::string_view{};
}

bool UnitTable::has_communes_of(std::string_view province) const {
    return std::any_of(shards.begin(), shards.end(), [&](const ProvinceShard& shard) { return shard.code == province && shard.loaded; });
}

bool in_area(const UnitTable& table, std::string_view unit, std::string_view area) {
    const std::string_view home = table.province_of(unit);
    return !home.empty() && (unit == area || home == area);
}

UnitTree unit_tree(const UnitTable& table) {
    return {[](const void* context, std::string_view unit, std::string_view area) {
                return in_area(*static_cast<const UnitTable*>(context), unit, area);
            },
            &table};
}

const Unit* require_unit(const UnitTable& table, std::string_view code, const Place& place, Problems& problems) {
    const Unit* unit = table.find(code);
    if (unit == nullptr)
        problems.push_back(place.problem("there is no province or commune with code \"" + std::string(code) + "\"",
                                         "use the official code: two digits for a province, five for a commune"));
    return unit;
}

Text unit_title(const Unit& unit) {
    const KindName kind = name_of(unit.kind);
    return {std::string(kind.vi) + unit.name, unit.name + std::string(kind.en)};
}

Text unit_address(const UnitTable& table, const Unit& unit) {
    Text title = unit_title(unit);
    const Unit* province = unit.code == unit.province ? nullptr : table.find(unit.province);
    if (province == nullptr) return title;
    const Text home = unit_title(*province);
    return {title.vi + ", " + home.vi, title.en + ", " + home.en};
}

}  // namespace danloi
