// Answers and papers: what a person chose, typed and ticked.
#include "core/dossier_fields.hpp"
#include "core/guide_slots.hpp"
#include "core/json_write.hpp"
#include "core/limits.hpp"
#include "core/readiness.hpp"
#include "core/shown.hpp"
#include "core/text.hpp"
#include "core/typed_answer.hpp"
#include "core/update_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

constexpr std::size_t longest_answer = 2'000;  // code points; a field of the page takes no more

const Question* find_question(const State& state, const std::string& id) {
    if (!state.procedure) return nullptr;
    const auto& all = state.procedure->questions;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Question& q) { return q.id == id; });
    return found == all.end() ? nullptr : &*found;
}

// Answers are taken only where questions are shown: one that arrives on another page must not begin a dossier there.
const Question* answerable_question(const State& state, const std::string& id) {
    const bool asking = state.route.page == Page::procedure || state.route.page == Page::question;
    return asking ? find_question(state, id) : nullptr;
}

std::optional<Answer> chosen(const Question& question, const std::string& option) {
    if (option == "?") return question.unknown_allowed ? std::optional<Answer>{Unknown{}} : std::nullopt;
    if (question.kind == QuestionKind::yes_no && option == "yes") return Answer{true};
    if (question.kind == QuestionKind::yes_no && option == "no") return Answer{false};
    if (question.kind == QuestionKind::choice && offers(question, option)) return Answer{option};
    return std::nullopt;
}

void put_answer(Turn& turn, const Question& question, Answer answer, const Moment& moment) {
    remember_edit(turn.state, is_typed(question) ? question.id : "");
    Dossier& dossier = writable_dossier(turn, moment);
    std::string json = answer_json(answer);
    dossier.answers.insert_or_assign(question.id, std::move(answer));
    turn.state.error.clear();
    save_fields(turn, {{"answer." + question.id, std::move(json)}});
}

const std::string* typed_so_far(const State& state, const Question& question) {
    const Dossier* dossier = open_dossier(state);
    if (dossier == nullptr) return nullptr;
    const auto found = dossier->answers.find(question.id);
    return found == dossier->answers.end() ? nullptr : std::get_if<std::string>(&found->second);
}

// A whole day is read out once, when it has become one.
void put_typed(Turn& turn, const Question& question, const std::string& typed, const Moment& moment) {
    const auto day_in = [&](const std::string& text) { return question.kind == QuestionKind::date ? parse_typed_date(text) : std::nullopt; };
    const std::string* before = typed_so_far(turn.state, question);
    const auto day_before = before == nullptr ? std::nullopt : day_in(*before);
    put_answer(turn, question, typed, moment);
    const auto day = day_in(typed);
    if (day && day != day_before) turn.effects.emplace_back(AnnounceEffect{understood(turn.state, question, typed)});
}

std::string missing_fault(const Question& question) {
    switch (question.kind) {
        case QuestionKind::date: return "question.error.date";
        case QuestionKind::number: return "question.error.number";
        case QuestionKind::text: return "question.error.text";
        case QuestionKind::place: return "question.error.place";
        case QuestionKind::choice:
        case QuestionKind::many:
        case QuestionKind::yes_no: break;
    }
    return "question.error.choose";
}

}  // namespace

const Question* shown_question(const State& state) {
    if (!state.procedure || state.procedure->questions.empty()) return nullptr;
    if (state.route.page == Page::procedure) return &state.procedure->questions.front();
    return state.route.page == Page::question ? find_question(state, state.route.question) : nullptr;
}

std::string answer_fault(const State& state, const Question& question) {
    const Dossier* dossier = open_dossier(state);
    if (dossier == nullptr) return missing_fault(question);
    const auto found = dossier->answers.find(question.id);
    if (found == dossier->answers.end()) return missing_fault(question);
    const auto* typed = std::get_if<std::string>(&found->second);
    if (typed == nullptr || question.kind == QuestionKind::choice) return {};
    return typed_fault(question, *typed, state.today);
}

void settle_answer(Turn& turn, const Question& question) {
    const std::string* typed = typed_so_far(turn.state, question);
    if (typed == nullptr || only_read(turn.state, turn.state.dossier)) return;
    Answer day{settled_day(question, *typed, turn.state.today)};
    if (std::get<std::string>(day).empty()) return;
    remember_edit(turn.state, question.id);
    std::string json = answer_json(day);
    turn.state.dossiers.find(turn.state.dossier)->second.answers.insert_or_assign(question.id, std::move(day));
    save_fields(turn, {{"answer." + question.id, std::move(json)}});
}

