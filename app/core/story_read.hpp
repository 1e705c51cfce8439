// Reading the story table of a definition while it is loaded to be checked.
#pragma once
#include "core/story.hpp"

namespace danloi {

class Reader;

/// Reads "tests" of a definition into Procedure::stories. Questions and documents must have been read.
void read_stories(Reader& root);

}  // namespace danloi
