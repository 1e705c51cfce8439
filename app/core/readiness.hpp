// What still has to be in the bag: the papers that apply, with alternatives counted once.
#pragma once
#include "core/guide.hpp"

#include <string>
#include <vector>

namespace danloi {

/// One thing to bring: a single paper, or several of which one is enough (`any`). Indexes into Procedure::documents.
struct Need {
    std::vector<std::size_t> documents;
    std::string group;      ///< id of its DocumentGroup, or empty
    bool any = false;
    bool certain = false;   ///< false: it may turn out not to be needed
    bool have = false;
    bool waived = false;    ///< the person marked it as not needed
};

/// In file order; a group stands where its first member that applies stands.
[[nodiscard]] std::vector<Need> needs_of(const Procedure& procedure, const Dossier& dossier, const Guide& guide);

/// Counts for the home page and the checklist.
[[nodiscard]] Summary summarise(const Procedure& procedure, const Dossier& dossier, const Guide& guide,
                                std::string_view lang);

}  // namespace danloi
