// Screens with every kind of block, as the core writes them (JSON) and as static pages show them (HTML). One JSON value a
// line; tests/web/same_dom.test.mjs puts both into a browser and compares. Sample wording, not legal content.
#include "core/json_write.hpp"
#include "core/screen.hpp"
#include "tool/screen_html.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace danloi;

Link link(std::string id, std::string label, LinkKind kind, std::string icon = {}, std::string hint = {}) {
    return {std::move(id), std::move(label), std::move(hint), "/vi/tt/mau/", kind, std::move(icon), {}, R"({"t":"open","id":"mau"})"};
}

Button button(std::string id, std::string label, ButtonKind kind, std::string icon = {}) {
    return {std::move(id), std::move(label), kind, std::move(icon), R"({"t":"continue"})"};
}

Screen home() {
    Screen s{"home", "Dẫn Lối", "vi", "title", false, {}, {}, {}, {}};
    s.bar.emplace_back(Paragraph{"brand", "Dẫn Lối", Tone::strong});
    s.bar.emplace_back(link("size", "A+", LinkKind::pill));
    Link english = link("language", "EN", LinkKind::pill);
    english.lang = "en";
    s.bar.emplace_back(english);
    s.main.emplace_back(Heading{"title", 1, "Bạn cần làm gì?"});
    s.main.emplace_back(Paragraph{"lead", "Trả lời vài câu, nhận đúng danh sách giấy tờ của riêng bạn.", Tone::secondary});
    s.main.emplace_back(Field{"search", FieldKind::search, "Tìm việc cần làm", true, "Ví dụ: khai sinh cho con", "", "", "", false,
                              R"({"t":"search"})", {}});
    s.main.emplace_back(Heading{"continue", 2, "Đang làm dở"});
    Card card{"d1", Tone::body, {}};
    card.children.emplace_back(Heading{"d1-name", 3, "Đăng ký khai sinh"});
    card.children.emplace_back(Progress{"d1-progress", "Còn thiếu 1 giấy tờ · hạn của bạn 08/12/2026", 5, 7});
    card.children.emplace_back(button("d1-resume", "Làm tiếp", ButtonKind::primary));
    card.children.emplace_back(button("d1-delete", "Xóa", ButtonKind::quiet, "trash"));
    s.main.emplace_back(std::move(card));
    s.main.emplace_back(Paragraph{"saved", "Đã lưu trên máy này", Tone::secondary});
    s.main.emplace_back(Heading{"events", 2, "Việc trong đời"});
    Tiles tiles{"tiles", {}};
    tiles.items = {link("e1", "Sinh con", LinkKind::plain, "child"), link("e2", "Kết hôn", LinkKind::plain, "rings"),
                   link("e3", "Chuyển nhà, chuyển chỗ ở", LinkKind::plain, "home"),
                   link("e4", "Cần bản sao giấy tờ", LinkKind::plain, "papers"),
                   link("e5", "Đi học, đi làm xa nhà", LinkKind::plain, "work"), link("e6", "Nhà có người mất", LinkKind::plain, "flower")};
    s.main.emplace_back(std::move(tiles));
    s.main.emplace_back(Heading{"all", 2, "Tất cả thủ tục"});
    s.main.emplace_back(link("p1", "Làm giấy khai sinh cho con", LinkKind::row, "", "Đăng ký khai sinh"));
    s.main.emplace_back(link("p2", "Đăng ký kết hôn", LinkKind::row, "rings"));
    s.main.emplace_back(Paragraph{"privacy", "Những gì bạn trả lời chỉ nằm trên máy này.", Tone::secondary});
    return s;
}

