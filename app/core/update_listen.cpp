// Reading the page out: the platform has the voice, the State knows whether it speaks.
#include "core/update_parts.hpp"

namespace danloi {

void on_listen(Turn& turn) { turn.effects.emplace_back(ListenEffect{turn.state.listening != Listening::reading}); }

void hush(Turn& turn) {
    if (turn.state.listening == Listening::reading) turn.effects.emplace_back(ListenEffect{false});
    turn.state.listening = Listening::off;
}

}  // namespace danloi
