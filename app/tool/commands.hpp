// The commands, one function each.
#pragma once
#include "tool/library.hpp"
#include "tool/options.hpp"

namespace danloi {

[[nodiscard]] Exit check_command(const Options& options);
[[nodiscard]] Exit walk_command(const Options& options);
[[nodiscard]] Exit explore_command(const Options& options);
[[nodiscard]] Exit graph_command(const Options& options);
[[nodiscard]] Exit new_command(const Options& options);
[[nodiscard]] Exit logic_command(const Options& options);
[[nodiscard]] Exit due_command(const Options& options);
[[nodiscard]] Exit search_command(const Options& options);
[[nodiscard]] Exit share_command(const Options& options);
[[nodiscard]] Exit build_command(const Options& options);

/// Says how the command is used, on standard error.
[[nodiscard]] Exit wrong_use(const char* usage);

/// The Guide as JSON, as design and docs/tool.md list it.
[[nodiscard]] std::string walk_json(const Procedure& procedure, const Dossier& dossier, const GuideInput& input,
                                    const Wording& wording, const std::string& lang);

/// The Guide as text.
void print_walk(const Procedure& procedure, const Dossier& dossier, const GuideInput& input, const Wording& wording,
                const std::string& lang);

/// Asks every question that applies on the terminal and puts the answers into the dossier.
void ask_on_terminal(const Procedure& procedure, Dossier& dossier, const GuideInput& input, const Wording& wording,
                     const std::string& lang);

/// {questionId: value} into the dossier. Unknown questions, options and wrong kinds are Problems.
void read_answers(const nlohmann::json& json, const std::string& file, const Procedure& procedure, Dossier& dossier,
                  Problems& problems);

}  // namespace danloi
