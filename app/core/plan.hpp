// The order in which questions and facts are evaluated, worked out once when a definition is loaded.
#pragma once
#include "core/procedure.hpp"

namespace danloi {

/// Sets `procedure.plan`: questions in file order, each fact as late as it can be but before the first `askIf` that
/// reads it (directly or through other facts). Needs questions' and facts' names interned: questions first, then facts.
void plan_evaluation(Procedure& procedure);

}  // namespace danloi
