// The Guide as JSON, and answers from JSON.
#include "core/guide_slots.hpp"
#include "core/typed_date.hpp"
#include "core/typed_number.hpp"
#include "core/json_write.hpp"
#include "core/shown.hpp"
#include "tool/commands.hpp"

#include <algorithm>

namespace danloi {

namespace {

constexpr const char* outcome_names[] = {"ok", "maybe", "no"};
constexpr const char* unit_names[] = {"workingDay", "day", "hour", "month", "year"};

struct WalkWriter {
    JsonWriter& w;
    const Procedure& p;
    const Dossier& dossier;
    const GuideInput& input;
    const Wording& wording;
    const std::string& lang;
    const Guide& guide;

    std::string in(const Text& text) const { return std::string{text.in(lang)}; }

    void questions(const char* key, const std::vector<std::size_t>& list) const {
        w.key(key).open_array();
        for (const std::size_t q : list) w.text(p.questions[q].id);
        w.close_array();
    }

    void why(const Document& d) const {
        w.key("why").open_object().key("answers").open_object();
        if (d.when) {
            for (const std::size_t q : why_of(p, dossier, input, *d.when).answered) {
                const Question& question = p.questions[q];
                w.member(question.id, shown_answer(question, dossier.answers.find(question.id)->second, wording, lang));
            }
        }
        w.close_object().member("rule", d.because ? in(*d.because) : wording.say("procedure.always"));
        w.member("law", shown_basis(d.basis, p, wording, lang)).close_object();
    }

    void document(const PaperLine& line) const {
        const Document& d = p.documents[line.document];
        w.open_object().member("id", d.id).member("name", in(d.name));
        w.member("role", d.role == DocumentRole::submit ? "submit" : "present");
        w.member("original", d.original).member("certified", d.certified).member("plain", d.plain).member("group", d.group);
        w.key("certain").flag(line.applies == Applies::yes);
        why(d);
        w.close_object();
    }

    void outcome() const {
        w.key("outcome").open_object().member("kind", outcome_names[static_cast<std::size_t>(guide.outcome.outcome)]);
        w.key("reasons").open_array();
        for (const std::size_t e : guide.outcome.reasons) w.text(in(p.eligibility[e].reason));
        w.close_array().close_object();
    }

    void fee_line(const FeeLine& line) const {
        const Fee& fee = p.fees[line.fee];
        w.open_object().member("id", fee.id).member("label", in(fee.label)).key("amount");
        if (line.amount) w.number(*line.amount);
        else w.null();
        w.key("certain").flag(line.applies == Applies::yes && !line.exemption_open);
        if (line.exempted) w.member("exempted", in(fee.exemptions[*line.exempted].label));
        w.close_object();
    }

    void fees() const {
        w.key("fees").open_object().key("total");
        if (guide.fees.complete) w.number(guide.fees.amount);
        else w.null();
        w.member("currency", "VND").key("lines").open_array();
        for (const FeeLine& line : guide.fees.lines)
            if (line.applies != Applies::no) fee_line(line);
        w.close_array().key("assumptions").open_array();
        for (const FeeLine& line : guide.fees.lines) {
            const Fee& fee = p.fees[line.fee];
            if (line.applies != Applies::no && fee.note) w.text(in(*fee.note));
            if (line.applies != Applies::no && !line.amount && fee.set_by) w.text(in(*fee.set_by));
        }
        w.close_array().close_object();
    }

    void time() const {
        w.key("time");
        const auto& chosen = guide.time.time_case;
        const auto period = chosen ? p.time.cases[*chosen].period : std::nullopt;
        if (period) w.open_object().member("value", period->value).member("unit", unit_names[static_cast<std::size_t>(period->unit)]).close_object();
        else w.null();
        w.key("due");
        if (guide.time.due) w.text(to_iso(guide.time.due->day));
        else w.null();
    }

    void deadlines() const {
        w.key("deadlines").open_array();
        for (const DeadlineLine& line : guide.deadlines) {
            w.open_object().member("id", p.deadlines[line.deadline].id).key("date");
            if (line.date) w.text(to_iso(*line.date));
            else w.null();
            w.close_object();
        }
        w.close_array();
    }

