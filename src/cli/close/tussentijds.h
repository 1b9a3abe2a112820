// A year that goes on: what was booked until a date, what is ordered and what is expected. It closes nothing.
#pragma once

#include <optional>
#include <string>

#include "cli/close/proposal.h"

namespace saldo {

struct Tussentijds {
  Worked before;  // without what is expected
  Worked after;   // with it: the standing prognose
  Afsluiting record;
  std::vector<RowFate> rows;               // of the file, and what became of them
  std::string path;                        // where it is kept, or would be
  std::optional<std::string> stored_text;  // what lies there
  std::string text;                        // a record that is new; "": it was kept
  Findings findings;
  Files files;
  FileId record_file{};
};

// Whether this is asked: a peildatum is given, or the year has no other record than of one.
bool is_tussentijds(const CloseAsked& asked, const PlanBase& base);

std::string show_findings(const Tussentijds& found, const Style& style);

// Nothing when it cannot be worked out, which has been told.
std::optional<Tussentijds> work_out_tussentijds(const CloseAsked& asked, PlanBase base, const Console& console);

}  // namespace saldo
