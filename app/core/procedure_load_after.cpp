// Money, results, reasons to be sent home, the way to complain and related procedures.
#include "core/procedure_load_parts.hpp"

#include "core/limits.hpp"

namespace danloi {

namespace {

void read_exemption(Reader& reader, Exemption& out) {
    reader.rule("when", out.when);
    reader.text("label", out.label);
    read_basis_list(reader, out.basis);
}

void read_amount(Reader& reader, Fee& out) {
    if (reader.has("amount")) reader.whole("amount", out.amount.emplace(), 0, most_vnd_fee, Need::optional);
    else reader.member("amount", Need::optional);
    reader.rule("formula", out.formula);
    if (out.amount && out.formula)
        reader.fault("formula", "a fee has both an amount and a formula", "Keep one of them.");
}

void read_fee(Reader& reader, Fee& out) {
    reader.word("id", out.id, Shape::slug, Need::required);
    reader.text("label", out.label);
    read_amount(reader, out);
    reader.text("per", out.per);
    reader.rule("when", out.when);
    reader.word("channel", out.channel, Shape::slug, Need::optional);
    reader.list("exemptions", out.exemptions, read_exemption, 0, limits::options);
    reader.text("setBy", out.set_by);
    reader.text("note", out.note);
    read_basis_list(reader, out.basis);
}

void read_result(Reader& reader, Result& out) {
    reader.text("name", out.name);
    reader.flag("final", out.is_final, Need::required);
    reader.text("delivered", out.delivered);
    reader.text("validity", out.validity);
    read_basis_list(reader, out.basis);
}

void read_refusal(Reader& reader, Refusal& out) {
    reader.text("reason", out.reason);
    reader.text("fix", out.fix);
    reader.words("documents", out.documents, Shape::slug, 0);
    read_basis_list(reader, out.basis);
}

void read_recourse(Reader& reader, Recourse& out) {
    reader.text("where", out.where);
    reader.text("timeLimit", out.time_limit);
    read_basis_list(reader, out.basis);
}

void read_related(Reader& reader, Related& out) {
    reader.word("procedure", out.procedure, Shape::slug, Need::required);
    if (reader.pick("relation", "before|after|linked|alternative", Need::required) >= 0)
        reader.word("relation", out.relation, Shape::slug, Need::required);
    reader.text("why", out.why);
    reader.text("title", out.title);
}

}  // namespace

void read_money_part(Reader& root, Procedure& out) { root.list("fees", out.fees, read_fee, 1, limits::options); }

void read_after_part(Reader& root, Procedure& out) {
    root.list("results", out.results, read_result, 1, limits::options);
    root.list("refusals", out.refusals, read_refusal, 0, limits::options);
    root.object("recourse", out.recourse, read_recourse);
    root.list("related", out.related, read_related, 0, limits::options);
}

}  // namespace danloi
