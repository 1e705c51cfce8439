// The proofs of `danloi check` about everything but the single definitions.
#include "core/content_check.hpp"
#include "core/json_read.hpp"
#include "tool/checked.hpp"
#include "tool/files.hpp"

#include <algorithm>

namespace danloi {

namespace {

using nlohmann::json;

void check_fields(const Catalogue& catalogue, const Wording& wording, Problems& problems) {
    for (const CatalogueEntry& entry : catalogue.entries)
        if (!wording.has("field." + entry.field))
            problems.push_back({"procedures/" + entry.id + ".json", "/field", "the field \"" + entry.field + "\" has no name in content/ui.json",
                                "use a field that has one, or add \"field." + entry.field + "\" to its strings"});
}

void check_wording(const Library& library, Checked& checked) {
    for (const char* lang : {"vi", "en"}) {
        const Wording wording = library.wording(lang, checked.problems);
        if (std::string_view{lang} == "vi") check_fields(checked.catalogue, wording, checked.problems);
    }
    Problems named_before;  // reading the wording has named them
    const auto content = library.json("content/ui.json", named_before);
    if (content && content->contains("strings")) check_tone((*content)["strings"], "content/ui.json", checked.problems);
}

std::vector<json> definitions_of(const std::vector<DefinitionFile>& files) {
    std::vector<json> out;
    for (const DefinitionFile& file : files)
        if (json one = json::parse(file.text.bytes, nullptr, false); one.is_object()) out.push_back(std::move(one));
    return out;
}

std::size_t check_terms(const Library& library, const std::vector<json>& definitions, Problems& problems) {
    constexpr const char* file = "content/glossary.json";
    const std::vector<GlossaryTerm> terms = library.glossary(problems);
    Problems named_before;  // reading the glossary has named them
    const auto content = library.json(file, named_before);
    if (!content) return 0;
    std::vector<std::string> texts;
    for (const json& definition : definitions) texts.push_back(vietnamese_words(definition));
    check_glossary(terms, *content, file, texts, problems);
    return terms.size();
}

void check_layer_names(const Locality& layer, const Place& place, const Checked& checked, Problems& problems) {
    const auto report = [&](const char* list, std::size_t index, const char* key, const std::string& id) {
        problems.push_back((place / list / index / key).problem("there is no " + std::string{key} + " \"" + id + "\"", "correct the id"));
    };
    for (std::size_t i = 0; i < layer.times.size(); ++i)
        if (checked.fees.count(layer.times[i].procedure) == 0) report("times", i, "procedure", layer.times[i].procedure);
    for (std::size_t i = 0; i < layer.fees.size(); ++i) {
        const auto found = checked.fees.find(layer.fees[i].procedure);
        if (found == checked.fees.end()) report("fees", i, "procedure", layer.fees[i].procedure);
        else if (found->second.count(layer.fees[i].fee) == 0) report("fees", i, "fee", layer.fees[i].fee);
    }
}

void check_layer(const Library& library, const std::string& code, const std::string& province, Checked& checked) {
    const std::string file = "content/localities/" + code + ".json";
    (void)require_unit(library.units(province, checked.problems), code, Place{file}, checked.problems);
    const auto content = library.json(file, checked.problems);
    const auto layer = content ? load_locality(*content, code, file, checked.problems) : std::nullopt;
    if (layer) check_layer_names(*layer, Place{file}, checked, checked.problems);
}

std::size_t check_layers(const Library& library, Checked& checked) {
    const auto files = json_files(library.root() / "content/localities");
    if (files.empty()) return 0;
    const UnitTable provinces = library.units("", checked.problems);
    for (const auto& path : files) {
        const std::string code = path.stem().string();
        check_layer(library, code, std::string{provinces.province_of(code)}, checked);
    }
    return files.size();
}

// Every text that may be shown, in the files as people edit them.
void check_font(const Library& library, const std::vector<DefinitionFile>& files, Problems& problems) {
    const std::string list = "content/letters.txt";
    const auto bytes = read_file(library.root() / list);
    if (!bytes) problems.push_back({list, "", "cannot be read", "take it from the project again"});
    const Letters letters = bytes ? read_letters(*bytes, list, problems) : Letters{};
    if (letters.empty()) return;
    std::vector<std::string> names;
    for (const DefinitionFile& file : files) names.push_back(file.file);
    for (const char* folder : {"content", "content/localities"})
        for (const auto& path : json_files(library.root() / folder)) names.push_back(folder + ("/" + path.filename().string()));
    Problems named_before;  // whoever needs such a file has named what is wrong with it
    for (const std::string& name : names)
        if (const auto content = library.json(name, named_before)) check_letters(*content, name, letters, problems);
}

}  // namespace

ContentCounts check_content(const Library& library, const SharedDocuments& shared, const std::vector<DefinitionFile>& files,
                            Checked& checked) {
    Problems& problems = checked.problems;
    std::vector<Borrowed> borrowed;
    for (const DefinitionFile& file : files) borrowed.insert(borrowed.end(), file.text.borrowed.begin(), file.text.borrowed.end());
    check_shared_use(shared, borrowed, problems);
    check_paper_names(checked.papers, problems);
    checked.catalogue.life_events = library.life_events(problems);
    check_life_events(checked.catalogue, "content/life-events.json", problems);
    check_wording(library, checked);
    const std::size_t terms = check_terms(library, definitions_of(files), problems);
    const std::size_t layers = check_layers(library, checked);
    check_font(library, files, problems);
    return {shared.entries.size(), borrowed.size(), terms, layers};
}

}  // namespace danloi
