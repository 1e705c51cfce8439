// The six procedures of the first release as the search tests know them: official titles, everyday words.
#pragma once
#include "core/catalogue.hpp"

inline danloi::Catalogue six_procedures() {
    using danloi::CatalogueEntry;
    const auto entry = [](const char* id, const char* code, danloi::Text title, danloi::Text plain, danloi::Text summary,
                          std::vector<std::string> vi, std::vector<std::string> en) {
        CatalogueEntry out;
        out.id = id;
        out.code = code;
        out.title = std::move(title);
        out.plain_title = std::move(plain);
        out.summary = std::move(summary);
        out.aliases_vi = std::move(vi);
        out.aliases_en = std::move(en);
        out.file = std::string("p/") + id + ".json";
        return out;
    };
    danloi::Catalogue catalogue;
    catalogue.entries = {
        entry("dang-ky-khai-sinh", "1.001193", {"Đăng ký khai sinh", "Birth registration"},
              {"Làm giấy khai sinh cho con", "Get a birth certificate for your child"},
              {"Ghi tên trẻ vào sổ hộ tịch và cấp Giấy khai sinh.", "Enter a child in the civil register and get the birth certificate."},
              {"giấy khai sinh", "làm khai sinh", "sinh con", "em bé mới sinh", "khai sinh trễ hạn"},
              {"birth certificate", "newborn", "register a baby"}),
        entry("dang-ky-ket-hon", "1.000894", {"Đăng ký kết hôn", "Marriage registration"},
              {"Làm giấy kết hôn", "Get married"},
              {"Hai người cùng đến ký và nhận Giấy chứng nhận kết hôn.", "Both of you come to sign and get the marriage certificate."},
              {"cưới", "lấy vợ", "lấy chồng", "giấy hôn thú", "hôn thú", "đăng ký hôn nhân"},
              {"wedding", "marriage certificate", "get married to a foreigner"}),
        entry("xac-nhan-tinh-trang-hon-nhan", "1.004873",
              {"Cấp Giấy xác nhận tình trạng hôn nhân", "Certificate of marital status"},
              {"Giấy độc thân", "Single-status certificate"},
              {"Xác nhận bạn chưa kết hôn, đang có vợ, chồng hay đã ly hôn.", "Says whether you are single, married or divorced."},
              {"giấy xác nhận độc thân", "chứng nhận độc thân", "chưa vợ", "chưa chồng"},
              {"single certificate", "marital status"}),
        entry("dang-ky-thuong-tru", "1.004222", {"Đăng ký thường trú", "Permanent residence registration"},
              {"Nhập hộ khẩu", "Register your permanent home"},
              {"Đăng ký nơi ở lâu dài với công an xã, phường.", "Register where you live for good with the commune police."},
              {"hộ khẩu", "nhập khẩu", "chuyển hộ khẩu", "sổ hộ khẩu", "tách hộ khẩu sang nhà mới"},
              {"household registration", "permanent address"}),
        entry("dang-ky-tam-tru", "1.004194", {"Đăng ký tạm trú", "Temporary residence registration"},
              {"Đăng ký tạm trú khi ở trọ", "Register a temporary stay"},
              {"Ở ngoài nơi thường trú từ 30 ngày trở lên.", "Living outside your permanent commune for 30 days or more."},
              {"ở trọ", "thuê nhà", "sổ tạm trú", "KT3"}, {"temporary stay", "renting a room"}),
        entry("chung-thuc-ban-sao", "2.000815", {"Chứng thực bản sao từ bản chính", "Certified copies"},
              {"Sao y giấy tờ", "Have a copy certified"},
              {"Xác nhận bản sao đúng với bản chính.", "Confirms that a copy agrees with the original."},
              {"sao y bản chính", "công chứng giấy tờ", "photo công chứng", "bản sao có chứng thực"},
              {"notarised copy", "true copy"}),
    };
    return catalogue;
}
