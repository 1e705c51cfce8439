// Walks every way of answering a procedure's questions, as a person would, and notes what never comes up.
#pragma once
#include "core/guide.hpp"
#include "core/procedure.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace danloi {

/// What answers can lead to. A group is reached when it can be satisfied: one of its papers (any) or all of them (all).
enum class ItemKind : std::uint8_t {
    question,
    eligibility,
    document,
    group,
    step,
    time_case,
    fee,
    exemption,
    channel,
    deadline
};

/// One thing of the definition and whether some answers lead to it with certainty.
struct Item {
    ItemKind kind = ItemKind::question;
    std::size_t index = 0;
    std::size_t inner = 0;      ///< an exemption's index inside its fee
    std::vector<RuleId> rules;  ///< the conditions it hangs on, those of entries that go before it included
    bool reached = false;
};

/// JSON pointer of the item in the definition.
std::string pointer_of(const Item& item);

/// Answers after which the person would be left without a way on.
struct DeadEnd {
    std::string answers;  ///< "birthPlace: facility, married: null"
    std::string reason;
};

struct ExploreLimits {
    /// Above this, every pair of answers that can occur together is walked instead, and all paths without an "I don't
    /// know" as long as these are not too many either.
    std::size_t most_paths = 50'000;
    std::uint64_t seed = 20'261'121;  ///< of the walk over pairs; the same seed gives the same paths
};

struct Exploration {
    std::size_t paths = 0;           ///< walked to the end
    bool all_paths = true;           ///< false: pairwise cover and more (see ExploreLimits)
    std::size_t longest = 0;         ///< questions on the longest path
    std::size_t checklists = 0;      ///< different sets of papers
    std::vector<Item> items;         ///< everything answers can lead to, in the order of ItemKind
    std::vector<DeadEnd> dead_ends;  ///< the first few, each reason once

    [[nodiscard]] std::size_t total(ItemKind kind) const;
    [[nodiscard]] std::size_t reached(ItemKind kind) const;
};

/// Explores a procedure that was loaded to be checked (load_for_check). Deterministic: no clock, seeded.
Exploration explore(const Procedure& procedure, const GuideInput& input, const ExploreLimits& limits = {});

}  // namespace danloi
