// A small sound definition for tests, and ways to spoil it.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace danloi::test {

inline constexpr const char* sample_file = "sample.json";

/// Birth registration in miniature: 3 questions, 2 facts, 4 papers, every part of the format used at least once.
inline nlohmann::json sample_definition() {
    return nlohmann::json::parse(R"json({
  "format": 1, "id": "dang-ky-khai-sinh", "version": "2026-11-21", "code": "1.001193", "codeStatus": "unverified",
  "title": {"vi": "Đăng ký khai sinh", "en": "Birth registration"},
  "plainTitle": {"vi": "Làm giấy khai sinh", "en": "Get a birth certificate"},
  "summary": {"vi": "Ghi tên bé vào sổ hộ tịch.", "en": "Enter the child in the register."},
  "aliases": {"vi": ["làm giấy khai sinh"], "en": ["birth certificate"]},
  "field": "ho-tich", "level": "commune", "lifeEvents": ["sinh-con"], "audience": ["citizen"],
  "laws": [{"id": "luat-ho-tich", "number": "60/2014/QH13", "title": {"vi": "Luật Hộ tịch", "en": "Law on Civil Status"},
            "date": "2014-11-20", "issuer": {"vi": "Quốc hội", "en": "National Assembly"}, "articles": "13, 16", "url": "https://vanban.chinhphu.vn/luat"}],
  "decision": "QĐ 1", "effectiveFrom": "2025-07-01", "effectiveTo": "2027-02-28", "lastChecked": "2026-11-21", "reviewBy": "2027-02-28",
  "owner": "Nhóm hộ tịch", "supersedes": ["khai-sinh-cu"], "changeNotes": [{"date": "2026-01-15", "text": {"vi": "Bản đầu.", "en": "First version."}}],
  "authority": {"decides": {"level": "commune", "unit": {"vi": "Ủy ban xã", "en": "Commune committee"}},
                "receives": {"level": "commune", "unit": {"vi": "Trung tâm phục vụ", "en": "Service centre"}, "note": {"vi": "Tầng 1", "en": "Ground floor"}},
                "coordinates": [{"level": "province", "unit": {"vi": "Sở Tư pháp", "en": "Department of Justice"}}],
                "moved": {"vi": "Trước là huyện.", "en": "Formerly the district."}, "basis": [{"law": "luat-ho-tich", "articles": "Điều 13", "confidence": "high"}]},
  "channels": [
    {"id": "counter", "title": {"vi": "Tại quầy", "en": "At the counter"}, "where": {"vi": "Ủy ban xã", "en": "Commune office"}, "basis": [{"confidence": "medium"}]},
    {"id": "online", "title": {"vi": "Trên mạng", "en": "Online"}, "where": {"vi": "Cổng dịch vụ công", "en": "Public service portal"},
     "when": {"!": [{"var": "late"}]}, "url": "https://dichvucong.gov.vn", "conditions": {"vi": "Cần VNeID", "en": "VNeID needed"},
     "noPaperSince": "2025-10-01", "basis": [{"confidence": "medium"}]}],
  "questions": [
    {"id": "birthPlace", "kind": "choice", "text": {"vi": "Bé sinh ở đâu?", "en": "Where was the child born?"}, "why": {"vi": "Để biết giấy nào.", "en": "To know which paper."},
     "help": {"vi": "Hỏi người nhà.", "en": "Ask your family."},
     "options": [{"value": "facility", "label": {"vi": "Cơ sở y tế", "en": "Hospital"}, "hint": {"vi": "Cả trạm xá", "en": "Also a clinic"}}, {"value": "home", "label": {"vi": "Ở nhà", "en": "At home"}}]},
    {"id": "witness", "kind": "yesNo", "text": {"vi": "Có người làm chứng không?", "en": "Is there a witness?"}, "why": {"vi": "Để biết giấy nào.", "en": "To know which paper."},
     "askIf": {"==": [{"var": "birthPlace"}, "home"]}},
    {"id": "birthDate", "kind": "date", "text": {"vi": "Ngày sinh?", "en": "Date of birth?"}, "why": {"vi": "Để tính hạn.", "en": "For the deadline."},
     "personal": true, "purpose": "bday", "about": "other", "unknownAllowed": false, "range": {"min": -36500, "max": 0}}],
  "facts": [
    {"name": "late", "meaning": {"vi": "quá 60 ngày", "en": "over 60 days"}, "rule": {">": [{"daysBetween": [{"var": "birthDate"}, {"today": []}]}, 60]}},
    {"name": "alone", "meaning": {"vi": "không ai chứng", "en": "no witness"}, "rule": {"and": [{"==": [{"var": "birthPlace"}, "home"]}, {"!": [{"var": "witness"}]}]}}],
  "eligibility": [{"id": "hoi-xa", "when": {"var": "alone"}, "outcome": "maybe", "reason": {"vi": "Xã phải xác minh.", "en": "The commune must verify."},
                   "instead": {"vi": "Mời hỏi xã.", "en": "Please ask the commune."}, "insteadProcedure": "xac-minh", "basis": [{"law": "luat-ho-tich", "confidence": "low"}]}],
  "groups": [{"id": "chung-cu", "need": "any", "title": {"vi": "Một trong các giấy", "en": "One of these"}}],
  "documents": [
    {"id": "to-khai", "type": "form", "name": {"vi": "Tờ khai", "en": "Form"}, "role": "submit", "original": 1, "formRef": "TK1", "basis": [{"confidence": "high"}]},
    {"id": "giay-chung-sinh", "type": "medical", "name": {"vi": "Giấy chứng sinh", "en": "Birth notice"}, "alsoKnownAs": [{"vi": "giấy sinh", "en": "birth slip"}], "role": "submit",
     "when": {"==": [{"var": "birthPlace"}, "facility"]}, "because": {"vi": "vì bé sinh ở cơ sở y tế", "en": "because of the hospital"}, "notNeeded": {"vi": "bé sinh ở nhà", "en": "born at home"},
     "group": "chung-cu", "original": 1, "certified": 0, "plain": 0, "issuedBy": {"vi": "Bệnh viện", "en": "Hospital"}, "confirmedBy": [{"vi": "Giám đốc", "en": "Director"}],
     "ageLimitDays": 180, "availableFrom": [{"vi": "VNeID", "en": "VNeID"}], "howToGet": {"vi": "Xin ở bệnh viện.", "en": "Ask the hospital."}, "howToGetProcedure": "xin-giay",
     "refuseIf": [{"vi": "bị tẩy xóa", "en": "altered"}], "note": {"vi": "Giữ bản chụp.", "en": "Keep a copy."}, "basis": [{"law": "luat-ho-tich", "articles": "Điều 16", "confidence": "high"}]},
    {"id": "van-ban-lam-chung", "type": "statement", "name": {"vi": "Văn bản người làm chứng", "en": "Witness statement"}, "role": "submit", "when": {"and": [{"==": [{"var": "birthPlace"}, "home"]}, {"var": "witness"}]},
     "because": {"vi": "vì bé sinh ở nhà", "en": "because of the home birth"}, "group": "chung-cu", "original": 1, "basis": [{"confidence": "high"}]},
    {"id": "can-cuoc", "shared": "can-cuoc", "type": "card", "name": {"vi": "Căn cước", "en": "Identity card"}, "role": "present", "basis": [{"confidence": "high"}]}],
  "steps": [
    {"id": "nop", "actor": "citizen", "title": {"vi": "Nộp hồ sơ", "en": "Hand in"}, "how": {"vi": "Đến quầy.", "en": "Go to the counter."}, "at": {"vi": "Xã", "en": "Commune"},
     "when": {"==": [1, 1]}, "optional": false, "needs": ["to-khai"], "results": ["giay-hen"], "warnings": [{"vi": "Mang bản chính.", "en": "Bring originals."}],
     "media": [{"kind": "video", "url": "https://example.org/v.mp4", "title": {"vi": "Phim", "en": "Film"}, "alternative": {"vi": "Lời", "en": "Words"}, "sizeKb": 900, "lengthS": 60}],
     "faq": [{"question": {"vi": "Có lâu không?", "en": "Is it long?"}, "answer": {"vi": "Không.", "en": "No."}}], "basis": [{"confidence": "medium"}]},
    {"id": "nhan", "actor": "office", "title": {"vi": "Trả giấy", "en": "Hand over"}, "how": {"vi": "Trong ngày.", "en": "The same day."}}],
  "time": {"from": "complete", "cases": [
      {"when": {"var": "alone"}, "value": 5, "unit": "workingDay", "label": {"vi": "5 ngày làm việc", "en": "5 working days"}, "basis": [{"confidence": "high"}]},
      {"value": 0, "unit": "workingDay", "label": {"vi": "trong ngày", "en": "same day"}, "basis": [{"confidence": "high"}]}],
    "extensions": [{"when": {"var": "late"}, "value": 5, "unit": "workingDay", "because": {"vi": "phải xác minh", "en": "verification"}, "basis": [{"confidence": "medium"}]}],
    "sameDay": {"when": {"!": [{"var": "alone"}]}, "before": "15:00", "conditions": {"vi": "nộp trước 15 giờ", "en": "before 3 p.m."}, "basis": [{"confidence": "high"}]},
    "localCommitment": {"vi": "Xã có thể nhanh hơn.", "en": "Your commune may be faster."}},
  "fees": [{"id": "le-phi", "label": {"vi": "Lệ phí", "en": "Fee"}, "amount": 8000, "per": {"vi": "bản", "en": "copy"}, "when": {"var": "late"}, "channel": "counter",
            "exemptions": [{"label": {"vi": "Người nghèo", "en": "Poor households"}, "basis": [{"confidence": "medium"}]},
                           {"when": {"var": "alone"}, "label": {"vi": "Không có người làm chứng", "en": "No witness"}, "basis": [{"confidence": "low"}]}], "setBy": {"vi": "Tỉnh", "en": "Province"},
            "note": {"vi": "Hỏi xã.", "en": "Ask."}, "basis": [{"confidence": "medium"}]},
           {"id": "mien-phi", "label": {"vi": "Đúng hạn", "en": "On time"}, "formula": {"*": [2, 0]}, "when": {"!": [{"var": "late"}]}, "basis": [{"confidence": "high"}]}],
  "results": [{"name": {"vi": "Giấy khai sinh", "en": "Birth certificate"}, "final": true, "delivered": {"vi": "Tại quầy", "en": "At the counter"}, "validity": {"vi": "Mãi mãi", "en": "For ever"}, "basis": [{"confidence": "high"}]}],
  "refusals": [{"reason": {"vi": "Thiếu giấy", "en": "Paper missing"}, "fix": {"vi": "Bổ sung", "en": "Add it"}, "documents": ["giay-chung-sinh"], "basis": [{"confidence": "low"}]}],
  "recourse": {"where": {"vi": "Chủ tịch xã", "en": "Commune chair"}, "timeLimit": {"vi": "90 ngày", "en": "90 days"}, "basis": [{"confidence": "low"}]},
  "deadlines": [{"id": "han-60-ngay", "label": {"vi": "Đăng ký trong 60 ngày", "en": "Register within 60 days"}, "from": {"var": "birthDate"}, "value": 60, "unit": "day", "direction": "after",
                 "when": {"!": [{"var": "late"}]}, "afterwards": {"vi": "Có lệ phí.", "en": "There is a fee."}, "basis": [{"confidence": "high"}]}],
  "forms": [{"ref": "TK1", "title": {"vi": "Tờ khai khai sinh", "en": "Birth form"}, "boxes": [{"no": "1", "label": {"vi": "Ngày sinh", "en": "Date of birth"}, "from": "birthDate", "guide": {"vi": "Ghi số", "en": "In digits"}, "sample": {"vi": "Nguyễn An", "en": "Nguyễn An"}}]}],
  "proxy": {"allowed": "conditional", "who": {"vi": "Ông bà", "en": "Grandparents"}, "paper": {"vi": "Không cần", "en": "None"}, "exceptions": {"vi": "Không", "en": "None at all"}, "basis": [{"confidence": "high"}]},
  "sign": [{"kind": "either", "who": {"vi": "Cha mẹ", "en": "Parents"}}],
  "upload": {"formats": ["pdf", "jpg"], "maxMB": null, "naming": {"vi": "Theo tên giấy", "en": "By paper"}, "basis": [{"confidence": "low"}]},
  "related": [{"procedure": "dang-ky-thuong-tru", "relation": "after", "why": {"vi": "Cho bé nhập hộ khẩu", "en": "Register the residence"}, "title": {"vi": "Nhập hộ khẩu", "en": "Residence"}}],
  "tests": [
    {"name": "Sinh ở bệnh viện, 20 ngày", "today": "2026-11-21", "answers": {"birthPlace": "facility", "birthDate": "2026-11-01"},
     "expect": {"documents": ["to-khai", "giay-chung-sinh", "can-cuoc"], "fees": 0, "days": {"value": 0, "unit": "workingDay"}, "outcome": "ok"}},
    {"name": "Sinh ở nhà, có người chứng", "answers": {"birthPlace": "home", "witness": true, "birthDate": "2026-11-01"}, "expect": {"documents": ["to-khai", "van-ban-lam-chung", "can-cuoc"], "outcome": "ok"}},
    {"name": "Sinh ở nhà, không ai chứng", "answers": {"birthPlace": "home", "witness": false, "birthDate": "2026-11-01"},
     "expect": {"documents": ["to-khai", "can-cuoc"], "days": {"value": 5, "unit": "workingDay"}, "outcome": "maybe"}},
    {"name": "Không biết ai chứng", "answers": {"birthPlace": "home", "witness": null, "birthDate": "2026-11-01"},
     "expect": {"documents": ["to-khai", "can-cuoc"], "perhaps": ["van-ban-lam-chung"], "outcome": "maybe"}},
    {"name": "Quá hạn, không biết nộp ở đâu", "answers": {"birthPlace": "facility", "birthDate": "2026-01-01"}, "expect": {"fees": null}}]
})json");
}

/// The sample as a file's bytes.
inline std::string sample_bytes() { return sample_definition().dump(); }

/// The value at a JSON Pointer, made when it is not there.
inline nlohmann::json& at(nlohmann::json& document, const char* pointer) { return document[nlohmann::json::json_pointer(pointer)]; }

}  // namespace danloi::test
