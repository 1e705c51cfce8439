// Reading one object of a definition: types, presence, unknown keys, forms of ids and texts.
#include "core/reader.hpp"

#include "core/limits.hpp"
#include "core/procedure.hpp"
#include "core/procedure_load.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace danloi {

namespace {

using nlohmann::json;

// A tag of BCP 47 as far as content needs it: "tay", "zh-Hant".
bool is_language(std::string_view tag) {
    const auto first = tag.substr(0, tag.find('-'));
    if (first.size() < 2 || first.size() > 3 || tag.size() > 20 || tag.back() == '-') return false;
    return std::all_of(first.begin(), first.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
           std::all_of(tag.begin(), tag.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

// "a|b|c" as "a, b, c".
std::string as_list(const char* names) {
    std::string list;
    for (; *names != '\0'; ++names) {
        if (*names == '|') list += ", ";
        else list += *names;
    }
    return list;
}

int position_in(std::string_view names, std::string_view wanted) {
    for (int position = 0;; ++position) {
        const auto end = names.find('|');
        if (names.substr(0, end) == wanted) return position;
        if (end == std::string_view::npos) return -1;
        names.remove_prefix(end + 1);
    }
}

}  // namespace

Reader::Reader(ReadScope& scope, const json& document) : scope_(scope), node_(&document) { require_object(); }

Reader::Reader(const Reader& parent, const char* key, const json& node, std::size_t index)
    : scope_(parent.scope_), parent_(&parent), here_{key, index}, node_(&node) {
    require_object();
}

void Reader::require_object() {
    if (node_->is_object()) return;
    wrong_type(place(), "an object {...}", *node_);
    node_ = nullptr;
}

std::size_t Reader::size_of(const json& list) { return list.size(); }
const json& Reader::element(const json& list, std::size_t index) { return list[index]; }

Place Reader::place() const {
    if (parent_ == nullptr) return Place{scope_.file};
    return parent_->place(here_);
}

Place Reader::place(const Spot& spot) const {
    Place here = place();
    if (spot.key != nullptr) here = here / spot.key;
    return spot.index == no_index ? here : here / spot.index;
}

void Reader::report(const Place& where, Words reason, Words remedy) {
    scope_.problems.push_back(where.problem(std::move(reason), std::move(remedy)));
}

void Reader::fault(const char* key, Words reason, Words remedy) {
    report(place({key}), std::move(reason), std::move(remedy));
}

void Reader::wrong_type(const Place& where, const char* wanted, const json& found) {
    report(where, sentence("expected ", wanted, ", found ", found.type_name()),
           sentence("Write ", wanted, " here; the schema in procedures/schema says what it means."));
}

void Reader::note_key(const char* key) {
    if (terse) return;
    const auto end = asked_.begin() + static_cast<std::ptrdiff_t>(asked_count_);
    const bool known =
        std::any_of(asked_.begin(), end, [&](const char* other) { return std::strcmp(key, other) == 0; });
    if (!known && asked_count_ < most_keys) asked_[asked_count_++] = key;
}

bool Reader::has(const char* key) const { return node_ != nullptr && node_->contains(key); }

const json* Reader::member(const char* key, Need need) {
    note_key(key);
    if (node_ == nullptr) return nullptr;
    const auto found = node_->find(key);
    if (found != node_->end()) return &*found;
    if (need == Need::required)
        report(place(), sentence("the required key ", Quoted{key}, " is missing"), sentence("Add ", Quoted{key}, " here."));
    return nullptr;
}

const json* Reader::array(const char* key, std::size_t least, std::size_t most) {
    const json* node = member(key, least > 0 ? Need::required : Need::optional);
    if (node == nullptr) return nullptr;
    if (!node->is_array()) {
        wrong_type(place({key}), "a list [...]", *node);
        return nullptr;
    }
    if (node->size() >= least && node->size() <= most) return node;
    fault(key, sentence(node->size(), " entries are too ", node->size() < least ? "few" : "many"),
          sentence("Give ", least, " to ", most, " entries."));
    return nullptr;
}

void Reader::finish() {
    if (terse || node_ == nullptr) return;
    const auto end = asked_.begin() + static_cast<std::ptrdiff_t>(asked_count_);
    for (auto entry = node_->begin(); entry != node_->end(); ++entry) {
        const auto is_key = [&](const char* key) { return entry.key() == key; };
        if (std::any_of(asked_.begin(), end, is_key)) continue;
        std::string allowed;
        for (auto key = asked_.begin(); key != end; ++key) allowed += (allowed.empty() ? "" : ", ") + std::string{*key};
        report(place() / entry.key(), sentence("the key ", Quoted{entry.key()}, " is not known here"),
               sentence("Remove it or correct its spelling; known keys are: ", allowed, "."));
    }
}

void Reader::read_translation(const Spot& spot, const std::string& tag, const json& node, std::string& out) {
    if (!node.is_string()) return wrong_type(place(spot) / tag, "a text", node);
    const auto& text = node.get_ref<const std::string&>();
    if (const TextFault fault = text_fault(text)) report(place(spot) / tag, fault.reason, fault.remedy);
    else out = text;
}

void Reader::read_text(const json& node, const Spot& spot, Text& out) {
    if (!node.is_object())
        return wrong_type(place(spot), "a text in two languages {\"vi\": \"...\", \"en\": \"...\"}", node);
    for (const char* tag : {"vi", "en"})
        if (!node.contains(tag))
            report(place(spot), sentence("the text has no ", *tag == 'v' ? "Vietnamese" : "English", " version"),
                   sentence("Add ", Quoted{tag}, "."));
    for (auto entry = node.begin(); entry != node.end(); ++entry) {
        const std::string& tag = entry.key();
        if (tag == "vi") read_translation(spot, tag, entry.value(), out.vi);
        else if (tag == "en") read_translation(spot, tag, entry.value(), out.en);
        else if (!is_language(tag))
            report(place(spot) / tag, sentence(Quoted{tag}, " is not a language"), "Use a BCP 47 tag like vi, en or tay.");
        else read_translation(spot, tag, entry.value(), out.others.emplace_back(tag, "").second);
    }
    const LoadHooks* hooks = scope_.hooks;
    if (hooks != nullptr && hooks->text != nullptr) hooks->text(hooks->context, out, place(spot));
}

void Reader::text(const char* key, Text& out) {
    if (const json* node = member(key, Need::required)) read_text(*node, {key}, out);
}

void Reader::text(const char* key, std::optional<Text>& out) {
    if (const json* node = member(key, Need::optional)) read_text(*node, {key}, out.emplace());
}

void Reader::texts(const char* key, std::vector<Text>& out) {
    const json* items = array(key, 0, limits::options);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i)
        read_text((*items)[i], {key, i}, out.emplace_back());
}

bool Reader::read_word(const json& node, const Spot& spot, Shape shape, std::string& out) {
    if (!node.is_string()) {
        wrong_type(place(spot), "a text", node);
        return false;
    }
    const auto& text = node.get_ref<const std::string&>();
    const TextFault fault = shape_fault(text, shape);
    if (fault) report(place(spot), sentence(fault.reason, ": ", Quoted{text}), fault.remedy);
    else out = text;
    return !fault;
}

void Reader::word(const char* key, std::string& out, Shape shape, Need need) {
    if (const json* node = member(key, need)) read_word(*node, {key}, shape, out);
}

void Reader::words(const char* key, std::vector<std::string>& out, Shape shape, std::size_t least) {
    const json* items = array(key, least, limits::options);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
        std::string word;
        if (!read_word((*items)[i], {key, i}, shape, word)) continue;
        if (std::find(out.begin(), out.end(), word) != out.end())
            report(place({key, i}), sentence(Quoted{word}, " stands here twice"), "Keep one of them.");
        else out.push_back(std::move(word));
    }
}

void Reader::date(const char* key, std::optional<Date>& out) {
    const json* node = member(key, Need::optional);
    if (node == nullptr) return;
    if (!node->is_string()) return wrong_type(place({key}), "a day as \"YYYY-MM-DD\"", *node);
    out = parse_iso(node->get_ref<const std::string&>());
    if (!out)
        fault(key, sentence("there is no such day: ", Quoted{node->get_ref<const std::string&>()}),
              "Write year-month-day with two digits each for month and day, like 2026-07-01.");
}

void Reader::date(const char* key, Date& out) {
    std::optional<Date> found;
    member(key, Need::required);
    date(key, found);
    if (found) out = *found;
}

void Reader::flag(const char* key, bool& out, Need need) {
    const json* node = member(key, need);
    if (node == nullptr) return;
    if (node->is_boolean()) out = node->get<bool>();
    else wrong_type(place({key}), "true or false", *node);
}

void Reader::whole(const char* key, std::int64_t& out, std::int64_t least, std::int64_t most, Need need) {
    const json* node = member(key, need);
    if (node == nullptr) return;
    if (!node->is_number_integer()) return wrong_type(place({key}), "a whole number", *node);
    const bool too_big =
        node->is_number_unsigned() && node->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
    const std::int64_t found = too_big ? INT64_MAX : node->get<std::int64_t>();
    if (found >= least && found <= most) out = found;
    else
        fault(key, "the number is out of range",
              sentence("Write a whole number from ", least, " to ", most, "."));
}

void Reader::whole(const char* key, int& out, int least, int most, Need need) {
    std::int64_t wide = out;
    whole(key, wide, least, most, need);
    out = static_cast<int>(wide);
}

void Reader::whole(const char* key, std::optional<int>& out, int least, int most) {
    const json* node = member(key, Need::optional);
    if (node == nullptr || node->is_null()) return;
    int found = least - 1;
    whole(key, found, least, most, Need::optional);
    if (found >= least) out = found;
}

void Reader::real(const char* key, std::optional<double>& out) {
    const json* node = member(key, Need::optional);
    if (node == nullptr) return;
    if (node->is_number()) out = node->get<double>();
    else wrong_type(place({key}), "a number", *node);
}

int Reader::read_pick(const json& node, const Spot& spot, const char* names) {
    if (!node.is_string()) {
        wrong_type(place(spot), "a text", node);
        return -1;
    }
    const auto& text = node.get_ref<const std::string&>();
    const int found = position_in(names, text);
    if (found < 0)
        report(place(spot), sentence(Quoted{text}, " is not one of the values known here"),
               sentence("Use one of: ", terse ? std::string{} : as_list(names), "."));
    return found;
}

int Reader::pick(const char* key, const char* names, Need need) {
    const json* node = member(key, need);
    return node != nullptr ? read_pick(*node, {key}, names) : -1;
}

void Reader::picks(const char* key, const char* names, std::vector<std::string>& out, std::size_t least) {
    const json* items = array(key, least, limits::options);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i)
        if (read_pick((*items)[i], {key, i}, names) >= 0) out.push_back((*items)[i].get<std::string>());
}

void Reader::check_names(RuleId rule, const Place& where) {
    const RuleBook& book = scope_.procedure.rules;
    if (!book.names_are_fixed(rule))
        report(where, "the rule works out the name of a variable", "Write the name of the question or fact itself.");
    for (const NameId name : book.names_read(rule))
        if (name >= scope_.known_names)
            report(where,
                   sentence("the rule reads ", Quoted{book.names().name(name)}, ", which is neither a question nor a fact"),
                   "Correct the name, or add the question or fact.");
}

void Reader::rule(const char* key, std::optional<RuleId>& out) {
    const json* node = member(key, Need::optional);
    if (node == nullptr) return;
    const Place where = place({key});
    out = scope_.procedure.rules.compile(*node, where, scope_.problems);
    if (!out) return;
    check_names(*out, where);
    if (scope_.hooks != nullptr && scope_.hooks->rule != nullptr)
        scope_.hooks->rule(scope_.hooks->context, *out, *node, where, scope_.procedure);
}

void Reader::rule(const char* key, RuleId& out) {
    std::optional<RuleId> found;
    member(key, Need::required);
    rule(key, found);
    if (found) out = *found;
}

}  // namespace danloi
