// The payload of a shared link.
#include "core/share.hpp"

#include "core/base64url.hpp"
#include "core/crc32c.hpp"
#include "core/guide_slots.hpp"
#include "core/typed_date.hpp"
#include "core/typed_number.hpp"
#include "core/limits.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace danloi {

namespace {

constexpr char format_version = 1;

// The place of filing stands among the answers, under a name that no question can have: older programs pass it over.
constexpr const char* filing_key = "@place";

// The kinds of value a payload knows; the order is part of the format.
enum class Kind : char { unknown, no, yes, number, text, list };

class Writer {
public:
    std::string bytes;

    void count(std::size_t n) {
        for (; n >= 128; n >>= 7U) bytes += static_cast<char>((n & 127U) | 128U);
        bytes += static_cast<char>(n);
    }
    void text(std::string_view s) {
        count(s.size());
        bytes += s;
    }
    void kind(Kind k) { bytes += static_cast<char>(k); }
    void fixed(std::uint64_t value, int size) {
        for (int i = 0; i < size; ++i) bytes += static_cast<char>((value >> (8 * i)) & 255U);
    }
    void answer(const Answer& answer) {
        if (const auto* flag = std::get_if<bool>(&answer)) return kind(*flag ? Kind::yes : Kind::no);
        if (const auto* number = std::get_if<double>(&answer)) return real(*number);
        if (const auto* s = std::get_if<std::string>(&answer)) return kind(Kind::text), text(*s);
        if (const auto* list = std::get_if<std::vector<std::string>>(&answer)) return texts(*list);
        kind(Kind::unknown);
    }
    void answers(const std::map<std::string, Answer, std::less<>>& all) {
        count(all.size());
        for (const auto& [id, value] : all) text(id), answer(value);
    }

private:
    void real(double value) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        kind(Kind::number);
        fixed(bits, 8);
    }
    void texts(const std::vector<std::string>& list) {
        kind(Kind::list);
        count(list.size());
        for (const std::string& item : list) text(item);
    }
};

// Reads with a sticky failure: after the first bad byte everything is empty and `ok` stays false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    bool ok = true;

    std::size_t count() {
        std::size_t value = 0;
        for (unsigned shift = 0; shift < 21; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).empty() ? '\0' : last_);
            value |= static_cast<std::size_t>(byte & 127U) << shift;
            if ((byte & 128U) == 0) return value;
        }
        ok = false;
        return 0;
    }
    std::string text() {
        const std::string_view bytes = take(count());
        if (!is_utf8(bytes) || bytes.find('\0') != std::string_view::npos) ok = false;
        return ok ? std::string{bytes} : std::string{};
    }
    std::map<std::string, Answer, std::less<>> answers() {
        std::map<std::string, Answer, std::less<>> all;
        for (std::size_t n = count(); n > 0 && ok; --n) {
            std::string id = text();
            if (!all.empty() && !(all.rbegin()->first < id)) ok = false;  // sorted and unique, or it is not ours
            all.emplace(std::move(id), answer());
        }
        return all;
    }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    std::string_view take(std::size_t n) {
        if (n > rest_.size()) ok = false;
        if (!ok) return {};
        const std::string_view bytes = rest_.substr(0, n);
        rest_.remove_prefix(n);
        if (n > 0) last_ = bytes.back();
        return bytes;
    }
    Answer answer() {
        const std::string_view kind = take(1);
        if (kind.empty()) return Unknown{};
        switch (static_cast<Kind>(kind[0])) {
            case Kind::unknown: return Unknown{};
            case Kind::no: return false;
            case Kind::yes: return true;
            case Kind::number: return real();
            case Kind::text: return text();
            case Kind::list: return texts();
        }
        ok = false;
        return Unknown{};
    }
    double real() {
        const std::string_view bytes = take(8);
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) ok = false;
        return ok ? value : 0;
    }
    std::vector<std::string> texts() {
        std::vector<std::string> list;
        for (std::size_t n = count(); n > 0 && ok; --n) list.push_back(text());
        return list;
    }

    std::string_view rest_;
    char last_ = 0;
};

std::string_view checksum_of(std::string_view body, std::string& room) {
    Writer w;
    w.fixed(crc32c(body), 4);
    room = std::move(w.bytes);
    return room;
}

