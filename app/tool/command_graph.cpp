// danloi graph: a procedure's flow as Graphviz DOT: questions in the order asked, and what each answer decides.
#include "core/procedure_check_study.hpp"
#include "core/text.hpp"
#include "tool/commands.hpp"

#include <iostream>

namespace danloi {

namespace {

/// A quoted DOT string, broken into lines of about `width` letters.
std::string label(std::string_view text, std::size_t width = 26) {
    std::string out = "\"";
    std::size_t line = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t letter = take_code_point(text, at);
        if (letter == ' ' && line >= width) {
            out += "\\n";
            line = 0;
            continue;
        }
        if (letter == '"' || letter == '\\') out += '\\';
        out += text.substr(begin, at - begin);
        ++line;
    }
    return out + '"';
}

class Graph {
public:
    Graph(const Procedure& procedure, std::string lang) : p_(procedure), study_(procedure), lang_(std::move(lang)) {}

    void print() const {
        std::cout << "digraph \"" << p_.id << "\" {\n  rankdir=LR; node [fontname=\"Be Vietnam Pro\", fontsize=11]; edge [color=\"#5a6472\"];\n";
        std::cout << "  start [shape=oval, label=" << label(p_.title.in(lang_)) << "];\n";
        for (std::size_t q = 0; q < p_.questions.size(); ++q) question(q);
        for (std::size_t d = 0; d < p_.documents.size(); ++d)
            leaf("d" + std::to_string(d), "note", "#e6f4ee", p_.documents[d].name, p_.documents[d].when);
        for (std::size_t e = 0; e < p_.eligibility.size(); ++e)
            leaf("e" + std::to_string(e), "octagon", p_.eligibility[e].outcome == Outcome::no ? "#fbe3e0" : "#fff3d6", p_.eligibility[e].reason,
                 p_.eligibility[e].when);
        for (std::size_t f = 0; f < p_.fees.size(); ++f) leaf("f" + std::to_string(f), "box", "#e5eff5", p_.fees[f].label, p_.fees[f].when);
        std::cout << "}\n";
    }

private:
    static std::string name(std::size_t question) { return "q" + std::to_string(question); }

    void question(std::size_t q) const {
        const Question& one = p_.questions[q];
        std::cout << "  " << name(q) << " [shape=box, style=rounded, label=" << label(one.text.in(lang_)) << "];\n";
        std::cout << "  " << (q == 0 ? "start" : name(q - 1)) << " -> " << name(q) << " [weight=9" << (one.ask_if ? ", style=dashed" : "") << "];\n";
    }

    /// What hangs on no answer hangs on the start.
    void leaf(const std::string& id, const char* shape, const char* colour, const Text& text, const std::optional<RuleId>& when) const {
        std::cout << "  " << id << " [shape=" << shape << ", style=filled, fillcolor=\"" << colour << "\", label=" << label(text.in(lang_)) << "];\n";
        bool hangs = false;
        for (std::size_t q = 0; when && q < p_.questions.size(); ++q) {
            if (!study_.reads(*when, q)) continue;
            std::cout << "  " << name(q) << " -> " << id << ";\n";
            hangs = true;
        }
        if (!hangs) std::cout << "  start -> " << id << " [constraint=false];\n";
    }

    const Procedure& p_;
    RuleStudy study_;
    std::string lang_;
};

}  // namespace

Exit graph_command(const Options& options) {
    if (options.words.size() != 1) return wrong_use("danloi graph ID [--lang vi|en] | dot -Tsvg > flow.svg\n");
    Problems problems;
    const Library library = Library::of(options);
    const auto procedure = library.procedure(options.words[0], Load::thorough, problems);
    report(problems);
    if (!procedure) return Exit::problems;
    Graph{*procedure, options.value("--lang", "vi")}.print();
    return Exit::fine;
}

}  // namespace danloi
