// Values that rules work on: small, trivially copyable, pointing into memory somebody else keeps (an Arena, a RuleBook,
// a dossier), so that evaluating a rule allocates nothing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace danloi {

/// Memory for temporaries: grows in blocks, frees all at once. Not copyable; moving keeps pointers valid.
class Arena {
public:
    Arena() = default;
    Arena(Arena&&) noexcept = default;
    Arena& operator=(Arena&&) noexcept = default;

    /// At least one byte of uninitialised memory, aligned for any Value.
    void* take(std::size_t bytes);
    /// `count` uninitialised elements of a trivial type; a distinct address even for none.
    template <class T>
    std::span<T> array(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<T>);
        return {static_cast<T*>(take(count * sizeof(T))), count};
    }
    /// A copy of the text that lives as long as the arena's content.
    std::string_view copy(std::string_view text);
    /// Forgets everything but keeps the largest block for the next use.
    void reset();
    /// Bytes handed out since the last reset.
    [[nodiscard]] std::size_t used() const { return used_; }

private:
    struct Block {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size = 0;
    };
    std::vector<Block> blocks_;
    std::size_t at_ = 0;  // first free byte of the last block
    std::size_t used_ = 0;
};

struct Member;

/// A JSON value, or `undefined` (an argument that was not given, which JavaScript tells apart from null).
struct Value {
    enum class Type : std::uint8_t { null, undefined, boolean, number, text, list, object };
    /// How settled a value is: `sure`; its truth is sure but not the value itself; or nothing is, because it hangs on an
    /// answer that is open.
    enum class Doubt : std::uint8_t { none, value, truth };

    Type type = Type::null;
    Doubt doubt = Doubt::none;
    std::uint16_t symbol = 0;  ///< of a text interned by a RuleBook: equal symbols of one book are equal texts; 0 = none
    std::uint32_t size = 0;    ///< bytes, elements or members
    union {
        double number = 0;
        bool boolean;
        const char* letters;
        const Value* elements;
        const Member* members;
    };

    static Value null() { return {}; }
    static Value of(bool yes) {
        Value value;
        value.type = Type::boolean;
        value.boolean = yes;
        return value;
    }
    static Value of(double number) {
        Value value;
        value.type = Type::number;
        value.number = number;
        return value;
    }
    static Value of(int number) { return of(static_cast<double>(number)); }
    /// A text of at most 4 GB; the letters are not copied.
    static Value of(std::string_view text) {
        Value value;
        value.type = Type::text;
        value.size = static_cast<std::uint32_t>(text.size());
        value.letters = text.data();
        return value;
    }
    static Value of(const char*) = delete;  // would become a boolean; say std::string_view
    /// A list over elements kept elsewhere.
    static Value of(std::span<const Value> list) {
        Value value;
        value.type = Type::list;
        value.size = static_cast<std::uint32_t>(list.size());
        value.elements = list.data();
        return value;
    }
    static Value of(std::span<const Member> members) {
        Value value;
        value.type = Type::object;
        value.size = static_cast<std::uint32_t>(members.size());
        value.members = members.data();
        return value;
    }

    [[nodiscard]] bool is_null() const { return type == Type::null || type == Type::undefined; }
    [[nodiscard]] bool is_text() const { return type == Type::text; }
    [[nodiscard]] bool is_list() const { return type == Type::list; }
    [[nodiscard]] bool is_number() const { return type == Type::number; }
    /// The letters of a text; "" for anything else.
    [[nodiscard]] std::string_view text() const { return is_text() ? std::string_view{letters, size} : std::string_view{}; }
    /// The elements of a list; none for anything else.
    [[nodiscard]] std::span<const Value> list() const { return is_list() ? std::span{elements, size} : std::span<const Value>{}; }
    /// The members of an object; none for anything else.
    [[nodiscard]] std::span<const Member> object() const;
};

/// One member of an object value.
struct Member {
    std::string_view key;
    Value value;
};

inline std::span<const Member> Value::object() const {
    return type == Type::object ? std::span{members, size} : std::span<const Member>{};
}

static_assert(std::is_trivially_copyable_v<Value> && sizeof(Value) == 16);

/// Copies a JSON value (texts included) into the arena. Deeper than 64 levels becomes null.
Value value_from_json(const nlohmann::json& json, Arena& arena);
/// The value as JSON: whole numbers as integers, NaN, infinities and undefined as null.
nlohmann::json value_to_json(const Value& value);
/// Same JSON: types, numbers, texts, and lists and objects by content.
bool same_value(const Value& a, const Value& b);

}  // namespace danloi
