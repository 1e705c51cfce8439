// Links: opening one as a preview, keeping it as a new dossier, making one.
#include "core/dossier_fields.hpp"
#include "core/update_parts.hpp"

namespace danloi {

void open_link(Turn& turn, const std::string& fragment) {
    State& state = turn.state;
    turn.effects.emplace_back(ClearFragmentEffect{});
    ShareResult result = decode_share(fragment);
    if (!result.shared) {
        state.link_fault = "link.damaged";
        return enter(turn, Route{}, true);
    }
    state.shared = std::move(result.shared);
    enter(turn, Route{Page::preview, state.shared->procedure, {}, {}}, true);
}

void on_accept(Turn& turn, const Moment& moment) {
    State& state = turn.state;
    if (!state.shared || !state.procedure || state.procedure->id != state.shared->procedure) return;
    Dossier dossier = dossier_from(*state.procedure, *state.shared);
    dossier.id = moment.fresh;
    dossier.created = to_iso(state.today);
    name_places(state, dossier);
    state.shared.reset();
    const Route there = resume_route(*state.procedure, dossier, guide_input(state));
    turn.effects.emplace_back(PinEffect{dossier.procedure, dossier.hash});
    auto fields = fields_of(dossier);
    state.dossier = dossier.id;
    state.dossiers.insert_or_assign(dossier.id, std::move(dossier));
    save_fields(turn, std::move(fields));
    enter(turn, there, true);
}

void on_discard(Turn& turn) {
    turn.state.shared.reset();
    enter(turn, Route{}, true);
}

std::string share_link(const State& state) {
    const Dossier* dossier = open_dossier(state);
    if (dossier == nullptr || !state.procedure) return {};
    const Route page{Page::procedure, state.procedure->id, {}, {}};
    return state.origin + path_of(page, state.lang) + "#" +
           encode_share(share_of(*state.procedure, *dossier, guide_input(state)));
}

void on_copy(Turn& turn) {
    const std::string link = share_link(turn.state);
    if (link.empty() || !turn.state.content) return;
    turn.effects.emplace_back(CopyEffect{link});
    turn.effects.emplace_back(AnnounceEffect{turn.state.content->wording.say("share.copied")});
}

void on_share(Turn& turn) {
    const std::string link = share_link(turn.state);
    if (link.empty() || !turn.state.content) return;
    const std::string title{turn.state.procedure->title.in(turn.state.lang)};
    turn.effects.emplace_back(ShareEffect{title, turn.state.content->wording.say("share.text", {{"title", title}}), link});
}

}  // namespace danloi
