// What is to be paid: lines, exemptions, total.
#include "core/guide_parts.hpp"

#include <algorithm>
#include <cmath>

namespace danloi {

namespace {

// Above this a double no longer counts in whole VND; no fee comes near it.
constexpr double most_vnd = 9.0e15;

Applies channel_applies(GuideSlots& slots, const Procedure& procedure, const std::string& channel) {
    if (channel.empty()) return Applies::yes;
    for (std::size_t q = 0; q < procedure.questions.size(); ++q) {
        if (procedure.questions[q].id != "channel") continue;
        const Slot& slot = slots.slot(q);
        if (slot.known != Slot::Known::known) return Applies::perhaps;
        return slot.value.text() == channel ? Applies::yes : Applies::no;
    }
    return Applies::perhaps;
}

Applies both(Applies a, Applies b) { return std::min(a, b); }

std::optional<std::int64_t> whole_vnd(const RuleResult& result) {
    if (!result.certain || !result.value.is_number()) return std::nullopt;
    const double amount = result.value.number;
    if (amount < 0 || amount > most_vnd) return std::nullopt;
    return static_cast<std::int64_t>(std::llround(amount));
}

void apply_exemptions(GuideSlots& slots, const Fee& fee, FeeLine& line) {
    for (std::size_t i = 0; i < fee.exemptions.size(); ++i) {
        if (!fee.exemptions[i].when) continue;
        const Applies exempt = slots.applies(fee.exemptions[i].when);
        if (exempt == Applies::perhaps) line.exemption_open = true;
        if (exempt != Applies::yes) continue;
        line.amount = 0;
        line.exempted = i;
        line.exemption_open = false;
        return;
    }
}

bool is_settled(const FeeLine& line) {
    return line.applies == Applies::yes && line.amount.has_value() && !line.exemption_open;
}

}  // namespace

FeeTotal fees_of(GuideSlots& slots, const Procedure& procedure, const GuideInput& input) {
    FeeTotal total;
    for (std::size_t i = 0; i < procedure.fees.size(); ++i) {
        const Fee& fee = procedure.fees[i];
        FeeLine line;
        line.fee = i;
        line.applies = both(slots.applies(fee.when), channel_applies(slots, procedure, fee.channel));
        line.amount = fee.formula ? whole_vnd(slots.value_of(*fee.formula)) : fee.amount;
        if (input.locality != nullptr) line.local = input.locality->fee(procedure.id, fee.id, input.today);
        if (line.local != nullptr) line.amount = line.local->amount;
        if (line.applies != Applies::no) {
            apply_exemptions(slots, fee, line);
            if (!is_settled(line)) total.complete = false;
            if (line.applies == Applies::yes) total.amount += line.amount.value_or(0);
        }
        total.lines.push_back(line);
    }
    return total;
}

}  // namespace danloi
