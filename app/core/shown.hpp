// Answers and papers in words, as a person reads them on screen, on paper and on the rescue page.
#pragma once
#include "core/guide.hpp"
#include "core/wording.hpp"

#include <string>

namespace danloi {

/// The answer in words: the option's label, "yes", the date as dd/mm/yyyy, the text as typed, "I don't know".
[[nodiscard]] std::string shown_answer(const Question& question, const Answer& answer, const Wording& wording,
                                       std::string_view lang);

/// What is answered here to this question, in words, a place by its name; empty when nothing is.
[[nodiscard]] std::string shown_answer(const Question& question, const Dossier& dossier, const Wording& wording,
                                       std::string_view lang);

/// "Hand in 1 original, 2 certified copies" or "only show".
[[nodiscard]] std::string shown_counts(const Document& document, const Wording& wording);

/// "Saturday, 21/11/2026".
[[nodiscard]] std::string shown_day(Date date, const Wording& wording);

/// "Thứ Năm, ngày 3 tháng 9 năm 2026".
[[nodiscard]] std::string shown_day_in_words(Date date, const Wording& wording);

/// "luật, điều ..." for each basis that names a law, joined by "; ". Empty when none does.
[[nodiscard]] std::string shown_basis(const std::vector<Basis>& basis, const Procedure& procedure, const Wording& wording,
                                      std::string_view lang);

/// The lowest confidence of the statements; low for none.
[[nodiscard]] Confidence confidence_of(const std::vector<Basis>& basis);

/// "At most 8 working days if ...".
[[nodiscard]] std::string shown_extension(const Extension& extension, const Wording& wording, std::string_view lang);

/// Whether the fee must be paid but its amount is not known here.
[[nodiscard]] bool is_unknown(const FeeLine& line);

/// The fee in words: "free", "20.000 đồng", "20.000 đồng. Ask about: ...", "20.000 đồng. Perhaps more", "depends on your answers".
[[nodiscard]] std::string shown_total(const FeeTotal& total, const Procedure& procedure, const Wording& wording, std::string_view lang);

/// The processing time in words, with "same day" and "up to" where they apply.
[[nodiscard]] std::string shown_time(const TimeLine& line, const Procedure& procedure, const Wording& wording,
                                     std::string_view lang);

/// The snapshot that is stored beside the answers: labels and shown values, readable without the program.
/// {"title":..,"asked":..,"answered":..,"needed":..,"have":..,"deadline":..,"answers":[[q,a]],"papers":[[name,state]]}
[[nodiscard]] std::string snapshot_json(const Procedure& procedure, const Dossier& dossier, const Guide& guide,
                                        const Wording& wording, std::string_view lang);

}  // namespace danloi
