// danloi build: the static pages and data of the site, made from the same Screens as the app.
#include "core/catalogue_names.hpp"
#include "core/content.hpp"
#include "core/glossary_words.hpp"
#include "core/procedure_load.hpp"
#include "core/state.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "tool/page_html.hpp"
#include "tool/site_data.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

namespace danloi {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* languages[] = {"vi", "en"};

struct Site {
    fs::path out;
    std::string address;  ///< "https://host" or empty
    PageAssets assets;
    Icons icons;
    Catalogue catalogue;
    std::vector<std::shared_ptr<const Procedure>> procedures;  ///< in the catalogue's order
    std::vector<std::string> definitions;                      ///< their bytes as the page loads them, likewise
    std::map<std::string, Text> titles;  ///< what people say, by id
    std::map<std::string, Wording> wording;  ///< by language
    std::string search_address;
    std::string catalogue_address;  ///< of the language that is being written
    Problems problems;
};

void put(Site& site, const fs::path& path, std::string_view bytes) {
    if (!write_file(site.out / path, bytes)) site.problems.push_back({path.string(), "", "cannot be written", "check the folder given with --out"});
}

// Under /data, named by what it holds; gives the address.
std::string put_hashed(Site& site, const std::string& name, std::string_view bytes) {
    const std::string address = "/data/" + name + "." + content_hash(bytes) + ".json";
    put(site, address.substr(1), bytes);
    return address;
}

// What the page loads is not what people edit: stories, other names (the catalogue has them) and the guides of forms, which no
// page shows, are left out, white space is dropped, and related procedures are called by name, so that a page can name them without the catalogue.
std::string packed(const Site& site, const std::string& bytes) {
    json definition = json::parse(bytes, nullptr, false);
    for (const char* unread : {"tests", "forms"}) definition.erase(unread);
    definition["aliases"] = {{"vi", json::array()}, {"en", json::array()}};
    if (definition.contains("documents"))
        for (json& document : definition["documents"])
            for (const char* unread : {"formRef", "alsoKnownAs"}) document.erase(unread);
    if (definition.contains("related"))
        for (json& related : definition["related"])
            if (const auto found = site.titles.find(related.value("procedure", "")); found != site.titles.end())
                related["title"] = {{"vi", found->second.vi}, {"en", found->second.en}};
    return definition.dump(-1, ' ', false, json::error_handler_t::replace);
}

void add_packed(Site& site, const DefinitionFile& file, const Procedure& whole) {
    Problems problems;
    std::string bytes = packed(site, file.text.bytes);
    auto procedure = load_procedure(bytes, file.file, problems);
    site.problems.insert(site.problems.end(), problems.begin(), problems.end());
    if (!procedure) return;
    site.catalogue.entries.push_back(entry_of(whole, "/data/tt/" + procedure->id + "." + procedure->hash + ".json"));
    site.procedures.push_back(std::move(procedure));
    site.definitions.push_back(std::move(bytes));
}

void add_definitions(Site& site, const std::vector<DefinitionFile>& files) {
    std::vector<std::pair<const DefinitionFile*, std::shared_ptr<const Procedure>>> sound;
    for (const DefinitionFile& file : files) {
        std::shared_ptr<const Procedure> p = load_definition(file, Load::quick, site.problems);
        if (!p) continue;
        site.titles.emplace(p->id, p->plain_title.empty() ? p->title : p->plain_title);
        sound.emplace_back(&file, std::move(p));
    }
    for (const auto& [file, whole] : sound) add_packed(site, *file, *whole);
}

std::string address_in(const json& manifest, const char* name) {
    const auto found = manifest.find(name);
    return found == manifest.end() ? std::string{} : "/assets/" + found->get<std::string>();
}

bool read_assets(Site& site, const fs::path& folder) {
    const auto bytes = read_file(folder / "manifest.json");
    const json manifest = bytes ? json::parse(*bytes, nullptr, false) : json{};
    const auto icons = read_file(folder / (manifest.is_object() ? manifest.value("icons.json", "") : ""));
    const auto style = read_file(folder / "critical.css");
    if (!manifest.is_object() || !icons || !style) {
        site.problems.push_back({folder.string(), "", "holds no manifest.json, icons or critical.css", "run: make site"});
        return false;
    }
    PageAssets& a = site.assets;
    a.boot = address_in(manifest, "boot.js");
    a.app = address_in(manifest, "app.js");
    a.css = address_in(manifest, "app.css");
    a.core = address_in(manifest, "core.wasm");
    a.core_late = address_in(manifest, "core_late.wasm");
    a.log = address_in(manifest, "log.js");
    a.finder = address_in(manifest, "finder.wasm");
    a.painter = address_in(manifest, "painter.js");
    a.painter_wasm = address_in(manifest, "painter.wasm");
    a.font400 = address_in(manifest, "be-vietnam-pro-400.ttf");
    a.font600 = address_in(manifest, "be-vietnam-pro-600.ttf");
    a.icon = address_in(manifest, "icon.svg");
    a.touch_icon = address_in(manifest, "icon-192.png");
    if (manifest.contains("app.webmanifest")) a.manifest = "/app.webmanifest";
    a.critical_css = *style;
    site.icons = read_icons(*icons).value_or(Icons{});
    return true;
}

// Hosts that definitions link to: the only foreign ones the pages may lead to.
void collect_hosts(Site& site) {
    for (const auto& p : site.procedures)
        for (const Channel& channel : p->channels) {
            const std::string host = channel.url.substr(0, channel.url.find('/', 8)).substr(std::min<std::size_t>(8, channel.url.size()));
            auto& hosts = site.assets.hosts;
            if (!host.empty() && std::find(hosts.begin(), hosts.end(), host) == hosts.end()) hosts.push_back(host);
        }
}

void put_page(Site& site, const State& state, const std::string& description, const std::string& definition) {
    const Screen screen = screen_for(state);
    HtmlPage page;
    page.screen = &screen;
    page.description = description;
    page.path = path_of(state.route, state.lang);
    page.site = site.address;
    for (const char* lang : languages) page.languages.emplace_back(lang, path_of(state.route, lang));
    page.procedure = definition;
    if (state.route.page == Page::home || state.route.page == Page::event) page.catalogue = site.catalogue_address;
    const Wording& wording = site.wording.at(state.lang);
    page.noscript = wording.say("static.noscript");
    page.offline = wording.say("static.offline");
    page.retry = wording.say("nav.retry");
    page.skip = wording.say("static.skip");
    put(site, page.path.substr(1) + "index.html", page_html(page, site.assets, site.icons));
}

// What only the written pages and the tone of all texts (danloi check) need stays out of what the app fetches.
json strings_of_app(json strings) {
    for (auto at = strings.begin(); at != strings.end();)
        at = at.key().rfind("static.", 0) == 0 || at.key().rfind("courtesy.", 0) == 0 ? strings.erase(at) : std::next(at);
    return strings;
}

void put_language(Site& site, const Library& library, const std::string& lang, Date today) {
    site.wording.insert_or_assign(lang, library.wording(lang, site.problems));
    const std::string strings = strings_of_app(library.strings(lang, site.problems)).dump();
    const std::string names = catalogue_names_json(site.catalogue, lang);
    const ContentFiles files{put_hashed(site, "catalogue." + lang, names), site.search_address,
                             put_hashed(site, "words." + lang, hard_words_json(library.glossary(site.problems), lang))};
    const std::string start = content_json(lang, strings, library.calendar(site.problems), files);
    auto content = load_content(start, "start." + lang + ".json", site.problems);
    if (!content) return;
    site.assets.start = put_hashed(site, "start." + lang, start);
    site.catalogue_address = files.catalogue;
    State state;
    state.catalogue = load_catalogue_names(names);
    state.lang = lang;
    state.today = today;
    state.content = std::make_shared<const Content>(std::move(*content));
    put_page(site, state, state.content->wording.say("home.lead"), {});
    for (const LifeEvent& event : state.catalogue->life_events) {
        state.route = Route{Page::event, {}, event.id, {}};
        put_page(site, state, state.content->wording.say("event.lead"), {});
    }
    for (std::size_t i = 0; i < site.procedures.size(); ++i) {
        state.procedure = site.procedures[i];
        state.route = Route{Page::procedure, state.procedure->id, {}, {}};
        put_page(site, state, std::string{state.procedure->summary.in(lang)}, site.catalogue.entries[i].file);
    }
}

// A life event must not lead to a procedure that was left out.
void drop_missing(Catalogue& catalogue) {
    for (LifeEvent& event : catalogue.life_events)
        std::erase_if(event.procedures, [&](const std::string& id) { return catalogue.find(id) == nullptr; });
}

void put_site(Site& site, const Library& library, Date today) {
    if (!site.problems.empty()) drop_missing(site.catalogue);
    collect_hosts(site);
    for (std::size_t i = 0; i < site.definitions.size(); ++i) put(site, site.catalogue.entries[i].file.substr(1), site.definitions[i]);
    for (LifeEvent& event : site.catalogue.life_events) event.papers = papers_of_event(event, site.procedures);
    for (const auto& [code, layer] : local_layers(library, site.problems))
        site.catalogue.layers.push_back({code, put_hashed(site, "localities/" + code, layer)});
    site.search_address = put_hashed(site, "search", catalogue_json(site.catalogue));
    for (const char* lang : languages) put_language(site, library, lang, today);
}

}  // namespace

Exit build_command(const Options& options) {
    const std::string out = options.value("--out");
    if (out.empty() || !options.words.empty()) return wrong_use("danloi build --out DIR [--assets DIR] [--site URL] [--keep-going]\n");
    const Library library = Library::of(options);
    Site site;
    site.out = out;
    site.address = options.value("--site");
    const bool assets = read_assets(site, options.value("--assets", (library.root() / "build/assets").string()));
    const Date today = today_of(options, site.problems);
    const std::vector<DefinitionFile> files = library.definitions({}, library.shared_documents(site.problems), site.problems);
    add_definitions(site, files);
    site.catalogue.life_events = library.life_events(site.problems);
    const bool wanted = assets && (site.problems.empty() || options.has("--keep-going"));
    if (wanted) put_site(site, library, today);
    report(site.problems);
    if (wanted) std::cout << site.procedures.size() << " procedures, 2 languages written to " << out << "\n";
    return wanted ? Exit::fine : Exit::problems;
}

}  // namespace danloi
