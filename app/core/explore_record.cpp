// What a path led to: lines of the Guide that certainly apply, and ends that leave a person without a way on.
#include "core/explore_record.hpp"

#include "core/explore_answers.hpp"

#include <algorithm>

namespace danloi {

namespace {

constexpr std::size_t most_dead_ends = 5;

void add_rule(std::vector<RuleId>& rules, const std::optional<RuleId>& rule) {
    if (rule) rules.push_back(*rule);
}

const char* list_of(ItemKind kind) {
    switch (kind) {
        case ItemKind::question: return "/questions/";
        case ItemKind::eligibility: return "/eligibility/";
        case ItemKind::document: return "/documents/";
        case ItemKind::group: return "/groups/";
        case ItemKind::step: return "/steps/";
        case ItemKind::time_case: return "/time/cases/";
        case ItemKind::fee:
        case ItemKind::exemption: return "/fees/";
        case ItemKind::channel: return "/channels/";
        case ItemKind::deadline: return "/deadlines/";
    }
    return "/";
}

}  // namespace

std::string pointer_of(const Item& item) {
    std::string pointer = list_of(item.kind) + std::to_string(item.index);
    if (item.kind == ItemKind::exemption) pointer += "/exemptions/" + std::to_string(item.inner);
    return pointer;
}

std::size_t Exploration::total(ItemKind kind) const {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const Item& item) { return item.kind == kind; }));
}

std::size_t Exploration::reached(ItemKind kind) const {
    const auto counts = [&](const Item& item) { return item.kind == kind && item.reached; };
    return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), counts));
}

Recorder::Recorder(const Procedure& procedure, const GuideInput& input) : p_(procedure), input_(input) { list_items(); }

void Recorder::add(ItemKind kind, std::size_t index, std::vector<RuleId> rules, std::size_t inner) {
    while (first_.size() <= static_cast<std::size_t>(kind)) first_.push_back(result_.items.size());
    result_.items.push_back({kind, index, inner, std::move(rules), false});
}

void Recorder::list_items() {
    const auto each = [&](ItemKind kind, const auto& list, auto rule_of) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            std::vector<RuleId> rules;
            add_rule(rules, rule_of(list[i]));
            add(kind, i, std::move(rules));
        }
    };
    // The first entry that holds wins, so each hangs on those before it too.
    const auto first_that_holds = [&](ItemKind kind, const auto& list) {
        std::vector<RuleId> rules;
        for (std::size_t i = 0; i < list.size(); ++i) {
            add_rule(rules, list[i].when);
            add(kind, i, rules);
        }
    };
    const auto when = [](const auto& item) { return item.when; };
    each(ItemKind::question, p_.questions, [](const Question& question) { return question.ask_if; });
    first_that_holds(ItemKind::eligibility, p_.eligibility);
    each(ItemKind::document, p_.documents, when);
    for (std::size_t i = 0; i < p_.groups.size(); ++i) {
        std::vector<RuleId> rules;
        for (const Document& document : p_.documents)
            if (document.group == p_.groups[i].id) add_rule(rules, document.when);
        add(ItemKind::group, i, std::move(rules));
    }
    each(ItemKind::step, p_.steps, when);
    first_that_holds(ItemKind::time_case, p_.time.cases);
    each(ItemKind::fee, p_.fees, when);
    for (std::size_t fee = 0; fee < p_.fees.size(); ++fee)
        for (std::size_t i = 0; i < p_.fees[fee].exemptions.size(); ++i) {
            const Exemption& exemption = p_.fees[fee].exemptions[i];
            std::vector<RuleId> rules;
            add_rule(rules, exemption.when);
            add_rule(rules, p_.fees[fee].when);
            if (exemption.when) add(ItemKind::exemption, fee, std::move(rules), i);
        }
    each(ItemKind::channel, p_.channels, when);
    each(ItemKind::deadline, p_.deadlines, when);
    while (first_.size() <= static_cast<std::size_t>(ItemKind::deadline)) first_.push_back(result_.items.size());
}

void Recorder::reach(ItemKind kind, std::size_t index) {
    result_.items[first_[static_cast<std::size_t>(kind)] + index].reached = true;
}

void Recorder::reach_exemption(std::size_t fee, std::size_t exemption) {
    for (Item& item : result_.items)
        if (item.kind == ItemKind::exemption && item.index == fee && item.inner == exemption) item.reached = true;
}

