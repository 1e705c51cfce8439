// The single proofs; together they are check_procedure.
#pragma once
#include "core/procedure_check.hpp"
#include "core/procedure_check_study.hpp"

namespace danloi {

/// What all proofs share.
struct Proof {
    const Procedure& procedure;
    const std::string& file;
    const CheckInput& input;
    Problems& problems;

    void report(std::string pointer, std::string reason, std::string remedy) const {
        problems.push_back({file, std::move(pointer), std::move(reason), std::move(remedy)});
    }
};

/// The 8 parts every administrative procedure must state by Vietnamese law (the national service-quality score counts
/// them): order of steps; ways to hand in; papers and their number; time; audience; authority; result; fees and legal
/// basis. Returns how many are there.
Share check_components(const Proof& proof);
/// Each paper to hand in says how many sheets, or what to do instead.
void check_counts(const Proof& proof);
/// Each paper says what kind of thing it is: its drawing shows that.
void check_types(const Proof& proof);
/// lastChecked, reviewBy, effectiveTo and change notes against today.
void check_days(const Proof& proof);
/// Links to other procedures lead somewhere.
void check_links(const Proof& proof);
/// Answers that tell who somebody is are marked personal, and rules see them through facts only.
void check_personal(const Proof& proof, const RuleStudy& study);
/// Comparisons compare like with like, and with values that can occur.
void check_rule_types(const Proof& proof, const RuleStudy& study);
/// Everything asked and worked out is used.
void check_use(const Proof& proof, const RuleStudy& study);
/// What the walk over all answers did not reach, and where it ended without a way on.
void check_paths(const Proof& proof, const Exploration& exploration);

/// Sentences of at most 30 words in Vietnamese, English that is not the Vietnamese text again.
void check_text(const Text& text, const Place& place, Problems& problems);

}  // namespace danloi
