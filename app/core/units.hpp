// Provinces and communes after 1 July 2025, and the old names that lead to them.
// The files come from deploy/places.mjs: units.json first, then units/<province>.json and old-units.json as needed.
#pragma once
#include "core/multilingual.hpp"
#include "core/problem.hpp"
#include "core/rule.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

enum class UnitKind : std::uint8_t { province, city, commune, ward, special_zone };

/// A province, a centrally run city, or a commune-level unit.
struct Unit {
    std::string code;      ///< official code: two digits for a province ("01"), five for a commune ("00004")
    std::string name;      ///< without the word for its kind: "Ba Đình"
    UnitKind kind = UnitKind::commune;
    std::string province;  ///< code of its province; a province is its own
    std::string key;       ///< folded name for the search: "ba dinh"
};

/// A unit that no longer exists and the current unit its land belongs to. One old unit may lead to several.
struct OldUnit {
    std::string name;            ///< with its kind, as people say it: "Phường 12"
    std::uint32_t district = 0;  ///< index into UnitTable::old_districts
    std::string code;            ///< the current unit
    std::string key;             ///< folded name without its kind: "12"
};

/// A district of the time before 1 July 2025: "Quận Gò Vấp" of the former province with this index.
struct OldDistrict {
    std::string name;
    std::string key;             ///< folded name without its kind: "go vap"
    std::uint32_t province = 0;  ///< index into UnitTable::old_provinces
};

/// A province of the time before 1 July 2025 and the current one it belongs to.
struct OldProvince {
    std::string name;  ///< with its kind: "Tỉnh Bình Dương"
    std::string key;   ///< folded name without its kind: "binh duong"
    std::string code;  ///< current province
};

/// Codes from `first` to `last` lie in `province`: tells a commune's province before its shard is in.
struct CodeRun {
    std::string first, last, province;
};

/// How many communes a province has, and whether its shard is in.
struct ProvinceShard {
    std::string code;
    std::uint32_t communes = 0;
    bool loaded = false;
};

/// The places known so far. Communes arrive province by province; a code is known to exist once its shard is in.
struct UnitTable {
    std::vector<Unit> units{};             ///< sorted by code
    std::vector<CodeRun> runs{};           ///< sorted by first, not overlapping
    std::vector<ProvinceShard> shards{};   ///< sorted by code
    std::vector<OldProvince> old_provinces{};
    std::vector<OldDistrict> old_districts{};
    std::vector<OldUnit> old_units{};

    /// The unit with this code, or nullptr.
    [[nodiscard]] const Unit* find(std::string_view code) const;
    /// Code of the province a code lies in, also when its shard is not loaded; "" for a code outside all ranges.
    [[nodiscard]] std::string_view province_of(std::string_view code) const;
    /// Whether all communes of this province are in.
    [[nodiscard]] bool has_communes_of(std::string_view province) const;
};

/// Reads units.json into an empty table. False, with problems, when nothing of it could be used.
bool load_provinces(const nlohmann::json& json, std::string_view file, UnitTable& table, Problems& problems);

/// Adds units/<province>.json. All or nothing: a shard with a fault adds no unit. Loading it twice changes nothing.
bool load_communes(const nlohmann::json& json, std::string_view file, UnitTable& table, Problems& problems);

/// Adds old-units.json. A name that leads outside the known code ranges is a problem and left out.
bool load_old_units(const nlohmann::json& json, std::string_view file, UnitTable& table, Problems& problems);

/// Whether `unit` is `area` or lies in the province `area`; both are codes. False for unknown codes.
bool in_area(const UnitTable& table, std::string_view unit, std::string_view area);

/// The table as the rule operator inPlace wants it. `table` must outlive the result.
UnitTree unit_tree(const UnitTable& table);

/// The unit with this code; an unknown code is a Problem at `place` and gives nullptr.
const Unit* require_unit(const UnitTable& table, std::string_view code, const Place& place, Problems& problems);

/// Name with kind: "Phường Ba Đình" / "Ba Đình ward", "Tỉnh Cao Bằng" / "Cao Bằng province".
Text unit_title(const Unit& unit);

/// Title and, for a commune, its province, because many communes share a name: "Xã Tân Hòa, Tỉnh Tây Ninh".
Text unit_address(const UnitTable& table, const Unit& unit);

/// A unit found by name.
struct UnitHit {
    std::string code;
    Text title;        ///< unit_address of the current unit
    std::string via{};  ///< the old name it was found by ("Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh"), or ""
    int score = 0;     ///< higher is better
};

/// The best `limit` units for what was typed: tone marks, case and the words phường, xã, quận... do not matter, the
/// last word may be unfinished, current names stand before old ones. `province` limits the search to one province
/// ("" searches the whole country). Every word typed must be found in the unit, its district or its province.
std::vector<UnitHit> search_units(const UnitTable& table, std::string_view query, std::string_view province,
                                  std::size_t limit);

}  // namespace danloi
