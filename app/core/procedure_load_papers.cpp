// Papers to hand in or show, their alternatives, forms to fill in, and who may sign, hand in for somebody and upload.
#include "core/procedure_load_parts.hpp"

#include "core/limits.hpp"

namespace danloi {

namespace {

constexpr int most_copies = 100;

void read_group(Reader& reader, DocumentGroup& out) {
    reader.word("id", out.id, Shape::slug, Need::required);
    out.any = reader.pick("need", "any|all", Need::required) != 1;
    reader.text("title", out.title);
}

void read_counts(Reader& reader, Document& out) {
    reader.whole("original", out.original, 0, most_copies, Need::optional);
    reader.whole("certified", out.certified, 0, most_copies, Need::optional);
    reader.whole("plain", out.plain, 0, most_copies, Need::optional);
}

void read_sources_of_paper(Reader& reader, Document& out) {
    reader.text("issuedBy", out.issued_by);
    reader.texts("confirmedBy", out.confirmed_by);
    reader.whole("ageLimitDays", out.age_limit_days, 1, most_days);
    reader.texts("availableFrom", out.available_from);
    reader.text("howToGet", out.how_to_get);
    reader.word("howToGetProcedure", out.how_to_get_procedure, Shape::slug, Need::optional);
}

void read_document(Reader& reader, Document& out) {
    reader.word("id", out.id, Shape::slug, Need::required);
    reader.word("shared", out.shared, Shape::slug, Need::optional);
    if (reader.pick("type", evidence_types, Need::optional) >= 0) reader.word("type", out.type, Shape::slug, Need::optional);
    reader.text("name", out.name);
    reader.texts("alsoKnownAs", out.also_known_as);
    reader.pick("role", "submit|present", out.role, Need::required);
    reader.rule("when", out.when);
    reader.text("because", out.because);
    if (reader.has("when") && !reader.has("because"))
        reader.fault(nullptr, "a paper with \"when\" has no \"because\"",
                     "Add \"because\": the rule in plain words, in both languages.");
    reader.text("notNeeded", out.not_needed);
    reader.word("group", out.group, Shape::slug, Need::optional);
    read_counts(reader, out);
    reader.word("formRef", out.form_ref, Shape::reference, Need::optional);
    read_sources_of_paper(reader, out);
    reader.texts("refuseIf", out.refuse_if);
    reader.text("note", out.note);
    read_basis_list(reader, out.basis);
}

void read_box(Reader& reader, FormBox& out) {
    reader.word("no", out.no, Shape::line, Need::required);
    reader.text("label", out.label);
    reader.word("from", out.from, Shape::camel, Need::optional);
    reader.text("guide", out.guide);
    reader.text("sample", out.sample);
}

void read_form(Reader& reader, Form& out) {
    reader.word("ref", out.ref, Shape::reference, Need::required);
    reader.text("title", out.title);
    reader.list("boxes", out.boxes, read_box);
}

void read_proxy(Reader& reader, Proxy& out) {
    if (reader.pick("allowed", "yes|no|conditional", Need::required) >= 0)
        reader.word("allowed", out.allowed, Shape::slug, Need::required);
    reader.text("who", out.who);
    reader.text("paper", out.paper);
    reader.text("exceptions", out.exceptions);
    read_basis_list(reader, out.basis);
}

void read_sign(Reader& reader, Sign& out) {
    if (reader.pick("kind", "hand|electronic|either", Need::required) >= 0)
        reader.word("kind", out.kind, Shape::slug, Need::required);
    reader.text("who", out.who);
}

void read_upload(Reader& reader, Upload& out) {
    reader.words("formats", out.formats, Shape::slug, 1);
    reader.whole("maxMB", out.max_mb, 1, 10'000);
    reader.text("naming", out.naming);
    read_basis_list(reader, out.basis);
}

}  // namespace

void read_paper_part(Reader& root, Procedure& out) {
    root.list("groups", out.groups, read_group, 0, limits::options);
    root.list("documents", out.documents, read_document, 1, 1'000);
    root.list("forms", out.forms, read_form, 0, limits::options);
    root.object("proxy", out.proxy, read_proxy);
    root.list("sign", out.sign, read_sign);
    root.object("upload", out.upload, read_upload);
}

}  // namespace danloi
