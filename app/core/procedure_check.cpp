// All proofs about one definition, and the line that sums them up.
#include "core/procedure_check.hpp"

#include "core/procedure_check_parts.hpp"
#include "core/procedure_load.hpp"
#include "core/story_read.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace danloi {

namespace {

void keep_text(void* context, const Text& text, const Place& place) {
    check_text(text, place, *static_cast<Problems*>(context));
}

void keep_rule(void*, RuleId rule, const nlohmann::json& json, const Place& place, Procedure& procedure) {
    auto& sources = procedure.rule_sources;
    if (sources.size() <= rule.index) sources.resize(rule.index + std::size_t{1});
    sources[rule.index] = {place.pointer(), json.dump()};
}

std::string written(const Share& share, const char* what) {
    return ", " + std::to_string(share.good) + '/' + std::to_string(share.all) + ' ' + what;
}

Share share_of(const Exploration& exploration, ItemKind kind) {
    return {exploration.reached(kind), exploration.total(kind)};
}

void check_stories(const Proof& proof, CheckReport& report) {
    constexpr std::size_t least_stories = 5;
    const Procedure& p = proof.procedure;
    report.stories.all = p.stories.size();
    report.stories.good = run_stories(p, proof.file, proof.input.calendar, proof.input.units, proof.problems);
    if (p.stories.size() < least_stories)
        proof.report(
            "/tests", "there are only " + std::to_string(p.stories.size()) + " stories",
            "Add stories to \"tests\" until there are at least 5: the usual case first, then each special one.");
}

}  // namespace

std::unique_ptr<Procedure> load_for_check(std::string_view bytes, std::string file, Problems& problems) {
    Problems in_texts;
    const LoadHooks hooks{.context = &in_texts, .text = keep_text, .rule = keep_rule, .stories = read_stories};
    auto procedure = load_procedure(bytes, std::move(file), problems, &hooks);
    problems.insert(problems.end(), in_texts.begin(), in_texts.end());
    return procedure;
}

CheckReport check_procedure(const Procedure& procedure, const std::string& file, const CheckInput& input,
                            Problems& problems, std::size_t before) {
    const std::size_t already = problems.size() - std::min(before, problems.size());
    const Proof proof{procedure, file, input, problems};
    const RuleStudy study{procedure};
    CheckReport report;
    report.id = procedure.id;
    report.components = check_components(proof);
    check_counts(proof);
    check_types(proof);
    check_days(proof);
    check_links(proof);
    check_personal(proof, study);
    check_rule_types(proof, study);
    check_use(proof, study);
    GuideInput guide_input;
    guide_input.today = input.today;
    guide_input.calendar = input.calendar;
    guide_input.units = input.units;
    report.exploration = explore(procedure, guide_input, input.limits);
    check_paths(proof, report.exploration);
    report.documents = share_of(report.exploration, ItemKind::document);
    report.steps = share_of(report.exploration, ItemKind::step);
    check_stories(proof, report);
    report.problems = problems.size() - already;
    return report;
}

std::string coverage_line(const CheckReport& report) {
    const Exploration& walk = report.exploration;
    return report.id + ": " + std::to_string(walk.total(ItemKind::question)) + " questions, " +
           std::to_string(walk.paths) + (walk.all_paths ? " paths" : " paths (pairs)") +
           written(report.documents, "documents") + written(report.steps, "steps") +
           written(report.stories, "stories") + written(report.components, "components") + ", " +
           std::to_string(report.problems) + " problems";
}

}  // namespace danloi
