// See local_words.hpp.
#include "core/local_words.hpp"

#include "core/json_write.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace danloi {

namespace {

std::string clock_text(int minute) {
    std::string text = "00:00";
    text[0] = static_cast<char>('0' + minute / 600);
    text[1] = static_cast<char>('0' + minute / 60 % 10);
    text[3] = static_cast<char>('0' + minute % 60 / 10);
    text[4] = static_cast<char>('0' + minute % 10);
    return text;
}

std::string session_text(const OfficeSession& session) { return clock_text(session.open) + "–" + clock_text(session.close); }

void add_part(std::string& text, const std::string& part) {
    if (part.empty()) return;
    if (!text.empty()) text += text.back() == '.' ? " " : ". ";
    text += part;
}

// "Bạn nói, cán bộ nhập giúp.": what there is room for on paper.
std::string first_sentence(const std::string& text) {
    const std::size_t end = text.find(". ");
    return end == text.npos ? text : text.substr(0, end + 1);
}

/// One language's words.
struct LocalWriter {
    const Wording& wording;
    std::string_view lang;
    JsonWriter& w;

    [[nodiscard]] std::string in(const Text& text) const { return std::string{text.in(lang)}; }

    // How far it can be trusted; nothing when it stands.
    [[nodiscard]] std::string trust(const Origin& origin) const {
        if (origin.example) return wording.say("place.example");
        return origin.confidence == "high" ? std::string{} : wording.say("place.ask");
    }
    // "... (Tỉnh Lào Cai; ví dụ, chưa phải số liệu thật)": who says so, and how far it can be trusted.
    [[nodiscard]] std::string with_origin(std::string text, const Origin& origin) const {
        const std::string who = in(origin.set_by), far = trust(origin);
        return marked(std::move(text), who + (who.empty() || far.empty() ? "" : "; ") + far);
    }
    static std::string marked(std::string text, const std::string& mark) {
        if (mark.empty()) return text;
        if (!text.empty() && text.back() == '.') text.pop_back();
        return text.empty() ? mark : text + " (" + mark + ")";
    }
    [[nodiscard]] std::string hours(const LocalHours& hours) const {
        std::string text = wording.say("place.weekdays", {{"morning", session_text(hours.week.morning)}, {"afternoon", session_text(hours.week.afternoon)}});
        if (hours.saturday) add_part(text, wording.say("place.saturday", {{"time", session_text(*hours.saturday)}}));
        return hours.usual ? text + " (" + wording.say("place.usual") + ")" : text;
    }
    [[nodiscard]] std::string phone(const std::string& number) const {
        return number.empty() ? std::string{} : wording.say("place.phone", {{"phone", number}});
    }
    [[nodiscard]] std::string where_and_when(const Office& office) const {
        std::string text = in(office.address);
        add_part(text, phone(office.phone));
        if (!office.hours.usual) add_part(text, hours(office.hours));
        for (const ReceptionDay& day : office.reception_days) {
            const std::string weekday = wording.say("date.weekday." + std::to_string(static_cast<int>(day.day) % 7));  // ISO Sunday is 7
            add_part(text, weekday + " " + session_text(day.session) + ": " + in(day.topic));
        }
        return text;
    }
    [[nodiscard]] std::string office(const Office& office) const {
        std::string text = where_and_when(office);
        add_part(text, in(office.note));
        return with_origin(std::move(text), office.origin);
    }
    [[nodiscard]] std::string helper(const Helper& helper) const {
        std::string text = in(helper.name);
        add_part(text, phone(helper.phone));
        add_part(text, in(helper.note));
        return with_origin(std::move(text), helper.origin);
    }
    void row(const std::string& term, const std::string& value) const { w.open_array().text(term).text(value).close_array(); }

    static bool offices_say_hours(const Locality& l) {
        return std::any_of(l.offices.begin(), l.offices.end(), [](const Office& one) { return !one.hours.usual; });
    }
    void rows(const Locality& l) const {
        w.key("rows").open_array();
        for (const Office& one : l.offices) row(in(one.name), office(one));
        if (!l.hours.usual) row(wording.say("place.hours"), with_origin(hours(l.hours), l.hours.origin));
        else if (!offices_say_hours(l)) row(wording.say("place.hours"), hours(l.hours));
        for (const LocalDay& one : l.days) row(in(one.title), with_origin(in(one.note), one.origin));
        w.close_array().key("helpers").open_array();
        for (const Helper& one : l.helpers) row(in(one.group), helper(one));
        w.close_array();
    }
    void paper(const Locality& l) const {
        w.key("paper").open_array();
        for (const Office& one : l.offices) w.text(in(one.name) + ": " + marked(where_and_when(one), trust(one.origin)));
        if (!l.hours.usual || !offices_say_hours(l)) w.text(wording.say("place.hours") + ": " + hours(l.hours));
        for (const LocalDay& one : l.days) w.text(in(one.title) + ": " + marked(first_sentence(in(one.note)), trust(one.origin)));
        w.close_array();
    }
    void fees(const Locality& l) const {
        w.key("fees").open_array();
        for (const LocalFee& fee : l.fees) {
            w.open_array().text(fee.procedure).text(fee.fee).number(fee.amount).text(fee.from ? to_iso(*fee.from) : "").text(fee.until ? to_iso(*fee.until) : "");
            w.text(wording.say("fee.local", {{"who", in(fee.origin.set_by)}, {"decision", fee.decision}})).close_array();
        }
        w.close_array();
    }
    void times(const Locality& l) const {
        constexpr std::array<const char*, 3> keys{"time.working_days", "time.days", "time.hours"};
        w.key("times").open_array();
        for (const LocalTime& time : l.times) {
            const std::string length = wording.say(keys[static_cast<std::size_t>(time.unit)], {{"n", std::to_string(time.value)}});
            row(time.procedure, wording.say("time.local", {{"time", length}, {"who", in(time.origin.set_by)}, {"decision", time.decision}}));
        }
        w.close_array();
    }
    void all(const Locality& l) const {
        w.key(lang).open_object();
        rows(l);
        w.key("notes").open_array();
        for (const LocalNote& note : l.notes) w.text(with_origin(in(note.text), note.origin));
        w.close_array();
        paper(l);
        fees(l);
        times(l);
        w.close_object();
    }
};

}  // namespace

std::string local_view_json(const Locality& locality, const Wording& vi, const Wording& en) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("format", 1);
    if (locality.last_checked) w.member("checked", to_iso(*locality.last_checked));
    w.key("hours").open_array();
    const OfficeHours& week = locality.hours.week;
    for (const int minute : {week.morning.open, week.morning.close, week.afternoon.open, week.afternoon.close}) w.number(minute);
    w.close_array();
    LocalWriter{vi, "vi", w}.all(locality);
    LocalWriter{en, "en", w}.all(locality);
    w.close_object();
    return out;
}

}  // namespace danloi
