// A dossier as named fields of JSON text.
#include "core/dossier_fields.hpp"

#include "core/action.hpp"
#include "core/json_read.hpp"
#include "core/json_write.hpp"

#include <nlohmann/json.hpp>

#include <string_view>

namespace danloi {

namespace {

using nlohmann::json;

constexpr std::string_view answer_prefix = "answer.";
constexpr std::string_view fact_prefix = "fact.";
constexpr std::string_view paper_prefix = "paper.";
constexpr std::string_view shared_prefix = "shared.";
constexpr std::string_view name_prefix = "name.";
constexpr std::string_view retired_prefix = "retired.";

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

std::string text_of(const json& value) {
    const auto* text = value.get_ptr<const std::string*>();
    return text == nullptr ? std::string{} : *text;
}

std::string text_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? std::string{} : text_of(*found);
}

int count_at(const json& object, const char* key) {
    const auto found = object.find(key);
    const auto* number = found == object.end() ? nullptr : found->get_ptr<const json::number_unsigned_t*>();
    return number == nullptr || *number > 10'000 ? 0 : static_cast<int>(*number);
}

std::optional<Answer> answer_from(const json& value) {
    if (value.is_null()) return Unknown{};
    if (const auto* flag = value.get_ptr<const bool*>()) return *flag;
    if (value.is_number()) return value.get<double>();
    if (const auto* text = value.get_ptr<const std::string*>()) {
        if (text->empty()) return std::nullopt;  // an emptied field is no answer
        return *text;
    }
    if (!value.is_array()) return std::nullopt;
    std::vector<std::string> list;
    for (const json& item : value) list.push_back(text_of(item));
    return list;
}

void read_meta(Dossier& dossier, const json& meta) {
    dossier.procedure = text_at(meta, "procedure");
    dossier.version = text_at(meta, "version");
    dossier.hash = text_at(meta, "hash");
    dossier.created = text_at(meta, "created");
}

void read_summary(Dossier& dossier, const json& snapshot) {
    if (!snapshot.is_object()) return;
    dossier.summary = {text_at(snapshot, "title"), count_at(snapshot, "asked"), count_at(snapshot, "answered"),
                       count_at(snapshot, "needed"), count_at(snapshot, "have"), text_at(snapshot, "deadline")};
}

void read_fact(Dossier& dossier, const std::string& name, const json& value) {
    if (const auto* flag = value.get_ptr<const bool*>()) dossier.carried_flags.emplace(name, *flag);
    if (const auto* text = value.get_ptr<const std::string*>()) dossier.carried_values.emplace(name, *text);
}

void read_field(Dossier& dossier, const std::string& name, const json& value) {
    if (name == "meta" && value.is_object()) return read_meta(dossier, value);
    if (name == "step") dossier.step = text_of(value);
    if (name == "snapshot") read_summary(dossier, value);
    if (name == "event") dossier.event = text_of(value);
    if (name == "follows") dossier.follows = text_of(value);
    if (name == "binned") dossier.binned = text_of(value);
    if (name == "place" && is_place_code(text_of(value))) dossier.place = text_of(value);
    if (starts_with(name, name_prefix) && value.is_object()) {
        const std::string code = name.substr(name_prefix.size());
        dossier.places.insert_or_assign(code, PlaceName{code, text_at(value, "province"), {text_at(value, "vi"), text_at(value, "en")}});
    }
    if (starts_with(name, retired_prefix) && value.is_object())
        dossier.retired.emplace(name.substr(retired_prefix.size()), Retired{text_at(value, "question"), text_at(value, "answer")});
    if (starts_with(name, fact_prefix)) read_fact(dossier, name.substr(fact_prefix.size()), value);
    if (starts_with(name, paper_prefix))
        dossier.papers.emplace(name.substr(paper_prefix.size()), paper_state(text_of(value)));
    if (starts_with(name, shared_prefix))
        dossier.shared.emplace(name.substr(shared_prefix.size()), paper_state(text_of(value)));
    if (!starts_with(name, answer_prefix)) return;
    if (auto answer = answer_from(value)) dossier.answers.emplace(name.substr(answer_prefix.size()), std::move(*answer));
}

}  // namespace

std::string answer_json(const Answer& answer) {
    std::string out;
    JsonWriter w{out};
    if (const auto* flag = std::get_if<bool>(&answer)) w.flag(*flag);
    else if (const auto* number = std::get_if<double>(&answer)) w.real(*number);
    else if (const auto* text = std::get_if<std::string>(&answer)) w.text(*text);
    else if (const auto* list = std::get_if<std::vector<std::string>>(&answer)) {
        w.open_array();
        for (const std::string& item : *list) w.text(item);
        w.close_array();
    } else w.null();
    return out;
}

std::string place_name_json(const PlaceName& place) {
    std::string out;
    JsonWriter{out}.open_object().member("province", place.province).member("vi", place.name.vi).member("en", place.name.en).close_object();
    return out;
}

std::string meta_json(const Dossier& dossier) {
    std::string meta;
    JsonWriter{meta}.open_object().member("procedure", dossier.procedure).member("version", dossier.version)
        .member("hash", dossier.hash).member("created", dossier.created).close_object();
    return meta;
}

std::string retired_json(const Retired& retired) {
    std::string out;
    JsonWriter{out}.open_object().member("question", retired.question).member("answer", retired.answer).close_object();
    return out;
}

FieldList fields_of(const Dossier& dossier) {
    FieldList fields{{"meta", meta_json(dossier)}, {"step", json_string(dossier.step)}};
    for (const auto& [id, answer] : dossier.answers) fields.emplace_back(std::string{answer_prefix} + id, answer_json(answer));
    for (const auto& [name, flag] : dossier.carried_flags)
        fields.emplace_back(std::string{fact_prefix} + name, flag ? "true" : "false");
    for (const auto& [name, text] : dossier.carried_values)
        fields.emplace_back(std::string{fact_prefix} + name, json_string(text));
    for (const auto& [id, state] : dossier.papers)
        fields.emplace_back(std::string{paper_prefix} + id, json_string(name_of(state)));
    for (const auto& [id, state] : dossier.shared)
        fields.emplace_back(std::string{shared_prefix} + id, json_string(name_of(state)));
    for (const auto& [name, text] : {std::pair{"place", &dossier.place}, {"event", &dossier.event}, {"follows", &dossier.follows}, {"binned", &dossier.binned}})
        if (!text->empty()) fields.emplace_back(name, json_string(*text));
    for (const auto& [id, retired] : dossier.retired) fields.emplace_back(std::string{retired_prefix} + id, retired_json(retired));
    for (const auto& [code, place] : dossier.places) fields.emplace_back(std::string{name_prefix} + code, place_name_json(place));
    return fields;
}

std::optional<Dossier> dossier_from_fields(const std::string& id, const std::map<std::string, std::string>& fields) {
    Dossier dossier;
    dossier.id = id;
    for (const auto& [name, text] : fields) {
        Problems ignored;
        if (const auto value = read_json(text, name, ignored)) read_field(dossier, name, *value);
    }
    if (dossier.procedure.empty()) return std::nullopt;
    return dossier;
}

}  // namespace danloi
