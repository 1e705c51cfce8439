// The painter's layout: nothing overlaps or leaves the page at any size, no word is lost, colours have their contrast,
// and damaged input is refused quietly.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "imgui/layout.hpp"
#include "imgui/screen_read.hpp"
#include "imgui/text_break.hpp"
#include "layout_screens.hpp"

namespace danloi {
namespace {

using testing_screens::Words;

constexpr float widths[] = {320, 360, 820, 1180, 1440};
constexpr float scales[] = {0.8F, 1, 1.3F, 2};
constexpr float slack = 0.02F;

std::string font_bytes(int weight) {
    std::ifstream file(std::string(DANLOI_SOURCE_DIR) + "/build/fonts/be-vietnam-pro-" + std::to_string(weight) + ".ttf", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const std::uint8_t* raw(const std::string& bytes) { return static_cast<const std::uint8_t*>(static_cast<const void*>(bytes.data())); }

/// The fonts of the interface; `make setup` makes them.
const Fonts& fonts() {
    static const std::string regular = font_bytes(400);
    static const std::string semibold = font_bytes(600);
    static const Fonts opened = [] {
        Fonts made;
        EXPECT_TRUE(made.regular.open(raw(regular), regular.size())) << "no font: run make setup";
        EXPECT_TRUE(made.semibold.open(raw(semibold), semibold.size())) << "no font: run make setup";
        return made;
    }();
    return opened;
}

Layout laid(const Screen& screen, float width, float scale = 1, float height = 740, bool easy = false) {
    return lay_out(screen, {width, height, scale, 1, Theme::light, easy}, fonts());
}

const Box* find(const Layout& layout, const std::string& key) {
    for (const Box& box : layout.boxes) {
        if (box.key == key) return &box;
    }
    return nullptr;
}

std::string joined(const Layout& layout, const Box& box) {
    std::string text;
    for (std::uint32_t i = 0; i < box.line_count; ++i) text += (i > 0 ? " " : "") + layout.texts[box.first_line + i];
    return text;
}

bool overlap(const Box& a, const Box& b) {
    return a.in_foot == b.in_foot && a.x + slack < b.x + b.w && b.x + slack < a.x + a.w && a.y + slack < b.y + b.h && b.y + slack < a.y + a.h;
}

/// Calls `check(screen, layout, width)` for every screen, width and text size, and for large print.
template <typename Check>
void at_every_size(Check check) {
    Screen paper = testing_screens::everything();
    paper.paper = true;
    for (const Screen& screen : {testing_screens::question(), testing_screens::everything(), paper}) {
        for (const float width : widths) {
            for (const float scale : scales) {
                SCOPED_TRACE(screen.id + (screen.paper ? " on paper" : "") + " at " + std::to_string(width) + " px, text x" + std::to_string(scale));
                check(screen, laid(screen, width, scale), width);
            }
            SCOPED_TRACE(screen.id + " in large print at " + std::to_string(width) + " px");
            check(screen, laid(screen, width, 1.5F, 740, true), width);
        }
    }
}

TEST(Layout, every_text_has_a_box_and_keeps_its_words) {
    at_every_size([](const Screen& screen, const Layout& layout, float) {
        const Words words(screen);
        for (const auto& [key, text] : words.all()) {
            const Box* box = find(layout, key);
            // The head of a table whose cells stand under each other is not shown.
            if (box == nullptr && key.rfind("table/h/", 0) == 0 && find(layout, "table/0/0")->w == find(layout, "table/0/1")->w) continue;
            ASSERT_NE(box, nullptr) << key;
            EXPECT_EQ(joined(layout, *box), text) << key;
        }
    });
}

TEST(Layout, keys_are_used_once) {
    at_every_size([](const Screen&, const Layout& layout, float) {
        std::set<std::string> seen;
        for (const Box& box : layout.boxes) EXPECT_TRUE(seen.insert(box.key).second) << box.key;
    });
}

TEST(Layout, nothing_leaves_the_page) {
    at_every_size([](const Screen&, const Layout& layout, float width) {
        for (const Box& box : layout.boxes) {
            EXPECT_GE(box.x, 0) << box.key;
            EXPECT_LE(box.x + box.w, width + slack) << box.key;
            EXPECT_GE(box.y, 0) << box.key;
            EXPECT_LE(box.y + box.h, (box.in_foot ? layout.foot : layout.height - layout.foot) + slack) << box.key;
            EXPECT_GT(box.h, 0) << box.key;
        }
    });
}

TEST(Layout, lines_fit_their_boxes) {
    at_every_size([](const Screen&, const Layout& layout, float) {
        for (const Box& box : layout.boxes) {
            for (std::uint32_t i = 0; i < box.line_count; ++i) {
                const float wide = text_width(fonts().of(box.weight), layout.texts[box.first_line + i], box.size);
                EXPECT_LE(wide, box.w - 2 * box.pad_x + slack) << box.key;
            }
            EXPECT_GE(box.h + slack, static_cast<float>(box.line_count) * box.leading + 2 * box.pad_y) << box.key;
        }
    });
}

TEST(Layout, texts_do_not_overlap) {
    at_every_size([](const Screen&, const Layout& layout, float) {
        for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
            for (std::size_t j = i + 1; j < layout.boxes.size(); ++j) {
                const Box& a = layout.boxes[i];
                const Box& b = layout.boxes[j];
                EXPECT_FALSE(a.line_count > 0 && b.line_count > 0 && overlap(a, b)) << a.key << " and " << b.key;
            }
        }
    });
}

TEST(Layout, controls_are_large_enough_and_apart) {
    const std::set<std::string> controls = {"back", "larger", "english", "place/0", "place/1", "place/2", "go", "help", "search", "search/s/0",
                                            "search/s/1", "born", "wed", "move", "paper.state/0", "paper.state/1", "paper.state/2",
                                            "paper.state/3", "paper.why", "many/0", "many/1", "row", "law", "print", "send", "later", "erase"};
    at_every_size([&](const Screen&, const Layout& layout, float) {
        std::vector<const Box*> found;
        for (const Box& box : layout.boxes) {
            if (controls.count(box.key) > 0) found.push_back(&box);
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            EXPECT_GE(found[i]->h + slack, 48) << found[i]->key;
            EXPECT_GE(found[i]->w + slack, 48) << found[i]->key;
            for (std::size_t j = i + 1; j < found.size(); ++j) EXPECT_FALSE(overlap(*found[i], *found[j])) << found[i]->key << " and " << found[j]->key;
        }
    });
}

TEST(Layout, columns_and_foot_follow_the_width) {
    const Screen screen = testing_screens::question();
    const Layout phone = laid(screen, 360);
    EXPECT_GT(phone.foot, 100);
    EXPECT_TRUE(find(phone, "go")->in_foot);
    EXPECT_GT(find(phone, "so.far")->y, find(phone, "place/2")->y);

    const Layout tablet = laid(screen, 820);
    EXPECT_EQ(tablet.foot, 0);
    EXPECT_FALSE(find(tablet, "go")->in_foot);
    EXPECT_FLOAT_EQ(find(tablet, "place/0")->w, 720);

    const Layout wide = laid(screen, 1180);
    EXPECT_FLOAT_EQ(find(wide, "so.far")->w, 380);
    EXPECT_FLOAT_EQ(find(wide, "so.far")->x - find(wide, "place/0")->x, 720 + 24);
    EXPECT_FLOAT_EQ(find(wide, "so.far")->y, find(wide, "far")->y);
}

TEST(Layout, large_print_is_heavier_wider_apart_and_in_one_column) {
    const Screen screen = testing_screens::question();
    const Layout usual = laid(screen, 1180, 1.5F);
    const Layout easy = laid(screen, 1180, 1.5F, 740, true);
    EXPECT_EQ(find(usual, "why")->weight, 400);
    for (const Command& command : easy.commands) {
        if (command.kind == Command::Kind::text) { EXPECT_EQ(command.weight, 600); }
    }
    EXPECT_FLOAT_EQ(find(easy, "why")->leading, find(usual, "why")->leading * 1.15F);
    EXPECT_FLOAT_EQ(find(easy, "so.far")->x, find(easy, "place/0")->x) << "what stands beside comes below";
    EXPECT_GT(find(easy, "so.far")->y, find(easy, "go")->y);
}

TEST(Layout, a_foot_too_tall_for_the_viewport_scrolls) {
    const Layout low = laid(testing_screens::question(), 360, 1, 240);
    EXPECT_EQ(low.foot, 0);
    EXPECT_FALSE(find(low, "go")->in_foot);
}

TEST(Layout, same_input_same_layout) {
    EXPECT_EQ(layout_json(laid(testing_screens::everything(), 360)), layout_json(laid(testing_screens::everything(), 360)));
}

TEST(Layout, text_outside_the_font_is_left_to_the_browser) {
    Screen screen;
    screen.main = {Paragraph{"cham", "Tiếng Chăm: ꨌꩌ"}, Paragraph{"viet", "Tiếng Việt"}};
    const Layout layout = laid(screen, 360);
    EXPECT_TRUE(find(layout, "cham")->outside);
    EXPECT_FALSE(find(layout, "viet")->outside);
    int texts = 0;
    for (const Command& command : layout.commands) texts += command.kind == Command::Kind::text ? 1 : 0;
    EXPECT_EQ(texts, 1);
}

TEST(TextBreak, a_long_word_is_broken_at_code_points) {
    const std::string word(60, 'w');
    std::string whole;
    const std::vector<TextLine> lines = break_lines(fonts().regular, "mã " + word + " ạ", 20, 200);
    ASSERT_GT(lines.size(), 3U);
    EXPECT_EQ(lines.front().text, "mã");
    for (const TextLine& line : lines) {
        EXPECT_LE(line.width, 200 + slack);
        whole += line.text;
    }
    EXPECT_EQ(whole, "mã" + word + " ạ");
}

TEST(TextBreak, white_space_runs_together_and_a_no_break_space_holds) {
    const std::vector<TextLine> lines = break_lines(fonts().regular, "  một \n hai ", 20, 500);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].text, "một hai");
    EXPECT_EQ(break_lines(fonts().regular, "10\u00A0000\u00A0đồng", 20, 60).front().text.find(' '), std::string::npos);
    EXPECT_TRUE(break_lines(fonts().regular, "  ", 20, 500).empty());
}

TEST(FontFace, a_damaged_font_is_refused_or_read_within_bounds) {
    const std::string whole = font_bytes(400);
    for (std::size_t size = 0; size < whole.size(); size += 97) {
        const std::string part = whole.substr(0, size);
        FontFace face;
        const bool opened = face.open(raw(part), part.size());
        EXPECT_GE(face.advance(face.glyph(U'ạ')), 0) << opened;
    }
}

TEST(Theme, text_has_seven_to_one_and_marks_three_to_one) {
    using enum Ink;
    for (const Theme theme : {Theme::light, Theme::dark, Theme::contrast, Theme::paper}) {
        const auto ratio = [&](Ink ink, Ink back) { return contrast_ratio(colour(theme, ink), colour(theme, back)); };
        const std::string name = "theme " + std::to_string(static_cast<int>(theme)) + ", ink ";
        for (const Ink ink : {text, secondary, primary, ok, warning, danger}) {
            for (const Ink back : {page, card}) EXPECT_GE(ratio(ink, back), 7) << name << static_cast<int>(ink);
        }
        for (const Ink back : {tint, ok_back, warning_back, danger_back}) EXPECT_GE(ratio(text, back), 7) << name << static_cast<int>(back);
        EXPECT_GE(ratio(secondary, tint), 7) << name;
        EXPECT_GE(ratio(primary, tint), 7) << name;
        EXPECT_GE(ratio(ok, ok_back), 7) << name;
        EXPECT_GE(ratio(warning, warning_back), 7) << name;
        EXPECT_GE(ratio(danger, danger_back), 7) << name;
        EXPECT_GE(ratio(on_primary, primary), 7) << name;
        for (const Ink mark : {control, primary, danger, accent}) {
            for (const Ink back : {page, card}) EXPECT_GE(ratio(mark, back), 3) << name << static_cast<int>(mark);
        }
        EXPECT_GE(ratio(primary, tint), 3) << name;
    }
}

TEST(LayoutJson, is_json_with_one_entry_a_box) {
    Screen screen = testing_screens::question();
    screen.main.emplace_back(Paragraph{"odd\"\\\n", "Có \"ngoặc\""});
    const Layout layout = laid(screen, 360);
    const nlohmann::json json = nlohmann::json::parse(layout_json(layout), nullptr, false);
    ASSERT_FALSE(json.is_discarded());
    EXPECT_NEAR(json.at("height").get<double>(), layout.height, 0.001);
    EXPECT_NEAR(json.at("foot").get<double>(), layout.foot, 0.001);
    ASSERT_EQ(json.at("boxes").size(), layout.boxes.size());
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        const nlohmann::json& one = json.at("boxes").at(i);
        EXPECT_EQ(one.at("k"), layout.boxes[i].key);
        EXPECT_NEAR(one.at("y").get<double>(), layout.boxes[i].y, 0.001);
        EXPECT_EQ(one.value("lines", nlohmann::json::array()).size(), layout.boxes[i].line_count);
    }
}

