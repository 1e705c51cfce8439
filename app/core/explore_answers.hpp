// Answers that stand for all answers a person may give to a question.
#pragma once
#include "core/dossier.hpp"
#include "core/procedure_check_study.hpp"

#include <string>
#include <vector>

namespace danloi {

/// For one question: every option; for `many` none, each single one and all of them; for days and numbers the values just
/// under, at and over each threshold of the rules and a usual one, inside the question's range, of those that no rule can
/// tell apart the first; "I don't know" last, where it is allowed. A question that no rule reads has one answer, as the
/// others cannot lead elsewhere. Never empty.
std::vector<Answer> standing_answers(const RuleStudy& study, std::size_t question, Date today);

/// The answer as content people write it: facility, true, 2026-11-01, [a, b], null.
std::string written(const Answer& answer);

}  // namespace danloi
