// Reading and writing files: the only I/O of the command besides standard output.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace danloi {

/// The bytes of a file, or nothing when it cannot be read or is over 16 MB.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path);

/// Everything on standard input, up to 16 MB.
[[nodiscard]] std::string read_standard_input();

/// Writes a file, making its folders. False when that fails.
[[nodiscard]] bool write_file(const std::filesystem::path& path, std::string_view bytes);

/// The *.json files directly in a folder, sorted by name.
[[nodiscard]] std::vector<std::filesystem::path> json_files(const std::filesystem::path& folder);

}  // namespace danloi
