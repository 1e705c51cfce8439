// The colours of the interface by meaning, in three themes (and black on white for sheets of paper).
#pragma once
#include <cstdint>
#include <string_view>

namespace danloi {

/// What a colour is for. Everything painted names its ink; only the theme knows the colour.
enum class Ink : std::uint8_t {
    none, page, card, text, secondary, primary, on_primary, tint, ok, ok_back, warning, warning_back, danger, danger_back,
    hairline, track, control, accent, qr_dark, qr_light
};
inline constexpr int ink_count = static_cast<int>(Ink::qr_light) + 1;

enum class Theme : std::uint8_t { light, dark, contrast, paper };

/// The colour as 0xRRGGBB. Ink::none is not a colour and gives 0.
[[nodiscard]] std::uint32_t colour(Theme theme, Ink ink);

/// "light", "dark" or "contrast"; anything else is light.
[[nodiscard]] Theme theme_named(std::string_view name);

/// Contrast ratio of two colours (0xRRGGBB), 1 to 21, as WCAG 2.2 defines it.
[[nodiscard]] double contrast_ratio(std::uint32_t one, std::uint32_t other);

}  // namespace danloi
