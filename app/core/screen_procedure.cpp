// A procedure's page: what it is, its first question, then everything about it. The static page is made from this too.
#include "core/screen_parts.hpp"

#include <algorithm>

namespace danloi {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

void add_resume(const ScreenContext& c, std::vector<Block>& main) {
    if (!c.state.dossier.empty()) return;
    for (const auto& [id, dossier] : c.state.dossiers) {
        if (dossier.procedure != c.procedure().id) continue;
        const std::string key = "resume-" + id;
        Card card{key, Tone::info, {}};
        card.children.emplace_back(Paragraph{key + "-text", c.say("procedure.has_dossier", {{"date", date_text(dossier.created)}}), Tone::body});
        card.children.emplace_back(Button{key + "-go", c.say("procedure.resume"), ButtonKind::secondary, {}, act::with_id("resume", id)});
        main.emplace_back(std::move(card));
    }
}

void add_papers(const ScreenContext& c, std::vector<Block>& main) {
    main.emplace_back(Heading{"papers", 2, c.say("procedure.all_papers")});
    main.emplace_back(Paragraph{"papers-lead", c.say("procedure.all_papers.lead"), Tone::secondary});
    for (const Document& d : c.procedure().documents) {
        const std::string id = "doc-" + d.id;
        Card card{id, Tone::body, {}};
        card.children.emplace_back(Heading{id + "-name", 3, c.in(d.name), picture_of(c, d)});
        card.children.emplace_back(Paragraph{id + "-counts",
            joined({shown_counts(d, c.wording), d.issued_by ? c.say("checklist.issued_by", {{"who", c.in(*d.issued_by)}}) : ""}, " · "),
            Tone::secondary});
        card.children.emplace_back(Paragraph{id + "-when",
            d.because ? c.say("procedure.conditional", {{"because", c.in(*d.because)}}) : c.say("procedure.always"), Tone::secondary});
        main.emplace_back(std::move(card));
    }
}

std::string fee_text(const ScreenContext& c, const Fee& fee) {
    std::string text;
    if (fee.amount && *fee.amount == 0) text = c.say("fee.free");
    else if (fee.amount) {
        const std::string amount = grouped(*fee.amount, c.state.lang);
        text = fee.per ? c.say("fee.per", {{"amount", amount}, {"per", c.in(*fee.per)}}) : c.say("fee.amount", {{"amount", amount}});
    } else if (fee.formula) text = fee.per ? c.in(*fee.per) : c.say("fee.assumption");
    else text = fee.set_by ? c.in(*fee.set_by) : c.say("fee.ask");
    return fee.note ? text + ". " + c.in(*fee.note) : text;
}

void add_money_and_time(const ScreenContext& c, std::vector<Block>& main) {
    main.emplace_back(Heading{"fee", 2, c.say("procedure.fee")});
    Facts fees{"fee-list", {}};
    std::vector<std::string> exempt;
    for (const Fee& fee : c.procedure().fees) {
        fees.rows.emplace_back(c.in(fee.label), fee_text(c, fee));
        for (const Exemption& e : fee.exemptions) add_once(exempt, c.in(e.label));
    }
    main.emplace_back(std::move(fees));
    if (!exempt.empty()) {
        main.emplace_back(Heading{"exempt", 3, c.say("fee.exempt_who")});
        main.emplace_back(List{"exempt-list", false, std::move(exempt)});
    }
    main.emplace_back(Heading{"time", 2, c.say("procedure.time")});
    std::vector<std::string> times;
    for (const TimeCase& t : c.procedure().time.cases) times.push_back(c.in(t.label));
    for (const Extension& e : c.procedure().time.extensions) times.push_back(shown_extension(e, c.wording, c.state.lang));
    main.emplace_back(List{"time-list", false, std::move(times)});
}

void add_where(const ScreenContext& c, std::vector<Block>& main) {
    main.emplace_back(Heading{"where", 2, c.say("procedure.where")});
    Facts where{"where-list", {}};
    for (const Channel& channel : c.procedure().channels) {
        where.rows.emplace_back(c.in(channel.title),
                                joined({c.in(channel.where), channel.conditions ? c.in(*channel.conditions) : ""}, ". "));
        where.pictures.push_back(picture_of(channel));
    }
    main.emplace_back(std::move(where));
    for (const Channel& channel : c.procedure().channels) {
        if (channel.url.empty()) continue;
        Link link;
        link.id = "where-" + channel.id + "-link";
        link.label = channel.url;
        link.href = channel.url;
        main.emplace_back(std::move(link));
    }
}

void add_returns(const ScreenContext& c, std::vector<Block>& main) {
    if (c.procedure().refusals.empty()) return;
    main.emplace_back(Heading{"returns", 2, c.say("procedure.returns")});
    Facts facts{"returns-list", {}, true};
    for (const Refusal& r : c.procedure().refusals) facts.rows.emplace_back(c.in(r.reason), c.in(r.fix));
    main.emplace_back(std::move(facts));
}

void add_rest(const ScreenContext& c, std::vector<Block>& main) {
    const Procedure& p = c.procedure();
    main.emplace_back(Heading{"result", 2, c.say("procedure.result")});
    std::vector<std::string> results;
    for (const Result& r : p.results)
        results.push_back(joined({c.in(r.name), r.delivered ? c.in(*r.delivered) : "", r.validity ? c.in(*r.validity) : ""}, ". "));
    main.emplace_back(List{"result-list", false, std::move(results)});
    add_returns(c, main);
    if (p.proxy && p.proxy->who) {
        main.emplace_back(Heading{"proxy", 2, c.say("procedure.proxy")});
        main.emplace_back(Paragraph{"proxy-text", joined({c.in(*p.proxy->who), p.proxy->paper ? c.in(*p.proxy->paper) : "",
                                                          p.proxy->exceptions ? c.in(*p.proxy->exceptions) : ""}, " "), Tone::body});
    }
    if (p.recourse) {
        main.emplace_back(Heading{"recourse", 2, c.say("procedure.recourse")});
        main.emplace_back(Paragraph{"recourse-text", joined({c.in(p.recourse->where), p.recourse->time_limit ? c.in(*p.recourse->time_limit) : ""}, " "), Tone::body});
    }
    main.emplace_back(Heading{"law", 2, c.say("procedure.law")});
    std::vector<std::string> laws;
    for (const Law& law : p.laws) laws.push_back(joined({c.in(law.title), law.number}, " · "));
    main.emplace_back(List{"law-list", false, std::move(laws)});
    add_changes(c, main);
    const std::string code = p.code.empty() ? "" : c.say("procedure.code", {{"code", p.code}});
    main.emplace_back(Paragraph{"checked", joined({code, code.empty() || p.code_verified ? "" : c.say("procedure.code_unverified"),
                                                   c.say("procedure.checked", {{"date", date_text(to_iso(p.last_checked))}})}, " · "),
                                Tone::secondary});
    main.emplace_back(Paragraph{"may-change", c.say("procedure.may_change"), Tone::secondary});
}

}  // namespace

Screen procedure_screen(const ScreenContext& c) {
    const Procedure& p = c.procedure();
    Screen screen{"procedure/" + p.id, c.in(p.title) + " · " + c.say("app.name"), c.state.lang, "title", false, bar_with_back(c), {}, {}, {}};
    auto& main = screen.main;
    main.emplace_back(Heading{"title", 1, c.in(p.title)});
    main.emplace_back(Paragraph{"summary", c.in(p.summary), Tone::secondary});
    add_resume(c, main);
    const Question& first = p.questions.front();
    Card card{"first", Tone::info, {}};
    card.children.emplace_back(Paragraph{"length", c.say("procedure.questions", {{"n", std::to_string(p.questions.size())}}), Tone::secondary});
    card.children.emplace_back(Heading{"question", 2, c.in(first.text)});
    add_question(c, first, card.children);
    add_question_actions(c, first, card.children);
    if (open_dossier(c.state) != nullptr) add_saving(c, card.children);
    main.emplace_back(std::move(card));
    add_papers(c, main);
    add_money_and_time(c, main);
    add_where(c, main);
    add_steps(c, main);
    add_asked_often(c, main);
    add_rest(c, main);
    add_related(c, main);
    return screen;
}

}  // namespace danloi
