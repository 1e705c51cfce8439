// The words of one call of the command.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// Exit codes: 0 fine, 1 problems found, 2 wrong use.
enum class Exit : int { fine = 0, problems = 1, usage = 2 };

/// `danloi COMMAND WORD... --name VALUE --flag`.
struct Options {
    std::string command;
    std::vector<std::string> words;
    std::map<std::string, std::string, std::less<>> values;
    std::set<std::string, std::less<>> flags;
    std::string fault;  ///< what is wrong with the call, or empty

    [[nodiscard]] bool has(std::string_view flag) const { return flags.find(flag) != flags.end(); }
    /// The value, or `otherwise` when it was not given.
    [[nodiscard]] std::string value(std::string_view name, std::string_view otherwise = {}) const;
};

/// Reads the arguments after the program's name. Unknown options are a fault.
[[nodiscard]] Options read_options(int count, const char* const* arguments);

}  // namespace danloi
