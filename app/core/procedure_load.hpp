// Loading a definition: bytes in, a Procedure or the list of everything that is wrong with it out.
#pragma once
#include "core/problem.hpp"
#include "core/procedure.hpp"

#include <nlohmann/json_fwd.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace danloi {

class Reader;

/// What a thorough load looks at besides: called for each text, each rule and the story table. Any of them may be null.
/// The browser gives none, so that proofs and stories cost it nothing.
struct LoadHooks {
    void* context = nullptr;
    void (*text)(void* context, const Text& text, const Place& place) = nullptr;
    void (*rule)(void* context, RuleId rule, const nlohmann::json& json, const Place& place,
                 Procedure& procedure) = nullptr;
    void (*stories)(Reader& root) = nullptr;  ///< reads the key "tests"
};

/// Loads one definition (format 1). Strict: an unknown key, a wrong type, a missing key, a reference to nothing, an id used
/// twice, a circle among facts or questions, a text without Vietnamese or English and so on is each one Problem with `file`,
/// JSON pointer, reason and remedy; loading goes on to find the others. null when there is any.
/// Story tables ("tests") are passed over unless `hooks` reads them. `hash` is the FNV-1a hash of `bytes`.
std::unique_ptr<Procedure> load_procedure(std::string_view bytes, std::string file, Problems& problems,
                                        const LoadHooks* hooks = nullptr);

/// 64-bit FNV-1a of the bytes as 16 hexadecimal digits. Names a pinned version; it is no protection against forgery.
std::string content_hash(std::string_view bytes);

}  // namespace danloi
