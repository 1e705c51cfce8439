// See local_view.hpp.
#include "core/local_view.hpp"

#include "core/json_part.hpp"
#include "core/json_read.hpp"

#include <algorithm>

namespace danloi {

namespace {

using nlohmann::json;

int minute(const json& hours, std::size_t at, int usual) {
    return static_cast<int>(std::clamp<std::int64_t>(whole_number(item(hours, at), usual), 0, 24 * 60));
}

void read_words(const json& from, LocalView& out) {
    for (const json& row : part(from, "rows")) out.rows.emplace_back(word(item(row, 0)), word(item(row, 1)));
    for (const json& row : part(from, "helpers")) out.helpers.emplace_back(word(item(row, 0)), word(item(row, 1)));
    for (const json& note : part(from, "notes")) out.notes.push_back(word(note));
    for (const json& line : part(from, "paper")) out.paper.push_back(word(line));
    for (const json& time : part(from, "times")) out.times.emplace_back(word(item(time, 0)), word(item(time, 1)));
    for (const json& fee : part(from, "fees")) {
        if (!item(fee, 2).is_number_integer()) continue;
        out.fees.push_back({word(item(fee, 0)), word(item(fee, 1)), whole_number(item(fee, 2)), parse_iso(word(item(fee, 3))),
                            parse_iso(word(item(fee, 4))), word(item(fee, 5))});
    }
}

}  // namespace

const SetFee* LocalView::fee(std::string_view procedure, std::string_view id, Date day) const {
    for (const SetFee& one : fees)
        if (one.procedure == procedure && one.fee == id && (!one.from || *one.from <= day) && (!one.until || day <= *one.until)) return &one;
    return nullptr;
}

const std::string* LocalView::time(std::string_view procedure) const {
    for (const auto& [id, said] : times)
        if (id == procedure) return &said;
    return nullptr;
}

std::shared_ptr<const LocalView> load_local_view(std::string_view bytes, std::string_view lang) {
    Problems problems;
    const auto whole = read_json(bytes, "locality", problems);
    if (!whole || !part(*whole, "hours").is_array()) return nullptr;
    auto out = std::make_shared<LocalView>();
    const json& hours = part(*whole, "hours");
    OfficeHours& week = out->hours;
    week.morning = {minute(hours, 0, week.morning.open), minute(hours, 1, week.morning.close)};
    week.afternoon = {minute(hours, 2, week.afternoon.open), minute(hours, 3, week.afternoon.close)};
    out->checked = word(part(*whole, "checked"));
    read_words(part(*whole, std::string{lang}.c_str()), *out);
    return out;
}

}  // namespace danloi
