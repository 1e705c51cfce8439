// What `danloi check` prints about everything it has proved.
#include "core/json_write.hpp"
#include "tool/checked.hpp"

#include <initializer_list>

namespace danloi {

namespace {

struct Sums {
    std::size_t questions = 0;
    std::size_t paths = 0;
    Share documents, steps, stories, components;
};

void add(Share& sum, const Share& one) {
    sum.good += one.good;
    sum.all += one.all;
}

Sums sums_of(const Checked& checked) {
    Sums out;
    for (const CheckReport& report : checked.reports) {
        out.questions += report.exploration.total(ItemKind::question);
        out.paths += report.exploration.paths;
        add(out.documents, report.documents);
        add(out.steps, report.steps);
        add(out.stories, report.stories);
        add(out.components, report.components);
    }
    return out;
}

std::string counted(std::size_t number, const char* one, const char* more) {
    return grouped(static_cast<std::int64_t>(number), "en") + ' ' + (number == 1 ? one : more);
}

std::string shared_of(const Share& share, const char* what) {
    return ", " + std::to_string(share.good) + '/' + std::to_string(share.all) + ' ' + what;
}

std::string content_part(const ContentCounts& counts) {
    return ", " + counted(counts.shared_papers, "library paper", "library papers") + " used " + counted(counts.shared_uses, "time", "times") +
           ", " + counted(counts.terms, "glossary term", "glossary terms") + ", " + counted(counts.layers, "local layer", "local layers");
}

void write(JsonWriter& w, const char* key, std::size_t number) { w.member(key, static_cast<std::int64_t>(number)); }

void write(JsonWriter& w, const char* key, const Share& share) {
    w.key(key).open_object();
    write(w, "good", share.good);
    write(w, "all", share.all);
    w.close_object();
}

void write_total(JsonWriter& w, const Checked& checked, const ContentCounts* counts) {
    const Sums sums = sums_of(checked);
    w.key("total").open_object();
    write(w, "procedures", checked.reports.size());
    write(w, "questions", sums.questions);
    write(w, "paths", sums.paths);
    write(w, "documents", sums.documents);
    write(w, "steps", sums.steps);
    write(w, "stories", sums.stories);
    write(w, "components", sums.components);
    if (counts != nullptr) {
        write(w, "libraryPapers", counts->shared_papers);
        write(w, "libraryUses", counts->shared_uses);
        write(w, "glossaryTerms", counts->terms);
        write(w, "localLayers", counts->layers);
    }
    write(w, "problems", checked.problems.size());
    w.close_object();
}

void write_problem(JsonWriter& w, const Problem& p) {
    w.open_object().member("file", p.file).member("pointer", p.pointer).member("reason", p.reason).member("remedy", p.remedy).close_object();
}

}  // namespace

std::string total_line(const Checked& checked, const ContentCounts* counts) {
    const Sums sums = sums_of(checked);
    return counted(checked.reports.size(), "procedure", "procedures") + ": " + counted(sums.questions, "question", "questions") + ", " +
           counted(sums.paths, "path", "paths") + shared_of(sums.documents, "documents") + shared_of(sums.steps, "steps") +
           shared_of(sums.stories, "stories") + shared_of(sums.components, "components") + (counts != nullptr ? content_part(*counts) : "") +
           ", " + counted(checked.problems.size(), "problem", "problems");
}

std::string check_json(const Checked& checked, const ContentCounts* counts) {
    std::string out;
    JsonWriter w{out};
    w.open_object().key("procedures").open_array();
    for (const CheckReport& report : checked.reports)
        w.open_object().member("id", report.id).member("coverage", coverage_line(report))
            .member("problems", static_cast<std::int64_t>(report.problems)).close_object();
    w.close_array();
    write_total(w, checked, counts);
    w.key("problems").open_array();
    for (const Problem& problem : checked.problems) write_problem(w, problem);
    w.close_array().close_object();
    return out;
}

}  // namespace danloi
