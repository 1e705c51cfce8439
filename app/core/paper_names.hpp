// Whether two names of papers are so alike that people take them for the same paper.
#pragma once
#include "core/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// Letters to insert, leave out or change to make one text of the other; `most` + 1 when there are more.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

/// Both names folded (core/text.hpp): the same words in any order, or different in at most one letter in nine. Words
/// with digits must be the same: "mẫu 1a" and "mẫu 1b" are two forms.
[[nodiscard]] bool alike(std::string_view folded, std::string_view other);

/// A paper of a definition, for comparing it with those of the others.
struct NamedPaper {
    std::string file;
    std::string pointer;  ///< "/documents/3"
    std::string name;     ///< in Vietnamese
    std::string shared;   ///< id in the library, or empty
};

/// Reports each paper whose name is like that of a paper before it in another file, unless both are the same one of the
/// library. One problem a paper; it names both places.
void check_paper_names(const std::vector<NamedPaper>& papers, Problems& problems);

}  // namespace danloi
