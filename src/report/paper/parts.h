// The parts of a paper, each put at the end of a page. A part that has nothing to tell puts nothing there.
#pragma once

#include "base/page/page.h"
#include "report/paper/paper.h"
#include "report/paper/reasons.h"
#include "report/paper/sums/sum_list.h"

namespace saldo {

// What every part starts from.
struct PaperMaking {
  const PaperInput& in;
  const Explained& explained;
  std::vector<Overdracht> overdrachten;
  Page& page;
  std::vector<PageFold> sums = {};  // what figures of parts are made of, which are none of the budget itself

  bool explains() const { return in.wants(PaperPart::onderbouwing); }
  void keep(SumList list);
};

// Begins a section, with what the author wrote for it. `part` is the name of the file of that text, and the anchor.
void begin_section(PaperMaking& making, const Dutch& title, const std::string& part);
void add_author_text(PaperMaking& making, std::string_view part);
bool has_author_text(const PaperMaking& making, std::string_view part);

void add_glance(PaperMaking& making);
void add_decisions(PaperMaking& making);
void add_tables(PaperMaking& making);
void add_funds(PaperMaking& making);
void add_overlap(PaperMaking& making);
void add_bridge(PaperMaking& making);
void add_scenarios(PaperMaking& making);
void add_risk(PaperMaking& making);
void add_goals(PaperMaking& making);
void add_closed_years(PaperMaking& making);
void add_findings(PaperMaking& making);
void add_account(PaperMaking& making);

}  // namespace saldo
