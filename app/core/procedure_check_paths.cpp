// Proofs from the walk over all answers: nothing stands there for nothing, and nobody is left without a way on.
#include "core/procedure_check_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

const char* unreached(ItemKind kind) {
    switch (kind) {
        case ItemKind::question: return "no answers lead to this question";
        case ItemKind::eligibility: return "no answers lead to this outcome";
        case ItemKind::document: return "no answers make this paper necessary";
        case ItemKind::group: return "no answers satisfy this group of papers";
        case ItemKind::step: return "no answers lead to this step";
        case ItemKind::time_case:
            return "no answers lead to this processing time: an earlier case always holds, or this one never";
        case ItemKind::fee: return "no answers lead to this fee";
        case ItemKind::exemption: return "no answers lead to this exemption";
        case ItemKind::channel: return "no answers open this way to hand in";
        case ItemKind::deadline: return "no answers lead to this deadline";
    }
    return "";
}

void check_groups(const Proof& proof) {
    const Procedure& p = proof.procedure;
    for (std::size_t i = 0; i < p.groups.size(); ++i) {
        const auto member = [&](const Document& document) { return document.group == p.groups[i].id; };
        if (std::count_if(p.documents.begin(), p.documents.end(), member) < 2)
            proof.report("/groups/" + std::to_string(i), "the group has fewer than two papers",
                         "Let at least two documents name it in \"group\", or remove it.");
    }
}

void check_refused(const Proof& proof) {
    const Procedure& p = proof.procedure;
    for (std::size_t i = 0; i < p.eligibility.size(); ++i) {
        const Eligibility& entry = p.eligibility[i];
        if (entry.outcome == Outcome::no && !entry.instead && entry.instead_procedure.empty())
            proof.report("/eligibility/" + std::to_string(i), "a person is told no, but not what to do instead",
                         "Add \"instead\" or \"insteadProcedure\": nobody is sent away without a way on.");
    }
}

}  // namespace

void check_paths(const Proof& proof, const Exploration& exploration) {
    for (const Item& item : exploration.items)
        if (!item.reached)
            proof.report(pointer_of(item), unreached(item.kind), "Correct the rules it hangs on, or remove it.");
    for (const DeadEnd& end : exploration.dead_ends)
        proof.report("", "dead end: " + end.reason + " (answers: " + (end.answers.empty() ? "none" : end.answers) + ')',
                     "Change the rules so that these answers lead on, or say no with a reason in \"eligibility\".");
    check_groups(proof);
    check_refused(proof);
}

}  // namespace danloi
