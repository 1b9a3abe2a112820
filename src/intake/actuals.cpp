#include "intake/actuals.h"

#include <algorithm>

#include "intake/csv.h"
#include "intake/decode.h"
#include "intake/realisatie/eindsaldi.h"
#include "intake/realisatie/ledger.h"
#include "intake/realisatie/tidy.h"
#include "intake/sha256.h"

namespace saldo {

namespace {

std::optional<Sheet> read_sheet(const std::string& text, FileId file, const Koppeling* koppeling, Findings& findings) {
  if (koppeling == nullptr) return read_csv(file, text, std::nullopt, 0, findings);
  return read_csv(file, text, koppeling->scheiding, koppeling->kopregel, findings);
}

void read_text(const Plan& plan, const Koppeling* koppeling, FileId file, Actuals& actuals, Findings& findings) {
  const std::optional<Sheet> sheet = read_sheet(actuals.text, file, koppeling, findings);
  if (!sheet) return;
  if (actuals.year < plan.years.first) read_eindsaldi(plan, actuals.year, *sheet, actuals, findings);
  else if (koppeling == nullptr) read_tidy(plan, actuals.year, *sheet, actuals, findings);
  else read_ledger(plan, actuals.year, *koppeling, *sheet, actuals, findings);
}

}  // namespace

Actuals read_actuals(const Plan& plan, Year year, const SourceText& source, FileId file, const Koppeling* koppeling,
                     Findings& findings) {
  Actuals actuals;
  actuals.year = year;
  actuals.source.bestand = source.name;
  actuals.source.sha256 = sha256(source.text);
  if (koppeling != nullptr) actuals.source.koppeling = koppeling->naam;
  Findings found;
  if (std::optional<std::string> text = decode(file, source.text, koppeling, found)) {
    actuals.text = std::move(*text);
    read_text(plan, koppeling, file, actuals, found);
  }
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