Screen question() {
    Screen s{"question/mau/birthPlace", "Bé sinh ở đâu? · Đăng ký khai sinh", "vi", "title", false, {}, {}, {}, {}};
    s.bar.emplace_back(link("back", "Quay lại", LinkKind::back));
    s.bar.emplace_back(link("size", "A+", LinkKind::pill));
    s.main.emplace_back(Progress{"progress", "Đăng ký khai sinh · câu 3 trong khoảng 7", 3, 7});
    s.main.emplace_back(Heading{"title", 1, "Bé sinh ở đâu?"});
    s.main.emplace_back(Paragraph{"why", "Hỏi để biết bạn cần giấy chứng sinh hay giấy khác thay thế.", Tone::secondary});
    Choices c{"q-birthPlace", "Bé sinh ở đâu?", true, false, false, {}, ""};
    c.options = {{"facility", "Bệnh viện, trạm y tế, nhà hộ sinh", "Bạn đã được phát giấy chứng sinh", true, R"({"t":"choose","q":"birthPlace","v":"facility"})"},
                 {"home", "Ở nhà hoặc trên đường đi", "", false, R"({"t":"choose","q":"birthPlace","v":"home"})"},
                 {"abroad", "Ở nước ngoài", "", false, R"({"t":"choose","q":"birthPlace","v":"abroad"})"},
                 {"?", "Tôi chưa rõ", "", false, R"({"t":"choose","q":"birthPlace","v":"?"})"}};
    s.main.emplace_back(std::move(c));
    s.foot.emplace_back(button("continue", "Tiếp tục", ButtonKind::primary));
    s.foot.emplace_back(button("ask", "Nhờ người hỗ trợ", ButtonKind::quiet));
    Card so_far{"so-far", Tone::body, {}};
    so_far.children.emplace_back(Heading{"so-far-title", 2, "Danh sách đến lúc này"});
    so_far.children.emplace_back(List{"so-far-list", false, {"Tờ khai đăng ký khai sinh", "Giấy chứng sinh"}});
    s.aside.emplace_back(std::move(so_far));
    Card facts{"facts-card", Tone::body, {}};
    facts.children.emplace_back(Facts{"facts", {{"Lệ phí", "Miễn phí"}, {"Thời hạn", "Trong ngày"}, {"Nếu nộp hôm nay", "thứ Sáu 04/12/2026"}}});
    s.aside.emplace_back(std::move(facts));
    return s;
}

Screen fields() {
    Screen s{"question/mau/birthDate", "Ngày sinh \"<&'>\"", "vi", "title", false, {}, {}, {}, {}};
    s.bar.emplace_back(link("back", "Quay lại", LinkKind::back));
    s.main.emplace_back(Heading{"title", 1, "Bé sinh ngày nào?"});
    s.main.emplace_back(Field{"q-birthDate", FieldKind::date, "Ngày sinh", false, "Ví dụ: 15/11/2026", "31/02/2026",
                              "Ngày này không có trong lịch. Mời bạn xem lại. Cảm ơn bạn.", "bday", true, R"({"t":"type","q":"birthDate"})", {}, "numeric"});
    s.main.emplace_back(Field{"q-place", FieldKind::place, "Xã, phường", false, "", "ba d", "", "", false, R"({"t":"type","q":"place"})",
                              {{"Phường Ba Đình, Hà Nội", R"({"t":"choose","q":"place","v":"1"})"},
                               {"Phường Ba Đồn, Quảng Trị", R"({"t":"choose","q":"place","v":"2"})"}}});
    s.main.emplace_back(Field{"q-name", FieldKind::text, "Họ tên", false, "", "<b>&amp; \"Lò\"</b>", "", "name", true, R"({"t":"type","q":"name"})", {}, "", true});
    Choices many{"q-many", "Ai đi nộp?", false, true, false, {}, "Mời bạn chọn ít nhất một."};
    many.options = {{"a", "Cha hoặc mẹ", "", true, R"({"t":"check","q":"many","v":"a"})"},
                    {"b", "Ông bà hoặc người thân", "Mang theo giấy tờ của người đi nộp", false, R"({"t":"check","q":"many","v":"b"})"}};
    s.main.emplace_back(std::move(many));
    s.foot.emplace_back(button("continue", "Tiếp tục", ButtonKind::primary));
    return s;
}

