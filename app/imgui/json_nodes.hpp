// A JSON text as a flat list of nodes: all the painter needs of JSON. A tree of nlohmann values would cost the
// painter 15 kB more over the network, so only nlohmann's parser is used, through its event interface.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// One JSON value. Children of an object or array are a chain: `first`, then `next` of each (-1 ends it).
struct JsonNode {
    enum class Type : unsigned char { null, boolean, number, string, array, object };
    Type type = Type::null;
    std::string key;    ///< name inside an object, empty elsewhere
    std::string text;   ///< value of a string
    double number = 0;  ///< value of a number, or 1 for true
    int first = -1;
    int next = -1;
};

/// A parsed JSON text. Every look-up is total: what is missing or of another type reads as empty, 0 or false.
class JsonNodes {
public:
    /// Reads a UTF-8 JSON text; false when it is no JSON, deeper than 32 or larger than 200,000 nodes.
    [[nodiscard]] bool parse(std::string_view json);

    /// The index of a member of the object at `node`, or -1.
    [[nodiscard]] int member(int node, std::string_view key) const;
    /// The index of the first child of the array or object at `node`, or -1.
    [[nodiscard]] int first(int node) const;
    /// The index of the next sibling, or -1.
    [[nodiscard]] int next(int node) const;

    [[nodiscard]] std::string_view string(int node) const;
    [[nodiscard]] double number(int node, double fallback) const;
    [[nodiscard]] bool boolean(int node) const;
    [[nodiscard]] const JsonNode* at(int node) const;
    /// The index of the outermost value.
    [[nodiscard]] static int root() { return 0; }

private:
    std::vector<JsonNode> nodes_;
};

}  // namespace danloi
