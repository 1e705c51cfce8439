// danloi graph: a procedure's flow as a picture (SVG): the questions in the order asked, and what each answer decides.
#include "core/procedure_check_study.hpp"
#include "core/text.hpp"
#include "tool/commands.hpp"
#include "tool/html_writer.hpp"

#include <iostream>

namespace danloi {

namespace {

constexpr std::int64_t margin = 24, label_width = 560, column = 36, line_height = 20, row_padding = 14, font_size = 15;
constexpr std::size_t letters_in_line = 64;

const Text questions_title{"Câu hỏi, theo thứ tự", "Questions, in order"}, papers_title{"Giấy tờ", "Papers"}, fees_title{"Lệ phí", "Fees"},
    eligibility_title{"Có làm được không", "Whether it can be done"}, always{"trường hợp nào cũng có", "in every case"},
    legend{"● câu trả lời ở cột này quyết định dòng ấy   ○ chính câu hỏi đó", "● the answer in this column decides the row   ○ the question itself"};

/// Lines of at most `letters_in_line` letters, cut between words.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines(1);
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const std::size_t more = count_code_points(word) + (lines.back().empty() ? 0 : 1);
        if (letters > 0 && letters + more > letters_in_line) {
            lines.emplace_back();
            letters = 0;
        }
        if (!lines.back().empty()) lines.back() += ' ';
        lines.back() += word;
        letters += more;
        at = end + 1;
    }
    return lines;
}

/// One line of the picture: what it says, why, and the rule that decides it.
struct Row {
    std::string text, note;
    std::optional<RuleId> when;
    const char* colour = "none";
};

class Picture {
public:
    Picture(const Procedure& procedure, std::string lang) : p_(procedure), study_(procedure), lang_(std::move(lang)) {}

    [[nodiscard]] std::string svg() {
        text(margin, 40, p_.title.in(lang_), "bold", "#1f2328", 22);
        text(margin, 66, legend.in(lang_), "normal", "#57606a", font_size);
        y_ = 84;
        heading(questions_title);
        for (std::size_t q = 0; q < p_.questions.size(); ++q)
            row({std::to_string(q + 1) + ". " + in(p_.questions[q].text), {}, p_.questions[q].ask_if}, q);
        heading(papers_title);
        for (const Document& d : p_.documents) row({in(d.name), d.because ? in(*d.because) : "", d.when, "#e6f4ee"});
        if (!p_.fees.empty()) heading(fees_title);
        for (const Fee& fee : p_.fees) row({in(fee.label), {}, fee.when, "#e5eff5"});
        if (!p_.eligibility.empty()) heading(eligibility_title);
        for (const Eligibility& e : p_.eligibility) row({in(e.reason), {}, e.when, e.outcome == Outcome::no ? "#fbe3e0" : "#fff3d6"});
        return whole();
    }

private:
    [[nodiscard]] std::string in(const Text& text) const { return std::string{text.in(lang_)}; }
    [[nodiscard]] static std::int64_t column_at(std::size_t question) { return margin + label_width + column * static_cast<std::int64_t>(question) + column / 2; }
    [[nodiscard]] std::int64_t width() const { return margin * 2 + label_width + column * static_cast<std::int64_t>(p_.questions.size()); }

    void text(std::int64_t x, std::int64_t y, std::string_view value, const char* weight, const char* colour, std::int64_t size, const char* anchor = "start") {
        w_.open("text").with("x", x).with("y", y).with("font-weight", weight).with("fill", colour).with("font-size", size).with("text-anchor", anchor).close_with(value);
    }
    void box(std::int64_t y, std::int64_t high, const char* colour) {
        w_.open("rect").with("x", margin).with("y", y).with("width", width() - 2 * margin).with("height", high).with("fill", colour).close();
    }
    /// The title of a part, with the number of each question above its column.
    void heading(const Text& title) {
        y_ += 16;
        text(margin, y_ + 18, title.in(lang_), "bold", "#0a5c8a", 17);
        for (std::size_t q = 0; q < p_.questions.size(); ++q) text(column_at(q), y_ + 18, std::to_string(q + 1), "bold", "#0a5c8a", font_size, "middle");
        y_ += 30;
    }
    void row(const Row& row, std::optional<std::size_t> own = std::nullopt) {
        const auto lines = lines_of(row.text);
        const auto notes = lines_of(row.note.empty() && !row.when && !own ? in(always) : row.note);
        const std::size_t count = lines.size() + (notes.front().empty() ? 0 : notes.size());
        const std::int64_t high = line_height * static_cast<std::int64_t>(count) + row_padding;
        box(y_, high, row.colour);
        std::int64_t at = y_ + line_height;
        for (const std::string& line : lines) text(margin + 8, at, line, "normal", "#1f2328", font_size), at += line_height;
        if (count > lines.size())
            for (const std::string& line : notes) text(margin + 8, at, line, "normal", "#57606a", 13), at += line_height;
        for (std::size_t q = 0; q < p_.questions.size(); ++q) mark(q, y_ + high / 2, row.when && study_.reads(*row.when, q), own == q);
        w_.open("line").with("x1", margin).with("x2", width() - margin).with("y1", y_ + high).with("y2", y_ + high).with("stroke", "#d0d7de").close();
        y_ += high;
    }
    void mark(std::size_t question, std::int64_t y, bool decides, bool own) {
        if (!decides && !own) return;
        w_.open("circle").with("cx", column_at(question)).with("cy", y).with("r", std::int64_t{8}).with("stroke", "#0a5c8a").with("stroke-width", std::int64_t{2});
        w_.with("fill", own ? "#ffffff" : "#0a5c8a").close();
    }
    [[nodiscard]] std::string whole() const {
        const std::string high = std::to_string(y_ + margin), wide = std::to_string(width());
        std::string out;
        HtmlWriter w{out};
        w.open("svg").with("xmlns", "http://www.w3.org/2000/svg").with("width", wide).with("height", high).with("viewBox", "0 0 " + wide + " " + high);
        w.with("font-family", "Be Vietnam Pro, sans-serif").with("lang", lang_);
        w.open("rect").with("width", wide).with("height", high).with("fill", "#ffffff").close();
        w.raw(body_).close();
        return out + "\n";
    }

    const Procedure& p_;
    RuleStudy study_;
    std::string lang_;
    std::string body_;
    HtmlWriter w_{body_};
    std::int64_t y_ = 0;
};

}  // namespace

Exit graph_command(const Options& options) {
    if (options.words.size() != 1) return wrong_use("danloi graph ID [--lang vi|en] > flow.svg\n");
    Problems problems;
    const Library library = Library::of(options);
    const auto procedure = library.procedure(options.words[0], Load::thorough, problems);
    report(problems);
    if (!procedure) return Exit::problems;
    std::cout << Picture{*procedure, options.value("--lang", "vi")}.svg();
    return Exit::fine;
}

}  // namespace danloi
