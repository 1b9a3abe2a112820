#include "cli/close/tussentijds.h"

#include <algorithm>

#include "base/say.h"
#include "calc/check/checks.h"
#include "calc/prognose/prognose.h"
#include "calc/wijziging/work_out.h"
#include "cli/close/bookings.h"
#include "cli/close/record_file.h"
#include "plan/write/write_afsluiting.h"

namespace saldo {

namespace {

bool is_of_expectations(Rule rule) {
  return rule == Rule::prognose_onder_realisatie || rule == Rule::prognose_structureel;
}

}  // namespace

bool is_tussentijds(const CloseAsked& asked, const PlanBase& base) {
  if (asked.peildatum) return true;
  if (!asked.actuals.empty()) return false;
  const Plan& plan = base.joined;
  const auto is_of_year = [&asked](const Afsluiting& record) { return record.jaar == asked.year; };
  return std::none_of(plan.afsluitingen.begin(), plan.afsluitingen.end(), is_of_year) &&
         std::any_of(plan.tussentijds.begin(), plan.tussentijds.end(), is_of_year);
}

std::optional<Tussentijds> work_out_tussentijds(const CloseAsked& asked, PlanBase base, const Console& console) {
  Tussentijds found;
  if (tell_findings(base.files, base.findings, console)) return std::nullopt;
  ChangeList changes = adopted_changes(base, std::nullopt);
  if (tell_findings(base.files, work_out(base, changes, found.before), console)) return std::nullopt;
  if (!asked.actuals.empty()) {
    std::optional<Bookings> bookings = read_bookings(asked, found.before.plan, base.files, console);
    if (!bookings) return std::nullopt;
    bookings->record.stand = Stand::tussentijds;
    bookings->record.peildatum = asked.peildatum;
    found.rows = std::move(bookings->rows);
    found.path = record_path(asked.plan, asked.year, asked.peildatum);
    found.stored_text = read_record(found.path);
    found.text = write_afsluiting(bookings->record, found.before.plan.unit());
    replace_afsluiting(base, asked.year, found.path, found.text);
    found.record_file = static_cast<FileId>(base.files.size() - 1);
  }
  changes.show(Standing::prognose, asked.peildatum);
  found.files = base.files;
  if (tell_findings(found.files, work_out(std::move(base), changes, found.after), console)) return std::nullopt;
  const Afsluiting* record = tussentijds_of(found.after.plan, asked.year, asked.peildatum);
  if (record == nullptr) {
    usage_error(console, say("nothing was booked on {} until {}: give it with --actuals FILE", asked.year,
                             to_text(*asked.peildatum)));
    return std::nullopt;
  }
  found.record = *record;
  found.findings = check_plan(found.after, is_of_expectations);
  return found;
}

std::string show_findings(const Tussentijds& found, const Style& style) {
  if (found.text.empty()) return show_findings(found.files, found.findings, style);
  return render_findings(found.findings, file_names(found.files, found.record_file, found.text), style);
}

}  // namespace saldo
