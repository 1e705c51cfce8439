// The Guide: everything derived from a procedure, a dossier and today. Pure; nothing here is stored.
#pragma once
#include "core/calendar.hpp"
#include "core/dossier.hpp"
#include "core/local_view.hpp"
#include "core/procedure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace danloi {

/// What the Guide needs to know besides the procedure and the dossier. `received` is when the dossier is taken to be
/// handed in (default: today, at the opening hour). Pointers may be null: no calendar means no dates.
struct GuideInput {
    Date today;
    std::optional<DateTime> received;
    const Calendar* calendar = nullptr;
    OfficeHours hours;
    const UnitTree* units = nullptr;
    const LocalView* locality = nullptr;  ///< fees and times set where it is handed in
};

/// Whether a rule applies: `perhaps` hangs on an unanswered or "don't know" question.
enum class Applies : std::uint8_t { no, perhaps, yes };

/// What a rule hung on: the answers it read, and the questions that would settle it.
struct Why {
    std::vector<std::size_t> answered;  ///< indexes into Procedure::questions
    std::vector<std::size_t> open;      ///< unanswered or "don't know"
};

/// One paper and whether it applies; index into Procedure::documents.
struct PaperLine {
    std::size_t document = 0;
    Applies applies = Applies::no;
};

/// One fee; `amount` is what is to be paid now in VND, absent when unknown. `exempted` names the exemption used.
struct FeeLine {
    std::size_t fee = 0;
    Applies applies = Applies::no;
    std::optional<std::int64_t> amount;
    std::optional<std::size_t> exempted;  ///< index into the fee's exemptions
    bool exemption_open = false;          ///< an exemption hangs on an open question
    const SetFee* local = nullptr;      ///< the amount is set locally by this
};

struct FeeTotal {
    std::int64_t amount = 0;
    bool complete = true;  ///< false: some line's amount is unknown or only perhaps applies
    std::vector<FeeLine> lines;
};

/// The processing time that applies and, when a calendar is there, the due date.
struct TimeLine {
    std::optional<std::size_t> time_case;  ///< index into ProcessingTime::cases
    bool certain = true;
    std::optional<Due> due;
    std::vector<std::size_t> extensions;  ///< those that hold or may hold
    bool same_day = false;
    const std::string* local = nullptr;  ///< promised where it is handed in; the legal time stands beside it
};

/// The citizen's own deadline; absent date = the date it counts from is not known yet.
struct DeadlineLine {
    std::size_t deadline = 0;
    std::optional<Date> date;
    bool passed = false;
};

/// The outcome and the eligibility entries behind it (indexes), certain or perhaps.
struct OutcomeLine {
    Outcome outcome = Outcome::ok;
    bool certain = true;
    std::vector<std::size_t> reasons;
};

struct ChannelLine {
    std::size_t channel = 0;
    Applies applies = Applies::yes;
};

struct Guide {
    std::vector<std::size_t> asked;      ///< questions that apply now, in file order (answered or not)
    std::optional<std::size_t> next;     ///< first asked question without an answer
    std::vector<PaperLine> papers;       ///< every document of the procedure, in file order
    FeeTotal fees;
    TimeLine time;
    std::vector<DeadlineLine> deadlines;
    OutcomeLine outcome;
    std::vector<ChannelLine> channels;
    std::vector<std::size_t> steps;      ///< steps that apply or perhaps apply
};

/// The whole Guide.
[[nodiscard]] Guide make_guide(const Procedure& procedure, const Dossier& dossier, const GuideInput& input);

/// Only the next question (the cheap part): index into Procedure::questions, or nothing when all are answered.
[[nodiscard]] std::optional<std::size_t> next_question(const Procedure& procedure, const Dossier& dossier,
                                                       const GuideInput& input);

/// Explains one rule of the procedure (slow: for one line at a time).
[[nodiscard]] Why why_of(const Procedure& procedure, const Dossier& dossier, const GuideInput& input, RuleId rule);

/// The facts that a link may carry in place of personal answers: settled, boolean or choice-valued, and computed from
/// at least one personal answer. Name -> JSON text (true, false or a string).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> carried_facts(const Procedure& procedure,
                                                                             const Dossier& dossier,
                                                                             const GuideInput& input);

/// The questions that apply now, in file order.
[[nodiscard]] std::vector<std::size_t> asked_questions(const Procedure& procedure, const Dossier& dossier,
                                                       const GuideInput& input);

}  // namespace danloi
