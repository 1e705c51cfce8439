// core.wasm: the program without drawing. The page writes an envelope and an optional blob into `dl_input`, calls
// `dl_call`, and reads the Screen and the effects at `dl_output`. There is no other way in or out.
#include "core/json_read.hpp"
#include "core/state.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>

namespace {

using nlohmann::json;

struct App {
    danloi::State state;
    std::string input;
    std::string output;
};

App& app() {
    static App the_app;
    return the_app;
}

std::string text(const json& object, const char* key) {
    const auto found = object.find(key);
    const auto* value = found == object.end() ? nullptr : found->get_ptr<const std::string*>();
    return value == nullptr ? std::string{} : *value;
}

// 0: done; 1: the envelope cannot be read; 2: it holds no Action. The state is then as before.
int run(std::size_t action_size, std::size_t blob_size) {
    App& a = app();
    if (action_size + blob_size > a.input.size()) return 1;
    danloi::Problems problems;
    const auto envelope = danloi::read_json(std::string_view{a.input}.substr(0, action_size), "action", problems);
    if (!envelope || !envelope->is_object()) return 1;
    const auto found = envelope->find("action");
    if (found == envelope->end()) return 1;
    const auto action = danloi::read_action(*found, a.input.substr(action_size, blob_size));
    if (!action) return 2;
    const danloi::Moment moment{danloi::parse_iso(text(*envelope, "today")).value_or(a.state.today), text(*envelope, "fresh")};
    danloi::Turn turn = danloi::update(std::move(a.state), *action, moment);
    a.output = danloi::turn_json(turn);
    a.state = std::move(turn.state);
    return 0;
}

}  // namespace

#ifdef __wasm__
#define DANLOI_EXPORT(name) extern "C" __attribute__((export_name(#name)))
#else
#define DANLOI_EXPORT(name) extern "C"
#endif

/// Room for `size` bytes of input; valid until the next call of dl_input.
DANLOI_EXPORT(dl_input) char* dl_input(std::size_t size) {
    app().input.resize(size);
    return app().input.data();
}

/// Performs the action in the input; see `run` for the status.
DANLOI_EXPORT(dl_call) int dl_call(std::size_t action_size, std::size_t blob_size) { return run(action_size, blob_size); }

/// The last output, UTF-8 JSON; valid until the next dl_call.
DANLOI_EXPORT(dl_output) const char* dl_output() { return app().output.data(); }
DANLOI_EXPORT(dl_output_size) std::size_t dl_output_size() { return app().output.size(); }
