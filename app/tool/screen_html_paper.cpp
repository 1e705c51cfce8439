// Blocks of the printed sheet. Counterpart: web/ts/dom/paper_blocks.ts.
#include "tool/screen_html_parts.hpp"

namespace danloi {

namespace {

/// Four modules of quiet zone on each side, as the standard asks.
constexpr int quiet = 4;

/// One rectangle for each run of dark modules in a row.
std::string runs_of_modules(const Qr& b) {
    std::string path;
    const auto dark = [&](int x, int y) {
        const auto at = static_cast<std::size_t>(y * b.side + x);
        return at < b.modules.size() && b.modules[at] == '1';
    };
    for (int y = 0; y < b.side; ++y) {
        for (int x = 0; x < b.side; ++x) {
            const int start = x;
            while (x < b.side && dark(x, y)) ++x;
            if (x == start) continue;
            const std::string run = std::to_string(x - start);
            path += "M" + std::to_string(start) + " " + std::to_string(y) + "h" + run + "v1h-" + run + "z";
        }
    }
    return path;
}

}  // namespace

void BlockHtml::tick(const Picture* drawn) {
    w.open("td").with("class", "tick").with("role", "cell");
    if (drawn != nullptr) picture(*drawn);
    w.close();
}

void BlockHtml::operator()(const Table& b) {
    w.open("table").with("class", b.pictures.empty() ? "table" : "table drawn").with("role", "table");
    w.open("caption").close_with(b.caption);
    w.open("thead").with("role", "rowgroup").open("tr").with("role", "row");
    if (b.ticks) tick();
    for (const std::string& column : b.columns) w.open("th").with("scope", "col").with("role", "columnheader").close_with(column);
    w.close().close().open("tbody").with("role", "rowgroup");
    for (std::size_t i = 0; i < b.rows.size(); ++i) {
        w.open("tr").with("role", "row");
        if (b.ticks) tick(i < b.pictures.size() ? &b.pictures[i] : nullptr);
        for (const std::string& cell : b.rows[i]) w.open("td").with("role", "cell").close_with(cell);
        w.close();
    }
    w.close().close();
}

void BlockHtml::operator()(const Qr& b) {
    const std::string side = std::to_string(b.side + 2 * quiet);
    const std::string corner = std::to_string(-quiet);
    w.open("div").with("class", "qr").with("role", "img").with("aria-label", b.label);
    w.open("svg").with("viewBox", corner + " " + corner + " " + side + " " + side).with("aria-hidden", "true");
    w.open("path").with("d", runs_of_modules(b)).close().close().close();
}

void BlockHtml::operator()(const WritingLines& b) {
    w.open("div").with("class", "writing");
    w.open("p").close_with(b.label);
    for (int i = 0; i < b.lines; ++i) w.open("div").with("class", "line").close();
    w.close();
}

}  // namespace danloi
