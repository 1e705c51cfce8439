// A SAX handler that builds the document and stops at the first fault. nlohmann/json parses without recursion, so depth
// costs nothing before the limit refuses it.
#include "core/json_read.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "core/limits.hpp"
#include "core/text.hpp"

namespace danloi {
namespace {

using nlohmann::json;

/// What nlohmann/json says of a fault, without its prefix and without the bytes it quotes (they may be invalid).
std::string detail_of(std::string_view message) {
    if (const auto quote = message.find("; last read"); quote != message.npos) message = message.substr(0, quote);
    if (const auto dash = message.find(" - "); dash != message.npos) message.remove_prefix(dash + 3);
    if (const auto prefix = message.find("] "); prefix != message.npos) message.remove_prefix(prefix + 2);
    return well_formed(message.substr(0, 200));
}

struct Fault {
    Words reason;
    Words remedy;
};

Fault syntax_fault(std::string_view message) {
    if (terse) return {};
    const auto says = [&](std::string_view part) { return message.find(part) != message.npos; };
    if (says("number overflow")) return {"a number is too large", "Write a number that fits (below 1e308)."};
    if (says("ill-formed UTF-8")) return {"the text is not valid UTF-8", "Save the file as UTF-8."};
    if (says("surrogate")) {
        return {"a \\u escape is half of a pair (lone surrogate)", "Write the character itself, or both halves of the pair."};
    }
    if (says("unexpected end of input") || says("missing closing quote")) {
        return {"the document ends too early", "Close every bracket and quotation mark."};
    }
    if (says("expected end of input")) {
        return {"something follows the end of the document", "Remove everything after the last closing bracket."};
    }
    return {sentence("not valid JSON: ", detail_of(message)), "Correct the JSON at this line."};
}

class Reader {
public:
    using number_integer_t = json::number_integer_t;
    using number_unsigned_t = json::number_unsigned_t;
    using number_float_t = json::number_float_t;
    using string_t = json::string_t;
    using binary_t = json::binary_t;

    bool null() { return add(json(nullptr)); }
    bool boolean(bool yes) { return add(json(yes)); }
    bool number_integer(number_integer_t number) { return add(json(number)); }
    bool number_unsigned(number_unsigned_t number) { return add(json(number)); }
    bool number_float(number_float_t number, const string_t&) { return add(json(number)); }
    bool string(string_t& text) { return sound(text) && add(json(std::move(text))); }
    bool binary(binary_t&) { return refuse({"binary data is not JSON", "Write text."}); }

