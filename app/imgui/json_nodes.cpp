// See json_nodes.hpp: nlohmann's parser events, collected into a flat list.
#include "imgui/json_nodes.hpp"

#include <nlohmann/json.hpp>

namespace danloi {
namespace {

constexpr std::size_t most_nodes = 200000;
constexpr std::size_t deepest = 32;

/// Receives the parser's events. Each returns false to stop, which sax_parse passes on.
class Collector {
public:
    using string_t = nlohmann::json::string_t;

    explicit Collector(std::vector<JsonNode>& nodes) : nodes_(nodes) {}

    bool null() { return add(JsonNode::Type::null) != nullptr; }
    bool boolean(bool value) { return add_number(JsonNode::Type::boolean, value ? 1 : 0); }
    bool number_integer(std::int64_t value) { return add_number(JsonNode::Type::number, static_cast<double>(value)); }
    bool number_unsigned(std::uint64_t value) { return add_number(JsonNode::Type::number, static_cast<double>(value)); }
    bool number_float(double value, const string_t&) { return add_number(JsonNode::Type::number, value); }
    bool string(string_t& value) {
        JsonNode* node = add(JsonNode::Type::string);
        if (node == nullptr) return false;
        node->text = std::move(value);
        return true;
    }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonNode::Type::object); }
    bool start_array(std::size_t) { return open(JsonNode::Type::array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(string_t& value) {
        key_ = std::move(value);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

private:
    struct Level {
        int node;
        int last;
    };

    JsonNode* add(JsonNode::Type type) {
        if (nodes_.size() >= most_nodes) return nullptr;
        const int index = static_cast<int>(nodes_.size());
        if (!levels_.empty()) link(levels_.back(), index);
        JsonNode& node = nodes_.emplace_back();
        node.type = type;
        node.key = std::move(key_);
        key_.clear();
        return &node;
    }

    void link(Level& level, int index) {
        if (level.last < 0) nodes_[static_cast<std::size_t>(level.node)].first = index;
        else nodes_[static_cast<std::size_t>(level.last)].next = index;
        level.last = index;
    }

    bool add_number(JsonNode::Type type, double value) {
        JsonNode* node = add(type);
        if (node != nullptr) node->number = value;
        return node != nullptr;
    }

    bool open(JsonNode::Type type) {
        if (levels_.size() >= deepest || add(type) == nullptr) return false;
        levels_.push_back({static_cast<int>(nodes_.size()) - 1, -1});
        return true;
    }

    bool close() {
        levels_.pop_back();
        return true;
    }

    std::vector<JsonNode>& nodes_;
    std::vector<Level> levels_;
    std::string key_;
};

}  // namespace

bool JsonNodes::parse(std::string_view json) {
    nodes_.clear();
    Collector collector(nodes_);
    if (nlohmann::json::sax_parse(json.data(), json.data() + json.size(), &collector)) return true;
    nodes_.clear();
    return false;
}

const JsonNode* JsonNodes::at(int node) const {
    if (node < 0 || static_cast<std::size_t>(node) >= nodes_.size()) return nullptr;
    return &nodes_[static_cast<std::size_t>(node)];
}

int JsonNodes::first(int node) const {
    const JsonNode* found = at(node);
    return found == nullptr ? -1 : found->first;
}

int JsonNodes::next(int node) const {
    const JsonNode* found = at(node);
    return found == nullptr ? -1 : found->next;
}

int JsonNodes::member(int node, std::string_view key) const {
    const JsonNode* object = at(node);
    if (object == nullptr || object->type != JsonNode::Type::object) return -1;
    for (int child = object->first; child >= 0; child = next(child)) {
        if (at(child)->key == key) return child;
    }
    return -1;
}

std::string_view JsonNodes::string(int node) const {
    const JsonNode* found = at(node);
    return found == nullptr ? std::string_view{} : std::string_view{found->text};
}

double JsonNodes::number(int node, double fallback) const {
    const JsonNode* found = at(node);
    return found == nullptr || found->type != JsonNode::Type::number ? fallback : found->number;
}

bool JsonNodes::boolean(int node) const {
    const JsonNode* found = at(node);
    return found != nullptr && found->type == JsonNode::Type::boolean && found->number != 0;
}

}  // namespace danloi
