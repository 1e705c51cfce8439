// Proofs about what a definition states: legal components, days, links, personal answers, use of what is asked.
#include "core/procedure_check_parts.hpp"

#include <algorithm>
#include <array>

namespace danloi {

namespace {

struct Component {
    const char* pointer;
    const char* name;
    bool present;
};

bool is_counted(const Document& document) { return document.original + document.certified + document.plain > 0; }

// A paper to hand in needs a number of sheets, or words that say why there is none (a signature on the form itself).
bool counts_or_explains(const Document& document) {
    return document.role == DocumentRole::present || is_counted(document) || document.note || document.how_to_get;
}

bool has_papers(const Procedure& p) { return std::any_of(p.documents.begin(), p.documents.end(), is_counted); }

bool has_citizen_step(const Procedure& p) {
    return std::any_of(p.steps.begin(), p.steps.end(), [](const Step& step) { return !step.by_office; });
}

bool has_final_result(const Procedure& p) {
    return std::any_of(p.results.begin(), p.results.end(), [](const Result& result) { return result.is_final; });
}

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

// Tokens of WCAG 1.3.5 that say who somebody is, by their beginnings.
bool purpose_is_personal(const std::string& purpose) {
    constexpr std::array<const char*, 12> beginnings{"name",           "given-name", "family-name", "additional-name",
                                                     "nickname",       "bday",       "tel",         "email",
                                                     "street-address", "address-l",  "postal-code", "username"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const char* start) { return purpose.rfind(start, 0) == 0; });
}

// Why a question tells who somebody is, or nullptr.
const char* personal_because(const Question& question) {
    const std::string& id = question.id;
    if (question.kind == QuestionKind::text) return "its answer is written freely";
    if (!question.purpose.empty() && purpose_is_personal(question.purpose)) return "its purpose is personal";
    const bool birth = contains(id, "birthDate") || contains(id, "BirthDate") || contains(id, "birthday") ||
                       contains(id, "dateOfBirth");
    if (question.kind == QuestionKind::date && birth) return "it asks for a date of birth";
    if (question.kind == QuestionKind::place && (contains(id, "ddress") || contains(id, "home")))
        return "it asks for an address";
    const bool number = contains(id, "idNumber") || contains(id, "cccd") || contains(id, "phone");
    if (question.kind == QuestionKind::number && number) return "it asks for a personal number";
    return nullptr;
}

bool ends_with(const std::string& text, std::string_view end) {
    return text.size() >= end.size() && std::string_view{text}.substr(text.size() - end.size()) == end;
}

bool is_fact_rule(const std::string& pointer) { return pointer.rfind("/facts/", 0) == 0; }
bool is_deadline_start(const std::string& pointer) {
    return pointer.rfind("/deadlines/", 0) == 0 && ends_with(pointer, "/from");
}

}  // namespace

Share check_components(const Proof& proof) {
    const Procedure& p = proof.procedure;
    const std::array<Component, 8> components{{
        {"/steps", "the order of steps (trình tự): no step of the citizen", has_citizen_step(p)},
        {"/channels", "the ways to hand in (cách thức)", !p.channels.empty()},
        {"/documents", "the papers and their number (thành phần, số lượng hồ sơ)", has_papers(p)},
        {"/time", "the processing time (thời hạn)", !p.time.cases.empty()},
        {"/audience", "who may apply (đối tượng)", !p.audience.empty()},
        {"/authority", "the authority (cơ quan)",
         !p.authority.decides.level.empty() && !p.authority.receives.level.empty()},
        {"/results", "the result (kết quả): no final result", has_final_result(p)},
        {"/fees", "fees (phí, lệ phí) and legal basis (căn cứ pháp lý)", !p.fees.empty() && !p.laws.empty()},
    }};
    Share share{0, components.size()};
    for (const Component& component : components) {
        if (component.present) ++share.good;
        else
            proof.report(component.pointer, std::string{"a part that the law requires is missing: "} + component.name,
                         "State it; the national service-quality score counts these 8 parts.");
    }
    return share;
}

void check_types(const Proof& proof) {
    const auto& documents = proof.procedure.documents;
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (documents[i].type.empty())
            proof.report("/documents/" + std::to_string(i), "nobody is told what kind of thing \"" + documents[i].id + "\" is",
                         "Give \"type\": form, card, certificate ... (procedures/schema/procedure.schema.json has them all).");
}

void check_counts(const Proof& proof) {
    const auto& documents = proof.procedure.documents;
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (!counts_or_explains(documents[i]))
            proof.report("/documents/" + std::to_string(i),
                         "nobody can tell how many sheets of \"" + documents[i].id + "\" to hand in",
                         "Give \"original\", \"certified\" or \"plain\", or a \"note\" that says what to do when there "
                         "is no sheet.");
}

