// A dossier: what one person has answered, ticked and noted for one procedure. Everything else is derived.
#pragma once
#include "core/multilingual.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace danloi {

/// "I don't know": an answer like any other, kept and shown, but it makes rules uncertain.
struct Unknown {
    friend bool operator==(Unknown, Unknown) { return true; }
};

/// One answer as given: text covers choice values, dates as typed (ISO once understood) and unit codes.
using Answer = std::variant<Unknown, bool, double, std::string, std::vector<std::string>>;

/// A province or commune as somebody chose it. Names are kept with the dossier: it is read without the table of places.
struct PlaceName {
    std::string code;      ///< official unit code
    std::string province;  ///< code of its province; a province is its own
    Text name;             ///< "Xã Y Tý, Tỉnh Lào Cai"
};

/// Whether this can be the official code of a province (two digits) or a commune (five).
[[nodiscard]] inline bool is_place_code(std::string_view text) {
    return (text.size() == 2 || text.size() == 5) && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Where a paper stands. `undecided` is the state before the person has said anything.
enum class PaperState : std::uint8_t { undecided, have, on_the_way, missing, not_needed };

/// What the home page says of a dossier without loading its definition; stored as the dossier's snapshot.
struct Summary {
    std::string title;
    int asked = 0;
    int answered = 0;
    int needed = 0;        ///< papers or groups of papers to bring
    int have = 0;
    std::string deadline;  ///< ISO date of the citizen's own deadline, or empty
};

/// Keyed by question id and document id, never by position; ids that the definition no longer knows are kept.
struct Dossier {
    std::string id;
    std::string procedure;
    std::string version;  ///< content version pinned when it was begun
    std::string hash;     ///< hash of the pinned definition's bytes
    std::string created;  ///< ISO date
    std::map<std::string, Answer, std::less<>> answers;
    std::map<std::string, bool, std::less<>> carried_flags;        ///< carried facts from a link: yes/no
    std::map<std::string, std::string, std::less<>> carried_values;///< carried facts from a link: choice values
    std::map<std::string, PaperState, std::less<>> papers;
    std::map<std::string, PaperState, std::less<>> shared;  ///< papers by their id in the shared library, as they stood when
                                                            ///< the person went on to another procedure
    std::map<std::string, std::string, std::less<>> retired;  ///< answers that fit no question any more, by question id, in
                                                              ///< words: the question as it was asked and the answer
    std::string place;    ///< code of the unit where it will be handed in, or empty
    std::map<std::string, PlaceName, std::less<>> places;  ///< names of the codes in `place` and in answers, by code
    std::string event;    ///< id of the life event in whose chain it was begun, or empty
    std::string follows;  ///< id of the dossier whose papers were noted down in this one too, or empty
    std::string binned;   ///< ISO date on which it was put into the bin, with "/date" once its 30 days were found to be over; or empty
    Summary summary;
    std::string step;     ///< question id, "checklist", "ready" or "sheet": where the person was
};

}  // namespace danloi