Dossier& writable_dossier(Turn& turn, const Moment& moment) {
    State& state = turn.state;
    if (const auto found = state.dossiers.find(state.dossier); found != state.dossiers.end()) return found->second;
    Dossier dossier;
    dossier.id = moment.fresh;
    dossier.procedure = state.procedure->id;
    dossier.version = state.procedure->version;
    dossier.hash = state.procedure->hash;
    dossier.created = to_iso(state.today);
    take_along(state, dossier);
    state.dossier = dossier.id;
    state.route.dossier = dossier.id;
    turn.effects.emplace_back(PinEffect{dossier.procedure, dossier.hash});
    turn.effects.emplace_back(SaveEffect{dossier.id, fields_of(dossier)});
    turn.effects.emplace_back(UrlEffect{path_of(state.route, state.lang), state.route, true});
    return state.dossiers.insert_or_assign(dossier.id, std::move(dossier)).first->second;
}

void save_fields(Turn& turn, std::vector<std::pair<std::string, std::string>> fields) {
    State& state = turn.state;
    const auto found = state.dossiers.find(state.dossier);
    if (found == state.dossiers.end() || !state.procedure || !state.content) return;
    Dossier& dossier = found->second;
    state.saving = Saving::pending;
    // Going back to an older definition: its snapshot is made when it is there again.
    if (state.procedure->hash != dossier.hash) return void(turn.effects.emplace_back(SaveEffect{dossier.id, std::move(fields)}));
    const Guide guide = make_guide(*state.procedure, dossier, guide_input(state));
    dossier.summary = summarise(*state.procedure, dossier, guide, state.lang);
    fields.emplace_back("snapshot", snapshot_json(*state.procedure, dossier, guide, state.content->wording, state.lang));
    turn.effects.emplace_back(SaveEffect{dossier.id, std::move(fields)});
}

void on_choose(Turn& turn, const Choose& action, const Moment& moment) {
    const Question* question = answerable_question(turn.state, action.question);
    if (question == nullptr) return;
    const bool typed = is_typed(*question);
    if (typed && action.option != "?") return;
    auto answer = chosen(*question, action.option);
    if (!answer) return;
    put_answer(turn, *question, std::move(*answer), moment);
    if (typed) on_continue(turn);  // "I don't know" beside a field is a button of its own
}

void on_check(Turn& turn, const Check& action, const Moment& moment) {
    const Question* question = answerable_question(turn.state, action.question);
    if (question == nullptr || question->kind != QuestionKind::many) return;
    if (action.option == "?") {
        if (question->unknown_allowed && action.on) return put_answer(turn, *question, Unknown{}, moment);
        return put_answer(turn, *question, std::vector<std::string>{}, moment);
    }
    if (action.option == "-") return put_answer(turn, *question, std::vector<std::string>{}, moment);
    if (!offers(*question, action.option)) return;
    std::vector<std::string> list;
    if (const Dossier* dossier = open_dossier(turn.state)) {
        const auto found = dossier->answers.find(question->id);
        const auto* old = found == dossier->answers.end() ? nullptr : std::get_if<std::vector<std::string>>(&found->second);
        if (old != nullptr) list = *old;
    }
    list.erase(std::remove(list.begin(), list.end(), action.option), list.end());
    if (action.on) list.push_back(action.option);
    put_answer(turn, *question, std::move(list), moment);
}

const Question* shown_place_question(const State& state, const std::string& id) {
    const Question* question = shown_question(state);
    return question != nullptr && question->id == id && question->kind == QuestionKind::place ? question : nullptr;
}

void on_type(Turn& turn, const Type& action, const Moment& moment) {
    const bool place = action.question == filing_place || shown_place_question(turn.state, action.question) != nullptr;
    if (place) return look_up(turn, "place", turn.state.place_query = first_bytes(action.value, 200));
    const Question* question = answerable_question(turn.state, action.question);
    if (question == nullptr || !is_typed(*question) || count_code_points(action.value) > longest_answer) return;
    if (!action.value.empty()) return put_typed(turn, *question, action.value, moment);
    if (open_dossier(turn.state) == nullptr) return;
    remember_edit(turn.state, question->id);
    writable_dossier(turn, moment).answers.erase(question->id);
    save_fields(turn, {{"answer." + question->id, "\"\""}});
}

void on_tick(Turn& turn, const Tick& action) {
    const auto found = turn.state.dossiers.find(turn.state.dossier);
    if (found == turn.state.dossiers.end() || !turn.state.procedure) return;
    const auto& documents = turn.state.procedure->documents;
    const bool known = std::any_of(documents.begin(), documents.end(), [&](const Document& d) { return d.id == action.document; });
    if (!known) return;
    remember_edit(turn.state);
    found->second.papers.insert_or_assign(action.document, action.state);
    save_fields(turn, {{"paper." + action.document, json_string(name_of(action.state))}});
}

}  // namespace danloi
