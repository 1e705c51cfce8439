// The payload of a shared link: procedure, content version, the answers that name nobody, and where the person was.
// It stands in the URL's fragment, so it is never sent to a server. Everything read from it is untrusted.
#pragma once
#include "core/guide.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace danloi {

/// What a link carries. `facts` are yes/no or choice values that stand in for personal answers (JSON text).
struct Shared {
    std::string procedure;
    std::string version;
    std::string step;
    std::map<std::string, Answer, std::less<>> answers;
    std::map<std::string, Answer, std::less<>> facts;  ///< bool or text only

    friend bool operator==(const Shared&, const Shared&) = default;
};

enum class ShareFault : std::uint8_t { none, too_long, damaged, newer };

struct ShareResult {
    std::optional<Shared> shared;
    ShareFault fault = ShareFault::none;
};

/// What may be shared of this dossier: answers to questions that apply and are not personal, and carried facts.
[[nodiscard]] Shared share_of(const Procedure& procedure, const Dossier& dossier, const GuideInput& input);

/// URL-safe text (A-Z a-z 0-9 - _). Equal contents give equal text. Form: base64url of
/// version byte 1, procedure, version, step, answers, facts, CRC-32C; texts are length-prefixed.
[[nodiscard]] std::string encode_share(const Shared& shared);

/// Reads a payload of at most limits::link_bytes. `damaged`: not ours, cut or altered; `newer`: a later format.
[[nodiscard]] ShareResult decode_share(std::string_view payload);

/// A new dossier with what the link carries, keeping only what the procedure knows: answers to its questions that are
/// not personal and fit their kind, and facts it has.
[[nodiscard]] Dossier dossier_from(const Procedure& procedure, const Shared& shared);

}  // namespace danloi
