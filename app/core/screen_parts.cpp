// What the screens share.
#include "core/screen_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

const Wording& wording_of(const State& state) {
    static const Wording none;
    return state.content ? state.content->wording : none;
}

Link pill(std::string id, std::string label, std::string href, ActionJson action) {
    Link link;
    link.id = std::move(id);
    link.label = std::move(label);
    link.href = std::move(href);
    link.kind = LinkKind::pill;
    link.action = std::move(action);
    return link;
}

Link language_link(const ScreenContext& c) {
    const std::string other = c.state.lang == "vi" ? "en" : "vi";
    Link link = pill("language", c.say("nav.language"), path_of(c.state.route, other), {});
    link.lang = other;
    return link;
}

Link settings_link(const ScreenContext& c) {
    Route route = c.state.route;
    route.page = Page::settings;
    return pill("settings", c.say("nav.text_size"), path_of(c.state.route, c.state.lang), act::go(route));
}

void add(std::vector<std::pair<std::string, std::string>>& rows, std::string term, std::string value) {
    if (!value.empty()) rows.emplace_back(std::move(term), std::move(value));
}

void add_deadlines(const ScreenContext& c, std::vector<std::pair<std::string, std::string>>& rows) {
    for (const DeadlineLine& line : c.guide().deadlines) {
        const Deadline& deadline = c.procedure().deadlines[line.deadline];
        if (!line.date) continue;
        std::string value = c.say(line.passed ? "deadline.passed" : "deadline.date", {{"date", shown_day(*line.date, c.wording)}});
        if (line.passed && deadline.afterwards) value += " " + c.in(*deadline.afterwards);
        add(rows, c.in(deadline.label), std::move(value));
    }
}

// Who set an amount that is not the national one.
void add_local_fees(const ScreenContext& c, std::vector<std::pair<std::string, std::string>>& rows) {
    for (const FeeLine& line : c.guide().fees.lines)
        if (line.local != nullptr && line.applies != Applies::no)
            add(rows, c.in(c.procedure().fees[line.fee].label), line.local->said);
}

// What is known about a fee whose amount is not.
void add_unknown_fees(const ScreenContext& c, std::vector<std::pair<std::string, std::string>>& rows) {
    for (const FeeLine& line : c.guide().fees.lines) {
        if (!is_unknown(line)) continue;
        const Fee& fee = c.procedure().fees[line.fee];
        if (fee.note) add(rows, c.in(fee.label), c.in(*fee.note));
            else if (fee.set_by) add(rows, c.in(fee.label), c.in(*fee.set_by));
    }
}

std::string due_text(const ScreenContext& c) {
    const auto& due = c.guide().time.due;
    if (!due) return {};
    std::string text = c.say("due.if_today", {{"date", shown_day(due->day, c.wording)}});
    return due->may_move ? text + ". " + c.say("due.may_move") : text;
}

}  // namespace

ScreenContext::ScreenContext(const State& s) : state(s), wording(wording_of(s)) {
    if (const Dossier* open = open_dossier(s)) dossier_ = *open;
}

const Guide& ScreenContext::guide() const {
    if (!guide_) guide_ = make_guide(procedure(), dossier_, guide_input(state));
    return *guide_;
}

std::string device_keys(const ScreenContext& c, std::string usual) {
    return c.state.preferences.keyboard == "on" ? "none" : usual;
}

bool is_easy(const ScreenContext& c) { return c.state.preferences.easy == "on"; }

Button easy_button(const ScreenContext& c) {
    const bool on = is_easy(c);
    return {"easy", c.say(on ? "easy.end" : "easy.begin"), ButtonKind::pill, "letters", act::preference("easy", on ? "off" : "on")};
}

void add_once(std::vector<std::string>& lines, std::string line) {
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
}

Card boxed(std::string id, Block content) {
    Card box{std::move(id), Tone::body, {}};
    box.children.push_back(std::move(content));
    return box;
}

std::vector<Block> bar_with_back(const ScreenContext& c, std::vector<Block> pills) {
    Link back;
    back.id = "back";
    back.label = c.say("nav.back");
    back.href = path_of(c.state.route.page == Page::procedure ? Route{} : c.state.route, c.state.lang);
    back.kind = LinkKind::back;
    back.action = act::plain("back");
    std::vector<Block> bar;
    bar.emplace_back(std::move(back));
    // Four pills do not fit beside the back link on a phone: a page with its own leaves the language to the others.
    const bool room = pills.empty();
    for (Block& pill_block : pills) bar.push_back(std::move(pill_block));
    bar.emplace_back(settings_link(c));
    if (room) bar.emplace_back(language_link(c));
    return bar;
}

