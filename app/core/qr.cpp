// QR codes by the qr-code-generator library.
#include "core/qr.hpp"

#include <qrcodegen.hpp>

#include <cstdint>
#include <vector>

namespace danloi {

namespace {

// The library throws when the text does not fit, and the core has no exceptions: stay below version 40-M's 2,331 bytes.
constexpr std::size_t most_bytes = 2'331;

}  // namespace

std::optional<Qr> qr_of(std::string id, std::string label, std::string_view text) {
    if (text.empty() || text.size() > most_bytes) return std::nullopt;
    const std::vector<std::uint8_t> bytes{text.begin(), text.end()};
    const auto code = qrcodegen::QrCode::encodeBinary(bytes, qrcodegen::QrCode::Ecc::MEDIUM);
    Qr qr{std::move(id), std::move(label), code.getSize(), {}};
    for (int y = 0; y < qr.side; ++y)
        for (int x = 0; x < qr.side; ++x) qr.modules += code.getModule(x, y) ? '1' : '0';
    return qr;
}

}  // namespace danloi
