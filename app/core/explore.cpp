// The walk: depth first through all answers. When there are too many paths: pairs of answers, all paths of people who know
// every answer, and, for what was not reached, all answers to just the questions it hangs on.
#include "core/explore.hpp"

#include "core/explore_answers.hpp"
#include "core/explore_record.hpp"

#include <algorithm>

namespace danloi {

namespace {

class Walk {
public:
    Walk(const Procedure& procedure, const GuideInput& input, const ExploreLimits& limits)
        : p_(procedure), input_(input), limits_(limits), study_(procedure), recorder_(procedure, input) {
        for (std::size_t q = 0; q < p_.questions.size(); ++q) {
            answers_.push_back(standing_answers(study_, q, input.today));
            first_pair_.push_back(first_pair_.empty() ? 0 : first_pair_.back() + answers_[q - 1].size());
        }
        pair_side_ = answers_.empty() ? 0 : first_pair_.back() + answers_.back().size();
    }

    Exploration run() {
        const bool all = is_within_limit();
        if (all) walk_all(nullptr);
        else walk_some();
        Exploration result = recorder_.take();
        result.all_paths = all;
        return result;
    }

private:
    [[nodiscard]] std::optional<std::size_t> next() const { return next_question(p_, dossier_, input_); }

    [[nodiscard]] bool is_within_limit() {
        std::size_t paths = 0;
        return count(paths);
    }

    // Pairs of all answers; then every path without an "I don't know" when those are few enough; then what is left.
    void walk_some() {
        walk_pairs();
        const auto with_unknown = answers_;
        for (auto& answers : answers_)
            if (answers.size() > 1 && std::holds_alternative<Unknown>(answers.back())) answers.pop_back();
        if (is_within_limit()) walk_all(nullptr);
        answers_ = with_unknown;
        reach_what_is_left();
    }

    // Counting needs no Guide; false when there are more than the limit.
    bool count(std::size_t& paths) {
        const auto question = next();
        if (!question) return ++paths <= limits_.most_paths;
        bool within = true;
        for (const Answer& answer : answers_[*question]) {
            if (!within) break;
            dossier_.answers[p_.questions[*question].id] = answer;
            within = count(paths);
        }
        dossier_.answers.erase(p_.questions[*question].id);
        return within;
    }

    // All answers to the questions in `only` (nullptr: to all); the others get their first one.
    void walk_all(const std::vector<bool>* only) {
        if (only != nullptr && steps_left_ == 0) return;
        const auto question = next();
        if (!question) return finish_path();
        const auto& answers = answers_[*question];
        const bool branches = only == nullptr || (*only)[*question];
        for (std::size_t i = 0; i < (branches ? answers.size() : 1); ++i) {
            dossier_.answers[p_.questions[*question].id] = answers[i];
            walk_all(only);
        }
        dossier_.answers.erase(p_.questions[*question].id);
    }

    void finish_path() {
        if (steps_left_ > 0) --steps_left_;
        recorder_.record(dossier_);
    }

    void walk_pairs() {
        covered_.assign(pair_side_ * pair_side_, false);
        constexpr std::size_t idle_limit = 500;
        for (std::size_t idle = 0, paths = 0; idle < idle_limit && paths < limits_.most_paths; ++paths)
            idle = walk_new_pairs() ? 0 : idle + 1;
        dossier_.answers.clear();
    }

    // One path; at each question the answer that adds most new pairs, or now and then any answer.
    bool walk_new_pairs() {
        dossier_.answers.clear();
        std::vector<std::size_t> path;
        bool found_new = false;
        for (auto question = next(); question; question = next()) {
            const std::size_t chosen = choose(*question, path);
            found_new = mark(first_pair_[*question] + chosen, path) || found_new;
            dossier_.answers[p_.questions[*question].id] = answers_[*question][chosen];
        }
        recorder_.record(dossier_);
        return found_new;
    }

    std::size_t choose(std::size_t question, const std::vector<std::size_t>& path) {
        const std::size_t count = answers_[question].size();
        const std::size_t start = static_cast<std::size_t>(random() % count);
        if (random() % 4 == 0) return start;
        std::size_t best = start;
        std::size_t most = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t candidate = (start + i) % count;
            const std::size_t fresh = new_pairs(first_pair_[question] + candidate, path);
            if (fresh <= most) continue;
            best = candidate;
            most = fresh;
        }
        return best;
    }

    [[nodiscard]] std::size_t new_pairs(std::size_t own, const std::vector<std::size_t>& path) const {
        const auto is_new = [&](std::size_t other) { return !covered_[other * pair_side_ + own]; };
        const auto fresh = static_cast<std::size_t>(std::count_if(path.begin(), path.end(), is_new));
        return fresh + (is_new(own) ? 1U : 0U);
    }

    bool mark(std::size_t own, std::vector<std::size_t>& path) {
        const bool found_new = new_pairs(own, path) > 0;
        covered_[own * pair_side_ + own] = true;
        for (const std::size_t other : path) covered_[other * pair_side_ + own] = true;
        path.push_back(own);
        return found_new;
    }

    // Pairs do not prove that three answers together never occur: look at the questions each item hangs on.
    void reach_what_is_left() {
        for (std::size_t i = 0; i < recorder_.items().size(); ++i) {
            if (recorder_.items()[i].reached) continue;
            const std::vector<bool> only = questions_behind(recorder_.items()[i].rules);
            steps_left_ = limits_.most_paths;
            walk_all(&only);
            steps_left_ = 0;
        }
    }

    [[nodiscard]] std::vector<bool> questions_behind(const std::vector<RuleId>& rules) const {
        std::vector<bool> questions(p_.questions.size(), false);
        for (std::size_t q = p_.questions.size(); q-- > 0;) {
            const auto reads = [&](RuleId rule) { return study_.reads(rule, q); };
            if (std::any_of(rules.begin(), rules.end(), reads)) questions[q] = true;
            // A later question of the set is asked only under a condition: its questions belong to the set as well.
            for (std::size_t later = q + 1; later < questions.size() && !questions[q]; ++later)
                questions[q] = questions[later] && p_.questions[later].ask_if && reads(*p_.questions[later].ask_if);
        }
        return questions;
    }

    // splitmix64
    std::uint64_t random() {
        std::uint64_t z = (random_state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    const Procedure& p_;
    const GuideInput& input_;
    const ExploreLimits& limits_;
    RuleStudy study_;
    Recorder recorder_;
    std::vector<std::vector<Answer>> answers_;  // by question
    std::vector<std::size_t> first_pair_;       // by question: the number of its first answer among all answers
    std::size_t pair_side_ = 0;
    std::vector<bool> covered_;  // pairs of answers walked already
    std::size_t steps_left_ = 0;
    std::uint64_t random_state_ = limits_.seed;
    Dossier dossier_;
};

}  // namespace

Exploration explore(const Procedure& procedure, const GuideInput& input, const ExploreLimits& limits) {
    return Walk{procedure, input, limits}.run();
}

}  // namespace danloi
