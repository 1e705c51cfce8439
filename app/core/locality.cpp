// See locality.hpp.
#include "core/locality.hpp"

#include "core/catalogue_reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace danloi {
namespace {

using nlohmann::json;
using Need = ObjectReader::Need;

constexpr std::int64_t format = 1;
constexpr std::int64_t most_vnd = 1'000'000'000;

/// "07:30" -> 450; nullopt for anything else.
std::optional<int> minute_of(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    for (const std::size_t i : {0U, 1U, 3U, 4U})
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    return hour < 24 && minute < 60 ? std::optional<int>(hour * 60 + minute) : std::nullopt;
}

std::optional<OfficeSession> session_between(std::string_view from, std::string_view to, const Place& place, Problems& problems) {
    const std::optional<int> open = minute_of(from), close = minute_of(to);
    if (open && close && *open < *close) return OfficeSession{*open, *close};
    problems.push_back(place.problem("expected two times of a day, the earlier first", "write for example [\"07:30\", \"11:30\"]"));
    return std::nullopt;
}

std::optional<OfficeSession> read_session(ObjectReader& reader, const char* key, Need need, Problems& problems) {
    const json* pair = reader.array(key, need);
    if (pair == nullptr) return std::nullopt;
    const bool two_texts = pair->size() == 2 && (*pair)[0].is_string() && (*pair)[1].is_string();
    const auto text = [&](std::size_t i) { return two_texts ? std::string_view((*pair)[i].get_ref<const std::string&>()) : ""; };
    return session_between(text(0), text(1), reader.place() / key, problems);
}

LocalHours read_hours(ObjectReader& parent, Problems& problems) {
    LocalHours hours;
    const json* value = parent.object("hours", Need::optional);
    if (value == nullptr) return hours;
    ObjectReader reader(*value, parent.place() / "hours", problems);
    if (const auto session = read_session(reader, "morning", Need::required, problems)) hours.week.morning = *session;
    if (const auto session = read_session(reader, "afternoon", Need::required, problems)) hours.week.afternoon = *session;
    hours.saturday = read_session(reader, "saturday", Need::optional, problems);
    hours.source = reader.text("source", Need::required);
    hours.usual = false;
    if (hours.week.afternoon.open < hours.week.morning.close)
        problems.push_back(reader.place().problem("the afternoon begins before the morning ends", "correct the times"));
    reader.finish();
    return hours;
}

std::optional<Date> read_date(ObjectReader& reader, const char* key, Need need, Problems& problems) {
    const std::string text = reader.text(key, need);
    if (text.empty()) return std::nullopt;
    const std::optional<Date> date = parse_iso(text);
    if (!date) problems.push_back((reader.place() / key).problem("expected a day", "write it as 2026-11-21"));
    return date;
}

/// Reads every element of the array `key` with `read`.
template <typename Item, typename Read>
std::vector<Item> read_all(ObjectReader& parent, const char* key, Problems& problems, Read read) {
    std::vector<Item> out;
    const json* values = parent.array(key, Need::optional);
    for (std::size_t i = 0; values != nullptr && i < values->size(); ++i) {
        ObjectReader reader((*values)[i], parent.place() / key / i, problems);
        out.push_back(read(reader));
        reader.finish();
    }
    return out;
}

ReceptionDay read_reception_day(ObjectReader& reader, Problems& problems) {
    ReceptionDay out;
    const auto day = reader.number("day", Need::required, 1);
    if (day && *day <= 7) out.day = Weekday(*day);
    else if (day) problems.push_back((reader.place() / "day").problem("expected a day of the week", "write 1 for Monday to 7 for Sunday"));
    if (const auto session = read_session(reader, "time", Need::required, problems)) out.session = *session;
    out.topic = reader.multilingual("topic", Need::required);
    return out;
}

Office read_office(ObjectReader& reader, Problems& problems) {
    Office out;
    out.id = reader.text("id", Need::required);
    out.name = reader.multilingual("name", Need::required);
    out.address = reader.multilingual("address", Need::required);
    out.phone = reader.text("phone", Need::optional);
    out.url = reader.text("url", Need::optional);
    out.hours = read_hours(reader, problems);
    out.reception_days = read_all<ReceptionDay>(reader, "receptionDays", problems, [&](ObjectReader& day) { return read_reception_day(day, problems); });
    out.note = reader.multilingual("note", Need::optional);
    out.source = reader.text("source", Need::required);
    out.confidence = reader.text("confidence", Need::required);
    if (out.confidence != "high" && out.confidence != "medium" && out.confidence != "low" && !out.confidence.empty())
        problems.push_back((reader.place() / "confidence").problem("expected high, medium or low", "say how far the source can be trusted"));
    return out;
}

LocalFee read_fee(ObjectReader& reader, Problems& problems) {
    LocalFee out;
    out.procedure = reader.text("procedure", Need::required);
    out.fee = reader.text("fee", Need::required);
    out.amount = reader.number("amount", Need::required, 0).value_or(0);
    if (out.amount > most_vnd) problems.push_back((reader.place() / "amount").problem("no fee is that high", "write the amount in VND"));
    out.decision = reader.text("decision", Need::required);
    out.source = reader.text("source", Need::required);
    out.from = read_date(reader, "from", Need::optional, problems);
    out.until = read_date(reader, "until", Need::optional, problems);
    if (out.from && out.until && *out.until < *out.from)
        problems.push_back((reader.place() / "until").problem("the fee ends before it begins", "correct the two days"));
    return out;
}

LocalTime read_time(ObjectReader& reader, Problems& problems) {
    LocalTime out;
    out.procedure = reader.text("procedure", Need::required);
    out.value = int(std::min<std::int64_t>(reader.number("value", Need::required, 0).value_or(0), 5'000));
    const std::string unit = reader.text("unit", Need::required);
    if (const auto known = parse_time_unit(unit)) out.unit = *known;
    else if (!unit.empty()) problems.push_back((reader.place() / "unit").problem("expected workingDay, day or hour", "write one of the three"));
    out.decision = reader.text("decision", Need::required);
    out.source = reader.text("source", Need::required);
    return out;
}

void read_layer(const json& layer, std::string_view file, Locality& out, Problems& problems) {
    ObjectReader reader(layer, Place{std::string(file)}, problems);
    reader.format(format);
    const std::string code = reader.text("code", Need::required);
    if (!code.empty() && code != out.code)
        problems.push_back((reader.place() / "code").problem("this is the layer of " + code + ", not of " + out.code, "name the file after its code"));
    out.last_checked = read_date(reader, "lastChecked", Need::required, problems);
    out.hours = read_hours(reader, problems);
    out.offices = read_all<Office>(reader, "offices", problems, [&](ObjectReader& office) { return read_office(office, problems); });
    out.fees = read_all<LocalFee>(reader, "fees", problems, [&](ObjectReader& fee) { return read_fee(fee, problems); });
    out.times = read_all<LocalTime>(reader, "times", problems, [&](ObjectReader& time) { return read_time(time, problems); });
    out.notes = read_all<Text>(reader, "notes", problems, [](ObjectReader& note) { return note.multilingual("text", Need::required); });
    for (LocalFee& fee : out.fees) fee.set_by = out.code;
    for (LocalTime& time : out.times) time.set_by = out.code;
    reader.finish();
}

}  // namespace

const LocalFee* Locality::fee(std::string_view procedure, std::string_view id, Date day) const {
    const auto holds = [&](const LocalFee& fee) {
        return fee.procedure == procedure && fee.fee == id && (!fee.from || *fee.from <= day) && (!fee.until || day <= *fee.until);
    };
    const auto at = std::find_if(fees.begin(), fees.end(), holds);
    return at == fees.end() ? nullptr : &*at;
}

const LocalTime* Locality::time(std::string_view procedure) const {
    const auto at = std::find_if(times.begin(), times.end(), [&](const LocalTime& time) { return time.procedure == procedure; });
    return at == times.end() ? nullptr : &*at;
}

std::optional<Locality> load_locality(std::string_view code, const UnitTable& units, const json* layer, std::string_view file,
                                      Problems& problems) {
    const std::size_t before = problems.size();
    const Unit* unit = require_unit(units, code, Place{std::string(file)}, problems);
    if (unit == nullptr) return std::nullopt;
    Locality out;
    out.code = unit->code;
    out.name = unit_address(units, *unit);
    if (layer != nullptr) read_layer(*layer, file, out, problems);
    if (problems.size() != before) return std::nullopt;
    return out;
}

Locality merge_localities(const Locality& province, const Locality& commune) {
    Locality out = commune;
    if (out.hours.usual) out.hours = province.hours;
    out.offices.insert(out.offices.end(), province.offices.begin(), province.offices.end());
    out.notes.insert(out.notes.end(), province.notes.begin(), province.notes.end());
    // The commune's stand first and are found first; the province's behind them count where a commune's has run out.
    out.fees.insert(out.fees.end(), province.fees.begin(), province.fees.end());
    out.times.insert(out.times.end(), province.times.begin(), province.times.end());
    if (!out.last_checked) out.last_checked = province.last_checked;
    return out;
}

}  // namespace danloi
