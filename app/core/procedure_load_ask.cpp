// Questions to the citizen, facts derived from the answers, and who may use the procedure.
#include "core/procedure_load_parts.hpp"

#include "core/limits.hpp"

namespace danloi {

namespace {

void read_option(Reader& reader, Option& out) {
    reader.word("value", out.value, Shape::value, Need::required);
    reader.text("label", out.label);
    reader.text("hint", out.hint);
}

void read_range(Reader& reader, Range& out) {
    reader.real("min", out.min);
    reader.real("max", out.max);
    if (out.min && out.max && *out.min > *out.max)
        reader.fault("max", "the greatest value is less than the least one", "Correct \"min\" or \"max\".");
}

bool has_options(QuestionKind kind) { return kind == QuestionKind::choice || kind == QuestionKind::many; }
bool has_range(QuestionKind kind) { return kind == QuestionKind::number || kind == QuestionKind::date; }

void read_options(Reader& reader, Question& out) {
    if (has_options(out.kind)) return reader.list("options", out.options, read_option, 2, limits::options);
    if (reader.member("options", Need::optional) != nullptr)
        reader.fault("options", "only questions of kind choice or many have options",
                     "Remove \"options\", or change \"kind\".");
}

void read_question(Reader& reader, Question& out) {
    reader.word("id", out.id, Shape::camel, Need::required);
    reader.pick("kind", "choice|many|yesNo|date|number|text|place", out.kind, Need::required);
    reader.text("text", out.text);
    reader.text("why", out.why);
    reader.text("help", out.help);
    read_options(reader, out);
    reader.rule("askIf", out.ask_if);
    reader.flag("personal", out.personal, Need::optional);
    reader.word("purpose", out.purpose, Shape::token, Need::optional);
    reader.pick("about", "self|other", out.about, Need::optional);
    reader.flag("unknownAllowed", out.unknown_allowed, Need::optional);
    reader.object("range", out.range, read_range, Need::optional);
    if (reader.has("range") && !has_range(out.kind))
        reader.fault("range", "only questions of kind number or date have a range",
                     "Remove \"range\", or change \"kind\".");
    out.name = reader.scope().procedure.rules.names().find(out.id).value_or(NameId{0});
}

void read_fact(Reader& reader, Fact& out) {
    reader.word("name", out.name, Shape::camel, Need::required);
    reader.text("meaning", out.meaning);
    reader.rule("rule", out.rule);
    out.id = reader.scope().procedure.rules.names().find(out.name).value_or(NameId{0});
}

void read_eligibility(Reader& reader, Eligibility& out) {
    reader.word("id", out.id, Shape::slug, Need::required);
    reader.rule("when", out.when);
    reader.pick("outcome", "ok|maybe|no", out.outcome, Need::required);
    reader.text("reason", out.reason);
    reader.text("instead", out.instead);
    reader.word("insteadProcedure", out.instead_procedure, Shape::slug, Need::optional);
    read_basis_list(reader, out.basis);
}

}  // namespace

void read_question_part(Reader& root, Procedure& out) {
    root.list("questions", out.questions, read_question, 0, 500);
    root.list("facts", out.facts, read_fact, 0, 500);
    root.list("eligibility", out.eligibility, read_eligibility, 0, 500);
}

}  // namespace danloi
