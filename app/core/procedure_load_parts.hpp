// The parts of a definition, each read by one function; together they are load_procedure.
#pragma once
#include "core/procedure.hpp"
#include "core/reader.hpp"

namespace danloi {

/// Bounds on what a definition may state; wide enough for any real law.
inline constexpr int most_days = 36'600;                       ///< a period, in its unit
inline constexpr std::int64_t most_vnd_fee = 100'000'000'000;  ///< one fee in VND

/// "basis": at least one source; each names a law of this file or is general knowledge.
void read_basis_list(Reader& reader, std::vector<Basis>& out, Need need = Need::required);

void read_identity(Reader& root, Procedure& out);
void read_law_part(Reader& root, Procedure& out);
void read_who_part(Reader& root, Procedure& out);
void read_question_part(Reader& root, Procedure& out);
void read_paper_part(Reader& root, Procedure& out);
void read_step_part(Reader& root, Procedure& out);
void read_time_part(Reader& root, Procedure& out);
void read_money_part(Reader& root, Procedure& out);
void read_after_part(Reader& root, Procedure& out);

/// Ids used twice and references to nothing, in what could be read; circles among facts and questions only when
/// `names_are_sound` (no fault so far), because a rule that was not compiled has no names.
void check_references(const Procedure& procedure, const std::string& file, bool names_are_sound, Problems& problems);

}  // namespace danloi
