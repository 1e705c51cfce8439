// What procedures exist, and the life events that lead to them: small, loaded first, searched on every keystroke.
#pragma once
#include "core/multilingual.hpp"
#include "core/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace danloi {

/// One procedure as the catalogue knows it; the definition itself is fetched from `file` when it is opened.
struct CatalogueEntry {
    std::string id;       ///< slug, never renamed: "dang-ky-khai-sinh"
    std::string code;     ///< national procedure code (mã TTHC), e.g. "1.001193"; empty when not known
    Text title;           ///< official name
    Text plain_title;     ///< what people say; may be empty
    Text summary;
    std::vector<std::string> aliases_vi{};  ///< everyday words and old names
    std::vector<std::string> aliases_en{};
    std::string field;    ///< field of administration, as a slug
    std::vector<std::string> life_events{};  ///< ids of life events
    std::string level;    ///< commune, province or ministry
    std::string version;  ///< version of the definition
    std::string file;     ///< address of the definition under /data, named by its content hash
};

/// Something that happens in a life, and the procedures it brings, in the order they are best done.
struct LifeEvent {
    std::string id;
    Text title;
    std::string icon;  ///< a name of shell/icons.json
    std::vector<std::string> procedures{};
    std::vector<std::pair<std::string, Text>> notes{};  ///< procedure and when it is for you: "only if the parents are not married"
    std::vector<Text> papers{};  ///< names of papers that more than one of them asks for; put in when the site is built
};

/// Where the local layer of a province or commune lies.
struct LayerFile {
    std::string code;  ///< official unit code
    std::string file;  ///< address under /data
};

/// Entries in the order of the file; entry indexes are stable as long as the catalogue lives.
struct Catalogue {
    std::vector<CatalogueEntry> entries{};
    std::vector<LifeEvent> life_events{};
    std::vector<LayerFile> layers{};

    /// Address of the layer for this unit: its own, else its province's, else "".
    [[nodiscard]] std::string_view layer(std::string_view unit, std::string_view province) const;
    /// The life event with this id, or nullptr.
    [[nodiscard]] const LifeEvent* event(std::string_view id) const;
    /// The entry with this id, or nullptr.
    [[nodiscard]] const CatalogueEntry* find(std::string_view id) const;
};

/// Reads what catalogue_json wrote. `file` names it in problems. A bad entry is left out and reported, the sound
/// ones stay; unknown keys, duplicate ids and life events that name no entry are problems.
Catalogue load_catalogue(const nlohmann::json& json, std::string_view file, Problems& problems);

/// The catalogue as compact JSON: keys in a fixed order, empty fields left out.
std::string catalogue_json(const Catalogue& catalogue);

/// Reads content/life-events.json. Bad events are left out and reported.
std::vector<LifeEvent> load_life_events(const nlohmann::json& json, std::string_view file, Problems& problems);

/// Reports every life event and entry that name each other on one side only, and names that do not exist.
void check_life_events(const Catalogue& catalogue, std::string_view file, Problems& problems);

}  // namespace danloi
