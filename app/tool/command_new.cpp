// danloi new: a definition to fill in. Every text says what belongs there; `danloi check` names those still to be written.
#include "tool/commands.hpp"
#include "tool/files.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>

namespace danloi {

namespace {

namespace fs = std::filesystem;

constexpr int review_after_days = 180;

bool is_slug(const std::string& id) {
    return !id.empty() && id.size() <= 80 && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

}  // namespace

Exit new_command(const Options& options) {
    if (options.words.size() != 1 || !is_slug(options.words[0]))
        return wrong_use("danloi new ID      ID: small letters a-z, digits and hyphens, like dang-ky-khai-sinh\n");
    const Library library = Library::of(options);
    const std::string& id = options.words[0];
    const fs::path file = library.root() / "procedures" / (id + ".json");
    Problems problems;
    if (fs::exists(file)) problems.push_back({file.string(), "", "is there already", "choose another id, or edit that file"});
    const Date today = today_of(options, problems);
    auto scaffold = read_file(library.root() / "procedures/schema/new.json");
    auto definition = nlohmann::ordered_json::parse(scaffold.value_or(""), nullptr, false);
    if (!definition.is_object()) problems.push_back({"procedures/schema/new.json", "", "cannot be read", "take it from the project again"});
    if (problems.empty()) {
        definition["id"] = id;
        definition["version"] = definition["lastChecked"] = to_iso(today);
        definition["reviewBy"] = to_iso(add_days(today, review_after_days));
        if (!write_file(file, definition.dump(2) + "\n")) problems.push_back({file.string(), "", "cannot be written", "check the folder"});
    }
    report(problems);
    if (!problems.empty()) return Exit::problems;
    std::cout << file.string() << "\nReplace every text that begins with ✎, then run: danloi check " << file.string() << "\n";
    return Exit::fine;
}

}  // namespace danloi
