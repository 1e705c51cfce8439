// Hard words that appear in the texts, and what they mean to the reader.
#pragma once
#include "core/multilingual.hpp"
#include "core/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// One hard word. It stands in a text where `term` or one of the other forms does, whatever the case, as whole words.
struct GlossaryTerm {
    std::string id;
    Text term;  ///< as written in the middle of a sentence
    std::vector<std::string> forms_vi{}, forms_en{};  ///< other spellings, which do not contain the term itself
    Text meaning;
    Text plain{};  ///< the same in two to seven words, to stand in parentheses after the term; empty where that cannot be
};

/// Reads content/glossary.json. Bad terms are reported and left out, and so are ids used twice.
[[nodiscard]] std::vector<GlossaryTerm> load_glossary(const nlohmann::json& json, std::string_view file, Problems& problems);

}  // namespace danloi
