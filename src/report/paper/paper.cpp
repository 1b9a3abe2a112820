#include "report/paper/paper.h"

#include <algorithm>

#include "base/say.h"
#include "report/paper/parts.h"

namespace saldo {

bool PaperInput::wants(PaperPart part) const { return std::find(parts.begin(), parts.end(), part) != parts.end(); }

void begin_section(PaperMaking& making, const Dutch& title, const std::string& part) {
  making.page.add(PageHeading{2, title.text(), part});
  for (const PaperText& text : making.in.texts)
    if (text.part == part) making.page.add(PageWords{text.blocks});
}

namespace {

void add_reasons(PaperMaking& making, std::vector<PagePart> folds) {
  begin_section(making, Dutch("Onderbouwing"), "onderbouwing");
  making.page.add(PageText{{plain(
      Dutch("Hoe elk bedrag tot stand komt: van het geheel naar programmalijnen, projecten en posten, en waar het "
            "geschreven staat. Een bedrag in een tabel leidt hierheen.")
          .text())}});
  for (PagePart& fold : folds) making.page.parts.push_back(std::move(fold));
}

}  // namespace

Page report_paper(const PaperInput& input) {
  Page page{input.worked.plan.naam, {}, {}, input.draft, {}};
  if (!input.date.empty()) page.lines.push_back(Dutch("Datum: {}", input.date).text());
  page.lines.push_back(Dutch("Stand: {}", input.standing).text());
  Reasons reasons;
  if (input.wants(PaperPart::onderbouwing)) reasons = find_reasons(input);
  PaperMaking making{input, reasons.figures, find_overdrachten(input.worked.plan, input.worked.amounts), page};
  if (input.wants(PaperPart::kern)) add_glance(making);
  if (input.wants(PaperPart::kern)) add_decisions(making);
  if (input.wants(PaperPart::tabellen)) add_tables(making);
  if (input.wants(PaperPart::rib)) add_funds(making);
  if (input.wants(PaperPart::overdrachten)) add_overlap(making);
  if (input.wants(PaperPart::aansluiting)) add_bridge(making);
  if (input.wants(PaperPart::scenarios)) add_scenarios(making);
  if (input.wants(PaperPart::risico)) add_risk(making);
  if (input.wants(PaperPart::doelen)) add_goals(making);
  if (input.wants(PaperPart::afsluiting)) add_closed_years(making);
  add_findings(making);
  add_account(making);
  if (input.wants(PaperPart::onderbouwing)) add_reasons(making, std::move(reasons.folds));
  return page;
}

}  // namespace saldo
