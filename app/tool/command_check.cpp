// danloi check: proves definitions and content; one coverage line a procedure.
#include "core/json_write.hpp"
#include "core/procedure_check.hpp"
#include "tool/commands.hpp"

#include <iostream>
#include <set>

namespace danloi {

namespace {

struct Checked {
    std::vector<CheckReport> reports;
    Catalogue catalogue;  ///< of the definitions that could be read
    Problems problems;
};

std::vector<std::string> ids_of(const std::vector<DefinitionFile>& files) {
    std::vector<std::string> ids;
    for (const DefinitionFile& file : files) ids.push_back(std::filesystem::path{file.file}.stem().string());
    return ids;
}

void check_definitions(const std::vector<DefinitionFile>& files, const std::vector<std::string>& ids, const Around& around,
                       Checked& out) {
    std::set<std::string> seen;
    for (const DefinitionFile& file : files) {
        Problems problems;
        const auto procedure = load_for_check(file.bytes, file.file, problems);
        if (procedure) {
            if (!seen.insert(procedure->id).second)
                problems.push_back({file.file, "/id", "is used by another file too", "give each procedure an id of its own"});
            if (procedure->id != std::filesystem::path{file.file}.stem().string())
                problems.push_back({file.file, "/id", "differs from the file's name", "name the file " + procedure->id + ".json"});
            out.catalogue.entries.push_back(entry_of(*procedure, {}));
            CheckInput input{around.input.today, &around.calendar, around.input.units, ids, {}};
            out.reports.push_back(check_procedure(*procedure, file.file, input, problems, problems.size()));
        }
        out.problems.insert(out.problems.end(), problems.begin(), problems.end());
    }
}

void check_fields(const Catalogue& catalogue, const Wording& wording, Problems& problems) {
    for (const CatalogueEntry& entry : catalogue.entries)
        if (!wording.has("field." + entry.field))
            problems.push_back({"procedures/" + entry.id + ".json", "/field", "the field \"" + entry.field + "\" has no name in content/ui.json",
                                "use a field that has one, or add \"field." + entry.field + "\" to its strings"});
}

void check_content(const Library& library, Checked& checked) {
    checked.catalogue.life_events = library.life_events(checked.problems);
    check_life_events(checked.catalogue, "content/life-events.json", checked.problems);
    for (const char* lang : {"vi", "en"}) {
        const Wording wording = library.wording(lang, checked.problems);
        if (std::string_view{lang} == "vi") check_fields(checked.catalogue, wording, checked.problems);
    }
}

// What definitions may refer to: the project's own and those that are checked now.
std::vector<std::string> known_ids(const Library& library, const std::vector<DefinitionFile>& files, bool all, Problems& problems) {
    std::vector<std::string> ids = ids_of(files);
    if (all) return ids;
    for (std::string& id : ids_of(library.definitions({}, problems))) ids.push_back(std::move(id));
    return ids;
}

void print_json(const Checked& checked) {
    std::string out;
    JsonWriter w{out};
    w.open_object().key("procedures").open_array();
    for (const CheckReport& report : checked.reports)
        w.open_object().member("id", report.id).member("coverage", coverage_line(report))
            .member("problems", static_cast<std::int64_t>(report.problems)).close_object();
    w.close_array().key("problems").open_array();
    for (const Problem& p : checked.problems)
        w.open_object().member("file", p.file).member("pointer", p.pointer).member("reason", p.reason).member("remedy", p.remedy).close_object();
    w.close_array().close_object();
    std::cout << out << "\n";
}

}  // namespace

Exit check_command(const Options& options) {
    const Library library = Library::of(options);
    Checked checked;
    Around around;
    (void)look_around(library, options, around, checked.problems);
    const auto files = library.definitions(options.words, checked.problems);
    if (files.empty() && checked.problems.empty())
        checked.problems.push_back({"procedures", "", "holds no definition", "name a folder with *.json files"});
    check_definitions(files, known_ids(library, files, options.words.empty(), checked.problems), around, checked);
    if (options.words.empty()) check_content(library, checked);
    report(checked.problems);
    if (options.has("--json")) print_json(checked);
    else {
        for (const CheckReport& report : checked.reports) std::cout << coverage_line(report) << "\n";
        std::cout << checked.reports.size() << " procedures, " << checked.problems.size()
                  << (checked.problems.size() == 1 ? " problem\n" : " problems\n");
    }
    return checked.problems.empty() ? Exit::fine : Exit::problems;
}

}  // namespace danloi
