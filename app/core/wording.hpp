// The app's own sentences in one language, by key; content/ui.json holds them for all languages.
#pragma once
#include "core/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace danloi {

/// Placeholder name and what to put there.
using Filler = std::pair<std::string_view, std::string_view>;

/// Sentences by key, e.g. "home.title". A missing key yields the key itself, so it is seen at once and a test fails.
class Wording {
public:
    /// Reads a flat object of strings. Anything else is a Problem and leaves that key out.
    static Wording from_json(const nlohmann::json& strings, const std::string& file, Problems& problems);

    [[nodiscard]] std::string say(std::string_view key) const;
    /// The sentence with each {name} replaced.
    [[nodiscard]] std::string say(std::string_view key, std::initializer_list<Filler> fillers) const;
    [[nodiscard]] bool has(std::string_view key) const { return strings_.find(key) != strings_.end(); }

private:
    std::map<std::string, std::string, std::less<>> strings_;
};

/// A whole number with thousands marked as the language does: "20.000" ("20,000" in English).
[[nodiscard]] std::string grouped(std::int64_t number, std::string_view lang);

/// dd/mm/yyyy.
[[nodiscard]] std::string date_text(std::string_view iso);

}  // namespace danloi
