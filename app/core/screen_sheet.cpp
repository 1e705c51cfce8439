// The sheet for paper: the person's own list with counts, who confirms, place, fee, dates and a QR code.
#include "core/qr.hpp"
#include "core/screen_parts.hpp"

#include <algorithm>
#include <array>

namespace danloi {

namespace {

std::string who_of(const ScreenContext& c, const Document& d) {
    std::string who = d.issued_by ? c.in(*d.issued_by) : "";
    for (const Text& body : d.confirmed_by) who += (who.empty() ? "" : "; ") + c.in(body);
    return who;
}

void drop_empty_last_column(Table& table) {
    if (std::any_of(table.rows.begin(), table.rows.end(), [](const auto& row) { return !row.back().empty(); })) return;
    table.columns.pop_back();
    for (auto& row : table.rows) row.pop_back();
}

Table papers_table(const ScreenContext& c) {
    Table table{"papers", c.say("checklist.title"), true, {c.say("sheet.paper"), c.say("sheet.count"), c.say("sheet.who")}, {}};
    for (const Need& need : needs_of(c.procedure(), c.dossier(), c.guide())) {
        if (need.waived) continue;
        std::array<std::string, 3> row;
        for (const std::size_t index : need.documents) {
            const Document& d = c.procedure().documents[index];
            const std::string join = row[0].empty() ? "" : " " + c.say("checklist.or") + " ";
            row[0] += join + c.in(d.name);
            if (row[1].empty()) row[1] = shown_counts(d, c.wording);
            const std::string who = who_of(c, d);
            if (!who.empty()) row[2] += (row[2].empty() ? "" : " " + c.say("checklist.or") + " ") + who;
        }
        if (!need.certain) row[0] += " (" + c.say("checklist.perhaps") + ")";
        table.rows.push_back({row[0], row[1], row[2]});
        table.pictures.push_back(picture_of(c, need));
    }
    drop_empty_last_column(table);
    return table;
}

// One answer a line: whoever takes the papers in reads it at a glance.
List situation(const ScreenContext& c) {
    List list{"situation", false, {}};
    for (const auto& [question, answer] : answers_of(c, "", false).rows) list.items.push_back(question + " " + answer);
    return list;
}

std::string laws_of(const ScreenContext& c) {
    std::string text;
    for (const Law& law : c.procedure().laws) text += (text.empty() ? "" : "; ") + law.number;
    return text;
}

void add_not_needed(const ScreenContext& c, std::vector<Block>& main) {
    std::string text;
    for (const auto& [name, _] : not_needed_of(c)) text += (text.empty() ? "" : "; ") + name;
    if (!text.empty()) main.emplace_back(Paragraph{"not-needed", c.say("sheet.not_needed") + ": " + text, Tone::body});
}

}  // namespace

Screen sheet_screen(const ScreenContext& c) {
    const Procedure& p = c.procedure();
    Screen screen{"sheet/" + p.id, c.say("sheet.title") + " · " + c.in(p.title), c.state.lang, "title", true, bar_with_back(c), {}, {}, {}};
    auto& main = screen.main;
    const std::string link = share_link(c.state);
    if (auto qr = qr_of("qr", c.say("sheet.scan"), link)) main.emplace_back(std::move(*qr));
    main.emplace_back(Paragraph{"made", c.say("sheet.title") + " · " + c.say("sheet.made", {{"date", date_text(to_iso(c.state.today))}}), Tone::secondary});
    main.emplace_back(Heading{"title", 1, c.in(p.title)});
    main.emplace_back(situation(c));
    add_outcome(c, main);
    main.emplace_back(papers_table(c));
    add_not_needed(c, main);
    main.emplace_back(Paragraph{"place", c.say("sheet.place") + ": " + places_of(c), Tone::body});
    if (auto lines = filing_lines(c); !lines.empty()) main.emplace_back(List{"filing", false, std::move(lines)});
    main.emplace_back(facts_of(c, "money-list", Detail::brief));
    main.emplace_back(WritingLines{"notes", c.say("sheet.notes"), 2});
    main.emplace_back(Paragraph{"basis", c.say("sheet.basis") + ": " + laws_of(c) + ". " + c.say("procedure.checked", {{"date", date_text(to_iso(p.last_checked))}}) +
                                             ". " + c.say("sheet.disclaimer"), Tone::secondary});
    screen.foot.emplace_back(Button{"print", c.say("sheet.print"), ButtonKind::primary, "print", act::plain("print")});
    return screen;
}

}  // namespace danloi
