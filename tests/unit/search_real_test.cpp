// Search over the real procedures: the words people use lead to what they mean within the first three.
#include "core/content.hpp"
#include "core/search.hpp"
#include "real_content.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace danloi {
namespace {

struct Wanted {
    const char* query;
    const char* id;
};

class RealQuery : public testing::TestWithParam<Wanted> {};

TEST_P(RealQuery, IsAmongTheFirstThree) {
    static const Catalogue catalogue = [] {
        Problems problems;
        return load_catalogue(nlohmann::json::parse(test::catalogue_file()), "catalogue.json", problems);
    }();
    const auto hits = search(catalogue, GetParam().query, "vi", 3);
    std::string found;
    for (const Hit& hit : hits) found += catalogue.entries[hit.entry].id + " ";
    EXPECT_NE(found.find(GetParam().id), std::string::npos) << GetParam().query << " finds " << found;
}

INSTANTIATE_TEST_SUITE_P(Words, RealQuery, testing::Values(
    Wanted{"sổ đỏ", "sang-ten-so-do"}, Wanted{"sang ten so do", "sang-ten-so-do"}, Wanted{"làm sổ đỏ", "cap-so-do-lan-dau"},
    Wanted{"mất cccd", "the-can-cuoc"}, Wanted{"căn cước", "the-can-cuoc"}, Wanted{"khai tử", "dang-ky-khai-tu"},
    Wanted{"khai sinh", "dang-ky-khai-sinh"}, Wanted{"bằng lái xe", "giay-phep-lai-xe"}, Wanted{"hộ chiếu", "ho-chieu-pho-thong"},
    Wanted{"vneid", "vneid-muc-2"}, Wanted{"hộ nghèo", "ho-ngheo-can-ngheo"}, Wanted{"xay nha", "giay-phep-xay-dung-nha"},
    Wanted{"người già", "tro-cap-huu-tri-xa-hoi"}, Wanted{"khuyết tật", "xac-dinh-khuyet-tat"}, Wanted{"lý lịch tư pháp", "ly-lich-tu-phap"},
    Wanted{"hộ kinh doanh", "dang-ky-ho-kinh-doanh"}, Wanted{"nộp online", "nop-ho-so-truc-tuyen"}, Wanted{"cắt khẩu", "xoa-thuong-tru"},
    Wanted{"nhập khẩu", "dang-ky-thuong-tru"}, Wanted{"con nuôi", "nuoi-con-nuoi"}, Wanted{"ủy quyền", "chung-thuc-chu-ky"},
    Wanted{"độc thân", "xac-nhan-tinh-trang-hon-nhan"}, Wanted{"bảo hiểm y tế", "the-bhyt-duoc-cap"}, Wanted{"tách thửa", "tach-thua-hop-thua"}));

}  // namespace
}  // namespace danloi