    bool start_object(std::size_t) { return open(json::object()); }
    bool start_array(std::size_t) { return open(json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(string_t& name) {
        Frame& frame = frames_.back();
        frame.key = name.size() <= limits::string_bytes ? name : std::string{};
        frame.has_key = !frame.key.empty() || name.empty();
        if (!sound(name)) return false;
        if (!frame.value->contains(name)) return true;
        return refuse({sentence("the key ", Quoted{name}, " stands twice in this object"), "Keep one of the two."});
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
        position_ = position;
        return refuse(syntax_fault(error.what()));
    }

    /// The pointer to where the parser stands.
    [[nodiscard]] Place place(const std::string& file) const {
        Place at{file};
        for (const Frame& frame : frames_) {
            if (frame.value->is_array()) at = at / frame.value->size();
            else if (frame.has_key) at = at / std::string_view{frame.key};
        }
        return at;
    }

    [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }
    /// Bytes read when a syntax fault was met; nullopt for any other fault.
    [[nodiscard]] std::optional<std::size_t> position() const { return position_; }
    json take() { return std::move(root_); }

private:
    /// An array or object that is still open. An element that is itself open is not yet counted in its array's size, so
    /// the size is the element's index.
    struct Frame {
        json* value = nullptr;
        std::string key;
        bool has_key = false;
        json held;  // an open element, added to its parent when it closes
    };

    bool refuse(Fault fault) {
        fault_ = std::move(fault);
        return false;
    }

    bool sound(const std::string& text) {
        if (text.size() > limits::string_bytes) {
            return refuse({sentence("a text is longer than ", limits::string_bytes, " bytes"), "Shorten or split it."});
        }
        if (text.find('\0') != text.npos) return refuse({"a text holds the character NUL (\\u0000)", "Remove it."});
        return true;
    }

    bool count() {
        if (++nodes_ <= limits::nodes) return true;
        return refuse({sentence("the file holds more than ", limits::nodes, " values"), "Split the file."});
    }

    void put(json value) {
        if (frames_.empty()) {
            root_ = std::move(value);
            return;
        }
        Frame& frame = frames_.back();
        if (frame.value->is_array()) {
            frame.value->push_back(std::move(value));
            return;
        }
        (*frame.value)[frame.key] = std::move(value);
        frame.has_key = false;
    }

    bool add(json value) {
        if (!count()) return false;
        put(std::move(value));
        return true;
    }

    bool open(json empty) {
        if (frames_.size() >= limits::depth) {
            return refuse({sentence("arrays and objects are nested deeper than ", limits::depth, " levels"),
                           "Flatten the structure."});
        }
        if (!count()) return false;
        Frame frame;
        frame.held = std::move(empty);
        frames_.push_back(std::move(frame));
        // frames_ never grows beyond its reserved size, so addresses of `held` stay.
        frames_.back().value = &frames_.back().held;
        return true;
    }

    bool close() {
        json finished = std::move(frames_.back().held);
        frames_.pop_back();
        put(std::move(finished));
        return true;
    }

    json root_;
    std::vector<Frame> frames_ = with_room();
    std::size_t nodes_ = 0;
    std::optional<Fault> fault_;
    std::optional<std::size_t> position_;

    static std::vector<Frame> with_room() {
        std::vector<Frame> frames;
        frames.reserve(limits::depth);
        return frames;
    }
};

std::size_t line_of(std::string_view bytes, std::size_t position) {
    const std::string_view before = bytes.substr(0, std::min(position, bytes.size()));
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

/// Passes bytes on and counts them, so that a fault found by the handler knows its line too.
class Cursor {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
    reference operator*() const { return *at_; }
    Cursor& operator++() {
        *furthest_ = ++at_;
        return *this;
    }
    Cursor operator++(int) {
        Cursor before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Cursor& other) const { return at_ == other.at_; }
    bool operator!=(const Cursor& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** furthest_;
};

Problem problem_at(const Place& place, std::size_t line, Fault fault) {
    return place.problem(sentence("line ", line, ": ", fault.reason), std::move(fault.remedy));
}

/// Faults that need no parsing; nullopt when parsing may start.
std::optional<Fault> fault_before_parsing(std::string_view bytes) {
    if (bytes.size() > limits::file_bytes) {
        return Fault{sentence("the file is larger than ", limits::file_bytes, " bytes"), "Split the file."};
    }
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
        return Fault{"the file starts with a byte order mark", "Save it as UTF-8 without byte order mark."};
    }
    return std::nullopt;
}

}  // namespace

std::optional<json> read_json(std::string_view bytes, std::string file, Problems& problems) {
    if (auto fault = fault_before_parsing(bytes)) {
        problems.push_back(problem_at(Place{std::move(file)}, 1, *std::move(fault)));
        return std::nullopt;
    }
    // nlohmann/json takes a NUL byte for the end of input, so only what stands before it is parsed.
    const std::size_t nul = bytes.find('\0');
    const std::string_view readable = bytes.substr(0, nul);
    Reader reader;
    const char* furthest = readable.data();
    const char* const end = readable.data() + readable.size();
    const bool parsed = json::sax_parse(Cursor{readable.data(), &furthest}, Cursor{end, &furthest}, &reader);
    const auto consumed = static_cast<std::size_t>(furthest - readable.data());
    const bool ran_out = reader.position() && *reader.position() > readable.size();
    if (nul != bytes.npos && (parsed || ran_out)) {
        problems.push_back(problem_at(reader.place(file), line_of(bytes, nul), {"the file holds a NUL byte", "Remove it."}));
        return std::nullopt;
    }
    if (parsed) return reader.take();
    problems.push_back(problem_at(reader.place(file), line_of(bytes, consumed), reader.fault().value_or(Fault{"not JSON", "Correct it."})));
    return std::nullopt;
}

}  // namespace danloi
