// Strict reading of JSON from files nobody has checked yet: limits hold while parsing, each fault names its place.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/problem.hpp"

namespace danloi {

/// Parses one JSON document (RFC 8259, UTF-8 without byte order mark). On a fault returns nullopt and adds exactly one
/// Problem: the pointer is where the parser stood, the reason starts with the line ("line 3: ...").
/// Refused: more than `limits::file_bytes`, `depth`, `nodes` or `string_bytes`; duplicate keys; NUL, also as \u0000; a byte
/// order mark; bytes after the value; invalid UTF-8; lone surrogates; numbers beyond a double; comments.
std::optional<nlohmann::json> read_json(std::string_view bytes, std::string file, Problems& problems);

}  // namespace danloi
