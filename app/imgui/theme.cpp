// See theme.hpp. One row an ink, one column a theme; tests/unit/layout_test.cpp proves the contrast ratios.
#include "imgui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace danloi {
namespace {

constexpr std::uint32_t colours[ink_count][4] = {
    // light     dark      contrast  paper
    {0x000000, 0x000000, 0x000000, 0x000000},  // none
    {0xF7F5F0, 0x14181C, 0x000000, 0xFFFFFF},  // page
    {0xFFFFFF, 0x1C2227, 0x000000, 0xFFFFFF},  // card
    {0x1B1F23, 0xE8EAED, 0xFFFFFF, 0x000000},  // text
    {0x3F4953, 0xB9C2CB, 0xFFFFFF, 0x000000},  // secondary
    {0x0A5570, 0x7CC4E0, 0xFFE14D, 0x000000},  // primary
    {0xFFFFFF, 0x06222E, 0x000000, 0xFFFFFF},  // on_primary
    {0xE6F0F4, 0x16303B, 0x2B2600, 0xFFFFFF},  // tint
    {0x175C38, 0x8FD6AE, 0x7CFFB2, 0x000000},  // ok
    {0xE9F5EE, 0x16301F, 0x00240F, 0xFFFFFF},  // ok_back
    {0x6B4500, 0xF2C879, 0xFFD27A, 0x000000},  // warning
    {0xFFF4DC, 0x362A10, 0x2B1D00, 0xFFFFFF},  // warning_back
    {0x8E1F15, 0xFFB4A8, 0xFFB4A8, 0x000000},  // danger
    {0xFDECEA, 0x3A1B17, 0x330700, 0xFFFFFF},  // danger_back
    {0xD9D4C8, 0x39424A, 0xFFFFFF, 0x000000},  // hairline
    {0xD9D4C8, 0x39424A, 0x595959, 0xFFFFFF},  // track
    {0x7E7968, 0x8A949E, 0xFFFFFF, 0x000000},  // control
    {0xC7402D, 0xF08A78, 0xFF8A73, 0x000000},  // accent
    {0x000000, 0x000000, 0x000000, 0x000000},  // qr_dark
    {0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF},  // qr_light
};

double channel(std::uint32_t colour, int shift) {
    const double part = static_cast<double>(colour >> shift & 0xFFU) / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(std::uint32_t colour) {
    return 0.2126 * channel(colour, 16) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 0);
}

}  // namespace

std::uint32_t colour(Theme theme, Ink ink) {
    return colours[static_cast<std::size_t>(ink)][static_cast<std::size_t>(theme)];
}

Theme theme_named(std::string_view name) {
    if (name == "dark") return Theme::dark;
    return name == "contrast" ? Theme::contrast : Theme::light;
}

double contrast_ratio(std::uint32_t one, std::uint32_t other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace danloi
