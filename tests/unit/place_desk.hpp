// A person at the app who chooses where to hand in: local layers and invented definitions come as they do on the site.
#pragma once
#include "core/catalogue_names.hpp"
#include "core/local_words.hpp"
#include "core/locality.hpp"
#include "core/share.hpp"
#include "core/units.hpp"
#include "screen_walk.hpp"

#include <utility>

namespace danloi::place_desk {

using nlohmann::json;
using test::block;
using test::day;
using test::dossier_of;
using test::real;

inline const std::string stay_id = "dang-ky-tam-tru";
inline const std::string phu_ly = "13285", thu_duc = "26824";
inline const PlaceName phu_ly_name{phu_ly, "37", {"Phường Phủ Lý, Tỉnh Ninh Bình", "Phủ Lý ward, Ninh Bình province"}};
inline const PlaceName thu_duc_name{thu_duc, "79", {"Phường Thủ Đức, Thành phố Hồ Chí Minh", "Thủ Đức ward, Hồ Chí Minh city"}};

const UnitTable& country();

Locality named(Locality locality);

Locality real_layer(const std::string& code);

std::string in_words(const Locality& locality);

// What `danloi build` writes for Phủ Lý: the ward's layer over its province's.
const std::string& phu_ly_words();

std::string words_of_note(const std::string& code, const std::string& note);

std::string layer_address(const std::string& code);

/// A person at the app who gets local layers and invented definitions too, and whose browser goes back when it is asked to.
class Desk : public test::Session {
public:
    explicit Desk(const std::string& lang = "vi", Start start = {}) : Session(lang, std::move(start)) {
        online = false;
        today = day("2026-11-23");     // a Monday
        state.open.insert("filing");  // helpers and notes of the place are looked at
    }

    /// From now on there are these layers: code and bytes.
    void lay(const std::map<std::string, std::string>& layers) {
        for (const auto& [code, bytes] : layers) {
            files[layer_address(code)] = bytes;
            catalogue_.layers.push_back({code, layer_address(code)});
        }
        use(Loaded{"catalogue", {}, {}, catalogue_names_json(catalogue_, state.lang)});
    }

    /// From now on there is this definition.
    void define(const json& definition) {
        Problems problems;
        const std::string bytes = definition.dump();
        const auto procedure = load_procedure(bytes, "invented.json", problems);
        for (const Problem& problem : problems) ADD_FAILURE() << problem.pointer << ": " << problem.reason;
        ASSERT_TRUE(procedure);
        definitions_[procedure->id] = bytes;
        CatalogueEntry& entry = catalogue_.entries.emplace_back();
        entry.id = procedure->id;
        entry.title = procedure->title;
        entry.file = "/data/tt/" + procedure->id + "." + procedure->hash + ".json";
        use(Loaded{"catalogue", {}, {}, catalogue_names_json(catalogue_, state.lang)});
    }

    /// Acts and performs every effect, as the page does; `effects` holds all of them afterwards.
    void use(const Action& action) {
        act(action);
        settle();
    }
    bool tap(const std::string& id) {
        const bool found = press(id);
        settle();
        return found;
    }

    /// Chooses on the page of the place, and is back on the checklist afterwards.
    void hand_in_at(const PlaceName& place) {
        use(Go{Route{Page::place, state.route.procedure, {}, state.dossier}, true});
        use(SetPlace{"@place", place});
    }

    /// Types a name and picks the place with this code from the suggestions.
    void pick(const std::string& question, const std::string& typed, const std::string& code) {
        use(Type{question, typed});
        const json field = block(screen(), "q-" + question);
        ASSERT_TRUE(field.is_object() && field.contains("suggestions")) << typed;
        for (const json& suggestion : field["suggestions"]) {
            const std::string action = suggestion["action"];
            if (json::parse(action, nullptr, false)["code"] != code) continue;
            send(action);
            return settle();
        }
        ADD_FAILURE() << typed << " does not offer " << code;
    }

    void arrive(const FetchEffect& fetch) {
        const auto found = files.find(fetch.url);
        if (found == files.end()) act(Failed{fetch.what, fetch.id, "404"});
        else act(Loaded{fetch.what, fetch.id, fetch.hash, found->second});
    }

    [[nodiscard]] Guide guide() const { return make_guide(*state.procedure, open(), guide_input(state)); }
    [[nodiscard]] Applies applies(const std::string& document) const {
        for (const PaperLine& line : guide().papers)
            if (state.procedure->documents[line.document].id == document) return line.applies;
        ADD_FAILURE() << document;
        return Applies::no;
    }
    /// What was saved under this name during the last action, or "".
    [[nodiscard]] std::string saved(const std::string& name) const {
        std::string last;
        for (const Effect& effect : effects)
            if (const auto* save = std::get_if<SaveEffect>(&effect))
                for (const auto& [field, text] : save->fields)
                    if (field == name) last = text;
        return last;
    }

    std::map<std::string, std::string> files;  ///< layers by address
    std::vector<FetchEffect> held;             ///< layers under way
    bool holding = false;                      ///< layers stay under way

private:
    void settle() {
        std::vector<Effect> all = std::exchange(effects, {});
        for (std::size_t i = 0; i < all.size() && i < 100; ++i) {
            const Effect effect = all[i];
            effects.clear();
            if (const auto* fetch = std::get_if<FetchEffect>(&effect)) bring(*fetch);
            else if (const auto* find = std::get_if<FindEffect>(&effect); find != nullptr && !find->query.empty()) answer(*find);
            else if (const auto* back = std::get_if<BackEffect>(&effect)) act(Go{back->route, false});
            all.insert(all.end(), effects.begin(), effects.end());
        }
        EXPECT_LT(all.size(), 100U) << "requests go round in a circle";
        effects = std::move(all);
    }
    void bring(const FetchEffect& fetch) {
        const auto invented = definitions_.find(fetch.id);
        if (fetch.what == "locality" && holding) held.push_back(fetch);
        else if (fetch.what == "locality") arrive(fetch);
        else if (invented != definitions_.end()) act(Loaded{fetch.what, fetch.id, fetch.hash, invented->second});
        else deliver(fetch);
    }

    Catalogue catalogue_ = test::real_catalogue();
    std::map<std::string, std::string> definitions_;
};

StoredDossier stored(const Dossier& dossier);

Start at_checklist(Dossier dossier);

Dossier stay();

Dossier placed(Dossier dossier, const PlaceName& place);

json rows_of(const std::vector<std::pair<std::string, std::string>>& list);

}  // namespace danloi::place_desk
