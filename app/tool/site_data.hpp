// What the page fetches beside definitions: local layers, the glossary, papers that a life event asks for more than once.
#pragma once
#include "tool/library.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace danloi {

/// Each unit that has a layer of its own, with the layer as the page reads it: laid over its province's.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> local_layers(const Library& library, Problems& problems);

/// Names of the shared papers that more than one procedure of the event asks for, in the order of their first use.
[[nodiscard]] std::vector<Text> papers_of_event(const LifeEvent& event, const std::vector<std::shared_ptr<const Procedure>>& procedures);

}  // namespace danloi