void Recorder::reach_groups(const Guide& guide) {
    for (std::size_t i = 0; i < p_.groups.size(); ++i) {
        std::size_t members = 0;
        std::size_t applying = 0;
        for (const PaperLine& line : guide.papers) {
            if (p_.documents[line.document].group != p_.groups[i].id) continue;
            ++members;
            if (line.applies == Applies::yes) ++applying;
        }
        if (applying > 0 && (p_.groups[i].any || applying == members)) reach(ItemKind::group, i);
    }
}

// Steps and deadlines that only may apply are listed too, so they count on paths without an "I don't know" alone.
void Recorder::reach_lines(const Guide& guide, bool all_known) {
    for (const std::size_t question : guide.asked) reach(ItemKind::question, question);
    for (const PaperLine& line : guide.papers)
        if (line.applies == Applies::yes) reach(ItemKind::document, line.document);
    for (const FeeLine& line : guide.fees.lines) {
        if (line.applies != Applies::no) reach(ItemKind::fee, line.fee);
        if (line.exempted) reach_exemption(line.fee, *line.exempted);
    }
    for (const ChannelLine& line : guide.channels)
        if (line.applies == Applies::yes) reach(ItemKind::channel, line.channel);
    if (!all_known) return;
    for (const std::size_t step : guide.steps) reach(ItemKind::step, step);
    for (const DeadlineLine& line : guide.deadlines) reach(ItemKind::deadline, line.deadline);
    for (const std::size_t reason : guide.outcome.reasons) reach(ItemKind::eligibility, reason);
    if (guide.time.time_case) reach(ItemKind::time_case, *guide.time.time_case);
}

void Recorder::note_checklist(const Guide& guide) {
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const PaperLine& line : guide.papers)
        hash = (hash ^ static_cast<std::uint64_t>(line.applies)) * 1'099'511'628'211U;
    checklists_.insert(hash);
}

void Recorder::dead_end(const Dossier& dossier, std::string reason) {
    const auto same = [&](const DeadEnd& known) { return known.reason == reason; };
    if (result_.dead_ends.size() >= most_dead_ends ||
        std::any_of(result_.dead_ends.begin(), result_.dead_ends.end(), same))
        return;
    std::string answers;
    for (const Question& question : p_.questions) {
        const auto answer = dossier.answers.find(question.id);
        if (answer != dossier.answers.end())
            answers += (answers.empty() ? "" : ", ") + question.id + ": " + written(answer->second);
    }
    result_.dead_ends.push_back({std::move(answers), std::move(reason)});
}

void Recorder::note_dead_ends(const Guide& guide, const Dossier& dossier) {
    const auto says_no = [&](std::size_t entry) { return p_.eligibility[entry].outcome == Outcome::no; };
    if (std::any_of(guide.outcome.reasons.begin(), guide.outcome.reasons.end(), says_no)) return;
    if (!guide.time.time_case && guide.time.certain) dead_end(dossier, "no processing time applies");
    const auto open = [](const ChannelLine& line) { return line.applies != Applies::no; };
    if (std::none_of(guide.channels.begin(), guide.channels.end(), open))
        dead_end(dossier, "there is no way to hand in");
    const auto own = [&](std::size_t step) { return !p_.steps[step].by_office; };
    if (std::none_of(guide.steps.begin(), guide.steps.end(), own))
        dead_end(dossier, "there is no step for the citizen");
    if (std::any_of(guide.fees.lines.begin(), guide.fees.lines.end(),
                    [](const FeeLine& line) { return line.applies != Applies::no; }))
        return;
    dead_end(dossier, "no fee entry applies, so nobody can tell whether it is free");
}

void Recorder::record(const Dossier& dossier) {
    ++result_.paths;
    result_.longest = std::max(result_.longest, dossier.answers.size());
    const auto unknown = [](const auto& answer) { return std::holds_alternative<Unknown>(answer.second); };
    const Guide guide = make_guide(p_, dossier, input_);
    reach_lines(guide, std::none_of(dossier.answers.begin(), dossier.answers.end(), unknown));
    reach_groups(guide);
    note_checklist(guide);
    note_dead_ends(guide, dossier);
}

Exploration Recorder::take() {
    result_.checklists = checklists_.size();
    return std::move(result_);
}

}  // namespace danloi
