// Reads the JSON objects of a definition strictly: every key is asked for by name, whatever nobody asked for is a
// problem, and reading goes on after a fault so that one run names them all.
#pragma once
#include "core/date.hpp"
#include "core/multilingual.hpp"
#include "core/problem.hpp"
#include "core/procedure_load_shapes.hpp"
#include "core/rule.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace danloi {

struct LoadHooks;
struct Procedure;

/// What one load shares between all its readers.
struct ReadScope {
    std::string file;
    Problems& problems;
    Procedure& procedure;              ///< being filled; rules are compiled into its RuleBook
    const LoadHooks* hooks = nullptr;  ///< may be null
    std::size_t known_names = 0;       ///< questions and facts: any further name in a rule is unknown
};

/// Whether a key may be left out.
enum class Need : std::uint8_t { required, optional };

/// One JSON object. Each call reads one key, reports a wrong or missing value as one Problem at its place and leaves
/// `out` as it was. Call finish() last: it reports the keys nobody asked for.
class Reader {
public:
    Reader(ReadScope& scope, const nlohmann::json& document);
    /// The object that is the member `key` of `parent`, or the element `index` of that member.
    Reader(const Reader& parent, const char* key, const nlohmann::json& node, std::size_t index = no_index);
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    void text(const char* key, Text& out);
    void text(const char* key, std::optional<Text>& out);
    void texts(const char* key, std::vector<Text>& out);
    /// A text in one language or an id, in the given shape.
    void word(const char* key, std::string& out, Shape shape, Need need);
    void words(const char* key, std::vector<std::string>& out, Shape shape, std::size_t least);
    void date(const char* key, Date& out);
    void date(const char* key, std::optional<Date>& out);
    void flag(const char* key, bool& out, Need need);
    void whole(const char* key, std::int64_t& out, std::int64_t least, std::int64_t most, Need need);
    void whole(const char* key, int& out, int least, int most, Need need);
    /// null stands for "not known", like a key that is left out.
    void whole(const char* key, std::optional<int>& out, int least, int most);
    void real(const char* key, std::optional<double>& out);
    void rule(const char* key, RuleId& out);
    void rule(const char* key, std::optional<RuleId>& out);
    /// The position of the value in `names` ("a|b|c"), or -1 when it is absent or was reported.
    int pick(const char* key, const char* names, Need need);
    /// A list of different values out of `names`, at least `least` of them.
    void picks(const char* key, const char* names, std::vector<std::string>& out, std::size_t least);

    template <class Enum>
    void pick(const char* key, const char* names, Enum& out, Need need) {
        if (const int found = pick(key, names, need); found >= 0) out = static_cast<Enum>(found);
    }

    template <class T>
    void list(const char* key, std::vector<T>& out, void (*read)(Reader&, T&), std::size_t least = 0,
              std::size_t most = 5'000) {
        const nlohmann::json* items = array(key, least, most);
        const std::size_t count = items != nullptr ? size_of(*items) : 0;
        out = std::vector<T>(count);  // made at its size: growing costs code for each T
        for (std::size_t i = 0; i < count; ++i) {
            Reader item{*this, key, element(*items, i), i};
            read(item, out[i]);
            item.finish();
        }
    }

    template <class T>
    void object(const char* key, T& out, void (*read)(Reader&, T&), Need need = Need::required) {
        if (const nlohmann::json* node = member(key, need)) {
            Reader inner{*this, key, *node};
            read(inner, out);
            inner.finish();
        }
    }

    template <class T>
    void object(const char* key, std::optional<T>& out, void (*read)(Reader&, T&)) {
        if (has(key)) object(key, out.emplace(), read, Need::optional);
        else member(key, Need::optional);
    }

    /// The member as it is, or nullptr. A missing required member is reported.
    const nlohmann::json* member(const char* key, Need need);
    /// The member when it is an array of `least` to `most` elements; required when `least` is above 0.
    const nlohmann::json* array(const char* key, std::size_t least, std::size_t most);
    [[nodiscard]] bool has(const char* key) const;

    void finish();

    /// Reports a fault of the member `key` (nullptr: of the object itself).
    void fault(const char* key, Words reason, Words remedy);
    [[nodiscard]] Place place() const;
    [[nodiscard]] ReadScope& scope() const { return scope_; }

private:
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);
    static constexpr std::size_t most_keys = 64;
    // A member, or an element of a member; made into a Place only when something is wrong there.
    struct Spot {
        const char* key = nullptr;
        std::size_t index = no_index;
    };
    static std::size_t size_of(const nlohmann::json& list);
    static const nlohmann::json& element(const nlohmann::json& list, std::size_t index);

    [[nodiscard]] Place place(const Spot& spot) const;
    void report(const Place& where, Words reason, Words remedy);
    void wrong_type(const Place& where, const char* wanted, const nlohmann::json& found);
    void note_key(const char* key);
    void require_object();
    void read_text(const nlohmann::json& node, const Spot& spot, Text& out);
    void read_translation(const Spot& spot, const std::string& tag, const nlohmann::json& node, std::string& out);
    bool read_word(const nlohmann::json& node, const Spot& spot, Shape shape, std::string& out);
    int read_pick(const nlohmann::json& node, const Spot& spot, const char* names);
    void check_names(RuleId rule, const Place& where);

    ReadScope& scope_;
    const Reader* parent_ = nullptr;
    Spot here_;
    const nlohmann::json* node_;  // nullptr after it turned out not to be an object
    std::array<const char*, most_keys> asked_{};
    std::size_t asked_count_ = 0;
};

}  // namespace danloi
