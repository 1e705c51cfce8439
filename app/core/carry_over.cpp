// Taking a dossier over into a newer definition.
#include "core/carry_over.hpp"

#include "core/shown.hpp"

#include <algorithm>

namespace danloi {

namespace {

const Question* question_of(const Procedure& procedure, const std::string& id) {
    const auto found = std::find_if(procedure.questions.begin(), procedure.questions.end(), [&](const Question& q) { return q.id == id; });
    return found == procedure.questions.end() ? nullptr : &*found;
}

bool offers_all(const Question& question, const std::vector<std::string>& values) {
    return std::all_of(values.begin(), values.end(), [&](const std::string& value) { return offers(question, value); });
}

// Without the old question its id stands for it, and values for the names of options.
std::string in_words(const std::string& id, const Question* question, const Dossier& dossier, const Wording& wording, std::string_view lang) {
    if (question == nullptr) return id + ": " + shown_answer(Question{}, dossier.answers.at(id), wording, lang);
    return std::string{question->text.in(lang)} + " " + shown_answer(*question, dossier, wording, lang);
}

}  // namespace

bool fits(const Question& question, const Answer& answer) {
    if (std::holds_alternative<Unknown>(answer)) return question.unknown_allowed;
    switch (question.kind) {
        case QuestionKind::yes_no: return std::holds_alternative<bool>(answer);
        case QuestionKind::choice: {
            const auto* value = std::get_if<std::string>(&answer);
            return value != nullptr && offers(question, *value);
        }
        case QuestionKind::many: {
            const auto* values = std::get_if<std::vector<std::string>>(&answer);
            return values != nullptr && offers_all(question, *values);
        }
        case QuestionKind::number: return std::holds_alternative<std::string>(answer) || std::holds_alternative<double>(answer);
        case QuestionKind::date:
        case QuestionKind::text:
        case QuestionKind::place: break;
    }
    return std::holds_alternative<std::string>(answer);
}

Dossier carried_over(const Dossier& dossier, const Procedure& from, const Procedure& to, const Wording& wording, std::string_view lang) {
    Dossier carried = dossier;
    carried.version = to.version;
    carried.hash = to.hash;
    for (const auto& [id, answer] : dossier.answers) {
        const Question* now = question_of(to, id);
        const Question* then = question_of(from, id);
        const bool same_kind = then == nullptr || now == nullptr || then->kind == now->kind;
        if (now != nullptr && same_kind && fits(*now, answer)) continue;
        carried.retired.insert_or_assign(id, in_words(id, then, dossier, wording, lang));
        carried.answers.erase(id);
    }
    return carried;
}

}  // namespace danloi
