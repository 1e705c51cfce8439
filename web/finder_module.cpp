// finder.wasm: search in procedures and places, fetched when somebody searches. The page writes bytes into `df_input`, loads
// data or asks, and reads the answer at `df_output`.
#include "core/finder.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace {

struct Module {
    danloi::Finder finder;
    std::string input;
    std::string output;
};

Module& the() {
    static Module the_module;
    return the_module;
}

constexpr std::array<const char*, 4> kinds{"catalogue", "provinces", "communes", "old_units"};

}  // namespace

#define DANLOI_EXPORT(name) extern "C" __attribute__((export_name(#name)))

/// Room for `size` bytes of input; valid until the next call of df_input.
DANLOI_EXPORT(df_input) char* df_input(std::size_t size) {
    the().input.resize(size);
    return the().input.data();
}

/// Takes the input as data of this kind: 0 catalogue, 1 provinces, 2 communes, 3 old units. 0: taken; 1: of no use.
DANLOI_EXPORT(df_load) int df_load(std::size_t kind) {
    return kind < kinds.size() && the().finder.load(kinds[kind], the().input) ? 0 : 1;
}

/// Answers the request in the input.
DANLOI_EXPORT(df_find) void df_find() { the().output = the().finder.find(the().input); }

/// The last answer, UTF-8 JSON; valid until the next df_find.
DANLOI_EXPORT(df_output) const char* df_output() { return the().output.data(); }
DANLOI_EXPORT(df_output_size) std::size_t df_output_size() { return the().output.size(); }
