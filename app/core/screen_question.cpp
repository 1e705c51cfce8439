// One question a page: progress, the question, why we ask, the answers, one primary button.
#include "core/screen_parts.hpp"
#include "core/typed_answer.hpp"
#include "core/update_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

constexpr const char* words_key = "type-words";

const Answer* answer_to(const ScreenContext& c, const Question& question) {
    const auto found = c.dossier().answers.find(question.id);
    return found == c.dossier().answers.end() ? nullptr : &found->second;
}

ChoiceOption option(std::string value, std::string label, std::string hint, bool checked, ActionJson action) {
    return {std::move(value), std::move(label), std::move(hint), checked, std::move(action)};
}

void add_yes_no(const ScreenContext& c, const Question& q, const Answer* answer, Choices& choices) {
    const auto* flag = answer == nullptr ? nullptr : std::get_if<bool>(answer);
    choices.options.push_back(option("yes", c.say("question.yes"), {}, flag != nullptr && *flag, act::choose(q.id, "yes")));
    choices.options.push_back(option("no", c.say("question.no"), {}, flag != nullptr && !*flag, act::choose(q.id, "no")));
}

void add_choice(const ScreenContext& c, const Question& q, const Answer* answer, Choices& choices) {
    const auto* text = answer == nullptr ? nullptr : std::get_if<std::string>(answer);
    for (const Option& o : q.options)
        choices.options.push_back(option(o.value, c.in(o.label), o.hint ? c.in(*o.hint) : "", text != nullptr && *text == o.value,
                                         act::choose(q.id, o.value)));
}

void add_many(const ScreenContext& c, const Question& q, const Answer* answer, Choices& choices) {
    const auto* list = answer == nullptr ? nullptr : std::get_if<std::vector<std::string>>(answer);
    for (const Option& o : q.options) {
        const bool on = list != nullptr && std::find(list->begin(), list->end(), o.value) != list->end();
        choices.options.push_back(option(o.value, c.in(o.label), o.hint ? c.in(*o.hint) : "", on, act::check(q.id, o.value)));
    }
    const bool has_none = std::any_of(q.options.begin(), q.options.end(), [](const Option& o) { return o.value == "none"; });
    if (has_none) return;
    choices.options.push_back(option("-", c.say("question.none_of_these"), {}, list != nullptr && list->empty(), act::check(q.id, "-")));
}

Choices choices_of(const ScreenContext& c, const Question& q) {
    Choices choices;
    choices.id = "q-" + q.id;
    choices.legend = c.in(q.text);
    choices.legend_hidden = true;
    choices.many = q.kind == QuestionKind::many;
    choices.error = fault_in_words(c.state, q);
    const Answer* answer = answer_to(c, q);
    if (q.kind == QuestionKind::yes_no) add_yes_no(c, q, answer, choices);
    else if (choices.many) add_many(c, q, answer, choices);
    else add_choice(c, q, answer, choices);
    if (q.unknown_allowed) {
        const bool unknown = answer != nullptr && std::holds_alternative<Unknown>(*answer);
        choices.options.push_back(option("?", c.say("question.unknown"), {}, unknown,
                                         choices.many ? act::check(q.id, "?") : act::choose(q.id, "?")));
    }
    return choices;
}

FieldKind field_kind(QuestionKind kind) {
    if (kind == QuestionKind::date) return FieldKind::date;
    return kind == QuestionKind::number ? FieldKind::number : FieldKind::text;
}

// Numbers that can be long are also written in words: "1,5 triệu".
bool is_long_number(const Question& q) { return q.kind == QuestionKind::number && (!q.range.max || *q.range.max >= 1000); }

bool may_hold_words(const Question& q) { return q.kind == QuestionKind::date || is_long_number(q); }

// What was understood takes the place of the example, so that nothing moves under the hand.
std::string hint_of(const ScreenContext& c, const Question& q) {
    if (q.kind == QuestionKind::date) return c.say("question.date.hint");
    return is_long_number(q) ? c.say("question.number.hint") : std::string{};
}

// The browser offers only what is about the person at the device, and only where something may be kept: the one place that
// decides it. Left out, a question is about somebody else.
bool filled_in_by_browser(const State& state, const Question& q) { return q.about == About::self && !state.storage_missing; }

bool asks_for_name(const Question& q) {
    return q.purpose == "name" || q.purpose.ends_with("-name");
}

// Digits come first; one press brings the letters, for "ngày 3 tháng 9".
std::string keys_of(const ScreenContext& c, const Question& q) {
    if (q.kind == QuestionKind::text || (may_hold_words(q) && c.is_open(words_key))) return device_keys(c);
    return device_keys(c, is_long_number(q) ? "decimal" : "numeric");
}

