// Reads a layer of a province or commune; see locality.hpp.
#include "core/locality.hpp"

#include "core/catalogue_reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

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

/// Reads one layer. Every part is read by a function of its own, given the reader of its object.
class LayerReader {
public:
    LayerReader(std::string_view file, Problems& problems) : file_(file), problems_(problems) {}

    void read(const json& layer, Locality& out) {
        ObjectReader reader(layer, Place{std::string(file_)}, problems_);
        reader.format(format);
        const std::string code = reader.text("code", Need::required);
        if (!code.empty() && code != out.code)
            fault(reader.place() / "code", "this is the layer of " + code + ", not of " + out.code, "name the file after its code");
        out.last_checked = date(reader, "lastChecked", Need::required);
        out.hours = hours(reader);
        out.offices = all<Office>(reader, "offices", [&](ObjectReader& r) { return office(r); });
        out.days = all<LocalDay>(reader, "localDays", [&](ObjectReader& r) { return local_day(r); });
        out.helpers = all<Helper>(reader, "helpers", [&](ObjectReader& r) { return helper(r); });
        out.fees = all<LocalFee>(reader, "fees", [&](ObjectReader& r) { return fee(r); });
        out.times = all<LocalTime>(reader, "times", [&](ObjectReader& r) { return time(r); });
        out.notes = all<LocalNote>(reader, "notes", [&](ObjectReader& r) { return LocalNote{r.multilingual("text", Need::required), origin(r)}; });
        reader.finish();
    }

private:
    void fault(const Place& place, Words reason, Words remedy) { problems_.push_back(place.problem(reason, remedy)); }

    /// Reads every element of the array `key` with `one`.
    template <typename Item, typename Read>
    std::vector<Item> all(ObjectReader& parent, const char* key, Read one) {
        std::vector<Item> out;
        const json* values = parent.array(key, Need::optional);
        for (std::size_t i = 0; values != nullptr && i < values->size(); ++i) {
            ObjectReader reader((*values)[i], parent.place() / key / i, problems_);
            out.push_back(one(reader));
            reader.finish();
        }
        return out;
    }

    Origin origin(ObjectReader& reader) {
        Origin out{reader.text("source", Need::required), reader.text("confidence", Need::required), false, {}};
        if (out.confidence != "high" && out.confidence != "medium" && out.confidence != "low" && !out.confidence.empty())
            fault(reader.place() / "confidence", "expected high, medium or low", "say how far the source can be trusted");
        if (const json* example = reader.member("example", Need::optional)) {
            out.example = example->is_boolean() && example->get<bool>();
            if (!out.example) fault(reader.place() / "example", "expected true", "leave it out when the data are real");
        }
        return out;
    }

    std::optional<OfficeSession> session(ObjectReader& reader, const char* key, Need need) {
        const json* pair = reader.array(key, need);
        if (pair == nullptr) return std::nullopt;
        const bool two_texts = pair->size() == 2 && (*pair)[0].is_string() && (*pair)[1].is_string();
        const auto minute = [&](std::size_t i) { return two_texts ? minute_of((*pair)[i].get_ref<const std::string&>()) : std::nullopt; };
        const std::optional<int> open = minute(0), close = minute(1);
        if (open && close && *open < *close) return OfficeSession{*open, *close};
        fault(reader.place() / key, "expected two times of a day, the earlier first", "write for example [\"07:30\", \"11:30\"]");
        return std::nullopt;
    }

    LocalHours hours(ObjectReader& parent) {
        LocalHours out;
        const json* value = parent.object("hours", Need::optional);
        if (value == nullptr) return out;
        ObjectReader reader(*value, parent.place() / "hours", problems_);
        if (const auto morning = session(reader, "morning", Need::required)) out.week.morning = *morning;
        if (const auto afternoon = session(reader, "afternoon", Need::required)) out.week.afternoon = *afternoon;
        out.saturday = session(reader, "saturday", Need::optional);
        out.origin = origin(reader);
        out.usual = false;
        if (out.week.afternoon.open < out.week.morning.close)
            fault(reader.place(), "the afternoon begins before the morning ends", "correct the times");
        reader.finish();
        return out;
    }