Block paper(const std::string& id, const std::string& name, const std::string& how, int state, bool open) {
    Card card{id, Tone::body, {}};
    card.children.emplace_back(Heading{id + "-name", 3, name, open ? Picture{"certificate", "giấy do cơ quan cấp"} : Picture{"form"}});
    card.children.emplace_back(Paragraph{id + "-how", how, Tone::secondary});
    if (state == 2) card.children.emplace_back(Tags{id + "-tags", {{"Còn thiếu", Tone::warning}, {"Có lẽ cần", Tone::info}, {"Nộp", Tone::body}}});
    Choices c{id + "-state", "Giấy này thế nào?", true, false, true, {}, ""};
    const char* names[] = {"Đã có", "Đang làm", "Còn thiếu", "Không cần"};
    for (int i = 0; i < 4; ++i) c.options.push_back({std::to_string(i), names[i], "", i == state, R"({"t":"tick"})"});
    card.children.emplace_back(std::move(c));
    Disclosure why{id + "-why", "Vì sao cần?", open, R"({"t":"toggle"})", {}};
    why.children.emplace_back(Paragraph{id + "-reason", "Vì bạn đã trả lời: sinh tại bệnh viện.", Tone::body});
    why.children.emplace_back(List{id + "-steps", true, {"Xin ở nơi sinh", "Giữ bản chính"}});
    card.children.emplace_back(std::move(why));
    return card;
}

Screen checklist() {
    Screen s{"checklist/mau", "Giấy tờ của bạn", "vi", "title", false, {}, {}, {}, {}};
    s.bar.emplace_back(link("back", "Quay lại", LinkKind::back));
    s.bar.emplace_back(button("print", "In", ButtonKind::pill, "print"));
    s.bar.emplace_back(button("share", "Gửi", ButtonKind::pill, "share"));
    s.main.emplace_back(Heading{"title", 1, "Giấy tờ của bạn"});
    s.main.emplace_back(Progress{"progress", "Đã có 2 trong 3. Xong là đi một lần.", 2, 3});
    s.main.emplace_back(Notice{"mine", Tone::warning, "Hạn của bạn: 08/12/2026", "Quá hạn vẫn làm được.", false});
    s.main.emplace_back(paper("p1", "Giấy chứng sinh", "Nộp 1 bản chính · bệnh viện cấp", 0, false));
    s.main.emplace_back(paper("p2", "Tờ khai đăng ký khai sinh", "Nộp 1 bản · điền sẵn ngay tại đây", 2, true));
    Card none{"none", Tone::ok, {}};
    none.children.emplace_back(Tags{"none-tags", {{"Không cần mang", Tone::ok}}});
    none.children.emplace_back(Paragraph{"none-text", "Giấy kết hôn của cha mẹ: cán bộ tự tra cứu.", Tone::secondary});
    s.main.emplace_back(std::move(none));
    Card facts{"facts-card", Tone::body, {}};
    facts.children.emplace_back(Facts{"facts", {{"Lệ phí", "Miễn phí"}, {"Nơi nộp", "UBND xã nơi cha hoặc mẹ cư trú"}, {"Trả kết quả", "Trong ngày"}},
                                    false, {{}, {"office"}, {"no-such-drawing", "không vẽ"}}});
    s.main.emplace_back(std::move(facts));
    s.main.emplace_back(List{"pictured", false, {"Thẻ căn cước", "Giấy chứng sinh"}, {{"card"}, {"medical", "giấy của cơ sở y tế"}}});
    s.main.emplace_back(Notice{"n1", Tone::info, "", "Cán bộ sẽ giúp bạn.", true});
    s.main.emplace_back(Notice{"n2", Tone::ok, "Đủ rồi", "Chúc bạn thuận lợi.", false});
    s.main.emplace_back(Notice{"n3", Tone::danger, "", "Phần này đang lỗi. Mời bạn thử lại. Cảm ơn bạn.", true});
    s.main.emplace_back(Notice{"n4", Tone::body, "", "Lưu ý chung.", false});
    Link law = link("law", "Xem văn bản", LinkKind::plain);
    law.href = "https://vbpl.vn/";
    law.action.clear();
    s.main.emplace_back(law);
    s.foot.emplace_back(button("ready", "Kiểm tra trước khi đi", ButtonKind::primary));
    s.foot.emplace_back(button("send", "Gửi cho người khác", ButtonKind::secondary, "share"));
    return s;
}

