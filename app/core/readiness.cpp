// What still has to be in the bag.
#include "core/readiness.hpp"

#include <algorithm>

namespace danloi {

namespace {

PaperState state_of(const Dossier& dossier, const Document& document) {
    const auto found = dossier.papers.find(document.id);
    return found == dossier.papers.end() ? PaperState::undecided : found->second;
}

const DocumentGroup* group_of(const Procedure& procedure, const Document& document) {
    const auto found = std::find_if(procedure.groups.begin(), procedure.groups.end(),
                                    [&](const DocumentGroup& g) { return g.id == document.group; });
    return found == procedure.groups.end() ? nullptr : &*found;
}

void add_member(Need& need, std::size_t document, Applies applies, PaperState state) {
    need.documents.push_back(document);
    need.certain = need.certain || applies == Applies::yes;
    need.have = need.have || state == PaperState::have;
    // A choice of papers is waived only when every one of them is.
    need.waived = (need.documents.size() == 1 || need.waived) && state == PaperState::not_needed;
}

}  // namespace

std::vector<Need> needs_of(const Procedure& procedure, const Dossier& dossier, const Guide& guide) {
    std::vector<Need> needs;
    for (const PaperLine& line : guide.papers) {
        if (line.applies == Applies::no) continue;
        const Document& document = procedure.documents[line.document];
        const DocumentGroup* group = group_of(procedure, document);
        const bool any = group != nullptr && group->any;
        const auto same = std::find_if(needs.begin(), needs.end(),
                                       [&](const Need& n) { return any && n.any && n.group == document.group; });
        const auto at = static_cast<std::size_t>(same - needs.begin());
        if (at == needs.size()) needs.push_back({{}, document.group, any, false, false, false});
        add_member(needs[at], line.document, line.applies, state_of(dossier, document));
    }
    return needs;
}

Summary summarise(const Procedure& procedure, const Dossier& dossier, const Guide& guide, std::string_view lang) {
    Summary summary;
    summary.title = procedure.title.in(lang);
    summary.asked = static_cast<int>(guide.asked.size());
    summary.answered = static_cast<int>(std::count_if(guide.asked.begin(), guide.asked.end(), [&](std::size_t q) {
        return dossier.answers.find(procedure.questions[q].id) != dossier.answers.end();
    }));
    for (const Need& need : needs_of(procedure, dossier, guide)) {
        if (need.waived) continue;
        ++summary.needed;
        if (need.have) ++summary.have;
    }
    for (const DeadlineLine& line : guide.deadlines) {
        if (!line.date) continue;
        std::string iso = to_iso(*line.date);
        if (summary.deadline.empty() || iso < summary.deadline) summary.deadline = std::move(iso);
    }
    return summary;
}

}  // namespace danloi