    std::optional<Date> date(ObjectReader& reader, const char* key, Need need) {
        const std::string text = reader.text(key, need);
        if (text.empty()) return std::nullopt;
        const std::optional<Date> found = parse_iso(text);
        if (!found) fault(reader.place() / key, "expected a day", "write it as 2026-11-21");
        return found;
    }

    Weekday weekday(ObjectReader& reader) {
        const auto day = reader.number("day", Need::required, 1);
        if (day && *day <= 7) return Weekday(*day);
        if (day) fault(reader.place() / "day", "expected a day of the week", "write 1 for Monday to 7 for Sunday");
        return Weekday::monday;
    }

    ReceptionDay reception_day(ObjectReader& reader) {
        const Weekday day = weekday(reader);
        return {day, session(reader, "time", Need::required).value_or(OfficeSession{}), reader.multilingual("topic", Need::required)};
    }

    Office office(ObjectReader& reader) {
        Office out;
        out.id = reader.text("id", Need::required);
        out.name = reader.multilingual("name", Need::required);
        out.address = reader.multilingual("address", Need::required);
        out.phone = reader.text("phone", Need::optional);
        out.url = reader.text("url", Need::optional);
        out.hours = hours(reader);
        out.reception_days = all<ReceptionDay>(reader, "receptionDays", [&](ObjectReader& r) { return reception_day(r); });
        out.note = reader.multilingual("note", Need::optional);
        out.origin = origin(reader);
        return out;
    }

    LocalDay local_day(ObjectReader& reader) {
        std::string id = reader.text("id", Need::required);
        const Weekday day = weekday(reader);
        Text title = reader.multilingual("title", Need::required);
        return {std::move(id), day, std::move(title), reader.multilingual("note", Need::required), origin(reader)};
    }

    Helper helper(ObjectReader& reader) {
        Helper out;
        out.id = reader.text("id", Need::required);
        out.group = reader.multilingual("group", Need::required);
        out.name = reader.multilingual("name", Need::required);
        out.phone = reader.text("phone", Need::optional);
        out.note = reader.multilingual("note", Need::optional);
        out.origin = origin(reader);
        return out;
    }

    LocalFee fee(ObjectReader& reader) {
        LocalFee out;
        out.procedure = reader.text("procedure", Need::required);
        out.fee = reader.text("fee", Need::required);
        out.amount = reader.number("amount", Need::required, 0).value_or(0);
        if (out.amount > most_vnd) fault(reader.place() / "amount", "no fee is that high", "write the amount in VND");
        out.decision = reader.text("decision", Need::required);
        out.from = date(reader, "from", Need::optional);
        out.until = date(reader, "until", Need::optional);
        out.origin = origin(reader);
        if (out.from && out.until && *out.until < *out.from)
            fault(reader.place() / "until", "the fee ends before it begins", "correct the two days");
        return out;
    }

    LocalTime time(ObjectReader& reader) {
        LocalTime out;
        out.procedure = reader.text("procedure", Need::required);
        out.value = int(std::min<std::int64_t>(reader.number("value", Need::required, 0).value_or(0), 5'000));
        const std::string unit = reader.text("unit", Need::required);
        if (const auto known = parse_time_unit(unit)) out.unit = *known;
        else if (!unit.empty()) fault(reader.place() / "unit", "expected workingDay, day or hour", "write one of the three");
        out.decision = reader.text("decision", Need::required);
        out.origin = origin(reader);
        return out;
    }

    std::string_view file_;
    Problems& problems_;
};

}  // namespace

std::optional<Locality> load_locality(const json& layer, std::string_view code, std::string_view file, Problems& problems) {
    const std::size_t before = problems.size();
    Locality out;
    out.code = code;
    LayerReader{file, problems}.read(layer, out);
    if (problems.size() != before) return std::nullopt;
    return out;
}

}  // namespace danloi
