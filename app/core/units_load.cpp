// Reads the place files written by deploy/places.mjs; see units.hpp.
#include "core/units.hpp"

#include "core/catalogue_reader.hpp"
#include "core/text.hpp"
#include "core/units_names.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace danloi {
namespace {

using nlohmann::json;
using Need = ObjectReader::Need;

constexpr std::int64_t format = 1;
constexpr const char* rebuild = "build the place files again with deploy/places.mjs";

bool is_code(std::string_view text, std::size_t digits) {
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<UnitKind> kind_named(std::string_view name) {
    if (name == "province") return UnitKind::province;
    if (name == "city") return UnitKind::city;
    if (name == "commune") return UnitKind::commune;
    if (name == "ward") return UnitKind::ward;
    if (name == "specialZone") return UnitKind::special_zone;
    return std::nullopt;
}

/// A row of `size` texts, or nullptr and a problem.
const json* row_of(const json& value, std::size_t size, const Place& place, Problems& problems) {
    const auto is_text = [](const json& cell) { return cell.is_string() && is_nfc(cell.get_ref<const std::string&>()); };
    if (value.is_array() && value.size() == size && std::all_of(value.begin(), value.end(), is_text)) return &value;
    problems.push_back(place.problem("expected " + std::to_string(size) + " texts in NFC", rebuild));
    return nullptr;
}

const std::string& cell(const json& row, std::size_t column) { return row[column].get_ref<const std::string&>(); }

void sort_units(std::vector<Unit>& units) {
    std::sort(units.begin(), units.end(), [](const Unit& a, const Unit& b) { return a.code < b.code; });
}

void read_runs(const json* rows, const Place& place, UnitTable& table, Problems& problems) {
    for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
        const json* row = row_of((*rows)[i], 3, place / i, problems);
        if (row == nullptr) continue;
        CodeRun run{cell(*row, 0), cell(*row, 1), cell(*row, 2)};
        const bool in_order = table.runs.empty() || table.runs.back().last < run.first;
        if (is_code(run.first, 5) && is_code(run.last, 5) && is_code(run.province, 2) && run.first <= run.last && in_order)
            table.runs.push_back(std::move(run));
        else problems.push_back((place / i).problem("the code ranges are not in order", rebuild));
    }
}

void read_province(const json& value, const Place& place, UnitTable& table, Problems& problems) {
    ObjectReader reader(value, place, problems);
    Unit unit;
    unit.code = reader.text("code", Need::required);
    unit.name = reader.text("name", Need::required);
    unit.province = unit.code;
    unit.key = place_key(unit.name);
    const std::optional<UnitKind> kind = kind_named(reader.text("kind", Need::required));
    const auto communes = reader.number("communes", Need::required, 1);
    if (!reader.finish()) return;
    if (!is_code(unit.code, 2) || !kind || *kind > UnitKind::city || table.find(unit.code) != nullptr) {
        problems.push_back(place.problem("no province with a code of its own", rebuild));
        return;
    }
    unit.kind = *kind;
    table.shards.push_back({unit.code, std::uint32_t(*communes), false});
    table.units.push_back(std::move(unit));
    sort_units(table.units);
}

std::optional<Unit> read_commune(const json& value, std::string_view province, const UnitTable& table, const Place& place,
                                 Problems& problems) {
    const json* row = row_of(value, 3, place, problems);
    if (row == nullptr) return std::nullopt;
    const std::optional<UnitKind> kind = kind_named(cell(*row, 2));
    if (!is_code(cell(*row, 0), 5) || !kind || *kind < UnitKind::commune || cell(*row, 1).empty()) {
        problems.push_back(place.problem("expected a five-digit code, a name and a kind", rebuild));
        return std::nullopt;
    }
    if (table.province_of(cell(*row, 0)) != province) {
        problems.push_back(place.problem("code " + cell(*row, 0) + " does not belong to province " + std::string(province), rebuild));
        return std::nullopt;
    }
    return Unit{cell(*row, 0), cell(*row, 1), *kind, std::string(province), place_key(cell(*row, 1))};
}

struct OldReader {
    UnitTable& table;
    Problems& problems;

