// The proofs about a definition that go beyond loading it: every way of answering leads on, nothing stands there for
// nothing, the law's components are there, stories agree. Content people run them; the browser does not link them.
#pragma once
#include "core/calendar.hpp"
#include "core/explore.hpp"
#include "core/procedure.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace danloi {

/// What the proofs need to know besides the definition.
struct CheckInput {
    Date today;
    const Calendar* calendar = nullptr;         ///< without one only weekends are off
    const UnitTree* units = nullptr;            ///< without one a place lies only in itself
    std::span<const std::string> procedures{};  ///< ids of all procedures that may be referred to
    ExploreLimits limits{};
};

/// So many of so many.
struct Share {
    std::size_t good = 0;
    std::size_t all = 0;
};

/// What was proved, in numbers.
struct CheckReport {
    std::string id;
    Exploration exploration;
    Share documents, steps, stories, components;
    std::size_t problems = 0;
};

/// Like load_procedure, but keeps what the proofs need: stories and the rules' sources. Sentences that are too long or not
/// translated are problems too, but do not keep the definition from being returned.
std::unique_ptr<Procedure> load_for_check(std::string_view bytes, std::string file, Problems& problems);

/// Proves the definition, which must come from load_for_check. Adds a Problem for each thing that cannot be proved;
/// `problems` in the report counts them and those `before` it (from loading).
CheckReport check_procedure(const Procedure& procedure, const std::string& file, const CheckInput& input,
                            Problems& problems, std::size_t before = 0);

/// "dang-ky-khai-sinh: 9 questions, 412 paths, 17/17 documents, 6/6 steps, 8/8 stories, 8/8 components, 0 problems".
/// With pairwise cover the paths read "3120 paths (pairs)".
std::string coverage_line(const CheckReport& report);

}  // namespace danloi
