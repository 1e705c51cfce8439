// Loading a definition: the order of its parts. Names come first because every rule needs them.
#include "core/procedure_load.hpp"

#include "core/json_read.hpp"
#include "core/plan.hpp"
#include "core/procedure_load_parts.hpp"

#include <nlohmann/json.hpp>

namespace danloi {

namespace {

using nlohmann::json;

void intern_list(const json& document, const char* list, const char* id, Names& names) {
    const auto items = document.find(list);
    if (items == document.end() || !items->is_array()) return;
    for (const json& item : *items) {
        if (!item.is_object()) continue;
        const auto name = item.find(id);
        if (name != item.end() && name->is_string()) (void)names.intern(name->get_ref<const std::string&>());
    }
}

// Rules may stand before the questions they read, so the names are collected before anything is compiled.
void intern_names(const json& document, ReadScope& scope) {
    Names& names = scope.procedure.rules.names();
    intern_list(document, "questions", "id", names);
    intern_list(document, "facts", "name", names);
    scope.known_names = names.size();
}

bool has_known_format(Reader& root) {
    constexpr int known_format = 1;
    int format = 0;
    root.whole("format", format, 1, 1'000'000, Need::required);
    if (format == known_format) return true;
    if (format > known_format)
        root.fault("format", "this definition is written in a newer format than this program knows",
                   "Update the program, or write the definition in format 1.");
    return false;
}

void read_story_part(Reader& root, const LoadHooks* hooks) {
    if (hooks != nullptr && hooks->stories != nullptr) hooks->stories(root);
    else root.array("tests", 0, 1'000);
}

void read_all(Reader& root, Procedure& out) {
    read_identity(root, out);
    read_law_part(root, out);
    read_question_part(root, out);
    read_who_part(root, out);
    read_paper_part(root, out);
    read_step_part(root, out);
    read_time_part(root, out);
    read_money_part(root, out);
    read_after_part(root, out);
}

}  // namespace

std::string content_hash(std::string_view bytes) {
    constexpr std::uint64_t offset_basis = 14'695'981'039'346'656'037U;
    constexpr std::uint64_t prime = 1'099'511'628'211U;
    std::uint64_t hash = offset_basis;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[(hash >> shift) & 15U];
    return hex;
}

std::unique_ptr<Procedure> load_procedure(std::string_view bytes, std::string file, Problems& problems,
                                        const LoadHooks* hooks) {
    const std::size_t before = problems.size();
    const auto document = read_json(bytes, file, problems);
    if (!document) return nullptr;
    auto procedure = std::make_unique<Procedure>();
    ReadScope scope{file, problems, *procedure, hooks};
    Reader root{scope, *document};
    if (problems.size() > before || !has_known_format(root)) return nullptr;
    intern_names(*document, scope);
    read_all(root, *procedure);
    read_story_part(root, hooks);
    root.finish();
    if (!terse) check_references(*procedure, file, problems.size() == before, problems);
    if (problems.size() > before) return nullptr;
    procedure->hash = content_hash(bytes);
    plan_evaluation(*procedure);
    return procedure;
}

}  // namespace danloi
