// Reading the page out: the platform has the voice, the State knows whether it speaks.
#include "core/update_parts.hpp"

namespace danloi {

void on_listen(Turn& turn) {
    Listening& now = turn.state.listening;
    if (now == Listening::asked) return;  // pressed again while a voice is looked for
    turn.effects.emplace_back(ListenEffect{now != Listening::reading});
    if (now != Listening::reading) now = Listening::asked;
}

void on_listened(Turn& turn, const Listened& action) {
    turn.state.listening = action.state;
    if (action.state == Listening::no_voice && turn.state.content) turn.effects.emplace_back(AnnounceEffect{turn.state.content->wording.say("listen.no_voice")});
}

void hush(Turn& turn) {
    const Listening now = turn.state.listening;
    if (now == Listening::asked || now == Listening::reading) turn.effects.emplace_back(ListenEffect{false});
    turn.state.listening = Listening::off;
}

}  // namespace danloi
