// One procedure definition as the program holds it: immutable after loading. The JSON file has the same
// names in camelCase; procedures/schema/procedure.schema.json describes it key by key.
#pragma once
#include "core/date.hpp"
#include "core/multilingual.hpp"
#include "core/question.hpp"
#include "core/rule.hpp"
#include "core/story.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace danloi {

/// How far a fact may be trusted: high stands as it is, medium and low are shown with "check with your ward".
enum class Confidence : std::uint8_t { high, medium, low };

/// Where a statement comes from. `law` names an entry of Procedure::laws and is empty for general knowledge.
struct Basis {
    std::string law;
    std::string articles;
    Confidence confidence = Confidence::low;
};

/// A legal document the procedure rests on, e.g. number "123/2015/NĐ-CP".
struct Law {
    std::string id;
    std::string number;
    Text title;
    std::optional<Date> date;
    std::optional<Text> issuer;
    std::string url;
    std::string articles;
};

/// An authority: `level` is commune, province or ministry; `unit` names the kind of body in plain words.
struct Body {
    std::string level;
    Text unit;
    std::optional<Text> note;
};

/// Who decides, who receives, who is asked; `moved` says where it was before 1 July 2025.
struct Authority {
    Body decides;
    Body receives;
    std::vector<Body> coordinates;
    std::optional<Text> moved;
    std::vector<Basis> basis;
};

/// What a duration counts in. `hour` means working hours with the same-day rule.
enum class PeriodUnit : std::uint8_t { working_day, day, hour, month, year };

/// A length of time, e.g. 3 working days.
struct Period {
    int value = 0;
    PeriodUnit unit = PeriodUnit::working_day;
};

/// A way to hand in: counter, online, post, mobile or home.
struct Channel {
    std::string id;
    Text title;
    Text where;
    std::optional<RuleId> when;
    std::string url;
    std::optional<Text> conditions;
    std::optional<Date> no_paper_since;
    std::vector<Basis> basis;
};

/// A named derived value, e.g. `late`. May read questions and facts that stand before it in the file.
struct Fact {
    std::string name;
    NameId id = 0;
    RuleId rule;
    Text meaning;
};

enum class Outcome : std::uint8_t { ok, maybe, no };

/// Who may use this procedure: the first entry whose `when` holds decides; none means ok.
struct Eligibility {
    std::string id;
    RuleId when;
    Outcome outcome = Outcome::maybe;
    Text reason;
    std::optional<Text> instead;
    std::string instead_procedure;
    std::vector<Basis> basis;
};

/// What kind of thing a paper is (CPSV-AP: evidence type), as its drawing in shell/icons.json is called; the last is any other paper.
inline constexpr const char* evidence_types =
    "card|passport|certificate|form|statement|contract|judgment|copy|medical|land-book|home|plan|vehicle|portrait|camera|phone|payment|person|paper";

enum class DocumentRole : std::uint8_t { submit, present };

/// A paper (evidence). Counts are sheets of each kind to hand in; all zero with role present means "show it".
struct Document {
    std::string id;
    std::string shared;               ///< id in the library of papers, or empty: the same paper in every procedure
    std::string type;                 ///< one of evidence_types; empty in definitions from before there were types
    Text name;
    std::vector<Text> also_known_as;
    DocumentRole role = DocumentRole::submit;
    std::optional<RuleId> when;
    std::optional<Text> because;      ///< the rule in words: "vì bé sinh ở nhà"
    std::optional<Text> not_needed;   ///< said when the rule is false: "cán bộ tự tra cứu"
    std::string group;                ///< id of a DocumentGroup, or empty
    int original = 0;
    int certified = 0;
    int plain = 0;
    std::string form_ref;
    std::optional<Text> issued_by;
    std::vector<Text> confirmed_by;
    std::optional<int> age_limit_days;
    std::vector<Text> available_from; ///< "you need not bring this if ..."
    std::optional<Text> how_to_get;
    std::string how_to_get_procedure;
    std::vector<Text> refuse_if;
    std::optional<Text> note;
    std::vector<Basis> basis;
};

/// Papers that stand for each other: any (one is enough) or all (they go together).
struct DocumentGroup {
    std::string id;
    bool any = true;
    Text title;
};

/// A question people ask at a step, with its answer.
struct Faq {
    Text question;
    Text answer;
};

/// A picture or video that explains a step; size in kilobytes, length in seconds.
struct Media {
    std::string kind;
    std::string url;
    Text title;
    Text alternative;
    int size_kb = 0;
    int length_s = 0;
};

/// One thing that happens, by the citizen or by the office.
struct Step {
    std::string id;
    bool by_office = false;
    Text title;
    Text how;
    std::optional<Text> at;
    std::optional<RuleId> when;
    bool optional = false;
    std::vector<std::string> needs;
    std::vector<std::string> results;
    std::vector<Text> warnings;
    std::vector<Media> media;
    std::vector<Faq> faq;
    std::vector<Basis> basis;
};

/// A processing time; the first case whose `when` holds applies. Without a period the time is not fixed by law.
struct TimeCase {
    std::optional<RuleId> when;
    std::optional<Period> period;
    Text label;
    std::vector<Basis> basis;
};

