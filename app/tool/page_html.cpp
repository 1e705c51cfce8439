// See page_html.hpp. The critical style is the only inline one, and the only script is an external one.
#include "tool/page_html.hpp"

#include "tool/html_writer.hpp"

namespace danloi {

namespace {

void meta(HtmlWriter& w, std::string_view kind, std::string_view name, std::string_view content) {
    if (!content.empty()) w.open("meta").with(kind, name).with("content", content).close();
}

void link(HtmlWriter& w, std::string_view rel, std::string_view href) {
    if (!href.empty()) w.open("link").with("rel", rel).with("href", href).close();
}

void addresses(HtmlWriter& w, const HtmlPage& page) {
    link(w, "canonical", page.site + page.path);
    for (const auto& [lang, path] : page.languages) {
        w.open("link").with("rel", "alternate").with("hreflang", lang).with("href", page.site + path).close();
    }
}

/// What a messenger shows of a shared link.
void preview(HtmlWriter& w, const HtmlPage& page) {
    meta(w, "property", "og:type", "website");
    meta(w, "property", "og:site_name", "Dẫn Lối");
    meta(w, "property", "og:title", page.screen->title);
    meta(w, "property", "og:description", page.description);
    meta(w, "property", "og:url", page.site + page.path);
    meta(w, "property", "og:locale", page.screen->lang == "en" ? "en_GB" : "vi_VN");
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

/// The first script; its data attributes tell it where everything else is (web/ts/assets.ts).
void boot(HtmlWriter& w, const HtmlPage& page, const PageAssets& assets) {
    w.open("script").with("type", "module").with("src", assets.boot).with("data-app", assets.app).with("data-css", assets.css);
    w.with("data-core", assets.core).with("data-core-late", assets.core_late).with("data-start", assets.start);
    w.with("data-procedure", page.procedure).with("data-catalogue", page.catalogue);
    w.with("data-log", assets.log).with("data-finder", assets.finder).with("data-painter", assets.painter).with("data-painter-wasm", assets.painter_wasm);
    w.with("data-font400", assets.font400).with("data-font600", assets.font600);
    w.with("data-hosts", joined(assets.hosts)).with("data-offline", page.offline).with("data-retry", page.retry).close();
}

void head(HtmlWriter& w, const HtmlPage& page, const PageAssets& assets) {
    w.open("head");
    w.open("meta").with("charset", "utf-8").close();
    w.open("title").close_with(page.screen->title);
    meta(w, "name", "viewport", "width=device-width, initial-scale=1, viewport-fit=cover");
    meta(w, "name", "description", page.description);
    meta(w, "name", "color-scheme", "light dark");
    w.open("style").raw(assets.critical_css).close();
    boot(w, page, assets);
    addresses(w, page);
    preview(w, page);
    link(w, "manifest", assets.manifest);
    link(w, "icon", assets.icon);
    link(w, "apple-touch-icon", assets.touch_icon);
    w.open("noscript").open("link").with("rel", "stylesheet").with("href", assets.css).close().close();
    w.close();
}

void body(HtmlWriter& w, const HtmlPage& page, const Icons& icons) {
    w.open("body");
    w.open("a").with("class", "skip").with("href", "#main").close_with(page.skip);
    if (!page.noscript.empty()) w.open("noscript").open("p").with("class", "noscript").close_with(page.noscript).close();
    w.open("canvas").with("id", "canvas").with("aria-hidden", "true").close();
    w.raw(screen_html(*page.screen, icons));
    w.open("div").with("id", "live").with("role", "status").close();
    w.close();
}

}  // namespace

std::string page_html(const HtmlPage& page, const PageAssets& assets, const Icons& icons) {
    std::string out = "<!doctype html>";
    HtmlWriter w{out};
    w.open("html").with("lang", page.screen->lang).with("data-view", "plain");
    head(w, page, assets);
    body(w, page, icons);
    w.close();
    return out;
}

}  // namespace danloi
