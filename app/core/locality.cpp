// See locality.hpp; reading is in locality_read.cpp.
#include "core/locality.hpp"

#include <algorithm>

namespace danloi {

namespace {

/// Calls `f` with the origin of every part.
template <typename F>
void each_origin(Locality& locality, F f) {
    f(locality.hours.origin);
    for (Office& one : locality.offices) {
        f(one.origin);
        f(one.hours.origin);
    }
    for (LocalDay& one : locality.days) f(one.origin);
    for (Helper& one : locality.helpers) f(one.origin);
    for (LocalFee& one : locality.fees) f(one.origin);
    for (LocalTime& one : locality.times) f(one.origin);
    for (LocalNote& one : locality.notes) f(one.origin);
}

template <typename Item>
void append(std::vector<Item>& to, const std::vector<Item>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

void name_locality(Locality& locality, const Text& address, const Text& title) {
    locality.name = address;
    each_origin(locality, [&](Origin& origin) { origin.set_by = title; });
}

Locality merge_localities(const Locality& province, const Locality& commune) {
    Locality out = commune;
    if (out.hours.usual) out.hours = province.hours;
    append(out.offices, province.offices);
    append(out.days, province.days);
    append(out.helpers, province.helpers);
    append(out.notes, province.notes);
    // The commune's stand first and are found first; the province's behind them count where a commune's has run out.
    append(out.fees, province.fees);
    append(out.times, province.times);
    if (!out.last_checked) out.last_checked = province.last_checked;
    return out;
}

}  // namespace danloi
