// Looks things up for the page: procedures by what people call them, places by new and old names. It lives apart from the
// app (finder.wasm in the browser), because its code and data are large and whoever follows a link needs none of it. The app
// asks with a FindEffect and is answered with the Action `found`.
#pragma once
#include "core/catalogue.hpp"
#include "core/search_index.hpp"
#include "core/units.hpp"

#include <string>
#include <string_view>

namespace danloi {

class Finder {
public:
    /// Takes one file of data: "catalogue", "provinces" (units.json), "communes" (communes.json: every province's shard) or
    /// "old_units". False when nothing of it could be used; what is there stays.
    bool load(std::string_view what, std::string_view bytes);

    /// Answers {"what","query","lang"} with {"t":"found","what","query","ids"|"places"}. `what` is "procedure" (ids of at most
    /// 20 procedures, best first), "place" (at most 12 places) or "unit" (the place with the code `query`). Nothing found, a
    /// request that cannot be read and data that have not come are all answered with an empty list.
    [[nodiscard]] std::string find(std::string_view request) const;

private:
    Catalogue catalogue_;
    SearchIndex index_;
    UnitTable units_;
};

}  // namespace danloi