bool fits(const Question& question, const Answer& answer) {
    if (std::holds_alternative<Unknown>(answer)) return question.unknown_allowed;
    const auto* text = std::get_if<std::string>(&answer);
    const auto* list = std::get_if<std::vector<std::string>>(&answer);
    switch (question.kind) {
        case QuestionKind::yes_no: return std::holds_alternative<bool>(answer);
        case QuestionKind::choice: return text != nullptr && offers(question, *text);
        case QuestionKind::many:
            return list != nullptr &&
                   std::all_of(list->begin(), list->end(), [&](const auto& v) { return offers(question, v); });
        case QuestionKind::number:
            return std::holds_alternative<double>(answer) || (text != nullptr && parse_typed_number(*text));
        case QuestionKind::date: return text != nullptr && parse_typed_date(*text);
        case QuestionKind::place: return text != nullptr && is_place_code(*text);
        case QuestionKind::text: return text != nullptr;
    }
    return false;
}

}  // namespace

Shared share_of(const Procedure& procedure, const Dossier& dossier, const GuideInput& input) {
    Shared shared{procedure.id, procedure.version, dossier.step, {}, {}};
    for (const std::size_t index : asked_questions(procedure, dossier, input)) {
        const Question& question = procedure.questions[index];
        const auto found = dossier.answers.find(question.id);
        if (!question.personal && found != dossier.answers.end() && fits(question, found->second))
            shared.answers.emplace(question.id, found->second);
    }
    if (!dossier.place.empty()) shared.answers.emplace(filing_key, dossier.place);
    for (const auto& [name, json] : carried_facts(procedure, dossier, input)) {
        if (json == "true" || json == "false") shared.facts.emplace(name, json == "true");
        else shared.facts.emplace(name, json.substr(1, json.size() - 2));
    }
    return shared;
}

std::string encode_share(const Shared& shared) {
    Writer w;
    w.bytes += format_version;
    w.text(shared.procedure);
    w.text(shared.version);
    w.text(shared.step);
    w.answers(shared.answers);
    w.answers(shared.facts);
    std::string room;
    w.bytes += checksum_of(w.bytes, room);
    return base64url(w.bytes);
}

ShareResult decode_share(std::string_view payload) {
    if (payload.size() > limits::link_bytes) return {std::nullopt, ShareFault::too_long};
    const auto bytes = from_base64url(payload);
    if (!bytes || bytes->size() < 6) return {std::nullopt, ShareFault::damaged};
    const std::string_view body = std::string_view{*bytes}.substr(0, bytes->size() - 4);
    std::string room;
    if (checksum_of(body, room) != std::string_view{*bytes}.substr(body.size())) return {std::nullopt, ShareFault::damaged};
    if (body[0] != format_version) return {std::nullopt, ShareFault::newer};
    Reader r{body.substr(1)};
    Shared shared;
    shared.procedure = r.text();
    shared.version = r.text();
    shared.step = r.text();
    shared.answers = r.answers();
    shared.facts = r.answers();
    if (!r.ok || !r.at_end()) return {std::nullopt, ShareFault::damaged};
    return {std::move(shared), ShareFault::none};
}

Dossier dossier_from(const Procedure& procedure, const Shared& shared) {
    Dossier dossier;
    dossier.procedure = procedure.id;
    dossier.version = procedure.version;
    dossier.hash = procedure.hash;
    dossier.step = shared.step;
    for (const Question& question : procedure.questions) {
        const auto found = shared.answers.find(question.id);
        if (!question.personal && found != shared.answers.end() && fits(question, found->second))
            dossier.answers.emplace(question.id, found->second);
    }
    if (const auto found = shared.answers.find(filing_key); found != shared.answers.end())
        if (const auto* code = std::get_if<std::string>(&found->second); code != nullptr && is_place_code(*code)) dossier.place = *code;
    for (const Fact& fact : procedure.facts) {
        const auto found = shared.facts.find(fact.name);
        if (found == shared.facts.end()) continue;
        if (const auto* flag = std::get_if<bool>(&found->second)) dossier.carried_flags.emplace(fact.name, *flag);
        if (const auto* text = std::get_if<std::string>(&found->second)) dossier.carried_values.emplace(fact.name, *text);
    }
    return dossier;
}

}  // namespace danloi
