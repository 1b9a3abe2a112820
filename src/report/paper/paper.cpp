#include "report/paper/paper.h"

#include <algorithm>

#include "base/say.h"
#include "report/paper/parts.h"
#include "report/paper/settled_links.h"

namespace saldo {

bool PaperInput::wants(PaperPart part) const { return std::find(parts.begin(), parts.end(), part) != parts.end(); }

namespace {

// A figure in a text leads to its reasons, and one of a post to that post.
void link_figures(TextBlocks& blocks, const Explained& explained) {
  for_each_span(blocks, [&explained](TextSpan& span) {
    if (!span.figure || !span.link.empty()) return;
    const std::string& address = span.figure->address;
    const std::string post = address.substr(0, address.find_last_of('/', address.find_last_of('/') - 1));
    for (const std::string& name : {address, post})
      if (const auto found = explained.find(name); span.link.empty() && found != explained.end())
        span.link = "#" + found->second.anchor;
  });
}

}  // namespace

void add_author_text(PaperMaking& making, std::string_view part) {
  for (const PaperText& text : making.in.texts) {
    if (text.part != part) continue;
    PageWords words{text.blocks};
    link_figures(words.blocks, making.explained);
    making.page.add(std::move(words));
  }
}

bool has_author_text(const PaperMaking& making, std::string_view part) {
  return std::any_of(making.in.texts.begin(), making.in.texts.end(),
                     [part](const PaperText& text) { return text.part == part; });
}

void PaperMaking::keep(SumList list) {
  if (explains() && !list.empty()) sums.push_back(std::move(list).fold());
}

void begin_section(PaperMaking& making, const Dutch& title, const std::string& part) {
  making.page.add(PageHeading{2, title.text(), part});
  add_author_text(making, part);
}

namespace {

void add_reasons(PaperMaking& making, std::vector<PagePart> folds) {
  for (PageFold& fold : making.sums) folds.push_back({std::move(fold)});
  begin_section(making, Dutch("Onderbouwing"), "onderbouwing");
  making.page.add(PageText{{plain(
      Dutch("Hoe elk bedrag tot stand komt: van het geheel naar programmalijnen, projecten en posten, en waar het "
            "geschreven staat. Een bedrag in een tabel leidt hierheen.")
          .text())}});
  for (PagePart& fold : folds) making.page.parts.push_back(std::move(fold));
}

}  // namespace

Page report_paper(const PaperInput& input) {
  Page page{input.worked.plan.naam, {}, input.draft, {}};
  if (!input.date.empty()) page.lines.push_back(Dutch("Datum: {}", input.date).text());
  page.lines.push_back(Dutch("Stand van de begroting: {}", input.standing).text());
  Reasons reasons;
  if (input.wants(PaperPart::onderbouwing)) reasons = find_reasons(input);
  PaperMaking making{input, reasons.figures, find_overdrachten(input.worked.plan, input.worked.amounts), page};
  if (has_author_text(making, "inleiding")) begin_section(making, Dutch("Inleiding"), "inleiding");
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
  settle_links(page);
  return page;
}

}  // namespace saldo
