// Writes compact JSON straight into a string.
#include "core/json_write.hpp"

#include "core/number_text.hpp"

#include <cmath>

namespace danloi {

namespace {

void append_escaped(std::string& out, char c) {
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\t': out += "\\t"; return;
        case '\r': out += "\\r"; return;
        default: break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) {
        out += c;
        return;
    }
    out += "\\u00";
    out += hex[byte >> 4U];
    out += hex[byte & 15U];
}

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
    out += '"';
    for (const char c : value) append_escaped(out, c);
    out += '"';
}

std::string json_string(std::string_view value) {
    std::string out;
    append_json_string(out, value);
    return out;
}

void JsonWriter::comma() {
    if (!first_) out_ += ',';
    first_ = false;
}

JsonWriter& JsonWriter::open_object() {
    comma();
    out_ += '{';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close_object() {
    out_ += '}';
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::open_array() {
    comma();
    out_ += '[';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close_array() {
    out_ += ']';
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    comma();
    append_json_string(out_, name);
    out_ += ':';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    comma();
    append_json_string(out_, value);
    return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
    comma();
    out_ += std::to_string(value);
    return *this;
}

JsonWriter& JsonWriter::real(double value) {
    if (!std::isfinite(value)) return null();
    comma();
    out_ += number_text(value);
    return *this;
}

JsonWriter& JsonWriter::flag(bool value) {
    comma();
    out_ += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    comma();
    out_ += "null";
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    comma();
    out_ += json;
    return *this;
}

JsonWriter& JsonWriter::member_if(std::string_view name, std::string_view value) {
    return value.empty() ? *this : member(name, value);
}

JsonWriter& JsonWriter::member_if(std::string_view name, bool value) {
    return value ? key(name).flag(true) : *this;
}

}  // namespace danloi
