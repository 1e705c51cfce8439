#include "core/rule_names.hpp"

#include <algorithm>

#include "core/limits.hpp"

namespace danloi {

std::size_t Names::place_of(std::string_view name) const {
    const auto before = [&](NameId id, std::string_view wanted) { return names_[id] < wanted; };
    return static_cast<std::size_t>(std::lower_bound(sorted_.begin(), sorted_.end(), name, before) - sorted_.begin());
}

std::optional<NameId> Names::intern(std::string_view name) {
    const std::size_t place = place_of(name);
    if (place < sorted_.size() && names_[sorted_[place]] == name) return sorted_[place];
    if (names_.size() >= limits::names) return std::nullopt;
    const auto id = static_cast<NameId>(names_.size());
    names_.push_back(letters_.copy(name));
    sorted_.insert(sorted_.begin() + static_cast<std::ptrdiff_t>(place), id);
    return id;
}

std::optional<NameId> Names::find(std::string_view name) const {
    const std::size_t place = place_of(name);
    if (place < sorted_.size() && names_[sorted_[place]] == name) return sorted_[place];
    return std::nullopt;
}

}  // namespace danloi
