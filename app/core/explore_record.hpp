// Notes what each walked path led to.
#pragma once
#include "core/explore.hpp"

#include <unordered_set>

namespace danloi {

/// Collects the Exploration while paths are walked.
class Recorder {
public:
    Recorder(const Procedure& procedure, const GuideInput& input);

    /// One path walked to its end.
    void record(const Dossier& dossier);
    [[nodiscard]] const std::vector<Item>& items() const { return result_.items; }
    Exploration take();

private:
    void list_items();
    void add(ItemKind kind, std::size_t index, std::vector<RuleId> rules, std::size_t inner = 0);
    void reach(ItemKind kind, std::size_t index);
    void reach_exemption(std::size_t fee, std::size_t exemption);
    void reach_groups(const Guide& guide);
    void reach_lines(const Guide& guide, bool all_known);
    void note_checklist(const Guide& guide);
    void note_dead_ends(const Guide& guide, const Dossier& dossier);
    void dead_end(const Dossier& dossier, std::string reason);

    const Procedure& p_;
    const GuideInput& input_;
    Exploration result_;
    std::vector<std::size_t> first_;  // by ItemKind: where its items begin
    std::unordered_set<std::uint64_t> checklists_;
};

}  // namespace danloi
