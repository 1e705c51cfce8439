// The snapshot of a dossier: readable without the program and without the definition.
#include "core/json_write.hpp"
#include "core/readiness.hpp"
#include "core/shown.hpp"

namespace danloi {

namespace {

std::string_view state_key(PaperState state) {
    switch (state) {
        case PaperState::have: return "checklist.state.have";
        case PaperState::on_the_way: return "checklist.state.onTheWay";
        case PaperState::not_needed: return "checklist.state.notNeeded";
        case PaperState::missing:
        case PaperState::undecided: break;
    }
    return "checklist.state.missing";
}

void pair(JsonWriter& w, std::string_view first, std::string_view second) {
    w.open_array().text(first).text(second).close_array();
}

}  // namespace

std::string snapshot_json(const Procedure& procedure, const Dossier& dossier, const Guide& guide, const Wording& wording,
                          std::string_view lang) {
    const Summary summary = summarise(procedure, dossier, guide, lang);
    std::string out;
    JsonWriter w{out};
    w.open_object().member("title", summary.title).member("asked", summary.asked).member("answered", summary.answered);
    w.member("needed", summary.needed).member("have", summary.have).member("deadline", summary.deadline);
    w.key("answers").open_array();
    for (const std::size_t index : guide.asked) {
        const Question& question = procedure.questions[index];
        if (dossier.answers.count(question.id) != 0) pair(w, question.text.in(lang), shown_answer(question, dossier, wording, lang));
    }
    w.close_array().key("papers").open_array();
    for (const PaperLine& line : guide.papers) {
        if (line.applies == Applies::no) continue;
        const Document& document = procedure.documents[line.document];
        const auto found = dossier.papers.find(document.id);
        pair(w, document.name.in(lang),
             wording.say(state_key(found == dossier.papers.end() ? PaperState::undecided : found->second)));
    }
    w.close_array().close_object();
    return out;
}

}  // namespace danloi
