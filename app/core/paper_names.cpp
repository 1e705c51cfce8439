// See paper_names.hpp.
#include "core/paper_names.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <numeric>

namespace danloi {

namespace {

// Tuned on the real definitions: "Thẻ căn cước của người đi nộp" and "... đi làm" are alike, "Tờ khai đăng ký khai sinh"
// and "Tờ khai đăng ký lại khai sinh" are not.
constexpr std::size_t letters_a_difference = 9;

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string_view> sorted_words(std::string_view folded) {
    auto list = words(folded);
    std::sort(list.begin(), list.end());
    return list;
}

std::vector<std::string_view> numbers_in(const std::vector<std::string_view>& list) {
    std::vector<std::string_view> numbers;
    std::copy_if(list.begin(), list.end(), std::back_inserter(numbers), has_digit);
    return numbers;
}

void report_alike(const NamedPaper& paper, const NamedPaper& earlier, Problems& problems) {
    const bool same = paper.name == earlier.name;
    problems.push_back({paper.file, paper.pointer,
                        "the paper \"" + paper.name + "\" has " + (same ? "the same name as" : "nearly the same name as \"" + earlier.name + "\",") + " " +
                            earlier.file + " " + earlier.pointer,
                        "If it is the same paper, describe it once in content/documents.json and name it in both with \"shared\"; "
                        "if not, give it a name that differs visibly."});
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return std::min(row[b.size()], most + 1);
}

bool alike(std::string_view folded, std::string_view other) {
    if (folded == other) return true;
    const auto mine = sorted_words(folded);
    const auto theirs = sorted_words(other);
    if (mine == theirs) return true;
    if (numbers_in(mine) != numbers_in(theirs)) return false;
    const std::size_t most = std::max(folded.size(), other.size()) / letters_a_difference;
    return edit_distance(folded, other, most) <= most;
}

void check_paper_names(const std::vector<NamedPaper>& papers, Problems& problems) {
    std::vector<std::string> folded;
    for (const NamedPaper& paper : papers) folded.push_back(fold(paper.name));
    for (std::size_t i = 0; i < papers.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const bool same_entry = !papers[i].shared.empty() && papers[i].shared == papers[j].shared;
            if (papers[i].file == papers[j].file || same_entry || !alike(folded[i], folded[j])) continue;
            report_alike(papers[i], papers[j], problems);
            break;
        }
}

}  // namespace danloi
