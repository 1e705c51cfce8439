// The small commands: logic, due, search, share.
#include "core/json_read.hpp"
#include "core/dossier_fields.hpp"
#include "core/search.hpp"
#include "core/share.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>

namespace danloi {

namespace {

using nlohmann::json;

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

json logic_line(const std::string& line, const Calendar& calendar, Date machine_today) {
    Problems problems;
    const auto input = read_json(line, "line", problems);
    if (!input) return {{"error", problems.empty() ? "not JSON" : problems.front().reason}};
    if (!input->is_object() || !input->contains("rule")) return {{"error", "expected {\"rule\":..,\"data\":..}"}};
    Date today = machine_today;
    if (const auto given = input->find("today"); given != input->end()) {
        const auto* text = given->get_ptr<const std::string*>();
        const auto date = text == nullptr ? std::nullopt : parse_iso(*text);
        if (!date) return {{"error", "today is not a date such as 2026-11-21"}};
        today = *date;
    }
    std::string error;
    const json result = run_logic((*input)["rule"], input->value("data", json{}), today, &calendar, error);
    return error.empty() ? json{{"result", result}} : json{{"error", error}};
}

json due_json(const Due& due) {
    json out{{"due", to_iso(due.day)}, {"mayMove", due.may_move}, {"received", to_iso(due.received)}};
    if (due.minute >= 0) out["dueAt"] = to_iso(DateTime{due.day, due.minute});
    if (!due.note_key.empty()) out["note"] = due.note_key;
    return out;
}

json answers_json(const std::map<std::string, Answer, std::less<>>& answers) {
    json out = json::object();
    Problems ignored;
    for (const auto& [id, answer] : answers) out[id] = read_json(answer_json(answer), id, ignored).value_or(json{});
    return out;
}

Exit share_encode(const Options& options) {
    const Library library = Library::of(options);
    Problems problems;
    Around around;
    const bool ready = look_around(library, options, around, problems);
    const auto procedure = library.procedure(options.words[1], Load::quick, problems);
    const auto bytes = read_file(options.value("--answers"));
    if (!bytes) problems.push_back({options.value("--answers"), "", "cannot be read", "name a file with {questionId: value}"});
    Dossier dossier;
    if (procedure && bytes) {
        if (const auto answers = read_json(*bytes, options.value("--answers"), problems))
            read_answers(*answers, options.value("--answers"), *procedure, dossier, problems);
    }
    report(problems);
    if (!ready || !procedure || !problems.empty()) return Exit::problems;
    std::cout << encode_share(share_of(*procedure, dossier, around.input)) << "\n";
    return Exit::fine;
}

Exit share_decode(const Options& options) {
    const ShareResult result = decode_share(options.words[1]);
    if (!result.shared) {
        const char* reason = result.fault == ShareFault::too_long ? "too long" : result.fault == ShareFault::newer ? "from a later version" : "damaged";
        report({{"payload", "", std::string{"is "} + reason, "ask for the link again"}});
        return Exit::problems;
    }
    std::cout << dump({{"procedure", result.shared->procedure}, {"version", result.shared->version}, {"step", result.shared->step},
                       {"answers", answers_json(result.shared->answers)}, {"facts", answers_json(result.shared->facts)}}) << "\n";
    return Exit::fine;
}

}  // namespace

Exit logic_command(const Options& options) {
    Problems problems;
    const Calendar calendar = Library::of(options).calendar(problems);
    const Date today = today_of(options, problems);
    report(problems);
    for (std::string line; std::getline(std::cin, line);)
        if (!line.empty()) std::cout << dump(logic_line(line, calendar, today)) << "\n";
    return problems.empty() ? Exit::fine : Exit::problems;
}

Exit due_command(const Options& options) {
    const auto unit = parse_time_unit(options.value("--unit"));
    const std::string text = options.value("--value");
    const bool number = !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
    auto from = parse_date_time(options.value("--from"));
    Problems problems;
    Around around;
    if (!look_around(Library::of(options), options, around, problems)) return report(problems), Exit::problems;
    if (const auto day = parse_iso(options.value("--from")); !from && day) from = DateTime{*day, around.input.hours.morning.open};
    if (!from || !unit || !number || std::atoi(text.c_str()) > 5000)
        return wrong_use("danloi due --from 2026-11-21T10:30 --value 3 --unit workingDay|day|hour [--locality CODE]\n");
    const Due result = due(around.calendar, *from, std::atoi(text.c_str()), *unit, nullptr, around.input.hours);
    if (options.has("--json")) std::cout << dump(due_json(result)) << "\n";
    else std::cout << (result.minute >= 0 ? to_iso(DateTime{result.day, result.minute}) : to_iso(result.day))
                   << (result.may_move ? " (may move)" : "") << "\n";
    return Exit::fine;
}

Exit search_command(const Options& options) {
    if (options.words.empty()) return wrong_use("danloi search QUERY [--limit N] [--lang vi|en] [--json]\n");
    std::string query;
    for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
    const Library library = Library::of(options);
    const std::string lang = options.value("--lang", "vi");
    Problems problems;
    Catalogue catalogue;
    for (const DefinitionFile& file : library.definitions({}, library.shared_documents(problems), problems))
        if (const auto p = load_definition(file, Load::quick, problems)) catalogue.entries.push_back(entry_of(*p, {}));
    report(problems);
    const std::string limit = options.value("--limit", "10");
    const auto hits = search(catalogue, query, lang, static_cast<std::size_t>(std::max(1, std::atoi(limit.c_str()))));
    json list = json::array();
    for (const Hit& hit : hits) {
        const CatalogueEntry& entry = catalogue.entries[hit.entry];
        list.push_back({{"id", entry.id}, {"title", std::string{entry.title.in(lang)}}, {"score", hit.score}});
        if (!options.has("--json")) std::cout << entry.id << "  " << entry.title.in(lang) << "\n";
    }
    if (options.has("--json")) std::cout << dump(list) << "\n";
    return problems.empty() ? Exit::fine : Exit::problems;
}

Exit share_command(const Options& options) {
    const bool two = options.words.size() == 2;
    if (two && options.words[0] == "encode") return share_encode(options);
    if (two && options.words[0] == "decode") return share_decode(options);
    return wrong_use("danloi share encode ID --answers FILE\ndanloi share decode PAYLOAD\n");
}

}  // namespace danloi
