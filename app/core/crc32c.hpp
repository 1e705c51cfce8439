// CRC-32C (Castagnoli), the checksum of links and stored records.
#pragma once
#include <cstdint>
#include <string_view>

namespace danloi {

/// CRC-32C of the bytes; of "123456789" it is 0xE3069283.
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes);

}  // namespace danloi
