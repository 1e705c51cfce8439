// See controls.hpp.
#include "desktop/controls.hpp"

namespace danloi {
namespace {

using Kind = Control::Kind;

class Collector {
public:
    void add(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) std::visit([this](const auto& one) { add(one); }, block.base());
    }
    std::vector<Control> found;

private:
    template <typename Other>
    void add(const Other&) {}  // shows, asks nothing
    void add(const Choices& one) {
        for (std::size_t i = 0; i < one.options.size(); ++i) {
            const ChoiceOption& option = one.options[i];
            found.push_back({one.many ? Kind::check : Kind::press, one.id + "/" + std::to_string(i), option.action, "", "", option.checked});
        }
    }
    void add(const Field& one) {
        found.push_back({Kind::field, one.id, one.action, "", one.value, false});
        for (std::size_t i = 0; i < one.suggestions.size(); ++i) {
            found.push_back({Kind::press, one.id + "/s/" + std::to_string(i), one.suggestions[i].action, "", "", false});
        }
    }
    void add(const Button& one) { found.push_back({Kind::press, one.id, one.action, "", "", false}); }
    void add(const Link& one) { found.push_back({Kind::press, one.id, one.action, one.href, "", false}); }
    void add(const Tiles& one) {
        for (const Link& item : one.items) add(item);
    }
    void add(const Card& one) { add(one.children); }
    void add(const Disclosure& one) {
        found.push_back({Kind::press, one.id, one.action, "", "", false});
        if (one.open) add(one.children);
    }
};

}  // namespace

std::vector<Control> controls_of(const Screen& screen) {
    Collector collector;
    for (const std::vector<Block>* part : {&screen.bar, &screen.main, &screen.aside, &screen.foot}) collector.add(*part);
    return std::move(collector.found);
}

const Box* box_of(const Layout& layout, const std::string& key) {
    for (const Box& box : layout.boxes) {
        if (box.key == key) return &box;
    }
    return nullptr;
}

int control_at(const std::vector<Control>& controls, const Layout& layout, const LayoutInput& input, float scroll_y, float x, float y) {
    const bool in_foot = y >= input.height - layout.foot;
    const float at = in_foot ? y - (input.height - layout.foot) : y + scroll_y;
    for (std::size_t i = 0; i < controls.size(); ++i) {
        const Box* box = box_of(layout, controls[i].key);
        if (box == nullptr || box->in_foot != in_foot) continue;
        if (x >= box->x && x < box->x + box->w && at >= box->y && at < box->y + box->h) return static_cast<int>(i);
    }
    return -1;
}

}  // namespace danloi
