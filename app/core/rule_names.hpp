// Names as small numbers, so that rules never compare letters.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/value.hpp"

namespace danloi {

using NameId = std::uint16_t;

/// Texts and their numbers, 0 upwards in order of interning. Movable, not copyable.
class Names {
public:
    /// The number of `name`, given on first sight. nullopt when there are already `limits::names`.
    std::optional<NameId> intern(std::string_view name);
    /// nullopt when the name was never interned.
    [[nodiscard]] std::optional<NameId> find(std::string_view name) const;
    /// The letters of an interned name; `id` must come from this object.
    [[nodiscard]] std::string_view name(NameId id) const { return names_[id]; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }

private:
    [[nodiscard]] std::size_t place_of(std::string_view name) const;

    Arena letters_;
    std::vector<std::string_view> names_;  // by id
    std::vector<NameId> sorted_;           // ids in order of their letters
};

}  // namespace danloi
