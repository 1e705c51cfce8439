// A dossier that was begun with one definition, taken over into another one of the same procedure.
#pragma once
#include "core/procedure.hpp"
#include "core/wording.hpp"

namespace danloi {

/// Whether the answer is one that the question can be given today.
[[nodiscard]] bool fits(const Question& question, const Answer& answer);

/// The dossier pinned to `to`. Answers stay under their question's id as they are; what `to` does not ask, or not so, is
/// noted in Dossier::retired in the words of `from` (nothing is answered anew). Papers stay under their id.
[[nodiscard]] Dossier carried_over(const Dossier& dossier, const Procedure& from, const Procedure& to, const Wording& wording,
                                   std::string_view lang);

}  // namespace danloi