/// A longer time under a condition. Without `when` it may happen to anybody ("up to ...").
struct Extension {
    std::optional<RuleId> when;
    Period up_to;
    Text because;
    std::vector<Basis> basis;
};

/// Same-day results: received before `before_minute` (minutes after midnight) means the same day.
struct SameDay {
    std::optional<RuleId> when;
    int before_minute = 15 * 60;
    Text conditions;
    std::vector<Basis> basis;
};

struct ProcessingTime {
    std::string from;  ///< receipt or complete
    std::vector<TimeCase> cases;
    std::vector<Extension> extensions;
    std::optional<SameDay> same_day;
    std::optional<Text> local_commitment;
};

/// Who pays nothing. Without `when` the app cannot ask and only states it.
struct Exemption {
    std::optional<RuleId> when;
    Text label;
    std::vector<Basis> basis;
};

/// One fee in VND. Neither amount nor formula means the amount is set locally and not known here.
struct Fee {
    std::string id;
    Text label;
    std::optional<std::int64_t> amount;
    std::optional<RuleId> formula;
    std::optional<Text> per;
    std::optional<RuleId> when;
    std::string channel;  ///< id of a Channel, or empty for all
    std::vector<Exemption> exemptions;
    std::optional<Text> set_by;
    std::optional<Text> note;
    std::vector<Basis> basis;
};

struct Result {
    Text name;
    bool is_final = true;
    std::optional<Text> delivered;
    std::optional<Text> validity;
    std::vector<Basis> basis;
};

/// A usual reason to be sent home, and how to avoid it.
struct Refusal {
    Text reason;
    Text fix;
    std::vector<std::string> documents;
    std::vector<Basis> basis;
};

struct Recourse {
    Text where;
    std::optional<Text> time_limit;
    std::vector<Basis> basis;
};

/// The citizen's own time limit, counted from (or, with `before`, back from) the date that `from` yields.
struct Deadline {
    std::string id;
    Text label;
    RuleId from;
    Period period;
    bool before = false;
    std::optional<RuleId> when;
    std::optional<Text> afterwards;
    std::vector<Basis> basis;
};

/// One box of an official form: filled from a question or fact, or asked by pen.
struct FormBox {
    std::string no;
    Text label;
    std::string from;  ///< question or fact name, or empty: the person writes it
    std::optional<Text> guide;
    std::optional<Text> sample;
};

struct Form {
    std::string ref;
    Text title;
    std::vector<FormBox> boxes;
};

/// Whether somebody else may hand in, who, and with which paper.
struct Proxy {
    std::string allowed;  ///< yes, no or conditional
    std::optional<Text> who;
    std::optional<Text> paper;
    std::optional<Text> exceptions;
    std::vector<Basis> basis;
};

struct Sign {
    std::string kind;  ///< hand, electronic or either
    Text who;
};

struct Upload {
    std::vector<std::string> formats;
    std::optional<int> max_mb;
    std::optional<Text> naming;
    std::vector<Basis> basis;
};

struct Related {
    std::string procedure;
    std::string relation;  ///< before, after, linked or alternative
    Text why;
    std::optional<Text> title;  ///< what the other one is called; put in when the site is built
};

struct ChangeNote {
    Date date;
    Text text;
};

/// One step of evaluating a dossier: fill the slot of a question or compute a fact (indexes into Procedure).
struct PlanStep {
    bool is_fact = false;
    std::size_t index = 0;
};

/// Where a rule stands in the file and its JSON, kept only when a definition is loaded to be checked.
struct RuleSource {
    std::string pointer;
    std::string json;
};

/// The whole definition. `rules` holds every compiled rule and the names: the NameId of a question is its index in
/// `questions`, that of a fact is its index in `facts` plus the number of questions. Movable, not copyable.
struct Procedure {
    std::string id, version, hash;
    std::string code;
    bool code_verified = false;
    Text title, plain_title, summary;
    std::vector<std::string> aliases_vi, aliases_en;
    std::string field, level;
    std::vector<std::string> life_events, audience;
    std::vector<Law> laws;
    std::string decision, owner;
    std::vector<std::string> supersedes;
    std::optional<Date> effective_from, effective_to;
    Date last_checked, review_by;
    std::vector<ChangeNote> change_notes;
    Authority authority;
    std::vector<Channel> channels;
    std::vector<Question> questions;
    std::vector<Fact> facts;
    std::vector<Eligibility> eligibility;
    std::vector<DocumentGroup> groups;
    std::vector<Document> documents;
    std::vector<Step> steps;
    ProcessingTime time;
    std::vector<Fee> fees;
    std::vector<Result> results;
    std::vector<Refusal> refusals;
    std::optional<Recourse> recourse;
    std::vector<Deadline> deadlines;
    std::vector<Form> forms;
    std::optional<Proxy> proxy;
    std::vector<Sign> sign;
    std::optional<Upload> upload;
    std::vector<Related> related;
    RuleBook rules;
    std::vector<StoryTest> stories;        ///< filled only when loaded to be checked (procedure_check.hpp)
    std::vector<RuleSource> rule_sources;  ///< by RuleId::index; likewise
    std::vector<PlanStep> plan;  ///< set by plan_evaluation; facts stand before the first askIf that reads them
};

}  // namespace danloi
