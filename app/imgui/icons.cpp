// See icons.hpp.
#include "imgui/icons.hpp"

#include "imgui/json_nodes.hpp"

namespace danloi {
namespace {

/// A step with too few numbers is left out.
bool read_step(const JsonNodes& json, int node, IconStep& step) {
    int part = json.first(node);
    const std::string_view op = json.string(part);
    if (op.size() != 1) return false;
    step.op = op.front();
    const int wanted = step.op == 'C' ? 6 : step.op == 'M' || step.op == 'L' ? 2 : 0;
    for (int i = 0; i < wanted; ++i) {
        part = json.next(part);
        if (part < 0) return false;
        step.p[i] = static_cast<float>(json.number(part, 0));
    }
    return wanted > 0 || step.op == 'Z';
}

}  // namespace

bool IconSet::read(std::string_view text) {
    JsonNodes json;
    if (!json.parse(text)) return false;
    const JsonNode* root = json.at(JsonNodes::root());
    if (root->type != JsonNode::Type::object) return false;
    for (int icon = root->first; icon >= 0; icon = json.next(icon)) {
        Icon& added = icons_.emplace_back();
        added.name = json.at(icon)->key;
        for (int stroke = json.first(icon); stroke >= 0; stroke = json.next(stroke)) {
            for (int node = json.first(stroke); node >= 0; node = json.next(node)) {
                IconStep step;
                if (read_step(json, node, step)) added.steps.push_back(step);
            }
        }
    }
    return true;
}

const std::vector<IconStep>* IconSet::find(std::string_view name) const {
    for (const Icon& icon : icons_) {
        if (icon.name == name) return &icon.steps;
    }
    return nullptr;
}

}  // namespace danloi
