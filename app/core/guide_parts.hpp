// The parts of the Guide that count: money and time. Used by guide.cpp only.
#pragma once
#include "core/guide_slots.hpp"

namespace danloi {

/// Every fee line and the total. A fee tied to a channel waits for the question "channel" when there is one.
[[nodiscard]] FeeTotal fees_of(GuideSlots& slots, const Procedure& procedure, const GuideInput& input);

/// The time that applies and the due date for a dossier received at `input.received`.
[[nodiscard]] TimeLine time_of(GuideSlots& slots, const Procedure& procedure, const GuideInput& input);

/// The citizen's own deadlines that apply. The last day is given as counted and is not rolled past a weekend: going
/// a day early is never wrong (decision 0003).
[[nodiscard]] std::vector<DeadlineLine> deadlines_of(GuideSlots& slots, const Procedure& procedure,
                                                     const GuideInput& input);

}  // namespace danloi
