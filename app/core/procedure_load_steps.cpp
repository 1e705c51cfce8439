// Steps, processing time and the citizen's own deadlines.
#include "core/procedure_load_parts.hpp"

#include "core/limits.hpp"

namespace danloi {

namespace {

void read_media(Reader& reader, Media& out) {
    if (reader.pick("kind", "picture|video", Need::required) >= 0)
        reader.word("kind", out.kind, Shape::slug, Need::required);
    reader.word("url", out.url, Shape::url, Need::required);
    reader.text("title", out.title);
    reader.text("alternative", out.alternative);
    reader.whole("sizeKb", out.size_kb, 1, 1'000'000, Need::required);
    reader.whole("lengthS", out.length_s, 1, 36'000, out.kind == "video" ? Need::required : Need::optional);
}

void read_faq(Reader& reader, Faq& out) {
    reader.text("question", out.question);
    reader.text("answer", out.answer);
}

void read_step(Reader& reader, Step& out) {
    reader.word("id", out.id, Shape::slug, Need::required);
    out.by_office = reader.pick("actor", "citizen|office", Need::required) == 1;
    reader.text("title", out.title);
    reader.text("how", out.how);
    reader.text("at", out.at);
    reader.rule("when", out.when);
    reader.flag("optional", out.optional, Need::optional);
    reader.words("needs", out.needs, Shape::slug, 0);
    reader.words("results", out.results, Shape::slug, 0);
    reader.texts("warnings", out.warnings);
    reader.list("media", out.media, read_media, 0, limits::options);
    reader.list("faq", out.faq, read_faq, 0, limits::options);
    read_basis_list(reader, out.basis, Need::optional);
}

constexpr const char* time_units = "workingDay|day|hour";

void read_time_case(Reader& reader, TimeCase& out) {
    reader.rule("when", out.when);
    if (reader.has("value") || reader.has("unit")) {
        Period& period = out.period.emplace();
        reader.whole("value", period.value, 0, most_days, Need::required);
        reader.pick("unit", time_units, period.unit, Need::required);
    } else {
        reader.member("value", Need::optional);
        reader.member("unit", Need::optional);
    }
    reader.text("label", out.label);
    read_basis_list(reader, out.basis);
}

void read_extension(Reader& reader, Extension& out) {
    reader.rule("when", out.when);
    reader.whole("value", out.up_to.value, 1, most_days, Need::required);
    reader.pick("unit", time_units, out.up_to.unit, Need::required);
    reader.text("because", out.because);
    read_basis_list(reader, out.basis);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "15:00" as minutes after midnight, or -1.
int minutes_of(const std::string& text) {
    if (text.size() != 5 || text[2] != ':') return -1;
    for (const std::size_t i : {0U, 1U, 3U, 4U})
        if (!is_digit(text[i])) return -1;
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

void read_same_day(Reader& reader, SameDay& out) {
    reader.rule("when", out.when);
    std::string before;
    reader.word("before", before, Shape::line, Need::required);
    const int minutes = minutes_of(before);
    if (minutes >= 0) out.before_minute = minutes;
    else if (!before.empty())
        reader.fault("before", sentence("this is not a time of day: ", Quoted{before}), "Write hours and minutes, like 15:00.");
    reader.text("conditions", out.conditions);
    read_basis_list(reader, out.basis);
}

void read_time(Reader& reader, ProcessingTime& out) {
    if (reader.pick("from", "receipt|complete", Need::required) >= 0)
        reader.word("from", out.from, Shape::slug, Need::required);
    reader.list("cases", out.cases, read_time_case, 1, limits::options);
    reader.list("extensions", out.extensions, read_extension, 0, limits::options);
    reader.object("sameDay", out.same_day, read_same_day);
    reader.text("localCommitment", out.local_commitment);
}

void read_deadline(Reader& reader, Deadline& out) {
    reader.word("id", out.id, Shape::slug, Need::required);
    reader.text("label", out.label);
    reader.rule("from", out.from);
    reader.whole("value", out.period.value, 0, most_days, Need::required);
    const int unit = reader.pick("unit", "workingDay|day|month|year", Need::required);
    if (unit >= 0) out.period.unit = unit < 2 ? static_cast<PeriodUnit>(unit) : static_cast<PeriodUnit>(unit + 1);
    out.before = reader.pick("direction", "after|before", Need::required) == 1;
    reader.rule("when", out.when);
    reader.text("afterwards", out.afterwards);
    read_basis_list(reader, out.basis);
}

}  // namespace

void read_step_part(Reader& root, Procedure& out) { root.list("steps", out.steps, read_step, 1, limits::steps); }

void read_time_part(Reader& root, Procedure& out) {
    root.object("time", out.time, read_time);
    root.list("deadlines", out.deadlines, read_deadline, 0, limits::options);
}

}  // namespace danloi
