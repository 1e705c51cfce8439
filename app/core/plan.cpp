// The order in which questions and facts are evaluated.
#include "core/plan.hpp"

namespace danloi {

namespace {

class Planner {
public:
    explicit Planner(Procedure& procedure) : p_(procedure), done_(procedure.facts.size(), false) {}

    void run() {
        p_.plan.clear();
        for (std::size_t q = 0; q < p_.questions.size(); ++q) {
            if (p_.questions[q].ask_if) add_facts_of(*p_.questions[q].ask_if);
            p_.plan.push_back({false, q});
        }
        for (std::size_t f = 0; f < p_.facts.size(); ++f) add_fact(f);
    }

private:
    void add_facts_of(RuleId rule) {
        for (const NameId name : p_.rules.names_read(rule))
            if (name >= p_.questions.size()) add_fact(name - p_.questions.size());
    }

    // A cycle is refused by the loader; marking before descending keeps even a bad definition from looping.
    void add_fact(std::size_t fact) {
        if (fact >= done_.size() || done_[fact]) return;
        done_[fact] = true;
        add_facts_of(p_.facts[fact].rule);
        p_.plan.push_back({true, fact});
    }

    Procedure& p_;
    std::vector<char> done_;
};

}  // namespace

void plan_evaluation(Procedure& procedure) { Planner{procedure}.run(); }

}  // namespace danloi
