// Base64url without padding (RFC 4648, section 5), canonical: one text for one sequence of bytes.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace danloi {

[[nodiscard]] std::string base64url(std::string_view bytes);

/// Nothing for a foreign character, an impossible length or stray bits at the end.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace danloi
