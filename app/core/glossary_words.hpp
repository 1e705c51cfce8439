// The glossary of one language as the page reads it (explain.hpp).
#pragma once
#include "core/glossary.hpp"

#include <string>
#include <vector>

namespace danloi {

/// {"format":1,"words":[[term, meaning, [every spelling, also with a capital letter], plain words?],..]}
[[nodiscard]] std::string hard_words_json(const std::vector<GlossaryTerm>& terms, std::string_view lang);

}  // namespace danloi
