// The real content for tests: definitions, wording and calendar as they stand in the source folder, and dossiers of them.
#pragma once
#include "core/catalogue_names.hpp"
#include "core/content.hpp"
#include "core/glossary_words.hpp"
#include "core/guide.hpp"
#include "core/json_read.hpp"
#include "core/procedure_load.hpp"
#include "core/shared_documents.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace danloi::test {

std::string source_file(const std::string& path);

nlohmann::json source_json(const std::string& path);

/// The ids of procedures/*.json, sorted.
const std::vector<std::string>& procedure_ids();

/// content/documents.json.
const SharedDocuments& shared_documents();

/// A definition as the command reads it: with the papers of the library written out.
std::string definition_bytes(const std::string& id);

/// Loaded once; the reference holds for the whole run.
const Procedure& real(const std::string& id);

const Procedure& birth();

const Calendar& calendar();

/// content/ui.json in one language: {"key": "sentence"}.
nlohmann::json strings(const std::string& lang);

/// The catalogue, made as the site build makes it.
Catalogue real_catalogue();

/// What the finder searches in, and the names that the app gets.
std::string catalogue_file();
std::string names_file(const std::string& lang);

/// The start file of one language, likewise.
std::string start_file(const std::string& lang);

/// The glossary file of one language, likewise.
std::string words_file(const std::string& lang);

const Wording& wording(const std::string& lang);

Date day(std::string_view iso);

/// The Guide's surroundings on a day, with the real calendar; `received` as 2026-11-23T09:00.
GuideInput on(std::string_view today, std::string_view received = {});

using Answers = std::map<std::string, Answer, std::less<>>;

Dossier dossier_of(const Procedure& procedure, Answers answers);

/// Ids of the papers that stand so in the Guide, in file order.
std::vector<std::string> papers(const Procedure& procedure, const Guide& guide, Applies applies);

/// Deterministic on every platform, unlike the standard distributions.
class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return n == 0 ? 0 : engine_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }

private:
    std::mt19937 engine_;
};

Answer random_date(const Question& question, Dice& dice, Date today);

Answer random_number(const Question& question, Dice& dice);

/// An answer that the page would take; now and then "I don't know" where that is allowed.
Answer random_answer(const Question& question, Dice& dice, Date today);

/// A dossier as a person fills it: question after question, perhaps left off early. Nothing that is not asked is answered.
Dossier random_dossier(const Procedure& procedure, Dice& dice, const GuideInput& input);

}  // namespace danloi::test
