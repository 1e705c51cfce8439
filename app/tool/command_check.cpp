// danloi check: proves definitions and content; one coverage line a procedure and one for all.
#include "core/procedure_check.hpp"
#include "tool/checked.hpp"
#include "tool/commands.hpp"

#include <iostream>
#include <set>

namespace danloi {

namespace {

std::string stem_of(const DefinitionFile& file) { return std::filesystem::path{file.file}.stem().string(); }

void check_id(const Procedure& procedure, const DefinitionFile& file, std::set<std::string>& seen, Problems& problems) {
    if (!seen.insert(procedure.id).second)
        problems.push_back({file.file, "/id", "is used by another file too", "give each procedure an id of its own"});
    if (procedure.id != stem_of(file))
        problems.push_back({file.file, "/id", "differs from the file's name", "name the file " + procedure.id + ".json"});
}

// What the proofs about the whole of the content need to know of a definition.
void remember(const Procedure& procedure, const std::string& file, Checked& out) {
    out.catalogue.entries.push_back(entry_of(procedure, {}));
    for (std::size_t i = 0; i < procedure.documents.size(); ++i) {
        const Document& document = procedure.documents[i];
        out.papers.push_back({file, "/documents/" + std::to_string(i), document.name.vi, document.shared});
    }
    auto& fees = out.fees[procedure.id];
    for (const Fee& fee : procedure.fees) fees.insert(fee.id);
}

void check_definitions(const std::vector<DefinitionFile>& files, const std::vector<std::string>& ids, const Around& around,
                       Checked& out) {
    std::set<std::string> seen;
    for (const DefinitionFile& file : files) {
        const std::size_t before = out.problems.size();
        const auto procedure = load_definition(file, Load::thorough, out.problems);
        if (!procedure) continue;
        check_id(*procedure, file, seen, out.problems);
        remember(*procedure, file.file, out);
        const CheckInput input{around.input.today, &around.calendar, around.input.units, ids, {}};
        out.reports.push_back(check_procedure(*procedure, file.file, input, out.problems, out.problems.size() - before));
        point_to_library(file.text, file.file, before, out.problems);
    }
}

// What definitions may refer to: the project's own and those that are checked now.
std::vector<std::string> known_ids(const Library& library, const std::vector<DefinitionFile>& files) {
    std::vector<std::string> ids = library.ids();
    for (const DefinitionFile& file : files) ids.push_back(stem_of(file));
    return ids;
}

void print_lines(const Checked& checked, const ContentCounts* counts) {
    for (const CheckReport& report : checked.reports) std::cout << coverage_line(report) << "\n";
    std::cout << total_line(checked, counts) << "\n";
}

}  // namespace

Exit check_command(const Options& options) {
    const Library library = Library::of(options);
    Checked checked;
    Around around;
    (void)look_around(library, options, around, checked.problems);
    const SharedDocuments shared = library.shared_documents(checked.problems);
    const auto files = library.definitions(options.words, shared, checked.problems);
    if (files.empty() && checked.problems.empty())
        checked.problems.push_back({"procedures", "", "holds no definition", "name a folder with *.json files"});
    check_definitions(files, known_ids(library, files), around, checked);
    std::optional<ContentCounts> counts;
    if (options.words.empty()) counts = check_content(library, shared, files, checked);
    const ContentCounts* known = counts ? &*counts : nullptr;
    report(checked.problems);
    if (options.has("--json")) std::cout << check_json(checked, known) << "\n";
    else print_lines(checked, known);
    return checked.problems.empty() ? Exit::fine : Exit::problems;
}

}  // namespace danloi
