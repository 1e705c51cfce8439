// Papers that several procedures ask for, described once in content/documents.json. A definition's document says
// "shared": "<id>" and leaves out what the library says; it is written out before the definition is loaded, so that the
// browser knows nothing of the library.
#pragma once
#include "core/problem.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// The library as read. Entries with a fault are kept, so that one fault is not named at every place that uses them.
struct SharedDocuments {
    struct Entry {
        std::string id;
        std::size_t index = 0;  ///< place in the file's "documents"
        nlohmann::json keys;    ///< what a definition need not say again: "name", "issuedBy"...
    };
    std::string file;
    std::vector<Entry> entries;

    /// The entry with this id, or nullptr.
    [[nodiscard]] const Entry* find(std::string_view id) const;
};

/// Reads content/documents.json. Strict: unknown keys, ids used twice, texts that are not fit for people and so on are
/// each one Problem.
SharedDocuments load_shared_documents(const nlohmann::json& json, std::string file, Problems& problems);

/// A document of a definition that takes something from the library.
struct Borrowed {
    std::size_t document = 0;       ///< place in the definition's "documents"
    std::size_t entry = 0;          ///< place in the library's
    std::vector<std::string> keys;  ///< what came from the library
};

/// A definition with the library's papers written out.
struct Expanded {
    std::string bytes;
    std::string library;  ///< the library's file, as shown in problems
    std::vector<Borrowed> borrowed;
    Problems problems;   ///< ids that the library does not have, keys that say the same as the library
    bool sound = true;   ///< every id was found; otherwise a paper is called by its id
};

/// Writes the library's papers into a definition; "shared" itself stays. Bytes that take nothing from the library, or
/// cannot be read, come back as they are.
Expanded expand_shared(std::string bytes, const std::string& file, const SharedDocuments& library);

/// Faults of what came from the library are the library's: gives those after the first `before` problems the place where
/// they can be mended, and names each once.
void point_to_library(const Expanded& expanded, const std::string& file, std::size_t before, Problems& problems);

/// Reports entries that are not among those `borrowed` by the definitions.
void check_shared_use(const SharedDocuments& library, const std::vector<Borrowed>& borrowed, Problems& problems);

}  // namespace danloi