constexpr const char* sample = R"({"screen":{"id":"q","title":"T","lang":"vi","paper":true,"bar":[{"t":"link","id":"b","label":"L","href":"/","kind":"back"}],
"main":[{"t":"heading","id":"h","level":2,"text":"Đầu \"đề\""},{"t":"mystery","id":"m"},{"t":"choices","id":"c","legend":"L","many":true,"options":[{"value":"v","label":"l","checked":true}]},
{"t":"tags","id":"g","items":[["a","warning"],["b","?"],7]},{"t":"card","id":"k","tone":"ok","children":[{"t":"paragraph","id":"p","text":"x"}]},{"t":"qr","id":"r","label":"","side":1e9,"modules":"1"}]},
"width":360,"height":1e30,"scale":-4,"dpr":2,"theme":"dark"})";

TEST(ScreenRead, reads_what_it_knows_and_skips_the_rest) {
    Screen screen;
    LayoutInput input;
    ASSERT_TRUE(read_layout_input(sample, screen, input));
    EXPECT_EQ(input.theme, Theme::dark);
    EXPECT_EQ(input.height, 8000);
    EXPECT_EQ(input.scale, 0.5F);
    EXPECT_TRUE(screen.paper);
    ASSERT_EQ(screen.main.size(), 5U);
    EXPECT_EQ(std::get<Heading>(screen.main[0].base()).text, "Đầu \"đề\"");
    EXPECT_EQ(std::get<Heading>(screen.main[0].base()).level, 2);
    EXPECT_TRUE(std::get<Choices>(screen.main[1].base()).options.at(0).checked);
    EXPECT_EQ(std::get<Tags>(screen.main[2].base()).items.at(0).second, Tone::warning);
    EXPECT_EQ(std::get<Tags>(screen.main[2].base()).items.at(1).second, Tone::body);
    EXPECT_EQ(std::get<Paragraph>(std::get<Card>(screen.main[3].base()).children.at(0).base()).text, "x");
    EXPECT_EQ(std::get<Qr>(screen.main[4].base()).side, 177);
    // A code that claims more modules than it has is framed and left empty.
    for (const Command& command : laid(screen, 360).commands) EXPECT_NE(command.kind, Command::Kind::qr);
}

TEST(ScreenRead, reads_back_what_the_core_writes) {
    for (const Screen& screen : {testing_screens::question(), testing_screens::everything()}) {
        const std::string written = screen_json(screen);
        Screen again;
        ASSERT_TRUE(read_screen(written, again));
        EXPECT_EQ(screen_json(again), written);
    }
}

TEST(ScreenRead, damaged_text_never_crashes) {
    const std::string whole = sample;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        Screen screen;
        LayoutInput input;
        EXPECT_FALSE(read_layout_input(whole.substr(0, i), screen, input)) << i;
        std::string changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x15);
        const bool read = read_layout_input(changed, screen, input);
        EXPECT_GE(laid(screen, 360).height, 740) << read;
    }
    Screen screen;
    EXPECT_FALSE(read_screen("[1,2]", screen));
    EXPECT_FALSE(read_screen(std::string(100, '['), screen));
}

}  // namespace
}  // namespace danloi
