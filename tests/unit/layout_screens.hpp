// Screens with every kind of block, for the layout tests, and the keys and texts that a layout of them must show.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/screen.hpp"

namespace danloi::testing_screens {

inline ChoiceOption option(std::string label, std::string hint = "", bool checked = false) {
    return {label, label, std::move(hint), checked, "{}"};
}

inline Screen question() {
    Screen screen{"question", "Câu hỏi", "vi", "ask", false, {}, {}, {}, {}};
    screen.bar = {Link{"back", "Quay lại", "", "/vi/", LinkKind::back, "", "", ""},
                  Paragraph{"who", "Bà Lò Thị M. · nhóm bản Nà Hỳ", Tone::secondary},
                  Button{"larger", "A+", ButtonKind::pill, "", "{}"}, Link{"english", "EN", "", "/en/", LinkKind::pill, "", "en", ""}};
    screen.main = {Progress{"far", "Đăng ký khai sinh · câu 3 trong khoảng 7", 3, 7},
                   Heading{"ask", 1, "Bé sinh ở đâu?"},
                   Paragraph{"why", "Hỏi để biết bạn cần giấy chứng sinh hay giấy khác thay thế.", Tone::secondary},
                   Choices{"place", "Nơi sinh", false, false, false,
                           {option("Bệnh viện, trạm y tế, nhà hộ sinh", "Bạn đã được phát giấy chứng sinh", true),
                            option("Ở nhà hoặc trên đường đi"), option("Tôi chưa rõ")},
                           "Mời bạn chọn một dòng, cảm ơn bạn."}};
    screen.aside = {Card{"so.far", Tone::body, {Heading{"so.far.title", 3, "Danh sách đến lúc này"}, Facts{"so.far.facts",
                         {{"Lệ phí", "Không phải nộp tiền khi đăng ký trong hạn; quá hạn thì theo mức của tỉnh, thành phố"}, {"Nếu nộp hôm nay", "thứ Sáu 04/12/2026"}}}}}};
    screen.foot = {Button{"go", "Tiếp tục", ButtonKind::primary, "", "{}"}, Button{"help", "Nhờ người hỗ trợ", ButtonKind::quiet, "help", "{}"}};
    return screen;
}

inline Screen everything() {
    Screen screen{"everything", "Mọi thứ", "vi", "title", false, {}, {}, {}, {}};
    screen.bar = {Link{"brand", "Dẫn Lối", "", "/vi/", LinkKind::plain, "", "", ""}};
    const std::vector<ChoiceOption> states = {option("Đã có", "", true), option("Đang làm"), option("Còn thiếu"), option("Không cần")};
    screen.main = {
        Heading{"title", 1, "Giấy tờ của bạn"}, Heading{"second", 2, "Việc trong đời"}, Paragraph{"plain", "Đã có 2 trong 3. Xong là đi một lần."},
        Field{"search", FieldKind::search, "Tìm việc cần làm", false, "Ví dụ: khai sinh cho con", "mường", "Mời bạn gõ lại.", "", false, "{}",
              {{"Xã Mường Nhé, tỉnh Điện Biên", "{}"}, {"Phường Mường Thanh, tỉnh Điện Biên", "{}"}}},
        Tiles{"events", {Link{"born", "Sinh con", "", "/a", LinkKind::row, "child", "", ""}, Link{"wed", "Kết hôn", "", "/b", LinkKind::row, "rings", "", ""},
                         Link{"move", "Chuyển nhà, chuyển chỗ ở", "", "/c", LinkKind::row, "home", "", ""}}},
        Card{"paper", Tone::body,
             {Heading{"paper.name", 3, "Tờ khai đăng ký khai sinh", {"form", "mẫu để điền"}}, Paragraph{"paper.how", "Nộp 1 bản · điền sẵn ngay tại đây", Tone::secondary},
              Tags{"paper.tags", {{"Còn thiếu", Tone::warning}, {"Có thể cần", Tone::info}, {"Đã đủ", Tone::ok}}},
              Choices{"paper.state", "Tình trạng", false, false, true, states, ""},
              Disclosure{"paper.why", "Vì sao cần?", true, "{}", {Paragraph{"paper.law", "Điều 16 Luật Hộ tịch 2014"}}}}},
        Choices{"many", "Bạn muốn nhận những gì?", false, true, false, {option("Bản giấy", "", true), option("Bản điện tử")}, ""},
        List{"steps", true, {"Điền tờ khai ngay tại đây rồi ký.", "Mang giấy tờ đến bộ phận một cửa của xã, phường."}},
        List{"bring", false, {"Thẻ căn cước hoặc hộ chiếu của người đi nộp, còn hạn", "Giấy chứng sinh"}, {{"paper"}, {"medical", "giấy của cơ sở y tế"}}},
        Facts{"where", {{"Tại quầy", "Ủy ban nhân dân xã nơi cha hoặc mẹ cư trú, hoặc Trung tâm Phục vụ hành chính công"}, {"Trên mạng", "Cổng Dịch vụ công quốc gia"}},
              false, {{"office"}, {"globe"}}},
        Notice{"soon", Tone::warning, "Sắp hết hạn", "Còn 17 ngày để làm đúng hạn.", false},
        Table{"table", "Giấy tờ cần mang", true, {"Giấy tờ", "Bản", "Ai cấp"}, {{"Giấy chứng sinh", "nộp 1 bản chính", "Bệnh viện nơi sinh"}, {"Căn cước", "cho xem", "Công an"}}, {{"medical"}, {"card"}}},
        WritingLines{"ask", "Muốn hỏi thêm cán bộ:", 2}, Qr{"qr", "Mã mở lại danh sách này", 2, "1001"},
        Link{"row", "Đăng ký khai sinh", "Làm giấy khai sinh cho con", "/d", LinkKind::row, "", "", ""},
        Link{"law", "Luật Hộ tịch 2014, điều 16", "", "/e", LinkKind::plain, "", "", ""},
        Button{"print", "In", ButtonKind::pill, "print", "{}"}, Button{"send", "Gửi", ButtonKind::pill, "share", "{}"},
        Button{"later", "Để sau", ButtonKind::secondary, "", "{}"}, Button{"erase", "Xóa hồ sơ này", ButtonKind::quiet, "trash", "{}"}};
    return screen;
}

/// Every key that shows words, with the words.
class Words {
public:
    explicit Words(const Screen& screen) {
        for (const std::vector<Block>* part : {&screen.bar, &screen.main, &screen.aside, &screen.foot}) add(*part);
    }
    [[nodiscard]] const std::map<std::string, std::string>& all() const& { return words_; }

private:
    void add(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) std::visit([this](const auto& one) { add(one); }, block.base());
    }
    void put(std::string key, const std::string& text) {
        if (!text.empty()) words_[std::move(key)] = text;
    }
    void add(const Heading& one) { put(one.id, one.text); }
    void add(const Paragraph& one) { put(one.id, one.text); }
    void add(const Progress& one) { put(one.id + "/label", one.label); }
    void add(const Choices& one) {
        if (!one.legend_hidden) put(one.id + "/legend", one.legend);
        put(one.id + "/error", one.error);
        for (std::size_t i = 0; i < one.options.size(); ++i) {
            put(one.id + "/" + std::to_string(i) + "/label", one.options[i].label);
            put(one.id + "/" + std::to_string(i) + "/hint", one.options[i].hint);
        }
    }
    void add(const Field& one) {
        if (!one.label_hidden) put(one.id + "/label", one.label);
        put(one.id + "/hint", one.hint);
        put(one.id + "/error", one.error);
        for (std::size_t i = 0; i < one.suggestions.size(); ++i) put(one.id + "/s/" + std::to_string(i), one.suggestions[i].label);
    }
    void add(const Button& one) { put(one.id + "/label", one.label); }
    void add(const Link& one) {
        put(one.id + "/label", one.label);
        put(one.id + "/hint", one.hint);
    }
    void add(const Tiles& one) {
        for (const Link& item : one.items) add(item);
    }
    void add(const Tags& one) {
        for (std::size_t i = 0; i < one.items.size(); ++i) put(one.id + "/" + std::to_string(i), one.items[i].first);
    }
    void add(const Facts& one) {
        for (std::size_t i = 0; i < one.rows.size(); ++i) {
            put(one.id + "/" + std::to_string(i) + "/dt", one.rows[i].first);
            put(one.id + "/" + std::to_string(i) + "/dd", one.rows[i].second);
        }
    }
    void add(const List& one) {
        for (std::size_t i = 0; i < one.items.size(); ++i) put(one.id + "/" + std::to_string(i), one.items[i]);
    }
    void add(const Notice& one) {
        put(one.id + "/title", one.title);
        put(one.id + "/text", one.text);
    }
    void add(const Table& one) {
        put(one.id + "/caption", one.caption);
        for (std::size_t i = 0; i < one.columns.size(); ++i) put(one.id + "/h/" + std::to_string(i), one.columns[i]);
        for (std::size_t i = 0; i < one.rows.size(); ++i) {
            for (std::size_t j = 0; j < one.rows[i].size(); ++j) put(one.id + "/" + std::to_string(i) + "/" + std::to_string(j), one.rows[i][j]);
        }
    }
    void add(const Qr&) {}
    void add(const WritingLines& one) { put(one.id + "/label", one.label); }
    void add(const Card& one) { add(one.children); }
    void add(const Disclosure& one) {
        put(one.id + "/label", one.summary);
        if (one.open) add(one.children);
    }

    std::map<std::string, std::string> words_;
};

}  // namespace danloi::testing_screens
