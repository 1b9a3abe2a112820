// From what was asked of a close to what it comes to: the record that is kept or made, and the plan without and with it.
// Nothing is written here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "calc/close/record.h"
#include "calc/worked.h"
#include "cli/computed.h"
#include "cli/console.h"
#include "intake/actuals.h"

namespace saldo {

struct CloseAsked {
  std::string plan;
  Year year;
  std::string actuals;            // a file; "": what is kept
  std::string koppeling;          // ""; the columns of --tidy
  std::optional<Date> peildatum;  // until when what was booked is in it: the year goes on
  bool vastgesteld = false;
  std::string besluit;
  std::optional<Date> datum;
  std::optional<Year> correctie;  // the year that takes what differs from an adopted record
  std::string heropen;            // why an adopted record is replaced
};

struct Proposal {
  std::optional<Worked> unchanged;  // without begrotingswijzigingen, where there are any
  Worked before;                    // as if this year were not closed
  Worked after;                     // with the record; no later year is closed
  Afsluiting record;
  std::optional<Afsluiting> stored;
  std::optional<std::string> stored_text;     // what lies at record_path()
  std::string stored_in;                      // the file that has it; "": there is none
  std::string text;                           // the record as a file; "": what is kept stays
  std::vector<RecordDifference> differences;  // with what is kept
  bool is_closed_later = false;
  std::vector<RowFate> rows;  // of the file, and what became of them
  Findings of_file;           // what is to be told of the file, beside the record that is kept
  Findings findings;          // that are there because of this record
  Files files;
  FileId record_file{};  // of `text`

  const Worked& primitief() const { return unchanged ? *unchanged : before.budget(); }
  bool is_kept() const { return stored.has_value() && differences.empty() && text.empty(); }
};

// The findings as people read them, with the lines of a record that is not written yet.
std::string show_findings(const Proposal& proposal, const Style& style);

// `base` is what was read of the plan. Nothing when it cannot be worked out, which has been told.
std::optional<Proposal> propose(const CloseAsked& asked, PlanBase base, const Console& console);

}  // namespace saldo
