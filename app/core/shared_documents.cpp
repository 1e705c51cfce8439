// Reading the library of papers, and writing its papers into definitions.
#include "core/shared_documents.hpp"

#include "core/json_read.hpp"
#include "core/procedure.hpp"
#include "core/procedure_check_parts.hpp"
#include "core/procedure_load.hpp"
#include "core/reader.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace danloi {

namespace {

using nlohmann::json;

constexpr int most_age_days = 36'600;

// What the library may say of a paper. Who needs it, how many and why is the procedure's own.
constexpr std::array<const char*, 11> shared_keys{"type",          "name",     "alsoKnownAs",       "issuedBy", "confirmedBy",
                                                  "availableFrom", "howToGet", "howToGetProcedure", "refuseIf", "note", "ageLimitDays"};

void read_entry(Reader& reader, Document& out) {
    reader.word("id", out.id, Shape::slug, Need::required);
    reader.pick("type", evidence_types, Need::optional);
    reader.text("name", out.name);
    reader.texts("alsoKnownAs", out.also_known_as);
    reader.text("issuedBy", out.issued_by);
    reader.texts("confirmedBy", out.confirmed_by);
    reader.texts("availableFrom", out.available_from);
    reader.text("howToGet", out.how_to_get);
    reader.word("howToGetProcedure", out.how_to_get_procedure, Shape::slug, Need::optional);
    reader.texts("refuseIf", out.refuse_if);
    reader.text("note", out.note);
    reader.whole("ageLimitDays", out.age_limit_days, 1, most_age_days);
}

void keep_text(void* context, const Text& text, const Place& place) {
    check_text(text, place, *static_cast<Problems*>(context));
}

SharedDocuments::Entry entry_of(const json& written, std::string id, std::size_t index) {
    SharedDocuments::Entry entry{std::move(id), index, json::object()};
    for (const char* key : shared_keys)
        if (const auto found = written.find(key); found != written.end()) entry.keys[key] = *found;
    return entry;
}

void report_same(const std::string& file, std::size_t document, const std::string& key, const std::string& id, Problems& problems) {
    problems.push_back((Place{file} / "documents" / document / key)
                           .problem("\"" + key + "\" says the same as the library's \"" + id + "\"", "Leave it out."));
}

void report_unknown(const std::string& file, std::size_t document, const std::string& id, const std::string& library, Problems& problems) {
    problems.push_back((Place{file} / "documents" / document / "shared")
                           .problem("there is no paper \"" + id + "\" in " + library,
                                    "Correct the id, or add the paper to the library."));
}

Borrowed borrow(json& document, std::size_t index, const SharedDocuments::Entry& entry, const std::string& file, Problems& problems) {
    Borrowed out{index, entry.index, {}};
    for (const auto& [key, value] : entry.keys.items()) {
        const auto own = document.find(key);
        if (own == document.end()) {
            document[key] = value;
            out.keys.push_back(key);
        } else if (*own == value) report_same(file, index, key, entry.id, problems);
    }
    return out;
}

void expand_document(json& document, std::size_t index, const std::string& file, const SharedDocuments& library, Expanded& out) {
    if (!document.is_object()) return;
    const auto shared = document.find("shared");
    if (shared == document.end() || !shared->is_string()) return;
    const std::string id = shared->get<std::string>();
    if (const auto* entry = library.find(id)) {
        out.borrowed.push_back(borrow(document, index, *entry, file, out.problems));
        return;
    }
    report_unknown(file, index, id, library.file, out.problems);
    out.sound = false;
    // A name all the same: that it is missing follows from the fault just named.
    if (!document.contains("name")) document["name"] = {{"vi", id}, {"en", id}};
}

// The library's place for a pointer into the definition, or "" when the definition itself says what stands there.
std::string library_pointer(const std::string& pointer, const Borrowed& one) {
    const std::string document = "/documents/" + std::to_string(one.document) + '/';
    if (pointer.rfind(document, 0) != 0) return {};
    const std::string rest = pointer.substr(document.size());
    const std::string key = rest.substr(0, rest.find('/'));
    if (std::find(one.keys.begin(), one.keys.end(), key) == one.keys.end()) return {};
    return "/documents/" + std::to_string(one.entry) + '/' + rest;
}

}  // namespace

const SharedDocuments::Entry* SharedDocuments::find(std::string_view id) const {
    const auto at = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
    return at == entries.end() ? nullptr : &*at;
}

SharedDocuments load_shared_documents(const json& whole, std::string file, Problems& problems) {
    Procedure nowhere;  // a Reader compiles rules into a procedure; papers of the library have none
    Problems in_texts;
    const LoadHooks hooks{.context = &in_texts, .text = keep_text};
    ReadScope scope{file, problems, nowhere, &hooks};
    Reader root{scope, whole};
    int format = 1;
    root.whole("format", format, 1, 1, Need::required);
    root.member("documents", Need::required);
    std::vector<Document> documents;
    root.list("documents", documents, read_entry);
    root.finish();
    SharedDocuments out{std::move(file), {}};
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const std::string& id = documents[i].id;
        if (out.find(id) != nullptr)
            problems.push_back((Place{out.file} / "documents" / i / "id").problem("\"" + id + "\" is used twice", "Give each paper an id of its own."));
        else if (!id.empty()) out.entries.push_back(entry_of(whole["documents"][i], id, i));
    }
    problems.insert(problems.end(), in_texts.begin(), in_texts.end());
    return out;
}

Expanded expand_shared(std::string bytes, const std::string& file, const SharedDocuments& library) {
    Expanded out{std::move(bytes), library.file, {}, {}, true};
    Problems unreadable;  // the loader will say what is wrong with such bytes
    auto definition = read_json(out.bytes, file, unreadable);
    if (!definition || !definition->is_object()) return out;
    const auto documents = definition->find("documents");
    if (documents == definition->end() || !documents->is_array()) return out;
    for (std::size_t i = 0; i < documents->size(); ++i) expand_document((*documents)[i], i, file, library, out);
    if (!out.borrowed.empty() || !out.sound) out.bytes = definition->dump();
    return out;
}

void point_to_library(const Expanded& expanded, const std::string& file, std::size_t before, Problems& problems) {
    Problems found{problems.begin() + static_cast<std::ptrdiff_t>(before), problems.end()};
    problems.resize(before);
    for (Problem& problem : found) {
        for (const Borrowed& one : expanded.borrowed) {
            if (problem.file != file) break;
            const std::string pointer = library_pointer(problem.pointer, one);
            if (!pointer.empty()) problem = {expanded.library, pointer, problem.reason, problem.remedy};
        }
        if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(std::move(problem));
    }
}

void check_shared_use(const SharedDocuments& library, const std::vector<Borrowed>& borrowed, Problems& problems) {
    std::set<std::size_t> used;
    for (const Borrowed& one : borrowed) used.insert(one.entry);
    for (const SharedDocuments::Entry& entry : library.entries)
        if (used.count(entry.index) == 0)
            problems.push_back((Place{library.file} / "documents" / entry.index)
                                   .problem("no definition uses \"" + entry.id + "\"",
                                            "Remove it, or name it in a definition with \"shared\"."));
}

}  // namespace danloi
