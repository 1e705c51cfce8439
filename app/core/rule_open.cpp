// Which open answers a result hangs on: walks the rule again and keeps the doubtful parts.
#include <algorithm>

#include "core/rule_run.hpp"

namespace danloi {

class OpenNames {
public:
    OpenNames(const RuleBook& book, const RuleInput& input, Arena& arena) : book_(book), run_(book, input, arena) {}

    void visit(RuleId rule) { visit(book_.rules_[rule.index].root); }

    std::vector<NameId> take() { return std::move(names_); }

private:
    void visit(std::uint32_t index) {
        const RuleNode& node = book_.nodes_[index];
        if (doubt_of(index) == Value::Doubt::none) return;
        switch (node.op) {
            case RuleOp::slot:
            case RuleOp::name: return add(static_cast<NameId>(node.first));
            case RuleOp::if_: return visit_if(node);
            case RuleOp::var: visit_all(node); return visit_path(node);
            case RuleOp::missing:
            case RuleOp::missing_some: visit_all(node); return visit_names(node);
            case RuleOp::map:
            case RuleOp::filter:
            case RuleOp::all:
            case RuleOp::none:
            case RuleOp::some: return visit(node.first);  // the body sees elements only
            case RuleOp::reduce:
                visit(node.first);
                if (node.count > 2) visit(node.first + 2);
                return;
            default: return visit_all(node);
        }
    }

    Value value_of(std::uint32_t index) {
        run_.restart();
        return run_.eval(index);
    }
    Value::Doubt doubt_of(std::uint32_t index) { return value_of(index).doubt; }

    void add(NameId id) {
        if (run_.is_open(id) && std::find(names_.begin(), names_.end(), id) == names_.end()) names_.push_back(id);
    }

    void visit_all(const RuleNode& node) {
        for (std::uint32_t i = 0; i < node.count; ++i) visit(node.first + i);
    }

    /// Conditions in doubt and the branches they leave possible.
    void visit_if(const RuleNode& node) {
        std::uint32_t i = 0;
        for (; i + 1 < node.count; i += 2) {
            const Value condition = value_of(node.first + i);
            const bool sure = condition.doubt != Value::Doubt::truth;
            if (!sure) visit(node.first + i);
            if (!sure || truthy(condition)) visit(node.first + i + 1);
            if (sure && truthy(condition)) return;
        }
        if (i < node.count) visit(node.first + i);
    }

    void add_path(const Value& path) {
        if (!path.is_text()) return;
        if (const auto id = book_.names_.find(path.text().substr(0, path.text().find('.')))) add(*id);
    }

    void visit_path(const RuleNode& node) {
        const bool computed = node.count > 0 && book_.nodes_[node.first].op != RuleOp::name;
        if (computed && node.mode != RuleNode::Mode::scoped) add_path(value_of(node.first));
    }

    void visit_names(const RuleNode& node) {
        if (node.mode == RuleNode::Mode::scoped) return;
        for (std::uint32_t i = 0; i < node.count; ++i) {
            const Value value = value_of(node.first + i);
            add_path(value);
            for (const Value& name : value.list()) add_path(name);
        }
    }

    const RuleBook& book_;
    RuleRun run_;
    std::vector<NameId> names_;
};

std::vector<NameId> open_names(const RuleBook& book, RuleId rule, const RuleInput& input, Arena& arena) {
    OpenNames names{book, input, arena};
    names.visit(rule);
    return names.take();
}

}  // namespace danloi
