// Writes compact JSON straight into a string: no tree is built, so a Screen costs one pass and little code.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace danloi {

/// Appends JSON to a string. Commas are set by the writer; nesting is the caller's duty (each open has its close).
/// Text must be valid UTF-8; control characters, quotes and backslashes are escaped.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& open_object();
    JsonWriter& close_object();
    JsonWriter& open_array();
    JsonWriter& close_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& text(std::string_view value);
    JsonWriter& number(std::int64_t value);
    /// Shortest form of a finite double; anything else is written as null.
    JsonWriter& real(double value);
    JsonWriter& flag(bool value);
    JsonWriter& null();
    /// A piece that is JSON already.
    JsonWriter& raw(std::string_view json);

    JsonWriter& member(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).number(value); }
    /// Writes the member only when it says something.
    JsonWriter& member_if(std::string_view name, std::string_view value);
    JsonWriter& member_if(std::string_view name, bool value);

private:
    void comma();
    std::string& out_;
    bool first_ = true;
};

/// Appends `value` as a quoted JSON string.
void append_json_string(std::string& out, std::string_view value);

/// `value` as a quoted JSON string.
[[nodiscard]] std::string json_string(std::string_view value);

}  // namespace danloi