void check_days(const Proof& proof) {
    const Procedure& p = proof.procedure;
    const Date today = proof.input.today;
    if (p.last_checked > today)
        proof.report("/lastChecked", "this day lies in the future",
                     "Write the day on which somebody last compared this file with the law.");
    if (p.review_by < today)
        proof.report("/reviewBy", "the review of this definition is overdue since " + to_iso(p.review_by),
                     "Compare it with the law in force, then set lastChecked and reviewBy.");
    if (p.effective_to && *p.effective_to < today)
        proof.report("/effectiveTo", "the definition is out of force since " + to_iso(*p.effective_to),
                     "Write the definition that replaces it.");
    for (std::size_t i = 0; i < p.change_notes.size(); ++i)
        if (p.change_notes[i].date > today)
            proof.report("/changeNotes/" + std::to_string(i) + "/date", "this day lies in the future",
                         "Write the day of the change.");
}

void check_links(const Proof& proof) {
    const Procedure& p = proof.procedure;
    const auto check = [&](const std::string& pointer, const std::string& id) {
        const auto& known = proof.input.procedures;
        if (id.empty() || id == p.id || std::find(known.begin(), known.end(), id) != known.end()) return;
        proof.report(pointer, "there is no procedure \"" + id + '"',
                     "Correct the id, or leave the link out until that procedure is written.");
    };
    for (std::size_t i = 0; i < p.eligibility.size(); ++i)
        check("/eligibility/" + std::to_string(i) + "/insteadProcedure", p.eligibility[i].instead_procedure);
    for (std::size_t i = 0; i < p.documents.size(); ++i)
        check("/documents/" + std::to_string(i) + "/howToGetProcedure", p.documents[i].how_to_get_procedure);
    for (std::size_t i = 0; i < p.related.size(); ++i)
        check("/related/" + std::to_string(i) + "/procedure", p.related[i].procedure);
}

void check_personal(const Proof& proof, const RuleStudy& study) {
    const Procedure& p = proof.procedure;
    for (std::size_t i = 0; i < p.questions.size(); ++i) {
        const char* because = p.questions[i].personal ? nullptr : personal_because(p.questions[i]);
        if (because != nullptr)
            proof.report("/questions/" + std::to_string(i),
                         "the question is not marked personal, but " + std::string{because},
                         "Add \"personal\": true, so that the answer never enters a link.");
    }
    for (std::uint32_t rule = 0; rule < p.rules.size(); ++rule) {
        const std::string& pointer = study.pointer(RuleId{rule});
        if (is_fact_rule(pointer) || is_deadline_start(pointer)) continue;
        for (const NameId name : p.rules.names_read(RuleId{rule})) {
            const std::string quoted = '"' + std::string{p.rules.names().name(name)} + '"';
            if (name < p.questions.size()) {
                if (p.questions[name].personal)
                    proof.report(pointer, "the rule reads the personal answer " + quoted + " itself",
                                 "Put what the rule needs to know into a fact (yes or no, or a choice) and read that: "
                                 "links carry only facts.");
                continue;
            }
            const RuleKind kind = study.kind_of_name(name);
            if (study.reads_personal(p.facts[name - p.questions.size()].rule) && kind != RuleKind::flag &&
                kind != RuleKind::choice)
                proof.report(
                    pointer,
                    "the rule reads the fact " + quoted + ", which hands on a personal answer as " + name_of(kind),
                    "Let the fact answer with yes or no, or with a choice: links carry nothing else.");
        }
    }
}

void check_use(const Proof& proof, const RuleStudy& study) {
    const Procedure& p = proof.procedure;
    const auto on_form = [&](const std::string& name) {
        return std::any_of(p.forms.begin(), p.forms.end(), [&](const Form& form) {
            return std::any_of(form.boxes.begin(), form.boxes.end(),
                               [&](const FormBox& box) { return box.from == name; });
        });
    };
    for (std::size_t i = 0; i < p.questions.size(); ++i) {
        const bool picks_place = p.questions[i].kind == QuestionKind::place || p.questions[i].id == "channel";
        if (!picks_place && !study.is_read(i) && !on_form(p.questions[i].id))
            proof.report(
                "/questions/" + std::to_string(i), "the answer to \"" + p.questions[i].id + "\" changes nothing",
                "Remove the question, or use its answer in a rule or a form: people should not be asked in vain.");
    }
    std::vector<bool> read(p.questions.size() + p.facts.size(), false);
    for (std::uint32_t rule = 0; rule < p.rules.size(); ++rule)
        for (const NameId name : p.rules.names_read(RuleId{rule})) read[name] = true;
    for (std::size_t i = 0; i < p.facts.size(); ++i)
        if (!read[p.questions.size() + i] && !on_form(p.facts[i].name))
            proof.report("/facts/" + std::to_string(i), "nothing reads the fact \"" + p.facts[i].name + '"',
                         "Remove it, or use it in a rule or a form.");
}

}  // namespace danloi
