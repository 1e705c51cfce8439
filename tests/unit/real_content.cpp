// The real content for tests.
#include "real_content.hpp"

namespace danloi::test {

std::string source_file(const std::string& path) {
    std::ifstream file{std::string{DANLOI_SOURCE_DIR} + "/" + path, std::ios::binary};
    EXPECT_TRUE(file.is_open()) << path;
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

nlohmann::json source_json(const std::string& path) {
    Problems problems;
    auto json = read_json(source_file(path), path, problems);
    for (const Problem& problem : problems) ADD_FAILURE() << path << " " << problem.pointer << ": " << problem.reason;
    return json.value_or(nlohmann::json{});
}

const std::vector<std::string>& procedure_ids() {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator{std::string{DANLOI_SOURCE_DIR} + "/procedures"})
            if (entry.path().extension() == ".json") found.push_back(entry.path().stem().string());
        std::sort(found.begin(), found.end());
        return found;
    }();
    return ids;
}

const SharedDocuments& shared_documents() {
    static const SharedDocuments library = [] {
        Problems problems;
        auto read = load_shared_documents(source_json("content/documents.json"), "documents.json", problems);
        for (const Problem& problem : problems) ADD_FAILURE() << "documents.json " << problem.pointer << ": " << problem.reason;
        return read;
    }();
    return library;
}

std::string definition_bytes(const std::string& id) {
    const std::string file = "procedures/" + id + ".json";
    return expand_shared(source_file(file), file, shared_documents()).bytes;
}

const Procedure& real(const std::string& id) {
    static std::map<std::string, std::unique_ptr<Procedure>> loaded;
    const auto found = loaded.find(id);
    if (found != loaded.end()) return *found->second;
    Problems problems;
    auto procedure = load_procedure(definition_bytes(id), id + ".json", problems);
    for (const Problem& problem : problems) ADD_FAILURE() << id << " " << problem.pointer << ": " << problem.reason;
    if (!procedure) procedure = std::make_unique<Procedure>();
    return *loaded.emplace(id, std::move(procedure)).first->second;
}

const Procedure& birth() { return real("dang-ky-khai-sinh"); }

const Calendar& calendar() {
    static const Calendar table = [] {
        Problems problems;
        return load_calendar(source_json("content/calendar.json"), "calendar.json", problems).value_or(Calendar{});
    }();
    return table;
}

nlohmann::json strings(const std::string& lang) {
    nlohmann::json out = nlohmann::json::object();
    const nlohmann::json content = source_json("content/ui.json");
    for (const auto& [key, sentence] : content["strings"].items()) out[key] = sentence[lang];
    return out;
}

Catalogue real_catalogue() {
    Catalogue catalogue;
    for (const std::string& id : procedure_ids()) {
        const Procedure& p = real(id);
        catalogue.entries.push_back({p.id, p.code, p.title, p.plain_title, p.summary, p.aliases_vi, p.aliases_en, p.field,
                                     p.life_events, p.level, p.version, "/data/tt/" + p.id + "." + p.hash + ".json"});
    }
    Problems problems;
    catalogue.life_events = load_life_events(source_json("content/life-events.json"), "life-events.json", problems);
    return catalogue;
}

std::string catalogue_file() { return catalogue_json(real_catalogue()); }

std::string names_file(const std::string& lang) { return catalogue_names_json(real_catalogue(), lang); }

std::string start_file(const std::string& lang) {
    return content_json(lang, strings(lang).dump(), calendar(), {"/data/catalogue.json", "/data/search.json", "/data/words.json"});
}

std::string words_file(const std::string& lang) {
    Problems problems;
    return hard_words_json(load_glossary(source_json("content/glossary.json"), "glossary.json", problems), lang);
}

const Wording& wording(const std::string& lang) {
    static std::map<std::string, Wording> loaded;
    Problems problems;
    if (loaded.count(lang) == 0) loaded.emplace(lang, Wording::from_json(strings(lang), "ui.json", problems));
    return loaded.find(lang)->second;
}

Date day(std::string_view iso) {
    const auto date = parse_iso(iso);
    EXPECT_TRUE(date) << iso;
    return date.value_or(Date{});
}

GuideInput on(std::string_view today, std::string_view received) {
    GuideInput input;
    input.today = day(today);
    input.calendar = &calendar();
    if (!received.empty()) input.received = parse_date_time(received);
    return input;
}

Dossier dossier_of(const Procedure& procedure, Answers answers) {
    Dossier dossier;
    dossier.id = "d1";
    dossier.procedure = procedure.id;
    dossier.version = procedure.version;
    dossier.hash = procedure.hash;
    dossier.created = "2026-11-21";
    dossier.answers = std::move(answers);
    return dossier;
}

std::vector<std::string> papers(const Procedure& procedure, const Guide& guide, Applies applies) {
    std::vector<std::string> ids;
    for (const PaperLine& line : guide.papers)
        if (line.applies == applies) ids.push_back(procedure.documents[line.document].id);
    return ids;
}

Answer random_date(const Question& question, Dice& dice, Date today) {
    const double first = std::max(question.range.min.value_or(-3000), -3000.0);
    const double last = std::min(question.range.max.value_or(3000), 3000.0);
    const auto days = static_cast<std::int64_t>(first) + static_cast<std::int64_t>(dice.below(static_cast<std::size_t>(last - first) + 1));
    const Date date = add_days(today, days);
    if (dice.one_in(2)) return to_iso(date);
    return std::to_string(day_of(date)) + "/" + std::to_string(month_of(date)) + "/" + std::to_string(year_of(date));
}

Answer random_number(const Question& question, Dice& dice) {
    const double least = question.range.min.value_or(0);
    const double most = std::min(question.range.max.value_or(50), least + 50);
    const auto number = least + static_cast<double>(dice.below(static_cast<std::size_t>(most - least) + 1));
    if (dice.one_in(2)) return number;
    return std::to_string(static_cast<int>(number));
}

Answer random_answer(const Question& question, Dice& dice, Date today) {
    if (question.unknown_allowed && dice.one_in(6)) return Unknown{};
    switch (question.kind) {
        case QuestionKind::yes_no: return dice.one_in(2);
        case QuestionKind::choice: return question.options[dice.below(question.options.size())].value;
        case QuestionKind::number: return random_number(question, dice);
        case QuestionKind::date: return random_date(question, dice, today);
        case QuestionKind::place:
        case QuestionKind::text: return std::string{"Ngõ 3 phố Lụa"};
        case QuestionKind::many: break;
    }
    std::vector<std::string> list;
    for (const Option& option : question.options)
        if (dice.one_in(3)) list.push_back(option.value);
    return list;
}

Dossier random_dossier(const Procedure& procedure, Dice& dice, const GuideInput& input) {
    Dossier dossier = dossier_of(procedure, {});
    while (const auto next = next_question(procedure, dossier, input)) {
        if (dice.one_in(15)) break;
        const Question& question = procedure.questions[*next];
        dossier.answers.insert_or_assign(question.id, random_answer(question, dice, input.today));
    }
    return dossier;
}

}  // namespace danloi::test
