// Answers, papers, money and time in words.
#include "core/shown.hpp"

#include "core/typed_date.hpp"
#include "core/typed_number.hpp"

#include <algorithm>
#include <array>

namespace danloi {

namespace {

const Law* law_of(const Procedure& procedure, const std::string& id) {
    const auto found = std::find_if(procedure.laws.begin(), procedure.laws.end(), [&](const Law& l) { return l.id == id; });
    return found == procedure.laws.end() ? nullptr : &*found;
}

std::string shown_option(const Question& question, std::string_view value, std::string_view lang) {
    for (const Option& option : question.options)
        if (option.value == value) return std::string{option.label.in(lang)};
    return std::string{value};
}

// Articles are written in Vietnamese ("Điều 5 khoản 2"); each language has its words for the parts of a law.
std::string shown_articles(std::string text, const Wording& wording) {
    constexpr std::array<std::pair<const char*, const char*>, 3> parts{{{"Điều", "law.article"}, {"khoản", "law.clause"}, {"điểm", "law.point"}}};
    for (const auto& [part, key] : parts) {
        const std::string word = wording.say(key);
        const std::size_t length = std::string_view{part}.size();
        for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + word.size())) text.replace(at, length, word);
    }
    return text;
}

std::string shown_text(const Question& question, const std::string& text, std::string_view lang) {
    if (question.kind == QuestionKind::choice) return shown_option(question, text, lang);
    if (question.kind == QuestionKind::number) {
        const auto number = parse_typed_number(text);
        return number ? grouped_number(*number, lang) : text;
    }
    if (question.kind != QuestionKind::date) return text;
    const auto date = parse_typed_date(text);
    return date ? date_text(to_iso(*date)) : text;
}

void append(std::string& out, std::string_view separator, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += separator;
    out += text;
}

std::string shown_period(const Period& period, const Wording& wording) {
    const std::string n = std::to_string(period.value);
    if (period.unit == PeriodUnit::working_day) return wording.say("time.working_days", {{"n", n}});
    return wording.say(period.unit == PeriodUnit::hour ? "time.hours" : "time.days", {{"n", n}});
}

}  // namespace

std::string shown_answer(const Question& question, const Answer& answer, const Wording& wording, std::string_view lang) {
    if (const auto* flag = std::get_if<bool>(&answer)) return wording.say(*flag ? "question.yes" : "question.no");
    if (const auto* number = std::get_if<double>(&answer)) return grouped_number(*number, lang);
    if (const auto* text = std::get_if<std::string>(&answer)) return shown_text(question, *text, lang);
    const auto* list = std::get_if<std::vector<std::string>>(&answer);
    if (list == nullptr) return wording.say("question.unknown");
    std::string out;
    for (const std::string& value : *list) append(out, ", ", shown_option(question, value, lang));
    return out.empty() ? wording.say("question.none_of_these") : out;
}

std::string shown_answer(const Question& question, const Dossier& dossier, const Wording& wording, std::string_view lang) {
    const auto found = dossier.answers.find(question.id);
    if (found == dossier.answers.end()) return {};
    const auto* code = question.kind == QuestionKind::place ? std::get_if<std::string>(&found->second) : nullptr;
    const auto place = code == nullptr ? dossier.places.end() : dossier.places.find(*code);
    return place == dossier.places.end() ? shown_answer(question, found->second, wording, lang) : std::string{place->second.name.in(lang)};
}

std::string shown_counts(const Document& document, const Wording& wording) {
    std::string counts;
    const std::array<std::pair<int, const char*>, 3> kinds{{{document.original, "checklist.count.original"},
                                                            {document.certified, "checklist.count.certified"},
                                                            {document.plain, "checklist.count.plain"}}};
    for (const auto& [count, key] : kinds)
        if (count > 0) append(counts, ", ", wording.say(key, {{"n", std::to_string(count)}}));
    if (document.role == DocumentRole::present)
        return counts.empty() ? wording.say("checklist.show_only") : wording.say("checklist.present") + ": " + counts;
    return counts.empty() ? wording.say("checklist.submit") : wording.say("checklist.submit") + " " + counts;
}

std::string shown_day(Date date, const Wording& wording) {
    const int day = static_cast<int>(weekday(date)) % 7;  // ISO Sunday is 7, the wording's is 0
    return wording.say("date.long", {{"weekday", wording.say("date.weekday." + std::to_string(day))},
                                     {"date", date_text(to_iso(date))}});
}

std::string shown_day_in_words(Date date, const Wording& wording) {
    const DateParts parts = parts_of(date);
    const int day = static_cast<int>(weekday(date)) % 7;
    return wording.say("date.words", {{"weekday", wording.say("date.weekday." + std::to_string(day))}, {"day", std::to_string(parts.day)},
                                      {"month", wording.say("date.month." + std::to_string(parts.month))},
                                      {"year", std::to_string(parts.year)}});
}

std::string shown_basis(const std::vector<Basis>& basis, const Procedure& procedure, const Wording& wording, std::string_view lang) {
    std::string out;
    for (const Basis& entry : basis) {
        const Law* law = law_of(procedure, entry.law);
        if (law == nullptr) continue;
        const std::string name = std::string{law->title.in(lang)} + " (" + law->number + ")";
        append(out, "; ", entry.articles.empty()
                              ? wording.say("checklist.law_only", {{"law", name}})
                              : wording.say("checklist.law", {{"law", name}, {"articles", shown_articles(entry.articles, wording)}}));
    }
    return out;
}

Confidence confidence_of(const std::vector<Basis>& basis) {
    if (basis.empty()) return Confidence::low;
    return std::max_element(basis.begin(), basis.end(), [](const Basis& a, const Basis& b) {
               return a.confidence < b.confidence;
           })->confidence;
}

bool is_unknown(const FeeLine& line) { return line.applies == Applies::yes && !line.amount; }

std::string shown_total(const FeeTotal& total, const Procedure& procedure, const Wording& wording, std::string_view lang) {
    bool known = false;
    bool perhaps = false;
    std::string unknown;
    for (const FeeLine& line : total.lines) {
        if (line.applies == Applies::perhaps || line.exemption_open) perhaps = true;
        if (line.applies == Applies::yes && line.amount) known = true;
        if (is_unknown(line)) append(unknown, "; ", procedure.fees[line.fee].label.in(lang));
    }
    std::string out;
    if (total.amount > 0) out = wording.say("fee.amount", {{"amount", grouped(total.amount, lang)}});
    else if (unknown.empty() && (known || !perhaps)) out = wording.say("fee.free");
    if (!unknown.empty()) append(out, ". ", wording.say("fee.unknown", {{"fees", unknown}}));
    if (perhaps) append(out, ". ", wording.say(out.empty() ? "fee.depends" : "fee.perhaps"));
    return out;
}

std::string shown_extension(const Extension& extension, const Wording& wording, std::string_view lang) {
    return wording.say("time.up_to", {{"time", shown_period(extension.up_to, wording)}}) + " " + std::string{extension.because.in(lang)};
}

std::string shown_time(const TimeLine& line, const Procedure& procedure, const Wording& wording, std::string_view lang) {
    if (!line.time_case) return wording.say("time.unknown");
    const ProcessingTime& time = procedure.time;
    std::string out{time.cases[*line.time_case].label.in(lang)};
    for (const std::size_t index : line.extensions) {
        append(out, ". ", shown_extension(time.extensions[index], wording, lang));
    }
    if (line.local != nullptr) append(out, ". ", *line.local);
    return out;
}

}  // namespace danloi
