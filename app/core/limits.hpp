// Every limit on what the program accepts, in one place, so that loaders, tools and tests agree.
#pragma once
#include <cstddef>

namespace danloi::limits {

inline constexpr std::size_t file_bytes = 2 * 1024 * 1024;  ///< a content file, in bytes
inline constexpr std::size_t depth = 32;                    ///< nested arrays and objects in a file or rule
inline constexpr std::size_t string_bytes = 64 * 1024;      ///< one text or key, in bytes of UTF-8
inline constexpr std::size_t steps = 5'000;                 ///< steps of one procedure
inline constexpr std::size_t options = 200;                 ///< options of one question
inline constexpr std::size_t nodes = 200'000;               ///< values in one file
inline constexpr std::size_t link_bytes = 8 * 1024;         ///< a shared link's payload, in bytes
inline constexpr std::size_t rule_steps = 10'000;           ///< evaluation steps of one rule
inline constexpr std::size_t names = 60'000;                ///< names (questions and facts) of one definition

}  // namespace danloi::limits
