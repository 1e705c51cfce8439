// What the app needs of the catalogue, in one language: names, addresses, life events, layers. What is only searched in
// (aliases, summaries, the other language) stays with the finder.
#pragma once
#include "core/catalogue.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace danloi {

/// {"format":1,"entries":[[id, title, plain title, field, address],..],"events":[[id, title, icon, [[procedure, note],..],
/// [paper,..]],..],"layers":[[code, address],..]}
[[nodiscard]] std::string catalogue_names_json(const Catalogue& catalogue, std::string_view lang);

/// Reads what catalogue_names_json wrote; each Text then holds that one language. Entries without id or address are left
/// out; null when the file is no catalogue.
[[nodiscard]] std::shared_ptr<const Catalogue> load_catalogue_names(std::string_view bytes);

}  // namespace danloi
