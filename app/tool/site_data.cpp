// See site_data.hpp.
#include "tool/site_data.hpp"

#include "core/local_words.hpp"
#include "tool/files.hpp"

#include <algorithm>
#include <map>

namespace danloi {

namespace {

struct Use {
    Text name;
    std::size_t procedures = 0;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> local_layers(const Library& library, Problems& problems) {
    std::vector<std::pair<std::string, std::string>> out;
    const Wording vi = library.wording("vi", problems), en = library.wording("en", problems);
    for (const auto& file : json_files(library.root() / "content/localities")) {
        const std::string code = file.stem().string();
        if (const auto locality = library.locality(code, problems)) out.emplace_back(code, local_view_json(*locality, vi, en));
    }
    return out;
}

std::vector<Text> papers_of_event(const LifeEvent& event, const std::vector<std::shared_ptr<const Procedure>>& procedures) {
    std::vector<std::string> order;
    std::map<std::string, Use> uses;
    for (const std::string& id : event.procedures) {
        const auto found = std::find_if(procedures.begin(), procedures.end(), [&](const auto& p) { return p->id == id; });
        if (found == procedures.end()) continue;
        for (const Document& document : (*found)->documents) {
            if (document.shared.empty()) continue;
            Use& use = uses[document.shared];
            if (use.procedures++ == 0) {
                use.name = document.name;
                order.push_back(document.shared);
            }
        }
    }
    std::vector<Text> papers;
    for (const std::string& id : order)
        if (uses[id].procedures > 1) papers.push_back(uses[id].name);
    return papers;
}

}  // namespace danloi