    void read_unit(const json& value, std::uint32_t district, const Place& place) {
        const json* row = row_of(value, 2, place, problems);
        if (row == nullptr) return;
        const std::string_view home = table.province_of(cell(*row, 1));
        if (home.empty()) {
            problems.push_back(place.problem("\"" + cell(*row, 0) + "\" leads to " + cell(*row, 1) + ", which is no unit", rebuild));
            return;
        }
        OldProvince& province = table.old_provinces[table.old_districts[district].province];
        if (province.code.empty()) province.code = home;
        table.old_units.push_back({cell(*row, 0), district, cell(*row, 1), place_key(without_kind(cell(*row, 0)))});
    }

    /// [name, [parts...]]: the parts, or nullptr and a problem.
    const json* group(const json& value, const Place& place) {
        if (value.is_array() && value.size() == 2 && value[0].is_string() && value[1].is_array()) return &value[1];
        problems.push_back(place.problem("expected a name and a list", rebuild));
        return nullptr;
    }

    void read_district(const json& value, std::uint32_t province, const Place& place) {
        const json* units = group(value, place);
        if (units == nullptr) return;
        const std::string& name = cell(value, 0);
        table.old_districts.push_back({name, place_key(without_kind(name)), province});
        const auto district = std::uint32_t(table.old_districts.size() - 1);
        for (std::size_t i = 0; i < units->size(); ++i) read_unit((*units)[i], district, place / 1 / i);
    }

    void read_province(const json& value, const Place& place) {
        const json* districts = group(value, place);
        if (districts == nullptr) return;
        const std::string& name = cell(value, 0);
        table.old_provinces.push_back({name, place_key(without_kind(name)), {}});
        const auto province = std::uint32_t(table.old_provinces.size() - 1);
        for (std::size_t i = 0; i < districts->size(); ++i) read_district((*districts)[i], province, place / 1 / i);
    }
};

}  // namespace

bool load_provinces(const json& value, std::string_view file, UnitTable& table, Problems& problems) {
    const Place place{std::string(file)};
    UnitTable fresh;
    ObjectReader reader(value, place, problems);
    reader.format(format);
    reader.text("source", Need::optional);
    read_runs(reader.array("runs", Need::required), place / "runs", fresh, problems);
    if (const json* provinces = reader.array("provinces", Need::required))
        for (std::size_t i = 0; i < provinces->size(); ++i)
            read_province((*provinces)[i], place / "provinces" / i, fresh, problems);
    if (!reader.finish() || fresh.units.empty()) return false;
    std::sort(fresh.shards.begin(), fresh.shards.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    table = std::move(fresh);
    return true;
}

bool load_communes(const json& value, std::string_view file, UnitTable& table, Problems& problems) {
    const Place place{std::string(file)};
    ObjectReader reader(value, place, problems);
    reader.format(format);
    reader.text("source", Need::optional);
    const std::string province = reader.text("province", Need::required);
    const auto shard = std::find_if(table.shards.begin(), table.shards.end(), [&](const auto& s) { return s.code == province; });
    if (shard == table.shards.end()) {
        problems.push_back((place / "province").problem("there is no province \"" + province + "\"", rebuild));
        return false;
    }
    std::vector<Unit> fresh;
    if (const json* rows = reader.array("communes", Need::required))
        for (std::size_t i = 0; i < rows->size(); ++i)
            if (auto unit = read_commune((*rows)[i], province, table, place / "communes" / i, problems)) fresh.push_back(std::move(*unit));
    if (!reader.finish()) return false;
    sort_units(fresh);
    const auto twice = std::adjacent_find(fresh.begin(), fresh.end(), [](const Unit& a, const Unit& b) { return a.code == b.code; });
    if (twice != fresh.end() || fresh.size() != shard->communes) {
        problems.push_back((place / "communes").problem("not the " + std::to_string(shard->communes) + " different units announced", rebuild));
        return false;
    }
    if (shard->loaded) return true;
    table.units.insert(table.units.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    sort_units(table.units);
    shard->loaded = true;
    return true;
}

bool load_old_units(const json& value, std::string_view file, UnitTable& table, Problems& problems) {
    const Place place{std::string(file)};
    ObjectReader reader(value, place, problems);
    reader.format(format);
    reader.text("source", Need::optional);
    const json* provinces = reader.array("provinces", Need::required);
    table.old_provinces.clear();
    table.old_districts.clear();
    table.old_units.clear();
    OldReader old{table, problems};
    for (std::size_t i = 0; provinces != nullptr && i < provinces->size(); ++i)
        old.read_province((*provinces)[i], place / "provinces" / i);
    return reader.finish();
}

}  // namespace danloi
