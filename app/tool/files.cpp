// Reading and writing files.
#include "tool/files.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

namespace danloi {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t most_bytes = 16U * 1024U * 1024U;

}  // namespace

std::optional<std::string> read_file(const fs::path& path) {
    std::error_code fault;
    const auto size = fs::file_size(path, fault);
    if (fault || size > most_bytes) return std::nullopt;
    std::ifstream in{path, std::ios::binary};
    if (!in) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{in}, {}};
}

std::string read_standard_input() {
    std::string bytes;
    char c = 0;
    while (bytes.size() < most_bytes && std::cin.get(c)) bytes += c;
    return bytes;
}

bool write_file(const fs::path& path, std::string_view bytes) {
    std::error_code fault;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), fault);
    std::ofstream out{path, std::ios::binary};
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return static_cast<bool>(out.flush());
}

std::vector<fs::path> json_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator{folder, fault})
        if (entry.is_regular_file() && entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace danloi
