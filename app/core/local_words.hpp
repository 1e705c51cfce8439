// What is set at a place, in words for the page: `danloi build` and `danloi walk` make it, the browser only reads it.
#pragma once
#include "core/locality.hpp"
#include "core/wording.hpp"

#include <string>

namespace danloi {

/// {"format":1,"checked":"2026-11-22","hours":[450,690,780,1020],"vi":{..},"en":{..}}, see local_view.hpp: rows, notes, fees and
/// times in both languages, each with the place that set it, "an example" and "better ask" where that is so.
[[nodiscard]] std::string local_view_json(const Locality& locality, const Wording& vi, const Wording& en);

}  // namespace danloi
