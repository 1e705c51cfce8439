// Search for a place by what people type; see search_units in units.hpp. Fourteen thousand names are compared as
// they stand: folded keys, no index.
#include "core/units.hpp"
#include "core/units_match.hpp"
#include "core/units_names.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace danloi {
namespace {

using namespace place_match;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// A current name stands before an old one that fits as well, a province before a commune.
constexpr int is_province = 12, is_current = 8;

std::string_view kind_key(UnitKind kind) {
    constexpr std::array<std::string_view, 5> keys{"tinh province", "thanh pho city", "xa commune", "phuong ward", "dac khu special zone"};
    return keys[std::size_t(kind)];
}

/// A found unit before its names are written out. `old` and `district` say how it was found.
struct Found {
    std::string_view code, key;
    int score = 0;
    std::uint32_t old = none, district = none, old_province = none;
};

struct UnitSearch {
    const UnitTable& table;
    const std::vector<Typed>& typed;
    std::string_view only;  ///< province, or ""
    std::vector<Found> found{};

    [[nodiscard]] Around around_of(std::string_view key, std::string_view kind) const { return {key, kind, phrase_bits(typed, key)}; }

    void provinces() {
        for (const ProvinceShard& shard : table.shards) {
            const Unit* unit = table.find(shard.code);
            if (unit == nullptr || (!only.empty() && unit->code != only)) continue;
            auto hit = match({unit->key, kind_key(unit->kind)}, typed);
            if (!hit) hit = by_initials(*unit);
            if (hit && hit->by_name && !hit->other_kind) found.push_back({unit->code, unit->key, hit->score + is_current + is_province});
        }
    }

    void communes() {
        std::array<Around, 100> homes{};  // by the two digits of the province's code
        const auto home_of = [&](std::string_view code) -> Around& { return homes[std::size_t((code[0] - '0') * 10 + (code[1] - '0'))]; };
        for (const ProvinceShard& shard : table.shards)
            if (const Unit* unit = table.find(shard.code)) home_of(shard.code) = around_of(unit->key, kind_key(unit->kind));
        for (const Unit& unit : table.units) {
            if (unit.code == unit.province || (!only.empty() && unit.province != only)) continue;
            const auto hit = match({unit.key, kind_key(unit.kind), {}, home_of(unit.province)}, typed);
            if (hit && hit->by_name) found.push_back({unit.code, unit.key, hit->score + is_current});
        }
    }

    /// "tphcm": every word is a kind or the initials of the province.
    [[nodiscard]] std::optional<Match> by_initials(const Unit& unit) const {
        for (const Typed& word : typed)
            if (!word.kind && !is_initials(unit.key, word.word)) return std::nullopt;
        return Match{whole_name, true};
    }

    void old_units() {
        std::vector<Around> homes, districts;
        for (const OldProvince& old : table.old_provinces) homes.push_back(around_of(old.key, kind_key_of(old.name)));
        for (const OldDistrict& old : table.old_districts) districts.push_back(around_of(old.key, kind_key_of(old.name)));
        for (std::uint32_t i = 0; i < table.old_units.size(); ++i) {
            const OldUnit& old = table.old_units[i];
            const std::uint32_t province = table.old_districts[old.district].province;
            if (!only.empty() && table.old_provinces[province].code != only) continue;
            const auto hit = match({old.key, kind_key_of(old.name), districts[old.district], homes[province]}, typed);
            if (!hit || (!hit->by_name && !hit->by_district)) continue;
            // The unit that took the district's name is what most people mean by it.
            const Unit* now = hit->by_name ? nullptr : table.find(old.code);
            const bool namesake = now != nullptr && now->key == table.old_districts[old.district].key;
            found.push_back({old.code, old.key, hit->score + (namesake ? is_current : 0), hit->by_name ? i : none, old.district});
        }
    }

    void old_provinces() {
        for (std::uint32_t i = 0; i < table.old_provinces.size(); ++i) {
            const OldProvince& old = table.old_provinces[i];
            if (old.code.empty() || (!only.empty() && old.code != only)) continue;
            const auto hit = match({old.key, kind_key_of(old.name)}, typed);
            if (hit && hit->by_name && !hit->other_kind) found.push_back({old.code, old.key, hit->score + is_province, none, none, i});
        }
    }

    /// Best way to each unit first; the other ways to it are dropped.
    void order() {
        const auto before = [](const Found& a, const Found& b) {
            if (a.score != b.score) return a.score > b.score;
            if (a.key != b.key) return a.key < b.key;
            if (a.code != b.code) return a.code < b.code;
            return a.old < b.old;
        };
        std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return a.code != b.code ? a.code < b.code : before(a, b); });
        found.erase(std::unique(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.code == b.code; }), found.end());
        std::sort(found.begin(), found.end(), before);
    }

    [[nodiscard]] std::string via(const Found& hit) const {
        if (hit.old_province != none) return via_province(table.old_provinces[hit.old_province], hit);
        if (hit.district == none) return {};
        const OldDistrict& district = table.old_districts[hit.district];
        const std::string where = district.name + ", " + table.old_provinces[district.province].name;
        return hit.old == none ? where : table.old_units[hit.old].name + ", " + where;
    }

    /// A province that kept its name is not an old one.
    [[nodiscard]] std::string via_province(const OldProvince& old, const Found& hit) const {
        const Unit* now = table.find(hit.code);
        return now != nullptr && now->key == old.key ? std::string{} : old.name;
    }
};

/// The shard of a unit found by an old name may not be in yet: then its province is all that can be said.
Text title_of(const UnitTable& table, std::string_view code) {
    if (const Unit* unit = table.find(code)) return unit_address(table, *unit);
    const Unit* province = table.find(table.province_of(code));
    return province == nullptr ? Text{} : unit_title(*province);
}

}  // namespace

std::vector<UnitHit> search_units(const UnitTable& table, std::string_view query, std::string_view province,
                                  std::size_t limit) {
    const std::vector<Typed> typed = typed_words(query);
    if (typed.empty() || limit == 0) return {};
    UnitSearch search{table, typed, province};
    search.provinces();
    search.communes();
    search.old_units();
    search.old_provinces();
    search.order();
    std::vector<UnitHit> out;
    for (const Found& hit : search.found) {
        if (out.size() == limit) break;
        out.push_back({std::string(hit.code), title_of(table, hit.code), search.via(hit), hit.score});
    }
    return out;
}

}  // namespace danloi
