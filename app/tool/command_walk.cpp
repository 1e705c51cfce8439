// danloi walk: the Guide for given answers, or for answers asked for on the terminal.
#include "core/json_read.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"

#include <iostream>

namespace danloi {

namespace {

constexpr const char* usage =
    "danloi walk ID [--answers FILE] [--today DATE] [--received DATETIME] [--locality CODE] [--lang vi|en] [--json]\n";

}  // namespace

Exit walk_command(const Options& options) {
    const std::string lang = options.value("--lang", "vi");
    if (options.words.size() != 1 || (lang != "vi" && lang != "en")) return wrong_use(usage);
    const Library library = Library::of(options);
    Problems problems;
    Around around;
    bool sound = look_around(library, options, around, problems);
    const auto procedure = library.procedure(options.words[0], Load::quick, problems);
    const Wording wording = library.wording(lang, problems);
    Dossier dossier;
    const std::string file = options.value("--answers");
    if (procedure && !file.empty()) {
        const auto bytes = file == "-" ? std::optional{read_standard_input()} : read_file(file);
        if (!bytes) problems.push_back({file, "", "cannot be read", "check the name"});
        const auto answers = bytes ? read_json(*bytes, file, problems) : std::nullopt;
        if (answers) read_answers(*answers, file, *procedure, dossier, problems);
    }
    report(problems);
    sound = sound && procedure != nullptr && problems.empty();
    if (!sound) return Exit::problems;
    if (file.empty()) ask_on_terminal(*procedure, dossier, around.input, wording, lang);
    if (options.has("--json")) std::cout << walk_json(*procedure, dossier, around.input, wording, lang) << "\n";
    else print_walk(*procedure, dossier, around.input, wording, lang);
    return Exit::fine;
}

}  // namespace danloi
