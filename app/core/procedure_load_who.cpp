// What a procedure is, the law it rests on, who handles it and by which ways one hands in.
#include "core/procedure_load_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

constexpr const char* levels = "commune|province|ministry";

// `pick` answers with a position; the struct keeps the word itself.
void read_level(Reader& reader, std::string& out) {
    if (reader.pick("level", levels, Need::required) >= 0) reader.word("level", out, Shape::slug, Need::required);
}

void read_basis(Reader& reader, Basis& out) {
    reader.word("law", out.law, Shape::slug, Need::optional);
    reader.word("articles", out.articles, Shape::line, Need::optional);
    reader.pick("confidence", "high|medium|low", out.confidence, Need::required);
    const auto& laws = reader.scope().procedure.laws;
    const bool known = std::any_of(laws.begin(), laws.end(), [&](const Law& law) { return law.id == out.law; });
    if (!out.law.empty() && !known)
        reader.fault("law", sentence("\"laws\" of this file has no entry ", Quoted{out.law}),
                     "Correct the id, or add the law to \"laws\".");
    if (out.law.empty() && !out.articles.empty())
        reader.fault("articles", "articles are given without a law", "Add \"law\", or remove \"articles\".");
}

void read_aliases(Reader& reader, Procedure& out) {
    reader.words("vi", out.aliases_vi, Shape::line, 0);
    reader.words("en", out.aliases_en, Shape::line, 0);
}

void read_law(Reader& reader, Law& out) {
    reader.word("id", out.id, Shape::slug, Need::required);
    reader.word("number", out.number, Shape::line, Need::required);
    reader.text("title", out.title);
    reader.date("date", out.date);
    reader.text("issuer", out.issuer);
    reader.word("articles", out.articles, Shape::line, Need::optional);
    reader.word("url", out.url, Shape::url, Need::optional);
}

void read_change_note(Reader& reader, ChangeNote& out) {
    reader.date("date", out.date);
    reader.text("text", out.text);
}

void read_body(Reader& reader, Body& out) {
    read_level(reader, out.level);
    reader.text("unit", out.unit);
    reader.text("note", out.note);
}

void read_authority(Reader& reader, Authority& out) {
    reader.object("decides", out.decides, read_body);
    reader.object("receives", out.receives, read_body);
    reader.list("coordinates", out.coordinates, read_body);
    reader.text("moved", out.moved);
    read_basis_list(reader, out.basis);
}

void read_channel(Reader& reader, Channel& out) {
    if (reader.pick("id", "counter|online|post|mobile|home", Need::required) >= 0)
        reader.word("id", out.id, Shape::slug, Need::required);
    reader.text("title", out.title);
    reader.text("where", out.where);
    reader.rule("when", out.when);
    reader.word("url", out.url, Shape::url, Need::optional);
    reader.text("conditions", out.conditions);
    reader.date("noPaperSince", out.no_paper_since);
    read_basis_list(reader, out.basis);
}

}  // namespace

void read_basis_list(Reader& reader, std::vector<Basis>& out, Need need) {
    reader.list("basis", out, read_basis, need == Need::required ? 1 : 0);
}

void read_identity(Reader& root, Procedure& out) {
    root.word("id", out.id, Shape::slug, Need::required);
    root.word("version", out.version, Shape::version, Need::required);
    root.word("code", out.code, Shape::code, Need::optional);
    const int status =
        root.pick("codeStatus", "unverified|verified", out.code.empty() ? Need::optional : Need::required);
    out.code_verified = status == 1;
    root.text("title", out.title);
    root.text("plainTitle", out.plain_title);
    root.text("summary", out.summary);
    root.object("aliases", out, read_aliases);
    root.word("field", out.field, Shape::slug, Need::required);
    read_level(root, out.level);
    root.words("lifeEvents", out.life_events, Shape::slug, 1);
    root.picks("audience", "citizen|foreigner|overseas|household|business|organisation", out.audience, 1);
}

void read_law_part(Reader& root, Procedure& out) {
    root.list("laws", out.laws, read_law, 1);
    root.word("decision", out.decision, Shape::line, Need::optional);
    root.date("effectiveFrom", out.effective_from);
    root.date("effectiveTo", out.effective_to);
    root.date("lastChecked", out.last_checked);
    root.date("reviewBy", out.review_by);
    root.word("owner", out.owner, Shape::line, Need::required);
    root.words("supersedes", out.supersedes, Shape::slug, 0);
    root.list("changeNotes", out.change_notes, read_change_note);
    if (out.effective_from && out.effective_to && *out.effective_to < *out.effective_from)
        root.fault("effectiveTo", "this day lies before effectiveFrom", "Correct one of the two days.");
    if (out.review_by < out.last_checked)
        root.fault("reviewBy", "this day lies before lastChecked", "Give a day after the last check.");
}

void read_who_part(Reader& root, Procedure& out) {
    root.object("authority", out.authority, read_authority);
    root.list("channels", out.channels, read_channel, 1);
}

}  // namespace danloi
