// The words of one call of the command.
#include "tool/options.hpp"

#include <algorithm>
#include <array>

namespace danloi {

namespace {

constexpr std::array<std::string_view, 14> with_value{"--answers", "--today", "--received", "--locality", "--lang",
                                                      "--from",    "--value", "--unit",     "--limit",    "--out",
                                                      "--assets",  "--root",  "--site",     "--origin"};
constexpr std::array<std::string_view, 3> alone{"--json", "--keep-going", "--version"};

template <typename List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::string Options::value(std::string_view name, std::string_view otherwise) const {
    const auto found = values.find(name);
    return found == values.end() ? std::string{otherwise} : found->second;
}

Options read_options(int count, const char* const* arguments) {
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string word = arguments[i];
        if (contains(alone, word)) options.flags.insert(word);
        else if (contains(with_value, word)) {
            if (i + 1 >= count) options.fault = word + " needs a value";
            else options.values.insert_or_assign(word, arguments[++i]);
        } else if (word.size() > 2 && word.compare(0, 2, "--") == 0) options.fault = "unknown option " + word;
        else if (options.command.empty()) options.command = word;
        else options.words.push_back(word);
    }
    return options;
}

}  // namespace danloi
