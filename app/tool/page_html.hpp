// A whole static page around a Screen: readable before and without script, and the place where the app takes over.
#pragma once
#include "core/screen.hpp"
#include "tool/screen_html.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace danloi {

/// Addresses of the files that every page of one language needs, as the browser asks for them ("/assets/app.1a2b.js").
struct PageAssets {
    std::string boot, app, css, core, start;
    std::string core_late;  ///< the half of the core that is fetched once the page has taken over
    std::string log;     ///< the worker that writes the journal's log
    std::string finder;
    std::string painter, painter_wasm, font400, font600;  ///< empty: there is no canvas view
    std::string critical_css;  ///< text of the one inline style; its hash stands in the content security policy
    std::string manifest, icon, touch_icon;  ///< web manifest, page icon (SVG), icon of a home screen (PNG)
    std::vector<std::string> hosts;  ///< the only foreign hosts that links may lead to
};

struct HtmlPage {
    const Screen* screen = nullptr;
    std::string description;  ///< one sentence for search results and previews of a shared link
    std::string path;         ///< "/vi/tt/dang-ky-khai-sinh/"
    std::string site;         ///< "https://host" without a slash at the end, or empty: addresses are then paths
    std::vector<std::pair<std::string, std::string>> languages;  ///< this page in each language: "vi" -> path
    std::string procedure;    ///< address of this page's definition, empty when it has none
    std::string catalogue;    ///< address of the catalogue on a page that shows it at once, else empty
    std::string noscript;     ///< what people read whose browser runs no script
    std::string offline;      ///< said when the app could not be fetched, with `retry` as the button to try again
    std::string retry;
    std::string skip;         ///< label of the link that leads past the bar to the content
};

[[nodiscard]] std::string page_html(const HtmlPage& page, const PageAssets& assets, const Icons& icons);

}  // namespace danloi
