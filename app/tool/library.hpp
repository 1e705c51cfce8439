// The project's content as the command reads it: definitions, wording, calendar, places.
#pragma once
#include "core/calendar.hpp"
#include "core/catalogue.hpp"
#include "core/glossary.hpp"
#include "core/guide.hpp"
#include "core/locality.hpp"
#include "core/procedure.hpp"
#include "core/shared_documents.hpp"
#include "core/units.hpp"
#include "core/wording.hpp"
#include "tool/options.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace danloi {

/// A definition's file, with the papers of the library written out.
struct DefinitionFile {
    std::string file;  ///< as shown in problems: "procedures/x.json"
    Expanded text;
};

/// How much of a definition is read: what the app reads, or also what the proofs need (load_for_check).
enum class Load { quick, thorough };

class Library {
public:
    /// `root` holds procedures/ and content/.
    explicit Library(std::filesystem::path root) : root_(std::move(root)) {}
    /// --root, else this folder when it has procedures/, else the source folder of the build.
    static Library of(const Options& options);

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    /// The papers that several procedures ask for.
    [[nodiscard]] SharedDocuments shared_documents(Problems& problems) const;
    /// Every file of procedures/, or those named, with the papers of `shared` written out.
    [[nodiscard]] std::vector<DefinitionFile> definitions(const std::vector<std::string>& paths, const SharedDocuments& shared,
                                                          Problems& problems) const;
    /// The names of all files in procedures/, without ".json".
    [[nodiscard]] std::vector<std::string> ids() const;
    /// One definition by its id; a Problem when there is no such file.
    [[nodiscard]] std::unique_ptr<Procedure> procedure(const std::string& id, Load load, Problems& problems) const;
    [[nodiscard]] std::optional<nlohmann::json> json(const std::string& file, Problems& problems) const;
    [[nodiscard]] Calendar calendar(Problems& problems) const;
    [[nodiscard]] Wording wording(const std::string& lang, Problems& problems) const;
    /// The strings of content/ui.json in one language: {"key": "sentence"}.
    [[nodiscard]] nlohmann::json strings(const std::string& lang, Problems& problems) const;
    [[nodiscard]] std::vector<LifeEvent> life_events(Problems& problems) const;
    /// Provinces and the communes of `province` ("" for none); build/places is made by `make setup`.
    [[nodiscard]] UnitTable units(const std::string& province, Problems& problems) const;
    /// The layer of a unit alone: what is set in its own file. An unknown code is a Problem.
    [[nodiscard]] std::optional<Locality> layer(const std::string& code, Problems& problems) const;
    /// The layer of a unit, its province's below it.
    [[nodiscard]] std::optional<Locality> locality(const std::string& code, Problems& problems) const;
    [[nodiscard]] std::vector<GlossaryTerm> glossary(Problems& problems) const;

private:
    std::filesystem::path root_;
};

/// Loads a definition. Faults of what it takes from the library of papers are named there, each once in `problems`.
/// null when a fault keeps it from being loaded.
[[nodiscard]] std::unique_ptr<Procedure> load_definition(const DefinitionFile& file, Load load, Problems& problems);

/// What a catalogue says of a procedure; `file` is the address of its definition on the site.
[[nodiscard]] CatalogueEntry entry_of(const Procedure& procedure, std::string file);

/// Writes problems to standard error, one a line with file, pointer, reason and remedy.
void report(const Problems& problems);

/// Today: --today, else this machine's date.
[[nodiscard]] Date today_of(const Options& options, Problems& problems);

/// The whole of what a guide hangs on, kept together so that pointers in `input` stay valid.
struct Around {
    Calendar calendar;
    UnitTable units;
    UnitTree tree;
    std::shared_ptr<const LocalView> locality;
    GuideInput input;
};

/// Fills `around` from --today, --received and --locality. False (with problems) when one of them is wrong.
[[nodiscard]] bool look_around(const Library& library, const Options& options, Around& around, Problems& problems);

}  // namespace danloi
