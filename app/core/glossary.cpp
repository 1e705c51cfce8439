// See glossary.hpp.
#include "core/glossary.hpp"

#include "core/catalogue_reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace danloi {
namespace {

using nlohmann::json;
using Need = ObjectReader::Need;

constexpr std::int64_t format = 1;

void read_forms(ObjectReader& parent, GlossaryTerm& out, Problems& problems) {
    const json* value = parent.object("forms", Need::optional);
    if (value == nullptr) return;
    ObjectReader reader(*value, parent.place() / "forms", problems);
    out.forms_vi = reader.texts("vi");
    out.forms_en = reader.texts("en");
    reader.finish();
}

GlossaryTerm read_term(const json& value, const Place& place, Problems& problems) {
    ObjectReader reader(value, place, problems);
    GlossaryTerm out;
    out.id = reader.text("id", Need::required);
    out.term = reader.multilingual("term", Need::required);
    read_forms(reader, out, problems);
    out.meaning = reader.multilingual("meaning", Need::required);
    out.plain = reader.multilingual("plain", Need::optional);
    reader.finish();
    return out;
}

}  // namespace

std::vector<GlossaryTerm> load_glossary(const json& value, std::string_view file, Problems& problems) {
    ObjectReader reader(value, Place{std::string(file)}, problems);
    reader.format(format);
    std::vector<GlossaryTerm> out;
    const json* terms = reader.array("terms", Need::required);
    for (std::size_t i = 0; terms != nullptr && i < terms->size(); ++i) {
        const Place place = reader.place() / "terms" / i;
        const std::size_t before = problems.size();
        GlossaryTerm term = read_term((*terms)[i], place, problems);
        const auto same = [&](const GlossaryTerm& other) { return other.id == term.id; };
        if (problems.size() == before && std::any_of(out.begin(), out.end(), same))
            problems.push_back((place / "id").problem("\"" + term.id + "\" stands here twice", "remove one of the two"));
        if (problems.size() == before) out.push_back(std::move(term));
    }
    reader.finish();
    return out;
}

}  // namespace danloi
