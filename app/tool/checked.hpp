// What `danloi check` has found, and its parts.
#pragma once
#include "core/paper_names.hpp"
#include "core/procedure_check.hpp"
#include "tool/library.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace danloi {

/// What was proved so far. Everything but `reports` and `problems` is of the definitions that could be read.
struct Checked {
    std::vector<CheckReport> reports;
    Catalogue catalogue;
    std::vector<NamedPaper> papers;
    std::map<std::string, std::set<std::string>> fees;  ///< procedure -> ids of its fees
    Problems problems;
};

/// What the whole of the content holds; only a check of everything knows it.
struct ContentCounts {
    std::size_t shared_papers = 0;
    std::size_t shared_uses = 0;
    std::size_t terms = 0;
    std::size_t layers = 0;
};

/// Proves what surrounds the definitions: the library of papers, names of papers, wording, life events, glossary, layers of
/// provinces and communes, letters.
ContentCounts check_content(const Library& library, const SharedDocuments& shared, const std::vector<DefinitionFile>& files,
                            Checked& checked);

/// "43 procedures: 361 questions, 1,204,332 paths, 355/355 documents, ..., 0 problems"; `counts` may be null.
[[nodiscard]] std::string total_line(const Checked& checked, const ContentCounts* counts);

/// Everything as one JSON value: procedures, total, problems.
[[nodiscard]] std::string check_json(const Checked& checked, const ContentCounts* counts);

}  // namespace danloi