Screen sheet() {
    Screen s{"sheet/mau", "Phiếu hướng dẫn · Đăng ký khai sinh", "vi", "title", true, {}, {}, {}, {}};
    s.bar.emplace_back(link("back", "Quay lại", LinkKind::back));
    std::string modules;
    for (int y = 0; y < 29; ++y)
        for (int x = 0; x < 29; ++x) modules += (x * y + x / 3 + y / 2) % 3 == 0 ? '1' : '0';
    s.main.emplace_back(Qr{"qr", "Quét mã này để mở lại danh sách trên điện thoại", 29, modules});
    s.main.emplace_back(Paragraph{"made", "Phiếu hướng dẫn · lập ngày 21/11/2026", Tone::secondary});
    s.main.emplace_back(Heading{"title", 1, "Đăng ký khai sinh"});
    s.main.emplace_back(Paragraph{"case", "Con sinh tại bệnh viện, cha mẹ đã kết hôn.", Tone::body});
    s.main.emplace_back(Table{"papers", "Giấy tờ cần mang", true, {"Giấy tờ", "Số bản", "Ai cấp, ai xác nhận"},
                              {{"Tờ khai đăng ký khai sinh", "nộp 1 bản", "Bạn điền, ký"},
                               {"Giấy chứng sinh", "nộp 1 bản chính", "Bệnh viện nơi sinh"},
                               {"Căn cước hoặc VNeID", "cho xem", "Công an"}},
                              {{"form"}, {"medical", "giấy của cơ sở y tế"}, {"paper"}}});
    s.main.emplace_back(Facts{"facts", {{"Không cần mang", "giấy chứng nhận kết hôn, sổ hộ khẩu (cán bộ tra cứu)"},
                                        {"Nơi nộp", "Ủy ban nhân dân xã nơi cha hoặc mẹ cư trú, hoặc nộp trực tuyến"}, {"Lệ phí", "Miễn phí"}}});
    s.main.emplace_back(WritingLines{"notes", "Muốn hỏi thêm cán bộ", 3});
    s.main.emplace_back(Paragraph{"basis", "Đây là phiếu hướng dẫn, không phải quyết định của cơ quan có thẩm quyền.", Tone::secondary});
    s.foot.emplace_back(button("print", "In phiếu này", ButtonKind::primary, "print"));
    return s;
}

std::string line_of(const std::string& name, const Screen& screen, const Icons& icons) {
    std::string out;
    JsonWriter w{out};
    w.open_object().member("name", name).key("screen").raw(screen_json(screen)).member("html", screen_html(screen, icons)).close_object();
    return out;
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return std::cerr << "usage: sample_screens shell/icons.json\n", 2;
    std::ifstream file{words[1]};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const auto icons = read_icons(text);
    if (!icons) return std::cerr << words[1] << ": no icons\n", 1;
    const std::pair<const char*, Screen> all[] = {
        {"home", home()}, {"question", question()}, {"fields", fields()}, {"checklist", checklist()}, {"sheet", sheet()}};
    for (const auto& [name, screen] : all) std::cout << line_of(name, screen, *icons) << '\n';
    return 0;
}
