// QR codes for links, on screen and on paper.
#pragma once
#include "core/screen.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace danloi {

/// The text as a QR block with medium error correction (15 % may be dirty or torn). Nothing for an empty text or one
/// that does not fit a code of version 40.
[[nodiscard]] std::optional<Qr> qr_of(std::string id, std::string label, std::string_view text);

}  // namespace danloi
