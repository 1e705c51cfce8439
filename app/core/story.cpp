// Running story tables: the Guide for each story's answers, compared with what the story expects.
#include "core/story.hpp"

#include "core/explore_answers.hpp"
#include "core/guide.hpp"

#include <algorithm>

namespace danloi {

namespace {

using Ids = std::vector<std::string>;

std::string listed(const Ids& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
    return text.empty() ? "nothing" : text;
}

Ids without(Ids ids, const Ids& others) {
    std::erase_if(ids,
                  [&](const std::string& id) { return std::find(others.begin(), others.end(), id) != others.end(); });
    return ids;
}

const char* word(Outcome outcome) {
    if (outcome == Outcome::no) return "no";
    return outcome == Outcome::ok ? "ok" : "maybe";
}

std::string in_words(const std::optional<Period>& period) {
    if (!period) return "no fixed time";
    constexpr const char* units[] = {"workingDay", "day", "hour", "month", "year"};
    return std::to_string(period->value) + ' ' + units[static_cast<std::size_t>(period->unit)];
}

class StoryRun {
public:
    StoryRun(const Procedure& procedure, std::size_t index, const Place& place, Problems& problems)
        : p_(procedure), story_(procedure.stories[index]), place_(place), problems_(problems) {}

    void run(const Calendar* calendar, const UnitTree* units) {
        Dossier dossier;
        dossier.answers = story_.answers;
        GuideInput input;
        input.today = story_.today.value_or(p_.last_checked);
        input.calendar = calendar;
        input.units = units;
        const Guide guide = make_guide(p_, dossier, input);
        compare_answers(guide);
        compare_papers(guide);
        compare_fees(guide);
        compare_days(guide);
        compare_outcome(guide);
    }

private:
    void differ(const char* key, const std::string& expected, const std::string& got, const std::string& more = {}) {
        problems_.push_back(
            (place_ / "expect" / key)
                .problem("story \"" + story_.name + "\": expected " + expected + ", got " + got + more,
                         "Correct the rules if the story is right, or the story if the law says otherwise."));
    }

    void compare_answers(const Guide& guide) {
        for (const auto& [id, answer] : story_.answers) {
            const auto asked = [&, &id = id](std::size_t question) { return p_.questions[question].id == id; };
            if (std::any_of(guide.asked.begin(), guide.asked.end(), asked)) continue;
            problems_.push_back(
                (place_ / "answers" / id)
                    .problem("story \"" + story_.name + "\": \"" + id + "\" is answered but would not be asked",
                             "Remove the answer, or give the answers that lead to this question."));
        }
    }

    [[nodiscard]] Ids papers(const Guide& guide, Applies applies) const {
        Ids ids;
        for (const PaperLine& line : guide.papers)
            if (line.applies == applies) ids.push_back(p_.documents[line.document].id);
        return ids;
    }

    void compare_list(const char* key, const Ids& expected, const Ids& got) {
        const Ids missing = without(expected, got);
        const Ids extra = without(got, expected);
        if (missing.empty() && extra.empty()) return;
        differ(key, listed(expected), listed(got),
               " (missing: " + listed(missing) + "; too many: " + listed(extra) + ')');
    }

    void compare_papers(const Guide& guide) {
        if (!story_.expect.documents) return;
        compare_list("documents", *story_.expect.documents, papers(guide, Applies::yes));
        compare_list("perhaps", story_.expect.perhaps, papers(guide, Applies::perhaps));
    }

    void compare_fees(const Guide& guide) {
        if (!story_.expect.compares_fees) return;
        const auto shown = [](std::optional<std::int64_t> total) {
            return total ? std::to_string(*total) + " VND" : "a total that is not known";
        };
        const auto got = guide.fees.complete ? std::optional{guide.fees.amount} : std::nullopt;
        if (got != story_.expect.fees) differ("fees", shown(story_.expect.fees), shown(got));
    }

    void compare_days(const Guide& guide) {
        if (!story_.expect.compares_days) return;
        const auto& days = story_.expect.days;
        const std::string expected = days ? std::to_string(days->value) + ' ' + days->unit : in_words(std::nullopt);
        const std::string got = guide.time.time_case ? in_words(p_.time.cases[*guide.time.time_case].period)
                                                     : "no case of \"time\" that applies";
        if (expected != got) differ("days", expected, got);
    }

    void compare_outcome(const Guide& guide) {
        const std::string got = word(guide.outcome.outcome);
        if (!story_.expect.outcome.empty() && story_.expect.outcome != got)
            differ("outcome", story_.expect.outcome, got);
    }

    const Procedure& p_;
    const StoryTest& story_;
    Place place_;
    Problems& problems_;
};

}  // namespace

std::size_t run_stories(const Procedure& procedure, const std::string& file, const Calendar* calendar,
                        const UnitTree* units, Problems& problems) {
    std::size_t agreeing = 0;
    for (std::size_t i = 0; i < procedure.stories.size(); ++i) {
        const std::size_t before = problems.size();
        StoryRun{procedure, i, Place{file} / "tests" / i, problems}.run(calendar, units);
        if (problems.size() == before) ++agreeing;
    }
    return agreeing;
}

}  // namespace danloi