    // The one visit that is sure: handing in at a counter. Nothing when the dossier goes in another way only.
    void trips() const {
        w.key("trips").open_array();
        for (const ChannelLine& line : guide.channels) {
            const Channel& channel = p.channels[line.channel];
            if (channel.id != "counter" || line.applies == Applies::no) continue;
            w.open_object().member("channel", channel.id).member("where", in(channel.where)).key("carry").open_array();
            for (const PaperLine& paper : guide.papers)
                if (paper.applies != Applies::no) w.text(p.documents[paper.document].id);
            w.close_array().close_object();
        }
        w.close_array();
    }
};

const Question* find_question(const Procedure& procedure, const std::string& id) {
    const auto found = std::find_if(procedure.questions.begin(), procedure.questions.end(), [&](const Question& q) { return q.id == id; });
    return found == procedure.questions.end() ? nullptr : &*found;
}

bool has_option(const Question& q, const nlohmann::json& value) {
    const auto* text = value.get_ptr<const std::string*>();
    return text != nullptr && std::any_of(q.options.begin(), q.options.end(), [&](const Option& o) { return o.value == *text; });
}

std::optional<Answer> many_answer(const Question& q, const nlohmann::json& value) {
    if (!value.is_array()) return std::nullopt;
    std::vector<std::string> list;
    for (const auto& item : value) {
        if (!has_option(q, item)) return std::nullopt;
        list.push_back(item.get<std::string>());
    }
    return list;
}

std::optional<Answer> typed_answer(const Question& q, const nlohmann::json& value) {
    if (q.kind == QuestionKind::number && value.is_number()) return value.get<double>();
    const auto* text = value.get_ptr<const std::string*>();
    if (text == nullptr || text->empty()) return std::nullopt;
    if (q.kind == QuestionKind::date && !parse_typed_date(*text)) return std::nullopt;
    if (q.kind == QuestionKind::number && !parse_typed_number(*text)) return std::nullopt;
    return *text;
}

std::optional<Answer> answer_for(const Question& q, const nlohmann::json& value) {
    if (value.is_null()) return Unknown{};
    if (q.kind == QuestionKind::yes_no) return value.is_boolean() ? std::optional<Answer>{value.get<bool>()} : std::nullopt;
    if (q.kind == QuestionKind::choice) return has_option(q, value) ? std::optional<Answer>{value.get<std::string>()} : std::nullopt;
    return q.kind == QuestionKind::many ? many_answer(q, value) : typed_answer(q, value);
}

}  // namespace

std::string walk_json(const Procedure& procedure, const Dossier& dossier, const GuideInput& input, const Wording& wording,
                      const std::string& lang) {
    const Guide guide = make_guide(procedure, dossier, input);
    std::string out;
    JsonWriter w{out};
    const WalkWriter writer{w, procedure, dossier, input, wording, lang, guide};
    w.open_object().member("id", procedure.id).member("version", procedure.version);
    writer.outcome();
    writer.questions("asked", guide.asked);
    w.key("next");
    if (guide.next) w.text(procedure.questions[*guide.next].id);
    else w.null();
    w.key("documents").open_array();
    for (const PaperLine& line : guide.papers)
        if (line.applies != Applies::no) writer.document(line);
    w.close_array();
    writer.fees();
    writer.time();
    writer.deadlines();
    writer.trips();
    w.close_object();
    return out;
}

void read_answers(const nlohmann::json& json, const std::string& file, const Procedure& procedure, Dossier& dossier,
                  Problems& problems) {
    if (!json.is_object()) return void(problems.push_back({file, "", "expected {questionId: value}", "write an object"}));
    for (const auto& [id, value] : json.items()) {
        const Question* question = find_question(procedure, id);
        if (question == nullptr) {
            problems.push_back({file, "/" + id, "is no question of " + procedure.id, "see the ids under questions"});
            continue;
        }
        if (auto answer = answer_for(*question, value)) dossier.answers.insert_or_assign(id, std::move(*answer));
        else problems.push_back({file, "/" + id, "does not fit the question's kind or options", "see the question's kind and options"});
    }
}

}  // namespace danloi
