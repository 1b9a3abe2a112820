#include "intake/actuals.h"

#include <algorithm>

#include "base/say.h"
#include "intake/csv.h"
#include "intake/decode.h"
#include "intake/realisatie/eindsaldi.h"
#include "intake/realisatie/ledger.h"
#include "intake/realisatie/tidy.h"
#include "base/hash/sha256.h"
#include "intake/workbook/workbook.h"

namespace saldo {

namespace {

std::optional<Sheet> csv_sheet(const std::string& text, FileId file, const Koppeling* koppeling, Findings& findings) {
  if (koppeling == nullptr) return read_csv(file, text, std::nullopt, 0, findings);
  if (!koppeling->blad.name.empty()) {
    findings.push_back(
        {Rule::bestand,
         {file},
         say("koppeling {} reads sheet `{}`, and a csv has no sheets", koppeling->naam, koppeling->blad.name),
         {},
         say("take `blad` out, or name the workbook")});
    return std::nullopt;
  }
  return read_csv(file, text, koppeling->scheiding, koppeling->kopregel, findings);
}

// What nobody sees is read as everything else, and told.
void tell_hidden(const Sheet& sheet, Findings& findings) {
  std::size_t hidden = 0;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    const std::span<const SheetCell> cells = sheet.row(row);
    if (std::any_of(cells.begin(), cells.end(),
                    [](const SheetCell& cell) { return cell.hidden && !cell.text.empty(); }))
      ++hidden;
  }
  if (hidden == 0) return;
  findings.push_back({Rule::bestand,
                      {sheet.file},
                      say("in {} rows of this sheet something is hidden; it is read all the same", hidden)});
  findings.back().severity = Severity::note;
}

std::optional<Sheet> workbook_sheet(const std::string& bytes, FileId file, std::vector<std::string>& files,
                                    const Koppeling* koppeling, Findings& findings) {
  std::optional<std::vector<Sheet>> sheets = read_workbook(bytes, file, files, findings);
  if (!sheets) return std::nullopt;
  const Sheet* chosen = choose_sheet(*sheets, koppeling == nullptr ? "" : koppeling->blad.name, file, findings);
  if (chosen == nullptr) {
    findings.back().help = koppeling == nullptr ? say("save the sheet that is meant in a file of its own")
                                                : say("write its name as `blad` in koppeling {}", koppeling->naam);
    return std::nullopt;
  }
  tell_hidden(*chosen, findings);
  return std::move((*sheets)[static_cast<std::size_t>(chosen - sheets->data())]);
}

void read_rows(const Plan& plan, const Koppeling* koppeling, const Sheet& sheet, Actuals& actuals, Findings& findings) {
  if (actuals.year < plan.years.first) read_eindsaldi(plan, actuals.year, sheet, actuals, findings);
  else if (koppeling == nullptr) read_tidy(plan, actuals.year, sheet, actuals, findings);
  else read_ledger(plan, actuals.year, *koppeling, sheet, actuals, findings);
}

}  // namespace

Actuals read_actuals(const Plan& plan, Year year, const SourceText& source, FileId file,
                     std::vector<std::string>& files, const Koppeling* koppeling, Findings& findings) {
  Actuals actuals;
  actuals.year = year;
  actuals.source.bestand = source.name;
  actuals.source.sha256 = sha256(source.text);
  if (koppeling != nullptr) actuals.source.koppeling = koppeling->naam;
  Findings found;
  std::optional<Sheet> sheet;
  if (is_workbook(source.text)) {
    sheet = workbook_sheet(source.text, file, files, koppeling, found);
  } else if (std::optional<std::string> text = decode(file, source.text, koppeling, found)) {
    actuals.text = std::move(*text);
    sheet = csv_sheet(actuals.text, file, koppeling, found);
  }
  if (sheet) read_rows(plan, koppeling, *sheet, actuals, found);
  sort_by_place(found);
  std::move(found.begin(), found.end(), std::back_inserter(findings));
  return actuals;
}

const Koppeling* find_koppeling(const Plan& plan, std::string_view naam) {
  const auto found = std::find_if(plan.koppelingen.begin(), plan.koppelingen.end(),
                                  [naam](const Koppeling& koppeling) { return koppeling.naam == naam; });
  return found == plan.koppelingen.end() ? nullptr : &*found;
}

}  // namespace saldo
