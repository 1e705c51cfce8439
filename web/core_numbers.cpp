// Decimal numbers in the browser: the page reads and spells them, as it does for its own scripts. The C library's way
// needs 20 kB of code for long doubles; this one needs none.
#include "core/number_text.hpp"

#include <array>
#include <cstddef>
#include <cstring>

#define DANLOI_IMPORT(name) extern "C" __attribute__((import_module("page"), import_name(#name)))

/// The page's Number(text).
DANLOI_IMPORT(dl_read_number) double dl_read_number(const char* text, std::size_t size);
/// Writes the page's String(number), at most 25 bytes, and returns its length.
DANLOI_IMPORT(dl_number_text) std::size_t dl_number_text(double number, char* text);

/// Stands for the C library's strtod (the linker's --wrap), which only the JSON reader calls: there `text` ends where the
/// number ends.
extern "C" double __wrap_strtod(const char* text, char** end) {
    const std::size_t size = std::strlen(text);
    if (end != nullptr) *end = const_cast<char*>(text) + size;
    return dl_read_number(text, size);
}

/// Stands for the C library's snprintf, which only the JSON reader calls, to word a syntax error that nobody reads here.
extern "C" int __wrap_snprintf(char* text, std::size_t size, const char*, ...) {
    if (size > 0) *text = '\0';
    return 0;
}

namespace danloi {

std::string number_text(double number) {
    std::array<char, 32> text{};
    return {text.data(), dl_number_text(number, text.data())};
}

double read_decimal(std::string_view text) { return dl_read_number(text.data(), text.size()); }

}  // namespace danloi
