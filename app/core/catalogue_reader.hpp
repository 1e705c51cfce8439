// Strict reading of small content objects (catalogue, life events, localities): every key is asked for by name,
// whatever is left over is a problem, and so is text that is not NFC.
#pragma once
#include "core/multilingual.hpp"
#include "core/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// Reads one JSON object and remembers which keys were asked for. Call finish() last.
class ObjectReader {
public:
    /// Reports a value that is not an object; every later call then finds nothing and reports nothing more.
    ObjectReader(const nlohmann::json& value, Place place, Problems& problems);

    enum class Need : std::uint8_t { required, optional };

    /// A text; "" when absent.
    std::string text(std::string_view key, Need need);
    /// A map of language -> text with at least vi and en; empty when absent.
    Text multilingual(std::string_view key, Need need);
    /// An array of texts; empty when absent.
    std::vector<std::string> texts(std::string_view key);
    /// A whole number of `least` or more.
    std::optional<std::int64_t> number(std::string_view key, Need need, std::int64_t least);
    /// The member, or nullptr when absent.
    const nlohmann::json* member(std::string_view key, Need need);
    /// The member when it is an array, else nullptr and a problem.
    const nlohmann::json* array(std::string_view key, Need need);
    /// The member when it is an object, else nullptr and a problem.
    const nlohmann::json* object(std::string_view key, Need need);
    /// "format" must be the number `known`: other formats are refused, never guessed at.
    void format(std::int64_t known);

    /// Reports keys nobody asked for. True when this object had no problem at all.
    bool finish();

    [[nodiscard]] const Place& place() const { return place_; }

private:
    void report(const Place& place, Words reason, Words remedy);
    std::string checked_text(const nlohmann::json& value, const Place& place);

    const nlohmann::json* object_ = nullptr;
    Place place_;
    Problems& problems_;
    std::size_t problems_before_;
    std::vector<std::string> asked_{};
};

}  // namespace danloi
