// QR codes by the qr-code-generator library.
#include "core/qr.hpp"

#include <qrcodegen.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace danloi {

namespace {

constexpr std::size_t room = qrcodegen_BUFFER_LEN_MAX;

}  // namespace

std::optional<Qr> qr_of(std::string id, std::string label, std::string_view text) {
    if (text.empty() || text.size() > room) return std::nullopt;
    std::vector<std::uint8_t> data(room);
    std::vector<std::uint8_t> code(room);
    std::copy(text.begin(), text.end(), data.begin());
    if (!qrcodegen_encodeBinary(data.data(), text.size(), code.data(), qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN,
                                qrcodegen_VERSION_MAX, qrcodegen_Mask_AUTO, true))
        return std::nullopt;
    Qr qr{std::move(id), std::move(label), qrcodegen_getSize(code.data()), {}};
    for (int y = 0; y < qr.side; ++y)
        for (int x = 0; x < qr.side; ++x) qr.modules += qrcodegen_getModule(code.data(), x, y) ? '1' : '0';
    return qr;
}

}  // namespace danloi
