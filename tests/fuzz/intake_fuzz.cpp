// libFuzzer: any bytes as the actuals of a small plan. The first byte says by which road: the columns of --tidy, or a
// koppeling with this teken, notation and encoding; or a published table, or the text of a report. It is read or refused; every row has one fate, and every finding has a
// place in the file and a text.
#include <algorithm>
#include <string_view>

#include "calc/wijziging/apply.h"
#include "intake/actuals.h"
#include "intake/markdown/markdown.h"
#include "intake/overzicht/as_plan.h"
#include "intake/overzicht/printed_file.h"
#include "one_file.h"

using namespace saldo;

namespace {

constexpr std::string_view plan_text = R"([plan]
naam = "Een plan"
eerste_jaar = 2025
laatste_jaar = 2026
[[programmalijn]]
id = "a"
naam = "A"
[[project]]
nr = "3.1"
naam = "Werk"
programmalijn = "a"
[[project.post]]
naam = "Advies"
lasten = { 2025 = 100 }
baten = { 2025 = 50 }
[[koppeling]]
naam = "k"
teken = "debet-positief"
niveau = "boekingen"
intern = "boekingen"
zonder_rij = "nul"
kolommen = { sleutel = "s", bedrag = "b" }
regel = [
  { sleutel = "1*", project = "3.1", post = 1, kant = "lasten" },
  { sleutel = "2?", overslaan = "balans" },
]
)";

Plan small_plan() {
  PlanBase base = load_base("plan", {{"plan.toml", std::string(plan_text)}});
  const ChangeList changes = adopted_changes(base);
  Plan plan = std::move(base.joined);
  apply_changes(changes, plan, base.findings);
  must(base.findings.empty() && plan.koppelingen.size() == 1);
  return plan;
}

// A heading for every column there can be, so that most inputs get somewhere.
Koppeling koppeling_of(const Plan& plan, std::uint8_t choice) {
  Koppeling koppeling = plan.koppelingen.front();
  koppeling.teken = static_cast<Teken>(choice % 6);
  koppeling.niveau = static_cast<Niveau>(choice / 6 % 2);
  koppeling.tekenset = static_cast<Tekenset>(choice / 12 % 2);
  if (choice / 24 % 3 > 0) koppeling.getal = static_cast<Getal>(choice / 24 % 3 - 1);
  Kolommen& k = koppeling.kolommen;
  k.bedrag = k.debet = k.baten = {"b", {}};
  k.credit = k.lasten = k.vlag = {"c", {}};
  if (choice / 72 % 2 > 0) koppeling.totaalregel = {{"s", {}}, "T*"};
  return koppeling;
}

// As a published table: every row has one fate, and where nothing is open there is a plan.
void import(const SourceText& source) {
  Findings findings;
  std::vector<std::string> files = {source.name};
  const std::optional<PrintedFile> file = open_printed_file(source, FileId{0}, files, {}, findings);
  must(file.has_value() || !findings.empty());
  if (!file) return;
  const Overzicht table = read_overzicht(file->sheet, {}, findings);
  must(table.rows.size() == file->sheet.rows());
  const bool open = std::any_of(findings.begin(), findings.end(),
                                [](const Diagnostic& finding) { return finding.severity == Severity::error; });
  for (const Diagnostic& finding : findings) must(!to_text(finding.message, Language::nl).empty());
  if (!open) new_plan_files(as_plan(file->sheet, table, {"Een plan", "in.csv"}));
}

// As the text of a report: what is found stands in it, and every figure has an address or is told.
void read_as_text(const SourceText& source) {
  Findings findings;
  TextBlocks blocks = read_markdown(FileId{0}, source.text, findings);
  const auto lines = 1 + std::count(source.text.begin(), source.text.end(), '\n');
  for (const Diagnostic& finding : findings) {
    must(finding.place.line <= lines);
    for (const Language language : {Language::en, Language::nl}) must(!to_text(finding.message, language).empty());
  }
  for_each_span(blocks, [&](const TextSpan& span) {
    must(!span.figure || !span.figure->address.empty() || !findings.empty());
    must(span.figure.has_value() == span.text.empty());
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Plan plan = small_plan();
  if (size == 0) return 0;
  const SourceText source{"in.csv", std::string(reinterpret_cast<const char*>(data) + 1, size - 1)};
  if (data[0] == 255) {
    read_as_text(source);
    return 0;
  }
  if (data[0] >= 240) {
    import(source);
    return 0;
  }
  const Koppeling koppeling = koppeling_of(plan, data[0]);
  Findings findings;
  std::vector<std::string> files(8);
  const Actuals actuals =
      read_actuals(plan, Year{2025}, source, FileId{7}, files, data[0] >= 200 ? nullptr : &koppeling, findings);
  const ActualsSource& from = actuals.source;
  must(from.read == from.mapped + from.skipped + from.total + from.refused && from.read == actuals.fates.size());
  const auto lines = 2 + std::count_if(data, data + size, [](std::uint8_t c) { return c == '\n' || c == '\r'; });
  for (const Diagnostic& finding : findings) {
    must(finding.place.file != FileId{7} || finding.place.line <= lines);
    for (const Language language : {Language::en, Language::nl}) {
      must(!to_text(finding.message, language).empty());
      to_text(finding.help, language);
    }
  }
  return 0;
}