Field place_of(const ScreenContext& c, const Question& q) {
    const Answer* answer = answer_to(c, q);
    const auto* code = answer == nullptr ? nullptr : std::get_if<std::string>(answer);
    Field field = place_field(c, q.id, code == nullptr ? "" : *code);
    field.error = fault_in_words(c.state, q);
    field.personal = q.personal;
    return field;
}

Field field_of(const ScreenContext& c, const Question& q) {
    if (q.kind == QuestionKind::place) return place_of(c, q);
    Field field;
    field.id = "q-" + q.id;
    field.kind = field_kind(q.kind);
    field.label = c.in(q.text);
    field.label_hidden = true;
    field.hint = hint_of(c, q);
    if (const Answer* answer = answer_to(c, q); answer != nullptr && !std::holds_alternative<Unknown>(*answer)) {
        const auto* typed = std::get_if<std::string>(answer);
        field.value = typed != nullptr ? *typed : shown_answer(q, *answer, c.wording, c.state.lang);
        if (std::string said = understood(c.state, q, field.value); !said.empty()) field.hint = std::move(said);
    }
    field.error = fault_in_words(c.state, q);
    field.personal = q.personal;
    field.autocomplete = filled_in_by_browser(c.state, q) ? q.purpose : "";
    field.name = asks_for_name(q);
    field.keys = keys_of(c, q);
    field.action = act::type(q.id);
    return field;
}

void add_so_far(const ScreenContext& c, std::vector<Block>& aside) {
    std::vector<std::string> papers;
    for (const Need& need : needs_of(c.procedure(), c.dossier(), c.guide()))
        if (need.certain) papers.push_back(c.in(c.procedure().documents[need.documents.front()].name));
    Card card{"so-far", Tone::body, {}};
    card.children.emplace_back(Heading{"so-far-title", 2, c.say("question.so_far")});
    if (!papers.empty()) card.children.emplace_back(List{"so-far-papers", false, std::move(papers)});
    aside.emplace_back(std::move(card));
    aside.emplace_back(boxed("so-far-facts", facts_of(c, "so-far-money")));
}

}  // namespace

void add_question(const ScreenContext& c, const Question& question, std::vector<Block>& blocks) {
    blocks.emplace_back(Paragraph{"why", c.in(question.why), Tone::secondary});
    if (question.personal) blocks.emplace_back(Paragraph{"permission", c.say("question.permission"), Tone::secondary});
    if (question.help) blocks.emplace_back(Paragraph{"help", c.in(*question.help), Tone::secondary});
    if (is_typed(question)) blocks.emplace_back(field_of(c, question));
    else blocks.emplace_back(choices_of(c, question));
    if (may_hold_words(question) && device_keys(c).empty())
        blocks.emplace_back(Button{"keys", c.say(c.is_open(words_key) ? "question.keys.digits" : "question.keys.words"),
                                   ButtonKind::quiet, {}, act::toggle(words_key)});
    if (question.kind == QuestionKind::place) add_place_state(c, blocks);
}

void add_question_actions(const ScreenContext& c, const Question& question, std::vector<Block>& blocks) {
    blocks.emplace_back(Button{"continue", c.say("question.continue"), ButtonKind::primary, {}, act::plain("continue")});
    if (is_typed(question) && question.unknown_allowed)
        blocks.emplace_back(Button{"unknown", c.say("question.unknown"), ButtonKind::quiet, {}, act::choose(question.id, "?")});
}

Screen question_screen(const ScreenContext& c) {
    const Question* question = shown_question(c.state);
    if (question == nullptr) return home_screen(c);
    const std::string name = c.in(c.procedure().title);
    Screen screen{"question/" + c.procedure().id + "/" + question->id, c.in(question->text) + " · " + name, c.state.lang, "title",
                  false, bar_with_back(c), {}, {}, {}};
    const auto& asked = c.guide().asked;
    const auto at = std::find_if(asked.begin(), asked.end(), [&](std::size_t q) { return &c.procedure().questions[q] == question; });
    const int n = static_cast<int>(at - asked.begin()) + 1;
    const int total = static_cast<int>(asked.size());
    const std::string progress = c.say("question.progress", {{"n", std::to_string(n)}, {"total", std::to_string(total)}});
    screen.main.emplace_back(Progress{"progress", progress + " · " + name, n, std::max(total, 1)});
    screen.main.emplace_back(Heading{"title", 1, c.in(question->text)});
    add_question(c, *question, screen.main);
    add_saving(c, screen.main);
    add_question_actions(c, *question, screen.foot);
    add_so_far(c, screen.aside);
    return screen;
}

}  // namespace danloi