std::vector<Block> bar_of_home(const ScreenContext& c) {
    Link name;
    name.id = "app-name";
    name.label = c.say("app.name");
    name.href = path_of(Route{}, c.state.lang);
    name.action = act::go(Route{});
    std::vector<Block> bar;
    bar.emplace_back(std::move(name));
    bar.emplace_back(settings_link(c));
    bar.emplace_back(language_link(c));
    return bar;
}

Route sister(const ScreenContext& c, Page page) {
    return {page, c.state.route.procedure, {}, c.state.dossier};
}

Facts channels_of(const ScreenContext& c, const std::string& id) {
    Facts facts{id, {}};
    for (const ChannelLine& line : c.guide().channels) {
        if (line.applies == Applies::no) continue;
        const Channel& channel = c.procedure().channels[line.channel];
        facts.rows.emplace_back(c.in(channel.title), c.in(channel.where));
        facts.pictures.push_back(picture_of(channel));
    }
    return facts;
}

std::string places_of(const ScreenContext& c) {
    std::string places;
    for (const auto& [title, where] : channels_of(c, {}).rows) places += (places.empty() ? "" : ". ") + title + ": " + where;
    return places;
}

Facts facts_of(const ScreenContext& c, const std::string& id, Detail detail) {
    Facts facts{id, {}};
    const std::string& lang = c.state.lang;
    add(facts.rows, c.say("procedure.fee"), shown_total(c.guide().fees, c.procedure(), c.wording, lang));
    if (detail == Detail::full) add_unknown_fees(c, facts.rows);
    add_local_fees(c, facts.rows);
    add(facts.rows, c.say("procedure.time"), shown_time(c.guide().time, c.procedure(), c.wording, lang));
    add(facts.rows, c.say("due.label"), due_text(c));
    add_deadlines(c, facts.rows);
    return facts;
}

Link row_to(const ScreenContext& c, const CatalogueEntry& entry, const std::string& prefix) {
    const Route route{Page::procedure, entry.id, {}, {}};
    Link link;
    link.id = prefix + entry.id;
    link.label = c.in(entry.plain_title.empty() ? entry.title : entry.plain_title);
    link.hint = c.in(entry.title);
    if (link.hint == link.label) link.hint.clear();
    link.href = path_of(route, c.state.lang);
    link.kind = LinkKind::row;
    link.action = act::with_id("open", entry.id);
    return link;
}

std::string standing(const ScreenContext& c, const Dossier& dossier) {
    const Summary& s = dossier.summary;
    std::string text;
    if (s.answered < s.asked) text = c.say("question.progress", {{"n", std::to_string(s.answered + 1)}, {"total", std::to_string(s.asked)}});
    else if (s.have < s.needed) text = c.say("home.missing", {{"n", std::to_string(s.needed - s.have)}});
    else text = c.say("home.ready");
    const bool passed = s.deadline < to_iso(c.state.today);  // both are ISO dates
    if (!s.deadline.empty()) text += " · " + c.say(passed ? "home.deadline_passed" : "home.deadline", {{"date", date_text(s.deadline)}});
    return text;
}

void add_outcome(const ScreenContext& c, std::vector<Block>& blocks) {
    const OutcomeLine& outcome = c.guide().outcome;
    if (outcome.outcome == Outcome::ok) return;
    std::string text;
    for (const std::size_t index : outcome.reasons) {
        const Eligibility& entry = c.procedure().eligibility[index];
        if (!text.empty()) text += " ";
        text += c.in(entry.reason);
        if (entry.instead) text += " " + c.in(*entry.instead);
    }
    const bool no = outcome.outcome == Outcome::no;
    blocks.emplace_back(Notice{"outcome", no ? Tone::danger : Tone::warning, c.say(no ? "outcome.no" : "outcome.maybe"), text, false});
}

Facts answers_of(const ScreenContext& c, const std::string& id, bool personal) {
    Facts facts{id, {}};
    for (const std::size_t index : c.guide().asked) {
        const Question& question = c.procedure().questions[index];
        if (question.personal && !personal) continue;
        const auto found = c.dossier().answers.find(question.id);
        if (found == c.dossier().answers.end()) continue;
        const auto* code = question.kind == QuestionKind::place ? std::get_if<std::string>(&found->second) : nullptr;
        const PlaceName* place = code == nullptr ? nullptr : place_named(c.state, *code);
        facts.rows.emplace_back(c.in(question.text), place != nullptr ? c.in(place->name) : shown_answer(question, found->second, c.wording, c.state.lang));
    }
    return facts;
}

std::vector<std::pair<std::string, std::string>> not_needed_of(const ScreenContext& c) {
    std::vector<std::pair<std::string, std::string>> list;
    for (const PaperLine& line : c.guide().papers) {
        const Document& document = c.procedure().documents[line.document];
        if (line.applies == Applies::no && document.not_needed) list.emplace_back(c.in(document.name), c.in(*document.not_needed));
    }
    return list;
}

}  // namespace danloi
