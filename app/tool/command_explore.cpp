// danloi explore: every way of answering one procedure, and what is never reached.
#include "core/explore.hpp"
#include "core/json_write.hpp"
#include "tool/commands.hpp"

#include <iostream>

namespace danloi {

namespace {

void print_json(const Exploration& e) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("paths", static_cast<std::int64_t>(e.paths)).key("allPaths").flag(e.all_paths);
    w.member("longest", static_cast<std::int64_t>(e.longest)).member("checklists", static_cast<std::int64_t>(e.checklists));
    w.key("neverReached").open_array();
    for (const Item& item : e.items)
        if (!item.reached) w.text(pointer_of(item));
    w.close_array().key("deadEnds").open_array();
    for (const DeadEnd& end : e.dead_ends) w.open_object().member("answers", end.answers).member("reason", end.reason).close_object();
    w.close_array().close_object();
    std::cout << out << "\n";
}

void print_text(const Exploration& e) {
    std::cout << e.paths << (e.all_paths ? " paths (all)" : " paths (every pair of answers)") << ", longest " << e.longest
              << " questions, " << e.checklists << " different checklists\n";
    for (const Item& item : e.items)
        if (!item.reached) std::cout << "never reached: " << pointer_of(item) << "\n";
    for (const DeadEnd& end : e.dead_ends) std::cout << "dead end: " << end.reason << " after " << end.answers << "\n";
}

bool is_whole(const Exploration& e) {
    for (const Item& item : e.items)
        if (!item.reached) return false;
    return e.dead_ends.empty();
}

}  // namespace

Exit explore_command(const Options& options) {
    if (options.words.size() != 1) return wrong_use("danloi explore ID [--json]\n");
    const Library library = Library::of(options);
    Problems problems;
    Around around;
    const bool ready = look_around(library, options, around, problems);
    const auto procedure = library.procedure(options.words[0], Load::thorough, problems);
    report(problems);
    if (!ready || !procedure) return Exit::problems;
    const Exploration exploration = explore(*procedure, around.input);
    if (options.has("--json")) print_json(exploration);
    else print_text(exploration);
    return is_whole(exploration) && problems.empty() ? Exit::fine : Exit::problems;
}

}  // namespace danloi
