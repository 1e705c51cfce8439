// The project's content as the command reads it.
#include "tool/library.hpp"

#include "core/json_read.hpp"
#include "core/local_words.hpp"
#include "core/procedure_check.hpp"
#include "core/procedure_load.hpp"
#include "tool/files.hpp"

#include <algorithm>
#include <ctime>
#include <iostream>

namespace danloi {

namespace fs = std::filesystem;

namespace {

std::optional<std::string> bytes_of(const fs::path& path, const std::string& shown, Problems& problems) {
    auto bytes = read_file(path);
    if (!bytes) problems.push_back({shown, "", "cannot be read", "check the name and that the file is there"});
    return bytes;
}

Date machine_date() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return make_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date{});
}

}  // namespace

Library Library::of(const Options& options) {
    const std::string given = options.value("--root");
    if (!given.empty()) return Library{given};
    return Library{fs::exists("procedures") ? fs::path{"."} : fs::path{DANLOI_SOURCE_DIR}};
}

SharedDocuments Library::shared_documents(Problems& problems) const {
    const std::string file = "content/documents.json";
    const auto content = json(file, problems);
    return content ? load_shared_documents(*content, file, problems) : SharedDocuments{file, {}};
}

std::vector<DefinitionFile> Library::definitions(const std::vector<std::string>& paths, const SharedDocuments& shared,
                                                 Problems& problems) const {
    std::vector<fs::path> files;
    for (const std::string& path : paths) {
        if (!fs::is_directory(path)) files.emplace_back(path);
        else for (fs::path& file : json_files(path)) files.push_back(std::move(file));
    }
    if (paths.empty()) files = json_files(root_ / "procedures");
    std::vector<DefinitionFile> out;
    for (const fs::path& file : files) {
        const std::string shown = paths.empty() ? "procedures/" + file.filename().string() : file.string();
        if (auto bytes = bytes_of(file, shown, problems)) out.push_back({shown, expand_shared(std::move(*bytes), shown, shared)});
    }
    return out;
}

std::vector<std::string> Library::ids() const {
    std::vector<std::string> out;
    for (const fs::path& file : json_files(root_ / "procedures")) out.push_back(file.stem().string());
    return out;
}

std::unique_ptr<Procedure> Library::procedure(const std::string& id, Load load, Problems& problems) const {
    const bool slug = !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    const std::string shown = "procedures/" + id + ".json";
    if (!slug) {
        problems.push_back({shown, "", "is not the id of a procedure", "ids are lower-case words joined by hyphens"});
        return nullptr;
    }
    auto bytes = bytes_of(root_ / "procedures" / (id + ".json"), shown, problems);
    if (!bytes) return nullptr;
    return load_definition({shown, expand_shared(std::move(*bytes), shown, shared_documents(problems))}, load, problems);
}

std::optional<nlohmann::json> Library::json(const std::string& file, Problems& problems) const {
    const auto bytes = bytes_of(root_ / file, file, problems);
    return bytes ? read_json(*bytes, file, problems) : std::nullopt;
}

Calendar Library::calendar(Problems& problems) const {
    const auto content = json("content/calendar.json", problems);
    if (!content) return {};
    return load_calendar(*content, "content/calendar.json", problems).value_or(Calendar{});
}

nlohmann::json Library::strings(const std::string& lang, Problems& problems) const {
    nlohmann::json out = nlohmann::json::object();
    const auto content = json("content/ui.json", problems);
    if (!content || !content->contains("strings")) return out;
    for (const auto& [key, text] : (*content)["strings"].items()) {
        if (text.is_object() && text.contains(lang)) out[key] = text[lang];
        else problems.push_back({"content/ui.json", "/strings/" + key, "has no sentence in " + lang, "write it"});
    }
    return out;
}

Wording Library::wording(const std::string& lang, Problems& problems) const {
    return Wording::from_json(strings(lang, problems), "content/ui.json", problems);
}

std::vector<LifeEvent> Library::life_events(Problems& problems) const {
    const auto content = json("content/life-events.json", problems);
    return content ? load_life_events(*content, "content/life-events.json", problems) : std::vector<LifeEvent>{};
}

