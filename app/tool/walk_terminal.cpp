// Walking a procedure on the terminal: the questions one by one, then the Guide as text.
#include "core/guide_slots.hpp"
#include "core/typed_date.hpp"
#include "core/typed_number.hpp"
#include "core/readiness.hpp"
#include "core/shown.hpp"
#include "tool/commands.hpp"

#include <cstdlib>
#include <iostream>

namespace danloi {

namespace {

void print_options(const Question& q, const Wording& wording, const std::string& lang) {
    if (q.kind == QuestionKind::yes_no) std::cout << "  1  " << wording.say("question.yes") << "\n  2  " << wording.say("question.no") << "\n";
    for (std::size_t i = 0; i < q.options.size(); ++i) std::cout << "  " << i + 1 << "  " << q.options[i].label.in(lang) << "\n";
    if (q.unknown_allowed) std::cout << "  ?  " << wording.say("question.unknown") << "\n";
}

std::optional<std::size_t> number_below(const std::string& text, std::size_t count) {
    if (text.empty() || text.size() > 3 || text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    const auto n = static_cast<std::size_t>(std::atoi(text.c_str()));
    return n >= 1 && n <= count ? std::optional{n - 1} : std::nullopt;
}

std::optional<Answer> many_from(const Question& q, const std::string& line) {
    std::vector<std::string> list;
    std::size_t at = 0;
    while (at < line.size()) {
        const std::size_t end = std::min(line.find_first_of(", ", at), line.size());
        if (end > at) {
            const auto n = number_below(line.substr(at, end - at), q.options.size());
            if (!n) return std::nullopt;
            list.push_back(q.options[*n].value);
        }
        at = end + 1;
    }
    return list;
}

std::optional<Answer> answer_from(const Question& q, const std::string& line) {
    if (line == "?") return q.unknown_allowed ? std::optional<Answer>{Unknown{}} : std::nullopt;
    if (is_typed(q)) {
        if (line.empty() || (q.kind == QuestionKind::date && !parse_typed_date(line))) return std::nullopt;
        if (q.kind == QuestionKind::number && !parse_typed_number(line)) return std::nullopt;
        return Answer{line};
    }
    if (q.kind == QuestionKind::many) return many_from(q, line);
    const auto n = number_below(line, q.kind == QuestionKind::yes_no ? 2 : q.options.size());
    if (!n) return std::nullopt;
    return q.kind == QuestionKind::yes_no ? Answer{*n == 0} : Answer{q.options[*n].value};
}

const char* fault_key(const Question& q) {
    if (q.kind == QuestionKind::date) return "question.error.date";
    if (q.kind == QuestionKind::number) return "question.error.number";
    return is_typed(q) ? "question.error.text" : "question.error.choose";
}

const Text change_one{"Gõ số của câu muốn sửa, hoặc nhấn Enter để xem kết quả.", "Type the number of an answer to change it, or press Enter to see the result."};

// False when there is nobody (any more) to answer.
bool ask_open_questions(const Procedure& procedure, Dossier& dossier, const GuideInput& input, const Wording& wording, const std::string& lang) {
    while (const auto next = next_question(procedure, dossier, input)) {
        const Question& q = procedure.questions[*next];
        std::cout << "\n" << q.text.in(lang) << "\n(" << q.why.in(lang) << ")\n";
        print_options(q, wording, lang);
        std::cout << "> " << std::flush;
        std::string line;
        if (!std::getline(std::cin, line)) return false;
        if (auto answer = answer_from(q, line)) dossier.answers.insert_or_assign(q.id, std::move(*answer));
        else std::cout << wording.say(fault_key(q)) << "\n";
    }
    return true;
}

// Shows the answers once more and takes back the one whose number is typed. False: all is as it should be.
bool review(const Procedure& procedure, Dossier& dossier, const GuideInput& input, const Wording& wording, const std::string& lang) {
    const std::vector<std::size_t> asked = asked_questions(procedure, dossier, input);
    std::cout << "\n" << wording.say("checklist.answers") << "\n";
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const Question& q = procedure.questions[asked[i]];
        const auto found = dossier.answers.find(q.id);
        if (found != dossier.answers.end()) std::cout << "  " << i + 1 << "  " << q.text.in(lang) << "  " << shown_answer(q, found->second, wording, lang) << "\n";
    }
    std::cout << change_one.in(lang) << "\n> " << std::flush;
    std::string line;
    if (!std::getline(std::cin, line)) return false;
    const auto n = number_below(line, asked.size());
    if (n) dossier.answers.erase(procedure.questions[asked[*n]].id);
    return n.has_value();
}

}  // namespace

void ask_on_terminal(const Procedure& procedure, Dossier& dossier, const GuideInput& input, const Wording& wording,
                     const std::string& lang) {
    while (ask_open_questions(procedure, dossier, input, wording, lang) && review(procedure, dossier, input, wording, lang)) {}
}

void print_walk(const Procedure& procedure, const Dossier& dossier, const GuideInput& input, const Wording& wording,
                const std::string& lang) {
    const Guide guide = make_guide(procedure, dossier, input);
    std::cout << "\n" << procedure.title.in(lang) << "\n\n" << wording.say("checklist.title") << "\n";
    for (const Need& need : needs_of(procedure, dossier, guide)) {
        std::cout << (need.certain ? "  - " : "  ? ");
        for (std::size_t i = 0; i < need.documents.size(); ++i) {
            const Document& d = procedure.documents[need.documents[i]];
            std::cout << (i == 0 ? "" : " " + wording.say("checklist.or") + " ") << d.name.in(lang) << " (" << shown_counts(d, wording) << ")";
        }
        std::cout << "\n";
    }
    for (const ChannelLine& line : guide.channels)
        if (line.applies != Applies::no)
            std::cout << wording.say("sheet.place") << ": " << procedure.channels[line.channel].title.in(lang) << ". " << procedure.channels[line.channel].where.in(lang) << "\n";
    for (const std::size_t e : guide.outcome.reasons) std::cout << "  ! " << procedure.eligibility[e].reason.in(lang) << "\n";
    std::cout << wording.say("procedure.fee") << ": " << shown_total(guide.fees, procedure, wording, lang) << "\n";
    std::cout << wording.say("procedure.time") << ": " << shown_time(guide.time, procedure, wording, lang) << "\n";
    if (guide.time.due) std::cout << wording.say("due.if_today", {{"date", shown_day(guide.time.due->day, wording)}}) << "\n";
    for (const DeadlineLine& line : guide.deadlines)
        if (line.date) std::cout << procedure.deadlines[line.deadline].label.in(lang) << ": " << shown_day(*line.date, wording) << "\n";
}

}  // namespace danloi
