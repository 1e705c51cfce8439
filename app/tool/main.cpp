// danloi: the command of the people who write the content.
#include "tool/commands.hpp"

#include <array>
#include <iostream>
#include <string_view>
#include <utility>

namespace {

using danloi::Exit;
using Command = Exit (*)(const danloi::Options&);

constexpr std::array<std::pair<std::string_view, Command>, 10> commands{{
    {"check", danloi::check_command},
    {"walk", danloi::walk_command},
    {"explore", danloi::explore_command},
    {"graph", danloi::graph_command},
    {"new", danloi::new_command},
    {"logic", danloi::logic_command},
    {"due", danloi::due_command},
    {"search", danloi::search_command},
    {"share", danloi::share_command},
    {"build", danloi::build_command},
}};

constexpr const char* usage =
    "danloi check [PATH...] [--keep-going] [--json]\n"
    "danloi walk ID [--answers FILE] [--today DATE] [--received DATETIME] [--locality CODE] [--lang vi|en] [--json]\n"
    "danloi explore ID [--json]\n"
    "danloi graph ID [--lang vi|en]      the flow as a picture (SVG) on standard output\n"
    "danloi new ID                       writes procedures/ID.json to fill in\n"
    "danloi logic                        one {\"rule\",\"data\",\"today\"} a line on standard input\n"
    "danloi due --from DATETIME --value N --unit workingDay|day|hour [--locality CODE] [--json]\n"
    "danloi search QUERY [--limit N] [--lang vi|en] [--json]\n"
    "danloi share encode ID --answers FILE | danloi share decode PAYLOAD\n"
    "danloi build --out DIR [--assets DIR] [--site URL] [--keep-going]\n";

}  // namespace

int main(int count, char** arguments) {
    const danloi::Options options = danloi::read_options(count, arguments);
    if (options.has("--version")) {
        std::cout << "danloi " DANLOI_VERSION "\n";
        return 0;
    }
    if (!options.fault.empty()) {
        std::cerr << options.fault << "\n";
        return static_cast<int>(danloi::wrong_use(usage));
    }
    for (const auto& [name, command] : commands)
        if (name == options.command) return static_cast<int>(command(options));
    return static_cast<int>(danloi::wrong_use(usage));
}

namespace danloi {

Exit wrong_use(const char* text) {
    std::cerr << "Usage:\n" << text;
    return Exit::usage;
}

}  // namespace danloi