UnitTable Library::units(const std::string& province, Problems& problems) const {
    UnitTable table;
    const auto provinces = json("build/places/units.json", problems);
    if (!provinces || !load_provinces(*provinces, "build/places/units.json", table, problems)) return table;
    if (province.empty() || table.find(province) == nullptr) return table;
    const std::string file = "build/places/units/" + province + ".json";
    if (const auto communes = json(file, problems)) load_communes(*communes, file, table, problems);
    return table;
}

std::optional<Locality> Library::layer(const std::string& code, Problems& problems) const {
    const UnitTable table = units(std::string{units("", problems).province_of(code)}, problems);
    const std::string file = "content/localities/" + code + ".json";
    const Unit* known = require_unit(table, code, Place{file}, problems);
    if (known == nullptr) return std::nullopt;
    std::optional<Locality> locality = Locality{};
    locality->code = code;
    if (fs::exists(root_ / file)) {
        const auto content = json(file, problems);
        locality = content ? load_locality(*content, code, file, problems) : std::nullopt;
    }
    if (locality) name_locality(*locality, unit_address(table, *known), unit_title(*known));
    return locality;
}

std::optional<Locality> Library::locality(const std::string& code, Problems& problems) const {
    auto own = layer(code, problems);
    const std::string province{units("", problems).province_of(code)};
    if (!own || province.empty() || province == code) return own;
    const auto above = layer(province, problems);
    return above ? merge_localities(*above, *own) : own;
}

std::vector<GlossaryTerm> Library::glossary(Problems& problems) const {
    const auto content = json("content/glossary.json", problems);
    return content ? load_glossary(*content, "content/glossary.json", problems) : std::vector<GlossaryTerm>{};
}

std::unique_ptr<Procedure> load_definition(const DefinitionFile& file, Load load, Problems& problems) {
    const std::size_t before = problems.size();
    problems.insert(problems.end(), file.text.problems.begin(), file.text.problems.end());
    auto procedure = load == Load::thorough ? load_for_check(file.text.bytes, file.file, problems)
                                            : load_procedure(file.text.bytes, file.file, problems);
    point_to_library(file.text, file.file, before, problems);
    return file.text.sound ? std::move(procedure) : nullptr;
}

CatalogueEntry entry_of(const Procedure& p, std::string file) {
    return {p.id, p.code, p.title, p.plain_title, p.summary, p.aliases_vi, p.aliases_en, p.field, p.life_events, p.level,
            p.version, std::move(file)};
}

namespace {

// With a capital letter and one full stop.
std::string sentence(std::string text) {
    if (text.empty()) return text;
    if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    if (text.back() != '.') text += '.';
    return text;
}

}  // namespace

void report(const Problems& problems) {
    for (const Problem& p : problems)
        std::cerr << p.file << " " << (p.pointer.empty() ? "(whole file)" : p.pointer) << ": " << sentence(p.reason) << " " << sentence(p.remedy) << "\n";
}

Date today_of(const Options& options, Problems& problems) {
    const std::string given = options.value("--today");
    if (given.empty()) return machine_date();
    const auto date = parse_iso(given);
    if (!date) problems.push_back({"--today", "", "is not a date: " + given, "write it as 2026-11-21"});
    return date.value_or(Date{});
}

bool look_around(const Library& library, const Options& options, Around& around, Problems& problems) {
    around.calendar = library.calendar(problems);
    around.input.today = today_of(options, problems);
    around.input.calendar = &around.calendar;
    if (const std::string received = options.value("--received"); !received.empty()) {
        around.input.received = parse_date_time(received);
        if (!around.input.received)
            problems.push_back({"--received", "", "is not a date and time: " + received, "write it as 2026-11-21T10:30"});
    }
    if (const std::string code = options.value("--locality"); !code.empty()) {
        const UnitTable provinces = library.units("", problems);
        around.units = library.units(std::string{provinces.province_of(code)}, problems);
        around.tree = unit_tree(around.units);
        around.input.units = &around.tree;
        if (const auto locality = library.locality(code, problems)) {
            const std::string words = local_view_json(*locality, library.wording("vi", problems), library.wording("en", problems));
            around.locality = load_local_view(words, options.value("--lang", "vi"));
            around.input.locality = around.locality.get();
            around.input.hours = locality->hours.week;
        }
    }
    return problems.empty();
}

}  // namespace danloi
