// What ties the parts of a definition together: ids used twice, references to nothing, circles.
#include "core/procedure_load_parts.hpp"

#include <algorithm>
#include <string_view>

namespace danloi {

namespace {

using Ids = std::vector<std::string_view>;

template <class T>
Ids ids_of(const std::vector<T>& items, std::string T::*id) {
    Ids ids;
    ids.reserve(items.size());
    for (const T& item : items) ids.push_back(item.*id);
    return ids;
}

bool holds(const Ids& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

class References {
public:
    References(const Procedure& procedure, const std::string& file, Problems& problems)
        : p_(procedure), root_(file), problems_(problems), documents_(ids_of(p_.documents, &Document::id)) {}

    void check() {
        check_unique();
        check_papers();
        check_others();
    }

    void check_order() {
        for (std::size_t i = 0; i < p_.facts.size(); ++i) check_fact(i);
        for (std::size_t i = 0; i < p_.questions.size(); ++i) check_ask_if(i);
    }

private:
    void report(const Place& where, Words reason, Words remedy) {
        problems_.push_back(where.problem(std::move(reason), std::move(remedy)));
    }

    // Empty ids were reported when they were read.
    void unique(const char* list, const char* key, const Ids& ids) {
        Ids seen;
        seen.reserve(ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto at = std::lower_bound(seen.begin(), seen.end(), ids[i]);
            if (ids[i].empty()) continue;
            if (at == seen.end() || *at != ids[i]) {
                seen.insert(at, ids[i]);
                continue;
            }
            report(root_ / list / i / key, '"' + std::string{ids[i]} + "\" is used twice as an id",
                   "Give each one an id of its own.");
        }
    }

    void check_unique() {
        unique("laws", "id", ids_of(p_.laws, &Law::id));
        unique("channels", "id", ids_of(p_.channels, &Channel::id));
        Ids names = ids_of(p_.questions, &Question::id);
        unique("questions", "id", names);
        unique("facts", "name", ids_of(p_.facts, &Fact::name));
        for (std::size_t i = 0; i < p_.facts.size(); ++i)
            if (!p_.facts[i].name.empty() && holds(names, p_.facts[i].name))
                report(root_ / "facts" / i / "name", "a question has the id \"" + p_.facts[i].name + "\" already",
                       "Give the fact another name.");
        unique("eligibility", "id", ids_of(p_.eligibility, &Eligibility::id));
        unique("groups", "id", ids_of(p_.groups, &DocumentGroup::id));
        unique("documents", "id", documents_);
        unique("steps", "id", ids_of(p_.steps, &Step::id));
        unique("fees", "id", ids_of(p_.fees, &Fee::id));
        unique("deadlines", "id", ids_of(p_.deadlines, &Deadline::id));
        unique("forms", "ref", ids_of(p_.forms, &Form::ref));
        for (std::size_t i = 0; i < p_.questions.size(); ++i) check_options(i);
    }

    void check_options(std::size_t question) {
        const auto& options = p_.questions[question].options;
        for (std::size_t i = 0; i < options.size(); ++i)
            for (std::size_t before = 0; before < i && !options[i].value.empty(); ++before)
                if (options[before].value == options[i].value)
                    report(root_ / "questions" / question / "options" / i / "value",
                           "the value \"" + options[i].value + "\" is used twice",
                           "Give each option a value of its own.");
    }

    void refer(const Place& where, std::string_view id, const Ids& ids, const char* list) {
        if (id.empty() || holds(ids, id)) return;
        std::string known;
        constexpr std::size_t most_named = 20;
        for (std::size_t i = 0; i < ids.size() && i < most_named; ++i)
            known += (i > 0 ? ", " : "") + std::string{ids[i]};
        report(where, '"' + std::string{id} + "\" names nothing in \"" + list + '"',
               known.empty() ? std::string{"Add an entry to \""} + list + "\", or remove the reference."
                             : "Correct the id or add the entry; known ids are: " + known + '.');
    }

    void check_papers() {
        const Ids groups = ids_of(p_.groups, &DocumentGroup::id);
        const Ids forms = ids_of(p_.forms, &Form::ref);
        for (std::size_t i = 0; i < p_.documents.size(); ++i) {
            refer(root_ / "documents" / i / "group", p_.documents[i].group, groups, "groups");
            refer(root_ / "documents" / i / "formRef", p_.documents[i].form_ref, forms, "forms");
        }
        for (std::size_t i = 0; i < p_.steps.size(); ++i) check_list(root_ / "steps" / i / "needs", p_.steps[i].needs);
        for (std::size_t i = 0; i < p_.refusals.size(); ++i)
            check_list(root_ / "refusals" / i / "documents", p_.refusals[i].documents);
    }

    void check_list(const Place& where, const std::vector<std::string>& ids) {
        for (std::size_t i = 0; i < ids.size(); ++i) refer(where / i, ids[i], documents_, "documents");
    }

    void check_others() {
        const Ids channels = ids_of(p_.channels, &Channel::id);
        for (std::size_t i = 0; i < p_.fees.size(); ++i)
            refer(root_ / "fees" / i / "channel", p_.fees[i].channel, channels, "channels");
        Ids names = ids_of(p_.questions, &Question::id);
        for (const Fact& fact : p_.facts) names.push_back(fact.name);
        for (std::size_t i = 0; i < p_.forms.size(); ++i)
            for (std::size_t box = 0; box < p_.forms[i].boxes.size(); ++box)
                refer(root_ / "forms" / i / "boxes" / box / "from", p_.forms[i].boxes[box].from, names,
                      "questions\" or \"facts");
    }

    // A fact may read only facts before it: then there can be no circle, and one pass settles all of them.
    void check_fact(std::size_t fact) {
        const std::size_t own = p_.questions.size() + fact;
        for (const NameId name : p_.rules.names_read(p_.facts[fact].rule)) {
            if (name < own) continue;
            report(root_ / "facts" / fact / "rule",
                   "the fact reads \"" + std::string{p_.rules.names().name(name)} +
                       "\", which is itself or stands after it: facts would run in a circle",
                   "Put the fact that is read first; if each needs the other, write one of them without it.");
        }
        last_questions_.push_back(last_question(p_.facts[fact].rule));
    }

    // One more than the index of the last question a rule hangs on, facts included.
    [[nodiscard]] std::size_t last_question(RuleId rule) const {
        std::size_t last = 0;
        for (const NameId name : p_.rules.names_read(rule)) {
            const std::size_t fact = name - p_.questions.size();
            if (name < p_.questions.size()) last = std::max<std::size_t>(last, name + std::size_t{1});
            else if (fact < last_questions_.size()) last = std::max(last, last_questions_[fact]);
        }
        return last;
    }

    void check_ask_if(std::size_t question) {
        const auto& rule = p_.questions[question].ask_if;
        if (!rule) return;
        const std::size_t last = last_question(*rule);
        if (last <= question) return;
        report(root_ / "questions" / question / "askIf",
               "whether this question is asked hangs on \"" +
                   std::string{p_.rules.names().name(static_cast<NameId>(last - 1))} +
                   "\", which is this question or comes after it",
               "Let askIf read only earlier questions, or move the other question up.");
    }

    const Procedure& p_;
    Place root_;
    Problems& problems_;
    Ids documents_;
    std::vector<std::size_t> last_questions_;  // of each fact checked so far
};

}  // namespace

void check_references(const Procedure& procedure, const std::string& file, bool names_are_sound, Problems& problems) {
    const std::size_t before = problems.size();
    References references{procedure, file, problems};
    references.check();
    if (names_are_sound && problems.size() == before) references.check_order();
}

}  // namespace danloi
