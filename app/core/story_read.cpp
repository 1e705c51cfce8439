// Reading the story table of a definition.
#include "core/story_read.hpp"

#include "core/limits.hpp"
#include "core/procedure.hpp"
#include "core/reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace danloi {

namespace {

using nlohmann::json;

constexpr std::int64_t most_vnd = 1'000'000'000'000;

bool is_option(const Question& question, const json& value) {
    if (!value.is_string()) return false;
    const auto same = [&](const Option& option) { return option.value == value.get_ref<const std::string&>(); };
    return std::any_of(question.options.begin(), question.options.end(), same);
}

// What an answer to this kind of question looks like, for the message.
const char* wanted_by(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::choice: return "the value of one of the question's options";
        case QuestionKind::many: return "a list of values of the question's options";
        case QuestionKind::yes_no: return "true or false";
        case QuestionKind::date: return "a day as \"YYYY-MM-DD\"";
        case QuestionKind::number: return "a number";
        case QuestionKind::text: return "a text";
        case QuestionKind::place: return "the code of a place as a text";
    }
    return "";
}

bool fits(const Question& question, const json& value) {
    switch (question.kind) {
        case QuestionKind::choice: return is_option(question, value);
        case QuestionKind::many:
            return value.is_array() &&
                   std::all_of(value.begin(), value.end(), [&](const json& item) { return is_option(question, item); });
        case QuestionKind::yes_no: return value.is_boolean();
        case QuestionKind::date: return value.is_string() && parse_iso(value.get_ref<const std::string&>());
        case QuestionKind::number: return value.is_number();
        case QuestionKind::text:
        case QuestionKind::place: return value.is_string();
    }
    return false;
}

Answer answer_of(const json& value) {
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_number()) return value.get<double>();
    if (value.is_string()) return value.get<std::string>();
    std::vector<std::string> list;
    for (const json& item : value) list.push_back(item.get<std::string>());
    return list;
}

void read_answers(Reader& story, StoryTest& out) {
    const json* answers = story.member("answers", Need::required);
    if (answers == nullptr) return;
    if (!answers->is_object())
        return story.fault("answers", "answers are not an object", "Write {\"questionId\": answer, ...}.");
    const Procedure& procedure = story.scope().procedure;
    for (auto entry = answers->begin(); entry != answers->end(); ++entry) {
        const auto same = [&](const Question& question) { return question.id == entry.key(); };
        const auto question = std::find_if(procedure.questions.begin(), procedure.questions.end(), same);
        if (question == procedure.questions.end())
            story.fault("answers", "there is no question \"" + entry.key() + '"',
                        "Correct the id of the question, or remove the answer.");
        else if (entry.value().is_null()) out.answers.emplace(entry.key(), Unknown{});
        else if (!fits(*question, entry.value()))
            story.fault("answers", "the answer to \"" + entry.key() + "\" does not fit the question",
                        std::string{"Write "} + wanted_by(question->kind) + ", or null for \"I don't know\".");
        else out.answers.emplace(entry.key(), answer_of(entry.value()));
    }
}

void refer_to_documents(Reader& reader, const char* key, const std::vector<std::string>& ids) {
    const auto& documents = reader.scope().procedure.documents;
    for (const std::string& id : ids) {
        const auto same = [&](const Document& document) { return document.id == id; };
        if (std::none_of(documents.begin(), documents.end(), same))
            reader.fault(key, "there is no paper \"" + id + '"', "Correct the id, or add the paper to \"documents\".");
    }
}

void read_story_time(Reader& reader, StoryTime& out) {
    reader.whole("value", out.value, 0, 36'600, Need::required);
    if (reader.pick("unit", "workingDay|day|hour", Need::required) >= 0)
        reader.word("unit", out.unit, Shape::value, Need::required);
}

bool is_null(const json* node) { return node != nullptr && node->is_null(); }

void read_expectation(Reader& reader, StoryExpectation& out) {
    if (reader.has("documents")) {
        reader.words("documents", out.documents.emplace(), Shape::slug, 0);
        refer_to_documents(reader, "documents", *out.documents);
    } else {
        reader.member("documents", Need::optional);
    }
    reader.words("perhaps", out.perhaps, Shape::slug, 0);
    refer_to_documents(reader, "perhaps", out.perhaps);
    out.compares_fees = reader.has("fees");
    if (out.compares_fees && !is_null(reader.member("fees", Need::optional)))
        reader.whole("fees", out.fees.emplace(), 0, most_vnd, Need::optional);
    out.compares_days = reader.has("days");
    if (out.compares_days && !is_null(reader.member("days", Need::optional)))
        reader.object("days", out.days, read_story_time);
    reader.member("fees", Need::optional);
    reader.member("days", Need::optional);
    if (reader.pick("outcome", "ok|no|maybe", Need::optional) >= 0)
        reader.word("outcome", out.outcome, Shape::slug, Need::optional);
}

void read_story(Reader& reader, StoryTest& out) {
    reader.word("name", out.name, Shape::line, Need::required);
    reader.date("today", out.today);
    read_answers(reader, out);
    reader.object("expect", out.expect, read_expectation);
}

}  // namespace

void read_stories(Reader& root) { root.list("tests", root.scope().procedure.stories, read_story, 0, 1'000); }

}  // namespace danloi
