// A Turn as the page reads it: the Screen and the effects.
#include "core/json_write.hpp"
#include "core/state.hpp"

namespace danloi {

namespace {

struct EffectWriter {
    JsonWriter& w;

    JsonWriter& begin(std::string_view name) const { return w.open_object().member("e", name); }

    void fields(const SaveEffect& e) const {
        w.key("fields").open_object();
        for (const auto& [name, json] : e.fields) w.member(name, json);
        w.close_object();
    }

    void operator()(const FetchEffect& e) const {
        begin("fetch").member("what", e.what).member("id", e.id).member_if("url", std::string_view{e.url});
        w.member_if("hash", std::string_view{e.hash}).member_if("later", e.later).close_object();
    }
    void operator()(const FindEffect& e) const { begin("find").member("what", e.what).member("query", e.query).member("url", e.url).close_object(); }
    void operator()(const SaveEffect& e) const {
        begin("save").member("dossier", e.dossier);
        fields(e);
        w.close_object();
    }
    void operator()(const HoldEffect& e) const { begin("hold").member("dossier", e.dossier).close_object(); }
    void operator()(const TakeOverEffect& e) const { begin("take_over").member("dossier", e.dossier).close_object(); }
    void operator()(const BackUpEffect& e) const {
        begin("backup").key("dossiers").open_array();
        for (const SaveEffect& one : e.dossiers) {
            w.open_object().member("id", one.dossier);
            fields(one);
            w.close_object();
        }
        w.close_array().close_object();
    }
    void operator()(const EraseEffect& e) const { begin("erase").member("dossier", e.dossier).close_object(); }
    void operator()(const PinEffect& e) const {
        begin("pin").member("procedure", e.procedure).member("hash", e.hash).close_object();
    }
    void operator()(const UrlEffect& e) const {
        begin("url").member("path", e.path).key("route").raw(route_json(e.route));
        w.member_if("replace", e.replace).close_object();
    }
    void operator()(const BackEffect& e) const { begin("back").member("path", e.path).key("route").raw(route_json(e.route)).close_object(); }
    void operator()(const PrintEffect&) const { begin("print").close_object(); }
    void operator()(const CopyEffect& e) const { begin("copy").member("text", e.text).close_object(); }
    void operator()(const ShareEffect& e) const {
        begin("share").member("title", e.title).member("text", e.text).member("url", e.url).close_object();
    }
    void operator()(const AnnounceEffect& e) const { begin("announce").member("text", e.text).close_object(); }
    void operator()(const PreferenceEffect& e) const {
        begin("pref").member("key", e.key).member("value", e.value).close_object();
    }
    void operator()(const ListenEffect& e) const { begin("listen").key("on").flag(e.on).close_object(); }
    void operator()(const ClearFragmentEffect&) const { begin("clear_fragment").close_object(); }
};

}  // namespace

std::string turn_json(const Turn& turn) {
    std::string out;
    JsonWriter w{out};
    w.open_object().key("screen").raw(screen_json(screen_for(turn.state))).key("effects").open_array();
    for (const Effect& effect : turn.effects) std::visit(EffectWriter{w}, effect);
    w.close_array().close_object();
    return out;
}

}  // namespace danloi
