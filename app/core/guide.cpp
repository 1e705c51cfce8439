// The Guide: papers, steps, channels and the outcome. Fees and time are in guide_money.cpp and guide_time.cpp.
#include "core/guide.hpp"

#include "core/guide_parts.hpp"
#include "core/json_write.hpp"

#include <algorithm>

namespace danloi {

namespace {

std::vector<PaperLine> papers_of(GuideSlots& slots, const Procedure& procedure) {
    std::vector<PaperLine> lines;
    lines.reserve(procedure.documents.size());
    for (std::size_t i = 0; i < procedure.documents.size(); ++i)
        lines.push_back({i, slots.applies(procedure.documents[i].when)});
    return lines;
}

std::vector<ChannelLine> channels_of(GuideSlots& slots, const Procedure& procedure) {
    std::vector<ChannelLine> lines;
    for (std::size_t i = 0; i < procedure.channels.size(); ++i)
        lines.push_back({i, slots.applies(procedure.channels[i].when)});
    return lines;
}

std::vector<std::size_t> steps_of(GuideSlots& slots, const Procedure& procedure) {
    std::vector<std::size_t> steps;
    for (std::size_t i = 0; i < procedure.steps.size(); ++i)
        if (slots.applies(procedure.steps[i].when) != Applies::no) steps.push_back(i);
    return steps;
}

// The first entry that certainly holds decides; without one the outcome is ok. An entry before it that may hold, and would
// decide otherwise, makes it a "maybe".
OutcomeLine outcome_of(GuideSlots& slots, const Procedure& procedure) {
    OutcomeLine line;
    std::vector<Outcome> possible;
    for (std::size_t i = 0; i < procedure.eligibility.size(); ++i) {
        const Applies applies = slots.applies(procedure.eligibility[i].when);
        if (applies == Applies::no) continue;
        line.reasons.push_back(i);
        if (applies == Applies::yes) {
            line.outcome = procedure.eligibility[i].outcome;
            break;
        }
        possible.push_back(procedure.eligibility[i].outcome);
    }
    line.certain = std::all_of(possible.begin(), possible.end(), [&](Outcome other) { return other == line.outcome; });
    if (!line.certain) line.outcome = Outcome::maybe;
    return line;
}

bool reads_personal(const Procedure& procedure, RuleId rule, std::size_t depth) {
    if (depth == 0) return false;
    const auto names = procedure.rules.names_read(rule);
    return std::any_of(names.begin(), names.end(), [&](NameId name) {
        if (name < procedure.questions.size()) return procedure.questions[name].personal;
        return reads_personal(procedure, procedure.facts[name - procedure.questions.size()].rule, depth - 1);
    });
}

std::string json_of(const Value& value) {
    if (value.type == Value::Type::boolean) return value.boolean ? "true" : "false";
    return value.is_text() ? json_string(value.text()) : std::string{};
}

}  // namespace

Guide make_guide(const Procedure& procedure, const Dossier& dossier, const GuideInput& input) {
    GuideSlots slots{procedure, dossier, input};
    Guide guide;
    guide.asked = slots.asked();
    guide.next = slots.next();
    guide.papers = papers_of(slots, procedure);
    guide.fees = fees_of(slots, procedure, input);
    guide.time = time_of(slots, procedure, input);
    guide.deadlines = deadlines_of(slots, procedure, input);
    guide.outcome = outcome_of(slots, procedure);
    guide.channels = channels_of(slots, procedure);
    guide.steps = steps_of(slots, procedure);
    return guide;
}

std::optional<std::size_t> next_question(const Procedure& procedure, const Dossier& dossier, const GuideInput& input) {
    return GuideSlots{procedure, dossier, input}.next();
}

std::vector<std::size_t> asked_questions(const Procedure& procedure, const Dossier& dossier, const GuideInput& input) {
    return GuideSlots{procedure, dossier, input}.asked();
}

Why why_of(const Procedure& procedure, const Dossier& dossier, const GuideInput& input, RuleId rule) {
    return GuideSlots{procedure, dossier, input}.why(rule);
}

std::vector<std::pair<std::string, std::string>> carried_facts(const Procedure& procedure, const Dossier& dossier,
                                                               const GuideInput& input) {
    std::vector<std::pair<std::string, std::string>> carried;
    const GuideSlots slots{procedure, dossier, input};
    for (std::size_t i = 0; i < procedure.facts.size(); ++i) {
        const Slot& slot = slots.slot(procedure.questions.size() + i);
        if (slot.known != Slot::Known::known || !reads_personal(procedure, procedure.facts[i].rule, 16)) continue;
        std::string json = json_of(slot.value);
        if (!json.empty()) carried.emplace_back(procedure.facts[i].name, std::move(json));
    }
    return carried;
}

}  // namespace danloi
